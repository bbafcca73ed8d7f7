"""Running late: one list to go down, until enough is saved; what it costs stands beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.lesson.lesson import Lesson, Section, Slide
from deckbuild.plan.late import Line, Rescue, rescues
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


def test_an_optional_line_of_the_programme_goes_as_a_whole(checkpoint: Lesson) -> None:
    lines = (Line("part/1", "The search", sections=(2,)), Line("part/2", "Questions", seconds=20 * MIN, after=3))
    ten, _, thirty = rescues(checkpoint, instructions=False, lines=lines)

    assert keys(ten) == ["part/2"]  # the last first
    assert (ten.savings[0].title, ten.saved) == ("Questions", 20 * MIN)
    assert keys(thirty) == ["part/1"]  # not `trunk`, which is optional in it
    assert [one.id for one in thirty.savings[0].lost] == ["search"]
    assert thirty.saved == (20 + 8 + 35 + 5) * MIN


def test_a_question_without_a_title_is_called_by_what_it_asks(load_text) -> None:
    lesson = load_text("""
        lesson: "1"
        title: T
        sections:
          - title: S
            slides:
              - {id: known, question: which, duration: 5 min, optional: true}
              - {id: written, question: {stem: Why not?, options: [x, y]}, duration: 5 min, optional: true}
        questions: [{id: which, type: true_false, stem: It is so., answer: "true"}]
    """).lesson

    assert [one.title for one in rescues(lesson, instructions=False)[0].savings] == ["Why not?", "It is so."]


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
