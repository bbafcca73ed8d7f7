"""Third part: places across the layers.  What is joined stands in line; nothing comes nearer than it may.

Variables are lines that run straight (nodes and passing edges in line with each other) and the two edges of each
cluster; between them stand least distances.  Wished-for places are means of neighbours, and are met as nearly as the
distances allow by merging what would come too near into blocks (Dwyer, Marriott and Stuckey, 2005).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckbuild.compose.figures.layered.graph import Graph, Item, Layered, Spacing
from deckbuild.compose.figures.layered.solve import Constraint, settle, topological

ROUNDS = 32


@dataclass(frozen=True)
class _Unit:
    """What stands in a layer: the variables of its two ends, and what it reaches beyond them."""

    place: float
    begin: int
    end: int
    left: int
    right: int


class Places:
    """The place of every item, and the edges of clusters."""

    def __init__(self, layered: Layered, graph: Graph, spacing: Spacing) -> None:
        self._layered, self._graph, self._spacing = layered, graph, spacing
        items = [item for layer in layered.layers for item in layer]
        self._of = {id(item): number for number, item in enumerate(items)}
        self._count = len(items) + 2 * len(graph.clusters)
        self._first_cluster = len(items)
        base = list(self._distances())
        self._joined = _aligned(layered, self._of, base, self._count)
        self._constraints = _between_lines(base, self._joined)
        self._solve(items)

    def x(self, item: Item) -> int:
        """Its middle, or its line."""
        return self._x[self._joined[self._of[id(item)]]]

    def cluster(self, number: int) -> tuple[int, int]:
        """Left and right edge."""
        left = self._first_cluster + 2 * number
        return self._x[self._joined[left]], self._x[self._joined[left + 1]]

    def _distances(self) -> list[Constraint]:
        """Least distances within each layer, and between clusters and all that stands beside them."""
        spans = self._spans()
        out: list[Constraint] = []
        for number, layer in enumerate(self._layered.layers):
            row = self._row(number, layer, spans)
            out += (
                Constraint(unit.end, following.begin, unit.right + self._spacing.across + following.left)
                for unit, following in pairwise(row)
            )
            for one, other in pairwise(layer):
                if one.cluster == other.cluster and one.cluster >= 0:
                    a, b = self._of[id(one)], self._of[id(other)]
                    out.append(Constraint(a, b, one.right + self._spacing.across + other.left))
        inside = (item for layer in self._layered.layers for item in layer if item.cluster >= 0)
        return [*out, *(constraint for item in inside for constraint in self._inside(item))]

    def _spans(self) -> dict[int, tuple[int, int]]:
        spans: dict[int, tuple[int, int]] = {}
        for item in self._layered.nodes.values():
            if item.cluster >= 0:
                first, last = spans.get(item.cluster, (item.layer, item.layer))
                spans[item.cluster] = (min(first, item.layer), max(last, item.layer))
        return spans

    def _row(self, number: int, layer: Sequence[Item], spans: dict[int, tuple[int, int]]) -> list[_Unit]:
        """Items and whole clusters of a layer, from left to right."""
        units: list[_Unit] = []
        seen: set[int] = set()
        for item in layer:
            variable = self._of[id(item)]
            if item.cluster < 0:
                units.append(_Unit(item.place, variable, variable, item.left, item.right))
            elif item.cluster not in seen:
                seen.add(item.cluster)
                units.append(self._whole(item.cluster, item.place))
        for cluster, (first, last) in spans.items():
            if first < number < last and cluster not in seen:
                units.append(self._whole(cluster, self._mean(cluster, number)))
        units.sort(key=lambda unit: unit.place)
        slots = [n for n, unit in enumerate(units) if unit.begin != unit.end]
        ranked = sorted((units[n] for n in slots), key=self._rank)
        for slot, unit in zip(slots, ranked, strict=True):
            units[slot] = unit
        return units

    def _rank(self, unit: _Unit) -> int:
        return self._layered.ranked[(unit.begin - self._first_cluster) // 2]

    def _whole(self, cluster: int, place: float) -> _Unit:
        left = self._first_cluster + 2 * cluster
        return _Unit(place, left, left + 1, 0, 0)

    def _mean(self, cluster: int, number: int) -> float:
        """Where a cluster passes a layer that has none of its nodes: at the share where it stands in others."""
        shares = [
            (item.place + 0.5) / len(self._layered.layers[item.layer])
            for item in self._layered.nodes.values()
            if item.cluster == cluster
        ]
        return sum(shares) / len(shares) * len(self._layered.layers[number]) - 0.5

    def _inside(self, item: Item) -> list[Constraint]:
        variable, left = self._of[id(item)], self._first_cluster + 2 * item.cluster
        cluster, pad = self._graph.clusters[item.cluster], self._spacing.pad
        before = max(item.left + pad + cluster.before, self._cleared(item))
        return [Constraint(left, variable, before), Constraint(variable, left + 1, item.right + pad)]

    def _cleared(self, item: Item) -> int:
        """What a node that a line enters through the cluster's head keeps clear for the words there."""
        cluster = self._graph.clusters[item.cluster]
        own = [self._layered.nodes[name].layer for name in cluster.names]
        if cluster.head and item.layer == min(own):
            return cluster.clear
        return cluster.clear if cluster.foot and item.layer == max(own) else 0

    # --- solving ------------------------------------------------------------------------------------------

    def _solve(self, items: Sequence[Item]) -> None:
        lines = sorted(set(self._joined))
        near: dict[int, list[int]] = {line: [] for line in lines}
        for chain in self._layered.chains:
            way = [chain.upper, *chain.between, chain.lower]
            for one, other in pairwise(way):
                a, b = self._joined[self._of[id(one)]], self._joined[self._of[id(other)]]
                if a != b:
                    near[a].append(b)
                    near[b].append(a)
        sequence = topological(lines, self._constraints)
        assert sequence is not None
        at = _leftmost(sequence, self._constraints)
        edges = range(self._first_cluster, self._count)
        for _ in range(ROUNDS):
            wished = {
                line: sum(at[o] for o in near[line]) / len(near[line]) if near[line] else at[line] for line in lines
            }
            weights = {line: float(max(len(near[line]), 1)) for line in lines}
            for edge in edges:
                line = self._joined[edge]
                weights[line] = 0.01
            # Half way to the wish only: neighbours that wish for each other's place would change sides for ever.
            wished = {line: (at[line] + wish) / 2 for line, wish in wished.items()}
            at = settle(sequence, self._constraints, wished, weights)
        whole = {line: round(place) for line, place in at.items()}
        arriving: dict[int, list[Constraint]] = {line: [] for line in lines}
        for constraint in self._constraints:
            arriving[constraint.right].append(constraint)
        for line in sequence:  # rounding may have brought two a unit too near
            whole[line] = max([whole[line], *(whole[c.left] + c.distance for c in arriving[line])])
        self._x = [whole.get(number, 0) for number in range(self._count)]
        self._draw_in(arriving)

    def _draw_in(self, arriving: dict[int, list[Constraint]]) -> None:
        """The edges of clusters as near to their nodes as they may be."""
        for number in range(len(self._graph.clusters)):
            left, right = self._first_cluster + 2 * number, self._first_cluster + 2 * number + 1
            own = [c for c in self._constraints if c.left == left]
            inner = [c for c in own if c.right < self._first_cluster or c.right == right]
            if inner:
                self._x[left] = max(self._x[left], min(self._x[c.right] - c.distance for c in inner))
            self._x[right] = max(self._x[c.left] + c.distance for c in arriving[right])


def _mean(places: Sequence[float]) -> float:
    return sum(places) / len(places)


def _leftmost(sequence: Sequence[int], constraints: Sequence[Constraint]) -> dict[int, float]:
    at = dict.fromkeys(sequence, 0.0)
    arriving: dict[int, list[Constraint]] = {line: [] for line in sequence}
    for constraint in constraints:
        arriving[constraint.right].append(constraint)
    for line in sequence:
        at[line] = max([0.0, *(at[c.left] + c.distance for c in arriving[line])])
    return at


# --- what stands in line ---------------------------------------------------------------------------------


def _aligned(layered: Layered, of: dict[int, int], base: Sequence[Constraint], count: int) -> list[int]:
    """For each variable the one that stands for its line: a passing edge is straight, so is an only way onwards."""
    joined = list(range(count))

    def join(a: int, b: int) -> None:
        tried = [joined[a] if line == joined[b] else line for line in joined]
        lines = sorted(set(tried))
        constraints = _between_lines(base, tried)
        if all(c.left != c.right for c in constraints) and topological(lines, constraints) is not None:
            joined[:] = tried

    for chain in layered.chains:
        for one, other in pairwise(chain.between):
            join(of[id(one)], of[id(other)])
    for chain in layered.chains:
        if chain.back:
            continue
        way = [chain.upper, *chain.between, chain.lower]
        for one, other in pairwise(way):
            if _middle(other, one.below) and _middle(one, other.above):
                join(of[id(one)], of[id(other)])
    return joined


def _middle(item: Item, among: Sequence[Item]) -> bool:
    """Whether it is the middle one of an odd number; edges to the next layer of nodes go before longer ones."""
    short = [one for one in among if one.short]
    ranked = sorted(short or among, key=lambda one: one.place)
    return len(ranked) % 2 == 1 and ranked[len(ranked) // 2] is item


def _between_lines(base: Sequence[Constraint], joined: Sequence[int]) -> list[Constraint]:
    """The distances between lines; the largest where there are several."""
    most: dict[tuple[int, int], int] = {}
    for one in base:
        key = (joined[one.left], joined[one.right])
        most[key] = max(most.get(key, 0), one.distance)
    return [Constraint(left, right, distance) for (left, right), distance in most.items()]
