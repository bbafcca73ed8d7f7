"""Which slides, activities and questions cover which outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.blocks import Align, Block, Heading, NumberOf, Rich, Run, Table, bare, joined
from deckbuild.compose.parts.part import Guide
from deckbuild.kinds.question import Question


def compose(guide: Guide) -> Iterator[Block]:
    """A row an outcome; a dash where nothing covers it."""
    lesson, labels = guide.lesson, guide.labels
    rows = tuple(_row(number, outcome.id, guide) for number, outcome in enumerate(lesson.outcomes, 1))
    if not any(any(row[1:]) for row in rows):
        return
    names = ("coverage_outcome", "map_slides", "map_activities", "coverage_questions")
    kept = [column for column in range(4) if column == 0 or any(row[column] for row in rows)]
    shares = [(5.2, 2.4, 2.0, 2.0)[column] for column in kept]
    cells = tuple(tuple(row[column] or bare("–") for column in kept) for row in rows)
    header = tuple(bare(labels(names[column])) for column in kept)
    widths = tuple(share / sum(shares) for share in shares)
    sides: list[Align] = ["left"] * len(kept)
    yield Heading(1, (Run(labels("coverage")),), "coverage")
    yield Table(header, cells, widths, tuple(sides), alt=labels("coverage"))


def _row(number: int, outcome: str, guide: Guide) -> tuple[Rich, ...]:
    stops = [stop for stop in guide.facts.stops if stop.slide and outcome in stop.slide.covers]
    asked = [stop for stop in stops if stop.slide and isinstance(stop.slide.content, Question)]
    shown = [stop for stop in stops if stop not in asked]
    activities = [(activity.id, n) for n, activity in guide.facts.activities if outcome in activity.covers]
    text = (Run(f"{number}  "), *guide.linker.text(guide.lesson.outcomes[number - 1].text))
    slide = guide.labels("to_slide", n="\0").replace("\0", "").strip()
    questions = _numbers((stop.key, stop.numbers) for stop in asked)
    return (
        text,
        _numbers((stop.key, stop.numbers) for stop in shown),
        _numbers(activities),
        (Run(f"{slide} "), *questions) if questions else (),
    )


def _numbers(found: Iterable[tuple[str, str]]) -> Rich:
    return joined(((Run(number, link=NumberOf(key)),) for key, number in found), ", ")
