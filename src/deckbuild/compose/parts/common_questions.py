"""Questions that groups often ask, with answers for the trainer."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Paragraph, Run
from deckbuild.compose.parts.part import Guide, prose


def compose(guide: Guide) -> Iterator[Block]:
    """Each question over its answer."""
    if not guide.lesson.common_questions:
        return
    yield Heading(1, (Run(guide.labels("common_questions")),), "common-questions")
    for one in guide.lesson.common_questions:
        yield Paragraph(guide.linker.text(one.question), "minor")
        yield from prose(one.answer, guide)
