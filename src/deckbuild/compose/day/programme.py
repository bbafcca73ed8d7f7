"""The programme: one page for the door, to be read in passing."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Align, Block, Paragraph, Rich, Run, Table, bare, joined, unlonely
from deckbuild.compose.agenda import titled
from deckbuild.compose.day.room import fits
from deckbuild.compose.day.sheet import SHORT, Sheet, about, clipped, leads, muted, rests, times
from deckbuild.facts import PartFacts


def compose(sheet: Sheet) -> Iterator[Block]:
    """What happens when, in large type where a page holds it; what is taught bold, breaks in grey."""
    made: tuple[Block, ...] = ()
    for large, most in ((True, 0), (False, 0), (False, SHORT)):
        made = tuple(_blocks(sheet, large=large, most=most))
        if fits(made, sheet.brand):
            break
    yield from made


def _blocks(sheet: Sheet, *, large: bool, most: int) -> Iterator[Block]:
    yield Paragraph(bare(" · ".join(about(sheet))), "sheet-eyebrow")
    yield Paragraph(unlonely(sheet.linker.text(sheet.lesson.title)), "sheet-title")
    if sheet.lesson.subtitle:
        yield Paragraph(sheet.linker.text(sheet.lesson.subtitle), "lead")
    yield _table(sheet, large=large, most=most)
    if sheet.trainers:
        said = [
            (Run(one.name, bold=True), *muted(f"  {one.role}" if one.role else "")) for one in sheet.session.trainers
        ]
        yield Paragraph((Run(f"{sheet.labels('trainers')}:  ", style="muted"), *joined(said, "  ·  ")), "sheet-foot")


def _table(sheet: Sheet, *, large: bool, most: int) -> Table:
    rows = tuple(_row(part, sheet, most) for part in sheet.facts.parts)
    who = any(row[2] for row in rows)
    shares = (3.2, 7.4, 3.8) if who else (3.2, 11.2)
    sides: tuple[Align, ...] = ("left", "left", "right")
    return Table(
        (),
        tuple(row[: len(shares)] for row in rows),
        tuple(share / sum(shares) for share in shares),
        sides[: len(shares)],
        alt=sheet.labels("programme_sheet"),
        large=large,
    )


def _row(part: PartFacts, sheet: Sheet, most: int) -> tuple[Rich, ...]:
    title = clipped(sheet.linker.text(titled(part, sheet.labels)), most)
    look = "muted" if rests(part) else "ink"
    name = tuple(Run(run.text, not rests(part), run.italic, style=look) for run in title)
    return ((Run(times(part, sheet), style="muted" if rests(part) else "accent"),), name, muted(", ".join(leads(part))))
