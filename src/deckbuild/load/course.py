"""A lesson's file -> the lesson, its project and all files it names.  The door of the load stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.diagnostics.model import Diagnostic, Diagnostics
from deckbuild.lesson.lesson import Lesson
from deckbuild.lesson.project import Project, with_defaults
from deckbuild.load.assets import load_assets
from deckbuild.load.decode import decode
from deckbuild.load.mistakes import near
from deckbuild.load.read import read_tree
from deckbuild.load.text import start
from deckbuild.load.tree import Entries
from deckbuild.programme import Programme
from deckbuild.workspace import OutsideProject, Workspace, within

PROJECT_FILE = PurePosixPath("deckbuild.yaml")

_KINDS = {
    "lesson": "a lesson",
    "session": "a session",
    "course": "a course",
    "project": "a project's defaults",
    "brand": "a brand",
}
"""What the top-level key says a file is."""


@dataclass(frozen=True)
class Loaded:
    """A lesson with everything that was read for it."""

    lesson: Lesson
    project: Project
    file: PurePosixPath
    assets: Mapping[PurePosixPath, Asset]
    """Pictures by path within the project, as the lesson's pictures name them."""
    lines: Mapping[str, Sequence[str]]
    """The lines of every file that its text stands in, for messages."""
    programme: Programme | None = None
    """What it is joined from, where it is several lessons in one."""
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """Number of the lesson in which something stands that its texts refer to and it does not hold, by its id."""


@dataclass(frozen=True)
class Specification:
    """A file of the project's, read but not yet understood."""

    file: PurePosixPath
    tree: Entries
    """All of it; of a lesson that was understood already only what says that it is one."""
    lines: Sequence[str]
    lesson: Lesson | None = None
    """The lesson that it holds, where it holds a sound one."""

    @property
    def kind(self) -> str:
        """What it says it is: `lesson`, `session`, `course`, `project`, `brand`; empty where it says nothing."""
        return next((key for key in _KINDS if key in self.tree.entries), "")


def load_lesson(workspace: Workspace, path: PurePosixPath, diags: Diagnostics) -> Loaded | None:
    """The lesson at `path`; None where it can't be read, after a message for each mistake."""
    project = load_project(workspace, diags)
    found = read_specification(workspace, path, diags)
    return lesson_of(found, workspace, project, diags) if found else None


def lesson_of(found: Specification, workspace: Workspace, project: Project, diags: Diagnostics) -> Loaded | None:
    """The lesson that a file holds; None after messages where it holds none, or a broken one."""
    if not _is_lesson(found.tree, found.file, diags):
        return None
    lesson = found.lesson or decode(found.tree, Lesson, diags)
    if lesson is None:
        return None
    lesson, assets = load_assets(workspace, lesson, within(found.file), diags)
    return Loaded(with_defaults(lesson, project), project, found.file, assets, {str(found.file): found.lines})


def read_specification(workspace: Workspace, path: PurePosixPath, diags: Diagnostics) -> Specification | None:
    """The file at `path`; None after messages where it can't be read or is no mapping."""
    data = read_file(workspace, path, diags)
    if data is None:
        return None
    specification, found = _read_once(path, data)
    diags.extend(found)
    return specification


_KEPT = 256
"""Files that are kept once they are read: a course, its modules and its lessons read the same ones."""


@lru_cache(maxsize=_KEPT)
def _read_once(path: PurePosixPath, data: bytes) -> tuple[Specification | None, tuple[Diagnostic, ...]]:
    """What `data` holds, with the messages about it; a sound lesson without its tree, which takes more room than it."""
    diags = Diagnostics()
    tree = read_tree(data, str(path), diags)
    if not isinstance(tree, Entries):
        return None, diags.in_order()
    found = Specification(path, tree, data.decode("utf-8-sig").splitlines())
    mistakes = Diagnostics()
    lesson = decode(tree, Lesson, mistakes) if found.kind == "lesson" else None
    if lesson and not mistakes.in_order():
        head = Entries({"lesson": tree.entries["lesson"]}, tree.span)
        found = replace(found, tree=head, lesson=lesson)
    return found, diags.in_order()


def load_project(workspace: Workspace, diags: Diagnostics) -> Project:
    """The project's defaults: from deckbuild.yaml, else deckbuild's own."""
    if workspace.exists(PROJECT_FILE):
        data = read_file(workspace, PROJECT_FILE, diags)
        tree = read_tree(data, str(PROJECT_FILE), diags) if data is not None else None
        project = decode(tree, Project, diags) if tree is not None else None
        if project is not None:
            return project
    return Project(project="deckbuild")


def read_file(workspace: Workspace, path: PurePosixPath, diags: Diagnostics) -> bytes | None:
    """The bytes of a specification; None after a message (Y116) where there are none to be had."""
    try:
        return workspace.read(path)
    except OutsideProject:
        said, hint = "is not inside the project", "copy it into the project, or run deckbuild in its folder"
    except (OSError, ValueError) as error:
        if isinstance(error, IsADirectoryError) or workspace.glob(f"{within(path)}/*"):
            said, hint = "is a folder, not a file", "name a file in it, such as lesson-1.1.yaml"
        elif isinstance(error, PermissionError):
            said, hint = "may not be read", "allow reading it"
        else:
            said, hint = "does not exist", "check the path"
    diags.error("Y116", f"`{path}` {said}", start(str(path)), hint)
    return None


def _is_lesson(tree: Entries, path: PurePosixPath, diags: Diagnostics) -> bool:
    """Whether the file can be taken for a lesson; a message where it says it is something else, or nothing."""
    first = next(iter(tree.entries.values())).key if tree.entries else tree.span
    if "lesson" in tree.entries:
        return True
    other = next((key for key in _KINDS if key in tree.entries), None)
    if other:
        message = f"this is {_KINDS[other]}, not a lesson; nothing is built from it"
        diags.error("S115", message, tree.entries[other].key, "name a file that begins with `lesson:`")
        return False
    if any(near(key, ["lesson"]) for key in tree.entries) or {"title", "sections"} & set(tree.entries):
        return True
    hint = "begin it with `lesson:` and a number (`project:`, `brand:` for the other files)"
    diags.error("S104", f"nothing says what {path.name} is", first, hint)
    return False
