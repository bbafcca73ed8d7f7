"""The run sheet: one page for the lectern, with the hours of the day and what to leave out when they run away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from deckbuild.blocks import Align, Block, Heading, Merged, Paragraph, Rich, Run, Table, bare, joined, plain
from deckbuild.compose.agenda import span_of, titled
from deckbuild.compose.day.room import fits
from deckbuild.compose.day.sheet import SHORT, Sheet, clipped, head, leads, muted, rests, times
from deckbuild.compose.sentences import first_sentence
from deckbuild.facts import PartFacts
from deckbuild.plan.late import Line, Rescue, Saving, rescues
from deckbuild.spec.clock import Clock
from deckbuild.spec.scalars import Duration


@dataclass(frozen=True)
class _Detail:
    """How much is told, so that it all stands on one page.

    Of a time that one can be late by, all steps are told, or none: half of them would not be enough.
    """

    sections: bool = True
    say: Literal["all", "sentence", "words", "nothing"] = "all"
    """Of what to say instead; `words` are the first of its first sentence."""
    times: int = 3
    """For how many of the times that one can be late by."""
    title: int = 0
    """Most characters of a title; 0 for all of it."""


WORDS = 76
"""Characters of what to say instead that stand in two lines."""

DETAILS = (
    _Detail(),
    _Detail(sections=False),
    _Detail(sections=False, say="sentence"),
    _Detail(sections=False, say="words"),
    _Detail(sections=False, say="words", title=2 * SHORT),
    _Detail(sections=False, say="nothing", title=2 * SHORT),
    _Detail(sections=False, say="nothing", title=SHORT),
    _Detail(sections=False, say="nothing", times=2, title=SHORT),
    _Detail(sections=False, say="nothing", times=1, title=SHORT),
    _Detail(sections=False, say="nothing", times=0, title=SHORT),
)
"""From all there is to tell to what is needed most."""


def compose(sheet: Sheet) -> Iterator[Block]:
    """Hours and list, in as much detail as one page holds."""
    found = _rescues(sheet)
    made: tuple[Block, ...] = ()
    for detail in DETAILS:
        made = tuple(_blocks(sheet, found, detail))
        if fits(made, sheet.brand):
            break
    yield from made


def _rescues(sheet: Sheet) -> tuple[Rescue, ...]:
    made = any(stop.generated == "activity" for stop in sheet.facts.stops)
    return rescues(sheet.lesson, instructions=made, lines=tuple(_lines(sheet)))


def _lines(sheet: Sheet) -> Iterator[Line]:
    """The lines of the programme that may go as a whole."""
    last = 0
    for part in sheet.facts.parts:
        held, entry = part.part, part.part.entry
        if entry and entry.optional:
            seconds = 0 if held.sections else held.seconds
            yield Line(held.key, titled(part, sheet.labels), entry.priority, held.sections, seconds, last)
        last = max((last, *held.sections))


def _blocks(sheet: Sheet, found: Sequence[Rescue], detail: _Detail) -> Iterator[Block]:
    labels = sheet.labels
    yield from head(sheet, labels("run_sheet"))
    yield _hours(sheet, detail)
    if not detail.times:
        return
    yield Heading(2, bare(labels("running_late")))
    if not any(one.savings for one in found):
        yield Paragraph(bare(labels("nothing_to_leave_out")))
        return
    yield Paragraph(bare(labels("running_late_how")), "small")
    yield _list(sheet, found, detail)


# --- the hours ----------------------------------------------------------------------------------------------


def _hours(sheet: Sheet, detail: _Detail) -> Table:
    labels = sheet.labels
    header = tuple(bare(labels(name)) for name in ("time", "run_what", "task_who", "run_minutes"))
    rows: list[tuple[Rich, ...]] = []
    marked: list[int] = []
    before: tuple[str, ...] = ()
    until: Clock | None = None
    for part in sheet.facts.parts:
        begins, ends = sheet.facts.clocks[part.part.key]
        if until and begins > until:
            rows.append(_buffer(until, begins, sheet))
        until = ends
        rows.append(_row(part, before, sheet, detail))
        before = leads(part) or before
        if part.part.kind == "break":
            marked.append(len(rows))
    who = any(row[2] for row in rows)
    kept = [0, 1, 2, 3] if who else [0, 1, 3]
    shares = (2.5, 8.0, 3.1, 1.1)
    total = sum(shares[column] for column in kept)
    sides: tuple[Align, ...] = ("left", "left", "left", "right")
    return Table(
        tuple(header[column] for column in kept),
        tuple(tuple(row[column] for column in kept) for row in rows),
        tuple(shares[column] / total for column in kept),
        tuple(sides[column] for column in kept),
        alt=labels("run_sheet"),
        marked=tuple((row, column) for row in marked for column in range(len(kept))),
    )


def _buffer(begins: Clock, ends: Clock, sheet: Sheet) -> tuple[Rich, ...]:
    """Time that nothing is planned for: it comes before something with a fixed time."""
    seconds = ends.seconds - begins.seconds
    return (muted(span_of((begins, ends))), muted(sheet.labels("buffer")), (), muted(minutes(seconds)))


def _row(part: PartFacts, before: Sequence[str], sheet: Sheet, detail: _Detail) -> tuple[Rich, ...]:
    title = clipped(sheet.linker.text(titled(part, sheet.labels)), detail.title)
    number = f"{part.part.number}  " if part.part.kind == "lesson" and part.part.number else ""
    name: Rich = tuple(Run(run.text, not rests(part), run.italic) for run in (*bare(number), *title) if run.text)
    lines = [name]
    if detail.sections and len(part.sections) > 1:
        lines.append(_sections(part, sheet))
    seconds = part.part.seconds
    return (
        (Run(times(part, sheet), bold=True),),
        joined(lines, "\n"),
        _who(leads(part), before, sheet),
        bare(minutes(seconds)),
    )


def _sections(part: PartFacts, sheet: Sheet) -> Rich:
    """`09:05 Welcome · 09:12 Why it matters`, in small."""
    found = []
    for section in part.sections:
        times_ = sheet.facts.clocks.get(section.stops[0].key) if section.stops else None
        if times_:
            title = sheet.linker.text(section.section.title)
            found.append(tuple(Run(run.text, style="muted") for run in (*bare(f"{times_[0]}\u00a0"), *title)))
    return joined(found, "  ·  ")


def _who(names: Sequence[str], before: Sequence[str], sheet: Sheet) -> Rich:
    """Names; where others led before, an arrow and who takes over in bold."""
    if not names:
        return ()
    listed = ", ".join(names)
    if before and tuple(names) != tuple(before):
        return (Run(f"{sheet.labels('takes_over')} ", style="accent"), Run(listed, bold=True))
    return bare(listed)


# --- running late -------------------------------------------------------------------------------------------


def _list(sheet: Sheet, found: Sequence[Rescue], detail: _Detail) -> Table:
    labels = sheet.labels
    rows: list[tuple[Rich, ...]] = []
    bands: list[int] = []
    for rescue in found[: detail.times]:
        bands.append(len(rows) + 1)
        rows.append((_band(rescue, sheet), (), (), ()))
        rows += [_saving(one, sheet, detail) for one in rescue.savings]
    kept = [column for column in range(4) if column < 2 or any(row[column] for row in rows)]
    names = ("late_leave_out", "late_saves", "late_say", "late_costs")
    shares = (5.4, 1.7, 4.9, 3.2)
    sides: tuple[Align, ...] = ("left", "right", "left", "left")
    total = sum(shares[column] for column in kept)
    return Table(
        tuple(bare(labels(names[column])) for column in kept),
        tuple(tuple(row[column] for column in kept) for row in rows),
        tuple(shares[column] / total for column in kept),
        tuple(sides[column] for column in kept),
        alt=labels("running_late"),
        merged=tuple(Merged(row, 0, 1, len(kept)) for row in bands),
        marked=tuple((row, 0) for row in bands),
    )


def _band(rescue: Rescue, sheet: Sheet) -> Rich:
    """`10 minutes late`, and where there is no more to save by how much that falls short."""
    labels = sheet.labels
    said: Rich = (Run(labels("late_by", n=rescue.behind // 60), bold=True),)
    if not rescue.savings:
        name = "late_enough" if rescue.saved >= rescue.behind else "late_no_more"
        return (*said, Run(f" – {labels(name, time=minutes(rescue.saved))}"))
    if rescue.saved < rescue.behind:
        return (*said, Run(f" – {labels('late_no_more', time=minutes(rescue.saved))}"))
    return said


def _saving(one: Saving, sheet: Sheet, detail: _Detail) -> tuple[Rich, ...]:
    text, labels = sheet.linker.text, sheet.labels
    at = _at(one.key, sheet)
    name: Rich = (*bare(f"{at}  " if at else ""), *clipped(text(one.title), detail.title))
    if one.variant:
        name = (*name, *muted(f" – {labels('late_variant', title=plain(text(one.variant.title)))}"))
    elif not one.optional:
        name = (*name, *muted(f"  {labels('late_not_optional')}"))
    say = text(one.variant.change if one.variant else one.instead) if detail.say != "nothing" else ()
    if detail.say in ("sentence", "words"):
        say = first_sentence(say)[0]
    if detail.say == "words":
        say = clipped(say, WORDS)
    costs = joined([text(outcome.text) for outcome in one.lost], "; ")
    return (name, bare(minutes(one.saves)), say, costs)


def _at(key: str, sheet: Sheet) -> str:
    """When it is due, so that nobody looks for what is over."""
    keys = [key, *(section.stops[0].key for section in sheet.facts.sections if section.key == key and section.stops)]
    keys += [stop.key for stop in sheet.facts.users.get(key, ())]
    found = next((sheet.facts.clocks[one] for one in keys if one in sheet.facts.clocks), None)
    return str(found[0]) if found else ""


def minutes(seconds: int) -> str:
    """Minutes as a number: `4`, `1.5`; a dash for none."""
    return f"{Duration(seconds, seconds).low / 60:.1f}".removesuffix(".0") if seconds else "–"
