"""Files to begin with: whole in every language, whatever was answered, and without a finding."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.load.course import load_lesson, load_project
from deckbuild.load.programme import LoadedProgramme, load_file
from deckbuild.pipeline import build
from deckbuild.starting.lesson import LANGUAGES, LEAST, NewLesson, lesson_file
from deckbuild.starting.naming import file_of, next_number, number_in
from deckbuild.starting.programme import Chosen, NewCourse, NewSession, course_file, session_file
from deckbuild.starting.project import NewProject, project_files
from deckbuild.workspace import InMemory

LESSON = PurePosixPath("decks/lesson-1.1.yaml")
TITLES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("minutes", [LEAST, 20, 75])
def test_a_new_lesson_builds_without_a_finding_in_every_language(language: str, minutes: int) -> None:
    text = lesson_file(NewLesson("1.1", "A title", language, minutes, named=True))
    made = build(InMemory({str(LESSON): text}), LESSON)

    assert made.diagnostics == ()
    assert len(made.files) == 3
    assert "«" not in text


def test_a_language_without_a_text_of_its_own_begins_with_the_english_one() -> None:
    assert "lesson to begin with" in lesson_file(NewLesson("1.1", "T", "sw"))
    assert "Une leçon" in lesson_file(NewLesson("1.1", "T", "fr-CA"))


@given(TITLES, TITLES)
def test_whatever_was_answered_reads_back_as_the_same_text(title: str, edition: str) -> None:
    files = project_files(NewProject(title, "en", edition, "", NewLesson("1.1", title)))
    workspace = InMemory({str(path): text for path, text in files.items()})
    diags = Diagnostics()
    project, loaded = load_project(workspace, diags), load_lesson(workspace, LESSON, diags)

    assert not diags.in_order()
    assert loaded is not None
    assert (project.project, project.edition, loaded.lesson.title) == (
        " ".join(title.split()), " ".join(edition.split()) or None, " ".join(title.split()),
    )  # fmt: skip


def project(*lessons: str) -> tuple[InMemory, tuple[Chosen, ...]]:
    """A project with lessons of an hour, by their numbers."""
    files = {f"decks/m/lesson-{number}.yaml": lesson_file(NewLesson(number, "T", minutes=60)) for number in lessons}
    chosen = tuple(Chosen(PurePosixPath(file), number, "T", 60) for file, number in zip(files, lessons, strict=True))
    return InMemory(files), chosen


def loaded(workspace: InMemory, chosen: tuple[Chosen, ...], text: str, file: str) -> LoadedProgramme:
    files = {str(one.file): workspace.read(one.file) for one in chosen}
    diags = Diagnostics()
    found = load_file(InMemory({**files, file: text}), PurePosixPath(file), diags)
    assert not diags.in_order()
    assert isinstance(found, LoadedProgramme)
    return found


def test_a_new_session_has_a_break_before_ninety_minutes_are_over() -> None:
    workspace, chosen = project("1.1", "1.2", "2.1")
    text = session_file(NewSession("Tuesday", chosen, venue="Room 4: left"), PurePosixPath("decks/days/tuesday.yaml"))
    found = loaded(workspace, chosen, text, "decks/days/tuesday.yaml")

    assert [part.kind for part in found.programme.parts] == ["lesson", "break", "lesson", "break", "lesson"]
    assert found.programme.session is not None
    assert found.programme.session.venue == "Room 4: left"


def test_a_new_course_has_a_module_for_each_first_number() -> None:
    workspace, chosen = project("1.1", "2.1", "2.2")
    new = NewCourse("All", chosen, (("1", "Yes"),), "es")
    found = loaded(workspace, chosen, course_file(new, PurePosixPath("decks/all.yaml")), "decks/all.yaml")

    assert [(module.module, module.title) for module in found.programme.modules] == [("1", "Yes"), ("2", "Módulo 2")]
    assert [part.module for part in found.programme.parts] == ["1", "2", "2"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("drill", "decks/drill.yaml"),
        ("fire/drill.yaml", "decks/fire/drill.yaml"),
        ("decks/fire/drill", "decks/fire/drill.yaml"),
        ("2.1", "decks/module-2/lesson-2.1.yaml"),
        ("3.1", "decks/lesson-3.1.yaml"),
    ],
)
def test_a_name_stands_for_a_file_below_decks(name: str, file: str) -> None:
    assert str(file_of(name, ["module-2"])) == file


@pytest.mark.parametrize("name", ["", "../x", "/etc/x", "a b", "decks", "x/../y", ".hidden", "a/.b"])
def test_what_can_be_no_file_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="can't be a file's name"):
        file_of(name)


def test_numbers_go_on_behind_the_last() -> None:
    assert next_number([]) == "1.1"
    assert next_number(["2.9", "2.10", "1.4", "A"]) == "2.11"
    assert number_in(PurePosixPath("decks/lesson-2.1.yaml")) == "2.1"
    assert number_in(PurePosixPath("decks/drill.yaml")) == ""
