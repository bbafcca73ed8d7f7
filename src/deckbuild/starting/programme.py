"""A new session or course, put together from the lessons that are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.starting.writing import listed, quoted

UNBROKEN = 90
"""Minutes after which a break is put between two lessons."""
PAUSE = 15
_MODULES = {"en": "Module", "fr": "Module", "es": "Módulo", "de": "Modul", "ar": "الوحدة"}


@dataclass(frozen=True)
class Chosen:
    """A lesson of the project that goes into a session or a course."""

    file: PurePosixPath
    number: str
    title: str
    minutes: int = 0


@dataclass(frozen=True)
class NewSession:
    """What makes a session."""

    title: str
    lessons: tuple[Chosen, ...]
    date: str = ""
    starts: str = "09:00"
    venue: str = ""
    trainers: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    participants: int = 0
    duration: str = ""


@dataclass(frozen=True)
class NewCourse:
    """What makes a course."""

    title: str
    lessons: tuple[Chosen, ...]
    modules: tuple[tuple[str, str], ...] = ()
    """Number and title of those that were named."""
    language: str = "en"


def session_file(new: NewSession, file: PurePosixPath) -> str:
    """The text of the session's file, which is to stand at `file`; with a break where 90 minutes would pass without."""
    audience = listed(new.audience) if new.audience else ""
    known = [
        _line("date", new.date, "2027-03-16"),
        f'starts: "{new.starts}"',
        _line("venue", quoted(new.venue) if new.venue else "", "Training centre, room 4"),
        _line("trainers", listed(new.trainers) if new.trainers else "", "[Who leads, Who helps]"),
        _line("audience", audience, "[police]", "what is tagged for others is left out"),
        _line("participants", str(new.participants or ""), "24", "quantities are multiplied by it"),
        _line("duration", new.duration, "3 h", "the programme is cut to it"),
    ]
    head = [
        "# A session: what is taught on a day.  `deckbuild plan` shows its times.",
        "# Take the # away before a line that you want; `deckbuild schema session` lists every key.",
        f"session: {quoted(new.title)}",
        *known,
        "programme:",
    ]
    return "\n".join([*head, *_programme(new.lessons, file)]) + "\n"


def _line(key: str, value: str, example: str, why: str = "") -> str:
    """A line of the head; with an example behind a #, where nothing was said."""
    said = f"{key}: {value}" if value else f"# {key}: {example}"
    return f"{said}  # {why}" if why else said


def _programme(lessons: Sequence[Chosen], file: PurePosixPath) -> list[str]:
    lines: list[str] = []
    since = 0
    for lesson in lessons:
        if since and since + lesson.minutes > UNBROKEN:
            lines.append(f"  - break: {PAUSE} min")
            since = 0
        lines.append(f"  - lesson: {quoted_path(lesson.file, file)}  # {lesson.number} {lesson.title}")
        since += lesson.minutes
    return lines


def course_file(new: NewCourse, file: PurePosixPath) -> str:
    """The text of the course's file, which is to stand at `file`: a module for each first number of its lessons."""
    titles = dict(new.modules)
    lines = [
        "# A course: modules, and the lessons in them.  `deckbuild schema course` lists every key.",
        f"course: {quoted(new.title)}",
        "modules:",
    ]
    for module, lessons in modules_of(new.lessons).items():
        own = _MODULES.get(new.language.partition("-")[0], _MODULES["en"])
        lines += [
            f'  - module: "{module}"',
            f"    title: {quoted(titles.get(module) or f'{own} {module}')}",
            "    lessons:",
            *(f"      - {quoted_path(lesson.file, file)}  # {lesson.number} {lesson.title}" for lesson in lessons),
        ]
    return "\n".join(lines) + "\n"


def modules_of(lessons: Sequence[Chosen]) -> dict[str, list[Chosen]]:
    """The lessons by the first part of their number, in the order in which they come."""
    found: dict[str, list[Chosen]] = {}
    for lesson in lessons:
        found.setdefault(lesson.number.partition(".")[0], []).append(lesson)
    return found


def quoted_path(path: PurePosixPath, beside: PurePosixPath) -> str:
    """How the file `beside` names `path`."""
    here, there = beside.parent.parts, path.parts
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return quoted("/".join([".."] * (len(here) - shared) + list(there[shared:])))
