"""A session's or a course's file -> its parts, each with the lesson it names, read once however often it is named."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.lesson.course import Course, Included, Module
from deckbuild.lesson.lesson import Lesson, Section
from deckbuild.lesson.project import Project
from deckbuild.lesson.session import Entry, Session
from deckbuild.load.assets import load_assets
from deckbuild.load.course import Loaded, Specification, lesson_of, load_project, read_specification
from deckbuild.load.decode import decode
from deckbuild.programme import Part, PartKind, Programme
from deckbuild.workspace import OutsideProject, Workspace, within


@dataclass(frozen=True)
class LoadedProgramme:
    """A session or a course with everything that was read for it."""

    programme: Programme
    """With whole lessons: nothing is left out yet."""
    project: Project
    file: PurePosixPath
    assets: Mapping[PurePosixPath, Asset]
    lines: Mapping[str, Sequence[str]]
    """The lines of every file that its text stands in, for messages."""


def load_file(workspace: Workspace, path: PurePosixPath, diags: Diagnostics) -> Loaded | LoadedProgramme | None:
    """The lesson, session or course at `path`; None where it can't be read, after a message for each mistake."""
    project = load_project(workspace, diags)
    found = read_specification(workspace, path, diags)
    if found is None:
        return None
    reading = Reading(workspace, project, diags)
    match found.kind:
        case "session":
            programme = _session(found, reading)
        case "course":
            programme = _course(found, reading)
        case _:
            return lesson_of(found, workspace, project, diags)
    if programme is None or diags.has_errors:
        return None
    return LoadedProgramme(programme, project, path, reading.assets, reading.lines)


@dataclass
class Reading:
    """What was read so far for one session or course."""

    workspace: Workspace
    project: Project
    diags: Diagnostics
    lessons: dict[PurePosixPath, Loaded | None] = field(default_factory=dict)
    assets: dict[PurePosixPath, Asset] = field(default_factory=dict)
    lines: dict[str, Sequence[str]] = field(default_factory=dict)

    def specification(self, written: str, beside: PurePosixPath, kind: str, span: Span) -> Specification | None:
        """The file that is named `written` in the file `beside`; None after a message where it is none of that kind."""
        path = self._path(written, beside, kind, span)
        found = read_specification(self.workspace, path, self.diags) if path else None
        if found is None:
            return None
        if found.kind and found.kind != kind:
            message = f"`{written}` is a {found.kind}, here a {kind} is named"
            self.diags.error("C102", message, span, f"name a file that begins with `{kind}:`")
            return None
        return found

    def _path(self, written: str, beside: PurePosixPath, kind: str, span: Span) -> PurePosixPath | None:
        try:
            path = within(beside.parent / written)
        except OutsideProject:
            path = None
        if path and self.workspace.exists(path):
            return path
        message = f"there is no {kind} at `{written}`" if path else f"`{written}` leads out of the project"
        near = self._near(written, beside)
        hint = f"did you mean `{near}`?" if near else "give its path from the folder of this file"
        self.diags.error("C101", message, span, hint)
        return None

    def _near(self, written: str, beside: PurePosixPath) -> str:
        """A file of the project that was probably meant, as it would be written here; empty where none is close."""
        names = {_from_here(path, beside): path for path in self.workspace.glob("**/*.yaml")}
        name = PurePosixPath(written).name
        same = [known for known, path in names.items() if path.name == name]
        return (same or difflib.get_close_matches(written, names, 1, 0.7) or [""])[0]

    def lesson(self, written: str, beside: PurePosixPath, span: Span) -> Loaded | None:
        """The lesson of that file; each is read once."""
        found = self.specification(written, beside, "lesson", span)
        if found is None:
            return None
        if found.file not in self.lessons:
            loaded = lesson_of(found, self.workspace, self.project, self.diags)
            self.lessons[found.file] = loaded
            if loaded:
                self.assets.update(loaded.assets)
                self.lines.update(loaded.lines)
        return self.lessons[found.file]


def _from_here(path: PurePosixPath, beside: PurePosixPath) -> str:
    """How the file `beside` names `path`."""
    here, there = beside.parent.parts, path.parts
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + list(there[shared:]))


# --- sessions -----------------------------------------------------------------------------------------------


def _session(found: Specification, reading: Reading) -> Programme | None:
    session = decode(found.tree, Session, reading.diags)
    if session is None:
        return None
    _check_leads(session, reading.diags)
    parts = tuple(_entries(session, found, reading, (found.file,)))
    numbered = (replace(part, key=f"part/{number}") for number, part in enumerate(parts, 1))
    return Programme("session", tuple(numbered), session=session)


def _entries(
    session: Session, found: Specification, reading: Reading, above: tuple[PurePosixPath, ...]
) -> Iterator[Part]:
    """The parts of a programme, those of included ones in their places."""
    reading.lines[str(found.file)] = found.lines
    for entry in session.programme:
        if entry.include is None:
            part = _part(entry, found.file, reading)
            if part:
                yield part
            continue
        inner = reading.specification(entry.include, found.file, "session", entry.place.of("include"))
        if inner and not _in_circle(inner.file, above, entry.place.of("include"), reading.diags):
            other = decode(inner.tree, Session, reading.diags)
            if other:
                yield from _entries(other, inner, reading, (*above, inner.file))


def _part(entry: Entry, file: PurePosixPath, reading: Reading) -> Part | None:
    match entry.subject:
        case "lesson" | "activity" as kind:
            key = "lesson" if kind == "lesson" else "from"
            loaded = reading.lesson(entry.lesson or entry.from_ or "", file, entry.place.of(key))
            return _of_lesson(entry, kind, loaded, reading.diags) if loaded else None
        case "slides":
            lesson = _of_slides(entry, entry.title or "", file, reading)
            return Part("", "slides", lesson.title, lesson, file, entry)
        case "break":
            return Part("", "break", entry.title or "", entry=entry)
        case _:
            return Part("", "free", entry.free or "", entry=entry)


def _of_lesson(entry: Entry, kind: PartKind, loaded: Loaded, diags: Diagnostics) -> Part | None:
    """A lesson or one of its activities; None after a message where it has no such activity."""
    lesson = loaded.lesson
    if kind == "lesson":
        return Part("", kind, entry.title or lesson.title, lesson, loaded.file, entry)
    activity = next((one for one in lesson.activities if one.id == entry.activity), None)
    if activity:
        return Part("", kind, entry.title or activity.title, lesson, loaded.file, entry)
    known = [one.id for one in lesson.activities]
    near = difflib.get_close_matches(entry.activity or "", known, 1)
    listed = ", ".join(f"`{one}`" for one in known) or "none"
    hint = f"did you mean `{near[0]}`?" if near else f"it has {listed}"
    message = f"lesson {lesson.lesson} has no activity called `{entry.activity}`"
    diags.error("C103", message, entry.place.of("activity"), hint)
    return None


def _of_slides(entry: Entry, title: str, file: PurePosixPath, reading: Reading) -> Lesson:
    """Slides that stand in the session itself, as a lesson of one section without a number."""
    section = Section.model_construct(place=entry.place, title=title, slides=entry.slides)
    lesson = Lesson.model_construct(place=entry.place, lesson="", title=title, sections=(section,))
    lesson, assets = load_assets(reading.workspace, lesson, file, reading.diags)
    reading.assets.update(assets)
    return lesson


def _check_leads(session: Session, diags: Diagnostics) -> None:
    """Report who leads a part without being among the trainers (C104)."""
    names = [trainer.name for trainer in session.trainers]
    for entry in session.programme:
        for name in entry.lead:
            if name not in names:
                near = difflib.get_close_matches(name, names, 1)
                hint = f"did you mean `{near[0]}`?" if near else "add the name to `trainers`"
                diags.error("C104", f"no trainer is called `{name}`", entry.place.of("lead"), hint)


def _in_circle(file: PurePosixPath, above: Sequence[PurePosixPath], span: Span, diags: Diagnostics) -> bool:
    """Whether `file` is being included within itself; a message (C105) where it is."""
    if file not in above:
        return False
    circle = " → ".join(one.name for one in (*above[above.index(file) :], file))
    diags.error("C105", f"this includes itself: {circle}", span, "remove one of these lines")
    return True


# --- courses ------------------------------------------------------------------------------------------------


def _course(found: Specification, reading: Reading) -> Programme | None:
    course = decode(found.tree, Course, reading.diags)
    if course is None:
        return None
    placed = tuple(modules_of(course, found, reading, (found.file,)))
    parts: list[Part] = []
    for module, file in placed:
        for included in module.lessons:
            loaded = reading.lesson(included.lesson, file, included.place.of("lesson"))
            if loaded:
                parts.append(_of_course(included, module, loaded, len(parts) + 1))
    return Programme("course", tuple(parts), course=course, modules=tuple(module for module, _ in placed))


def _of_course(included: Included, module: Module, loaded: Loaded, number: int) -> Part:
    key, lesson = f"part/{number}", loaded.lesson
    return Part(key, "lesson", lesson.title, lesson, loaded.file, included=included, module=module.module or "")


def modules_of(
    course: Course, found: Specification, reading: Reading, above: tuple[PurePosixPath, ...]
) -> Iterator[tuple[Module, PurePosixPath]]:
    """The modules, each with the file in which it stands; those of included courses in their places."""
    reading.lines[str(found.file)] = found.lines
    for module in course.modules:
        if module.include is None:
            yield module, found.file
            continue
        inner = reading.specification(module.include, found.file, "course", module.place.of("include"))
        if inner and not _in_circle(inner.file, above, module.place.of("include"), reading.diags):
            other = decode(inner.tree, Course, reading.diags)
            if other:
                yield from modules_of(other, inner, reading, (*above, inner.file))
