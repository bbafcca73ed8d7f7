"""Running late: one list to go down, until enough is saved; what it costs stands beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.lesson.lesson import Lesson, Section, Slide
from deckbuild.plan.late import Rescue, rescues
from deckbuild.plan.timing import spent
from deckbuild.spec.scalars import Duration

MIN = 60


def keys(rescue: Rescue) -> list[str]:
    return [f"{one.key}: {one.variant.title}" if one.variant else one.key for one in rescue.savings]


def test_optional_parts_first_then_variants_then_the_rest(checkpoint: Lesson) -> None:
    ten, twenty, thirty = rescues(checkpoint, instructions=False)

    assert keys(ten) == ["lights", "trunk", "section/3"]
    assert keys(twenty) == ["search-drill: In pairs"]
    assert keys(thirty) == ["police-signs"]
    assert [one.saved // MIN for one in (ten, twenty, thirty)] == [16, 26, 32]


def test_what_to_say_instead_and_what_it_costs(checkpoint: Lesson) -> None:
    ten, _, thirty = rescues(checkpoint, instructions=False)
    lights, _, reporting = ten.savings

    assert lights.instead == "Be seen before you see."
    assert lights.lost == ()
    assert [one.text for one in reporting.lost] == ["Write a report"]
    assert [one.optional for one in (*ten.savings, *thirty.savings)] == [True, True, True, False]


def test_what_costs_no_outcome_goes_before_what_does(load_text) -> None:
    lesson = load_text("""
        lesson: "1"
        title: T
        outcomes: [{id: a, text: Do a}]
        sections:
          - title: S
            slides:
              - {id: only, title: Only, text: x, duration: 10 min, covers: a}
              - {id: beside, title: Beside, text: x, duration: 25 min}
    """).lesson

    assert keys(rescues(lesson, instructions=False)[0]) == ["beside"]


def test_where_there_is_nothing_more_it_falls_short(load_text) -> None:
    lesson = load_text("""
        lesson: "1"
        title: T
        sections: [{title: S, slides: [{id: one, title: One, text: x, duration: 5 min}, {title: Two, text: y}]}]
    """).lesson
    ten, twenty, _ = rescues(lesson, instructions=False)

    assert (keys(ten), ten.saved) == (["one"], 5 * MIN)
    assert (keys(twenty), twenty.saved) == ([], 5 * MIN)


timed = st.builds(
    lambda minutes, optional: Slide(title="T", duration=Duration(minutes * MIN, minutes * MIN), optional=optional),
    st.integers(0, 15),
    st.booleans(),
)


@given(st.lists(timed, min_size=1, max_size=10))
def test_the_steps_save_what_they_say(slides: list[Slide]) -> None:
    lesson = Lesson(lesson="1", title="T", sections=(Section(title="S", slides=tuple(slides)),))
    whole = spent(lesson, instructions=False).high
    without: set[str] = set()
    before = 0
    for rescue in rescues(lesson, instructions=False):
        without |= {one.key for one in rescue.savings}
        assert before + sum(one.saves for one in rescue.savings) == rescue.saved
        assert whole - spent(lesson, instructions=False, without=without).high == rescue.saved
        assert rescue.saved >= min(rescue.behind, whole)
        before = rescue.saved
