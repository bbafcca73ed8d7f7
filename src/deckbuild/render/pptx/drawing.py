"""Figures: shapes, connectors and groups (ECMA-376 part 1, 19.3.1, 20.1.9); all colours are the theme's."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.brand.brand import EMU_PER_POINT
from deckbuild.compose.drawing import Connector, Drawn, Group, Path, Shape, Stroke, Words
from deckbuild.ooxml.xml import Xml, el, many
from deckbuild.render.pptx.shapes import DECORATIVE, Ids
from deckbuild.render.pptx.text import Ink, colour, paragraph

_NO_FILL = Xml("<a:noFill/>")
_POINTS = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo", "Z": "a:close"}
_SQUARE = Xml('<a:buSzPct val="70000"/><a:buFont typeface="Arial"/><a:buChar char="■"/>')


def figure(group: Group, ids: Ids, ink: Ink) -> Xml:
    """The group with all that is in it; connectors know the shapes they hold on to by id."""
    return _group(group, ids, {}, ink)


def _group(group: Group, ids: Ids, known: dict[str, int], ink: Ink) -> Xml:
    attributes = {"id": ids.next(), "name": group.name, "descr": group.alt or None}
    name = el("p:cNvPr", attributes)
    head = el("p:nvGrpSpPr", None, name, Xml("<p:cNvGrpSpPr/><p:nvPr/>"))
    box = group.box
    corner, size = {"x": box.x, "y": box.y}, {"cx": box.width, "cy": box.height}
    frame = el(
        "a:xfrm", None, el("a:off", corner), el("a:ext", size), el("a:chOff", corner), el("a:chExt", size)
    )  # fmt: skip
    return el("p:grpSp", None, head, el("p:grpSpPr", None, frame), many(_members(group.members, ids, known, ink)))


def _members(members: Iterable[Drawn], ids: Ids, known: dict[str, int], ink: Ink) -> Iterable[Xml]:
    for member in members:
        match member:
            case Group():
                yield _group(member, ids, known, ink)
            case Connector():
                yield _connector(member, ids, known)
            case Shape():
                known[member.name] = ids.last + 1
                yield shape(member, ids, ink)


def shape(shape: Shape, ids: Ids, ink: Ink) -> Xml:
    """A shape with its words; one without words and alternative text is decoration."""
    silent = not shape.words and not shape.alt
    name = el(
        "p:cNvPr", {"id": ids.next(), "name": shape.name, "descr": shape.alt or None}, *([DECORATIVE] if silent else [])
    )
    box_text = None if shape.fill or shape.stroke or not shape.words else True
    head = el("p:nvSpPr", None, name, el("p:cNvSpPr", {"txBox": box_text}), Xml("<p:nvPr/>"))
    fill = colour(shape.fill) if shape.fill else _NO_FILL
    line = stroke(shape.stroke, rounded=bool(shape.paths)) if shape.stroke else el("a:ln", None, _NO_FILL)
    looks = el("p:spPr", None, _place(shape), _geometry(shape), fill, line)
    return el("p:sp", None, head, looks, _text(shape, ink))


def _place(shape: Shape) -> Xml:
    box = shape.box
    offset = el("a:off", {"x": box.x, "y": box.y})
    return el("a:xfrm", {"flipH": shape.mirrored or None}, offset, el("a:ext", {"cx": box.width, "cy": box.height}))


def _geometry(shape: Shape) -> Xml:
    if not shape.paths:
        guides = many(el("a:gd", {"name": name, "fmla": f"val {value}"}) for name, value in shape.adjust)
        return el("a:prstGeom", {"prst": shape.geometry}, el("a:avLst", None, guides))
    return custom(shape.paths)


def custom(paths: Iterable[Path]) -> Xml:
    """`a:custGeom` drawn by paths."""
    drawn = many(_path(path) for path in paths)
    around = Xml('<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>')
    return el("a:custGeom", None, around, el("a:pathLst", None, drawn))


def _path(path: Path) -> Xml:
    parts = []
    for letter, numbers in path.commands:
        points = many(el("a:pt", {"x": numbers[n], "y": numbers[n + 1]}) for n in range(0, len(numbers), 2))
        parts.append(el(_POINTS[letter], None, *([points] if points else [])))
    fill, line = None if path.filled else "none", None if path.stroked else False
    return el("a:path", {"w": path.width, "h": path.height, "fill": fill, "stroke": line}, many(parts))


def stroke(line: Stroke, *, rounded: bool = False) -> Xml:
    """`a:ln`."""
    ends = [
        el(tag, {"type": kind, "w": "med", "len": "med"})
        for tag, kind in (("a:headEnd", line.head), ("a:tailEnd", line.tail))
        if kind
    ]
    dash = [el("a:prstDash", {"val": line.dash})] if line.dash else []
    corner = Xml("<a:round/>") if rounded else Xml('<a:miter lim="800000"/>')
    attributes = {"w": line.width, "cap": "rnd" if rounded else None}
    return el("a:ln", attributes, colour(line.slot), *dash, corner, *ends)


def _text(shape: Shape, ink: Ink) -> Xml:
    inset = shape.inset
    body = {
        "vert": "vert270" if shape.turned else None, "wrap": "square", "lIns": inset.x, "tIns": inset.y,
        "rIns": inset.width, "bIns": inset.height, "rtlCol": False, "anchor": shape.anchor,
    }  # fmt: skip
    lines = many(_words(words, ink) for words in shape.words)
    end = el("a:p", None, el("a:endParaRPr", {"lang": ink.language}))
    return el("p:txBody", None, el("a:bodyPr", body, Xml("<a:noAutofit/>")), Xml("<a:lstStyle/>"), lines or end)


def _words(words: Words, ink: Ink) -> Xml:
    attributes: dict[str, object] = {}
    children: list[Xml] = []
    if words.indent:
        attributes |= {"marL": words.indent, "indent": -12 * EMU_PER_POINT}
    align = words.align
    if align == "ctr":
        attributes["algn"] = "ctr"
    elif ink.right_to_left:
        attributes["algn"] = "l" if align == "r" else "r"
    elif align == "r":
        attributes["algn"] = "r"
    if words.before:
        children.append(el("a:spcBef", None, el("a:spcPts", {"val": round(words.before * 100)})))
    if words.bullet:
        children += [el("a:buClr", None, el("a:schemeClr", {"val": words.bullet})), _SQUARE]
    return paragraph(words.text, ink, attributes, *children, size=words.size, bold=words.bold, slot=words.slot)


# --- connectors ------------------------------------------------------------------------------------------


def _connector(connector: Connector, ids: Ids, known: dict[str, int]) -> Xml:
    name = el("p:cNvPr", {"id": ids.next(), "name": connector.name}, DECORATIVE)
    ends = zip(("a:stCxn", "a:endCxn"), connector.glue, strict=True)
    held = many(el(tag, {"id": known[glue.shape], "idx": glue.site}) for tag, glue in ends)
    head = el("p:nvCxnSpPr", None, name, el("p:cNvCxnSpPr", None, held), Xml("<p:nvPr/>"))
    kind = "bentConnector3" if connector.elbow else "straightConnector1"
    shape = el("a:prstGeom", {"prst": kind}, Xml("<a:avLst/>"))
    return el("p:cxnSp", None, head, el("p:spPr", None, _span(connector), shape, stroke(connector.stroke)))


def _span(connector: Connector) -> Xml:
    """Where it stands.  An upright elbow is a level one turned by 90 degrees about its middle."""
    (x0, y0), (x1, y1) = connector.start, connector.end
    width, height = abs(x1 - x0), abs(y1 - y0)
    left, top = min(x0, x1), min(y0, y1)
    if connector.elbow != "upright":
        turned: dict[str, object] = {"flipH": x1 < x0 or None, "flipV": y1 < y0 or None}
    else:
        turned = {"rot": 5400000, "flipH": y1 < y0 or None, "flipV": x1 > x0 or None}
        left, top = left + (width - height) // 2, top + (height - width) // 2
        width, height = height, width
    return el("a:xfrm", turned, el("a:off", {"x": left, "y": top}), el("a:ext", {"cx": width, "cy": height}))
