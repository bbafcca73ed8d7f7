"""The lesson at a glance: aim, relevance, outcomes, time; the map follows on the same page."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Item, Items, Paragraph, Run
from deckbuild.compose.parts.part import Guide, minor


def compose(guide: Guide) -> Iterator[Block]:
    """What the lesson is for."""
    lesson, labels, text = guide.lesson, guide.labels, guide.linker.text
    if not (guide.trainer or lesson.aim or lesson.relevance or lesson.outcomes):
        return
    yield Heading(1, (Run(labels("at_a_glance")),), "at-a-glance")
    if lesson.aim:
        yield minor(labels("aim"))
        yield Paragraph(text(lesson.aim))
    if lesson.relevance:
        yield minor(labels("relevance"))
        yield Paragraph(text(lesson.relevance))
    if lesson.outcomes:
        yield minor(labels("outcomes"))
        yield Paragraph((Run(labels("learners_can" if guide.trainer else "you_can")),), "body")
        yield Items(tuple(Item(text(outcome.text)) for outcome in lesson.outcomes), numbered=True)
