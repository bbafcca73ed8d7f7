"""The clock times of a session: of its parts, and of every slide in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from deckbuild.diagnostics.model import Diagnostic, Diagnostics, Severity
from deckbuild.facts import Facts, PartFacts
from deckbuild.plan.timetable import Piece, Step, Timetable, timetable
from deckbuild.programme import Programme
from deckbuild.spec.clock import Clock


def day_of(facts: Facts) -> Timetable | None:
    """The timetable of a session; None for everything else."""
    session = facts.programme.session if facts.programme else None
    return timetable([_piece(part) for part in facts.parts], session.starts.seconds) if session else None


def timed(facts: Facts) -> Facts:
    """The facts with clock times, where it is a session that they are about."""
    day = day_of(facts)
    if day is None:
        return facts
    clocks = {row.key: (Clock(row.starts), Clock(row.ends)) for row in day.rows}
    steps = {key: (Clock(starts), Clock(ends)) for key, (starts, ends) in day.steps.items()}
    return replace(facts, clocks={**clocks, **steps})


def report_past(programme: Programme | None, today: date | None, diags: Diagnostics) -> None:
    """Report a session whose day is over (C117).  Builds don't ask, as their bytes must not depend on the day."""
    session = programme.session if programme else None
    if session and session.date and today and session.date.first < today.toordinal():
        message, span = f"this session was on {session.date.text('en')}", session.place.of("date")
        diags.add(Diagnostic("C117", Severity.INFO, message, span, ("set its next date, or take the file away",)))


def _piece(facts: PartFacts) -> Piece:
    part = facts.part
    entry = part.entry
    assert entry is not None
    return Piece(
        kind=part.kind,
        key=part.key,
        title=part.title,
        seconds=part.seconds,
        who=entry.lead,
        at=entry.at.seconds if entry.at else None,
        steps=tuple(Step(stop.key, stop.duration.high if stop.duration else 0) for stop in facts.stops),
        span=entry.place.span,
    )
