"""The sign-in sheet: a line for everybody who is expected, and some for those who are not."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Align, Block, Paragraph, Rich, Table, bare
from deckbuild.compose.day.room import fits
from deckbuild.compose.day.sheet import Sheet, head

UNKNOWN = 20
"""Lines where nobody knows how many come."""
SPARE = 2
"""Lines for those who were not expected."""
TALL = (11, 10, 9, 8)
"""Millimetres of a line: as much as lets all stand on one page, and enough to sign in."""


def compose(sheet: Sheet) -> Iterator[Block]:
    """Number, name, unit, signature."""
    made = tuple(_blocks(sheet, TALL[0]))
    for tall in TALL:
        made = tuple(_blocks(sheet, tall))
        if fits(made, sheet.brand):
            break
    yield from made if fits(made, sheet.brand) else _blocks(sheet, TALL[1])


def _blocks(sheet: Sheet, tall: int) -> Iterator[Block]:
    labels = sheet.labels
    yield from head(sheet, labels("sign_in"))
    if sheet.trainers:
        yield Paragraph(bare(f"{labels('trainers')}: {', '.join(sheet.trainers)}"))
    yield _table(sheet, tall)


def _table(sheet: Sheet, tall: int) -> Table:
    labels = sheet.labels
    lines = (sheet.session.participants or UNKNOWN) + SPARE
    header = tuple(bare(labels(name)) for name in ("number", "name", "unit", "signature"))
    empty: Rich = ()
    rows = tuple((bare(str(number)), empty, empty, empty) for number in range(1, lines + 1))
    sides: tuple[Align, ...] = ("right", "left", "left", "left")
    return Table(header, rows, (0.07, 0.36, 0.25, 0.32), sides, alt=labels("sign_in"), tall=tall)
