"""A table on a slide, written here or read from a CSV file."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from deckbuild.blocks import Block, plain
from deckbuild.blocks import Table as TableBlock
from deckbuild.kinds.body import Body
from deckbuild.kinds.grid import Grid, Problem, uneven
from deckbuild.markdown import inline
from deckbuild.spec.scalars import Flag, Line, Number

Align = Literal["left", "center", "right"]


class Tabled(Grid):
    """Header, rows, and how the columns are set."""

    widths: Annotated[tuple[Number, ...], Field(description="Shares of the width, one a column.")] = ()
    align: Annotated[tuple[Align, ...], Field(description="left, center or right, one a column.")] = ()
    total: Annotated[Flag, Field(description="Whether the last row sums up the others.")] = False
    alt: Annotated[Line | None, Field(description="What the table shows, in a sentence.")] = None

    def problem(self) -> Problem | None:
        """What keeps header, rows, widths and align from being one table."""
        return uneven(self.header, self.rows) or self._unmatched()

    def _unmatched(self) -> Problem | None:
        width = len(self.header or self.rows[0])
        for name, count in (("widths", len(self.widths)), ("align", len(self.align))):
            if count and count != width:
                return "S112", f"`{name}` has {count} entries, the table has {width} columns", "give one a column"
        if self.widths and min(self.widths) <= 0:
            return "S112", "a column's width is not above 0", "write shares such as `[1, 3, 1]`"
        return None


class Table(Body):
    """Header row, rows, column widths and alignment, total row; from here or from a CSV file."""

    key: ClassVar[str] = "table"
    role: ClassVar[str] = "table"

    table: Annotated[Tabled, Field(description="Header and rows, or a CSV file.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """One table; () for one whose CSV file has not been read in (see load/assets.py)."""
        table = self.table
        if not table.rows:
            return ()
        header = tuple(inline(cell, language) for cell in table.header)
        rows = tuple(tuple(inline(cell, language) for cell in row) for row in table.rows)
        widths = table.widths or natural_widths((table.header, *table.rows) if table.header else table.rows)
        whole = sum(widths)
        align = table.align or tuple(_aligned(column) for column in zip(*rows, strict=True))
        shares = tuple(width / whole for width in widths)
        return (TableBlock(header, rows, shares, align, table.total, alt=table.alt or ""),)


def natural_widths(rows: tuple[tuple[str, ...], ...]) -> tuple[float, ...]:
    """Shares that follow from the longest cell of each column, held between 6 and 40 characters."""
    return tuple(float(min(max(max(map(len, column)), 6), 40)) for column in zip(*rows, strict=True))


def _aligned(column: tuple[Any, ...]) -> Align:
    """Right for a column of numbers, else left."""
    cells = [plain(cell).strip() for cell in column]
    filled = [cell for cell in cells if cell]
    numeric = all(re.sub(r"[,.\s]", "", cell).rstrip("%").isdigit() for cell in filled)
    return "right" if filled and numeric else "left"
