"""Pieces one after the other -> a time of day for everything; what overlaps, and who goes too long without a break."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from deckbuild.diagnostics.model import NOWHERE, Span

LONGEST = 90 * 60
"""Seconds that people can be asked to sit; after that a break is due."""

RESTS = 5 * 60
"""The least that counts as a break."""

PieceKind = Literal["lesson", "activity", "slides", "break", "free"]


@dataclass(frozen=True)
class Step:
    """A slide, or another part of a piece: it begins where the one before it ends."""

    key: str
    seconds: int


@dataclass(frozen=True)
class Piece:
    """A line of the programme with what it takes, in seconds."""

    kind: PieceKind
    key: str
    title: str
    """Markdown."""
    seconds: int
    who: tuple[str, ...] = ()
    """Those who lead it."""
    at: int | None = None
    """Time of day at which it has to begin, in seconds since midnight."""
    steps: tuple[Step, ...] = ()
    span: Span = NOWHERE


@dataclass(frozen=True)
class Row:
    """A line of the timetable: times of day in seconds since midnight."""

    kind: Literal["lesson", "activity", "slides", "break", "free", "buffer"]
    key: str
    title: str
    starts: int
    ends: int
    who: tuple[str, ...] = ()
    takes_over: bool = False
    """Whether those who lead it are others than those before."""
    late: int = 0
    """Seconds by which it begins after its fixed time."""
    span: Span = NOWHERE

    @property
    def seconds(self) -> int:
        """How long it is."""
        return self.ends - self.starts


@dataclass(frozen=True)
class Stretch:
    """A time without a break, and where the line stands during which it gets too long."""

    starts: int
    ends: int
    span: Span


@dataclass(frozen=True)
class Timetable:
    """The day: rows that follow each other without a hole, from `starts` to `ends`."""

    starts: int
    ends: int
    rows: tuple[Row, ...]
    steps: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """When each slide begins and ends, by its key."""

    @property
    def late(self) -> tuple[Row, ...]:
        """Rows that can't begin at their fixed time, because something before them is not over."""
        return tuple(row for row in self.rows if row.late)

    @property
    def unbroken(self) -> tuple[Stretch, ...]:
        """Times of more than 90 minutes without a break."""
        return tuple(_unbroken(self.rows))


def timetable(pieces: Sequence[Piece], starts: int) -> Timetable:
    """When each piece and each of its steps begins and ends.

    A piece with a fixed time waits for it: the time until then is a row of its own.  One whose time is past begins
    when what stands before it is over, and is marked as late.
    """
    clock = starts
    rows: list[Row] = []
    steps: dict[str, tuple[int, int]] = {}
    leading: tuple[str, ...] = ()
    for piece in pieces:
        late = 0
        if piece.at is not None and piece.at > clock:
            if rows:
                rows.append(Row("buffer", f"{piece.key}/buffer", "", clock, piece.at, span=piece.span))
            clock = piece.at
        elif piece.at is not None:
            late = clock - piece.at
        over = bool(piece.who and leading and piece.who != leading)
        leading = piece.who or leading
        ends = clock + piece.seconds
        rows.append(Row(piece.kind, piece.key, piece.title, clock, ends, piece.who, over, late, piece.span))
        moment = clock
        for step in piece.steps:
            steps[step.key] = (moment, moment + step.seconds)
            moment += step.seconds
        clock = ends
    return Timetable(rows[0].starts if rows else starts, clock, tuple(rows), steps)


def _unbroken(rows: Sequence[Row]) -> Iterator[Stretch]:
    begin, last = rows[0].starts if rows else 0, NOWHERE
    for row in rows:
        if row.kind in ("break", "buffer") and row.seconds >= RESTS:
            if row.starts - begin > LONGEST:
                yield Stretch(begin, row.starts, last)
            begin, last = row.ends, NOWHERE
        elif row.ends - begin > LONGEST and last is NOWHERE:
            last = row.span
    if rows and rows[-1].ends - begin > LONGEST:
        yield Stretch(begin, rows[-1].ends, last)
