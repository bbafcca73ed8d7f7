"""What a lesson, a session or a course is called before its title: `Lesson 2.0`, `Session`, `Module 2`."""

from __future__ import annotations

from deckbuild.compose.agenda import span_of
from deckbuild.facts import Facts
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.programme import Programme


def designation(lesson: Lesson, programme: Programme | None, labels: Labels) -> str:
    """The words for it; `programme` is what the lesson is joined from."""
    if programme is None:
        return labels("lesson", n=lesson.lesson)
    if programme.kind == "module":
        return labels("module", n=lesson.lesson)
    return labels(programme.kind)


def held(facts: Facts, labels: Labels) -> tuple[str, ...]:
    """Date and times of a session; () for everything else."""
    session = facts.programme.session if facts.programme else None
    if session is None:
        return ()
    rows = [facts.clocks[part.part.key] for part in facts.parts if part.part.key in facts.clocks]
    times = span_of((rows[0][0], rows[-1][1])) if rows else ""
    date = session.date.text(labels.language) if session.date else ""
    return tuple(filter(None, (date, times)))


def day(facts: Facts, labels: Labels) -> tuple[str, ...]:
    """Date, times and venue of a session, as its title slide says them; () for everything else."""
    session = facts.programme.session if facts.programme else None
    return (*held(facts, labels), *filter(None, (session.venue if session else "",)))
