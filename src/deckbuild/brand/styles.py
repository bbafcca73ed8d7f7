"""Styles of text on slides: one declaration for the XML of masters and for what compose measures with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from deckbuild.brand.brand import TextLevel
from deckbuild.brand.grid import PX
from deckbuild.brand.tokens import BrandTokens
from deckbuild.ooxml.xml import Xml, el


@dataclass(frozen=True)
class Style:
    """A paragraph level: what `TextLevel` says, and what only the XML needs."""

    size: float
    colour: str = "tx1"
    bold: bool = False
    italic: bool = False
    line: float = 1.0
    before: float = 0.0
    left: int = 0
    """Grid units from the box's left to the text."""
    bullet: str = ""
    """A sign, or "1" for numbers."""
    bullet_colour: str = "accent1"
    bullet_size: int = 100
    hang: int = 0
    """Grid units that the bullet stands before the text."""
    align: Literal["l", "ctr", "r"] = "l"
    heading: bool = False
    mono: str = ""
    """The family of code, for text set in it."""

    def level(self) -> TextLevel:
        """What compose measures with."""
        return TextLevel(
            self.size, self.bold, self.line, self.before, self.left * PX, self.hang * PX,
            "mono" if self.mono else "heading" if self.heading else "body", max(1.0, self.bullet_size / 100) if self.bullet else 1.0,
            self.colour,
        )  # fmt: skip

    def xml(self, number: int) -> Xml:
        """`a:lvlNpPr` (ECMA-376 part 1, 21.1.2.4.13)."""
        attributes = {
            "marL": self.left * PX, "indent": -self.hang * PX, "algn": self.align, "defTabSz": 914400,
            "rtl": False, "eaLnBrk": True, "latinLnBrk": False, "hangingPunct": True,
        }  # fmt: skip
        face = "+mj" if self.heading else "+mn"
        run = el(
            "a:defRPr",
            {"sz": round(self.size * 100), "b": self.bold, "i": self.italic or None, "kern": 1200},
            fill(self.colour),
            *(el(f"a:{script}", {"typeface": self.mono or f"{face}-{short}"}) for script, short in _SCRIPTS),
        )
        spacing = [
            el("a:lnSpc", None, el("a:spcPct", {"val": round(self.line * 100000)})),
            el("a:spcBef", None, el("a:spcPts", {"val": round(self.before * 100)})),
        ]
        return el(f"a:lvl{number}pPr", attributes, *spacing, *self._bullet(), run)

    def _bullet(self) -> list[Xml]:
        if not self.bullet:
            return [Xml("<a:buNone/>")]
        looks = [
            el("a:buClr", None, scheme(self.bullet_colour)),
            el("a:buSzPct", {"val": self.bullet_size * 1000}),
            Xml('<a:buFont typeface="+mj-lt"/>' if self.bullet == "1" else '<a:buFont typeface="Arial"/>'),
        ]
        mark = Xml('<a:buAutoNum type="arabicPlain"/>') if self.bullet == "1" else el("a:buChar", {"char": self.bullet})
        return [*looks, mark]


_SCRIPTS = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))


def scheme(colour: str) -> Xml:
    """A colour of the theme; `accent1+60` is lightened: 60 per cent of its luminance, the rest towards white."""
    slot, _, keep = colour.partition("+")
    if not keep:
        return el("a:schemeClr", {"val": slot})
    kept = int(keep)
    return el(
        "a:schemeClr",
        {"val": slot},
        el("a:lumMod", {"val": kept * 1000}),
        el("a:lumOff", {"val": (100 - kept) * 1000}),
    )


def fill(colour: str) -> Xml:
    """A solid fill."""
    return el("a:solidFill", None, scheme(colour))


def list_style(styles: tuple[Style, ...], tag: str = "a:lstStyle") -> Xml:
    """The levels of a placeholder or of a master."""
    return el(tag, None, *(style.xml(number) for number, style in enumerate(styles, 1)))


@dataclass(frozen=True)
class Styles:
    """The styles that the layouts are made with."""

    title: Style
    body: tuple[Style, ...]
    numbered: tuple[Style, ...]
    footer: Style

    def columns(self, count: int) -> tuple[Style, ...]:
        """Body text for that many columns: the more, the smaller."""
        factor = {2: 1.0, 3: 0.9, 4: 0.8}[count]
        return tuple(replace(s, size=round(s.size * factor * 2) / 2, before=s.before * factor) for s in self.body)


_MARK_SIZES = {"■": 60, "▪": 90, "●": 60}
"""Size of a bullet as a share of the text's, where its glyph is larger or smaller than a bullet should be."""


def styles(tokens: BrandTokens) -> Styles:
    """Styles from a brand's sizes and spacing."""
    sizes, spacing = tokens.sizes, tokens.spacing
    one, two, three = tokens.bullets
    body = (
        Style(sizes.body, line=spacing.line, before=spacing.paragraph, left=22, hang=22, bullet=one,
              bullet_size=_MARK_SIZES.get(one, 100)),
        Style(sizes.second, "accent6", line=spacing.line, before=spacing.paragraph * 0.4, left=46, hang=20, bullet=two,
              bullet_colour="accent6", bullet_size=_MARK_SIZES.get(two, 100)),
        Style(sizes.third, "accent6", line=spacing.line, before=spacing.paragraph * 0.3, left=68, hang=18, bullet=three,
              bullet_colour="accent6", bullet_size=_MARK_SIZES.get(three, 100)),
    )  # fmt: skip
    lead = Style(
        sizes.body, line=spacing.line, before=spacing.paragraph + 4, left=56, hang=56, bullet="1", bullet_size=130
    )
    return Styles(
        title=Style(sizes.title, "tx2", bold=tokens.fonts.heading_bold, line=0.9, heading=True),
        body=body,
        numbered=(lead, *body[1:]),
        footer=Style(sizes.footer, "accent6"),
    )
