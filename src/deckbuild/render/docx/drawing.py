"""Pictures in text (ECMA-376 part 1, 20.4.2.8)."""

from __future__ import annotations

from deckbuild.ooxml.xml import EMPTY, Xml, el
from deckbuild.render.charts import GRAPHIC as CHART

_DECORATIVE = Xml(
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def inline_picture(number: int, relationship: str, alt: str, width: int, height: int, *, framed: bool) -> Xml:
    """`w:drawing`; sizes in EMU.  `framed`: with a hairline, as slides on white paper need."""
    size = {"cx": width, "cy": height}
    name = {"id": number, "name": f"Picture {number}", "descr": alt or None}
    line = Xml('<a:ln w="6350"><a:solidFill><a:srgbClr val="A9B4C2"/></a:solidFill></a:ln>') if framed else EMPTY
    transform = el("a:xfrm", None, Xml('<a:off x="0" y="0"/>'), el("a:ext", size))
    picture = el(
        "pic:pic",
        None,
        el("pic:nvPicPr", None, el("pic:cNvPr", {"id": number, "name": f"Picture {number}"}), Xml("<pic:cNvPicPr/>")),
        el("pic:blipFill", None, el("a:blip", {"r:embed": relationship}), Xml("<a:stretch><a:fillRect/></a:stretch>")),
        el("pic:spPr", None, transform, Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'), line),
    )
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    locks = Xml('<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>')
    return _inline(size, el("wp:docPr", name, *([] if alt else [_DECORATIVE])), locks, uri, picture)


def inline_chart(number: int, relationship: str, alt: str, width: int, height: int) -> Xml:
    """`w:drawing` of a native chart; `relationship` leads to its part."""
    name = el("wp:docPr", {"id": number, "name": f"Chart {number}", "descr": alt or None})
    body = el("c:chart", {"xmlns:c": CHART, "r:id": relationship})
    return _inline({"cx": width, "cy": height}, name, Xml("<wp:cNvGraphicFramePr/>"), CHART, body)


def _inline(size: dict[str, int], name: Xml, locks: Xml, uri: str, body: Xml) -> Xml:
    graphic = el("a:graphic", None, el("a:graphicData", {"uri": uri}, body))
    around = {"distT": 0, "distB": 0, "distL": 0, "distR": 0}
    return el("w:drawing", None, el("wp:inline", around, el("wp:extent", size), name, locks, graphic))
