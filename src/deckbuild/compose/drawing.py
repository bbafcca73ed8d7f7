"""What figures are drawn with: shapes, connectors that hold on to them, groups.  Lengths are EMU."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from deckbuild.blocks import Figure, Rich
from deckbuild.brand.brand import Box

NO_INSET = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: theme slot, width, preset dash, and what stands at its beginning and end (such as `triangle`)."""

    slot: str
    width: int = 19050
    dash: str = ""
    head: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A drawn path in units of its own: `M`, `L`, `C` (a cubic curve) and `Z`, each with its numbers."""

    width: int
    height: int
    commands: tuple[tuple[str, tuple[int, ...]], ...]
    filled: bool = False
    stroked: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in a shape: points, theme slot, and the colour of its bullet where it has one."""

    text: Rich
    size: float
    bold: bool = False
    slot: str = "tx1"
    align: Literal["l", "ctr", "r"] = "l"
    before: float = 0.0
    bullet: str = ""
    indent: int = 0
    """From the left inset to the text; a bullet stands before it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of a preset geometry, or one drawn by paths; without words and `alt` it is decoration."""

    name: str
    box: Box
    geometry: str = "rect"
    adjust: tuple[tuple[str, int], ...] = ()
    paths: tuple[Path, ...] = ()
    fill: str = ""
    stroke: Stroke | None = None
    words: tuple[Words, ...] = ()
    anchor: Literal["t", "ctr", "b"] = "ctr"
    inset: Box = NO_INSET
    """Left (x), top (y), right (width), bottom (height) insets of the text."""
    turned: bool = False
    """Whether its text runs from bottom to top."""
    mirrored: bool = False
    """Whether its geometry is turned round from left to right."""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Glue:
    """Where a connector holds on: the name of a shape on the same slide, and the index of its connection site."""

    shape: str
    site: int


@dataclass(frozen=True, slots=True)
class Connector:
    """A line glued to two shapes: straight, or an elbow that sets out in a direction and bends twice half way."""

    name: str
    start: tuple[int, int]
    end: tuple[int, int]
    glue: tuple[Glue, Glue]
    stroke: Stroke
    elbow: Literal["", "upright", "level"] = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A figure: its shapes move as one.  `alt` says what all of it shows."""

    name: str
    box: Box
    members: tuple[Drawn, ...]
    alt: str = ""
    figure: Figure | None = None
    """What is drawn, which knows its words."""


Drawn = Shape | Connector | Group


def flat(drawings: Iterable[Drawn]) -> Iterator[Shape | Connector]:
    """The shapes and connectors, those in groups too, in reading order."""
    for drawing in drawings:
        if isinstance(drawing, Group):
            yield from flat(drawing.members)
        else:
            yield drawing
