"""A formula on a slide: Office Math for PowerPoint, its drawing for programs without it ([MS-ODRAWXML] 2.7 a14:m)."""

from __future__ import annotations

from deckbuild.assets import Asset
from deckbuild.blocks import Formula
from deckbuild.brand.brand import Box
from deckbuild.compose.presentation import Filled
from deckbuild.ooxml.xml import EMPTY, Xml, el, many
from deckbuild.render.math import SPACE, Pen
from deckbuild.render.pptx.shapes import Ids, transform
from deckbuild.render.pptx.text import Ink, colour, paragraph

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
_PLAIN = {"marL": 0, "indent": 0, "algn": "ctr"}


def equation(filled: Filled, ids: Ids, ink: Ink, picture: tuple[Asset, str, str] | None) -> Xml:
    """`mc:AlternateContent`; `picture` is the drawing with the ids of its bitmap and its SVG; without it, words stand in."""
    formula = filled.content
    assert isinstance(formula, Formula)
    assert filled.box is not None
    number, own = ids.next(), ids.next()
    size = round(filled.sizes[0] * 100)
    run = el("a:rPr", {"lang": ink.language, "sz": size}, colour("tx1"), Xml('<a:latin typeface="Cambria Math"/>'))
    display = Xml('<m:oMathParaPr><m:jc m:val="center"/></m:oMathParaPr>')
    ground = ink.styles.get("mark", "bg2")
    math = el("a14:m", None, el("m:oMathPara", {"xmlns:m": SPACE}, display, Pen(run).write(formula.tree)))
    looks = el("a:pPr", {**_PLAIN, "rtl": False}, Xml("<a:buNone/>"))
    native = _box(filled, ground, number, formula.alt, el("a:p", None, looks, math))
    if picture:
        shown = many(
            [_box(filled, ground, number, "", paragraph((), ink, _PLAIN)), _drawing(filled, own, formula, picture)]
        )
    else:
        words = el("a:r", None, run, el("a:t", None, formula.alt))
        shown = _box(filled, ground, number, formula.alt, el("a:p", None, looks, words))
    choice = el("mc:Choice", {"xmlns:a14": _A14, "Requires": "a14"}, native)
    return el("mc:AlternateContent", {"xmlns:mc": _MC}, choice, el("mc:Fallback", None, shown))


def _box(filled: Filled, ground: str, number: int, alt: str, text: Xml) -> Xml:
    """A text box of its own: LibreOffice shows no formula in a placeholder (7.4, measured)."""
    assert filled.box is not None
    name = el("p:cNvPr", {"id": number, "name": "Formula", "descr": alt or None})
    head = el("p:nvSpPr", None, name, Xml('<p:cNvSpPr txBox="1"/><p:nvPr/>'))
    shape = Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')
    fill = colour(ground) if filled.slot.inset.x else Xml("<a:noFill/>")
    body = el(
        "p:txBody",
        None,
        Xml('<a:bodyPr wrap="square" rtlCol="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>'),
        text,
    )
    return el("p:sp", None, head, el("p:spPr", None, transform(filled.box), shape, fill), body)


def _drawing(filled: Filled, number: int, formula: Formula, picture: tuple[Asset, str, str]) -> Xml:
    """The drawing at the size of the type, in the middle of the placeholder."""
    asset, bitmap, vector = picture
    assert filled.box is not None
    em = filled.sizes[0] * 12700 / 40  # drawings are 40 units an em
    width, height = round(asset.width * em), round(asset.height * em)
    box = Box(
        filled.box.x + (filled.box.width - width) // 2, filled.box.y + (filled.box.height - height) // 2, width, height
    )
    svg = Xml(
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg='
        f'"http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{vector}"/></a:ext></a:extLst>'
    )
    name = el("p:cNvPr", {"id": number, "name": "Formula drawing", "descr": formula.alt})
    head = el("p:nvPicPr", None, name, Xml('<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>'))
    blip = el("a:blip", {"r:embed": bitmap}, svg if vector else EMPTY)
    fill = el("p:blipFill", None, blip, Xml("<a:stretch><a:fillRect/></a:stretch>"))
    shape = el("p:spPr", None, transform(box), Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'))
    return el("p:pic", None, head, fill, shape)
