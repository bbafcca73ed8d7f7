"""A table on a slide, written here or read from a CSV file."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from deckbuild.blocks import Align, Block, Merged, Rich, plain
from deckbuild.blocks import Table as TableBlock
from deckbuild.kinds.body import Body
from deckbuild.kinds.grid import Grid, Problem, uneven
from deckbuild.kinds.numerals import formatted, numeric, rightward, summed
from deckbuild.markdown import inline
from deckbuild.spec.scalars import Flag, Line, Number, Plain, Text, found, refusal
from deckbuild.spec.short import several

LEFT, ABOVE = "<", "^"
"""What a cell says that is one with its neighbour."""

Row = tuple[str, ...]


def _total(value: Any) -> Any:
    """A flag, or the name of a row that sums up the others."""
    if isinstance(value, Plain) and value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool) or (isinstance(value, str) and value.strip()):
        return value
    raise refusal("S103", f"expected true or a name, found {found(value)}", "write `true`, or the sum's name")


class Tabled(Grid):
    """Header, rows, and how the columns are set."""

    widths: Annotated[tuple[Number, ...], Field(description="Shares of the width, one a column.")] = ()
    align: Annotated[tuple[Align, ...], Field(description="left, center or right, one a column.")] = ()
    total: Annotated[
        bool | str,
        BeforeValidator(_total),
        WithJsonSchema({"type": ["boolean", "string"]}),
        Field(description="true: the last row sums up the others; a name: a row of sums with that name is added."),
    ] = False
    header_column: Annotated[Flag, Field(description="Whether the first column names the rows.")] = False
    highlight: Annotated[
        tuple[Line, ...],
        BeforeValidator(several),
        Field(description="Names of rows and columns that stand out."),
    ] = ()
    numbers: Annotated[
        Literal["formatted", "written"],
        Field(description="Whether columns of numbers are written alike, as the lesson's language does."),
    ] = "formatted"
    caption: Annotated[Text | None, Field(description="Line below it.")] = None
    source: Annotated[Line | None, Field(description="Where it comes from.")] = None
    alt: Annotated[Line | None, Field(description="What the table shows, in a sentence.")] = None

    def problem(self) -> Problem | None:
        """What keeps header, rows, widths, align and merged cells from being one table."""
        return uneven(self.header, self.rows) or self._unmatched() or _mismerged(self.lines) or self._unknown()

    @property
    def lines(self) -> tuple[Row, ...]:
        """All rows, the header first where there is one."""
        return (self.header, *self.rows) if self.header else self.rows

    def _unmatched(self) -> Problem | None:
        width = len(self.header or self.rows[0])
        for name, count in (("widths", len(self.widths)), ("align", len(self.align))):
            if count and count != width:
                return "S112", f"`{name}` has {count} entries, the table has {width} columns", "give one a column"
        if self.widths and min(self.widths) <= 0:
            return "S112", "a column's width is not above 0", "write shares such as `[1, 3, 1]`"
        return None

    def _unknown(self) -> Problem | None:
        names = [*self.header, *(row[0] for row in self.rows)]
        unknown = next((name for name in self.highlight if name not in names), None)
        if unknown is None:
            return None
        return "S133", f"no row or column is called `{unknown}`", "name it as its first cell or its header does"


def _mismerged(lines: tuple[Row, ...]) -> Problem | None:
    """A `<` without a cell to its left, a `^` without one above it, or a merged cell that is no rectangle."""
    for row, cells in enumerate(lines):
        for column, cell in enumerate(cells):
            if cell == LEFT and (column == 0 or (row and lines[row][column - 1] == ABOVE)):
                return (
                    "S134",
                    f"`{LEFT}` in row {row + 1} has no cell to its left",
                    "write `^` below a cell that is wide",
                )
            if cell == ABOVE and row == 0:
                return "S134", f"`{ABOVE}` stands in the first row", "a cell can only go on from the row above it"
    for one in merged_of(lines):
        below = range(one.row + 1, one.row + one.rows)
        for row in below:
            if any(lines[row][one.column + step] != ABOVE for step in range(one.columns)):
                message = f"the merged cell in row {one.row + 1} is not a rectangle"
                return "S134", message, f"write `{ABOVE}` in each of its {one.columns} columns"
    return None


def merged_of(lines: tuple[Row, ...]) -> tuple[Merged, ...]:
    """The merged cells of a table whose covered cells say `<` and `^`."""
    out = []
    for row, cells in enumerate(lines):
        for column, cell in enumerate(cells):
            if cell in (LEFT, ABOVE):
                continue
            columns = 1 + _run(cells[column + 1 :], LEFT)
            rows = 1 + _run(tuple(line[column] for line in lines[row + 1 :]), ABOVE)
            if rows > 1 or columns > 1:
                out.append(Merged(row, column, rows, columns))
    return tuple(out)


def _run(cells: Row, sign: str) -> int:
    """How many cells say that sign before one that does not."""
    return next((count for count, cell in enumerate(cells) if cell != sign), len(cells))


class Table(Body):
    """Header row, rows, merged cells, widths and alignment, total row; from here or from a CSV file."""

    key: ClassVar[str] = "table"
    role: ClassVar[str] = "table"

    table: Annotated[Tabled, Field(description="Header and rows, or a CSV file.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """One table; () for one whose CSV file has not been read in (see load/assets.py)."""
        return (table_block(self.table, language),) if self.table.rows else ()


def table_block(table: Tabled, language: str) -> TableBlock:
    """The table with what its author left to us decided: widths, alignment, the form of its numbers, its sums."""
    rows = table.rows
    kinds = tuple(numeric(column) for column in zip(*_uncovered(rows), strict=True))
    if isinstance(table.total, str):
        rows = (*rows, summed(table.total, rows, kinds))
    if table.numbers == "formatted":
        rows = formatted(rows, kinds, language)
    lines = (table.header, *rows) if table.header else rows
    widths = table.widths or natural_widths(_uncovered(lines))
    align: tuple[Align, ...] = table.align or tuple(
        "right" if rightward(column) else "left" for column in zip(*_uncovered(rows), strict=True)
    )
    rich = tuple(tuple(_rich(cell, language) for cell in row) for row in lines)
    return TableBlock(
        header=rich[0] if table.header else (),
        rows=rich[1:] if table.header else rich,
        widths=tuple(width / sum(widths) for width in widths),
        align=align,
        total=bool(table.total),
        caption=inline(table.caption, language) if table.caption else (),
        source=table.source or "",
        alt=table.alt or "",
        header_column=table.header_column,
        merged=merged_of(lines),
        marked=_marked(table.highlight, lines),
        natural=not table.widths,
    )


def _rich(cell: str, language: str) -> Rich:
    return () if cell in (LEFT, ABOVE) else inline(cell, language)


def _uncovered(lines: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with nothing in the cells that others cover."""
    return tuple(tuple("" if cell in (LEFT, ABOVE) else cell for cell in row) for row in lines)


def _marked(names: tuple[str, ...], lines: tuple[Row, ...]) -> tuple[tuple[int, int], ...]:
    """The cells of the rows and columns with these names; a column's header is set off already."""
    first = lines[0]
    return tuple(
        (row, column)
        for row, cells in enumerate(lines)
        for column, _ in enumerate(cells)
        if (row and first[column] in names) or cells[0] in names
    )


def natural_widths(rows: tuple[Row, ...]) -> tuple[float, ...]:
    """Shares that follow from the longest cell of each column, held between 6 and 40 characters."""
    lengths = ([len(plain(inline(cell))) if cell else 0 for cell in column] for column in zip(*rows, strict=True))
    return tuple(float(min(max(max(column), 6), 40)) for column in lengths)
