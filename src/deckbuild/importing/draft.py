"""A lesson as it was found in foreign files, in deckbuild's terms and not yet written.

Bodies and entries are plain data, shaped as the specification shapes them: what a loader would read from YAML.  Texts
are Markdown (`markup.py` makes it from runs).  Every part knows where it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

Value = Any
"""str, bool, int, float, a tuple of values, or a mapping of texts to values; `Filed` where a file is named."""

_NONE: Mapping[str, Value] = MappingProxyType({})


class Filed(str):
    """The name of one of the draft's `files`; written as the path of that file."""

    __slots__ = ()


@dataclass(frozen=True)
class Origin:
    """Where something was found: the file's name, and the place in it as a reader of it would look it up."""

    file: str = ""
    place: str = ""

    def __str__(self) -> str:
        return f"{self.file}, {self.place}" if self.place else self.file


NOWHERE = Origin()


@dataclass(frozen=True)
class Cue:
    """A cue of the notes: one verb of `spec.cue.VERBS`, and what belongs to it."""

    verb: str
    text: str = ""
    ids: tuple[str, ...] = ()
    """For the verbs that name something: reference, distribute, activity, case."""
    answers: tuple[str, ...] = ()
    kind: str = ""
    """Of a `note`: safety, sensitivity, adapt or timing."""
    audience: str = ""
    """`for`, where it is not whom such a cue is usually for."""
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slide:
    """A slide.  `body` holds the body key and its siblings: `{"bullets": (…), "numbered": True}`."""

    title: str = ""
    body: Mapping[str, Value] = field(default_factory=lambda: _NONE)
    notes: tuple[Cue, ...] = ()
    id: str = ""
    """Made from the title where it is not given."""
    more: Mapping[str, Value] = field(default_factory=lambda: _NONE)
    """Other keys of a slide: duration, covers, key_message, subtitle, layout, background, hidden …"""
    comments: tuple[str, ...] = ()
    """Decisions that are the author's; written above it."""
    origin: Origin = NOWHERE


@dataclass(frozen=True)
class Section:
    """A part of the lesson."""

    title: str
    slides: tuple[Slide, ...] = ()
    notes: tuple[Cue, ...] = ()
    references: tuple[str, ...] | None = None
    id: str = ""
    comments: tuple[str, ...] = ()
    origin: Origin = NOWHERE


@dataclass(frozen=True)
class Entry:
    """An activity, a case, a question, a handout, a term or a reference, as the specification shapes it."""

    values: Mapping[str, Value]
    comments: tuple[str, ...] = ()
    origin: Origin = NOWHERE


@dataclass(frozen=True)
class Draft:
    """A lesson.  `head` holds keys of the specification: lesson, title, duration, outcomes and the like."""

    head: Mapping[str, Value] = field(default_factory=lambda: _NONE)
    sections: tuple[Section, ...] = ()
    references: Mapping[str, Entry] = field(default_factory=dict)
    handouts: tuple[Entry, ...] = ()
    activities: tuple[Entry, ...] = ()
    cases: tuple[Entry, ...] = ()
    questions: tuple[Entry, ...] = ()
    glossary: tuple[Entry, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures and media by name; bodies name them with `Filed`."""
    comments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Decisions that are the author's, by the key of the head that they stand above."""
