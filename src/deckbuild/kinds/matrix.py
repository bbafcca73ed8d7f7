"""A grid between two axes."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from deckbuild import figures
from deckbuild.blocks import Block, Items, Rich
from deckbuild.kinds.body import Body
from deckbuild.kinds.bullets import Points, items
from deckbuild.kinds.text import SlideText, flow
from deckbuild.markdown import inline
from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.icon import IconName
from deckbuild.spec.scalars import Flag, Line, Text, place_of, refusal


class Axis(Authored):
    """What tells rows or columns apart: a title, the two ends, or a name for each."""

    title: Annotated[Text | None, Field(description="What is measured.")] = None
    low: Annotated[Text | None, Field(description="The end at the left, or at the foot.")] = None
    high: Annotated[Text | None, Field(description="The end at the right, or at the top.")] = None
    names: Annotated[tuple[Text, ...], Field(description="A name for each column or row, from the top left.")] = ()

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"title": value, PLACE: place_of(value, "title")} if isinstance(value, str) else value


class Cell(Authored):
    """A cell; a bare text is its title."""

    title: Annotated[Text | None, Field(description="What the cell stands for.")] = None
    text: Annotated[SlideText | None, Field(description="A sentence or two.")] = None
    items: Annotated[Points | None, Field(description="What belongs in it.")] = None
    icon: Annotated[IconName | None, Field(description="Name of an icon, such as `users`.")] = None
    emphasis: Annotated[Flag, Field(description="Whether it is the one to look at.")] = False

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"title": value, PLACE: place_of(value, "title")} if isinstance(value, str) else value


class Grid(Authored):
    """Axes and cells."""

    x: Annotated[Axis | None, Field(description="The axis from left to right, or its title.")] = None
    y: Annotated[Axis | None, Field(description="The axis from the foot up, or its title.")] = None
    cells: Annotated[
        tuple[tuple[Cell, ...], ...],
        Field(min_length=1, max_length=5, description="Rows of cells, from the top; as many cells in each."),
    ]

    @model_validator(mode="after")
    def _even(self) -> Grid:
        wide = len(self.cells[0])
        if not 1 <= wide <= 5:
            raise refusal("S113", f"a matrix has one to five columns, this has {wide}", "use a `table` for more")
        for number, row in enumerate(self.cells, 1):
            if len(row) != wide:
                message = f"row {number} has {len(row)} cells, the first has {wide}"
                raise refusal("S112", message, "give every row as many cells; an empty one is `{}`", key="cells")
        for axis, count, what in ((self.x, wide, "columns"), (self.y, len(self.cells), "rows")):
            if axis and axis.names and len(axis.names) != count:
                message = f"there are {len(axis.names)} names for {count} {what}"
                raise refusal("S112", message, "give each one a name", key="x" if axis is self.x else "y")
        return self


class Matrix(Body):
    """A grid of cells between two axes: 2 × 2, or up to five rows and columns."""

    key: ClassVar[str] = "matrix"
    role: ClassVar[str] = "figure"

    matrix: Annotated[Grid, Field(description="Its axes and cells.")]
    alt: Annotated[Line | None, Field(description="What it shows, where its words do not say it.")] = None

    def fill(self, language: str) -> tuple[Block, ...]:
        """One figure."""
        rows = tuple(tuple(_cell(cell, language) for cell in row) for row in self.matrix.cells)
        x, y = (_axis(axis, language) for axis in (self.matrix.x, self.matrix.y))
        return (figures.Matrix(rows, x, y, alt=self.alt or ""),)


def _cell(cell: Cell, language: str) -> figures.Cell:
    text = flow(cell.text, language) if cell.text else ()
    listed = (Items(items(cell.items, language)),) if cell.items else ()
    title = inline(cell.title, language) if cell.title else ()
    return figures.Cell(title, (*text, *listed), cell.icon or "", cell.emphasis)


def _axis(axis: Axis | None, language: str) -> figures.Axis:
    if axis is None:
        return figures.Axis()

    def rich(text: str | None) -> Rich:
        return inline(text, language) if text else ()

    return figures.Axis(rich(axis.title), rich(axis.low), rich(axis.high), tuple(map(rich, axis.names)))
