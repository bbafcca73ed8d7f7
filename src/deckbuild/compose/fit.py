"""Does this text fit this box, at which step of the type scale, and how wide should it run.

All boxes of a slide go down the scale together.  The chosen sizes stand in the slide as they are, so that
every program shows the same without being asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.blocks import Items, Paragraph, Quotation, Rich
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Slot, TextLevel
from deckbuild.compose.measure import Metrics, family_of, lonely

MARGIN = 0.01
"""Lines within one per cent of the width may break otherwise elsewhere; they count as broken."""


@dataclass(frozen=True)
class Line:
    """A paragraph to measure: its text and the level it is set at."""

    text: Rich
    level: TextLevel
    lead: float = 0.0
    """Points kept in front for a number set apart."""


@dataclass(frozen=True)
class Measured:
    """What a text needs: height in points, number of lines, and whether a last line is lonely."""

    height: float
    lines: int
    lonely: bool


def paragraphs(texts: Sequence[Paragraph | Items | Quotation], levels: Sequence[TextLevel]) -> tuple[Line, ...]:
    """The paragraphs of `texts`, each at its level (the last one known serves deeper ones)."""
    lines: list[Line] = []
    for text in texts:
        match text:
            case Paragraph():
                lines.append(Line(text.text, replace(levels[0], indent=0, hanging=0)))
            case Quotation():
                lines += (Line(words, replace(levels[0], indent=0, hanging=0)) for words in text.text)
            case Items():
                lines += (Line(item.text, levels[min(item.level, len(levels) - 1)]) for item in text.items)
    return tuple(lines)


def measure(lines: Sequence[Line], width: float, factor: float, brand: Brand, metrics: Metrics) -> Measured:
    """What `lines` need in a column of `width` points with all sizes times `factor`."""
    height, count, alone = 0.0, 0, False
    for index, line in enumerate(lines):
        level = line.level
        family = family_of(brand, level)
        size = stepped(level.size, factor)
        room = (width - level.indent / EMU_PER_POINT - line.lead) * (1 - MARGIN)
        widths = metrics.line_widths(line.text, size, family, room, bold=level.bold)
        height += len(widths) * size * level.line * metrics.pitch(family, bold=level.bold)
        height += level.before * factor if index else 0.0
        count += len(widths)
        alone = alone or lonely(widths, line.text, room)
    return Measured(height, count, alone)


def stepped(size: float, factor: float) -> float:
    """A size at a step of the scale, to half a point (as PowerPoint's own size boxes do)."""
    return round(size * factor * 2) / 2


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
    if not whole.lonely:
        return 0
    for share in (0.04, 0.08, 0.12, 0.16, 0.2, 0.25):
        tried = measure(lines, width * (1 - share), factor, brand, metrics)
        if not tried.lonely and tried.height <= height:
            return round(width * share * EMU_PER_POINT)
    return 0


def balancing(line: Line, width: float, brand: Brand, metrics: Metrics, factor: float = 1.0) -> int:
    """EMU to take from the right so that the lines of a title are about equally long; 0 for a single line."""
    lines = measure((line,), width, factor, brand, metrics).lines
    if lines < 2:
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
