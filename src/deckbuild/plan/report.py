"""What fitting and the timetable found, as messages with place and remedy."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.diagnostics.model import NOWHERE, Diagnostics, Span
from deckbuild.plan.fitting import Fitting
from deckbuild.plan.timetable import Timetable
from deckbuild.spec.scalars import Duration


def report_fitting(fitting: Fitting, times: Sequence[Span], whole: Span, diags: Diagnostics) -> None:
    """Report each piece that overruns its own time (C204) and the day that ends too late (C206).

    `times` are where the pieces say their time, `whole` is where the session says its own.
    """
    for piece, span in zip(fitting.pieces, times, strict=True):
        if piece.over:
            spent, allowed = minutes(piece.needs), minutes(piece.needs - piece.over)
            message = f"this needs {spent} at the least, {minutes(piece.over)} more than the {allowed} it is given"
            hint = f"give it {spent}, make more of it `optional`, or give an activity a shorter variant"
            diags.warn("C204", message, span, hint)
    if fitting.over:
        message = f"the programme ends {minutes(fitting.over)} too late, with all left out that may be"
        diags.warn("C206", message, whole, "take a piece out, make more `optional`, or give it more time")


def report_timetable(day: Timetable, diags: Diagnostics) -> None:
    """Report what can't begin at its fixed time (C205) and more than 90 minutes without a break (C207)."""
    for row in day.late:
        fixed = clock(row.starts - row.late)
        message = f"this is to begin at {fixed}, but what stands before it lasts until {clock(row.starts)}"
        hint = f"let it begin at {clock(row.starts)}, or shorten what stands before it by {minutes(row.late)}"
        diags.warn("C205", message, row.span, hint)
    for stretch in day.unbroken:
        said = f"from {clock(stretch.starts)} to {clock(stretch.ends)} there is no break"
        message = f"{said}: {minutes(stretch.ends - stretch.starts)} are too long"
        if stretch.span is not NOWHERE:
            diags.warn("C207", message, stretch.span, "put `- break: 15 min` before this, or within it")


def minutes(seconds: int) -> str:
    """`1 h 30 min`, as an author writes it."""
    return str(Duration(seconds, seconds))


def clock(seconds: int) -> str:
    """`09:05`: the minute of the day in which it falls."""
    whole = seconds // 60 % (24 * 60)
    return f"{whole // 60:02}:{whole % 60:02}"
