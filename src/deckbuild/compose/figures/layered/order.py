"""Second part: the order within each layer, with as few crossings as a number of sweeps finds."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

from deckbuild.compose.figures.layered.graph import Item, Layered

SWEEPS = 16


def order(layered: Layered) -> None:
    """Put each layer in order.  Items of a cluster stay together, clusters in one order in all layers."""
    layers = layered.layers
    _begin(layered)
    clusters = layered.ranked = _cluster_order(layered)
    for layer in layers:
        _group(layer, clusters)
    best, fewest = [list(layer) for layer in layers], crossings(layered)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for layer in layers[1:] if down else reversed(layers[:-1]):
            _sort(layer, down)
            _group(layer, clusters)
        _swap(layered)
        found = crossings(layered)
        if found < fewest:
            best, fewest = [list(layer) for layer in layers], found
        if not fewest:
            break
    for layer, kept in zip(layers, best, strict=True):
        layer[:] = kept
        _number(layer)


def _begin(layered: Layered) -> None:
    """Nodes in the order in which a walk from the first one meets them; what passes, where it comes from."""
    seen: dict[int, int] = {}
    stack = [item for layer in reversed(layered.layers) for item in reversed(layer) if item.name and not item.above]
    stack = [item for item in reversed(list(layered.nodes.values())) if not item.above] or stack
    while stack:
        item = stack.pop()
        if id(item) in seen:
            continue
        seen[id(item)] = len(seen)
        stack += reversed(item.below)
    after = len(seen)
    for chain in layered.chains:
        if chain.back:  # beside the ends that it joins, to their right
            place = max(seen.get(id(chain.upper), after), seen.get(id(chain.lower), after))
            for item in chain.between:
                seen[id(item)] = place
    for layer in layered.layers:
        layer.sort(key=lambda item: seen.get(id(item), after))
        _number(layer)


def _number(layer: Sequence[Item]) -> None:
    for place, item in enumerate(layer):
        item.place = float(place)


def _sort(layer: list[Item], down: bool) -> None:
    """By the mean place of the neighbours in the layer before; an item without any keeps its place."""

    def wished(item: Item) -> float:
        near = item.above if down else item.below
        return sum(one.place for one in near) / len(near) if near else item.place

    layer.sort(key=wished)
    _number(layer)


# --- clusters ---------------------------------------------------------------------------------------------


def _cluster_order(layered: Layered) -> dict[int, int]:
    """One order of all clusters, by the mean place of their nodes."""
    places: dict[int, list[float]] = {}
    for item in layered.nodes.values():
        if item.cluster >= 0:
            places.setdefault(item.cluster, []).append(item.place)
    ranked = sorted(places, key=lambda number: (sum(places[number]) / len(places[number]), number))
    return {number: rank for rank, number in enumerate(ranked)}


def _group(layer: list[Item], clusters: dict[int, int]) -> None:
    """Bring the items of a cluster together, and the clusters into their order."""
    if not clusters:
        return
    means: dict[int, float] = {}
    for number in {item.cluster for item in layer if item.cluster >= 0}:
        own = [item.place for item in layer if item.cluster == number]
        means[number] = sum(own) / len(own)
    slots = sorted(means.values())
    ranked = sorted(means, key=lambda number: clusters[number])
    places = dict(zip(ranked, slots, strict=True))
    layer.sort(key=lambda item: (places.get(item.cluster, item.place), item.cluster, item.place))
    _number(layer)


# --- crossings ---------------------------------------------------------------------------------------------


def crossings(layered: Layered) -> int:
    """How many pairs of edges cross between the layers."""
    return sum(_between(layer) for layer in layered.layers[:-1])


def _between(layer: Sequence[Item]) -> int:
    """Crossings below a layer: ends that come after a larger one."""
    passed: list[float] = []
    found = 0
    for _, end in sorted((item.place, below.place) for item in layer for below in item.below):
        found += len(passed) - bisect_right(passed, end)
        insort(passed, end)
    return found


def _swap(layered: Layered) -> None:
    """Swap neighbours wherever that takes crossings away."""
    for layer in layered.layers:
        for n in range(len(layer) - 1):
            one, other = layer[n], layer[n + 1]
            apart = one.cluster != other.cluster and (one.cluster >= 0 or other.cluster >= 0)
            if not apart and _crossed(other, one) < _crossed(one, other):
                layer[n], layer[n + 1] = other, one
                one.place, other.place = other.place, one.place


def _crossed(left: Item, right: Item) -> int:
    """Crossings of the edges of two neighbours where they stand in that order."""
    below = sum(one.place > other.place for one in left.below for other in right.below)
    return below + sum(one.place > other.place for one in left.above for other in right.above)
