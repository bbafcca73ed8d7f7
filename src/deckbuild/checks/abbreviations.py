"""Rules about abbreviations: written out once, at their first use, and only where they are needed.

Where no source is named the rules follow the United Nations Editorial Manual (Abbreviations and acronyms): written out
at first use in each document, left out of titles, and not worth having for one or two uses.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.texts import Words, authored, exchanged, found_in, word_list
from deckbuild.diagnostics.model import Edit, Severity, Span
from deckbuild.markdown import ABBREVIATION, abbreviations
from deckbuild.spec.cue import Reader

_SHORT = re.compile(r"(?<![\w/.@#&+-])([A-Z]{2,}[A-Z0-9]*\+?|[A-Z][0-9][A-Z]\+?)(?=s?(?![\w/@+]|\.\w))")
_ROMAN = re.compile(r"[IVX]+")
_KNOWN = word_list(
    "AC AD AIDS AM API BBC BC BCE CD CE CEO CO2 COVID CPU CSS CSV CV DC DNA DVD EN EU FAQ FM GB GDP GIF GMT GPS"
    " H2O HDMI HIV HTML HTTP HTTPS ID IP ISBN ISO IT JPEG JPG JSON KB LCD LED MB MP3 MP4 NATO NB OK PC PDF PHD PIN"
    " PM PNG PS QR RAM ROM SIM SMS SOS SQL SSD SVG TB TV UK UN UNESCO UNICEF URL US USA USB UTC VIP WC WWW XML"
    " YAML ZIP"
)
"""Words of everyday language, by dictionaries that list them without their long forms."""
_SKIPPED = ("reference", "imprint", "alt", "meaning")
_SHORT_LINES = ("title", "label", "key_message")
"""Roles of lines that are shown in lists of their own, and stay short."""
_LEAD = re.compile(r"((?:[\w’'.&-]+[ \u00a0]){1,9})\(([A-Z][A-Z0-9]{1,8}\+?)s?\)")
_AFTER = re.compile(r"\b([A-Z][A-Z0-9]{1,8}\+?) (?:\(|stands? for |means |, or |signifie |steht für |significa |= )")
_CAPITALS = re.compile(r"\b[A-ZÀ-Ý]{4,}\b[^\w\n]+\b[A-ZÀ-Ý]{4,}\b|\b[A-ZÀ-Ý]{2,} [A-ZÀ-Ý]{2,} [A-ZÀ-Ý]{2,}\b")


@dataclass(frozen=True)
class _Use:
    """An abbreviation where it is used: `marked` where it asks to be written out there (`[+ABC]`)."""

    short: str
    text: Words
    marked: bool = False


@dataclass(frozen=True)
class _Abbreviations:
    """What a lesson does with abbreviations."""

    uses: Mapping[str, tuple[_Use, ...]]
    """In the order of the lesson, without those in references and descriptions of pictures."""
    spelled: Mapping[str, tuple[_Use, ...]]
    """Texts that write them out themselves: `long form (ABC)`."""
    meanings: Mapping[str, frozenset[str]]
    """The long forms, in small letters."""
    plain: frozenset[str]
    """All words of the lesson that are in small letters."""


def _abbreviations(subject: Subject) -> _Abbreviations:
    uses: dict[str, list[_Use]] = defaultdict(list)
    spelled: dict[str, list[_Use]] = defaultdict(list)
    meanings: dict[str, set[str]] = defaultdict(set)
    words: set[str] = set()
    for text in authored(subject):
        words.update(text.words.split())
        if text.role in _SKIPPED:
            continue
        for short in abbreviations(text.markdown):
            uses[short].append(_Use(short, text, marked=True))
        unmarked = ABBREVIATION.sub("", text.markdown) if "[+" in text.markdown else text.words
        if not _CAPITALS.search(unmarked):
            for short in _SHORT.findall(unmarked):
                uses[short].append(_Use(short, text))
        for short, meaning in _written_out(text.words):
            spelled[short].append(_Use(short, text))
            if meaning:
                meanings[short].add(meaning)
    defined = subject.lesson.abbreviations
    for text in authored(subject):  # those with a form of their own, such as `C34`
        for short in defined:
            if not _SHORT.fullmatch(short) and text.role not in _SKIPPED and short in text.words:
                uses[short].append(_Use(short, text))
    return _Abbreviations(
        {short: tuple(listed) for short, listed in uses.items()},
        {short: tuple(listed) for short, listed in spelled.items()},
        {short: frozenset(listed) for short, listed in meanings.items()},
        frozenset(words),
    )


def _written_out(words: str) -> Iterator[tuple[str, str]]:
    """Abbreviations that stand beside their long form, with it where it stands before them."""
    if "(" in words:
        for before, short in _LEAD.findall(words):
            meaning = _long_form(before.split(), short)
            if meaning:
                yield short, meaning
    for short in _AFTER.findall(words):
        yield short, ""


def _long_form(before: list[str], short: str) -> str:
    """The words before `(ABC)` that it can stand for: those from the nearest one that begins with its first letter."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    for count in range(len(letters), min(len(before), len(letters) * 2 + 2) + 1):
        listed = before[-count:]
        if listed[0][0].casefold() == letters[0]:
            return " ".join(listed).casefold()
    near = before[-len(letters) * 2 :]  # another language's letters: `santé (OMS)`, `Weltgesundheitsorganisation (WHO)`
    return " ".join(near).casefold() if any(word[0].isupper() for word in near) else ""


_OFTEN = 2
"""Texts that use an abbreviation from which on it is one to learn."""


def never_written_out(subject: Subject) -> Iterator[Finding]:
    """An abbreviation is used, and the lesson never says what it stands for (L102)."""
    found = subject.shared(_abbreviations)
    explained = set(subject.lesson.abbreviations) | set(found.spelled) | set(subject.limits.known_abbreviations)
    terms = " ".join(term.term for term in subject.lesson.glossary)
    for short, uses in found.uses.items():
        bare = short.rstrip("+")
        common = bare in _KNOWN or _ROMAN.fullmatch(bare) or bare.lower() in found.plain or bare in terms
        often = len({id(use.text) for use in uses}) >= _OFTEN
        if often and not common and explained.isdisjoint((short, bare)):
            message = f"nothing says what `{short}` stands for"
            hint = f"add it to `abbreviations:`, and write `[+{short}]` where it comes first"
            yield Finding(message, found_in(subject, uses[0].text, short), (hint,))


def written_out_late(subject: Subject) -> Iterator[Finding]:
    """An abbreviation is written out in the notes or in what participants read, but not where it comes first (L103)."""
    uses = subject.shared(_abbreviations).uses
    told: set[str] = set()
    for reader in Reader:
        for short, listed in uses.items():
            if short not in subject.lesson.abbreviations or short in told:
                continue
            read = [use for use in listed if use.text.section and not use.text.shown and reader in use.text.readers]
            own = [use for use in read if use.text.role not in _SHORT_LINES]
            if own and not own[0].marked and any(use.marked for use in own):
                told.add(short)
                yield _late(subject, own[0])


def _late(subject: Subject, use: _Use) -> Finding:
    text, short = use.text, use.short
    message = f"`{short}` comes here before the place where it is written out"
    begin = text.markdown.find(short)
    place = found_in(subject, text, short)
    if begin < 0:
        return Finding(message, place, (f"write `[+{short}]` here",))
    fix = exchanged(subject, text, [(begin, begin + len(short), f"[+{short}]")]) or _quoted(subject, text, begin, short)
    return Finding(message, place, (f"write `[+{short}]` here",), fix)


def _quoted(subject: Subject, text: Words, begin: int, short: str) -> tuple[Edit, ...]:
    """The same for a text without quotes, which gets some: within a list in one line a bracket would end it."""
    source = subject.sources.get(text.span.file)
    if source is None or source.written(text.span) != text.markdown or '"' in text.markdown or "\\" in text.markdown:
        return ()
    new = f'"{text.markdown[:begin]}[+{short}]{text.markdown[begin + len(short) :]}"'
    return (Edit(text.span, text.markdown, new),)


def written_out_twice(subject: Subject) -> Iterator[Finding]:
    """A text writes an abbreviation out although it was written out before (L104)."""
    for short, listed in subject.shared(_abbreviations).spelled.items():
        first: dict[Reader, Words] = {}
        for use in listed:
            if not use.text.section or f"({short})" not in use.text.words:
                continue
            before = next((first[reader] for reader in use.text.readers if reader in first), None)
            if before is not None and before is not use.text:
                message = f"`{short}` is written out again; line {before.span.line} has done so"
                yield Finding(message, found_in(subject, use.text, f"({short})"), (f"write `{short}` alone",))
            for reader in use.text.readers:
                first.setdefault(reader, use.text)


def in_title(subject: Subject) -> Iterator[Finding]:
    """A title has an abbreviation in it (L105); off unless a house asks for it."""
    for short, listed in subject.shared(_abbreviations).uses.items():
        for use in listed:
            if use.text.role == "title" and short not in _KNOWN and not _ROMAN.fullmatch(short):
                message = f"`{short}` stands in a title"
                yield Finding(message, found_in(subject, use.text, short), ("write it out, or say it otherwise",))


def seldom_used(subject: Subject) -> Iterator[Finding]:
    """An abbreviation is defined for very few uses (L106)."""
    uses, least = subject.shared(_abbreviations).uses, subject.limits.abbreviation_uses
    for short in subject.lesson.abbreviations:
        count = Counter(id(use.text) for use in uses.get(short, ()))
        if count and sum(count.values()) < least:
            times = "once" if sum(count.values()) == 1 else "twice" if sum(count.values()) == 2 else "seldom"
            message = f"`{short}` is used {times}"
            yield Finding(message, _defined(subject, short), ("write it out there, and leave the short form away",))


def never_used(subject: Subject) -> Iterator[Finding]:
    """An abbreviation is defined, and nothing uses it (L107)."""
    uses = subject.shared(_abbreviations).uses
    for short in subject.lesson.abbreviations:
        if short not in uses:
            yield Finding(f"nothing uses `{short}`", _defined(subject, short), ("take it out of the list",))


def two_meanings(subject: Subject) -> Iterator[Finding]:
    """An abbreviation is written out in two ways (L108)."""
    found = subject.shared(_abbreviations)
    for short, meaning in subject.lesson.abbreviations.items():
        expected = _stems(meaning)
        for use in found.spelled.get(short, ()):
            for other, long in _written_out(use.text.words):
                if other == short and long and not expected & _stems(long):
                    message = f"`{short}` stands for `{meaning}`, but here it is written out otherwise"
                    yield Finding(message, found_in(subject, use.text, f"({short})"), ("use one of the two",))


def _stems(meaning: str) -> set[str]:
    return {word[:4].casefold() for word in re.findall(r"\w{3,}", meaning)}


def _defined(subject: Subject, short: str) -> Span:
    place = subject.lesson.place
    return place.fields.get(f"abbreviations/{short}") or place.of("abbreviations")


RULES = (
    Rule("L102", never_written_out),
    Rule("L103", written_out_late),
    Rule("L104", written_out_twice),
    Rule("L105", in_title, on=False),
    Rule("L106", seldom_used, Severity.INFO, on=False),
    Rule("L107", never_used),
    Rule("L108", two_meanings),
)
