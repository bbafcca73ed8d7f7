"""Tokens -> the template of decks: a package with masters, layouts, theme and no slide."""

from __future__ import annotations

from deckbuild.brand import masters, pages
from deckbuild.brand.brand import Layout
from deckbuild.brand.decorations import Decorator
from deckbuild.brand.footers import footers
from deckbuild.brand.grid import PX, TYPES, Grid, grid
from deckbuild.brand.grounds import ground
from deckbuild.brand.layouts import plans
from deckbuild.brand.media import PackMedia, Pictures
from deckbuild.brand.plans import Holder, layout_of
from deckbuild.brand.styles import Styles, styles
from deckbuild.brand.tablestyle import table_styles
from deckbuild.brand.theme import printed, theme
from deckbuild.brand.tokens import BrandTokens
from deckbuild.labels import Labels
from deckbuild.ooxml.package import OFFICE, Package, Part, Relationship
from deckbuild.ooxml.xml import PML, Xml, document, el

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"


def template(tokens: BrandTokens, media: PackMedia, say: Labels) -> tuple[Package, tuple[Layout, ...]]:
    """The template, and its layouts as compose knows them; prompts are in the words of `say`."""
    look, lines = styles(tokens), grid(tokens)
    parts: list[Part] = []
    layouts = []
    for number, plan in enumerate(plans(tokens, look, lines), 1):
        name = f"/ppt/slideLayouts/slideLayout{number}.xml"
        pictures = Pictures(media, 2)
        draw = Decorator(tokens, lines, pictures)
        feet = _feet(draw, look, plan.inverse, plan.ground.quiet if plan.ground else "accent6") if plan.footer else ()
        content = masters.layout(plan, draw, say, feet)
        links = (_link(1, "slideMaster", "/ppt/slideMasters/slideMaster1.xml"), *pictures.links)
        parts.append(Part(name, _TYPE + "slideLayout+xml", content, links))
        layouts.append(layout_of(plan, feet, name, look, lines))
    parts += _masters(tokens, media, say, look, [part.name for part in parts if "slideLayout" in part.name])
    shown = {link.target for part in parts for link in part.relationships}
    parts += (part for part in media.parts() if part.name in shown)
    parts += _rest(tokens, lines)
    named = {part.name: part for part in parts}
    return Package(named, (_link(1, "officeDocument", "/ppt/presentation.xml"),)), tuple(layouts)


def _feet(draw: Decorator, look: Styles, inverse: bool, colour: str) -> tuple[Holder, ...]:
    """The footer line, beside the small logo where the brand shows one."""
    _, left = draw.footer_logo(inverse=inverse)
    return footers(draw.tokens.footer, draw.grid, look, colour, left)


def _link(number: int, kind: str, target: str) -> Relationship:
    return Relationship(f"rId{number}", f"{OFFICE}/{kind}", target)


def _masters(tokens: BrandTokens, media: PackMedia, say: Labels, look: Styles, layouts: list[str]) -> list[Part]:
    links = [_link(number, "slideLayout", name) for number, name in enumerate(layouts, 1)]
    links.append(_link(len(links) + 1, "theme", "/ppt/theme/theme1.xml"))
    lines, pictures = grid(tokens), Pictures(media, len(links) + 1)
    draw = Decorator(tokens, lines, pictures)
    on = ground(tokens.backgrounds.content, tokens.palette)
    slide = masters.master(draw, look, say, _feet(draw, look, on.inverse, on.quiet), len(layouts))
    screen, paper = theme(tokens, tokens.palette), theme(tokens, printed(tokens))
    return [
        Part("/ppt/slideMasters/slideMaster1.xml", _TYPE + "slideMaster+xml", slide, (*links, *pictures.links)),
        Part("/ppt/notesMasters/notesMaster1.xml", _TYPE + "notesMaster+xml",
             pages.notes_master(say, (lines.width, lines.height)), (_link(1, "theme", "/ppt/theme/theme2.xml"),)),
        Part("/ppt/handoutMasters/handoutMaster1.xml", _TYPE + "handoutMaster+xml", pages.handout_master(say),
             (_link(1, "theme", "/ppt/theme/theme3.xml"),)),
        Part("/ppt/theme/theme1.xml", _THEME, screen),
        *(Part(f"/ppt/theme/theme{number}.xml", _THEME, paper) for number in (2, 3)),
    ]  # fmt: skip


def _rest(tokens: BrandTokens, lines: Grid) -> list[Part]:
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
        Part("/ppt/presentation.xml", _TYPE + "presentation.main+xml", _presentation(tokens, lines), links),
        Part("/ppt/presProps.xml", _TYPE + "presProps+xml", document(el("p:presentationPr", PML))),
        Part("/ppt/viewProps.xml", _TYPE + "viewProps+xml", document(view)),
        Part("/ppt/tableStyles.xml", _TYPE + "tableStyles+xml", table_styles(tokens.title, tokens.tables)),
    ]


def _presentation(tokens: BrandTokens, lines: Grid) -> bytes:
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
            el("p:sldSz", {"cx": lines.width * PX, "cy": lines.height * PX, "type": TYPES.get(tokens.page)}),
            Xml('<p:notesSz cx="6858000" cy="9144000"/>'),
            el("p:defaultTextStyle", None, el("a:defPPr", None, el("a:defRPr", {"lang": tokens.language})), levels),
        )
    )
