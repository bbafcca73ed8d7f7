"""What stands below a slide in a document because a picture of it is not enough: charts to edit, their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Chart, Paragraph
from deckbuild.compose import charts
from deckbuild.compose.presentation import Page

DETAILED = (Chart,)
"""Blocks that stand below the slide itself, and so are left out of the text of its screen."""


def details(page: Page, language: str) -> Iterator[Block]:
    """Each chart as a native one, its caption and its numbers."""
    for filled in page.filled:
        if isinstance(filled.content, Chart):
            yield from _chart(filled.content, language)


def _chart(chart: Chart, language: str) -> Iterator[Block]:
    yield chart
    if chart.caption:
        yield Paragraph(chart.caption, "caption")
    numbers = charts.numbers(chart, language)
    if numbers is not None:
        yield numbers
