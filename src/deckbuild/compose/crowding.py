"""What is told of charts and code whose parts have no room: names of columns (F320) and slices (F322), lines (F321)."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.blocks import Chart, Code
from deckbuild.compose import charts, code
from deckbuild.compose.composing import Deck
from deckbuild.compose.fit import inner
from deckbuild.compose.presentation import Filled
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.facts import Stop


def report(stop: Stop, filled: Sequence[Filled], deck: Deck, diags: Diagnostics) -> None:
    """Everything on a slide that stands closer than it can be read."""
    if stop.slide is None:
        return
    span = stop.slide.place.span
    for one in filled:
        match one.content:
            case Chart():
                _names(one, span, deck, diags)
                _slices(one.content, span, diags)
            case Code():
                _lines(one, one.content, span, deck, diags)


def _names(filled: Filled, span: Span, deck: Deck, diags: Diagnostics) -> None:
    name = charts.crowded(filled, deck.brand, deck.metrics)
    if name:
        hint = "write `type: bar`, whose names stand beside it, or shorten the names"
        diags.warn("F320", f"`{name}` has no room below its column", span, hint)


def _slices(chart: Chart, span: Span, diags: Diagnostics) -> None:
    names = charts.thin(chart)
    if names:
        listed = ", ".join(f"`{name}`" for name in names)
        message = f"the slices {listed} are too thin to be named side by side"
        diags.warn("F322", message, span, "put them together as “Other”, or write `type: bar`")


def _lines(filled: Filled, shown: Code, span: Span, deck: Deck, diags: Diagnostics) -> None:
    width = inner(filled.slot, filled.box)[0]
    for number, needed, room in code.too_long(shown, filled.sizes[0], width, deck.brand, deck.metrics):
        message = f"line {number} of the code has {needed} characters, there is room for {room}"
        diags.warn("F321", message, span, "break it in two, as its language allows")
