"""The sign-in sheet: a line for everybody who is expected, and some for those who are not."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Align, Block, Paragraph, Rich, Table, bare
from deckbuild.compose.day.sheet import Sheet, head

UNKNOWN = 20
"""Lines where nobody knows how many come."""
SPARE = 2
"""Lines for those who were not expected."""
TALL = 10
"""Millimetres of a line: enough to sign in."""


def compose(sheet: Sheet) -> Iterator[Block]:
    """Number, name, unit, signature."""
    labels, session = sheet.labels, sheet.session
    yield from head(sheet, labels("sign_in"))
    if sheet.trainers:
        yield Paragraph(bare(f"{labels('trainers')}: {', '.join(sheet.trainers)}"))
    lines = (session.participants or UNKNOWN) + SPARE
    header = tuple(bare(labels(name)) for name in ("number", "name", "unit", "signature"))
    empty: Rich = ()
    rows = tuple((bare(str(number)), empty, empty, empty) for number in range(1, lines + 1))
    sides: tuple[Align, ...] = ("right", "left", "left", "left")
    yield Table(header, rows, (0.07, 0.36, 0.25, 0.32), sides, alt=labels("sign_in"), tall=TALL)
