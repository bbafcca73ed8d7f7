"""Times of day add up: rows follow each other without a hole, from the start to the end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.plan.report import clock, report_timetable
from deckbuild.plan.timetable import Piece, Step, Timetable, timetable

MIN, NINE = 60, 9 * 3600


def piece(kind: str, minutes: int, *, at: str = "", who: tuple[str, ...] = (), line: int = 1) -> Piece:
    hours, _, rest = at.partition(":")
    fixed = int(hours) * 3600 + int(rest) * 60 if at else None
    span = Span("s.yaml", line, 1, line, 9)
    return Piece(kind, f"part/{line}", kind, minutes * MIN, who, fixed, span=span)  # type: ignore[arg-type]


def told(day: Timetable) -> list[str]:
    return [f"{clock(row.starts)}-{clock(row.ends)} {row.kind}" for row in day.rows]


def messages(*pieces: Piece) -> list[str]:
    diags = Diagnostics()
    report_timetable(timetable(pieces, NINE), diags)
    return [f"{one.span.line}: [{one.code}] {one.message}" for one in diags.in_order()]


def test_one_begins_when_the_other_ends() -> None:
    day = timetable([piece("lesson", 50), piece("break", 15), piece("lesson", 40)], NINE)

    assert told(day) == ["09:00-09:50 lesson", "09:50-10:05 break", "10:05-10:45 lesson"]
    assert (clock(day.starts), clock(day.ends)) == ("09:00", "10:45")


def test_a_fixed_time_is_waited_for() -> None:
    day = timetable([piece("lesson", 50), piece("break", 15, at="10:00")], NINE)

    assert told(day) == ["09:00-09:50 lesson", "09:50-10:00 buffer", "10:00-10:15 break"]


def test_a_fixed_time_that_has_passed_is_an_overlap() -> None:
    assert messages(piece("lesson", 50), piece("break", 15, at="09:40", line=2)) == [
        "2: [C205] this is to begin at 09:40, but what stands before it lasts until 09:50"
    ]


def test_ninety_minutes_are_enough() -> None:
    assert messages(piece("lesson", 50), piece("lesson", 40, line=2)) == []
    assert messages(piece("lesson", 50), piece("lesson", 41, line=2)) == [
        "2: [C207] from 09:00 to 10:31 there is no break: 1 h 31 min are too long"
    ]


def test_a_break_begins_the_count_anew() -> None:
    assert messages(piece("lesson", 60), piece("break", 15), piece("lesson", 90)) == []
    assert messages(piece("lesson", 60), piece("break", 4), piece("lesson", 90, line=3)) == [
        "3: [C207] from 09:00 to 11:34 there is no break: 2 h 34 min are too long"
    ]


def test_who_takes_over_is_marked() -> None:
    day = timetable(
        [
            piece("lesson", 10, who=("A",)),
            piece("break", 10),
            piece("lesson", 10, who=("A",)),
            piece("lesson", 10, who=("A", "B")),
        ],
        NINE,
    )

    assert [row.takes_over for row in day.rows] == [False, False, False, True]


def test_slides_have_their_time_within_their_piece() -> None:
    steps = (Step("a", 3 * MIN), Step("b", 0), Step("c", 90))
    day = timetable([Piece("lesson", "part/1", "L", 10 * MIN, steps=steps)], NINE)

    assert day.steps == {"a": (NINE, NINE + 180), "b": (NINE + 180, NINE + 180), "c": (NINE + 180, NINE + 270)}
    assert clock(day.ends) == "09:10"


any_piece = st.builds(
    piece,
    st.sampled_from(["lesson", "activity", "break", "free"]),
    st.integers(0, 240),
    at=st.sampled_from(["", "", "09:30", "12:30", "15:00"]),
    line=st.integers(1, 40),
)


@given(st.lists(any_piece, max_size=12))
def test_times_add_up(pieces: list[Piece]) -> None:
    day = timetable(pieces, NINE)

    assert all(before.ends == after.starts for before, after in zip(day.rows, day.rows[1:], strict=False))
    assert sum(row.seconds for row in day.rows) == day.ends - day.starts
    assert [row.seconds for row in day.rows if row.kind != "buffer"] == [one.seconds for one in pieces]
    fixed = [one.at for one in pieces if one.at is not None]
    assert len(day.late) <= len(fixed)
    for stretch in day.unbroken:
        assert stretch.ends - stretch.starts > 90 * MIN
