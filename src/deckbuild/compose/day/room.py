"""Whether blocks stand on one page: their height as Word sets them, measured with the brand's own faces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.blocks import Block, Heading, Items, Paragraph, Rich, Table
from deckbuild.brand.brand import Brand
from deckbuild.brand.word import MARGIN, PAPER
from deckbuild.compose.measure import Metrics, metrics

_MM = 72 / 25.4
_HEIGHTS = {1: (22.0, 14.0, 8.0), 2: (15.0, 16.0, 6.0)}
_PARAGRAPHS = {
    "lead": (12.0, 0.0, 8.0),
    "small": (9.0, 0.0, 3.0),
    "minor": (12.0, 12.0, 4.0),
    "page-title": (22.0, 14.0, 8.0),
    "sheet-eyebrow": (13.0, 20.0, 6.0),
    "sheet-title": (32.0, 0.0, 14.0),
    "sheet-foot": (11.0, 14.0, 6.0),
    "certificate-eyebrow": (13.0, 0.0, 6.0),
    "certificate-title": (36.0, 0.0, 6.0),
    "certificate-lead": (13.0, 10.0, 2.0),
    "certificate-name": (13.0, 20.0, 2.0),
    "certificate-for": (24.0, 4.0, 4.0),
    "certificate-minor": (10.5, 12.0, 3.0),
    "certificate-text": (10.5, 0.0, 2.0),
    "certificate-small": (9.0, 0.0, 0.0),
    "certificate-sign": (10.5, 32.0, 2.0),
    "certificate-signed": (9.0, 0.0, 0.0),
}
_ITEM = (10.5, 0.0, 3.0)
_BODY = (10.5, 0.0, 6.0)
"""Size, space before and after, in points, as brand/wordstyles.py sets them."""
_SPACING = 1.15
"""Spacing of the styles' lines, as a multiple of what the face asks for."""
_CLOSER = {
    "certificate-title": 1.08,
    "certificate-name": 1.0,
    "certificate-for": 1.1,
    "certificate-text": 1.1,
    "certificate-sign": 1.0,
}
"""Spacing of the styles whose lines stand closer."""
_TEXT, _LARGE = 9.5, 15.0
"""Sizes of the text in tables."""
_ABOVE_BELOW = 27 + 24
"""Millimetres of the page's margins."""
_SPARE = 0.97
"""Part of the page that may be filled: Word and LibreOffice break a line elsewhere now and then."""


def fits(blocks: Sequence[Block], brand: Brand, *, landscape: bool = False) -> bool:
    """Whether the blocks stand on one page of the brand's paper, which lies on its long side if `landscape`."""
    width, height = (twentieths / 20 for twentieths in PAPER[brand.paper][:: -1 if landscape else 1])
    across = width - 2 * MARGIN * _MM
    room = (height - _ABOVE_BELOW * _MM) * (1 if landscape else _SPARE)  # there is no foot to run into
    ruler = _Ruler(metrics(brand.faces), brand.body_family)
    return sum(_height(block, across, ruler) for block in blocks) <= room


@dataclass(frozen=True)
class _Ruler:
    """The brand's text face, to measure with."""

    face: Metrics
    family: str

    def height(self, rich: Rich, size: float, width: float, spacing: float = _SPACING) -> float:
        """Points that a text takes from top to bottom."""
        lines = max(1, len(self.face.line_widths(rich, size, self.family, width)))
        return lines * size * self.face.pitch(self.family) * spacing


def _height(block: Block, across: float, ruler: _Ruler) -> float:
    match block:
        case Heading():
            size, before, after = _HEIGHTS[min(block.level, 2)]
            return ruler.height(block.text, size, across) + before + after
        case Paragraph():
            size, before, after = _PARAGRAPHS.get(block.style, _BODY)
            return ruler.height(block.text, size, across, _CLOSER.get(block.style, _SPACING)) + before + after
        case Table():
            return sum(_row(block, row, across, ruler) for row in range(len(block.lines))) + 6
        case Items():
            size, before, after = _ITEM
            return sum(ruler.height(item.text, size, across - 15) + before + after for item in block.items)
        case _:
            return 0.0


def _row(table: Table, row: int, across: float, ruler: _Ruler) -> float:
    """Height of a table's row: its highest cell, with the room round it."""
    size, room = (_LARGE, 10.0) if table.large else (_TEXT, 2.0)
    most = size * 1.5
    for column, cell in enumerate(table.lines[row]):
        span = table.span(row, column)
        if cell and span.column == column:
            width = sum(table.widths[column : column + span.columns]) * across - 8.5
            most = max(most, ruler.height(cell, size, width))
    return max(most + room + 2.8, table.tall * _MM) + 0.5
