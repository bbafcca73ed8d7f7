"""The table of contents, over headings of two levels."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Contents, plain
from deckbuild.compose.parts.part import Guide


def compose(guide: Guide) -> Iterator[Block]:
    """The contents; nothing for one entry."""
    headings = [heading for heading in guide.headings if heading.level <= 2 and heading.anchor]
    if len(headings) > 1:
        entries = tuple((heading.level, plain(heading.text), heading.anchor) for heading in headings)
        yield Contents(entries, guide.labels("contents"))
