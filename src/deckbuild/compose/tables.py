"""Tables on slides: column widths, row heights, one size of type for all cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.blocks import Rich, Table
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Slot, TextLevel
from deckbuild.compose.fit import Line, measure, sized
from deckbuild.compose.fitting import Placed, balanced
from deckbuild.compose.measure import Metrics
from deckbuild.compose.presentation import Filled


@dataclass(frozen=True)
class Fitted:
    """A table on a slide (see `fitting.Fitting`): continued by rows, its header repeated, its total kept at the end."""

    table: Table
    slot: Slot
    box: Box
    brand: Brand
    metrics: Metrics

    def heights(self, factor: float) -> tuple[int, ...]:
        """EMU of each row at a step of the scale, the header first."""
        return row_heights(self.table, self.box.width, self._size(factor), self.brand, self.metrics)

    def _size(self, factor: float) -> float:
        return sized(self.brand.tables.text.size, factor, self.brand)

    def fits(self, factor: float) -> bool:
        """See `Fitting`."""
        return sum(self.heights(factor)) <= self.box.height

    def shortage(self, factor: float) -> tuple[int, int]:
        """See `Fitting`: in rows."""
        heights = self.heights(factor)
        return len(heights), _rows_within(heights, self.box.height)

    def place(self, factor: float) -> Placed:
        """See `Fitting`."""
        heights = self.heights(factor)
        placed = Box(self.box.x, self.box.y, self.box.width, sum(heights))
        return Placed((Filled(self.slot, self.table, (self._size(factor),), placed, row_heights=heights),))

    def parts(self, count: int, factor: float) -> Sequence[Fitted] | None:
        """See `Fitting`: no part begins with the row of totals."""
        table = self.table
        own = self.heights(factor)[1 if table.header else 0 :]
        allowed = [not (table.total and index == len(own) - 1) for index in range(len(own))]
        cut = balanced(own, count, allowed)
        if cut is None:
            return None
        rows = [tuple(table.rows[index] for index in part) for part in cut]
        return [
            replace(self, table=replace(table, rows=own_rows, total=table.total and own_rows is rows[-1]))
            for own_rows in rows
        ]


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
