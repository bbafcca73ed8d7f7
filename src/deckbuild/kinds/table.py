"""A table on a slide, written here or read from a CSV file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from deckbuild.blocks import Block, plain
from deckbuild.blocks import Table as TableBlock
from deckbuild.kinds.body import Body
from deckbuild.markdown import inline
from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import FilePath, Flag, Line, Number, found, refusal

Align = Literal["left", "center", "right"]


def _cells(value: Any) -> Any:
    if not isinstance(value, (list, tuple)):
        raise refusal("S103", f"expected a row, found {found(value)}", "write it like `[one, two]`")
    for cell in value:
        if isinstance(cell, (dict, list)):
            raise refusal("S103", f"expected a cell's text, found {found(cell)}", "put a text with a colon in quotes")
    return ["" if cell is None else cell for cell in value]


Cells = Annotated[
    tuple[str, ...],
    BeforeValidator(_cells),
    WithJsonSchema({"type": "array", "items": {"type": ["string", "number", "boolean", "null"]}}),
]


class Tabled(Authored):
    """Header, rows, and how the columns are set."""

    header: Annotated[Cells, Field(description="What stands over each column.")] = ()
    rows: Annotated[tuple[Cells, ...], Field(description="The rows, each as long as the header.")] = ()
    file: Annotated[FilePath | None, Field(description="A CSV file in place of header and rows.")] = None
    widths: Annotated[tuple[Number, ...], Field(description="Shares of the width, one a column.")] = ()
    align: Annotated[tuple[Align, ...], Field(description="left, center or right, one a column.")] = ()
    total: Annotated[Flag, Field(description="Whether the last row sums up the others.")] = False
    alt: Annotated[Line | None, Field(description="What the table shows, in a sentence.")] = None

    @model_validator(mode="after")
    def _rectangular(self) -> Tabled:
        if bool(self.file) == bool(self.rows):
            said = "it has both rows and a file" if self.file else "there are no rows"
            raise refusal("S105" if self.file else "S104", f"this table is incomplete: {said}", "give `rows` or `file`")
        if self.file:
            return self
        wrong = misshapen(self.header, self.rows, self.widths, self.align)
        if wrong:
            raise refusal("S112", *wrong)
        return self


def misshapen(
    header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], align: Sequence[str]
) -> tuple[str, str] | None:
    """What keeps header, rows, widths and align from being one table, and a hint; None where they are."""
    width = len(header or rows[0])
    for number, row in enumerate(rows, 1):
        if len(row) != width:
            message = f"row {number} has {len(row)} cells, the table has {width} columns"
            return message, "give every row the same number of cells; an empty one is `''`"
    for name, count in (("widths", len(widths)), ("align", len(align))):
        if count and count != width:
            return f"`{name}` has {count} entries, the table has {width} columns", "give one a column"
    if widths and min(widths) <= 0:
        return "a column's width is not above 0", "write shares such as `[1, 3, 1]`"
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
