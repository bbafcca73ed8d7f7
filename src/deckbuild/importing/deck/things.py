"""What stands on slides, read and not yet understood: frozen, and free of XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from deckbuild.brand.brand import Box
from deckbuild.importing.prose import Para


@dataclass(frozen=True)
class Shown:
    """A picture: the part with its pixels, the drawing that stands for it, and what is cut off each side."""

    part: str
    vector: str = ""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Shares of left, top, right, bottom that are not shown."""
    decorative: bool = False
    elsewhere: str = ""
    """An address or path outside the file; such a picture is not fetched."""


@dataclass(frozen=True)
class Cell:
    """A cell: its paragraphs, how far it goes, whether another covers it."""

    paras: tuple[Para, ...]
    columns: int = 1
    rows: int = 1
    covered: Literal["", "left", "above"] = ""
    filled: bool = False


@dataclass(frozen=True)
class Grid:
    """A table."""

    rows: tuple[tuple[Cell, ...], ...]
    header: bool
    total: bool
    header_column: bool


@dataclass(frozen=True)
class Plotted:
    """A chart's numbers: what its categories are called, its series with a value for each."""

    kind: str
    """deckbuild's type, or "" for one that it does not draw."""
    said: str
    """PowerPoint's name of the type, for messages."""
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    stack: str = "none"
    lines: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    title: str = ""
    of: str = ""
    value_title: str = ""
    second_title: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Node:
    """A point of SmartArt and those below it."""

    paras: tuple[Para, ...]
    below: tuple[Node, ...] = ()

    @property
    def text(self) -> str:
        """Its words in a line."""
        return " ".join(para.text for para in self.paras)


@dataclass(frozen=True)
class Smart:
    """SmartArt: its points, and the name of its layout (`cycle2`, `process1`)."""

    nodes: tuple[Node, ...]
    layout: str = ""


@dataclass(frozen=True)
class Played:
    """A film or sound: its part, or its address; the picture shown before it runs."""

    kind: Literal["video", "audio"]
    part: str = ""
    address: str = ""
    poster: Shown | None = None


What = Literal["text", "picture", "table", "chart", "smartart", "media", "line", "drawing", "object", "group"]


@dataclass(frozen=True)
class Thing:
    """A shape."""

    what: What
    name: str = ""
    alt: str = ""
    id: str = ""
    box: Box | None = None
    holder: str = ""
    """Type of its placeholder: title, ctrTitle, subTitle, body, obj, pic, tbl, chart, media, dt, ftr, sldNum; or ""."""
    index: int = -1
    paras: tuple[Para, ...] = ()
    raw: tuple[str, ...] = ()
    """Its lines with all their spaces, where all of it is set like typing: source text."""
    size: float = 0.0
    """Points of its largest text, where it says so itself."""
    geometry: str = ""
    filled: bool = False
    formulas: tuple[str, ...] = ()
    """LaTeX, where it holds formulas and no other text."""
    picture: Shown | None = None
    grid: Grid | None = None
    plotted: Plotted | None = None
    smart: Smart | None = None
    played: Played | None = None
    members: tuple[Thing, ...] = ()
    joins: tuple[str, str] = ("", "")
    """Ids of the shapes that a line begins and ends at."""
    arrows: tuple[bool, bool] = (False, False)
    dashed: bool = False
    link: str = ""
    """Where a click on it leads: an address, or `@part` of a slide."""
    object_kind: str = ""
    hidden: bool = False

    @property
    def text(self) -> str:
        """Its words, a line a paragraph."""
        return "\n".join(para.text for para in self.paras)

    def walk(self) -> Iterator[Thing]:
        """Itself and what it groups, in drawing order."""
        yield self
        for member in self.members:
            yield from member.walk()


@dataclass(frozen=True)
class Comment:
    """A comment: by whom, and what it says."""

    author: str
    text: str
    answers: int = 0


@dataclass(frozen=True)
class SlideRead:
    """A slide as it stands in the file."""

    part: str
    number: int
    name: str
    layout: str
    """Name of its layout."""
    role: str
    """What the layout is for, by brand/match.py; "" where that can't be told."""
    things: tuple[Thing, ...]
    notes: tuple[Para, ...] = ()
    notes_more: tuple[Thing, ...] = ()
    """What else stands on the notes page."""
    hidden: bool = False
    comments: tuple[Comment, ...] = ()
    background: Shown | None = None
    counted: Mapping[str, int] = field(default_factory=dict)
    """What is counted and not kept: transitions, animations …"""
