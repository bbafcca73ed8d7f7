"""Whether blocks stand on one page: their height as Word sets them, measured with the brand's own faces."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.blocks import Block, Heading, Lines, Paragraph, Rich, Table
from deckbuild.brand.brand import Brand
from deckbuild.brand.word import MARGIN, PAPER
from deckbuild.compose.measure import Metrics, metrics

_MM = 72 / 25.4
_HEIGHTS = {1: (22.0, 14.0, 8.0), 2: (15.0, 16.0, 6.0)}
_PARAGRAPHS = {"lead": (12.0, 0.0, 8.0), "small": (9.0, 0.0, 3.0)}
_BODY = (10.5, 0.0, 6.0)
"""Size, space before and after, in points, as brand/wordstyles.py sets them."""
_LINE = 1.4
"""Height of a line of text as a share of its size: the faces' own pitch, and the styles' spacing."""
_CELL, _TEXT = 1.15 * 1.36, 9.5
_ABOVE_BELOW = 27 + 24
"""Millimetres of the page's margins."""
_SPARE = 0.93
"""Part of the page that may be filled: Word and LibreOffice break a line elsewhere now and then."""


def fits(blocks: Sequence[Block], brand: Brand) -> bool:
    """Whether the blocks stand on one page of the brand's paper."""
    width, height = (twentieths / 20 for twentieths in PAPER[brand.paper])
    across = width - 2 * MARGIN * _MM
    room = (height - _ABOVE_BELOW * _MM) * _SPARE
    face = metrics(brand.faces)
    return sum(_height(block, across, face, brand.body_family) for block in blocks) <= room


def _height(block: Block, across: float, face: Metrics, family: str) -> float:
    match block:
        case Heading():
            size, before, after = _HEIGHTS[min(block.level, 2)]
            return _lines(block.text, size, across, face, family) * size * _LINE + before + after
        case Paragraph():
            size, before, after = _PARAGRAPHS.get(block.style, _BODY)
            return _lines(block.text, size, across, face, family) * size * _LINE + before + after
        case Table():
            return sum(_row(block, row, across, face, family) for row in range(len(block.lines))) + 6
        case Lines():
            return block.count * 20.0
        case _:
            return 0.0


def _row(table: Table, row: int, across: float, face: Metrics, family: str) -> float:
    """Height of a table's row: its highest cell, with the room round it."""
    most = 1
    for column, cell in enumerate(table.lines[row]):
        span = table.span(row, column)
        if cell and span.column == column:
            width = sum(table.widths[column : column + span.columns]) * across - 8.5
            most = max(most, _lines(cell, _TEXT, width, face, family))
    return most * _TEXT * _CELL + 2 + 2.8 + 0.5


def _lines(rich: Rich, size: float, width: float, face: Metrics, family: str) -> int:
    return max(1, len(face.line_widths(rich, size, family, width)))
