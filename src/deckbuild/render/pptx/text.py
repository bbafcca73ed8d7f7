"""Runs and paragraphs in DrawingML (ECMA-376 part 1, 21.1.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from deckbuild.blocks import Item, Items, Jump, Link, Paragraph, Quotation, Rich, Run, Web
from deckbuild.compose.presentation import NUMBER_ROOM
from deckbuild.footnotes import SMALL
from deckbuild.ooxml.xml import EMPTY, Xml, el, many

_HLINK_COLOUR = Xml(  # the link keeps the colour of its text (PowerPoint 2019 and later)
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


@dataclass(frozen=True)
class Ink:
    """What runs are written with: language, named text styles, and the relationship of a link's target."""

    language: str
    styles: Mapping[str, str]
    mono: str
    right_to_left: bool
    link: Callable[[Link], str | None]
    """Relationship id for an address or a slide; None where the target is not in this deck."""


def colour(slot: str) -> Xml:
    """A solid fill in a colour of the theme."""
    return el("a:solidFill", None, el("a:schemeClr", {"val": slot}))


def run(piece: Run, ink: Ink, size: float | None = None, *, bold: bool = False, slot: str = "") -> Xml:
    """`a:r` elements, with line breaks between them; size in points where it is not inherited."""
    properties = _properties("a:rPr", piece, ink, size, bold=bold, slot=slot)
    lines = piece.text.split("\n")
    out = [el("a:r", None, properties, el("a:t", None, lines[0]))]
    for line in lines[1:]:
        out += [el("a:br", None, properties), el("a:r", None, properties, el("a:t", None, line))]
    return out[0] if len(out) == 1 else many(out)


def _properties(tag: str, piece: Run, ink: Ink, size: float | None, *, bold: bool, slot: str) -> Xml:
    attributes = {
        "lang": ink.language,
        "sz": round(size * 100) if size else None,
        "b": True if piece.bold or bold else None,
        "i": True if piece.italic else None,
        "u": "none"
        if piece.style and isinstance(piece.link, Jump)
        else None,  # a line of an agenda is no phrase in a text
        "baseline": {"super": 30000, "sub": -25000}.get(piece.script),
        "dirty": False,
    }
    style = piece.style.removeprefix("@") if piece.style.startswith("@") else ink.styles.get(piece.style, slot)
    children = [colour(style)] if style else []
    if piece.code:
        children.append(el("a:latin", {"typeface": ink.mono}))
    if piece.link is not None:
        children.append(hyperlink(piece.link, ink))
    return el(tag, attributes, *filter(None, children))


def hyperlink(link: Link, ink: Ink) -> Xml:
    """`a:hlinkClick` for an address or a jump to a slide; nothing for a target outside the deck."""
    relationship = ink.link(link)
    if relationship is None:
        return EMPTY
    action = "ppaction://hlinksldjump" if isinstance(link, Jump) else None
    tip = link.url if isinstance(link, Web) else None
    return el("a:hlinkClick", {"r:id": relationship, "action": action, "tooltip": tip}, _HLINK_COLOUR)


def paragraph(
    rich: Rich, ink: Ink, properties: Mapping[str, object] | None = None, *bullet: Xml, size: float | None = None,
    bold: bool = False, slot: str = "",
) -> Xml:  # fmt: skip
    """`a:p`; `bullet` are the children of its properties."""
    attributes = dict(properties or {})
    if ink.right_to_left:
        attributes = {**attributes, "rtl": True, "algn": attributes.get("algn", "r")}
    first = el("a:pPr", attributes, *bullet) if attributes or bullet else EMPTY
    runs = many(run(piece, ink, size, bold=bold, slot=slot) for piece in rich)
    end = EMPTY if rich else el("a:endParaRPr", {"lang": ink.language, "sz": round(size * 100) if size else None})
    return el("a:p", None, first, runs, end)


NO_BULLET = Xml("<a:buNone/>")


def numbered_from(start: int) -> Xml:
    """Arabic numbers in the face of headings, beginning with `start`."""
    auto = el("a:buAutoNum", {"type": "arabicPeriod", "startAt": start if start > 1 else None})
    return many([Xml('<a:buSzPct val="100000"/><a:buFont typeface="+mj-lt"/>'), auto])


def _item(item: Item, ink: Ink, items: Items) -> Xml:
    attributes: dict[str, object] = {"lvl": item.level} if item.level else {}
    if not items.numbered or item.level:
        return paragraph(item.text, ink, attributes)
    if items.look == "plain":
        attributes = {"marL": items.hang or NUMBER_ROOM, "indent": -(items.hang or NUMBER_ROOM)}
        return paragraph(item.text, ink, attributes, numbered_from(items.start))
    # In take-aways and outcomes the layout itself numbers the points; here only where the numbers begin is said.
    begun = [el("a:buAutoNum", {"type": "arabicPlain", "startAt": items.start})] if items.start > 1 else []
    return paragraph(item.text, ink, attributes, *begun)


def texts(content: Sequence[Paragraph | Items | Quotation], ink: Ink, *, bulleted: bool, small: int) -> Xml:
    """The paragraphs of a placeholder.  `bulleted`: its paragraphs have bullets unless told otherwise.

    `small` is the level, from 0, whose size small print has.
    """
    out: list[Xml] = []
    plain = ({"marL": 0, "indent": 0}, NO_BULLET) if bulleted else ({},)
    for block in content:
        match block:
            case Paragraph():
                looks = ({"lvl": small, "marL": 0, "indent": 0}, NO_BULLET) if block.style == SMALL else plain
                out.append(paragraph(block.text, ink, *looks))
            case Quotation():
                out += (paragraph(words, ink, *plain) for words in block.text)
            case Items():
                out += (_item(item, ink, block) for item in block.items)
    return many(out) or Xml("<a:p/>")


def list_style(sizes: Sequence[float], before: Sequence[float] = ()) -> Xml:
    """`a:lstStyle` with a size, and the points above a paragraph, a level.

    It survives later edits, unlike sizes on runs or a font scale.
    """
    levels = []
    for number, size in enumerate(sizes, 1):
        gap = before[number - 1] if before else None
        above = el("a:spcBef", None, el("a:spcPts", {"val": round(gap * 100)})) if gap is not None else EMPTY
        levels.append(el(f"a:lvl{number}pPr", None, above, el("a:defRPr", {"sz": round(size * 100)})))
    return el("a:lstStyle", None, *levels)
