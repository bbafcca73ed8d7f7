"""Rules about how a text reads: long sentences, hard words, another language than the lesson's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from deckbuild.checks.foreign import FEWEST, in_other_language
from deckbuild.checks.languages import NAMES, WORD, sentences
from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.texts import Words, authored, found_in
from deckbuild.diagnostics.model import Severity

_RUNNING = ("cue", "tip", "body", "case", "activity", "handout", "answer", "pack", "evaluation", "key_message")
"""Roles whose texts are sentences that people read or hear."""


def sentence_too_long(subject: Subject) -> Iterator[Finding]:
    """A sentence has more words than a listener can hold (L120)."""
    most = subject.limits.sentence_words
    for text in authored(subject):
        if text.role not in _RUNNING or text.owner == "Quoted" or len(text.words) < most * 3:
            continue
        for paragraph in text.paragraphs:
            for sentence in sentences(paragraph) if len(paragraph) > most * 3 else ():
                count = len(WORD.findall(sentence))
                if count > most and sentence.count(";") < 3 and "://" not in sentence:
                    message = f"this sentence has {count} words"
                    place = found_in(subject, text, " ".join(sentence.split()[:3]))
                    yield Finding(message, place, ("make two of it",))


_LIX_FIRST = 80
"""Fewest words that tell how a text reads."""
_HARDER = {"de": 6, "fi": 10, "nl": 2, "es": 2, "fr": 2, "it": 4, "pt": 2}
"""What the same text has more than in English, as its words are longer."""


def hard_to_read(subject: Subject) -> Iterator[Finding]:
    """What is said on a slide, or stands in a handout, is as hard to read as a law (L121)."""
    language = subject.language.partition("-")[0]
    if language not in _HARDER and language != "en":
        return
    most = subject.limits.reading_level + _HARDER.get(language, 0)
    parts: dict[tuple[str, str], list[Words]] = defaultdict(list)
    for text in authored(subject):
        if text.role in ("cue", "handout", "case"):
            parts[text.key or f"@{text.owner}{text.span.line}", text.field].append(text)
    for listed in parts.values():
        level, words = _lix(listed)
        if words >= _LIX_FIRST and level > most:
            message = f"this text has a LIX of {level:.0f}, as laws and theses have"
            hint = "say it in shorter sentences and shorter words"
            yield Finding(message, listed[0].span, (hint,))


def _lix(texts: list[Words]) -> tuple[float, int]:
    """Words a sentence, and long words in a hundred (C. H. Björnsson, Läsbarhet, 1968); and how many words."""
    listed = [sentence for text in texts for one in text.paragraphs for sentence in sentences(one)]
    words = [word for sentence in listed for word in WORD.findall(sentence)]
    if not words:
        return 0.0, 0
    return len(words) / len(listed) + 100 * sum(len(word) > 6 for word in words) / len(words), len(words)


_OTHERS_SHARE = 0.5


def other_language(subject: Subject) -> Iterator[Finding]:
    """A text is in another language than the lesson (L123)."""
    found = subject.shared(in_other_language)
    if not _mostly(subject):
        for text, language in found.items():
            message = f"this is {NAMES[language]}, the lesson is {_named(subject)}"
            yield Finding(message, text.span, ("translate it, or mark it as a quotation with `quote`",))


def wrong_language(subject: Subject) -> Iterator[Finding]:
    """Most of the lesson is in another language than it says (L130)."""
    language = _mostly(subject)
    if language:
        place = subject.lesson.place
        message = f"the lesson's texts are {NAMES[language]}, but its language is {_named(subject)}"
        yield Finding(message, place.of("language"), (f"write `language: {language}`",))


def _mostly(subject: Subject) -> str:
    """The other language that more than half of the longer texts are in; "" for none."""
    found = list(subject.shared(in_other_language).values())
    long = sum(len(WORD.findall(text.words)) >= FEWEST for text in authored(subject)) if found else 0
    best = max(set(found), key=found.count) if found else ""
    return best if best and found.count(best) > max(2, long * _OTHERS_SHARE) else ""


def _named(subject: Subject) -> str:
    return NAMES.get(subject.language.partition("-")[0], f"`{subject.language}`")


RULES = (
    Rule("L120", sentence_too_long),
    Rule("L121", hard_to_read, Severity.INFO),
    Rule("L123", other_language),
    Rule("L130", wrong_language, Severity.ERROR),
)
