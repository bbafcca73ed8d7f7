"""What stands below a slide in a document because a picture of it is not enough: charts to edit, numbers to read."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Chart, Code, Formula, Media, Paragraph, Table
from deckbuild.compose import charts
from deckbuild.compose.presentation import Page

DETAILED = (Chart, Code, Formula, Media, Table)
"""Blocks that stand below the slide itself, and so are left out of the text of its screen."""


def details(page: Page, language: str) -> Iterator[Block]:
    """Each chart as a native one, its caption and its numbers; tables and code as what can be read and copied."""
    for filled in page.filled:
        match filled.content:
            case Chart():
                yield from _chart(filled.content, language)
            case Table() | Code() | Formula():
                yield filled.content
                if filled.content.caption:
                    yield Paragraph(filled.content.caption, "caption")


def _chart(chart: Chart, language: str) -> Iterator[Block]:
    yield chart
    if chart.caption:
        yield Paragraph(chart.caption, "caption")
    numbers = charts.numbers(chart, language)
    if numbers is not None:
        yield numbers
