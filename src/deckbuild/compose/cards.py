"""Cards in a grid: groups of items, options of a question.  A row is as tall as its tallest card needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.blocks import Card, Cards, Items, Paragraph, Question, Rich, Run
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, CardLook, Layout, TextLevel
from deckbuild.compose.drawing import Shape
from deckbuild.compose.figures import icon
from deckbuild.compose.fit import Line, measure, narrowing, sized
from deckbuild.compose.fitting import Placed
from deckbuild.compose.measure import Metrics, family_of
from deckbuild.compose.presentation import CardShape

_ACROSS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4}
"""How many cards stand side by side, by their number; more than eight stand in fours."""


@dataclass(frozen=True)
class Grid:
    """Cards side by side in rows (see `fitting.Fitting`): continued by cards, all as wide as on the first slide."""

    cards: tuple[Card, ...]
    region: Box
    brand: Brand
    metrics: Metrics
    accents: Sequence[str]
    whole: bool = False
    """Whether it must not be divided."""
    across: int = 0
    """Cards side by side; 0 for as many as suit their number."""
    first: int = 0
    """How many cards stand on slides before."""

    @property
    def _across(self) -> int:
        return self.across or _ACROSS.get(len(self.cards), 4)

    @property
    def width(self) -> int:
        """EMU of one card."""
        return (self.region.width - (self._across - 1) * self.brand.cards.gutter) // self._across

    def _raised(self, factor: float) -> int:
        """EMU above each title, where a card has an icon."""
        size = sized(self.brand.cards.title.size, factor, self.brand)
        return icon.side_of(size) + icon.GAP if any(card.icon for card in self.cards) else 0

    def _rows(self, factor: float) -> list[int]:
        """EMU of each row: that of its tallest card."""
        raised = self._raised(factor)
        heights = [raised + _height(card, self.width, factor, self.brand, self.metrics) for card in self.cards]
        return [max(heights[start : start + self._across]) for start in range(0, len(heights), self._across)]

    def _used(self, factor: float) -> int:
        rows = self._rows(factor)
        return sum(rows) + (len(rows) - 1) * self.brand.cards.gutter

    def fits(self, factor: float) -> bool:
        """See `Fitting`."""
        return not self.cards or self._used(factor) <= self.region.height

    def shortage(self, factor: float) -> tuple[int, int]:
        """See `Fitting`."""
        size = sized(self.brand.cards.text.size, factor, self.brand)
        line = round(size * 1.4 * EMU_PER_POINT)
        return self._used(factor) // line, self.region.height // line

    def place(self, factor: float) -> Placed:
        """See `Fitting`."""
        return Placed(drawings=tuple(self._placed(factor)))

    def parts(self, count: int, factor: float) -> Sequence[Grid] | None:
        """See `Fitting`: as many cards on each, the first ones taking one more."""
        if self.whole or len(self.cards) < 2 * count - 1:
            return None
        each, more = divmod(len(self.cards), count)
        across = _ACROSS.get(each + bool(more), 4)
        out, start = [], 0
        for number in range(count):
            stop = start + each + (number < more)
            own = self.cards[start:stop]
            out.append(replace(self, cards=own, across=across, first=self.first + start))
            start = stop
        return out

    def _placed(self, factor: float) -> Iterator[CardShape]:
        look, brand, metrics = self.brand.cards, self.brand, self.metrics
        y, raised = self.region.y, self._raised(factor)
        for row, height in enumerate(self._rows(factor) if self.cards else []):
            for column, card in enumerate(self.cards[row * self._across : (row + 1) * self._across]):
                number = self.first + row * self._across + column
                x = self.region.x + column * (self.width + look.gutter)
                accent = self.accents[number % len(self.accents)]
                yield CardShape(
                    name=f"Card {number + 1}",
                    box=Box(x, y, self.width, height),
                    card=card,
                    accent=accent,
                    title_size=sized(look.title.size, factor, brand),
                    text_size=sized(look.text.size, factor, brand),
                    lead_width=lead_width(card, factor, brand, metrics),
                    padding=look.padding,
                    edge=look.edge,
                    before=look.text.before * factor,
                    fill=look.fill,
                    side=look.side,
                    outline=look.outline,
                    narrow=_narrow(card, self.width, height - raised, factor, brand, metrics),
                    icon=self._icon(card, x, y, raised, accent),
                    raised=raised,
                )
            y += height + look.gutter

    def _icon(self, card: Card, x: int, y: int, raised: int, accent: str) -> tuple[Shape, ...]:
        pad = self.brand.cards.padding
        return icon.draw(card.icon, x + pad, y + pad, raised - icon.GAP, accent, self.brand)


def groups(block: Cards, layout: Layout, brand: Brand, metrics: Metrics) -> Grid:
    """The cards of a `groups` slide, told apart by accent and title."""
    return Grid(block.cards, layout.content, brand, metrics, brand.accents)


def options(block: Question, layout: Layout, brand: Brand, metrics: Metrics) -> Grid:
    """A question's options as lettered cards of one accent; they stand on the slide with their question."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    accent = (brand.accents[1],)
    cards = tuple(
        Card((), (Paragraph((Run(f"{letters[n]}  ", bold=True, style=f"@{accent[0]}"), *option)),))
        for n, option in enumerate(block.options)
    )
    return Grid(cards, layout.content, brand, metrics, accent, whole=True)


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
    size = sized(level.size, factor, brand)
    widest = max(metrics.width(lead, size, family_of(brand, level), bold=True) for lead in leads)
    return round((widest + size * 0.8) * EMU_PER_POINT)
