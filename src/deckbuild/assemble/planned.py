"""A session's programme as lines for the terminal: the hours, what is left out, and what that costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.blocks import plain
from deckbuild.markdown import inline
from deckbuild.plan.report import clock, minutes
from deckbuild.plan.timetable import Piece, Row, Timetable, timetable
from deckbuild.programme import Part, Programme
from deckbuild.spec.leftout import LeftOut, Reason, Why

WIDE = 44
"""Characters of a title; longer ones are cut."""


def hours(programme: Programme) -> Timetable:
    """The timetable of a session's parts, as they were cut."""
    session = programme.session
    assert session is not None
    return timetable([_piece(part) for part in programme.parts], session.starts.seconds)


def _piece(part: Part) -> Piece:
    entry = part.entry
    assert entry is not None
    at = entry.at.seconds if entry.at else None
    return Piece(part.kind, part.key, part.title, part.seconds, entry.lead, at, span=entry.place.span)


def told(programme: Programme, day: Timetable) -> Iterator[str]:
    """All lines: the head, a line a part with what is left out of it, parts that are dropped, the sums."""
    session = programme.session
    assert session is not None
    yield _words(session.session)
    about = (
        session.date.text("en") if session.date else "",
        f"{clock(day.starts)}–{clock(day.ends)}",
        session.venue or "",
    )
    yield " · ".join(filter(None, about))
    yield ""
    gone = dict(programme.left_out)
    for row in day.rows:
        yield _row(row)
        yield from map(_left, _listed(gone.get(row.key, ())))
    for part in programme.dropped:
        yield f"{'':13}{'':>9}  – dropped: {_words(part.title)}: no time for it"
    yield ""
    yield from _sums(programme, day, [one for _, all_ in programme.left_out for one in all_])


def _row(row: Row) -> str:
    title = _words(row.title) or ("(nothing planned)" if row.kind == "buffer" else "Break")
    title = title if len(title) <= WIDE else title[: WIDE - 1] + "…"
    who = f"{'→ ' if row.takes_over else ''}{', '.join(row.who)}"
    return f"{clock(row.starts)}–{clock(row.ends)}  {minutes(row.seconds):>9}  {title:{WIDE}}  {who}".rstrip()


def _listed(gone: Sequence[LeftOut]) -> Sequence[LeftOut]:
    """What is worth a line: not what only followed, outcomes excepted."""
    told = [one for one in gone if one.kind != "question" or one.reason.why is not Why.TIME]
    return [one for one in told if one.reason.why is not Why.FOLLOWS or one.kind == "outcome"]


def _left(one: LeftOut) -> str:
    lead = f"{'':13}{'':>9}  "
    if one.kind == "outcome":
        return f"{lead}! no longer covered: {_words(one.title)}"
    if one.kind == "variant":
        return f"{lead}~ {_words(one.title)} as “{_words(one.variant)}”, saves {one.time}"
    time = f", {one.time}" if one.time else ""
    return f"{lead}– {one.kind} “{_words(one.title)}”{time}: {_because(one.reason)}"


def _because(reason: Reason) -> str:
    words = ", ".join(reason.words)
    match reason.why:
        case Why.AUDIENCE:
            return f"for {words} only"
        case Why.TAGS:
            return f"tagged {words}"
        case Why.SKIP:
            return "the programme skips it"
        case _:
            return "no time for it"


def _sums(programme: Programme, day: Timetable, gone: Sequence[LeftOut]) -> Iterator[str]:
    """What it takes, against what there is; what the clock took, and what that costs."""
    session = programme.session
    assert session is not None
    allowed = session.duration.high if session.duration else None
    spent = day.ends - day.starts
    fits = f" of {minutes(allowed)}" if allowed is not None else ""
    over = spent - allowed if allowed is not None else 0
    yield f"{minutes(spent)}{fits}" + (f": {minutes(over)} too long" if over > 0 else "")
    cut = [one for one in gone if one.reason.why is Why.TIME and one.kind not in ("outcome", "question")]
    saved = sum(one.time.high for one in cut) + sum(part.seconds or _time(part) for part in programme.dropped)
    if saved:
        yield f"cut for time: {len(cut) + len(programme.dropped)}, which saves {minutes(saved)}"
    lost = [_words(one.title) for one in gone if one.kind == "outcome"]
    if lost:
        yield f"outcomes no longer covered: {'; '.join(lost)}"


def _time(part: Part) -> int:
    return part.entry.time.high if part.entry and part.entry.time else 0


def _words(markdown: str) -> str:
    return plain(inline(markdown, "en"))
