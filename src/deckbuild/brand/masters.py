"""Slide master and layouts as XML, from the declarations in layouts.py and decorations.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from deckbuild.brand.decorations import Decorator
from deckbuild.brand.grid import PX
from deckbuild.brand.grounds import ground
from deckbuild.brand.plans import Holder, Plan
from deckbuild.brand.shapes import background, frame
from deckbuild.brand.styles import Style, Styles, fill, list_style
from deckbuild.labels import Labels
from deckbuild.ooxml.xml import EMPTY, PML, Xml, document, el, many

_GROUP = Xml(
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_ACCENTS = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
LIGHT_MAP = Xml(f'<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" {_ACCENTS} hlink="hlink" folHlink="folHlink"/>')
"""Text is the theme's dark colours, grounds its light ones."""
DARK_MAP = Xml(f'<p:clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" {_ACCENTS} hlink="hlink" folHlink="folHlink"/>')
_INHERIT = Xml("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")


def master(draw: Decorator, look: Styles, say: Labels, feet: Sequence[Holder], layouts: int) -> bytes:
    """The slide master: ground, bar at the edge, title, body, footer line."""
    grid, backgrounds = draw.grid, draw.tokens.backgrounds
    on = ground(backgrounds.content, draw.tokens.palette)
    anchor = "b" if backgrounds.title_rule else "ctr"
    own = (
        Holder("title", "title", 0, "Title", grid.title, (), "prompt_title", anchor),
        Holder("body", "body", 1, "Body", grid.body, (), "prompt_text"),
        *feet,
    )
    paper = background(on, draw.pictures.ground(on.picture).bitmap if on.picture else "")
    drawn = [*draw.edge("accent1"), *draw.footer_logo(inverse=on.inverse)[0]]
    shapes = tree([*drawn, *holders(own, say, on_master=True)])
    listed = (el("p:sldLayoutId", {"id": 2147483649 + n, "r:id": f"rId{n}"}) for n in range(1, layouts + 1))
    styles = el(
        "p:txStyles",
        None,
        list_style((look.title,), "p:titleStyle"),
        list_style((*look.body, *[look.body[-1]] * 2), "p:bodyStyle"),
        list_style((Style(18),), "p:otherStyle"),
    )
    colours = DARK_MAP if draw.tokens.palette.dark else LIGHT_MAP
    data = el("p:cSld", None, paper, shapes)
    return document(
        el("p:sldMaster", {**PML, "preserve": True}, data, colours, el("p:sldLayoutIdLst", None, *listed), styles)
    )


def layout(plan: Plan, draw: Decorator, say: Labels, feet: Sequence[Holder]) -> bytes:
    """A layout: its ground, what it draws, its placeholders."""
    shapes = [*draw.layout(plan), *holders((*plan.holders, *feet), say, on_master=False)]
    paper = background(plan.ground) if plan.ground else EMPTY
    attributes = {**PML, "preserve": True, "type": plan.type, "userDrawn": None if plan.type else True}
    if plan.ground or plan.edge or plan.role == "blank":
        attributes["showMasterSp"] = False
    data = el("p:cSld", {"name": plan.name}, paper, tree(shapes))
    return document(el("p:sldLayout", attributes, data, _INHERIT))


def tree(shapes: Sequence[Xml]) -> Xml:
    """The shapes with their ids, from 2 in the order of drawing."""
    numbers = count(2)
    inside = re.sub(r'(<p:cNvPr id=")0"', lambda match: f'{match[1]}{next(numbers)}"', many(shapes))
    return el("p:spTree", None, _GROUP, Xml(inside))


def holders(own: Sequence[Holder], say: Labels, *, on_master: bool) -> list[Xml]:
    """Placeholders with their prompts."""
    return [_holder(holder, say, on_master=on_master) for holder in own]


_SIZES = {"ftr": "quarter", "sldNum": "quarter", "dt": "half"}


def _holder(holder: Holder, say: Labels, *, on_master: bool) -> Xml:
    kind = None if holder.kind == "obj" else holder.kind
    index = None if not holder.index else holder.index
    placeholder = el("p:ph", {"type": kind, "sz": _SIZES.get(holder.kind), "idx": index})
    head = el(
        "p:nvSpPr",
        None,
        el("p:cNvPr", {"id": 0, "name": holder.name}),
        Xml('<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'),
        el("p:nvPr", None, placeholder),
    )
    outline = el("a:ln", {"w": 19050}, fill(holder.styles[0].colour)) if holder.pill else EMPTY
    pill = Xml('<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 50000"/></a:avLst></a:prstGeom>')
    plain = Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')
    ground = fill(holder.fill) if holder.fill else EMPTY
    looks = el("p:spPr", None, frame(holder.box), pill if holder.pill else plain, ground, outline)
    return el("p:sp", None, head, looks, _text(holder, say, on_master=on_master))


def _text(holder: Holder, say: Labels, *, on_master: bool) -> Xml:
    room = holder.inset * PX
    inset = {
        "vert": "horz", "wrap": "square", "lIns": room, "tIns": room, "rIns": room, "bIns": room, "rtlCol": False,
        "anchor": holder.anchor,
    }  # fmt: skip
    body = el("a:bodyPr", inset, Xml("<a:normAutofit/>"))
    styles = list_style(holder.styles) if holder.styles else Xml("<a:lstStyle/>")
    return el("p:txBody", None, body, styles, _prompt(holder, say, on_master=on_master))


def _prompt(holder: Holder, say: Labels, *, on_master: bool) -> Xml:
    spoken = el("a:rPr", {"lang": say.language})
    end = el("a:endParaRPr", {"lang": say.language})
    if holder.kind == "sldNum":
        guid = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
        field = el("a:fld", {"id": guid, "type": "slidenum"}, spoken, el("a:t", None, "‹#›"))
        return el("a:p", None, field, end)
    if not holder.prompt:
        return el("a:p", None, end)
    levels = 3 if holder.kind in ("body", "obj") and holder.index in (1, *range(21, 25)) else 1
    words = holder.prompt[1:] if holder.prompt.startswith("=") else say(holder.prompt)
    names = (words, say("prompt_second"), say("prompt_third"))
    return many(
        el(
            "a:p",
            None,
            el("a:pPr", {"lvl": level or None}) if level else EMPTY,
            el("a:r", None, spoken, el("a:t", None, names[level])),
        )
        for level in range(levels)
    )
