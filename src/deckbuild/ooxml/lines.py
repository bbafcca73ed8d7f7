"""Connectors and arrowheads as plain freeforms, for programs that draw these wrongly.

Geometry: ECMA-376 part 1, 20.1.7.6 (a:xfrm: flipped, then turned), presetShapeDefinitions.xml (bentConnector2 to 5),
20.1.10.33 (arrowheads of medium size are three lines' widths long and wide).
"""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator, Sequence

from lxml import etree

from deckbuild.ooxml.opening import parse

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DEFAULT_WIDTH = 9525
_FACTORS = {"sm": 2, "med": 3, "lg": 5}
_LEAST = 2 * 12700
"""The line width from which arrowheads grow."""

Point = tuple[float, float]


def plain_lines(slide: bytes) -> bytes:
    """The slide with each connector as a freeform along its way, and each arrowhead as a filled triangle."""
    if b"<p:cxnSp>" not in slide and b"End type=" not in slide:
        return slide
    root = parse(slide)
    ids = iter(range(max(int(one.get("id", "0")) for one in root.iter(f"{_P}cNvPr")) + 1, 1 << 31))
    for connector in list(root.iter(f"{_P}cxnSp")):
        _replace(connector, ids)
    for shape in list(root.iter(f"{_P}sp")):
        _point(shape, ids)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _replace(connector: etree._Element, ids: Iterator[int]) -> None:
    """A connector as a freeform and its arrowheads."""
    looks = connector.find(f"{_P}spPr")
    points = route(looks) if looks is not None else ()
    if looks is None or len(points) < 2:
        return
    line = looks.find(f"{_A}ln")
    heads = list(_heads(line, points[1], points[0], points[-2], points[-1]))
    shape = _freeform(points, next(ids), line, filled=False)
    holder = connector.getparent()
    assert holder is not None
    holder.replace(connector, shape)
    for triangle in heads:
        shape.addnext(_freeform(triangle, next(ids), line, filled=True))


def _point(shape: etree._Element, ids: Iterator[int]) -> None:
    """The arrowheads of a shape that is a drawn line."""
    line = shape.find(f"{_P}spPr/{_A}ln")
    path = shape.find(f"{_P}spPr/{_A}custGeom/{_A}pathLst/{_A}path")
    if line is None or path is None or not any(True for _ in _ends(line)):
        return
    drawn = [(float(p.get("x", 0)), float(p.get("y", 0))) for p in path.iter(f"{_A}pt")]
    box = _box(shape.find(f"{_P}spPr"))
    if len(drawn) < 2 or box is None:
        return
    x, y, width, height = box
    across, down = width / (float(path.get("w", 0)) or 1), height / (float(path.get("h", 0)) or 1)
    points = [(x + px * across, y + py * down) for px, py in drawn]
    for triangle in _heads(line, points[1], points[0], points[-2], points[-1]):
        shape.addnext(_freeform(triangle, next(ids), line, filled=True))
    for _, end in list(_ends(line)):
        line.remove(end)


# --- where it runs ----------------------------------------------------------------------------------------


def route(looks: etree._Element) -> tuple[Point, ...]:
    """The points of a connector (`p:spPr`); () for a geometry that is not known here."""
    geometry, box = looks.find(f"{_A}prstGeom"), _box(looks)
    if geometry is None or box is None:
        return ()
    guides = {one.get("name", ""): one.get("fmla", "") for one in geometry.iter(f"{_A}gd")}
    shares = [float(guides.get(f"adj{n}", "val 50000").removeprefix("val ")) / 100000 for n in (1, 2, 3)]
    x, y, width, height = box
    drawn = _bends(geometry.get("prst", ""), width, height, shares)
    frame = looks.find(f"{_A}xfrm")
    assert frame is not None
    return tuple((x + px, y + py) for px, py in _turned(drawn, width, height, frame))


def _bends(kind: str, w: float, h: float, shares: Sequence[float]) -> list[Point]:
    one, two, three = shares
    match kind:
        case "straightConnector1" | "line":
            return [(0, 0), (w, h)]
        case "bentConnector2":
            return [(0, 0), (w, 0), (w, h)]
        case "bentConnector3":
            return [(0, 0), (w * one, 0), (w * one, h), (w, h)]
        case "bentConnector4":
            return [(0, 0), (w * one, 0), (w * one, h * two), (w, h * two), (w, h)]
        case "bentConnector5":
            return [(0, 0), (w * one, 0), (w * one, h * two), (w * three, h * two), (w * three, h), (w, h)]
        case _:
            return []


def _turned(points: Sequence[Point], w: float, h: float, frame: etree._Element) -> Iterator[Point]:
    """Flipped, then turned clockwise about the middle."""
    angle = math.radians(int(frame.get("rot", "0")) / 60000)
    cos, sin = math.cos(angle), math.sin(angle)
    for x, y in points:
        dx = (w - x if frame.get("flipH") in ("1", "true") else x) - w / 2
        dy = (h - y if frame.get("flipV") in ("1", "true") else y) - h / 2
        yield w / 2 + dx * cos - dy * sin, h / 2 + dx * sin + dy * cos


def _box(looks: etree._Element | None) -> tuple[float, float, float, float] | None:
    offset = looks.find(f"{_A}xfrm/{_A}off") if looks is not None else None
    extent = looks.find(f"{_A}xfrm/{_A}ext") if looks is not None else None
    if offset is None or extent is None:
        return None
    return (
        float(offset.get("x", 0)), float(offset.get("y", 0)), float(extent.get("cx", 0)), float(extent.get("cy", 0)),
    )  # fmt: skip


# --- arrowheads -------------------------------------------------------------------------------------------


def _ends(line: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for tag in ("headEnd", "tailEnd"):
        end = line.find(f"{_A}{tag}")
        if end is not None and end.get("type", "none") != "none":
            yield tag, end


def _heads(
    line: etree._Element | None, after: Point, first: Point, before: Point, last: Point
) -> Iterator[tuple[Point, ...]]:
    """A triangle for each arrowhead, its tip at the end of the line."""
    if line is None:
        return
    width = max(int(line.get("w", _DEFAULT_WIDTH)), _LEAST)
    for tag, end in _ends(line):
        source, tip = (after, first) if tag == "headEnd" else (before, last)
        length = math.hypot(tip[0] - source[0], tip[1] - source[1]) or 1.0
        ux, uy = (tip[0] - source[0]) / length, (tip[1] - source[1]) / length
        long = _FACTORS[end.get("len", "med")] * width
        half = _FACTORS[end.get("w", "med")] * width / 2
        foot = (tip[0] - ux * long, tip[1] - uy * long)
        yield (tip, (foot[0] - uy * half, foot[1] + ux * half), (foot[0] + uy * half, foot[1] - ux * half), tip)


def _freeform(points: Sequence[Point], number: int, line: etree._Element | None, *, filled: bool) -> etree._Element:
    """A shape along the points: a line, or an area in the line's colour."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width, height = (round(max(one[n] for one in points) - (left, top)[n]) for n in (0, 1))
    shape = etree.Element(f"{_P}sp")
    head = etree.SubElement(shape, f"{_P}nvSpPr")
    etree.SubElement(head, f"{_P}cNvPr", id=str(number), name=f"Line {number}")
    etree.SubElement(head, f"{_P}cNvSpPr")
    etree.SubElement(head, f"{_P}nvPr")
    looks = etree.SubElement(shape, f"{_P}spPr")
    frame = etree.SubElement(looks, f"{_A}xfrm")
    etree.SubElement(frame, f"{_A}off", x=str(round(left)), y=str(round(top)))
    etree.SubElement(frame, f"{_A}ext", cx=str(width), cy=str(height))
    geometry = etree.SubElement(looks, f"{_A}custGeom")
    for tag in ("avLst", "gdLst", "ahLst", "cxnLst"):
        etree.SubElement(geometry, f"{_A}{tag}")
    etree.SubElement(geometry, f"{_A}rect", l="0", t="0", r="r", b="b")
    paths = etree.SubElement(geometry, f"{_A}pathLst")
    path = etree.SubElement(paths, f"{_A}path", w=str(width), h=str(height))
    if not filled:
        path.set("fill", "none")
    for n, (x, y) in enumerate(points):
        step = etree.SubElement(path, f"{_A}{'lnTo' if n else 'moveTo'}")
        etree.SubElement(step, f"{_A}pt", x=str(round(x - left)), y=str(round(y - top)))
    if filled:
        etree.SubElement(path, f"{_A}close")
    colour = line.find(f"{_A}solidFill") if line is not None else None
    if filled and colour is not None:
        looks.append(copy.deepcopy(colour))
        etree.SubElement(etree.SubElement(looks, f"{_A}ln"), f"{_A}noFill")
    elif line is not None:
        plain = copy.deepcopy(line)
        for _, end in list(_ends(plain)):
            plain.remove(end)
        looks.append(plain)
    return shape
