"""What a layered layout is made from and what comes back.  `x` runs across the layers, `y` from layer to layer."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Spacing:
    """Distances between what is laid out."""

    across: int
    """Between neighbours of a layer."""
    along: int
    """Between layers, at least."""
    track: int
    """Between lines that run side by side."""
    stub: int
    """From a node to the first line across, at least."""
    pad: int
    """Between a cluster's edge and its nodes."""


@dataclass(frozen=True)
class Vertex:
    """A node and its size."""

    name: str
    width: int
    height: int


@dataclass(frozen=True)
class Arc:
    """An edge.  Its label keeps `before` and `after` clear on the two sides of the line, over `length` of it."""

    start: str
    end: str
    before: int = 0
    after: int = 0
    length: int = 0

    @property
    def labelled(self) -> bool:
        """Whether it has a label."""
        return self.length > 0


@dataclass(frozen=True)
class Cluster:
    """Nodes that stand together.  `before` is kept clear at its left edge, `head` or `foot` along the layers."""

    names: tuple[str, ...]
    before: int = 0
    head: int = 0
    foot: int = 0
    clear: int = 0
    """From its left edge to the first line that runs through its head or foot."""


@dataclass(frozen=True)
class Graph:
    """What is to be laid out."""

    vertices: tuple[Vertex, ...]
    arcs: tuple[Arc, ...]
    clusters: tuple[Cluster, ...] = ()


Point = tuple[int, int]
Rectangle = tuple[int, int, int, int]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class Layout:
    """Where everything stands, from (0, 0) on."""

    width: int
    height: int
    boxes: dict[str, Rectangle]
    routes: tuple[tuple[Point, ...], ...]
    """For each arc the points where it begins, bends, and ends."""
    labels: tuple[Rectangle | None, ...]
    clusters: tuple[Rectangle, ...]


# --- while it is made -------------------------------------------------------------------------------------


@dataclass(eq=False)
class Item:
    """Something in a layer: a node, or the place where an edge passes (and its label stands)."""

    layer: int
    left: int
    right: int
    """How far it reaches to both sides of its line or middle."""
    height: int = 0
    name: str = ""
    cluster: int = -1
    arc: int = -1
    short: bool = True
    """Whether it is a node, or on the way of an edge to the next layer of nodes."""
    above: list[Item] = field(default_factory=list)
    below: list[Item] = field(default_factory=list)
    place: float = 0.0


@dataclass
class Chain:
    """An edge on its way: the items between its ends, from the upper layer down; `back` where it runs upwards."""

    arc: int
    upper: Item
    lower: Item
    between: list[Item]
    back: bool
    label: Item | None = None


@dataclass
class Layered:
    """Layers of items, and the edges through them."""

    layers: list[list[Item]]
    chains: list[Chain]
    nodes: dict[str, Item]
    ranked: dict[int, int] = field(default_factory=dict)
    """Clusters in one order for all layers."""
