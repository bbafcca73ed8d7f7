"""Cards in a grid: groups of items, options of a question.  A row is as tall as its tallest card needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.blocks import Card, Cards, Items, Paragraph, Question, Rich, Run
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, CardLook, Layout, TextLevel
from deckbuild.compose.fit import Line, measure, narrowing, stepped
from deckbuild.compose.measure import Metrics, family_of
from deckbuild.compose.presentation import CardShape

_ACROSS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4}
"""How many cards stand side by side, by their number; more than eight stand in fours."""


@dataclass(frozen=True)
class _Grid:
    across: int
    width: int
    """EMU of one card."""


def groups(
    block: Cards, layout: Layout, brand: Brand, metrics: Metrics
) -> tuple[list[CardShape], list[tuple[int, int]]]:
    """The cards of a `groups` slide, told apart by accent and title; and the shortage where they do not fit."""
    return _set(block.cards, layout.content, brand, metrics, brand.accents)


def options(
    block: Question, layout: Layout, brand: Brand, metrics: Metrics
) -> tuple[list[CardShape], list[tuple[int, int]]]:
    """A question's options as lettered cards of one accent."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    accent = (brand.accents[1],)
    cards = [
        Card((), (Paragraph((Run(f"{letters[n]}  ", bold=True, style=f"@{accent[0]}"), *option)),))
        for n, option in enumerate(block.options)
    ]
    return _set(cards, layout.content, brand, metrics, accent)


def _set(
    cards: Sequence[Card], region: Box, brand: Brand, metrics: Metrics, accents: Sequence[str]
) -> tuple[list[CardShape], list[tuple[int, int]]]:
    if not cards:
        return [], []
    look = brand.cards
    across = _ACROSS.get(len(cards), 4)
    grid = _Grid(across, (region.width - (across - 1) * look.gutter) // across)
    steps = [f for f in brand.scale if f == 1 or stepped(look.text.size, f) >= brand.smallest]
    heights: list[int] = []
    factor = steps[0]
    for factor in steps:
        heights = _row_heights(cards, grid, factor, brand, metrics)
        if sum(heights) + (len(heights) - 1) * look.gutter <= region.height:
            break
    used = sum(heights) + (len(heights) - 1) * look.gutter
    over = [(used // _line(look, factor), region.height // _line(look, factor))] if used > region.height else []
    return list(_placed(cards, grid, heights, factor, region, brand, metrics, accents)), over


def _line(look: CardLook, factor: float) -> int:
    """EMU of a line of a card's text."""
    return round(look.text.size * factor * 1.4 * EMU_PER_POINT)


def _placed(
    cards: Sequence[Card],
    grid: _Grid,
    heights: Sequence[int],
    factor: float,
    region: Box,
    brand: Brand,
    metrics: Metrics,
    accents: Sequence[str],
) -> list[CardShape]:
    look = brand.cards
    shapes = []
    y = region.y
    for row, height in enumerate(heights):
        for column, card in enumerate(cards[row * grid.across : (row + 1) * grid.across]):
            number = row * grid.across + column
            shapes.append(
                CardShape(
                    name=f"Card {number + 1}",
                    box=Box(region.x + column * (grid.width + look.gutter), y, grid.width, height),
                    card=card,
                    accent=accents[number % len(accents)],
                    title_size=stepped(look.title.size, factor),
                    text_size=stepped(look.text.size, factor),
                    lead_width=lead_width(card, factor, brand, metrics),
                    padding=look.padding,
                    edge=look.edge,
                    before=look.text.before * factor,
                    fill=look.fill,
                    narrow=_narrow(card, grid.width, height, factor, brand, metrics),
                )
            )
        y += height + look.gutter
    return shapes


def _row_heights(cards: Sequence[Card], grid: _Grid, factor: float, brand: Brand, metrics: Metrics) -> list[int]:
    heights = [_height(card, grid.width, factor, brand, metrics) for card in cards]
    rows = [heights[start : start + grid.across] for start in range(0, len(heights), grid.across)]
    return [max(row) for row in rows]


def _height(card: Card, width: int, factor: float, brand: Brand, metrics: Metrics) -> int:
    """EMU that a card needs: its title, its text, and the padding above and below."""
    look = brand.cards
    needed = measure(_all_lines(card, factor, brand, metrics), _room(width, look), factor, brand, metrics).height
    needed += look.text.before * factor if card.title else 0  # the first item stands twice as far off
    return round(needed * EMU_PER_POINT) + 2 * look.padding


def _room(width: int, look: CardLook) -> float:
    """Points that a card of that width leaves to its text."""
    return (width - 2 * look.padding) / EMU_PER_POINT


def _all_lines(card: Card, factor: float, brand: Brand, metrics: Metrics) -> list[Line]:
    """Title and text of a card, to be measured."""
    look = brand.cards
    title = [Line(card.title, look.title)] if card.title else []
    return [*title, *(Line(rich, look.text, lead) for rich, lead in _lines(card, factor, brand, metrics))]


def _narrow(card: Card, width: int, height: int, factor: float, brand: Brand, metrics: Metrics) -> int:
    """EMU to take from the right so that no line of the card is one short word."""
    lines, room = _all_lines(card, factor, brand, metrics), _room(width, brand.cards)
    whole = measure(lines, room, factor, brand, metrics)
    inside = (height - 2 * brand.cards.padding) / EMU_PER_POINT
    return narrowing(lines, whole, room, inside, factor, brand, metrics)


def _lines(card: Card, factor: float, brand: Brand, metrics: Metrics) -> list[tuple[Rich, float]]:
    lead = lead_width(card, factor, brand, metrics) / EMU_PER_POINT
    out: list[tuple[Rich, float]] = []
    for block in card.body:
        if isinstance(block, Items):
            out += [(item.text, max(lead, 12.0) + 12.0 * item.level) for item in block.items]
        else:
            out.append((block.text, 0.0))
    return out


def lead_width(card: Card, factor: float, brand: Brand, metrics: Metrics) -> int:
    """EMU for the widest number set apart in front of an item, and a gap; 0 where no item has one."""
    leads = [item.lead for block in card.body if isinstance(block, Items) for item in block.items if item.lead]
    if not leads:
        return 0
    level: TextLevel = brand.cards.text
    size = stepped(level.size, factor)
    widest = max(metrics.width(lead, size, family_of(brand, level), bold=True) for lead in leads)
    return round((widest + size * 0.8) * EMU_PER_POINT)
