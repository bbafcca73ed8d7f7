"""What a part of a document is, and what every part is composed from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Block, Heading
from deckbuild.compose.cues import Cues
from deckbuild.compose.linking import Linker
from deckbuild.compose.presentation import Page
from deckbuild.facts import Facts
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.properties import Properties
from deckbuild.spec.cue import Reader


@dataclass(frozen=True)
class Guide:
    """What every part of one document is composed from."""

    lesson: Lesson
    facts: Facts
    labels: Labels
    linker: Linker
    cues: Cues
    reader: Reader
    pages: Mapping[str, Page]
    pictures: Mapping[str, Asset]
    properties: Properties
    headings: tuple[Heading, ...] = ()
    """The headings of the other parts; known to parts that are composed `late`."""

    @property
    def trainer(self) -> bool:
        """Whether it is the trainer's."""
        return self.reader is Reader.TRAINER

    @property
    def kind(self) -> str:
        """What this document is: `Facilitator notes`."""
        return self.labels("facilitator" if self.trainer else "participant")


@dataclass(frozen=True)
class Part:
    """A part of a document.  `compose` gives nothing where the lesson has nothing for it: no part stands empty."""

    name: str
    compose: Callable[[Guide], Iterable[Block]]
    readers: tuple[Reader, ...] = (Reader.TRAINER, Reader.PARTICIPANT)
    alone: bool = True
    """Whether it shares no page with others; parts that do follow on where there is room."""
    late: bool = False
    """Whether it is composed after all others, because it lists their headings."""


def picture_file(key: str) -> PurePosixPath:
    """The name under which a document knows the picture of a slide."""
    return PurePosixPath(f"slide:{key}")
