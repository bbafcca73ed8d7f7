"""The theme: colour scheme, font scheme, format scheme (ECMA-376 part 1, 20.1.6)."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.brand.colours import mixed, ratio, readable
from deckbuild.brand.tokens import BrandTokens, Palette
from deckbuild.ooxml.xml import Xml, document, el, many

A = {"xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main"}

# What the slots of text and ground are called in a colour map and in a theme (ECMA-376 part 1, 19.3.1.6).
_THEME_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


def palette(colours: Palette) -> dict[str, str]:
    """Theme slot, as slides and documents name it -> RRGGBB."""
    accents = {f"accent{number}": colour for number, colour in enumerate(colours.accents, 1)}
    return {
        "tx1": colours.ink, "bg1": colours.ground, "tx2": colours.strong, "bg2": colours.panel, **accents,
        "hlink": colours.accents[0], "folHlink": colours.accents[3],
    }  # fmt: skip


def printed(tokens: BrandTokens) -> Palette:
    """The colours of documents: the brand's own; of a dark look, its hues darkened until they can be read on white."""
    if tokens.print_palette is not None:
        return tokens.print_palette
    own = tokens.palette
    if not own.dark:
        return own
    panel = mixed(own.accents[0], 0.07)
    grounds = ("FFFFFF", panel)
    accents = tuple(readable(colour, grounds, 5.2) for colour in own.accents)  # boxes are tinted with their own colour
    strong = readable(own.ground if ratio(own.ground, "FFFFFF") > 9 else own.accents[0], grounds, 7)
    return Palette(ink=readable(own.ground, grounds, 12), ground="FFFFFF", strong=strong, panel=panel, accents=accents)


def theme(tokens: BrandTokens, colours: Palette) -> bytes:
    """The theme part, for PowerPoint and Word alike."""
    elements = el("a:themeElements", None, _colours(tokens.title, colours), _fonts(tokens), _FORMATS)
    return document(
        el("a:theme", {**A, "name": tokens.title}, elements, Xml("<a:objectDefaults/><a:extraClrSchemeLst/>"))
    )


def _colours(title: str, colours: Palette) -> Xml:
    """The scheme: dark and light by what they are, so that a dark look turns round by its colour map alone."""
    slots: Mapping[str, str] = palette(colours)
    if colours.dark:
        slots = {**slots, "tx1": slots["bg1"], "bg1": slots["tx1"], "tx2": slots["bg2"], "bg2": slots["tx2"]}
    return el(
        "a:clrScheme",
        {"name": title},
        many(
            el(f"a:{_THEME_SLOTS.get(slot, slot)}", None, el("a:srgbClr", {"val": slots[slot]}))
            for slot in ("tx1", "bg1", "tx2", "bg2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
        ),
    )


# Faces that programs take for scripts which the brand's own face lacks (as Office's own themes list them).
_SCRIPTS = (
    ("Jpan", "Yu Gothic"), ("Hang", "Malgun Gothic"), ("Hans", "Microsoft YaHei"), ("Hant", "Microsoft JhengHei"),
    ("Arab", "Arial"), ("Hebr", "Arial"), ("Thai", "Leelawadee UI"), ("Ethi", "Nyala"), ("Beng", "Vrinda"),
    ("Gujr", "Shruti"), ("Khmr", "Leelawadee UI"), ("Knda", "Tunga"), ("Guru", "Raavi"), ("Taml", "Latha"),
    ("Telu", "Gautami"), ("Mlym", "Kartika"), ("Laoo", "Leelawadee UI"), ("Deva", "Mangal"), ("Geor", "Sylfaen"),
)  # fmt: skip


def _fonts(tokens: BrandTokens) -> Xml:
    fonts = tokens.fonts
    scripts = {**dict(_SCRIPTS), **fonts.scripts}

    def face(tag: str, family: str) -> Xml:
        return el(
            tag,
            None,
            el("a:latin", {"typeface": family}),
            el("a:ea", {"typeface": fonts.east_asian or ""}),
            el("a:cs", {"typeface": fonts.complex_script or ""}),
            many(el("a:font", {"script": script, "typeface": name}) for script, name in scripts.items()),
        )

    return el(
        "a:fontScheme", {"name": tokens.title}, face("a:majorFont", fonts.heading), face("a:minorFont", fonts.body)
    )


_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = (
    f'<a:ln w="{{}}" cap="flat" cmpd="sng" algn="ctr">{_SOLID}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
)
_FORMATS = Xml(
    '<a:fmtScheme name="Plain">'
    f"<a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst>"
    f"<a:lnStyleLst>{_LINE.format(6350)}{_LINE.format(12700)}{_LINE.format(19050)}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst>"
    "</a:fmtScheme>"
)
