"""Which texts of a lesson are in another language than the lesson: what several rules ask."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckbuild.checks.languages import SCRIPTS, WORD, language_of
from deckbuild.checks.rule import Subject
from deckbuild.checks.texts import Words, authored

FEWEST = 8
"""Fewest words that tell a language."""


def in_other_language(subject: Subject) -> Mapping[Words, str]:
    """The texts that are in another language than the lesson, with the language they are in."""
    own = subject.language.partition("-")[0]
    found: dict[Words, str] = {}
    for text in authored(subject):
        if text.role in ("reference", "caption", "term", "imprint") or text.owner == "Quoted" or len(text.words) < 30:
            continue
        other = _other(text.words, own)
        if other:
            found[text] = other
    return found


def _other(words: str, own: str) -> str:
    script = SCRIPTS.get(own)
    if script:
        letters = re.findall(r"[^\W\d_]", words)
        if letters and sum(bool(script.match(letter)) for letter in letters) < len(letters) / 5:
            best, count, _ = language_of([word.lower() for word in WORD.findall(words)])
            return best if count >= 4 else ""
        return ""
    listed = [word.lower() for word in WORD.findall(words)]
    if len(listed) < FEWEST:
        return ""
    best, count, counts = language_of(listed)
    sure = count >= 4 and count >= 3 * counts.get(own, 0) and count >= len(listed) / 6
    return best if best != own and own in counts and sure else ""
