"""Which slides, activities and questions cover which outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.blocks import Align, Block, Heading, NumberOf, Rich, Run, Table, bare, joined
from deckbuild.compose.parts.part import Guide
from deckbuild.facts import Coverage


def compose(guide: Guide) -> Iterator[Block]:
    """A row an outcome; a dash where nothing covers it."""
    labels = guide.labels
    rows = tuple(_row(number, one, guide) for number, one in enumerate(guide.facts.coverage, 1))
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


def _row(number: int, covered: Coverage, guide: Guide) -> tuple[Rich, ...]:
    text = (Run(f"{number}  "), *guide.linker.text(covered.outcome.text))
    shown = _numbers((stop.key, stop.numbers) for stop in covered.stops if stop not in covered.asked)
    by_number = {number: one.id for number, one in guide.facts.activities}
    activities = _numbers((by_number[number], number) for number in covered.activities)
    bank = {number: one.id for number, one in guide.facts.questions}
    questions = _numbers((bank[number], number) for number in covered.questions)
    asked = _numbers((stop.key, stop.numbers) for stop in covered.asked)
    slide = guide.labels("to_slide", n="\0").replace("\0", "").strip()
    put = (Run(f"{slide} "), *asked) if asked else ()
    return (text, shown, activities, joined([part for part in (questions, put) if part], "; "))


def _numbers(found: Iterable[tuple[str, str]]) -> Rich:
    return joined(((Run(number, link=NumberOf(key)),) for key, number in found), ", ")
