"""Header and rows, written in the lesson or read from a CSV file: what tables and charts are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import FilePath, found, refusal


def cells(value: Any) -> Any:
    """A row of texts; refuses what is no row."""
    if not isinstance(value, (list, tuple)):
        raise refusal("S103", f"expected a row, found {found(value)}", "write it like `[one, two]`")
    for cell in value:
        if isinstance(cell, (dict, list)):
            raise refusal("S103", f"expected a cell's text, found {found(cell)}", "put a text with a colon in quotes")
    return ["" if cell is None else cell for cell in value]


ROW_SCHEMA = {"type": "array", "items": {"type": ["string", "number", "boolean", "null"]}}

Cells = Annotated[tuple[str, ...], BeforeValidator(cells), WithJsonSchema(ROW_SCHEMA)]

Problem = tuple[str, str, str]
"""Code, message and hint."""


class Grid(Authored):
    """A header, and rows as long as it is."""

    header: Annotated[Cells, Field(description="What stands over each column.")] = ()
    rows: Annotated[tuple[Cells, ...], Field(description="The rows, each as long as the header.")] = ()
    file: Annotated[FilePath | None, Field(description="A CSV file in place of header and rows.")] = None

    @model_validator(mode="after")
    def _whole(self) -> Grid:
        if bool(self.file) == bool(self.rows):
            said = "it has both rows and a file" if self.file else "there are no rows"
            raise refusal("S105" if self.file else "S104", f"this is incomplete: {said}", "give `rows` or `file`")
        wrong = None if self.file else self.problem()
        if wrong:
            raise refusal(*wrong)
        return self

    def problem(self) -> Problem | None:
        """What keeps header and rows from being what they are meant to be; None where nothing does."""
        return uneven(self.header, self.rows)


def uneven(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Problem | None:
    """A row that is shorter or longer than the header, or than the first row."""
    width = len(header or rows[0])
    for number, row in enumerate(rows, 1):
        if len(row) != width:
            message = f"row {number} has {len(row)} cells, the table has {width} columns"
            return "S112", message, "give every row the same number of cells; an empty one is `''`"
    return None
