"""SmartArt's data -> its points as a tree (ISO/IEC 29500 part 1, 21.4)."""

from __future__ import annotations

from deckbuild.importing.deck.parts import whole
from deckbuild.importing.deck.text import Around, paragraphs
from deckbuild.importing.deck.things import Node, Smart
from deckbuild.ooxml.tree import Element

D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
DEEPEST = 12
_SILENT = ("doc", "pres", "parTrans", "sibTrans")


def smart(data: Element, layout: Element | None, around: Around) -> Smart:
    """The points of SmartArt, in the order of their connections."""
    points = {one.get("modelId", ""): one for one in data.iterfind(f"{D}ptLst/{D}pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for link in data.iterfind(f"{D}cxnLst/{D}cxn"):
        if link.get("type", "parOf") == "parOf":
            below.setdefault(link.get("srcId", ""), []).append((whole(link.get("srcOrd")), link.get("destId", "")))
    seen: set[str] = set()

    def nodes(of: str, depth: int) -> tuple[Node, ...]:
        made: list[Node] = []
        for _, id_ in sorted(below.get(of, ()), key=lambda entry: entry[0]):
            point = points.get(id_)
            if point is None or id_ in seen:
                continue
            seen.add(id_)
            made += [_node(point, nodes(id_, depth + 1) if depth < DEEPEST else (), around)]
        return tuple(node for node in made if node.paras or node.below)

    roots = [id_ for id_, point in points.items() if point.get("type") == "doc"]
    found = tuple(node for root in roots for node in nodes(root, 0))
    lost = [
        _node(point, (), around)
        for id_, point in points.items()
        if id_ not in seen and point.get("type", "node") not in _SILENT
    ]
    return Smart((*found, *(node for node in lost if node.paras)), _layout(layout))


def _node(point: Element, below: tuple[Node, ...], around: Around) -> Node:
    return Node(paragraphs(point.find(f"{D}t"), around), below)


def _layout(definition: Element | None) -> str:
    """Last step of the layout's name: `cycle2`."""
    return definition.get("uniqueId", "").rpartition("/")[2] if definition is not None else ""
