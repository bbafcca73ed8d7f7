"""What tells languages apart, and what their sentences are: small words, letters, words that no sentence ends with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckbuild.checks.texts import word_list

SMALL: Mapping[str, frozenset[str]] = {
    "en": word_list(
        "the of and to in is that it for was on are with they be at this have from or had by but what were we"
        " when your can said there an each which she how their will would about out many then them these some"
        " her him has you not who its been more than into could our should do does between because while"
    ),
    "fr": word_list(
        "le la les des du et est une un dans que qui pour pas sur au aux avec ce cette ces il elle ils elles"
        " nous vous sont par plus ou se sa son ses leur leurs mais comme être fait été ont afin entre chaque"
        " sans aussi"
    ),
    "es": word_list(
        "el la los las de del que en un una es por con para no se su sus lo como más pero este esta estos"
        " estas al son fue ha han ser está entre cuando muy sin sobre también hasta desde nos porque cada qué"
        " donde"
    ),
    "de": word_list(
        "der die das und ist ein eine einen einem einer nicht mit sich des auf für im dem den zu von sie er es"
        " wir auch als an nach wie bei oder aus wird werden sind war hat haben kann können dass durch über wenn"
        " zum zur ihr"
    ),
    "pt": word_list(
        "os as de do da dos das que em um uma é para com não se na no nas nos por mais como mas foi ao"
        " ele ela seu sua ou ser quando muito há já está também só pelo pela até isso entre são"
    ),
    "it": word_list(
        "il lo la gli le di del della dei delle che è un una in per con non si da al alla nel nella sono"
        " come più ma anche questo questa essere ha hanno o se su dal tra quando ogni cui"
    ),
    "nl": word_list(
        "de het een en van is in dat op te zijn met voor niet aan er om ook als maar bij of uit door over naar"
        " wordt worden heeft hebben kan deze dit die zij wij hun tot"
    ),
}
"""The words that make up about a third of any running text, by language."""

SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "uk": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "zh": re.compile("[\u3400-\u9fff]"),
    "ja": re.compile("[\u3040-\u30ff\u3400-\u9fff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
}
"""Letters of a language that has a script of its own."""

NAMES = {
    "en": "English", "fr": "French", "es": "Spanish", "de": "German", "pt": "Portuguese", "it": "Italian",
    "nl": "Dutch", "ar": "Arabic", "ru": "Russian", "zh": "Chinese",
}  # fmt: skip

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")

_NO_END = word_list(
    "e.g i.e etc cf vs no nr art p pp ed eds al dr mr mrs ms prof st fig approx dept est inc ca z.b d.h u.a usw"
    " bzw s abs vgl evtl ggf sr sra p.ej pág núm par ex"
)
_END = re.compile(r"(?<=[.!?…؟])[)\]”»“’\"']*\s+(?=[\"“«(¿¡‘\[]*[A-ZÀ-ÝА-Я0-9\u0600-\u06ff])")


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; one that ends with no full stop is one too."""
    found: list[str] = []
    begin = 0
    for match in _END.finditer(paragraph):
        before = paragraph[begin : match.start()].rstrip(")]”»“’\"'")
        last = before.rpartition(" ")[2].rstrip(".").lower().lstrip("(“«")
        if last in _NO_END or (len(last) == 1 and last.isalpha()):
            continue
        found.append(paragraph[begin : match.end()].strip())
        begin = match.end()
    return [one for one in (*found, paragraph[begin:].strip()) if one]


_DIFFERENT = 4
"""Small words of a language that must be met, each counted once: code and lists repeat one."""


def language_of(words: list[str]) -> tuple[str, int, Mapping[str, int]]:
    """The language with most small words among `words` (small letters), how many, and how many of each language."""
    counts = {language: sum(map(small.__contains__, words)) for language, small in SMALL.items()}
    best = max(counts, key=lambda language: counts[language])
    different = len(SMALL[best].intersection(words))
    return best, counts[best] if different >= _DIFFERENT else 0, counts
