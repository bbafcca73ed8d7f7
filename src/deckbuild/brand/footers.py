"""Date, text and number on the footer line, in the places that a brand gives them."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from deckbuild.brand.grid import Grid, Rectangle
from deckbuild.brand.looks import FooterTokens
from deckbuild.brand.plans import Holder
from deckbuild.brand.styles import Style, Styles

_Align = Literal["l", "ctr", "r"]
HEIGHT = 28
_GAP = 16
_WIDTHS = {"number": 120, "date": 260}
_KINDS = {"text": ("ftr", 11, "footer", "Footer"), "date": ("dt", 10, "date", "Date"),
          "number": ("sldNum", 12, "slide-number", "Slide number")}  # fmt: skip


def footers(tokens: FooterTokens, grid: Grid, look: Styles, colour: str, left: int = 0) -> tuple[Holder, ...]:
    """The three placeholders of the footer line, in `colour`, the first `left` units further in.

    Every layout has all three, so that a designer finds them; compose fills those that the brand asks for.  The
    footer needs a prompt: without a run in it LibreOffice loses its position and face (7.4, measured).
    """
    style = replace(look.footer, colour=colour)
    return tuple(
        _holder(kind, box, replace(style, align=align)) for kind, box, align in _places(tokens, grid, left)
    )  # fmt: skip


def _holder(kind: str, box: Rectangle, style: Style) -> Holder:
    type_, index, purpose, name = _KINDS[kind]
    return Holder(purpose, type_, index, name, box, (style,), "prompt_footer" if kind == "text" else "", "ctr")


def _places(tokens: FooterTokens, grid: Grid, left: int) -> list[tuple[str, Rectangle, _Align]]:
    """Kind, box and alignment of each.  Kinds without a place of their own take one that is left, from the right."""
    chosen = [tokens.left, tokens.centre, tokens.right]
    rest = [kind for kind in ("text", "number", "date") if kind not in chosen]
    kinds = [kind if kind != "none" else rest.pop(0) for kind in reversed(chosen)][::-1]
    if tokens.centre == "none":
        widths = _flowing(kinds, grid.wide - left)
    else:
        middle = {"number": 120, "date": 260, "text": grid.wide // 2}[kinds[1]]
        side = (grid.wide - middle) // 2 - _GAP
        widths = [side - left, middle, side]
    aligns: tuple[_Align, ...] = ("l", "r" if tokens.centre == "none" else "ctr", "r")
    x = grid.left + left
    out: list[tuple[str, Rectangle, _Align]] = []
    for kind, width, align in zip(kinds, widths, aligns, strict=True):
        out.append((kind, (x, grid.foot, width, HEIGHT), align))
        x += width + _GAP
    return out


def _flowing(kinds: list[str], wide: int) -> list[int]:
    """Widths side by side; the text takes what number and date leave."""
    rest = wide - sum(_WIDTHS.values()) - 2 * _GAP
    return [_WIDTHS.get(kind, rest) for kind in kinds]
