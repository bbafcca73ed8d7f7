"""Two to four bodies side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from deckbuild.blocks import Block
from deckbuild.blocks import Column as ColumnBlock
from deckbuild.blocks import Columns as ColumnsBlock
from deckbuild.kinds.body import Body
from deckbuild.kinds.bullets import Bullets
from deckbuild.kinds.chart import Chart
from deckbuild.kinds.choice import body_union, gather_body
from deckbuild.kinds.code import Code
from deckbuild.kinds.image import Image
from deckbuild.kinds.math import Math
from deckbuild.kinds.quote import Quote
from deckbuild.kinds.table import Table
from deckbuild.kinds.text import Text
from deckbuild.markdown import inline
from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import Text as InlineText

IN_COLUMNS: tuple[type[Body], ...] = (Bullets, Text, Table, Chart, Code, Math, Image, Quote)

if TYPE_CHECKING:
    AnyBody = Body
else:
    AnyBody = body_union(IN_COLUMNS)


class Column(Authored):
    """One of the bodies, with a title or without."""

    title: Annotated[InlineText | None, Field(description="What stands over it.")] = None
    body: AnyBody

    _gather = gather_body(IN_COLUMNS, needed=True)


class Columns(Body):
    """Two to four side-by-side bodies, each itself one body key, each with an optional title."""

    key: ClassVar[str] = "columns"
    role: ClassVar[str] = "columns"

    columns: Annotated[
        tuple[Column, ...], Field(min_length=2, max_length=4, description="The bodies, from left to right.")
    ]

    def layout_role(self) -> str:
        """`columns-2`, `columns-3` or `columns-4`."""
        return f"columns-{len(self.columns)}"

    def fill(self, language: str) -> tuple[Block, ...]:
        """One block with all columns."""
        return (ColumnsBlock(tuple(_column(column, language) for column in self.columns)),)


def _column(column: Column, language: str) -> ColumnBlock:
    return ColumnBlock(inline(column.title, language) if column.title else (), column.body.fill(language))
