"""What a lesson and its import are compared by: slides with their kinds, and what the trainer is told at each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from rapidfuzz import fuzz

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.importing import run
from deckbuild.importing.reading import Options
from deckbuild.lesson.lesson import Lesson, Slide
from deckbuild.load.course import load_lesson
from deckbuild.pipeline import compose, deck_of
from deckbuild.workspace import Disk, Overlaid, Recording
from samples import ROOT

IMPORTED = PurePosixPath("decks/imported.yaml")


@dataclass(frozen=True)
class Difference:
    """What is other after a round trip."""

    slide: str
    what: str
    before: str
    after: str


def built(path: PurePosixPath) -> bytes:
    """The deck of a lesson in decks/."""
    composed = compose(Recording(Disk(ROOT)), path, Diagnostics())
    assert composed is not None
    return deck_of(composed)


def imported(deck: bytes) -> tuple[Lesson, Diagnostics]:
    """The lesson that a deck gives back, loaded from the file that was written for it."""
    diags = Diagnostics()
    made = run({"deck.pptx": deck}, IMPORTED, PurePosixPath("decks/pictures"), Disk(ROOT), Options(), diags)
    assert made is not None, diags.in_order()
    found = Diagnostics()
    loaded = load_lesson(Overlaid(Disk(ROOT), made.files), IMPORTED, found)
    assert loaded is not None, found.in_order()
    return loaded.lesson, diags


def original(path: PurePosixPath) -> Lesson:
    """The lesson as it was written."""
    loaded = load_lesson(Disk(ROOT), path, Diagnostics())
    assert loaded is not None
    return loaded.lesson


def slides_of(lesson: Lesson) -> Iterator[Slide]:
    for section in lesson.sections:
        yield from section.slides


def kind_of(slide: Slide) -> str:
    return slide.content.key if slide.content else "no body"


def words(text: object) -> str:
    """A text by its letters and digits, references within it left out."""
    plain = re.sub(r"\[@[^\]]*\]|\[\+([^\]]*)\]|\{\.\w+\}", r"\1", str(text or ""))
    return "".join(c for c in plain.casefold() if c.isalnum())


def notes_of(slide: Slide) -> list[tuple[str, str]]:
    """Verb and words of each cue; those that name something by an id have only their verb."""
    return [
        (cue.verb, "" if cue.verb in ("reference", "distribute", "activity", "case") else words(cue.prose))
        for cue in slide.notes
    ]


def alike(first: list[tuple[str, str]], second: list[tuple[str, str]]) -> bool:
    """Whether notes have the same cues, and nearly the same words: references are written out in a deck."""
    if [verb for verb, _ in first] != [verb for verb, _ in second]:
        return False
    return all(fuzz.partial_ratio(one, other) > 60 for (_, one), (_, other) in zip(first, second, strict=True))


def differences(before: Lesson, after: Lesson) -> Iterator[Difference]:
    """What is other in slides, their order, their kinds and their notes."""
    first, second = list(slides_of(before)), list(slides_of(after))
    names = [[slide.id or slide.title or "" for slide in listed] for listed in (first, second)]
    if names[0] != names[1]:
        yield Difference("", "slides", ", ".join(names[0]), ", ".join(names[1]))
        return
    sections = [[section.title for section in lesson.sections] for lesson in (before, after)]
    if [*map(words, sections[0])] != [*map(words, sections[1])]:
        yield Difference("", "sections", str(sections[0]), str(sections[1]))
    for one, other in zip(first, second, strict=True):
        name = one.id or one.title or ""
        if kind_of(one) != kind_of(other):
            yield Difference(name, "kind", kind_of(one), kind_of(other))
        if one.title and words(one.title) != words(other.title):
            yield Difference(name, "title", str(one.title), str(other.title))
        if one.hidden != other.hidden:
            yield Difference(name, "hidden", str(one.hidden), str(other.hidden))
        if not alike(notes_of(one), notes_of(other)):
            yield Difference(name, "notes", str(notes_of(one)), str(notes_of(other)))
        if words(one.key_message) != words(other.key_message):
            yield Difference(name, "key message", str(one.key_message), str(other.key_message))
