"""What is built where a course is named: the course, each of its modules, each of its lessons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.lesson.course import Course
from deckbuild.load.course import load_project, read_specification
from deckbuild.load.decode import decode
from deckbuild.load.programme import Reading, modules_of
from deckbuild.workspace import Workspace


@dataclass(frozen=True)
class Target:
    """Something that outputs are made for: a file, or one module of a course."""

    file: PurePosixPath
    module: str = ""


def targets(workspace: Workspace, paths: Sequence[PurePosixPath]) -> tuple[Target, ...]:
    """What the files of `paths` build, each once: a course builds itself, its modules and its lessons.

    A file that can't be read is a target too: building it says what is wrong.
    """
    found: dict[Target, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_targets(workspace, path)))
    return tuple(found)


def _targets(workspace: Workspace, path: PurePosixPath) -> Iterator[Target]:
    diags = Diagnostics()
    found = read_specification(workspace, path, diags)
    course = decode(found.tree, Course, diags) if found and found.kind == "course" else None
    if found is None or course is None:
        yield Target(path)
        return
    reading = Reading(workspace, load_project(workspace, diags), diags)
    placed = tuple(modules_of(course, found, reading, (found.file,)))
    if "course" in course.builds:
        yield Target(path)
    for number in dict.fromkeys(module.module or "" for module, _ in placed) if "modules" in course.builds else ():
        yield Target(path, number)
    for module, file in placed if "lessons" in course.builds else ():
        for included in module.lessons:
            lesson = reading.specification(included.lesson, file, "lesson", included.place.of("lesson"))
            if lesson:
                yield Target(lesson.file)
