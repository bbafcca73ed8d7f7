"""Tree -> model: places, bare values, every mistake in one run."""

from __future__ import annotations

import textwrap
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.kinds.bullets import Bullets
from deckbuild.kinds.question import Question
from deckbuild.lesson.lesson import Lesson, Slide
from deckbuild.load.decode import decode
from deckbuild.load.read import read_tree
from deckbuild.spec.authored import walk
from deckbuild.spec.scalars import Duration

FILE = "lesson.yaml"


def lesson_of(slides: str) -> Lesson:
    diags = Diagnostics()
    head = 'lesson: "1.1"\ntitle: L\nsections:\n- title: S\n  slides:\n'
    text = head + textwrap.indent(textwrap.dedent(slides), "  ")
    tree = read_tree(text.encode(), FILE, diags)
    lesson = decode(tree, Lesson, diags) if tree else None
    assert not diags.in_order()
    assert lesson is not None
    return lesson


def slide_of(slide: str) -> Slide:
    return lesson_of(slide).sections[0].slides[0]


def messages(text: str) -> list[str]:
    diags = Diagnostics()
    tree = read_tree(textwrap.dedent(text).encode(), FILE, diags)
    assert tree is not None
    decode(tree, Lesson, diags)
    return [f"{found.span.line}:{found.span.column} {found.code}" for found in diags.in_order()]


def test_a_slide_knows_where_it_and_its_values_stand() -> None:
    slide = slide_of("- title: A\n  duration: 3 min\n")

    assert slide.place.of("duration") == Span(FILE, 7, 15, 7, 20)
    assert slide.place.keys["duration"] == Span(FILE, 7, 5, 7, 13)


def test_a_point_knows_its_place_bare_or_nested() -> None:
    body = slide_of("- title: A\n  bullets:\n  - one\n  - two:\n    - three\n").body

    assert isinstance(body, Bullets)
    one, two = body.bullets
    assert one.place.of("text").line == 8
    assert two.place.of("text") == Span(FILE, 9, 7, 9, 10)
    assert two.points[0].place.of("text").line == 10


def test_a_bare_question_and_a_bare_note_know_their_places() -> None:
    slide = slide_of("- question: Who?\n  notes: Listen\n")

    assert isinstance(slide.body, Question)
    assert slide.body.question.place.of("stem") == Span(FILE, 6, 15, 6, 19)
    assert slide.notes[0].place.of("say") == Span(FILE, 7, 12, 7, 18)


def test_everything_written_has_a_place() -> None:
    lesson = lesson_of("- title: A\n  table: {rows: [[a]]}\n- title: B\n  columns: [{text: x}, {bullets: [y]}]\n")

    assert all(node.place.span.line for node in walk(lesson))


def test_texts_come_out_as_plain_strings() -> None:
    """Models are pickled to worker processes; the loader's own kinds of text stay in the loader."""
    lesson = lesson_of("- title: A\n  id: a\n  covers: b\n  bullets: [one, {two: [three]}]\n")

    for node in walk(lesson):
        for name, value in node.__dict__.items():
            if isinstance(value, str):
                assert type(value) is str, name


def test_places_do_not_count_when_lessons_are_compared() -> None:
    assert lesson_of("- title: A\n") == lesson_of("\n\n- title:   A\n")


def test_all_mistakes_are_told_in_one_run_in_the_order_of_the_file() -> None:
    assert messages("""\
        lesson: "1.1"
        titel: L
        duration: 20
        sections:
        - title: S
          slides:
          - bullets: [a]
          - title: B
            bulets: [a]
        """) == ["2:1 S101", "3:11 S106", "7:5 S104", "9:5 S101"]


def test_a_misspelt_required_key_is_not_missing_too() -> None:
    assert messages('lesson: "1.1"\ntitel: L\nsections: [{title: S}]\n') == ["2:1 S101"]


def test_a_list_with_a_broken_entry_is_not_too_short_too() -> None:
    assert messages('lesson: "1.1"\ntitle: L\nsections:\n- titel: S\n') == ["4:3 S101"]


def test_a_text_with_braces_is_quoted_as_it_is() -> None:
    diags = Diagnostics()
    tree = read_tree(b'lesson: "{0}{x}"\ntitle: L\nsections: [{title: S}]\n', FILE, diags)
    assert tree is not None

    decode(tree, Lesson, diags)

    assert [found.message for found in diags.in_order()] == ["expected a lesson's number, found `{0}{x}`"]


def keys() -> st.SearchStrategy[str]:
    written = """lesson title sections slides bullets columns table image quote question notes say ask answers outcomes
    references handouts generate duration id rows file placeholders groups items text points body kind for"""
    return st.sampled_from(written.split())


def values() -> st.SearchStrategy[Any]:
    leaves = st.sampled_from(["x", "5 min", "", "~", "'2.0'", "true", "[@a]", "{}"])
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=3).map(lambda parts: "[" + ", ".join(parts) + "]")
            | st.dictionaries(keys(), inner, max_size=4).map(
                lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
            )
        ),
        max_leaves=12,
    )


@given(st.dictionaries(keys(), values(), max_size=5))
def test_whatever_is_written_gives_a_lesson_or_messages_with_places(pairs: dict[str, str]) -> None:
    text = "\n".join(['lesson: "1.1"', "title: L", *(f"{key}: {value}" for key, value in pairs.items())])
    diags = Diagnostics()
    tree = read_tree(text.encode(), FILE, diags)
    if tree is None:
        return

    lesson = decode(tree, Lesson, diags)

    assert lesson is not None or diags.has_errors
    for found in diags.in_order():
        assert 1 <= found.span.line <= text.count("\n") + 1
        assert not any(word in found.message for word in ("Input should", "validation", "str", "dict", "tuple", "None"))


@given(st.dictionaries(keys(), values(), max_size=5))
def test_whatever_a_slide_holds_gives_a_slide_or_messages(pairs: dict[str, str]) -> None:
    slide = ", ".join(f"{key}: {value}" for key, value in pairs.items())
    text = f'lesson: "1.1"\ntitle: L\nsections: [{{title: S, slides: [{{{slide}}}]}}]\n'
    diags = Diagnostics()
    tree = read_tree(text.encode(), FILE, diags)
    if tree is None:
        return

    assert decode(tree, Lesson, diags) is not None or diags.has_errors
    assert all(found.span.line == 3 or found.code == "S101" for found in diags.in_order())


@given(st.integers(0, 999 * 3600).map(lambda seconds: Duration(seconds, seconds)))
def test_a_duration_reads_back_as_it_is_printed(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration


@given(st.integers(0, 9999), st.integers(0, 9999), st.sampled_from([1, 60]))
def test_a_range_of_durations_reads_back_as_it_is_printed(one: int, other: int, unit: int) -> None:
    duration = Duration(min(one, other) * unit, max(one, other) * unit)

    assert Duration.parse(str(duration)) == duration
