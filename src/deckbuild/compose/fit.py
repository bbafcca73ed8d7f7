"""Does this text fit this box, at which step of the type scale, and how wide should it run.

All boxes of a slide go down the scale together.  The chosen sizes stand in the slide as they are, so that
every program shows the same without being asked.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.blocks import Item, Items, Paragraph, Quotation, Rich
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Slot, TextLevel
from deckbuild.compose.frames import Frame
from deckbuild.compose.measure import Metrics, family_of, lonely
from deckbuild.compose.presentation import NUMBER_ROOM
from deckbuild.footnotes import SMALL

MARGIN = 0.01
"""Lines within one per cent of the width may break otherwise elsewhere; for a verdict they count as broken."""


PITCH = 1.2
"""Distance of lines at single spacing, as a share of the size, that LibreOffice gives decks whatever the face
(`FontIndependentLineSpacing`, measured); faces that ask for more get more in PowerPoint.
"""


_TALLEST = 1.5
"""Most that a face is given between lines of running text: Noto Sans Arabic asks for more than twice the size."""
_TITLE = 1.362
"""Most that it is given between lines of a title, which is short: as much as Open Sans asks for."""


@dataclass(frozen=True)
class Line:
    """A paragraph to measure: its text and the level it is set at."""

    text: Rich
    level: TextLevel
    lead: float = 0.0
    """Points kept in front of every line, for a number set apart."""
    first: float = 0.0
    """Points that its first line begins further in."""
    cell: bool = False
    """Whether it stands in a table: there LibreOffice takes the face's own distance of lines."""


@dataclass(frozen=True)
class Measured:
    """What a text needs: height in points, number of lines, and whether a last line is lonely.

    These are for verdicts, with all doubt against the text: lines within the margin count as broken, and faces that
    ask for more room between lines get it, as PowerPoint gives it to them.  `exact` is what LibreOffice sets.
    """

    height: float
    lines: int
    lonely: bool
    exact: Exact

    @property
    def ink(self) -> float:
        """Height of a text whose leading may reach beyond its box, as that of a single line may: faces for some scripts
        ask for more than twice the size.
        """
        if self.lines == 1:
            return self.exact.height
        return min(self.height, self.lines * self.exact.height / self.exact.lines * _TITLE / PITCH)


@dataclass(frozen=True)
class Exact:
    """A prediction, without any margin: the height of the text in points and its number of lines."""

    height: float
    lines: int


def paragraphs(texts: Sequence[Paragraph | Items | Quotation], levels: Sequence[TextLevel]) -> tuple[Line, ...]:
    """The paragraphs of `texts`, each at its level (the last one known serves deeper ones)."""
    lines: list[Line] = []
    for text in texts:
        match text:
            case Paragraph():
                level = levels[-1] if text.style == SMALL else levels[0]
                lines.append(Line(text.text, replace(level, indent=0, hanging=0)))
            case Quotation():
                lines += (Line(words, replace(levels[0], indent=0, hanging=0)) for words in text.text)
            case Items():
                lines += (Line(item.text, _level(item, text, levels)) for item in text.items)
    return tuple(lines)


def _level(item: Item, items: Items, levels: Sequence[TextLevel]) -> TextLevel:
    """How a point is set; the text of a numbered one stands further off than that of one with a bullet."""
    level = levels[min(item.level, len(levels) - 1)]
    if items.numbered and items.look == "plain" and not item.level:
        return replace(level, indent=items.hang or NUMBER_ROOM, hanging=items.hang or NUMBER_ROOM)
    return level


def measure(lines: Sequence[Line], width: float, factor: float, brand: Brand, metrics: Metrics) -> Measured:
    """What `lines` need in a column of `width` points with all sizes times `factor`."""
    laid = [lay(line, width, factor, brand, metrics, first=index == 0) for index, line in enumerate(lines)]
    return Measured(
        sum(sum(one.heights) + one.before for one in laid),
        sum(len(one.heights) for one in laid),
        any(one.lonely for one in laid),
        Exact(sum(sum(one.exact) + one.before for one in laid), sum(len(one.exact) for one in laid)),
    )


@dataclass(frozen=True)
class Laid:
    """A paragraph in its lines: the height of each with all doubt against it, and as LibreOffice sets it, in points."""

    heights: tuple[float, ...]
    exact: tuple[float, ...]
    before: float
    """Points above it; 0 for the first in its box."""
    lonely: bool


def lay(line: Line, width: float, factor: float, brand: Brand, metrics: Metrics, *, first: bool) -> Laid:
    """One paragraph in a column of `width` points; `first` where it stands at the top of its box."""
    level, family = line.level, family_of(brand, line.level)
    size = sized(level.size, factor, brand)
    room = width - level.indent / EMU_PER_POINT - line.lead
    drawn = _drawn(size)
    broken = exact = metrics.lines(line.text, drawn, family, room, bold=level.bold, first=line.first)
    if max(one.width for one in exact) * size > room * (1 - MARGIN) * drawn:  # else all would break alike
        broken = metrics.lines(line.text, size, family, room * (1 - MARGIN), bold=level.bold, first=line.first)
    most = math.inf if line.cell else _TALLEST * size
    sure = [max(PITCH * size, min(one.ascent + one.descent + one.gap, most)) * level.line for one in broken]
    sure[0] *= max(1.0, level.bullet)
    return Laid(
        tuple(sure),
        tuple((one.ascent + one.descent if line.cell else PITCH * size) * level.line for one in exact),
        0.0 if first else level.before * factor,
        lonely([one.width for one in broken], line.text, room * (1 - MARGIN)),
    )


def _drawn(size: float) -> float:
    """The size at which LibreOffice sets type of that size: whole dots of 1/600 in (7.4, measured)."""
    return round(round(size * 2540 / 72) * 600 / 2540) * 72 / 600


def columned(lines: Sequence[Line], room: Frame, factor: float, brand: Brand, metrics: Metrics) -> Measured:
    """What `lines` need in the columns of `room`, filled one after the other: the height is that of the tallest."""
    if room.columns == 1:
        return measure(lines, room.width, factor, brand, metrics)
    laid = [lay(line, room.column, factor, brand, metrics, first=index == 0) for index, line in enumerate(lines)]
    exact = [h + (one.before if n == 0 else 0) for one in laid for n, h in enumerate(one.exact)]
    sure = [h + (one.before if n == 0 else 0) for one in laid for n, h in enumerate(one.heights)]
    return Measured(
        _tallest(sure, room), len(sure), any(one.lonely for one in laid), Exact(_tallest(exact, room), len(exact))
    )


def _tallest(heights: Sequence[float], room: Frame) -> float:
    """Height of the tallest column: each is filled before the next begins, the last takes what is left."""
    column, used, tallest = 1, 0.0, 0.0
    for height in heights:
        if used and used + height > room.height and column < room.columns:
            column, used = column + 1, 0.0
        used += height
        tallest = max(tallest, used)
    return tallest


def stepped(size: float, factor: float) -> float:
    """A size at a step of the scale, to half a point (as PowerPoint's own size boxes do)."""
    return round(size * factor * 2) / 2


def sized(size: float, factor: float, brand: Brand) -> float:
    """A size at a step of the scale, but never below the brand's smallest, where it is not smaller from the first."""
    return size if factor == 1 else max(stepped(size, factor), min(size, brand.smallest))


def inner(slot: Slot, box: Box | None = None) -> tuple[float, float]:
    """Width and height, in points, that a placeholder leaves to its text."""
    around = box or slot.box
    width = around.width - slot.inset.x - slot.inset.width
    height = around.height - slot.inset.y - slot.inset.height
    return width / EMU_PER_POINT, height / EMU_PER_POINT


def narrowing(
    lines: Sequence[Line], whole: Measured, width: float, height: float, factor: float, brand: Brand, metrics: Metrics
) -> int:
    """EMU to take from the right so that no last line is one short word; 0 where that does not help.

    `whole` is what the lines need at full width.
    """
    if not whole.lonely or not all(metrics.certain(line.text, family_of(brand, line.level)) for line in lines):
        return 0
    for share in (0.04, 0.08, 0.12, 0.16, 0.2, 0.25):
        tried = measure(lines, width * (1 - share), factor, brand, metrics)
        if not tried.lonely and tried.height <= height:
            return round(width * share * EMU_PER_POINT)
    return 0


def balancing(line: Line, width: float, brand: Brand, metrics: Metrics, factor: float = 1.0) -> int:
    """EMU to take from the right so that the lines of a title are about equally long; 0 for a single line."""
    lines = measure((line,), width, factor, brand, metrics).lines
    if lines < 2 or not metrics.certain(line.text, family_of(brand, line.level)):
        return 0
    narrow, wide = width * 0.4, width
    for _ in range(12):  # the narrowest column that takes no more lines
        middle = (narrow + wide) / 2
        if measure((line,), middle, factor, brand, metrics).lines == lines:
            wide = middle
        else:
            narrow = middle
    wide = min(width, wide * 1.02)
    return round((width - wide) * EMU_PER_POINT)
