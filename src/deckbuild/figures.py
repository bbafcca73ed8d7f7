"""What can be drawn on a slide, as typed data: each says the same in words (see `blocks.Figure`).

How they are drawn stands in compose/figures, a module each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckbuild.blocks import Block, Card, Cards, Figure, Item, Items, Paragraph, Rich, Run, Web, joined, plain

Text = tuple[Paragraph | Items, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its title, what belongs to it, and the name of its icon."""

    title: Rich
    text: Text = ()
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Steps(Figure):
    """A process, drawn as a row of chevrons, as a cycle, or as a numbered list."""

    steps: tuple[Step, ...]
    look: Literal["chevrons", "cycle", "numbered"] = "chevrons"

    @property
    def words(self) -> tuple[Block, ...]:
        """A numbered list; what belongs to a step stands below it."""
        return (Items(tuple(item for step in self.steps for item in _listed(step.title, step.text)), numbered=True),)


def _listed(title: Rich, text: Text) -> tuple[Item, ...]:
    """A title as an item, its text as items one level below."""
    below: list[Item] = []
    for block in text:
        below += (
            (Item(block.text, 1),)
            if isinstance(block, Paragraph)
            else (Item(item.text, min(item.level + 1, 2)) for item in block.items)
        )
    return (Item(title), *below)


@dataclass(frozen=True, slots=True)
class Axis:
    """What a matrix is told apart by in one direction: a title, its two ends, or a name for each row or column."""

    title: Rich = ()
    low: Rich = ()
    high: Rich = ()
    names: tuple[Rich, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a matrix."""

    title: Rich = ()
    text: Text = ()
    icon: str = ""
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Matrix(Figure):
    """Cells in rows from top to bottom, between two axes."""

    rows: tuple[tuple[Cell, ...], ...]
    across: Axis = Axis()
    up: Axis = Axis()

    @property
    def words(self) -> tuple[Block, ...]:
        """The axes in a line each, then the cells as cards, each with where it stands."""
        axes = (Paragraph(_axis(axis)) for axis in (self.up, self.across) if axis.title or axis.low or axis.high)
        cells = tuple(
            Card(joined(filter(None, (self._place(r, c), cell.title)), ": "), cell.text)
            for r, row in enumerate(self.rows)
            for c, cell in enumerate(row)
            if cell.title or cell.text
        )
        return (*axes, Cards(cells))

    def _place(self, row: int, column: int) -> Rich:
        names = (self.up.names[row : row + 1], self.across.names[column : column + 1])
        return joined((name for found in names for name in found), ", ")


def _axis(axis: Axis) -> Rich:
    """`Effort: low – high`."""
    ends = joined(filter(None, (axis.low, axis.high)), " – ")
    return joined(filter(None, (axis.title, ends)), ": ")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point on a timeline: `at` is its day, counted from year 1, where it is drawn to scale."""

    date: Rich
    title: Rich
    text: Text = ()
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of a timeline, from day to day."""

    dates: Rich
    title: Rich
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Timeline(Figure):
    """Dated points on a line, evenly spaced or to scale."""

    moments: tuple[Moment, ...]
    periods: tuple[Period, ...] = ()

    @property
    def words(self) -> tuple[Block, ...]:
        """A list: date and title."""
        moments = [item for m in self.moments for item in _listed(_dated(m.date, m.title), m.text)]
        return (Items((*moments, *(Item(_dated(p.dates, p.title)) for p in self.periods))),)


def _dated(date: Rich, title: Rich) -> Rich:
    return joined(filter(None, (date, title)), ": ")


Outline = Literal["box", "round", "decision", "circle", "stadium", "subroutine", "note", "hexagon", "store"]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a diagram."""

    id: str
    title: Rich
    outline: Outline = "round"
    icon: str = ""
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from node to node."""

    start: str
    end: str
    label: Rich = ()
    look: Literal["solid", "dotted", "thick"] = "solid"
    arrow: Literal["none", "end", "both"] = "end"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Nodes that belong together, and what they are called."""

    title: Rich
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diagram(Figure):
    """Nodes and edges, laid out in layers."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    clusters: tuple[Cluster, ...] = ()
    direction: Literal["down", "up", "right", "left"] | None = None
    """Where edges lead; as fits best where it is not said."""

    @property
    def words(self) -> tuple[Block, ...]:
        """Groups, then `A → B (label)` for each edge; nodes that nothing leads to or from stand alone."""
        titles = {node.id: node.title for node in self.nodes}
        lines = [Item(joined((cluster.title, joined((titles[n] for n in cluster.nodes), ", ")), ": "))
                 for cluster in self.clusters]  # fmt: skip
        lines += (Item(_edge(edge, titles)) for edge in self.edges)
        joined_up = {end for edge in self.edges for end in (edge.start, edge.end)}
        lines += (Item(node.title) for node in self.nodes if node.id not in joined_up)
        return (Items(tuple(lines)),)


def _edge(edge: Edge, titles: dict[str, Rich]) -> Rich:
    arrow = {"none": " – ", "end": " → ", "both": " ↔ "}[edge.arrow]
    label = (Run(" ("), *edge.label, Run(")")) if plain(edge.label) else ()
    return (*titles[edge.start], Run(arrow), *titles[edge.end], *label)


@dataclass(frozen=True, slots=True)
class QrCode(Figure):
    """A QR code for an address, and what is said beside it."""

    url: str
    text: Text = ()

    @property
    def words(self) -> tuple[Block, ...]:
        """What is said, and the address."""
        return (*self.text, Paragraph((Run(self.url, link=Web(self.url)),)))
