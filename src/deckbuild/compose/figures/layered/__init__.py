"""A layered layout (Sugiyama, Tagawa and Toda, 1981): layers, order, places, routes.  The same for the same graph."""

from __future__ import annotations

from deckbuild.compose.figures.layered.graph import Graph, Layered, Layout, Rectangle, Spacing
from deckbuild.compose.figures.layered.layers import layered
from deckbuild.compose.figures.layered.order import order
from deckbuild.compose.figures.layered.places import Places
from deckbuild.compose.figures.layered.routes import Routes


def lay_out(graph: Graph, spacing: Spacing) -> Layout:
    """Where nodes, edges, labels and clusters stand, from the upper left corner on."""
    made = layered(graph, spacing.track // 2)
    order(made)
    places = Places(made, graph, spacing)
    routes = Routes(made, graph, spacing, places.x)
    boxes: dict[str, Rectangle] = {}
    for name, item in made.nodes.items():
        x, y = places.x(item), routes.top(item)
        boxes[name] = (x - item.left, y, x + item.right, y + item.height)
    lines = tuple(routes.points(chain) for chain in made.chains)
    labels = tuple(_labels(made, graph, places, routes, spacing))
    clusters = tuple(_clusters(made, graph, places, boxes, spacing))
    return _moved(Layout(0, routes.depth, boxes, lines, labels, clusters))


def _labels(made: Layered, graph: Graph, places: Places, routes: Routes, spacing: Spacing) -> list[Rectangle | None]:
    out: list[Rectangle | None] = []
    for chain, arc in zip(made.chains, graph.arcs, strict=True):
        if chain.label is None:
            out.append(None)
            continue
        x, y = places.x(chain.label), routes.top(chain.label)
        out.append((x - arc.before, y, x + arc.after, y + arc.length))
    return out


def _clusters(
    made: Layered, graph: Graph, places: Places, boxes: dict[str, Rectangle], spacing: Spacing
) -> list[Rectangle]:
    out = []
    for number, cluster in enumerate(graph.clusters):
        left, right = places.cluster(number)
        top = min(boxes[name][1] for name in cluster.names) - spacing.pad - cluster.head
        bottom = max(boxes[name][3] for name in cluster.names) + spacing.pad + cluster.foot
        out.append((left, top, right, bottom))
    return out


def _moved(layout: Layout) -> Layout:
    """The layout with its leftmost and uppermost thing at 0, and its true size."""
    rectangles = [*layout.boxes.values(), *layout.clusters, *(label for label in layout.labels if label)]
    points = [point for route in layout.routes for point in route]
    left = min([r[0] for r in rectangles] + [x for x, _ in points])
    right = max([r[2] for r in rectangles] + [x for x, _ in points])
    top = min([r[1] for r in rectangles] + [y for _, y in points])
    bottom = max([r[3] for r in rectangles] + [y for _, y in points])

    def moved(r: Rectangle) -> Rectangle:
        return (r[0] - left, r[1] - top, r[2] - left, r[3] - top)

    return Layout(
        right - left,
        bottom - top,
        {name: moved(box) for name, box in layout.boxes.items()},
        tuple(tuple((x - left, y - top) for x, y in route) for route in layout.routes),
        tuple(moved(label) if label else None for label in layout.labels),
        tuple(map(moved, layout.clusters)),
    )
