"""A lesson that a course, a session and the queue all name is parsed once; what was said about it is said each time."""

from __future__ import annotations

from pathlib import PurePosixPath

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.load.course import Loaded, load_lesson
from deckbuild.workspace import InMemory, Recording

LESSON = PurePosixPath("decks/a.yaml")
SOUND = 'lesson: "{}"\ntitle: T\nsections: [{{title: S, slides: [{{title: Once}}]}}]\n'


def loaded(text: str) -> Loaded:
    found = load_lesson(InMemory({str(LESSON): text}), LESSON, Diagnostics())
    assert found is not None
    return found


def test_a_sound_lesson_is_decoded_once() -> None:
    first, second = loaded(SOUND.format("8.1")), loaded(SOUND.format("8.1"))

    assert first.lesson.sections[0] is second.lesson.sections[0]


def test_a_changed_lesson_is_read_again() -> None:
    for number in ("8.2", "8.3"):
        assert loaded(SOUND.format(number)).lesson.lesson == number


def test_each_reading_is_recorded_and_each_mistake_told_again() -> None:
    text = SOUND.format("8.4").replace("title: Once", "titel: Once")
    for _ in range(2):
        recording, diags = Recording(InMemory({str(LESSON): text})), Diagnostics()

        assert load_lesson(recording, LESSON, diags) is None
        assert [one.code for one in diags.in_order()] == ["S101"]
        assert LESSON in recording.reads
