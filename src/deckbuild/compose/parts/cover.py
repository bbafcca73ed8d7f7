"""The first page: number, title, what it is, duration and edition."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Cover, unlonely
from deckbuild.compose.designation import designation, held
from deckbuild.compose.parts.part import Guide


def compose(guide: Guide) -> Iterator[Block]:
    """The cover."""
    lesson, labels, text = guide.lesson, guide.labels, guide.linker.text
    edition = guide.properties.edition
    facts = list(_day(guide))
    if lesson.duration:
        facts.append((labels("minimum_duration"), str(lesson.duration)))
    if edition:
        facts.append((labels("edition"), edition))
    subtitle = text(lesson.subtitle) if lesson.subtitle else ()
    title = unlonely(text(lesson.title))
    yield Cover(designation(lesson, guide.facts.programme, labels), title, unlonely(subtitle), guide.kind, tuple(facts))


def _day(guide: Guide) -> Iterator[tuple[str, str]]:
    """When and where a session takes place, and who teaches."""
    session = guide.facts.programme.session if guide.facts.programme else None
    if session is None:
        return
    yield guide.labels("when"), ", ".join(held(guide.facts, guide.labels))
    if session.venue:
        yield guide.labels("venue"), session.venue
    if session.trainers:
        yield guide.labels("trainers"), ", ".join(trainer.name for trainer in session.trainers)
