"""What a project holds: lessons, sessions and courses, read and not composed; whether what was built is current."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from deckbuild.assemble.timing import day_of
from deckbuild.blocks import plain
from deckbuild.diagnostics.model import Diagnostics, Severity
from deckbuild.facts import Facts
from deckbuild.identity import identity_of
from deckbuild.lesson.lesson import Lesson
from deckbuild.load.course import load_lesson, load_project, read_specification
from deckbuild.load.labels import load_labels
from deckbuild.load.tree import Scalar
from deckbuild.markdown import inline
from deckbuild.outputs import ALL
from deckbuild.preparing import Prepared, prepare
from deckbuild.resolve.resolve import resolve
from deckbuild.spec.scalars import Duration
from deckbuild.workspace import Recording, Workspace


@dataclass(frozen=True)
class HeldLesson:
    """A lesson of the project."""

    file: PurePosixPath
    number: str
    title: str
    minutes: int
    """What it says, or what its slides take; 0 where nothing is said."""


def lessons_of(workspace: Workspace, files: Sequence[PurePosixPath]) -> tuple[HeldLesson, ...]:
    """The lessons among `files` that can be read, in the order of their numbers."""
    found = []
    for file in files:
        loaded = load_lesson(workspace, file, Diagnostics())
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


class State(Enum):
    """How what was built stands to its file."""

    BUILT = "built"
    OLDER = "older"
    NEVER = "never built"
    ERRORS = "with errors"


@dataclass(frozen=True)
class Held:
    """A file of the project that outputs are made from."""

    file: PurePosixPath
    kind: str
    """`lesson`, `session` or `course`; empty where it does not say."""
    number: str
    title: str
    """Plain text."""
    duration: Duration
    """What it says or its slides take; of a session from its beginning to its end."""
    slides: int
    counted: bool
    """Whether the slides were counted in the deck: before it is built nobody knows what will be continued."""
    languages: tuple[str, ...]
    state: State
    errors: int = 0


def held(workspace: Workspace, files: Sequence[PurePosixPath], folder: PurePosixPath | None = None) -> Iterator[Held]:
    """Each file as it stands.  `folder` is where outputs are looked for in place of the project's own."""
    target = folder or PurePosixPath(load_project(workspace, Diagnostics()).output)
    for file in files:
        diags = Diagnostics()
        prepared = prepare(Recording(workspace), file, diags)
        facts = _facts(prepared, diags) if prepared else None
        errors = sum(one.severity is Severity.ERROR for one in diags.in_order())
        if prepared is None or facts is None or errors:
            yield _broken(workspace, file, errors)
        else:
            yield _sound(workspace, file, target, prepared, facts)


def _facts(prepared: Prepared, diags: Diagnostics) -> Facts:
    loaded = prepared.loaded
    return resolve(
        loaded.lesson, loaded.project.generate, prepared.labels, loaded.lines, diags, {}, loaded.programme
    )  # fmt: skip


def _sound(workspace: Workspace, file: PurePosixPath, target: PurePosixPath, prepared: Prepared, facts: Facts) -> Held:
    loaded, lesson = prepared.loaded, prepared.loaded.lesson
    programme = loaded.programme
    session = programme.session if programme else None
    day = day_of(facts)
    taken = day.rows[-1].ends - day.rows[0].starts if day and day.rows else 0
    own = lesson.language or loaded.project.language
    state, deck = _standing(workspace, file, target, prepared.properties.build)
    count = _slides_in(deck) if state is State.BUILT else 0
    return Held(
        file=file,
        kind=programme.kind if programme else "lesson",
        number="" if programme else lesson.lesson,
        title=plain(inline(lesson.title, own)),
        duration=Duration(taken, taken) if day else lesson.duration or facts.total,
        slides=count or len(facts.stops),
        counted=bool(count),
        languages=(session.language if session else ()) or (own,),
        state=state,
    )


def _standing(workspace: Workspace, file: PurePosixPath, target: PurePosixPath, build: str) -> tuple[State, bytes]:
    """The state of what was built from a file, with its deck; b"" where there is none."""
    contents = {}
    for output in ALL:
        path = output.path(file, target)
        if path.suffix in (".pptx", ".docx") and workspace.exists(path):
            contents[output.name] = workspace.read(path)
    deck = contents.get("deck", b"")
    marks = [identity_of(content) for content in contents.values()]
    if not marks:
        return State.NEVER, b""
    current = all(mark is not None and mark.build == build for mark in marks)
    return State.BUILT if current else State.OLDER, deck


def _slides_in(deck: bytes) -> int:
    try:
        names = zipfile.ZipFile(io.BytesIO(deck)).namelist()
    except (zipfile.BadZipFile, ValueError):
        return 0
    return sum(re.fullmatch(r"ppt/slides/slide\d+\.xml", name) is not None for name in names)


def _broken(workspace: Workspace, file: PurePosixPath, errors: int) -> Held:
    """A file with errors, with what can be read of it."""
    found = read_specification(workspace, file, Diagnostics())
    kind = found.kind if found else ""

    def said(key: str) -> str:
        entry = found.tree.entries.get(key) if found else None
        return str(entry.value.value or "") if entry and isinstance(entry.value, Scalar) else ""

    number, title = (said("lesson"), said("title")) if kind == "lesson" else ("", said(kind))
    return Held(file, kind, number, title, Duration(), 0, False, (), State.ERRORS, errors)
