"""The table style: dark header, thin rules between rows, a total set off (ECMA-376 part 1, 20.1.4.2.27)."""

from __future__ import annotations

from deckbuild.brand.colours import slot
from deckbuild.brand.looks import TableTokens
from deckbuild.ooxml.xml import EMPTY, Xml, document, el

STYLE_ID = "{5A7C1D52-3E0B-4B0E-9A64-6D1C0E5B2F10}"
A = {"xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def _rule(side: str, width: int, colour: str) -> Xml:
    paint = el("a:solidFill", None, colour_of(colour))
    return el(f"a:{side}", None, el("a:ln", {"w": width, "cmpd": "sng"}, paint))


def colour_of(colour: str) -> Xml:
    """A theme colour; `accent6+40` is lightened."""
    slot, _, keep = colour.partition("+")
    if not keep:
        return el("a:schemeClr", {"val": slot})
    tint = int(keep)
    return el(
        "a:schemeClr", {"val": slot}, el("a:lumMod", {"val": tint * 1000}), el("a:lumOff", {"val": (100 - tint) * 1000})
    )


def _none(side: str) -> Xml:
    return Xml(f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>")


def _text(colour: str, *, bold: bool) -> Xml:
    face = Xml('<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>')
    return el("a:tcTxStyle", {"b": "on" if bold else None}, face, el("a:schemeClr", {"val": colour}))


def table_styles(name: str, tokens: TableTokens) -> bytes:
    """The part with the one style, which is the default for new tables too."""
    colour = slot(tokens.colour)
    whole = el(
        "a:wholeTbl",
        None,
        _text("tx1", bold=False),
        el("a:tcStyle", None, el("a:tcBdr", None, _none("left"), _none("right"), _none("top"),
           _rule("bottom", 12700, "accent6+40"), _rule("insideH", 9525, "accent6+40"), _none("insideV")), Xml("<a:fill><a:noFill/></a:fill>")),
    )  # fmt: skip
    tint = _paint("bg2") if tokens.banded else EMPTY
    band = el("a:band2H", None, el("a:tcStyle", None, Xml("<a:tcBdr/>"), tint))
    names = el("a:firstCol", None, Xml('<a:tcTxStyle b="on"/><a:tcStyle><a:tcBdr/></a:tcStyle>'))
    last = el(
        "a:lastRow",
        None,
        _text("tx2", bold=True),
        el("a:tcStyle", None, el("a:tcBdr", None, _rule("top", 19050, "tx2"))),
    )
    first = _header(tokens, colour)
    style = el("a:tblStyle", {"styleId": STYLE_ID, "styleName": name}, whole, band, names, last, first)
    return document(el("a:tblStyleLst", {**A, "def": STYLE_ID}, style))


def _header(tokens: TableTokens, colour: str) -> Xml:
    """A filled header, or a bold one over a thick rule."""
    if tokens.header == "filled":
        text = "tx2" if colour in ("bg1", "bg2") else "bg1"
        return el("a:firstRow", None, _text(text, bold=True), el("a:tcStyle", None, Xml("<a:tcBdr/>"), _paint(colour)))
    rules = el("a:tcBdr", None, _rule("top", 12700, colour), _rule("bottom", 25400, colour))
    return el("a:firstRow", None, _text("tx2", bold=True), el("a:tcStyle", None, rules))


def _paint(colour: str) -> Xml:
    return el("a:fill", None, el("a:solidFill", None, el("a:schemeClr", {"val": colour})))
