"""Shapes that masters and layouts draw: rectangles, pictures, grounds."""

from __future__ import annotations

from deckbuild.brand.grid import Rectangle, emu
from deckbuild.brand.grounds import Ground
from deckbuild.brand.styles import fill
from deckbuild.ooxml.xml import EMPTY, Xml, el

NO_LINE = Xml("<a:ln><a:noFill/></a:ln>")


def frame(box: Rectangle) -> Xml:
    """Position and size."""
    around = emu(box)
    size = {"cx": around.width, "cy": around.height}
    return el("a:xfrm", None, el("a:off", {"x": around.x, "y": around.y}), el("a:ext", size))


def shape(name: str, box: Rectangle, looks: Xml, kind: str = "rect", line: Xml = NO_LINE) -> Xml:
    """A shape of the master's own; its id is given when all are counted (`numbered`)."""
    head = el("p:nvSpPr", None, el("p:cNvPr", {"id": 0, "name": name}), Xml('<p:cNvSpPr/><p:nvPr userDrawn="1"/>'))
    geometry = el("a:prstGeom", {"prst": kind}, Xml("<a:avLst/>"))
    text = Xml('<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody>')
    return el("p:sp", None, head, el("p:spPr", None, frame(box), geometry, looks, line), text)


def outline(colour: str, points: float) -> Xml:
    """A line of that colour and thickness."""
    return el("a:ln", {"w": round(points * 12700)}, fill(colour), Xml('<a:miter lim="800000"/>'))


NO_FILL = Xml("<a:noFill/>")


def gradient(one: str, other: str, degrees: int) -> Xml:
    """From one colour of the theme to another."""
    return el(
        "a:gradFill", {"rotWithShape": True},
        el("a:gsLst", None, *(el("a:gs", {"pos": at}, el("a:schemeClr", {"val": colour}))
                              for at, colour in ((0, one), (100000, other)))),
        el("a:lin", {"ang": degrees * 60000, "scaled": False}),
    )  # fmt: skip


def background(ground: Ground, relationship: str = "") -> Xml:
    """`p:bg`: a colour, two colours, or the picture that the relationship leads to."""
    if relationship:
        paint = el("a:blipFill", {"rotWithShape": True}, el("a:blip", {"r:embed": relationship}),
                   Xml("<a:stretch><a:fillRect/></a:stretch>"))  # fmt: skip
    elif ground.to:
        paint = gradient(ground.colour, ground.to, 45)
    else:
        paint = fill(ground.colour)
    return el("p:bg", None, el("p:bgPr", None, paint, Xml("<a:effectLst/>")))


def picture(name: str, alt: str, box: Rectangle, bitmap: str, vector: str = "", crop: Xml = EMPTY) -> Xml:
    """A picture by relationship; `vector` is that of the SVG, where `bitmap` stands in for one."""
    svg = EMPTY
    if vector:
        svg = Xml(
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
            f'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{vector}"/></a:ext></a:extLst>'
        )
    head = el(
        "p:nvPicPr", None, el("p:cNvPr", {"id": 0, "name": name, "descr": alt}),
        Xml('<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/>'),
    )  # fmt: skip
    blip = el("a:blip", {"r:embed": bitmap}, *([svg] if svg else []))
    paint = el("p:blipFill", None, blip, crop, Xml("<a:stretch><a:fillRect/></a:stretch>"))
    looks = el("p:spPr", None, frame(box), Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'))
    return el("p:pic", None, head, paint, looks)
