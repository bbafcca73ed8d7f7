"""Source text on slides: fitted by lines, never broken where a smaller size shows them whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from deckbuild.blocks import Code, Paragraph, Rich, Run, plain
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Slot, TextLevel
from deckbuild.compose.fit import Line, measure, sized
from deckbuild.compose.fitting import Placed, balanced
from deckbuild.compose.measure import Metrics
from deckbuild.compose.presentation import Filled

GAP = 8 * 9525
"""EMU between the code and the line below it."""


@dataclass(frozen=True)
class Coded:
    """A piece of code on a slide (see `fitting.Fitting`): continued between its lines, best at an empty one."""

    code: Code
    slot: Slot
    box: Box
    brand: Brand
    metrics: Metrics
    caption: Slot | None = None
    _known: dict[float, tuple[float, ...]] = field(default_factory=dict, compare=False, repr=False)

    def _size(self, factor: float) -> float:
        return sized(self.slot.levels[0].size, factor, self.brand)

    def _room(self) -> tuple[float, float]:
        """Width and height for the text, in points."""
        inset = self.slot.inset
        sides, ends = inset.x + inset.width, inset.y + inset.height
        return (self.box.width - sides) / EMU_PER_POINT, (self.box.height - ends) / EMU_PER_POINT

    def heights(self, factor: float) -> tuple[float, ...]:
        """Points of each line; of several where one is too long for the room."""
        if factor not in self._known:
            size = self._size(factor)
            level = TextLevel(size, line=self.slot.levels[0].line, family="mono")
            room = self._room()[0] - gutter(self.code, size, self.brand, self.metrics)
            self._known[factor] = tuple(
                measure((Line(line, level),), room, 1.0, self.brand, self.metrics).height for line in self.code.lines
            )
        return self._known[factor]

    def fits(self, factor: float) -> bool:
        """See `Fitting`: a line may only be broken at the smallest size."""
        if sum(self.heights(factor)) > self._room()[1]:
            return False
        smaller = [one for one in self.brand.scale if self._size(one) < self._size(factor)]
        return not smaller or not any(
            too_long(self.code, self._size(factor), self._room()[0], self.brand, self.metrics)
        )

    def shortage(self, factor: float) -> tuple[int, int]:
        """See `Fitting`."""
        heights = self.heights(factor)
        return len(heights), min(len(heights) - 1, int(len(heights) * self._room()[1] / sum(heights)))

    def place(self, factor: float) -> Placed:
        """See `Fitting`: as high as its lines."""
        inset = self.slot.inset
        height = min(self.box.height, round(sum(self.heights(factor)) * EMU_PER_POINT) + inset.y + inset.height)
        placed = replace(self.box, height=height)
        code = Filled(self.slot, self.code, (self._size(factor),), placed)
        if not self.code.caption or self.caption is None:
            return Placed((code,))
        below = replace(self.caption.box, y=min(placed.bottom + GAP, self.caption.box.y))
        return Placed((code, Filled(self.caption, (Paragraph(self.code.caption, "caption"),), box=below)))

    def parts(self, count: int, factor: float) -> Sequence[Coded] | None:
        """See `Fitting`."""
        heights, lines = self.heights(factor), self.code.lines
        after_empty = [index > 0 and not plain(lines[index - 1]).strip() for index in range(len(lines))]
        cut = balanced(heights, count, after_empty)
        if cut is None or any(sum(heights[line] for line in part) > self._room()[1] for part in cut):
            cut = balanced(heights, count, [True] * len(lines))
        return [replace(self, code=part_of(self.code, part), _known={}) for part in cut] if cut else None


def part_of(code: Code, part: range) -> Code:
    """Some of the lines, with the numbers that they have."""
    lines = code.lines[part.start : part.stop]
    text = "\n".join(map(plain, lines))
    return replace(code, text=text, lines=lines, first=code.first + part.start)


def gutter(code: Code, size: float, brand: Brand, metrics: Metrics) -> float:
    """Points kept for the numbers of lines."""
    if not code.numbered:
        return 0.0
    digits = len(str(code.first + len(code.lines) - 1))
    return metrics.width("0" * (digits + 2), size, brand.mono_family)


def too_long(code: Code, size: float, width: float, brand: Brand, metrics: Metrics) -> Iterator[tuple[int, int, int]]:
    """Number, characters, and characters there is room for, of each line wider than the room."""
    room = width - gutter(code, size, brand, metrics)
    for number, line in enumerate(code.lines, code.first):
        text = plain(line)
        if metrics.width(text, size, brand.mono_family) > room:
            yield number, len(text), int(room / metrics.width("0", size, brand.mono_family))


def stressed(code: Code) -> tuple[Rich, ...]:
    """The lines as they are shown: with some of them stressed, these bold and the others quiet."""
    if not code.marked:
        return code.lines
    return tuple(
        tuple(replace(run, bold=True) for run in line)
        if number in code.marked
        else tuple(Run(run.text, code=True, style="muted") for run in line)
        for number, line in enumerate(code.lines, code.first)
    )
