"""Invariants of charts, in decks and documents alike (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from deckbuild.ooxml.lint.model import RID, A, C, Defect, Opened, unsigned

_AXES = tuple(f"{{{C}}}{kind}" for kind in ("catAx", "valAx", "serAx", "dateAx"))
_ID, _CROSSED = f"{{{C}}}axId", f"{{{C}}}crossAx"


def workbooks(opened: Opened) -> Iterator[Defect]:
    """A chart has its workbook, so that its numbers can be edited."""
    for name, root in opened.trees_of("chart+xml"):
        data = root.find(f"{{{C}}}externalData")
        links = opened.by_id(name)
        if data is None:
            yield Defect("P221", name, "the chart has no workbook")
        elif data.get(RID) in links and links[data.get(RID, "")].kind not in ("package", "oleObject"):
            yield Defect("P221", name, f"the chart's workbook is {links[data.get(RID, '')].target}, which is none")


def axes(opened: Opened) -> Iterator[Defect]:
    """Axis ids are unsigned, and those that plots and axes name are of axes that are there."""
    for name, root in opened.trees_of("chart+xml"):
        own, used = set[str](), set[str]()
        for axis in root.iter(_ID, _CROSSED):
            value = axis.get("val", "")
            # ST_UnsignedInt; python-pptx and PowerPoint 2011 write negative ones.
            if unsigned(value) is None:
                yield Defect("P222", name, f"the axis id {value} is no unsigned number")
            parent = axis.getparent()
            if axis.tag == _ID and parent is not None and parent.tag in _AXES:
                own.add(value)
            elif axis.tag == _CROSSED or len(list(islice(axis.itersiblings(_ID, preceding=True), 2))) < 2:
                # PowerPoint itself names a third axis that is not there, 0, for columns in three dimensions.
                used.add(value)
        for value in sorted(used - own):
            yield Defect("P233", name, f"the chart names the axis {value}, which is not there")


def series(opened: Opened) -> Iterator[Defect]:
    """Radar series are not smooth: CT_RadarSer has no such element, python-pptx writes it."""
    for name, root in opened.trees_of("chart+xml"):
        if root.find(f".//{{{C}}}radarChart/{{{C}}}ser/{{{C}}}smooth") is not None:
            yield Defect("P234", name, "a radar chart's series is smooth")


def texts(opened: Opened) -> Iterator[Defect]:
    """Texts of charts have a paragraph, as those of shapes."""
    for name, root in opened.trees_of("chart+xml"):
        for body in root.iter(f"{{{C}}}rich", f"{{{C}}}txPr"):
            if body.find(f"{{{A}}}p") is None:
                yield Defect("P216", name, "a text body has no paragraph")
