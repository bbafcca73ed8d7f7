"""A programme fitted to its time: what goes first, what is given back, and what stays too long."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.lesson.lesson import Lesson, Section, Slide
from deckbuild.plan.cuts import Load
from deckbuild.plan.fitting import Fitted, Fitting, fit
from deckbuild.plan.timing import spent
from deckbuild.resolve.resolve import resolve
from deckbuild.spec.scalars import Duration

MIN = 60


def in_minutes(lesson: Lesson, allowed: int, *, instructions: bool = False) -> Fitted:
    """The lesson fitted to that many minutes of its own."""
    return fit([Load(lesson, allowed=allowed * MIN, instructions=instructions)]).pieces[0]


def cut(piece: Fitted) -> list[str]:
    return [f"{one.key}: {one.variant}" if one.variant else one.key for one in piece.left_out if one.kind != "outcome"]


def test_what_fits_stays_whole(checkpoint: Lesson) -> None:
    piece = in_minutes(checkpoint, 75)

    assert (piece.needed, piece.takes, piece.over, piece.left_out) == (75 * MIN, 75 * MIN, 0, ())
    assert piece.lesson == checkpoint


def test_without_a_priority_it_goes_first(checkpoint: Lesson) -> None:
    piece = in_minutes(checkpoint, 71)

    assert cut(piece) == ["lights"]
    assert piece.lost == ()


def test_then_from_high_numbers_to_one(checkpoint: Lesson) -> None:
    assert cut(in_minutes(checkpoint, 66)) == ["lights", "trunk"]


def test_the_cost_is_named(checkpoint: Lesson) -> None:
    piece = in_minutes(checkpoint, 60)

    assert [one.key for one in piece.lost] == ["report"]
    assert cut(piece) == ["lights", "trunk", "section/3", "form", "how-to-report"]


def test_what_need_not_have_gone_is_given_back(checkpoint: Lesson) -> None:
    """68 minutes: the section of 7 minutes would do alone, but it is worth more; 4 + 5 are gone, 4 come back."""
    piece = in_minutes(checkpoint, 70)

    assert cut(piece) == ["trunk"]


def test_variants_come_after_optional_parts(checkpoint: Lesson) -> None:
    piece = in_minutes(checkpoint, 50)

    assert "search-drill: In pairs" in cut(piece)
    assert piece.takes == 50 * MIN
    assert piece.needs == 49 * MIN
    assert piece.over == 0


def test_the_shortest_variant_is_the_last_resort(checkpoint: Lesson) -> None:
    piece = in_minutes(checkpoint, 41)

    assert "search-drill: Demonstration" in cut(piece)
    assert piece.lesson is not None
    (activity,) = piece.lesson.activities
    assert (str(activity.duration), activity.steps) == ("10 min", ("Watch",))


def test_a_time_that_no_part_can_meet(checkpoint: Lesson) -> None:
    piece = in_minutes(checkpoint, 30)

    assert piece.needs == 39 * MIN
    assert piece.over == 9 * MIN


def test_the_time_of_the_programme_is_that_of_the_numbers(checkpoint: Lesson, labels) -> None:
    """What fitting adds up is what the documents say, with instruction slides that nobody wrote or without."""
    for generate in ((), ("activities",), ("title", "agenda", "dividers")):
        from deckbuild.diagnostics.model import Diagnostics

        facts = resolve(checkpoint, generate, labels, {}, Diagnostics())
        assert spent(checkpoint, instructions="activities" in generate) == facts.total


def test_an_instruction_slide_gets_shorter_with_its_activity(checkpoint: Lesson) -> None:
    """With a slide of its own the activity's time is not in the slide that begins it."""
    whole = in_minutes(checkpoint, 105, instructions=True)
    piece = in_minutes(checkpoint, 80, instructions=True)

    assert whole.needs == 105 * MIN
    assert piece.needs == 79 * MIN


def loads(*minutes: int | Load) -> list[Load]:
    return [one if isinstance(one, Load) else Load(seconds=one * MIN) for one in minutes]


def fits(starts: int, ends: int | None, pieces: Sequence[Load]) -> Fitting:
    return fit(pieces, starts * MIN, None if ends is None else ends * MIN)


def test_a_day_is_cut_over_all_its_lessons(checkpoint: Lesson) -> None:
    done = fits(540, 540 + 75 + 15 + 75 - 8, loads(Load(checkpoint), 15, Load(checkpoint)))

    assert done.over == 0
    assert [cut(piece) for piece in done.pieces] == [["lights"], [], ["lights"]]


def test_what_stands_before_a_fixed_time_has_to_be_over(checkpoint: Lesson) -> None:
    lunch = Load(seconds=60 * MIN, at=(540 + 71) * MIN)
    done = fits(540, None, [Load(checkpoint), lunch, Load(checkpoint)])

    assert [cut(piece) for piece in done.pieces] == [["lights"], [], []]


def test_a_whole_piece_may_be_optional(checkpoint: Lesson) -> None:
    visit = Load(seconds=30 * MIN, optional=True)
    done = fits(540, 540 + 76, [Load(checkpoint), visit])

    assert [piece.dropped for piece in done.pieces] == [False, True]
    assert cut(done.pieces[0]) == []


def test_a_lesson_keeps_the_time_it_is_given(checkpoint: Lesson) -> None:
    piece = in_minutes(checkpoint, 90)

    assert (piece.needs, piece.takes) == (75 * MIN, 90 * MIN)


def test_by_how_much_a_day_overruns(checkpoint: Lesson) -> None:
    done = fits(540, 560, [Load(checkpoint)])

    assert done.over == (39 - 20) * MIN


slides_of_any_kind = st.lists(
    st.builds(
        lambda minutes, optional, priority: Slide(
            title="T",
            duration=Duration(minutes * MIN, minutes * MIN),
            optional=optional,
            priority=priority if optional else None,
        ),
        st.integers(0, 20),
        st.booleans(),
        st.none() | st.integers(1, 3),
    ),
    min_size=1,
    max_size=8,
)


@given(st.lists(slides_of_any_kind, min_size=1, max_size=3), st.integers(0, 200))
def test_fitting_keeps_its_word(sections: list[list[Slide]], allowed: int) -> None:
    """It fits, or all that may go is gone; what stays takes the time that it says; nothing could be given back."""
    lesson = Lesson(
        lesson="1", title="T", sections=tuple(Section(title="S", slides=tuple(slides)) for slides in sections)
    )
    piece = in_minutes(lesson, allowed)
    assert piece.lesson is not None
    left = [slide for section in piece.lesson.sections for slide in section.slides]
    dropped = sum(one.time.high for one in piece.left_out)

    assert piece.needs == sum(slide.duration.high for slide in left if slide.duration)
    assert piece.needs + dropped == piece.needed
    assert piece.over == max(0, piece.needs - allowed * MIN)
    if piece.over:
        assert not [slide for slide in left if slide.optional and slide.duration]
    elif piece.left_out:
        assert all(piece.needs + one.time.high > allowed * MIN for one in piece.left_out)
    assert piece == in_minutes(lesson, allowed)
