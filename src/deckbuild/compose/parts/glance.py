"""The lesson at a glance, on one page: aim, outcomes, and for the trainer the map and what to prepare."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Align, Block, Heading, Item, Items, Jump, PageOf, Paragraph, Rich, Run, Table, bare
from deckbuild.compose.parts.part import Guide
from deckbuild.labels import Labels
from deckbuild.spec.scalars import Duration


def compose(guide: Guide) -> Iterator[Block]:
    """What the lesson is for and what it holds."""
    lesson, labels, text = guide.lesson, guide.labels, guide.linker.text
    yield Heading(1, (Run(labels("at_a_glance")),), "at-a-glance")
    if lesson.aim:
        yield Heading(3, (Run(labels("aim")),))
        yield Paragraph(text(lesson.aim))
    if lesson.relevance:
        yield Heading(3, (Run(labels("relevance")),))
        yield Paragraph(text(lesson.relevance))
    if lesson.outcomes:
        yield Heading(3, (Run(labels("outcomes")),))
        yield Paragraph((Run(labels("learners_can" if guide.trainer else "you_can")),), "body")
        yield Items(tuple(Item(text(outcome.text)) for outcome in lesson.outcomes), numbered=True)
    if guide.trainer:
        yield Heading(3, (Run(labels("lesson_map")),))
        yield lesson_map(guide)
        needed = tuple(_needed(guide))
        if needed:
            yield Heading(3, (Run(labels("before_you_start")),))
            yield Items(needed, look="checklist")


def lesson_map(guide: Guide) -> Table:
    """A row a section: its slides, page, minutes, and when it begins; the last row adds up."""
    labels, facts = guide.labels, guide.facts
    header = tuple(bare(labels(f"map_{name}")) for name in ("section", "slides", "page", "minutes", "from"))
    rows: list[tuple[Rich, ...]] = []
    opening = [stop for stop in facts.stops if stop.section == 0]
    if opening:
        time = Duration()
        for stop in opening:
            time += stop.duration or Duration()
        rows.append(
            _row(bare(labels("opening")), "opening", opening[0].number, opening[-1].number, time, Duration(), labels)
        )
    for section in facts.sections:
        title = guide.linker.text(section.section.title)
        rows.append(_row(title, section.key, section.first, section.last, section.duration, section.starts, labels))
    total = bare(_minutes(facts.total))
    last = facts.stops[-1].number if facts.stops else 0
    rows.append((bare(labels("map_total")), bare(_range(1, last, labels)), (), total, ()))
    widths = (0.46, 0.14, 0.12, 0.15, 0.13)
    sides: tuple[Align, ...] = ("left", "left", "right", "right", "right")
    return Table(header, tuple(rows), widths, sides, total=True, alt=labels("lesson_map"))


def _row(
    title: Rich, key: str, first: int | None, last: int | None, time: Duration, starts: Duration, labels: Labels
) -> tuple[Rich, ...]:
    link = tuple(Run(run.text, run.bold, run.italic, link=Jump(key)) for run in title)
    slides = bare(_range(first, last, labels)) if first and last else bare("–")
    return (link, slides, (Run("0", link=PageOf(key)),), bare(_minutes(time)), bare(clock(starts)))


def clock(time: Duration) -> str:
    """Hours and minutes since the start: `0:04`."""
    minutes = time.low // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def _range(first: int, last: int, labels: Labels) -> str:
    return str(first) if first == last else labels("slides_short", first=first, last=last)


def _minutes(time: Duration) -> str:
    """Minutes as a number: `4`, `4–6`, `1.5`; a dash for none."""
    if not time:
        return "–"
    low, high = (f"{seconds / 60:.1f}".removesuffix(".0") for seconds in (time.low, time.high))
    return low if low == high else f"{low}–{high}"


def _needed(guide: Guide) -> Iterator[Item]:
    """Equipment, materials of activities, handouts with their copies."""
    text, labels = guide.linker.text, guide.labels
    seen: set[str] = set()
    for thing in (*guide.lesson.equipment, *(m for _, activity in guide.facts.activities for m in activity.materials)):
        if thing.casefold() not in seen:
            seen.add(thing.casefold())
            yield Item(text(thing))
    for number, handout in guide.facts.handouts:
        copies = (Run(f" ({handout.copies})"),) if handout.copies else ()
        label = labels("handout_title", n=number, title="\0").split("\0")[0]
        yield Item((Run(label, link=Jump(handout.id)), *text(handout.title), *copies))
