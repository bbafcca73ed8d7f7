"""Nodes and edges: sized by their text, laid out in layers, drawn as shapes with connectors that hold on to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from deckbuild.brand.brand import EMU_PER_POINT, Box
from deckbuild.compose.drawing import Drawn, Glue, Shape, Stroke, Words
from deckbuild.compose.figures import icon
from deckbuild.compose.figures.layered import lay_out
from deckbuild.compose.figures.layered.graph import Arc, Cluster, Graph, Layout, Point, Rectangle, Spacing, Vertex
from deckbuild.compose.figures.lines import connectors
from deckbuild.compose.figures.outlines import FORMS, around
from deckbuild.compose.figures.pen import Pen, Sketch, units
from deckbuild.figures import Diagram, Edge, Node

PAD_X, PAD_Y = units(14), units(11)


@dataclass(frozen=True)
class Manner:
    """How roomy a diagram is drawn: the width of its nodes at most, and distances."""

    widest: int
    across: int
    along: int
    stub: int


MANNERS = (
    Manner(units(220), units(40), units(56), units(20)),
    Manner(units(196), units(28), units(40), units(15)),
    Manner(units(220), units(22), units(28), units(12)),
    Manner(units(156), units(20), units(34), units(13)),
    Manner(units(120), units(12), units(24), units(10)),
)


def draw(figure: Diagram, region: Box, pen: Pen) -> Sketch:
    """The roomiest manner that fits; in the middle of the region."""
    directions = [figure.direction] if figure.direction else ["right", "down"]
    tried = [_Drawing(figure, pen, manner, way) for manner in MANNERS for way in directions]
    for drawing in tried:
        if drawing.width <= region.width and drawing.height <= region.height and not drawing.cut:
            break
    else:
        drawing = min(tried, key=lambda one: (one.cut, max(one.width / region.width, one.height / region.height)))
    members = tuple(drawing.members(region))
    height = drawing.height if drawing.width <= region.width else region.height * drawing.width // region.width + 1
    offset = max(0, region.height - height) * 2 // 5
    return Sketch(members, height + offset if height <= region.height else height, drawing.cut, pen.text)


class _Drawing:
    """A diagram in one manner and one direction."""

    def __init__(self, figure: Diagram, pen: Pen, manner: Manner, direction: str) -> None:
        self._figure, self._pen, self._manner = figure, pen, manner
        self._level = direction in ("right", "left")
        self._back = direction in ("up", "left")
        self._sizes = {node.id: size for node, size in zip(figure.nodes, self._sized(), strict=True)}
        spacing = Spacing(manner.across, manner.along, min(units(14), manner.stub), manner.stub, units(14))
        self._layout: Layout = lay_out(self._graph(), spacing)
        self.width, self.height = self._layout.width, self._layout.height
        if self._level:
            self.width, self.height = self.height, self.width

    # --- sizes -------------------------------------------------------------------------------------------

    def _words(self, node: Node) -> Words:
        ink = self._pen.on(self._pen.lead) if node.emphasis else "tx1"
        return Words(node.title, self._pen.text, slot=ink, align="ctr")

    def _label(self, edge: Edge) -> Words:
        return Words(edge.label, max(self._pen.text - 1, self._pen.brand.smallest), slot=self._pen.brand.quiet)

    def _sized(self) -> list[tuple[int, int]]:
        """All nodes of one form have one width and one height, so that they look like siblings."""
        pen, widest = self._pen, self._manner.widest
        words = [self._words(node) for node in self._figure.nodes]
        room = widest - 2 * PAD_X
        common = min(room, max([units(56), *(pen.width(one) for one in words)]))
        # Words that would be cut get a wider node, up to half as wide again.
        common = max(common, min(max(pen.longest(one) for one in words), room * 3 // 2))
        self.cut = any(pen.longest(one) > common for one in words)
        sizes = []
        for node, one in zip(self._figure.nodes, words, strict=True):
            form = FORMS[node.outline]
            width = common
            if node.outline in ("decision", "circle"):
                width = self._compact(one, common)
            side = icon.side_of(pen.title) + units(6) if node.icon else 0
            sizes.append(around(form, width + PAD_X, pen.height([one], width) + side + PAD_Y))
        by_form: dict[str, tuple[int, int]] = {}
        for node, (width, height) in zip(self._figure.nodes, sizes, strict=True):
            known = by_form.get(node.outline, (0, 0))
            by_form[node.outline] = (max(known[0], width + PAD_X), max(known[1], height + PAD_Y))
        return [by_form[node.outline] for node in self._figure.nodes]

    def _compact(self, words: Words, common: int) -> int:
        """The narrowest width at which the text is no taller than half of it: outlines that narrow need that."""
        pen = self._pen
        for share in (0.6, 0.8, 1.0, 1.25):
            width = max(pen.longest(words), min(pen.width(words), round(common * share)))
            if pen.height([words], width) <= width // 2:
                break
        return width

    def _graph(self) -> Graph:
        vertices = []
        for node in self._figure.nodes:
            width, height = self._sizes[node.id]
            vertices.append(Vertex(node.id, *((height, width) if self._level else (width, height))))
        arcs = tuple(self._arc(edge) for edge in self._figure.edges)
        return Graph(
            tuple(vertices), arcs, tuple(self._cluster(number) for number in range(len(self._figure.clusters)))
        )

    def _arc(self, edge: Edge) -> Arc:
        if not edge.label:
            return Arc(edge.start, edge.end)
        words = self._label(edge)
        width = min(self._pen.width(words), units(150))
        width, height = max(width, self._pen.longest(words)) + units(4), self._pen.height([words], width)
        if self._level:  # above the line
            return Arc(edge.start, edge.end, height + units(3), 0, width + units(12))
        return Arc(edge.start, edge.end, 0, width + units(6), height + units(4))

    def _cluster(self, number: int) -> Cluster:
        cluster = self._figure.clusters[number]
        width = self._title_width(number)
        height = self._pen.height([self._title(number)], width) + units(8)
        if self._level:
            return Cluster(cluster.nodes, before=height)
        head, foot = (0, height) if self._back else (height, 0)
        return Cluster(cluster.nodes, head=head, foot=foot, clear=width + units(28))

    def _title_width(self, number: int) -> int:
        """No wider than a node, so that no line between layers meets it."""
        widest = max(self._sizes[name][0] for name in self._figure.clusters[number].nodes)
        return min(self._pen.width(self._title(number)), widest)

    def _title(self, number: int) -> Words:
        return Words(self._figure.clusters[number].title, self._pen.text, bold=True, slot=self._pen.brand.quiet)

    # --- drawing -----------------------------------------------------------------------------------------

    def members(self, region: Box) -> Iterator[Drawn]:
        """Clusters behind, lines, then nodes and labels; the nodes in the order in which they are written."""
        origin = (
            region.x + max(0, region.width - self.width) // 2,
            region.y + max(0, region.height - self.height) * 2 // 5,
        )
        place = partial(self._placed, origin)
        for number, rectangle in enumerate(self._layout.clusters):
            yield from self._drawn_cluster(number, place(rectangle))
        boxes = {node.id: place(self._layout.boxes[node.id]) for node in self._figure.nodes}
        for node in self._figure.nodes:
            yield from self._drawn_node(node, boxes[node.id])
        for number, edge in enumerate(self._figure.edges):
            yield from self._drawn_edge(number, edge, origin)
        for number, (edge, label) in enumerate(zip(self._figure.edges, self._layout.labels, strict=True)):
            if label:
                yield self._drawn_label(number, edge, place(label))

    def _placed(self, origin: Point, rectangle: Rectangle) -> Box:
        (x0, y0), (x1, y1) = (self._turned(origin, point) for point in (rectangle[:2], rectangle[2:]))
        return Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))

    def _turned(self, origin: Point, point: Point) -> Point:
        """A point of the layout on the slide."""
        across, along = point
        along = self._layout.height - along if self._back else along
        x, y = (along, across) if self._level else (across, along)
        return origin[0] + x, origin[1] + y

    def _drawn_cluster(self, number: int, box: Box) -> Iterator[Drawn]:
        words = self._title(number)
        stroke = Stroke(self._pen.brand.quiet, 9525, dash="sysDash")
        yield Shape(f"Group {number + 1}", box, "roundRect", (("adj", 4000),), stroke=stroke)
        width = self._title_width(number)
        title = Box(box.x + units(14), box.y + units(8), width, self._pen.height([words], width))
        yield Shape(f"Group {number + 1} title", title, words=(words,), anchor="t")

    def _drawn_node(self, node: Node, box: Box) -> Iterator[Drawn]:
        pen, form = self._pen, FORMS[node.outline]
        fill = pen.lead if node.emphasis else pen.panel
        side = icon.side_of(pen.title)
        drawn = icon.draw(node.icon, 0, 0, side, "", pen.brand)
        top = side + units(6) if drawn else 0
        inset = Box(PAD_X // 2, PAD_Y // 2 + top, PAD_X // 2, PAD_Y // 2)
        words = (self._words(node),)
        yield Shape(
            node.id,
            box,
            form.geometry,
            form.adjust,
            fill=fill,
            stroke=Stroke(pen.lead, 12700),
            words=words,
            inset=inset,
        )
        if drawn:
            text = pen.height(words, box.width - 2 * PAD_X)
            y = box.y + (box.height - text - top) // 2
            slot = words[0].slot if node.emphasis else pen.lead
            yield from icon.draw(node.icon, box.x + (box.width - side) // 2, y, side, slot, pen.brand)

    def _drawn_edge(self, number: int, edge: Edge, origin: Point) -> list[Drawn]:
        route = [self._turned(origin, point) for point in self._layout.routes[number]]
        outlines = {node.id: FORMS[node.outline] for node in self._figure.nodes}
        leave, enter = {(False, False): (2, 0), (False, True): (0, 2), (True, False): (3, 1), (True, True): (1, 3)}[
            self._level, self._back
        ]
        ends = (
            Glue(edge.start, outlines[edge.start].sites[leave]),
            Glue(edge.end, outlines[edge.end].sites[enter]),
        )
        width = {"solid": 1.5, "dotted": 1.5, "thick": 3}[edge.look]
        stroke = Stroke(
            self._pen.brand.quiet,
            round(width * EMU_PER_POINT),
            dash="sysDash" if edge.look == "dotted" else "",
            head="triangle" if edge.arrow == "both" else "",
            tail="" if edge.arrow == "none" else "triangle",
        )
        return connectors(f"Line {number + 1}", route, ends, stroke)

    def _drawn_label(self, number: int, edge: Edge, box: Box) -> Shape:
        words = self._label(edge)
        if self._level:
            return Shape(f"Label {number + 1}", replace(box, height=box.height - units(3)),
                         words=(replace(words, align="ctr"),), anchor="b")  # fmt: skip
        beside = Box(box.x + units(6), box.y, box.width - units(6), box.height)
        return Shape(f"Label {number + 1}", beside, words=(words,))
