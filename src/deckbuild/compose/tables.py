"""Tables on slides: column widths, row heights, one size of type for all cells."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.blocks import Rich, Table
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Slot, TextLevel
from deckbuild.compose.fit import Line, measure, stepped
from deckbuild.compose.measure import Metrics
from deckbuild.compose.presentation import Filled


def fit(table: Table, slot: Slot, box: Box, brand: Brand, metrics: Metrics) -> tuple[Filled, list[tuple[int, int]]]:
    """The table at the largest step at which it fits `box`, and by how much it does not at the smallest."""
    look = brand.tables
    steps = [f for f in brand.scale if f == 1 or stepped(look.text.size, f) >= brand.smallest]
    heights: tuple[int, ...] = ()
    size = look.text.size
    for factor in steps:
        size = stepped(look.text.size, factor)
        heights = row_heights(table, box.width, size, brand, metrics)
        if sum(heights) <= box.height:
            break
    placed = Box(box.x, box.y, box.width, sum(heights))
    over = [(len(heights), _rows_within(heights, box.height))] if sum(heights) > box.height else []
    return Filled(slot, table, (size,), placed, row_heights=heights), over


def _rows_within(heights: Sequence[int], height: int) -> int:
    used = 0
    for count, row in enumerate(heights):
        used += row
        if used > height:
            return count
    return len(heights)


def row_heights(table: Table, width: int, size: float, brand: Brand, metrics: Metrics) -> tuple[int, ...]:
    """EMU of each row, the header first: its tallest cell and the cell's margins."""
    look = brand.tables
    level = TextLevel(size, line=look.text.line)
    heights = []
    rows: list[tuple[tuple[Rich, ...], bool]] = [(table.header, True)] if table.header else []
    rows += [(row, table.total and index == len(table.rows) - 1) for index, row in enumerate(table.rows)]
    for row, bold in rows:
        tallest = 0.0
        for cell, share in zip(row, table.widths, strict=True):
            room = (width * share - 2 * look.inset_x) / EMU_PER_POINT
            line = Line(cell or (), TextLevel(level.size, bold=bold, line=level.line))
            tallest = max(tallest, measure((line,), room, 1.0, brand, metrics).height)
        heights.append(round(tallest * EMU_PER_POINT) + 2 * look.inset_y)
    return tuple(heights)
