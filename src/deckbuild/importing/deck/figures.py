"""Free shapes -> a figure, where they are plainly one: boxes joined by lines, or a row of arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.brand.brand import Box
from deckbuild.importing.deck.contents import Fields, Made
from deckbuild.importing.deck.things import Thing
from deckbuild.importing.draft import Value
from deckbuild.importing.naming import slug
from deckbuild.importing.prose import one_line, prose
from deckbuild.kinds.diagram import MOST
from deckbuild.runs import Run

OUTLINES = {
    "rect": "box", "roundRect": "round", "diamond": "decision", "flowChartDecision": "decision",
    "ellipse": "circle", "flowChartConnector": "circle", "flowChartTerminator": "stadium",
    "hexagon": "hexagon", "flowChartPreparation": "hexagon", "can": "store", "flowChartMagneticDisk": "store",
    "foldedCorner": "note", "flowChartPredefinedProcess": "subroutine", "flowChartProcess": "box",
    "flowChartAlternateProcess": "round",
}  # fmt: skip
_ARROWS = ("chevron", "homePlate", "rightArrow", "notchedRightArrow", "rightArrowCallout")


@dataclass(frozen=True)
class Figure:
    """A figure, and the things that it is made of."""

    made: Made
    used: tuple[Thing, ...]


def figure(things: Sequence[Thing], lines: Sequence[Thing]) -> Figure | None:
    """The figure that things on a slide are; None where they are none."""
    free = [one for one in things if one.what == "text" and not one.holder and one.box]
    return _diagram(free, lines) or _steps(free)


def _diagram(free: Sequence[Thing], lines: Sequence[Thing]) -> Figure | None:
    """Boxes joined by lines that know their ends."""
    by_id = {one.id: one for one in free}
    joined = [
        line for line in lines if line.joins[0] in by_id and line.joins[1] in by_id and line.joins[0] != line.joins[1]
    ]
    ends = {id_ for line in joined for id_ in line.joins}
    nodes = [one for one in free if one.id in ends]
    if len(nodes) < 2 or len(nodes) > MOST or 2 * len(nodes) < len(free):
        return None
    names = _names(nodes)
    labels = [one for one in free if one.id not in ends and len(one.text) <= 40 and not one.filled]
    taken: set[str] = set()
    edges = tuple(_edge(line, names, labels, taken) for line in joined)
    made: Fields = {"nodes": {names[one.id]: _node(one) for one in nodes}, "edges": edges}
    used = (*nodes, *(one for one in labels if one.id in taken))
    note = "boxes and lines became a diagram, which deckbuild lays out in its own way"
    return Figure(Made({"diagram": made}, uncertain=(note,)), used)


def _names(nodes: Sequence[Thing]) -> dict[str, str]:
    """A short name for each box."""
    names: dict[str, str] = {}
    for number, one in enumerate(nodes, 1):
        base = slug(one.text)[:24].strip("-") or f"node-{number}"
        name, again = base, 2
        while name in names.values():
            name, again = f"{base}-{again}", again + 1
        names[one.id] = name
    return names


def _node(one: Thing) -> Value:
    title = one_line(
        tuple(run for number, para in enumerate(one.paras) for run in ((Run(" "),) if number else ()) + para.rich)
    )
    outline = OUTLINES.get(one.geometry, "round")
    return {"title": title, "shape": outline} if outline != "round" else title


def _edge(line: Thing, names: dict[str, str], labels: Sequence[Thing], taken: set[str]) -> Value:
    begin, end = (names[id_] for id_ in line.joins)
    head, tail = line.arrows
    if head and not tail:
        begin, end = end, begin
    arrow = "both" if head and tail else "end" if head or tail else "none"
    label = next((one for one in labels if one.id not in taken and _beside(line.box, one.box)), None)
    if label:
        taken.add(label.id)
    if arrow == "end" and not line.dashed:
        return (begin, end, one_line(label.paras[0].rich)) if label else (begin, end)
    made: Fields = {"from": begin, "to": end}
    made |= {"label": one_line(label.paras[0].rich)} if label else {}
    made |= {"line": "dotted"} if line.dashed else {}
    return made | ({"arrow": arrow} if arrow != "end" else {})


def _beside(line: Box | None, label: Box | None) -> bool:
    """Whether a label stands at a line."""
    if line is None or label is None:
        return False
    x, y = label.x + label.width // 2, label.y + label.height // 2
    near = 300000
    return line.x - near <= x <= line.right + near and line.y - near <= y <= line.bottom + near


def _steps(free: Sequence[Thing]) -> Figure | None:
    """A row of arrows with words in them."""
    arrows = [one for one in free if one.geometry in _ARROWS and one.box]
    if not 2 <= len(arrows) <= 8:
        return None
    boxes = [one.box for one in arrows if one.box]
    if max(box.y for box in boxes) - min(box.y for box in boxes) > max(box.height for box in boxes) // 2:
        return None
    ordered = sorted(arrows, key=lambda one: one.box.x if one.box else 0)
    steps = tuple(_step(one) for one in ordered)
    return Figure(Made({"steps": steps}, uncertain=("a row of arrows became steps",)), tuple(arrows))


def _step(one: Thing) -> Value:
    first, *rest = one.paras
    title = one_line(first.rich)
    return {"title": title, "text": prose(rest)} if rest else title
