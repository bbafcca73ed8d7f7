"""The first page: number, title, what it is, duration and edition."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Cover, unlonely
from deckbuild.compose.parts.part import Guide


def compose(guide: Guide) -> Iterator[Block]:
    """The cover."""
    lesson, labels, text = guide.lesson, guide.labels, guide.linker.text
    edition = guide.properties.edition
    facts = []
    if lesson.duration:
        facts.append((labels("minimum_duration"), str(lesson.duration)))
    if edition:
        facts.append((labels("edition"), edition))
    subtitle = text(lesson.subtitle) if lesson.subtitle else ()
    title = unlonely(text(lesson.title))
    yield Cover(labels("lesson", n=lesson.lesson), title, unlonely(subtitle), guide.kind, tuple(facts))
