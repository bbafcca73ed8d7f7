"""The layered layout: whatever is drawn, nothing stands or runs where something else is."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckbuild.compose.figures.layered import lay_out
from deckbuild.compose.figures.layered.graph import Arc, Cluster, Graph, Layout, Point, Rectangle, Spacing, Vertex

SPACING = Spacing(across=20, along=40, track=10, stub=12, pad=14)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Up to 30 nodes, with circles, loops, edges drawn twice, labels, and up to three clusters."""
    count = draw(st.integers(1, 30))
    sizes = st.tuples(st.sampled_from([80, 120]), st.sampled_from([30, 50]))
    vertices = [Vertex(f"n{n}", *draw(sizes)) for n in range(count)]
    names = st.sampled_from([vertex.name for vertex in vertices])
    label = st.one_of(st.just((0, 0, 0)), st.tuples(st.just(0), st.integers(20, 70), st.just(12)))
    arcs = [Arc(draw(names), draw(names), *draw(label)) for _ in range(draw(st.integers(0, min(40, 2 * count))))]
    owners = [draw(st.integers(-1, 2)) for _ in vertices]
    members = [tuple(v.name for v, owner in zip(vertices, owners, strict=True) if owner == n) for n in range(3)]
    clusters = tuple(Cluster(names, head=12, clear=60) for names in members if names)
    return Graph(tuple(vertices), tuple(arcs), clusters if draw(st.booleans()) else ())


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def along(start: Point, end: Point) -> Rectangle:
    (x0, x1), (y0, y1) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return x0, y0, x1, y1


def through(route: tuple[Point, ...], box: Rectangle) -> bool:
    return any(overlap(along(start, end), box) for start, end in pairwise(route))


def within(layout: Layout, box: Rectangle) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= layout.width and box[3] <= layout.height


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graphs())
def test_nothing_stands_or_runs_where_something_else_is(graph: Graph) -> None:
    layout = lay_out(graph, SPACING)
    labels = [label for label in layout.labels if label]

    assert not any(overlap(a, b) for a, b in combinations([*layout.boxes.values(), *labels], 2))
    for arc, route, label in zip(graph.arcs, layout.routes, layout.labels, strict=True):
        assert not any(through(route, box) for box in layout.boxes.values()), arc
        assert not any(through(route, other) for other in labels if other is not label), arc
        assert all(start[0] == end[0] or start[1] == end[1] for start, end in pairwise(route))
    for cluster, frame in zip(graph.clusters, layout.clusters, strict=True):
        for name, box in layout.boxes.items():
            assert overlap(box, frame) == (name in cluster.names)
    drawn = [*layout.boxes.values(), *labels, *layout.clusters]
    assert all(within(layout, box) for box in drawn)
    assert all(within(layout, along(a, b)) for route in layout.routes for a, b in pairwise(route))


@settings(max_examples=10, deadline=None)
@given(graphs())
def test_the_same_graph_is_laid_out_the_same(graph: Graph) -> None:
    assert lay_out(graph, SPACING) == lay_out(graph, SPACING)


def test_edges_leave_below_and_arrive_above() -> None:
    layout = lay_out(Graph((Vertex("a", 80, 30), Vertex("b", 80, 30)), (Arc("a", "b"), Arc("b", "a"))), SPACING)
    down, back = layout.routes

    assert down == ((down[0][0], layout.boxes["a"][3]), (down[0][0], layout.boxes["b"][1]))
    assert (back[0][1], back[-1][1]) == (layout.boxes["b"][3], layout.boxes["a"][1])
    assert len(back) == 6


def test_a_parent_stands_over_the_middle_of_its_children() -> None:
    names = ("top", "one", "two")
    graph = Graph(tuple(Vertex(name, 80, 30) for name in names), (Arc("top", "one"), Arc("top", "two")))
    boxes = lay_out(graph, SPACING).boxes
    middles = {name: (box[0] + box[2]) // 2 for name, box in boxes.items()}

    assert abs(2 * middles["top"] - middles["one"] - middles["two"]) <= 2


def test_a_row_of_nodes_stands_in_line() -> None:
    vertices = tuple(Vertex(name, 80, 30) for name in "abcd")
    graph = Graph(vertices, (Arc("a", "b"), Arc("b", "c"), Arc("c", "d"), Arc("a", "d")))
    routes = lay_out(graph, SPACING).routes

    assert [len(route) for route in routes[:3]] == [2, 2, 2]
