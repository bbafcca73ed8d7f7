"""Tables on slides: column widths, row heights, one size of type for all cells; continued where they are too large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deckbuild.blocks import Merged, Paragraph, Rich, Table, plain
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Slot, TextLevel
from deckbuild.compose.fit import Line, measure, sized
from deckbuild.compose.fitting import Placed, balanced
from deckbuild.compose.measure import Metrics
from deckbuild.compose.presentation import Filled

NARROWEST = 0.5
"""Least part of the room's width that a table takes, so that it does not look lost."""
AIR = 1.5
"""A table of short texts is wider than they are by this factor, where there is room."""
GAP = 8 * 9525
"""EMU between a table and the line below it."""
SHORT = 10
"""Widths of the letter M that a short text may take before it is broken for the sake of a long one."""


@dataclass(frozen=True)
class Fitted:
    """A table on a slide (see `fitting.Fitting`).

    Continued by rows, its header repeated, its total kept at the end; by columns, its first one repeated, where words
    are wider than their columns at any size.
    """

    table: Table
    slot: Slot
    box: Box
    brand: Brand
    metrics: Metrics
    caption: Slot | None = None
    """Where the layout has a line for what is said below it."""
    right_to_left: bool = False
    """Whether a table narrower than its room stands at the right of it."""
    _known: dict[float, Sized] = field(default_factory=dict, compare=False, repr=False)

    def at(self, factor: float) -> Sized:
        """The table at a step of the scale."""
        if factor not in self._known:
            size = sized(self.table.size or self.brand.tables.text.size, factor, self.brand)
            self._known[factor] = Measuring(size, self.brand, self.metrics).sized(self.table, self.box.width)
        return self._known[factor]

    def fits(self, factor: float) -> bool:
        """See `Fitting`."""
        known = self.at(factor)
        return not known.cut and sum(known.heights) <= self.box.height

    def shortage(self, factor: float) -> tuple[int, int]:
        """See `Fitting`: in rows, or in columns where these are too many."""
        known = self.at(factor)
        if known.cut:
            return len(self.table.widths), max(1, len(self.table.widths) - 1)
        return len(known.heights), _rows_within(known.heights, self.box.height)

    def place(self, factor: float) -> Placed:
        """See `Fitting`."""
        known = self.at(factor)
        width = round(self.box.width * known.table.share)
        left = self.box.right - width if self.right_to_left else self.box.x
        placed = Box(left, self.box.y, width, sum(known.heights))
        table = Filled(self.slot, known.table, (known.size,), placed, row_heights=known.heights)
        if not self.table.caption or self.caption is None:
            return Placed((table,))
        below = replace(self.caption.box, y=min(placed.bottom + GAP, self.caption.box.y))
        return Placed((table, Filled(self.caption, (Paragraph(self.table.caption, "caption"),), box=below)))

    def parts(self, count: int, factor: float) -> Sequence[Fitted] | None:
        """See `Fitting`."""
        known = self.at(factor)
        if known.cut:
            return self._by_columns(count, known)
        header = 1 if self.table.header else 0
        table = known.table
        allowed = [_may_begin(table, row) for row in range(header, len(table.lines))]
        cut = balanced(known.heights[header:], count, allowed)
        if cut is None:
            return None
        columns = range(len(table.widths))
        rows = [[*range(header), *(header + row for row in part)] for part in cut]
        made = [part_of(table, part, columns) for part in rows]
        last = len(made) - 1
        return [
            replace(self, table=replace(part, total=table.total and number == last), _known={})
            for number, part in enumerate(made)
        ]

    def _by_columns(self, count: int, known: Sized) -> Sequence[Fitted] | None:
        """The first column on each part, the others divided evenly."""
        widths = known.least[1:]
        allowed = [
            not any(m.column <= c < m.column + m.columns - 1 for m in self.table.merged) for c in range(len(widths))
        ]
        cut = balanced(widths, count, allowed)
        if cut is None:
            return None
        rows = range(len(self.table.lines))
        parts = [part_of(self.table, rows, [0, *(1 + column for column in part)]) for part in cut]
        return [replace(self, table=part, _known={}) for part in parts]


def _may_begin(table: Table, row: int) -> bool:
    """Whether a slide may begin with that row: not with the total, nor within a merged cell."""
    if table.total and row == len(table.lines) - 1:
        return False
    return not any(one.row < row < one.row + one.rows for one in table.merged)


def part_of(table: Table, rows: Sequence[int], columns: Sequence[int]) -> Table:
    """The table with those rows (the header counted first, and kept) and columns only, merged cells cut to them."""
    lines = [[table.lines[row][column] for column in columns] for row in rows]
    merged = []
    for one in table.merged:
        down = [at for at, row in enumerate(rows) if one.row <= row < one.row + one.rows]
        across = [at for at, column in enumerate(columns) if one.column <= column < one.column + one.columns]
        if down and across:
            lines[down[0]][across[0]] = table.lines[one.row][one.column]
            if len(down) > 1 or len(across) > 1:
                merged.append(Merged(down[0], across[0], len(down), len(across)))
    kept = [tuple(line) for line in lines]
    places = ((at, to, (row, column)) for at, row in enumerate(rows) for to, column in enumerate(columns))
    marked = [(at, to) for at, to, place in places if place in table.marked]
    whole = sum(table.widths[column] for column in columns)
    return replace(
        table,
        header=kept[0] if table.header else (),
        rows=tuple(kept[1:] if table.header else kept),
        widths=tuple(table.widths[column] / whole for column in columns),
        align=tuple(table.align[column] for column in columns),
        merged=tuple(merged),
        marked=tuple(marked),
    )


def _rows_within(heights: Sequence[int], height: int) -> int:
    used = 0
    for count, row in enumerate(heights):
        used += row
        if used > height:
            return count
    return len(heights)


@dataclass(frozen=True)
class Sized:
    """A table at one size of type."""

    table: Table
    """With its widths measured."""
    size: float
    heights: tuple[int, ...]
    """EMU of each row, the header first."""
    least: tuple[float, ...]
    """Points that each column needs so that no word is cut."""
    cut: bool
    """Whether words are cut because the columns are too many."""


@dataclass(frozen=True)
class Measuring:
    """Measures the cells of tables at one size of type."""

    size: float
    brand: Brand
    metrics: Metrics

    def sized(self, table: Table, width: int) -> Sized:
        """The table in a room `width` EMU wide."""
        room = width / EMU_PER_POINT
        least = self._least(table)
        laid = self._natural(table, least, room) if table.natural else table
        wide = [share * room * laid.share for share in laid.widths]
        cut = any(needed > given * 1.001 for needed, given in zip(least, wide, strict=True))
        return Sized(laid, self.size, self._heights(laid, wide), least, cut and table.natural)

    @property
    def _margins(self) -> float:
        return 2 * self.brand.tables.inset_x / EMU_PER_POINT

    def _width(self, text: str, *, bold: bool) -> float:
        return self.metrics.width(text, self.size, self.brand.body_family, bold=bold) * 1.01

    def _line(self, cell: Rich, *, bold: bool) -> float:
        """Points that a cell needs to stand in one line, or in as many as it was written in."""
        return max(self._width(line, bold=bold) for line in plain(cell).split("\n"))

    def _columns(self, table: Table) -> list[list[tuple[Rich, bool]]]:
        """The cells of each column that stand in it alone, and whether they are bold."""
        out: list[list[tuple[Rich, bool]]] = [[] for _ in table.widths]
        for row, cells in enumerate(table.lines):
            for column, cell in enumerate(cells):
                if cell and table.span(row, column).columns == 1:
                    out[column].append((cell, bold_at(table, row, column)))
        return out

    def _least(self, table: Table) -> tuple[float, ...]:
        """Points that the longest word of each column needs."""
        return tuple(
            self._margins
            + max((self._width(word, bold=bold) for cell, bold in column for word in plain(cell).split()), default=0.0)
            for column in self._columns(table)
        )

    def _natural(self, table: Table, least: Sequence[float], room: float) -> Table:
        """The table as wide as its texts ask for: narrower than the room where they are short."""
        wanted = [
            self._margins + max((self._line(cell, bold=bold) for cell, bold in column), default=0.0)
            for column in self._columns(table)
        ]
        whole = sum(wanted)
        if whole <= room:
            target = room if table.size else min(room, max(whole * AIR, room * NARROWEST))
            widths = [one * target / whole for one in wanted]
        else:
            target = room
            least = self._whole_where_short(least, wanted, room)
            widths = list(least)
            spare = room - sum(least)
            if spare > 0:
                beyond = [want - need for want, need in zip(wanted, least, strict=True)]
                widths = [need + spare * more / sum(beyond) for need, more in zip(least, beyond, strict=True)]
        return replace(table, widths=tuple(one / sum(widths) for one in widths), share=target / room, natural=False)

    def _whole_where_short(self, least: Sequence[float], wanted: Sequence[float], room: float) -> Sequence[float]:
        """Columns of short texts as wide as these, where that leaves the long ones half of the room."""
        whole = [want if want <= SHORT * self.size else need for want, need in zip(wanted, least, strict=True)]
        return whole if sum(whole) <= room / 2 else least

    def _heights(self, table: Table, widths: Sequence[float]) -> tuple[int, ...]:
        """EMU of each row: its tallest cell with its margins; a merged cell's last row takes what is left."""
        look = self.brand.tables
        heights = [0] * len(table.lines)
        tall: list[tuple[int, int, int]] = []
        for row, cells in enumerate(table.lines):
            for column, cell in enumerate(cells):
                span = table.span(row, column)
                if (span.row, span.column) != (row, column):
                    continue
                room = sum(widths[column : column + span.columns]) - self._margins
                level = TextLevel(self.size, bold=bold_at(table, row, column), line=look.text.line)
                needed = measure((Line(cell, level, cell=True),), room, 1.0, self.brand, self.metrics).height
                height = round(needed * EMU_PER_POINT) + 2 * look.inset_y
                if span.rows == 1:
                    heights[row] = max(heights[row], height)
                else:
                    tall.append((row, span.rows, height))
        for row, rows, height in tall:
            heights[row + rows - 1] += max(0, height - sum(heights[row : row + rows]))
        return tuple(heights)


def bold_at(table: Table, row: int, column: int) -> bool:
    """Whether a cell is set in bold: the header's, the total's, a name of a row, one that stands out."""
    return (
        (row == 0 and bool(table.header))
        or (table.total and row == len(table.lines) - 1)
        or (table.header_column and column == 0)
        or (row, column) in table.marked
    )
