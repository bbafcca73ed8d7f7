"""Rules about spelling: one system in a project, one way to write a compound, no word twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import eq

from deckbuild.checks.rule import Finding, ProjectRule, Rule, Subject
from deckbuild.checks.spellings import LETTERS, SIDES, SYSTEMS, WORDS, Axis, as_written
from deckbuild.checks.texts import Words, authored, exchanged, found_in
from deckbuild.diagnostics.model import Severity

_FOREIGN = ("reference", "imprint", "meaning", "answer")
"""Roles whose words are other people's, or that accept more than one spelling."""
_TAGS = {"en-GB": "british", "en-US": "american", "en-AU": "british", "en-NZ": "british", "en-IE": "british"}


def spelling_variants(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """English is spelled in more than one way (L114)."""
    english = [subject for subject in subjects if subject.language.partition("-")[0] == "en"]
    found: dict[Axis, tuple[list[tuple[Subject, Words, str]], ...]] = {"region": ([], []), "ize": ([], [])}
    for subject in english:
        for text in authored(subject):
            if text.role in _FOREIGN or text.owner == "Quoted":
                continue
            for match in LETTERS.finditer(text.words):
                word = match[0]
                known = WORDS.get(word.lower())
                if known and not (word[0].isupper() and _within_sentence(text.words[: match.start()])):
                    found[known[0]][known[1]].append((subject, text, word))
    for axis, sides in found.items():
        wanted = _wanted(axis, english, (len(sides[0]), len(sides[1])))
        if wanted is not None:
            yield from _other_side(axis, wanted, sides)


def _within_sentence(before: str) -> bool:
    """Whether a word after `before` has its capital because it is a name's."""
    return re.search(r"[^.!?\s:][)”]?\s+$", before) is not None


def _wanted(axis: Axis, subjects: Sequence[Subject], counts: tuple[int, int]) -> int | None:
    """The side that the project's setting or its tags ask for, else the one that it is mostly on; None for neither."""
    asked = {subject.limits.spelling or _TAGS.get(subject.language, "") for subject in subjects} - {""}
    if len(asked) == 1:
        system = asked.pop()
        if axis == "ize" and system == "british" and not any(subject.limits.spelling for subject in subjects):
            return _mostly(counts)  # British texts may be Oxford's
        return SYSTEMS[system][0 if axis == "region" else 1]
    return _mostly(counts)


def _mostly(counts: tuple[int, int]) -> int | None:
    return None if 0 in counts else 0 if counts[0] >= counts[1] else 1


def _other_side(axis: Axis, wanted: int, sides: tuple[list[tuple[Subject, Words, str]], ...]) -> Iterator[Finding]:
    told: set[tuple[int, str]] = set()
    for subject, text, word in sides[1 - wanted]:
        if (id(text), word) in told:
            continue
        told.add((id(text), word))
        new = as_written(WORDS[word.lower()][2], word)
        pairs = [(m.start(), m.end(), new) for m in re.finditer(rf"\b{word}\b", text.markdown)]
        count = len(sides[wanted])
        message = f"`{word}` is {SIDES[axis][1 - wanted]} spelling, {'the project is' if count else 'the lesson is'}"
        message += f" {SIDES[axis][wanted]}" + (f" in {count} other places" if count else "")
        yield Finding(message, found_in(subject, text, word), (f"write `{new}`",), exchanged(subject, text, pairs))


_COMPOUND = re.compile(r"(?<![\w/.-])[A-Za-zÀ-ÿ]+-[a-zà-ÿ]{2,}(?![\w/-])")
_CLOSED = re.compile(r"\b[A-Za-zÀ-ÿ]{5,}\b")


def compound_variants(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """A compound is written with a hyphen in one place and as one word in another (L132)."""
    groups: dict[str, list[tuple[Subject, Words]]] = defaultdict(list)
    for subject in subjects:
        listed = groups[subject.language.partition("-")[0]]
        listed += [(subject, text) for text in authored(subject) if text.role not in _FOREIGN]
    for language, texts in groups.items():
        if language in ("de", "ar"):  # German makes and parts compounds as the line asks
            continue
        hyphened: dict[str, list[tuple[Subject, Words, str]]] = defaultdict(list)
        for subject, text in texts:
            for word in _COMPOUND.findall(text.words) if "-" in text.words else ():
                hyphened[word.replace("-", "").lower()].append((subject, text, word))
        closed: dict[str, list[tuple[Subject, Words, str]]] = defaultdict(list)
        for subject, text in texts:
            for word in _CLOSED.findall(text.words) if hyphened else ():
                if word.lower() in hyphened:
                    closed[word.lower()].append((subject, text, word))
        for joined, plain in closed.items():
            yield from _fewer(plain, hyphened[joined])


def _fewer(one: list[tuple[Subject, Words, str]], other: list[tuple[Subject, Words, str]]) -> Iterator[Finding]:
    few, many = (one, other) if len(one) < len(other) else (other, one)
    usual = Counter(word.lower() for *_, word in many).most_common(1)[0][0]
    for subject, text, word in few:
        message = f"`{word}` is written `{usual}` in {len(many)} other place{'s' * (len(many) != 1)}"
        new = as_written(usual, word) if not word.isupper() else usual.upper()
        begin = text.markdown.find(word)
        fix = exchanged(subject, text, [(begin, begin + len(word), new)]) if begin >= 0 else ()
        yield Finding(message, found_in(subject, text, word), ("write it in one way",), fix)


_TWICE = re.compile(r"(?<![\w/.-])([^\W\d_]{2,})[ \u00a0]+(\1)\b(?![-’'.\w])", re.IGNORECASE)
_MAY = {
    "en": "that had is so very ha bye no yes long many more much well wait blah please knock",
    "fr": "nous vous si oui non très plus blabla",
    "de": "die der das sie den dem ja nein sehr wer was so",
    "es": "no sí muy se nos más tan",
    "pt": "não sim muito se",
    "it": "sì no si molto via piano",
}


_LETTERS = re.compile(r"[^\W\d_]{2,}")


def doubled_word(subject: Subject) -> Iterator[Finding]:
    """A word stands twice in a row (L115)."""
    allowed = _MAY.get(subject.language.partition("-")[0], "").split()
    for text in authored(subject):
        listed = _LETTERS.findall(text.words.lower())
        if text.role == "reference" or not any(map(eq, listed, listed[1:])):
            continue
        for match in _TWICE.finditer(text.words):
            word = match[1]
            if word.lower() in allowed or match[2][0].isupper():
                continue
            begin = text.markdown.find(match[0])
            fix = exchanged(subject, text, [(begin, begin + len(match[0]), word)]) if begin >= 0 else ()
            yield Finding(f"`{word}` stands twice", found_in(subject, text, match[0]), ("take one out",), fix)
            break


RULES = (
    ProjectRule("L114", spelling_variants),
    Rule("L115", doubled_word),
    ProjectRule("L132", compound_variants, Severity.INFO),
)
