"""Tokens -> the template of decks: a package with masters, layouts, theme and no slide."""

from __future__ import annotations

from deckbuild.brand import masters
from deckbuild.brand.brand import Layout
from deckbuild.brand.layouts import layout_of, plans
from deckbuild.brand.styles import styles
from deckbuild.brand.tablestyle import table_styles
from deckbuild.brand.theme import theme
from deckbuild.brand.tokens import BrandTokens
from deckbuild.ooxml.package import OFFICE, Package, Part, Relationship
from deckbuild.ooxml.xml import PML, Xml, document, el
from deckbuild.svg import rasterise

WIDTH, HEIGHT = 12192000, 6858000
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_LOGO_PIXELS = 320


def template(tokens: BrandTokens, logo: bytes | None) -> tuple[Package, tuple[Layout, ...]]:
    """The template, and its layouts as compose knows them."""
    look = styles(tokens)
    planned = plans(tokens, look)
    parts: list[Part] = []
    layouts = []
    for number, plan in enumerate(planned, 1):
        name = f"/ppt/slideLayouts/slideLayout{number}.xml"
        links = [_link(1, "slideMaster", "/ppt/slideMasters/slideMaster1.xml")]
        shown = logo is not None and plan.decoration in ("title", "closing")
        if shown:
            links += [_link(2, "image", "/ppt/media/logo.png"), _link(3, "image", "/ppt/media/logo.svg")]
        content = masters.layout(plan, look, "rId2" if shown else "")
        parts.append(Part(name, _TYPE + "slideLayout+xml", content, tuple(links)))
        layouts.append(layout_of(plan, name, look))
    if logo is not None:
        parts.append(Part("/ppt/media/logo.png", "image/png", rasterise(logo, _LOGO_PIXELS)))
        parts.append(Part("/ppt/media/logo.svg", "image/svg+xml", logo))
    parts += _masters(tokens, look_layouts=[part.name for part in parts if "slideLayout" in part.name])
    parts += _rest(tokens)
    named = {part.name: part for part in parts}
    return Package(named, (_link(1, "officeDocument", "/ppt/presentation.xml"),)), tuple(layouts)


def _link(number: int, kind: str, target: str) -> Relationship:
    return Relationship(f"rId{number}", f"{OFFICE}/{kind}", target)


def _masters(tokens: BrandTokens, look_layouts: list[str]) -> list[Part]:
    links = [_link(number, "slideLayout", name) for number, name in enumerate(look_layouts, 1)]
    links.append(_link(len(links) + 1, "theme", "/ppt/theme/theme1.xml"))
    look = styles(tokens)
    slide = masters.master(look, len(look_layouts))
    colours = theme(tokens)
    return [
        Part("/ppt/slideMasters/slideMaster1.xml", _TYPE + "slideMaster+xml", slide, tuple(links)),
        Part("/ppt/notesMasters/notesMaster1.xml", _TYPE + "notesMaster+xml", masters.notes_master(),
             (_link(1, "theme", "/ppt/theme/theme2.xml"),)),
        Part("/ppt/handoutMasters/handoutMaster1.xml", _TYPE + "handoutMaster+xml", masters.handout_master(),
             (_link(1, "theme", "/ppt/theme/theme3.xml"),)),
        *(Part(f"/ppt/theme/theme{number}.xml", _THEME, colours) for number in (1, 2, 3)),
    ]  # fmt: skip


def _rest(tokens: BrandTokens) -> list[Part]:
    links = (
        _link(1, "slideMaster", "/ppt/slideMasters/slideMaster1.xml"),
        _link(2, "notesMaster", "/ppt/notesMasters/notesMaster1.xml"),
        _link(3, "handoutMaster", "/ppt/handoutMasters/handoutMaster1.xml"),
        _link(4, "presProps", "/ppt/presProps.xml"),
        _link(5, "viewProps", "/ppt/viewProps.xml"),
        _link(6, "theme", "/ppt/theme/theme1.xml"),
        _link(7, "tableStyles", "/ppt/tableStyles.xml"),
    )
    view = el(
        "p:viewPr", PML, Xml('<p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="80000"/></p:normalViewPr>')
    )
    return [
        Part("/ppt/presentation.xml", _TYPE + "presentation.main+xml", _presentation(), links),
        Part("/ppt/presProps.xml", _TYPE + "presProps+xml", document(el("p:presentationPr", PML))),
        Part("/ppt/viewProps.xml", _TYPE + "viewProps+xml", document(view)),
        Part("/ppt/tableStyles.xml", _TYPE + "tableStyles+xml", table_styles(tokens.title, zebra=tokens.zebra)),
    ]


def _presentation() -> bytes:
    levels = Xml("".join(
        f'<a:lvl{n}pPr marL="{457200 * (n - 1)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        '<a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    ))  # fmt: skip
    return document(
        el(
            "p:presentation",
            {**PML, "saveSubsetFonts": True, "autoCompressPictures": False},
            Xml('<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'),
            Xml('<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'),
            Xml('<p:handoutMasterIdLst><p:handoutMasterId r:id="rId3"/></p:handoutMasterIdLst>'),
            el("p:sldSz", {"cx": WIDTH, "cy": HEIGHT}),
            Xml('<p:notesSz cx="6858000" cy="9144000"/>'),
            el("p:defaultTextStyle", None, Xml('<a:defPPr><a:defRPr lang="en"/></a:defPPr>'), levels),
        )
    )
