"""Last part: depths and routes.  Lines run across between the layers only, each on a track of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from deckbuild.compose.figures.layered.graph import Chain, Graph, Item, Layered, Point, Spacing


@dataclass(eq=False)
class Net:
    """A line across, shared by edges from one node: where they come down to it, and where they leave it."""

    key: tuple[str, int]
    above: set[int] = field(default_factory=set)
    below: set[int] = field(default_factory=set)
    level: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """Left and right end."""
        ends = self.above | self.below
        return min(ends), max(ends)


Channels = list[dict[tuple[str, int], Net]]


class Routes:
    """The depth of every layer, and the points of every edge."""

    def __init__(self, layered: Layered, graph: Graph, spacing: Spacing, x: Callable[[Item], int]) -> None:
        self._layered, self._graph, self._spacing, self._x = layered, graph, spacing, x
        count = len(layered.layers)
        self._channels: Channels = [{} for _ in range(count + 1)]
        self._net: dict[tuple[int, int], Net] = {}
        for chain in layered.chains:
            self._collect(chain)
        self._levels = [_level(list(nets.values()), spacing.track) for nets in self._channels]
        self._heights = [max((item.height for item in layer), default=0) for layer in layered.layers]
        self.tops: list[int] = []
        self._tracks: list[int] = []
        """Depth of the first track of each channel."""
        self.depth = self._stack()

    def _collect(self, chain: Chain) -> None:
        """The lines across that an edge needs, by channel (the channel n is above the layer n)."""
        if chain.back:
            upper, lower, passing = chain.upper, chain.lower, chain.between[0]
            self._add(chain, upper.layer, ("back", chain.arc), below={self._x(upper), self._x(passing)})
            self._add(chain, lower.layer + 1, ("back", chain.arc), above={self._x(lower), self._x(passing)})
            return
        way = [chain.upper, *chain.between, chain.lower]
        for one, other in pairwise(way):
            if self._x(one) != self._x(other):
                key = self._key(one, other, chain)
                self._add(chain, other.layer, key, above={self._x(one)}, below={self._x(other)})

    def _key(self, one: Item, other: Item, chain: Chain) -> tuple[str, int]:
        """Edges that leave one node share their line across, else those that reach one."""
        if one.name and len(one.below) > 1:
            return ("out", id(one))
        if other.name and len(other.above) > 1:
            return ("in", id(other))
        return ("own", chain.arc)

    def _add(
        self,
        chain: Chain,
        channel: int,
        key: tuple[str, int],
        *,
        above: Collection[int] = (),
        below: Collection[int] = (),
    ) -> None:
        net = self._channels[channel].setdefault(key, Net(key))
        net.above.update(above)
        net.below.update(below)
        self._net[chain.arc, channel] = net

    def _stack(self) -> int:
        """Layers and channels one below the other."""
        spacing, y = self._spacing, 0
        # Between two layers of nodes there is one for labels, where there are any.
        along = spacing.along // 2 if any(arc.labelled for arc in self._graph.arcs) else spacing.along
        count = len(self._layered.layers)
        heads, feet = self._strips()
        for number, levels in enumerate(self._levels):
            outer = number in (0, count)
            head, foot = heads.get(number, 0), feet.get(number - 1, 0)
            lines = (levels - 1) * spacing.track if levels else 0
            least = 2 * spacing.stub + lines if levels else 0
            if not outer:
                least = max(least, along)
            y += foot
            self._tracks.append(y + (least - lines) // 2)
            y += least + head
            if number < count:
                self.tops.append(y)
                y += self._heights[number]
        return y

    def _strips(self) -> tuple[dict[int, int], dict[int, int]]:
        """What clusters keep clear above their first layer and below their last."""
        heads: dict[int, int] = {}
        feet: dict[int, int] = {}
        for cluster in self._graph.clusters:
            layers = [self._layered.nodes[name].layer for name in cluster.names]
            heads[min(layers)] = max(heads.get(min(layers), 0), cluster.head + self._spacing.pad)
            feet[max(layers)] = max(feet.get(max(layers), 0), cluster.foot + self._spacing.pad)
        return heads, feet

    def top(self, item: Item) -> int:
        """Upper edge of a node, which stands in the middle of its layer."""
        return self.tops[item.layer] + (self._heights[item.layer] - item.height) // 2

    def _track(self, chain: Chain, channel: int) -> int:
        return self._tracks[channel] + self._net[chain.arc, channel].level * self._spacing.track

    def points(self, chain: Chain) -> tuple[Point, ...]:
        """Where the edge begins, bends and ends, in its own direction."""
        x, upper, lower = self._x, chain.upper, chain.lower
        if chain.back:
            passing = x(chain.between[0])
            below, above = self._track(chain, lower.layer + 1), self._track(chain, upper.layer)
            start, end = self.top(lower) + lower.height, self.top(upper)
            return (
                (x(lower), start), (x(lower), below), (passing, below),
                (passing, above), (x(upper), above), (x(upper), end),
            )  # fmt: skip
        points = [(x(upper), self.top(upper) + upper.height)]
        for item in [*chain.between, lower]:
            if x(item) != points[-1][0]:
                track = self._track(chain, item.layer)
                points += [(points[-1][0], track), (x(item), track)]
        points.append((x(lower), self.top(lower)))
        return tuple(points)


# --- tracks ------------------------------------------------------------------------------------------------


def _level(nets: Sequence[Net], clear: int) -> int:
    """Give each line across its track, and say how many there are.

    A line that another's end would meet goes to the proper side of it; besides, their order has the fewest crossings.
    """
    left, placed = list(nets), list[Net]()
    while left:
        free = [net for net in left if not any(_must(other, net) for other in left if other is not net)] or left
        others = [[other for other in left if other is not net] for net in free]
        gains = [sum(_cost(net, o) - _cost(o, net) for o in rest) for net, rest in zip(free, others, strict=True)]
        chosen = free[min(zip(gains, (net.span for net in free), range(len(free)), strict=True))[2]]
        left.remove(chosen)
        beside = [o for o in placed if _meet(o, chosen, clear)]
        chosen.level = max((o.level + 1 for o in beside), default=0)
        placed.append(chosen)
    return max((net.level + 1 for net in placed), default=0)


def _must(upper: Net, lower: Net) -> bool:
    """Whether `upper` has to run above `lower`: where one comes down at the place at which the other goes on."""
    return bool(upper.above & lower.below)


def _meet(one: Net, other: Net, clear: int) -> bool:
    """Whether two lines would touch on the same track."""
    (a, b), (c, d) = one.span, other.span
    return a - clear < d and c - clear < b


def _cost(upper: Net, lower: Net) -> int:
    """Crossings where `upper` runs above `lower`."""
    (a, b), (c, d) = upper.span, lower.span
    return sum(a < x < b for x in lower.above) + sum(c < x < d for x in upper.below)
