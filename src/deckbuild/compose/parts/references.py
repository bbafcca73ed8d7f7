"""The documents that the lesson cites."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Paragraph, Run
from deckbuild.compose.citations import citation
from deckbuild.compose.codes import code
from deckbuild.compose.parts.part import Guide


def compose(guide: Guide) -> Iterator[Block]:
    """Each of them once, in order of first use."""
    if guide.facts.cited:
        yield Heading(1, (Run(guide.labels("further_reading")),), "references-list")
        for one in guide.facts.cited:
            yield Paragraph(citation(one, guide.labels), "reference", anchor=one.id)
            yield from code(one, guide.lesson, guide.labels)
