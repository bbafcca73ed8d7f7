"""Slide master and layouts, notes and handout masters, as XML from the declarations in layouts.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.brand.layouts import LEFT, TOP, WIDE, Holder, Plan, emu, footer_holders
from deckbuild.brand.styles import Style, Styles, fill, list_style
from deckbuild.ooxml.xml import EMPTY, PML, Xml, document, el, many

_GROUP = Xml(
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_MAP = Xml(
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_INHERIT = Xml("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")


def master(look: Styles, layouts: int) -> bytes:
    """The slide master: ground, bar at the edge, title, body, footer line."""
    holders = (
        Holder("title", "title", 0, "Title", (LEFT, 28, WIDE, 98), (), "Title", "ctr"),
        Holder("body", "body", 1, "Body", (LEFT, TOP, WIDE, 520), (), "Text"),
        *footer_holders(look, dark=False),
    )
    tree = _tree([bar("accent1"), *_holders(holders, 3, on_master=True)])
    listed = (el("p:sldLayoutId", {"id": 2147483649 + n, "r:id": f"rId{n}"}) for n in range(1, layouts + 1))
    other = Style(18)
    styles = el(
        "p:txStyles",
        None,
        list_style((look.title,), "p:titleStyle"),
        list_style((*look.body, *[look.body[-1]] * 2), "p:bodyStyle"),
        list_style((other,), "p:otherStyle"),
    )
    data = el("p:cSld", None, _ground("bg1"), tree)
    return document(
        el("p:sldMaster", {**PML, "preserve": True}, data, _MAP, el("p:sldLayoutIdLst", None, *listed), styles)
    )


def layout(plan: Plan, look: Styles, logo: str) -> bytes:
    """A layout.  `logo` is the relationship of the logo's bitmap ("" for none), its SVG's is one higher."""
    holders = plan.holders + (footer_holders(look, dark=plan.dark) if plan.footer else ())
    decoration = _decoration(plan, logo)
    shapes = [*decoration, *_holders(holders, 2 + len(decoration), on_master=False)]
    ground = _ground("tx2") if plan.dark else EMPTY
    attributes = {**PML, "preserve": True, "type": plan.type, "userDrawn": None if plan.type else True}
    if plan.dark or plan.decoration in ("bar2", "bar4") or plan.role == "blank":
        attributes["showMasterSp"] = False
    data = el("p:cSld", {"name": plan.name}, ground, _tree(shapes))
    return document(el("p:sldLayout", attributes, data, _INHERIT))


def _tree(shapes: Sequence[Xml]) -> Xml:
    return el("p:spTree", None, _GROUP, many(shapes))


def _ground(colour: str) -> Xml:
    return el("p:bg", None, el("p:bgPr", None, fill(colour), Xml("<a:effectLst/>")))


def _frame(box: tuple[int, int, int, int]) -> Xml:
    around = emu(box)
    size = {"cx": around.width, "cy": around.height}
    return el("a:xfrm", None, el("a:off", {"x": around.x, "y": around.y}), el("a:ext", size))


def _holders(holders: Sequence[Holder], first: int, *, on_master: bool) -> list[Xml]:
    return [_holder(holder, first + number, on_master=on_master) for number, holder in enumerate(holders)]


_SIZES = {"ftr": "quarter", "sldNum": "quarter", "dt": "half"}


def _holder(holder: Holder, number: int, *, on_master: bool) -> Xml:
    kind = None if holder.kind == "obj" else holder.kind
    index = None if not holder.index else holder.index
    placeholder = el("p:ph", {"type": kind, "sz": _SIZES.get(holder.kind), "idx": index})
    head = el(
        "p:nvSpPr",
        None,
        el("p:cNvPr", {"id": number, "name": holder.name}),
        Xml('<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'),
        el("p:nvPr", None, placeholder),
    )
    outline = el("a:ln", {"w": 19050}, fill(holder.styles[0].colour)) if holder.pill else EMPTY
    shape = Xml('<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 50000"/></a:avLst></a:prstGeom>')
    plain = Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')
    looks = el("p:spPr", None, _frame(holder.box), shape if holder.pill else plain, outline)
    return el("p:sp", None, head, looks, _text(holder, on_master=on_master))


def _text(holder: Holder, *, on_master: bool) -> Xml:
    inset = {
        "vert": "horz", "wrap": "square", "lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0, "rtlCol": False,
        "anchor": holder.anchor,
    }  # fmt: skip
    body = el("a:bodyPr", inset, Xml("<a:normAutofit/>"))
    styles = list_style(holder.styles) if holder.styles else Xml("<a:lstStyle/>")
    return el("p:txBody", None, body, styles, _prompt(holder, on_master=on_master))


def _prompt(holder: Holder, *, on_master: bool) -> Xml:
    if holder.kind == "sldNum":
        guid = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
        field = el("a:fld", {"id": guid, "type": "slidenum"}, Xml('<a:rPr lang="en"/>'), el("a:t", None, "‹#›"))
        return el("a:p", None, field, Xml('<a:endParaRPr lang="en"/>'))
    if not holder.prompt:
        return Xml('<a:p><a:endParaRPr lang="en"/></a:p>')
    levels = 3 if holder.kind in ("body", "obj") and holder.index in (1, *range(21, 25)) else 1
    names = (holder.prompt, "Second level", "Third level")
    return many(
        el(
            "a:p",
            None,
            el("a:pPr", {"lvl": level or None}) if level else EMPTY,
            el("a:r", None, Xml('<a:rPr lang="en"/>'), el("a:t", None, names[level])),
        )
        for level in range(levels)
    )


def bar(colour: str) -> Xml:
    """The thin bar of colour at the slide's edge."""
    return _shape(2, "Edge", (0, 0, 10, 720), fill(colour))


def _shape(
    number: int, name: str, box: tuple[int, int, int, int], looks: Xml, kind: str = "rect", line: Xml = EMPTY
) -> Xml:
    head = el("p:nvSpPr", None, el("p:cNvPr", {"id": number, "name": name}), Xml('<p:cNvSpPr/><p:nvPr userDrawn="1"/>'))
    geometry = el("a:prstGeom", {"prst": kind}, Xml("<a:avLst/>"))
    outline = line or Xml("<a:ln><a:noFill/></a:ln>")
    text = Xml('<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody>')
    return el("p:sp", None, head, el("p:spPr", None, _frame(box), geometry, looks, outline), text)


def _decoration(plan: Plan, logo: str) -> list[Xml]:
    """What a layout draws behind its placeholders."""
    match plan.decoration:
        case "title":
            return [*_rings(), *([_logo(logo, 8, (1136, 592, 80, 80))] if logo else [])]
        case "plain":
            return [_shape(2, "Edge", (0, 0, 10, 720), fill("accent1"))]
        case "closing":
            return [
                _shape(2, "Edge", (0, 0, 10, 720), fill("accent1")),
                *([_logo(logo, 3, (1136, 592, 80, 80))] if logo else []),
            ]
        case "bar2" | "bar4":
            return [bar(f"accent{plan.decoration[-1]}")]
        case "quote":
            return [_mark()]
        case _:
            return []


def _rings() -> list[Xml]:
    """Rings on a shaded panel; the navy field is drawn over what of them leaves it."""
    shade = Xml(
        '<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0"><a:schemeClr val="accent1"/></a:gs><a:gs pos="100000">'
        '<a:schemeClr val="accent2"/></a:gs></a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>'
    )
    thin = Xml(
        '<a:ln w="12700"><a:solidFill><a:schemeClr val="bg1"><a:alpha val="38000"/></a:schemeClr></a:solidFill></a:ln>'
    )
    shapes = [_shape(2, "Panel", (848, 0, 432, 720), shade)]
    for number, radius in enumerate((84, 180, 276, 372), 3):
        box = (1150 - radius, 236 - radius, 2 * radius, 2 * radius)
        shapes.append(_shape(number, f"Ring {number - 2}", box, Xml("<a:noFill/>"), "ellipse", thin))
    shapes.append(_shape(7, "Field", (0, 0, 848, 720), fill("tx2")))
    return shapes


def _logo(relationship: str, number: int, box: tuple[int, int, int, int]) -> Xml:
    vector = f"rId{int(relationship.removeprefix('rId')) + 1}"
    svg = Xml(
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        f'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{vector}"/></a:ext></a:extLst>'
    )
    head = el(
        "p:nvPicPr",
        None,
        el("p:cNvPr", {"id": number, "name": "Logo", "descr": "Logo"}),
        Xml('<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/>'),
    )
    blip = el("a:blip", {"r:embed": relationship}, svg)
    picture = el("p:blipFill", None, blip, Xml("<a:stretch><a:fillRect/></a:stretch>"))
    return el(
        "p:pic",
        None,
        head,
        picture,
        el("p:spPr", None, _frame(box), Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')),
    )


def _mark() -> Xml:
    """A large opening quotation mark, hung in the margin."""
    head = el(
        "p:nvSpPr",
        None,
        el("p:cNvPr", {"id": 2, "name": "Quotation mark"}),
        Xml('<p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/>'),
    )
    style = list_style((Style(96, "accent1", bold=True, line=0.8, heading=True),))
    text = el("p:txBody", None, Xml('<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/>'), style,
              el("a:p", None, el("a:r", None, Xml('<a:rPr lang="en"/>'), el("a:t", None, "“"))))  # fmt: skip
    looks = el(
        "p:spPr", None, _frame((LEFT, 150, 72, 110)), Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>')
    )
    return el("p:sp", None, head, looks, text)


def notes_master() -> bytes:
    """Pages of speaker notes: slide picture above, text below; portrait, 7.5 × 10 in."""
    width = 720  # grid units of 6858000 EMU
    small = Style(9, "accent6")
    style = Style(11, line=1.05, before=5)
    levels = (style, replace(style, left=18, hang=18, bullet="•"), replace(style, left=36, hang=18, bullet="–"))
    holders = (
        Holder("header", "hdr", 2, "Header", (48, 24, 300, 28), (small,), "", "ctr"),
        Holder("image", "sldImg", 3, "Slide picture", (48, 72, width - 96, 351), (), ""),
        # LibreOffice takes the looks of notes from this placeholder, PowerPoint from notesStyle below.
        Holder("body", "body", 1, "Notes", (48, 448, width - 96, 436), levels, "Notes"),
        Holder("footer", "ftr", 4, "Footer", (48, 912, 420, 28), (small,), "", "ctr"),
        Holder(
            "number", "sldNum", 5, "Slide number", (width - 168, 912, 120, 28), (replace(small, align="r"),), "", "ctr"
        ),
    )
    shapes = [
        _image_holder(holder, number) if holder.kind == "sldImg" else _holder(holder, number, on_master=True)
        for number, holder in enumerate(holders, 2)
    ]
    data = el("p:cSld", None, _ground("bg1"), _tree(shapes))
    return document(el("p:notesMaster", PML, data, _MAP, list_style(levels, "p:notesStyle")))


def _image_holder(holder: Holder, number: int) -> Xml:
    head = el(
        "p:nvSpPr",
        None,
        el("p:cNvPr", {"id": number, "name": holder.name}),
        Xml('<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'),
        el("p:nvPr", None, el("p:ph", {"type": "sldImg", "idx": holder.index})),
    )
    line = el("a:ln", {"w": 9525}, fill("accent6"))
    geometry = Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>')
    return el("p:sp", None, head, el("p:spPr", None, _frame(holder.box), geometry, line))


def handout_master() -> bytes:
    """Pages of slides as PowerPoint itself prints them: head and foot."""
    small = Style(9, "accent6")
    right = replace(small, align="r")
    holders = (
        Holder("header", "hdr", 1, "Header", (48, 24, 300, 28), (small,), "", "ctr"),
        Holder("date", "dt", 2, "Date", (372, 24, 300, 28), (right,), "", "ctr"),
        Holder("footer", "ftr", 3, "Footer", (48, 912, 420, 28), (small,), "", "ctr"),
        Holder("number", "sldNum", 4, "Slide number", (552, 912, 120, 28), (right,), "", "ctr"),
    )
    data = el("p:cSld", None, _ground("bg1"), _tree(_holders(holders, 2, on_master=True)))
    return document(el("p:handoutMaster", PML, data, _MAP))
