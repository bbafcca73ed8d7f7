"""The words by which guides say what follows: "Slide 3", "Trainer tip:", "References" … in the project's languages.

The labels that deckbuild itself writes (words/*.yaml) are among them, so that its own documents are read by the same
means.  The others are what guides of several publishers say for the same things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.importing.flow import Para
from deckbuild.importing.guide.cuewords import LABELS, MORE
from deckbuild.importing.markup import escaped, unmarked
from deckbuild.load.labels import languages, load_labels

_SLIDE = r"(?:slide|diapositive|diapo|diapositiva|folie|الشريحة|شريحة)"
_MARKER = re.compile(
    rf"\W{{0,2}}(?:(?:show|display|project|see|insert|next|open)\s+)?(?:power\s?point\s+)?{_SLIDE}\s*(?:#|no\.?|nr\.?|n°|number)?\s*"
    r"([0-9]{1,3})(?:\s*(?:-|–|to|and|&)\s*[0-9]{1,3})?(?:\s*/\s*(?:page|p\.)\s*[0-9]{1,4})?\s*(?:\]|\))?\s*(?:[:.–—-]\s*(\S.*))?\W{0,2}",
    re.IGNORECASE | re.DOTALL,
)
_UNNUMBERED = re.compile(rf"\W{{0,2}}(?:new\s+|next\s+){_SLIDE}\s*(?::\s*(\S.*))?\W{{0,2}}", re.IGNORECASE)
_LESSON = re.compile(
    r"(?:lesson|module|unit|chapter|session|leçon|lección|sesión|unidad|lektion|einheit|modul|الدرس|الوحدة)\s+(?:plan\s+)?"
    r"(?:no\.?\s*|nr\.?\s*|n°\s*|#\s*)?([0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-z]?|[IVX]{1,5})\b\s*(?:[:.–—-]+\s*)?(.*)",
    re.IGNORECASE | re.DOTALL,
)
_ACTIVITY = re.compile(
    r"(?:learning |group |practical )?"
    r"(?:activity|exercise|activité|exercice|actividad|ejercicio|aktivität|übung|النشاط|نشاط|تمرين)\s*"
    r"(?:#|no\.?)?\s*([0-9]{1,3}(?:[.-][0-9a-z]{1,3})*)?\s*(?:[:.–—-]\s*(\S.*))?",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND = re.compile(r"\s*(?:\(([^()]{1,40})\)\s*)?[:：]\s*", re.DOTALL)


@lru_cache(maxsize=1)
def _known() -> tuple[tuple[re.Pattern[str], str], ...]:
    patterns = list(MORE.items())
    patterns += [(meaning, re.escape(word)) for word, meaning in _own_labels()]
    return tuple((re.compile(f"(?:{pattern})", re.IGNORECASE), meaning) for meaning, pattern in patterns)


def _own_labels() -> Iterator[tuple[str, str]]:
    for language in sorted(languages()):
        texts = load_labels(language, {}, Diagnostics(), NOWHERE).texts
        yield from ((texts[name], meaning) for name, meaning in LABELS.items() if "{" not in texts[name])


def meaning_of(text: str) -> tuple[str, str, str]:
    """What a label at the beginning of a paragraph means, what follows it, and the label itself.

    Three empty texts where there is none; a label that stands alone has nothing that follows.
    """
    start = re.match(r"[\W_]{0,3}", text)
    begin = start.end() if start else 0
    best = ("", "", "")
    for pattern, meaning in _known():
        found = pattern.match(text, begin)
        if not found or len(found[0]) < len(best[2]):
            continue
        rest = text[found.end() :]
        behind = _BEHIND.match(rest)
        if behind:
            best = (meaning, rest[behind.end() :].strip(), found[0])
        elif not rest.strip(" .:*_]"):
            best = (meaning, "", found[0])
    return best


def label_of(para: Para) -> tuple[str, str]:
    """What the label of a paragraph means, and the Markdown behind it; empty where it has none."""
    meaning, rest, _ = meaning_of(para.plain)
    if not meaning or not rest:
        return meaning, ""
    plain = unmarked(para.text)
    start = para.text
    # The label is cut off word by word: signs of Markdown stand between and round its words.
    for word in plain[: len(plain) - len(unmarked(rest))].split():
        found = start.find(word)
        start = start[found + len(word) :] if found >= 0 else start
    start = re.sub(r"^[\s*_:：]*(?=[*_]{0,2}\S)", lambda lead: _reopened(lead[0], start), start, count=1)
    start = start.strip()
    stray = "*" in unmarked(start) and "*" not in rest  # the label's bold or brackets went over its end
    return meaning, escaped(rest) if stray else start


def _reopened(lead: str, text: str) -> str:
    """The signs before a rest that has lost its opening ones: those that it still needs to close."""
    rest = text[len(lead) :]
    return "**" if rest.count("**") % 2 else "*" if rest.replace("**", "").count("*") % 2 else ""


def slide_marker(text: str) -> tuple[int, str] | None:
    """The number and the title that a marker such as `Slide 3: Mandates` gives; None for another text."""
    plain = " ".join(text.split())
    if len(plain) > 160:
        return None
    found = _MARKER.fullmatch(plain)
    if found:
        return int(found[1]), (found[2] or "").strip(" ]*_")
    new = _UNNUMBERED.fullmatch(plain)
    return (0, (new[1] or "").strip()) if new else None


def is_marker(text: str) -> bool:
    """Whether a line is a slide's marker."""
    return slide_marker(text) is not None


def lesson_number(text: str) -> tuple[str, str] | None:
    """The number and the title in `Lesson 2.0: Introduction`; None for another text."""
    found = _LESSON.fullmatch(" ".join(text.split()))
    return (found[1], found[2].strip()) if found and len(text) < 160 else None


def activity_head(text: str) -> tuple[str, str] | None:
    """The number and the title in `Activity 2.1: Mapping`; None for another text."""
    found = _ACTIVITY.fullmatch(" ".join(text.split()))
    if not found or len(text) > 160 or not (found[1] or found[2] or len(text.split()) <= 2):
        return None
    return found[1] or "", (found[2] or "").strip()


_MINUTES = re.compile(
    r"([0-9]{1,3})(?:\s*(?:-|–|to|à|bis|a)\s*([0-9]{1,3}))?\s*(?:-\s*)?(hours?|hrs?|h|heures?|horas?|stunden?|std|ساعات?|ساعة|"
    r"minutes?|mins?|min|minutos?|minuten|دقائق|دقيقة|seconds?|secs?|s|secondes?|segundos?|sekunden?)\b\.?",
    re.IGNORECASE,
)


def duration_in(text: str) -> str:
    """A duration as the specification writes it, from `20 minutes`, `1 hour 30 min`; empty where there is none."""
    found = list(_MINUTES.finditer(text))
    if not found:
        return ""
    first = found[0]
    unit = _unit(first[3])
    if first[2]:
        low, high = sorted((int(first[1]), int(first[2])))
        return f"{low}-{high} {unit}"
    said = f"{int(first[1])} {unit}"
    if unit == "h" and len(found) > 1 and _unit(found[1][3]) == "min" and found[1].start() - first.end() < 8:
        said += f" {int(found[1][1])} min"
    return said


def _unit(word: str) -> str:
    small = word.lower()
    if small[0] == "h" or small.startswith(("st", "ساع")):
        return "h"
    return "s" if small[0] == "s" else "min"
