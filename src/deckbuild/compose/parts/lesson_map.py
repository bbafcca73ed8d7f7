"""The lesson map: a row a section with its slides, page, activities, minutes, and when it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckbuild.blocks import Align, Block, Heading, Jump, NumberOf, PageOf, Rich, Run, Table, bare, joined
from deckbuild.compose.parts.part import Guide, clock, part_title, times_of
from deckbuild.facts import Facts, SectionFacts, Stop, numbers
from deckbuild.labels import Labels
from deckbuild.resolve.placing import placed_in
from deckbuild.spec.authored import walk
from deckbuild.spec.scalars import Duration

NAMES = ("section", "slides", "page", "activities", "minutes", "from")
WIDTHS = (4.4, 1.4, 1.1, 1.7, 1.5, 1.3)


def compose(guide: Guide) -> Iterator[Block]:
    """The map under its heading; the last row adds up."""
    rows = tuple(_rows(guide))
    kept = [n for n, name in enumerate(NAMES) if _tells(name, rows, guide.facts)]
    sides: tuple[Align, ...] = ("left", "left", "right", "left", "right", "right")
    total = sum(WIDTHS[n] for n in kept)
    yield Heading(2, (Run(guide.labels("lesson_map")),), "lesson-map")
    yield Table(
        tuple(bare(guide.labels(f"map_{NAMES[n]}")) for n in kept),
        tuple(tuple(row[n] for n in kept) for row in rows),
        tuple(WIDTHS[n] / total for n in kept),
        tuple(sides[n] for n in kept),
        total=True,
        alt=guide.labels("lesson_map"),
    )


def _tells(name: str, rows: Sequence[tuple[Rich, ...]], facts: Facts) -> bool:
    """Whether a column says anything: no activities where there are none, no times where nobody said any."""
    if name == "activities":
        return any(row[NAMES.index(name)] for row in rows)
    return name not in ("minutes", "from") or bool(facts.total or facts.clocks)


def _rows(guide: Guide) -> Iterator[tuple[Rich, ...]]:
    labels, facts = guide.labels, guide.facts
    opening = [stop for stop in facts.stops if not (stop.section or stop.part)]
    if opening:
        held, time = numbers(opening[0], opening[-1]), _sum(stop.duration for stop in opening)
        yield _row(bare(labels("opening")), "opening", held, (), time, _opens(guide), labels)
    yield from _parts(guide) if facts.programme else (_section(section, guide) for section in facts.sections)
    last = facts.stops[-1].through if facts.stops else 0
    shown = "1" if last == 1 else labels("slides_short", first=1, last=last)
    yield (bare(labels("map_total")), bare(shown), (), (), bare(minutes(_together(facts))), ())


def _together(facts: Facts) -> Duration:
    """What all rows take: of a session and a course the parts with breaks and free time, and what stands round them."""
    around = [stop.duration for stop in facts.stops if not stop.part]
    return _sum((*around, *(part.takes for part in facts.parts))) if facts.programme else facts.total


def _sum(times: Iterable[Duration | None]) -> Duration:
    return sum((time for time in times if time), Duration())


def _opens(guide: Guide) -> str:
    """When the opening slides are shown."""
    return "" if guide.facts.programme else clock(Duration())


def _section(section: SectionFacts, guide: Guide, indent: str = "") -> tuple[Rich, ...]:
    title = (*bare(indent), *guide.linker.text(section.section.title))
    begins = _begins(section.stops, section.starts, guide.facts)
    return _row(
        title, section.key, section.numbers, _activities(section, guide), section.duration, begins, guide.labels
    )


def _parts(guide: Guide) -> Iterator[tuple[Rich, ...]]:
    """A row a part, and a row for each section of a part that has several."""
    for part in guide.facts.parts:
        held = numbers(part.stops[0], part.stops[-1]) if part.stops else ""
        title = tuple(Run(run.text, True, run.italic) for run in part_title(part, guide))
        begins = _begins((), Duration(), guide.facts, part.part.key)
        several = len(part.sections) > 1
        found = () if several else joined((_activities(one, guide) for one in part.sections), ", ")
        yield _row(title, part.part.key, held, found, part.takes, begins, guide.labels)
        for section in part.sections if several else ():
            yield _section(section, guide, INDENT)


INDENT = "\u2003"
"""What sections stand off by under the part that they are in."""


def _begins(stops: Sequence[Stop], since: Duration, facts: Facts, key: str = "") -> str:
    """When something begins: at a time of day in a session, else so long after its lesson's start."""
    key = key or (stops[0].key if stops else "")
    if key in facts.clocks:
        return str(facts.clocks[key][0])
    if not facts.programme:
        return clock(since)
    return times_of(stops[0], facts).split("–")[0] if stops else ""


def _row(
    title: Rich,
    key: str,
    slides: str,
    activities: Rich,
    time: Duration,
    begins: str,
    labels: Labels,
) -> tuple[Rich, ...]:
    link = tuple(Run(run.text, run.bold, run.italic, link=Jump(key)) for run in title)
    return (link, bare(slides or "–"), (Run("0", link=PageOf(key)),), activities, bare(minutes(time)), bare(begins))


def _activities(section: SectionFacts, guide: Guide) -> Rich:
    """Numbers of the activities that begin in it."""
    placed = {id_ for node in walk(section.section) for field, id_ in placed_in(node) if field == "activity"}
    found = ((Run(number, link=NumberOf(one.id)),) for number, one in guide.facts.activities if one.id in placed)
    return joined(found, ", ")


def minutes(time: Duration) -> str:
    """Minutes as a number: `4`, `4–6`, `1.5`; a dash for none."""
    if not time:
        return "–"
    low, high = (f"{seconds / 60:.1f}".removesuffix(".0") for seconds in (time.low, time.high))
    return low if low == high else f"{low}–{high}"
