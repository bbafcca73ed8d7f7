"""What figures are drawn with: the brand's sizes at one step of the scale, text measured, colours that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckbuild.blocks import Items, Paragraph, Rich
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, TextLevel
from deckbuild.brand.contrast import ratio
from deckbuild.compose.drawing import Drawn, Shape, Words
from deckbuild.compose.fit import Line, measure, narrowing, sized
from deckbuild.compose.measure import Metrics, family_of

Align = Literal["l", "ctr", "r"]
Anchor = Literal["t", "ctr", "b"]

UNIT = 9525
"""EMU of a unit of the grid, 1280 of which are a slide's width of 13.333 in."""


@dataclass(frozen=True)
class Sketch:
    """A figure drawn at one step of the scale."""

    members: tuple[Drawn, ...]
    height: int
    """EMU that it takes."""
    cut: bool = False
    """Whether a word is wider than its place."""
    size: float = 0.0
    """Points of its text."""


@dataclass(frozen=True)
class Pen:
    """Draws at one step of the brand's scale."""

    brand: Brand
    metrics: Metrics
    factor: float

    @property
    def title(self) -> float:
        """Points of a title."""
        return sized(self.brand.cards.title.size, self.factor, self.brand)

    @property
    def text(self) -> float:
        """Points of running text."""
        return sized(self.brand.cards.text.size, self.factor, self.brand)

    @property
    def panel(self) -> str:
        """The ground of boxes; the slide's own where the brand has none for cards."""
        return self.brand.cards.fill or "bg1"

    @property
    def lead(self) -> str:
        """The accent that leads."""
        return self.brand.accents[0]

    def accent(self, number: int) -> str:
        """The accent that tells the group with that number, from 0, apart."""
        return self.brand.accents[number % len(self.brand.accents)]

    def on(self, fill: str) -> str:
        """The slot in which text can be read best on `fill`."""
        palette = self.brand.palette
        return max(("bg1", "tx1"), key=lambda slot: ratio(palette[slot], palette[fill]))

    def heading(self, rich: Rich, slot: str = "") -> Words:
        """A title, in the colour of headings where no other is asked for."""
        return Words(rich, self.title, bold=True, slot=slot or self.brand.strong)

    def body(self, text: Sequence[Paragraph | Items], *, slot: str = "tx1", bullet: str = "") -> tuple[Words, ...]:
        """Paragraphs and lists as running text."""
        before = self.brand.cards.text.before * self.factor
        bullet = bullet or self.lead
        out: list[Words] = []
        for block in text:
            if isinstance(block, Paragraph):
                out.append(Words(block.text, self.text, slot=slot, before=before))
                continue
            for item in block.items:
                indent = 12 * EMU_PER_POINT * (item.level + 1)
                out.append(Words(item.text, self.text, slot=slot, before=before, bullet=bullet, indent=indent))
        return tuple(out)

    def width(self, words: Words) -> int:
        """EMU of the words on one line, with a little to spare."""
        family = family_of(self.brand, TextLevel(words.size))
        width = sum(
            self.metrics.width(run.text, words.size, family, bold=words.bold or run.bold, italic=run.italic)
            for run in words.text
        )
        return round(width * 1.02 * EMU_PER_POINT) + words.indent

    def longest(self, words: Words) -> int:
        """EMU of the longest word."""
        size, family = words.size, family_of(self.brand, TextLevel(words.size))
        parts = (
            self.metrics.width(word, size, family, bold=words.bold or run.bold, italic=run.italic)
            for run in words.text
            for word in run.text.split()
        )
        return round(max(parts, default=0.0) * 1.02 * EMU_PER_POINT) + words.indent

    def height(self, words: Sequence[Words], width: int) -> int:
        """EMU that the paragraphs take in a column."""
        lines = [_line(one) for one in words]
        return round(measure(lines, width / EMU_PER_POINT, 1.0, self.brand, self.metrics).height * EMU_PER_POINT)

    def cuts(self, words: Sequence[Words], width: int) -> bool:
        """Whether a word of the paragraphs is wider than the column."""
        return any(self.longest(one) > width for one in words)

    def settled(self, shape: Shape) -> Shape:
        """The shape with its text narrowed where a line would hold one short word."""
        width = shape.box.width - shape.inset.x - shape.inset.width
        height = shape.box.height - shape.inset.y - shape.inset.height
        if shape.geometry != "rect" or any(words.align != "l" for words in shape.words):
            return shape
        lines = [_line(one) for one in shape.words]
        room, inside = width / EMU_PER_POINT, height / EMU_PER_POINT
        whole = measure(lines, room, 1.0, self.brand, self.metrics)
        less = narrowing(lines, whole, room, inside, 1.0, self.brand, self.metrics)
        inset = replace(shape.inset, width=shape.inset.width + less)
        return replace(shape, inset=inset)

    def label(self, name: str, box: Box, words: Sequence[Words], *, anchor: Anchor = "t", align: Align = "l") -> Shape:
        """Text without a ground."""
        aligned = tuple(replace(one, align=align) for one in words) if align != "l" else tuple(words)
        return self.settled(Shape(name, box, words=aligned, anchor=anchor))


def _line(words: Words) -> Line:
    return Line(words.text, TextLevel(words.size, words.bold, 1.0, words.before, indent=words.indent))


def units(number: float) -> int:
    """Units of the grid as EMU."""
    return round(number * UNIT)
