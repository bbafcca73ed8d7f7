"""What every sheet of a session is composed from, and what their heads have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.blocks import Block, Heading, Paragraph, Rich, Run, bare, joined, plain
from deckbuild.brand.brand import Brand
from deckbuild.compose.agenda import span_of
from deckbuild.compose.designation import held
from deckbuild.compose.linking import Linker
from deckbuild.facts import Facts, PartFacts
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.lesson.session import Session
from deckbuild.properties import Properties


@dataclass(frozen=True)
class Sheet:
    """A session, ready to be put on paper."""

    lesson: Lesson
    facts: Facts
    labels: Labels
    linker: Linker
    brand: Brand
    properties: Properties

    @property
    def session(self) -> Session:
        """The session as written."""
        programme = self.facts.programme
        assert programme is not None
        assert programme.session is not None
        return programme.session

    @property
    def trainers(self) -> tuple[str, ...]:
        """The names of all who teach."""
        return tuple(trainer.name for trainer in self.session.trainers)


def head(sheet: Sheet, title: str) -> Iterator[Block]:
    """The sheet's name, below it what it is for: the session, when and where."""
    yield Heading(1, bare(title))
    yield Paragraph(joined([sheet.linker.text(sheet.lesson.title), *map(bare, about(sheet))], " · "), "lead")


def about(sheet: Sheet) -> tuple[str, ...]:
    """Date and times, venue."""
    return (*held(sheet.facts, sheet.labels), *filter(None, (sheet.session.venue,)))


def times(part: PartFacts, sheet: Sheet) -> str:
    """`09:00–09:45`."""
    found = sheet.facts.clocks.get(part.part.key)
    return span_of(found) if found else ""


def leads(part: PartFacts) -> tuple[str, ...]:
    """Who leads a part."""
    return part.part.entry.lead if part.part.entry else ()


SHORT = 38
"""Characters of a title that stand in one line of the hours."""


def clipped(rich: Rich, most: int) -> Rich:
    """The first words of a text that is longer than `most` characters; 0 for all of it."""
    text = plain(rich)
    if not most or len(text) <= most:
        return rich
    return bare(text[:most].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …")


def muted(text: str) -> Rich:
    """Words that stand back."""
    return (Run(text, style="muted"),) if text else ()


def rests(part: PartFacts) -> bool:
    """Whether nobody teaches in it."""
    return part.part.kind in ("break", "free")
