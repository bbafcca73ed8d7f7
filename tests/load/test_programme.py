"""Sessions and courses with the lessons that they name, and what can be wrong with their files."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import PurePosixPath

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.load.programme import LoadedProgramme, load_file
from deckbuild.workspace import InMemory

LESSON = """\
lesson: "{n}"
title: Lesson {n}
sections:
- {{id: first, title: First, slides: [{{id: a, title: A}}]}}
- {{id: second, title: Second, slides: [{{id: b, title: B}}]}}
activities: [{{id: sort, title: Sort cards, steps: [Sort]}}]
"""
LESSONS = {f"decks/lessons/{n}.yaml": LESSON.format(n=n) for n in ("1.1", "1.2", "2.1")}


def load(text: str, files: Mapping[str, str] = {}) -> tuple[LoadedProgramme | None, list[str]]:
    """The session or course of `text`, and what is wrong with it as `line: code message`."""
    diags = Diagnostics()
    files = {"decks/day.yaml": textwrap.dedent(text), **LESSONS, **files}
    loaded = load_file(InMemory(files), PurePosixPath("decks/day.yaml"), diags)
    assert loaded is None or isinstance(loaded, LoadedProgramme)
    return loaded, [f"{one.span.line}: {one.code} {one.message}" for one in diags.in_order()]


def test_a_session_names_lessons_activities_breaks_and_slides_of_its_own() -> None:
    loaded, wrong = load(
        """
        session: Induction
        starts: "08:30"
        trainers: [Ada, {name: Ben, role: guest}]
        programme:
        - slides: [{title: Wifi, bullets: [Name and key]}]
          title: Welcome
        - {lesson: lessons/1.1.yaml, lead: Ada}
        - break: 15 min
        - {activity: sort, from: lessons/1.2.yaml, lead: [Ada, Ben]}
        - {free: Visit to the centre, time: 45 min}
        """
    )

    assert not wrong and loaded
    parts = loaded.programme.parts
    assert [(part.key, part.kind, part.title, part.number) for part in parts] == [
        ("part/1", "slides", "Welcome", ""),
        ("part/2", "lesson", "Lesson 1.1", "1.1"),
        ("part/3", "break", "", ""),
        ("part/4", "activity", "Sort cards", "1.2"),
        ("part/5", "free", "Visit to the centre", ""),
    ]
    assert str(loaded.programme.session.starts) == "08:30" if loaded.programme.session else False


def test_a_lesson_that_is_named_twice_is_read_once() -> None:
    loaded, _ = load(
        """
        session: Induction
        programme:
        - {lesson: lessons/1.1.yaml, only: first}
        - break: 15 min
        - {lesson: lessons/1.1.yaml, only: second}
        """
    )

    assert loaded
    first, _, second = loaded.programme.parts
    assert first.lesson is second.lesson


def test_a_course_includes_the_modules_of_another() -> None:
    loaded, wrong = load(
        """
        course: Core
        modules:
        - include: two/module.yaml
        - {module: 1, title: One, lessons: [lessons/1.1.yaml, {lesson: lessons/1.2.yaml, group: More}]}
        """,
        {"decks/two/module.yaml": "course: Two\nmodules: [{module: 2, title: Two, lessons: [../lessons/2.1.yaml]}]"},
    )

    assert not wrong and loaded
    assert [(part.module, part.number) for part in loaded.programme.parts] == [("2", "2.1"), ("1", "1.1"), ("1", "1.2")]
    assert [module.title for module in loaded.programme.modules] == ["Two", "One"]


def test_a_lesson_that_is_not_there_is_reported_where_it_is_named() -> None:
    _, wrong = load("session: S\nprogramme:\n- lesson: lessons/1.3.yaml\n- lesson: ../../other.yaml")

    assert wrong == [
        "3: C101 there is no lesson at `lessons/1.3.yaml`",
        "4: C101 `../../other.yaml` leads out of the project",
    ]


def test_a_session_is_no_lesson_of_a_course() -> None:
    _, wrong = load(
        "course: C\nmodules: [{module: 1, title: M, lessons: [other.yaml]}]",
        {"decks/other.yaml": "session: S\nprogramme: [{break: 5 min}]"},
    )

    assert wrong == ["2: C102 `other.yaml` is a session, here a lesson is named"]


def test_a_circle_of_includes_is_reported_with_its_way() -> None:
    _, wrong = load(
        "session: S\nprogramme:\n- include: other.yaml",
        {"decks/other.yaml": "session: T\nprogramme: [{include: day.yaml}]"},
    )

    assert wrong == ["2: C105 this includes itself: day.yaml → other.yaml → day.yaml"]


def test_an_activity_and_a_trainer_must_be_known() -> None:
    _, wrong = load(
        "session: S\ntrainers: [Ada]\nprogramme: [{activity: sorts, from: lessons/1.1.yaml, lead: Ida}]",
    )

    assert wrong == ["3: C103 lesson 1.1 has no activity called `sorts`", "3: C104 no trainer is called `Ida`"]


def test_what_a_line_of_the_programme_can_hold_depends_on_what_it_is() -> None:
    _, wrong = load(
        """
        session: S
        programme:
        - {break: 15 min, only: a}
        - {free: Lunch}
        - {slides: [{title: A}]}
        - {lesson: lessons/1.1.yaml, break: 5 min}
        - {title: Welcome}
        """
    )

    assert [one.split(" ", 2)[1] for one in wrong] == ["S110", "S104", "S104", "S105", "S104"]
