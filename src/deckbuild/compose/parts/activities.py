"""Activities and cases in full: the trainer's sheets with an overview before them, the participants' worksheets."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, PageBreak, Run
from deckbuild.compose.cues import placed_for
from deckbuild.compose.parts.part import Guide
from deckbuild.compose.sheets import Sheets


def compose(guide: Guide) -> Iterator[Block]:
    """Every activity that the reader is led to, each on a page of its own."""
    held = placed_for(guide.lesson, guide.reader)
    own = [(number, activity) for number, activity in guide.facts.activities if activity.id in held]
    if not own:
        return
    sheets = Sheets(guide.facts, guide.labels, guide.linker)
    yield Heading(1, (Run(guide.labels("activities")),), "activities")
    overview = guide.trainer and len(own) > 1
    if overview:
        yield sheets.overview()
    for index, (number, activity) in enumerate(own):
        if index or overview:
            yield PageBreak()
        head = guide.labels("activity_title", n=number, title="\0").split("\0")[0]
        yield Heading(2, (Run(head), *guide.linker.text(activity.title)), activity.id, numbered=True)
        yield from sheets.sheet(activity) if guide.trainer else sheets.worksheet(activity)


def compose_cases(guide: Guide) -> Iterator[Block]:
    """Every case that the reader is led to; its solution for the trainer alone."""
    held = placed_for(guide.lesson, guide.reader)
    own = [(number, case) for number, case in guide.facts.cases if case.id in held]
    if not own:
        return
    sheets = Sheets(guide.facts, guide.labels, guide.linker)
    yield Heading(1, (Run(guide.labels("cases")),), "cases")
    for index, (number, case) in enumerate(own):
        if index:
            yield PageBreak()
        head = guide.labels("case_title", n=number, title="\0").split("\0")[0]
        yield Heading(2, (Run(head), *guide.linker.text(case.title)), case.id, numbered=True)
        yield from sheets.case(case, trainer=guide.trainer)
