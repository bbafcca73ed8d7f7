"""Text in arrows, for programs that set it from edge to edge: their insets take in what the geometry leaves free.

Geometry: presetShapeDefinitions.xml (the text rectangles of chevron and homePlate).
"""

from __future__ import annotations

from lxml import etree

from deckbuild.ooxml.opening import parse

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DEFAULT_ADJUST = 50000
_DEFAULT_INSET = 91440
_LEFT_FREE = {"chevron": 1.0, "homePlate": 0.0}
_RIGHT_FREE = {"chevron": 1.0, "homePlate": 0.5}
"""What stays free of text beside it, in lengths of the point."""


def inset_arrows(slide: bytes) -> bytes:
    """The slide with the text of each chevron and pentagon kept inside by its insets."""
    if b'prst="chevron"' not in slide and b'prst="homePlate"' not in slide:
        return slide
    root = parse(slide)
    for shape in root.iter(f"{_P}sp"):
        _inset(shape)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _inset(shape: etree._Element) -> None:
    geometry = shape.find(f"{_P}spPr/{_A}prstGeom")
    extent = shape.find(f"{_P}spPr/{_A}xfrm/{_A}ext")
    text = shape.find(f"{_P}txBody/{_A}bodyPr")
    if geometry is None or extent is None or text is None or geometry.get("prst") not in _LEFT_FREE:
        return
    kind = geometry.get("prst", "")
    guides = {one.get("name"): one.get("fmla", "") for one in geometry.iter(f"{_A}gd")}
    share = int(guides.get("adj", f"val {_DEFAULT_ADJUST}").removeprefix("val "))
    point = min(int(extent.get("cx", 0)), int(extent.get("cy", 0))) * share / 100000
    for name, free in (("lIns", _LEFT_FREE[kind]), ("rIns", _RIGHT_FREE[kind])):
        text.set(name, str(int(text.get(name, _DEFAULT_INSET)) + round(point * free)))
