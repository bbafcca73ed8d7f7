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
        return Verdict(lines, "Not of one pack: the files are of different lessons.", Standing.MIXED)
    builds = {mark.build for mark in ours}
    current = next(iter(now.values()))
    if len(builds) > 1:
        return Verdict(lines, "Not of one build: build the lesson again and take all files from there.", Standing.MIXED)
    if current is None:
        return Verdict(
            lines, "One build. Its lesson is not in this project, so nothing is known of later changes.", Standing.SAME
        )
    if builds == {current}:
        return Verdict(lines, "One build, and the lesson has not changed since.", Standing.SAME)
    return Verdict(lines, "One build, but the lesson has changed since: build it again.", Standing.OLDER)


def _line(mark: Identity | None, now: Mapping[str, str | None]) -> str:
    if mark is None:
        return "not built by deckbuild"
    current = now[mark.source]
    state = (
        "lesson not found here" if current is None else "current" if current == mark.build else "older than the lesson"
    )
    return f"lesson {mark.lesson}, {mark.output}, build {mark.build} ({mark.source}): {state}"


def _build_now(root: Path, source: str) -> str | None:
    """The hash that a build would have now; None where the lesson is not there or does not build."""
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
    return composed.properties.build if composed and not diags.has_errors else None
