"""The programme: one page for the door, to be read in passing."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Align, Block, Paragraph, Rich, Run, Table, bare, joined
from deckbuild.compose.agenda import titled
from deckbuild.compose.day.sheet import Sheet, about, leads, muted, rests, times
from deckbuild.facts import PartFacts


def compose(sheet: Sheet) -> Iterator[Block]:
    """What happens when, large; what is taught bold, breaks in grey."""
    yield Paragraph(bare(" · ".join(about(sheet))), "sheet-eyebrow")
    yield Paragraph(sheet.linker.text(sheet.lesson.title), "sheet-title")
    if sheet.lesson.subtitle:
        yield Paragraph(sheet.linker.text(sheet.lesson.subtitle), "lead")
    yield _table(sheet)
    if sheet.trainers:
        said = [
            (Run(one.name, bold=True), *muted(f"  {one.role}" if one.role else "")) for one in sheet.session.trainers
        ]
        yield Paragraph((Run(f"{sheet.labels('trainers')}:  ", style="muted"), *joined(said, "  ·  ")), "sheet-foot")


def _table(sheet: Sheet) -> Table:
    rows = tuple(_row(part, sheet) for part in sheet.facts.parts)
    who = any(row[2] for row in rows)
    shares = (3.2, 7.4, 3.8) if who else (3.2, 11.2)
    sides: tuple[Align, ...] = ("left", "left", "right")
    return Table(
        (),
        tuple(row[: len(shares)] for row in rows),
        tuple(share / sum(shares) for share in shares),
        sides[: len(shares)],
        alt=sheet.labels("programme_sheet"),
        large=True,
    )


def _row(part: PartFacts, sheet: Sheet) -> tuple[Rich, ...]:
    title = sheet.linker.text(titled(part, sheet.labels))
    look = "muted" if rests(part) else "ink"
    name = tuple(Run(run.text, not rests(part), run.italic, style=look) for run in title)
    return ((Run(times(part, sheet), style="muted" if rests(part) else "accent"),), name, muted(", ".join(leads(part))))
