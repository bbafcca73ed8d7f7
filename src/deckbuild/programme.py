"""What is built from several lessons: the parts of a session or a course, each with the lesson it is cut from.

Made by `load`, cut and joined by `assemble`; a lesson on its own has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from deckbuild.diagnostics.model import Span
from deckbuild.lesson.course import Course, Included, Module
from deckbuild.lesson.lesson import Lesson
from deckbuild.lesson.session import Entry, Session
from deckbuild.spec.leftout import LeftOut

PartKind = Literal["lesson", "activity", "slides", "break", "free"]


@dataclass(frozen=True)
class Part:
    """A line of the programme, or a lesson of a course."""

    key: str
    """`part/3`: it stays what it is, whatever is left out."""
    kind: PartKind
    title: str
    """Markdown; empty for a break that has no name of its own."""
    lesson: Lesson | None = None
    """What is taught in it; None for a break and for free time."""
    file: PurePosixPath | None = None
    """The lesson's file, or that of the session in which the slides stand."""
    entry: Entry | None = None
    """The line as the session has it."""
    included: Included | None = None
    """The lesson as the course has it."""
    module: str = ""
    """Number of the course's module."""
    sections: tuple[int, ...] = ()
    """Numbers of its sections in the joined lesson, from 1."""
    piece: int = 1
    """Which piece of its lesson it is, where the programme divides one: 2 for what comes after the break."""
    pieces: int = 1
    """Pieces that the lesson is divided into."""
    seconds: int = 0
    """In a session, the time that it is given."""

    @property
    def number(self) -> str:
        """The lesson's number; empty for what is no lesson."""
        return self.lesson.lesson if self.lesson and self.kind in ("lesson", "activity") else ""

    @property
    def taught(self) -> bool:
        """Whether there are slides in it."""
        return self.lesson is not None


@dataclass(frozen=True)
class Taught:
    """An edition of a course: its name, and the places in the lessons' files of the slides that it shows."""

    name: str
    slides: frozenset[Span]


@dataclass(frozen=True)
class Programme:
    """The parts of a session, of a course, or of one of its modules, in order."""

    kind: Literal["session", "course", "module"]
    parts: tuple[Part, ...]
    session: Session | None = None
    course: Course | None = None
    modules: tuple[Module, ...] = ()
    """The course's modules, those of included courses in their places; for a module that one."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """Number of the lesson that an activity belongs to, by its id in the joined lesson."""
    left_out: tuple[tuple[str, tuple[LeftOut, ...]], ...] = ()
    """Key of each part of which something is left out, and what."""
    dropped: tuple[Part, ...] = ()
    """Parts for which there is no time."""
    editions: tuple[Taught, ...] = ()
    """Of a course: the selections that its deck shows on their own."""

    restarts: bool = False
    """Whether slides are numbered from 1 in each lesson."""

    @property
    def projected(self) -> bool:
        """Whether slides can be shown; else what they show is written on a flip chart."""
        return self.session is None or self.session.projector

    @property
    def head(self) -> Session | Course:
        """What the author wrote at the top of the file."""
        head = self.session or self.course
        assert head is not None
        return head
