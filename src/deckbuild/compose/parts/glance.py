"""The lesson at a glance: aim, relevance, outcomes, time; the map follows on the same page."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Item, Items, Paragraph, Run, plain
from deckbuild.compose.parts.part import Guide, minor, part_title
from deckbuild.compose.scope import scope_of


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
        yield from _outcomes(guide)


def _outcomes(guide: Guide) -> Iterator[Block]:
    """The outcomes in one list; of several lessons each with its own, unless the course has outcomes itself."""
    text = guide.linker.text
    facts, own = guide.facts, guide.facts.programme and guide.facts.programme.course
    taught = {part.part.file: part for part in facts.parts if part.part.lesson and part.part.lesson.outcomes}
    if len(taught) < 2 or (own and own.outcomes):
        yield Items(tuple(Item(text(outcome.text)) for outcome in guide.lesson.outcomes), numbered=True)
        return
    for part in taught.values():
        yield Paragraph((Run(plain(part_title(part, guide)), bold=True),), "label")
        yield Items(tuple(Item(text(one.text)) for one in scope_of(part.stops[0], facts).outcomes(guide.lesson)))
