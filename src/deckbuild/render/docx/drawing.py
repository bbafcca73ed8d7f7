"""Pictures in text (ECMA-376 part 1, 20.4.2.8)."""

from __future__ import annotations

from deckbuild.ooxml.xml import EMPTY, Xml, el

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
    inline = el(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        el("wp:extent", size),
        el("wp:docPr", name, *([] if alt else [_DECORATIVE])),
        Xml('<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'),
        el("a:graphic", None, el("a:graphicData", {"uri": uri}, picture)),
    )
    return el("w:drawing", None, inline)
