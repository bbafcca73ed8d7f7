"""Which build a file came from: read back from its properties, and compared with the lesson as it is now."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from lxml import etree

from deckbuild.ooxml.opening import parse
from deckbuild.ooxml.properties import PREFIX


class Standing(Enum):
    """How files stand to one another and to their lesson."""

    SAME = "same"
    OLDER = "older"
    MIXED = "mixed"
    FOREIGN = "foreign"


@dataclass(frozen=True)
class Identity:
    """The marks in a file."""

    lesson: str
    source: str
    build: str
    output: str


@dataclass(frozen=True)
class _Now:
    """The source of a file as it is now."""

    build: str
    """The hash that a build would have."""
    kind: str
    """What it is: a lesson, a session, a course or a module of one."""


@dataclass(frozen=True)
class Verdict:
    """What `verify` says: a line a file, and the whole in one."""

    lines: Mapping[str, str]
    summary: str
    standing: Standing


def identity_of(content: bytes) -> Identity | None:
    """The marks in a deck or document; None where it has none (not ours, or they were removed)."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            root = parse(archive.read("docProps/custom.xml"))
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, etree.XMLSyntaxError, NotImplementedError):
        return None
    values = {entry.get("name", ""): "".join(str(text) for text in entry.itertext()) for entry in root}
    marks = [values.get(PREFIX + name, "") for name in ("lesson", "source", "build", "output")]
    return Identity(*marks) if all(marks[:3]) else None


def standing(files: Mapping[str, bytes], root: Path) -> Verdict:
    """Compare `files` (by name) with one another, and with the lesson in the project at `root` where it is there."""
    found = {name: identity_of(content) for name, content in files.items()}
    ours = [mark for mark in found.values() if mark]
    now = {mark.source: _build_now(root, mark.source) for mark in ours}
    lines = {name: _line(mark, now) for name, mark in found.items()}
    if len(ours) < len(found):
        return Verdict(lines, "Not of one pack: some files were not built by deckbuild.", Standing.FOREIGN)
    if len({mark.lesson for mark in ours}) > 1 or len({mark.source for mark in ours}) > 1:
        return Verdict(
            lines, "Not of one pack: the files are of different lessons, sessions or courses.", Standing.MIXED
        )
    builds = {mark.build for mark in ours}
    current = next(iter(now.values()))
    kind = current.kind if current else "lesson"
    if len(builds) > 1:
        return Verdict(
            lines, f"Not of one build: build the {kind} again and take all files from there.", Standing.MIXED
        )
    if current is None:
        return Verdict(
            lines,
            "One build. What it was made from is not in this project, so nothing is known of later changes.",
            Standing.SAME,
        )
    if builds == {current.build}:
        return Verdict(lines, f"One build, and the {kind} has not changed since.", Standing.SAME)
    return Verdict(lines, f"One build, but the {kind} has changed since: build it again.", Standing.OLDER)


def _line(mark: Identity | None, now: Mapping[str, _Now | None]) -> str:
    if mark is None:
        return "not built by deckbuild"
    found = now[mark.source]
    kind = found.kind if found else _guessed(mark)
    if found is None:
        state = f"{kind or 'source'} not found here"
    else:
        state = "current" if found.build == mark.build else f"older than the {kind}"
    return f"{kind} {mark.lesson}".strip() + f", {mark.output}, build {mark.build} ({mark.source}): {state}"


def _build_now(root: Path, source: str) -> _Now | None:
    """What a build would give now; None where the lesson is not there or does not build."""
    from deckbuild.diagnostics.model import Diagnostics
    from deckbuild.pipeline import compose
    from deckbuild.workspace import Disk, Recording

    disk = Disk(root)
    file, _, module = source.partition("#")
    path = PurePosixPath(file)
    if not disk.exists(path):
        return None
    diags = Diagnostics()
    composed = compose(Recording(disk), path, diags, module=module)
    if composed is None or diags.has_errors:
        return None
    programme = composed.loaded.programme
    return _Now(composed.properties.build, programme.kind if programme else "lesson")


def _guessed(mark: Identity) -> str:
    """What a file is about, where its source is not here: what is named like its file may be several things."""
    if "#" in mark.source:
        return "module"
    return "" if mark.lesson == PurePosixPath(mark.source).stem else "lesson"
