"""Fixes applied: lessons reviewed, what can be mended for certain mended, until nothing is left.  Writes nothing."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.checks.selection import Selection
from deckbuild.diagnostics.model import Severity
from deckbuild.load.edit import apply_fixes
from deckbuild.review import Review, review
from deckbuild.workspace import Overlaid, Workspace

_ROUNDS = 10
"""One fix may make room for another; rules that undo each other's fixes come to an end."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Fixed:
    """Files after their fixes, and the review of what is left."""

    files: Mapping[PurePosixPath, bytes]
    """New content of those that changed."""
    count: int
    """Findings that were mended."""
    left: Review


def fixed(
    workspace: Workspace, lessons: Sequence[PurePosixPath], selection: Selection | None = None, *, whole: bool = False
) -> Fixed:
    """Mend what can be mended in `lessons` and in the files that they read."""
    files: dict[PurePosixPath, bytes] = {}
    refused: set[str] = set()
    count = 0
    found = review(workspace, lessons, selection, whole=whole)
    for _ in range(_ROUNDS):
        changes, mended = _round(workspace, files, found, refused)
        if not changes:
            break
        after = review(Overlaid(workspace, files | changes), lessons, selection, whole=whole)
        worse = _worse(found, after) & {str(path) for path in changes}
        if worse:  # a fix that was not safe after all: the file stays as it was
            refused |= worse
            continue
        files |= changes
        count += mended
        found = after
    return Fixed({path: new for path, new in files.items() if new != workspace.read(path)}, count, found)


def _round(
    workspace: Workspace, files: Mapping[PurePosixPath, bytes], found: Review, refused: set[str]
) -> tuple[dict[PurePosixPath, bytes], int]:
    """The files that one round of fixes changes, and how many findings it mends."""
    changes: dict[PurePosixPath, bytes] = {}
    mended = 0
    for name, source in found.sources.items():
        fixes = [one.fix for one in found.diagnostics if one.fix and one.span.file == name]
        edited = apply_fixes(source, fixes) if fixes and name not in refused else None
        if edited and edited.text != source.text:
            path = PurePosixPath(name)
            before = files.get(path) or workspace.read(path)
            changes[path] = _BOM * before.startswith(_BOM) + edited.text.encode()
            mended += len(edited.applied)
    return changes, mended


def _worse(before: Review, after: Review) -> set[str]:
    """Files with more errors than before.  Of a lesson that could not be read, later stages say more now: that counts
    for nothing.
    """
    read = {str(composed.loaded.file) for composed in before.composed}
    counts, now = _errors(before, read), _errors(after, read)
    return {file for file in now if now[file] > counts[file]}


def _errors(found: Review, read: set[str]) -> Counter[str]:
    return Counter(
        one.span.file
        for one in found.diagnostics
        if one.severity is Severity.ERROR and (one.span.file in read or one.code[0] in "YS")
    )


def difference(before: bytes, after: bytes, path: PurePosixPath) -> str:
    """What changes in a file, as a unified diff."""
    old = before.decode("utf-8-sig").splitlines(keepends=True)
    new = after.decode("utf-8-sig").splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
