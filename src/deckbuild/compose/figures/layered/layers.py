"""First part: layers.  Edges that close a cycle run back; nodes go as far down as the longest way to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckbuild.compose.figures.layered.graph import Chain, Graph, Item, Layered


def layered(graph: Graph, room: int) -> Layered:
    """Every node in its layer, and an item wherever an edge passes a layer.  `room` is kept on both sides of a line."""
    back = _closing(graph)
    step = 2 if any(arc.labelled for arc in graph.arcs) else 1
    ranks = _ranks(graph, back, step)
    owner = {name: number for number, cluster in enumerate(graph.clusters) for name in cluster.names}
    nodes: dict[str, Item] = {}
    for vertex in graph.vertices:
        half = vertex.width // 2
        rank = ranks[vertex.name]
        nodes[vertex.name] = Item(
            rank, half, vertex.width - half, vertex.height, vertex.name, owner.get(vertex.name, -1)
        )
    layers: list[list[Item]] = [[] for _ in range(max(ranks.values()) + 1)]
    for item in nodes.values():
        layers[item.layer].append(item)
    chains = []
    for number, arc in enumerate(graph.arcs):
        runs_back = number in back
        upper, lower = nodes[arc.end if runs_back else arc.start], nodes[arc.start if runs_back else arc.end]
        first, last = (upper.layer, lower.layer) if runs_back else (upper.layer + 1, lower.layer - 1)
        inside = upper.cluster if upper.cluster == lower.cluster else -1
        short = last - first < step - 1 and not runs_back
        between = [Item(layer, room, room, cluster=inside, arc=number, short=short) for layer in range(first, last + 1)]
        chain = Chain(number, upper, lower, between, runs_back)
        if arc.labelled and between:
            chain.label = _labelled(between, step)
            chain.label.left, chain.label.right = room + arc.before, room + arc.after
            chain.label.height = arc.length
        for item in between:
            layers[item.layer].append(item)
        _join(chain)
        chains.append(chain)
    return Layered(layers, chains, nodes)


def _labelled(between: Sequence[Item], step: int) -> Item:
    """The item that carries the label: the first in a layer without nodes, else the middle one."""
    free = [item for item in between if item.layer % step]
    return free[0] if free else between[len(between) // 2]


def _join(chain: Chain) -> None:
    """Neighbours in the layers next to each other; the ends of an edge that runs back draw its items near."""
    way = chain.between if chain.back else [chain.upper, *chain.between, chain.lower]
    for above, below in pairwise(way):
        above.below.append(below)
        below.above.append(above)


def _closing(graph: Graph) -> frozenset[int]:
    """The edges that close a cycle, found from the first node on in the order in which they are written."""
    leaving: dict[str, list[int]] = {vertex.name: [] for vertex in graph.vertices}
    entered = {arc.end for arc in graph.arcs if arc.end != arc.start}
    for number, arc in enumerate(graph.arcs):
        leaving[arc.start].append(number)
    found: set[int] = set()
    state: dict[str, int] = {}
    starts = [v.name for v in graph.vertices if v.name not in entered] + [v.name for v in graph.vertices]
    for start in starts:
        if start in state:
            continue
        state[start] = 1
        stack = [(start, iter(leaving[start]))]
        while stack:
            name, arcs = stack[-1]
            number = next(arcs, -1)
            if number < 0:
                state[name] = 2
                stack.pop()
                continue
            end = graph.arcs[number].end
            if state.get(end) == 1:
                found.add(number)
            elif end not in state:
                state[end] = 1
                stack.append((end, iter(leaving[end])))
    return frozenset(found)


def _ranks(graph: Graph, back: frozenset[int], step: int) -> dict[str, int]:
    """Layer of each node: as near to the first as its edges allow, then as near as can be to what it leads to."""
    arcs = [arc for number, arc in enumerate(graph.arcs) if number not in back]
    ranks = {vertex.name: 0 for vertex in graph.vertices}
    for _ in graph.vertices:
        changed = False
        for arc in arcs:
            if ranks[arc.end] < ranks[arc.start] + step:
                ranks[arc.end] = ranks[arc.start] + step
                changed = True
        if not changed:
            break
    for vertex in reversed(graph.vertices):
        below = [ranks[arc.end] - step for arc in arcs if arc.start == vertex.name]
        entered = any(arc.end == vertex.name for arc in arcs)
        if below and not entered:
            ranks[vertex.name] = min(below)
    return ranks
