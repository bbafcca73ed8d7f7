"""What a project holds: its lessons, sessions and courses, read and not composed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.lesson.lesson import Lesson
from deckbuild.load.course import load_lesson
from deckbuild.load.labels import load_labels
from deckbuild.resolve.resolve import resolve
from deckbuild.workspace import Workspace


@dataclass(frozen=True)
class HeldLesson:
    """A lesson of the project."""

    file: PurePosixPath
    number: str
    title: str
    minutes: int
    """What it says, or what its slides take; 0 where nothing is said."""


def lessons_of(workspace: Workspace, files: tuple[PurePosixPath, ...]) -> tuple[HeldLesson, ...]:
    """The lessons among `files` that can be read, in the order of their numbers."""
    found = []
    for file in files:
        diags = Diagnostics()
        loaded = load_lesson(workspace, file, diags)
        if loaded:
            lesson = loaded.lesson
            minutes = -(-_seconds(lesson, loaded.project.language) // 60)
            found.append(HeldLesson(file, lesson.lesson, lesson.title, minutes))
    return tuple(sorted(found, key=lambda held: (by_number(held.number), held.file)))


def _seconds(lesson: Lesson, language: str) -> int:
    if lesson.duration:
        return lesson.duration.high
    diags = Diagnostics()
    labels = load_labels(lesson.language or language, {}, diags, lesson.place.span)
    return resolve(lesson, (), labels, {}, diags).total.high


def by_number(number: str) -> tuple[tuple[int, str], ...]:
    """A key to sort numbers of lessons by: 2.10 comes after 2.9."""
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in number.split("."))
