"""The only door to files and the clock: stages see a `Workspace`, never the disk.

Paths are POSIX and relative to the project's root; nothing outside the root can be read.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Protocol


class OutsideProject(Exception):
    """The path leads outside the project (`..`, an absolute path, or a symbolic link)."""


class Workspace(Protocol):
    """Reads files of one project."""

    def read(self, path: PurePosixPath) -> bytes:
        """Content of a file; raises OSError where there is none, OutsideProject where it is not ours."""
        ...

    def exists(self, path: PurePosixPath) -> bool:
        """Whether there is a readable file at `path`, inside the project."""
        ...

    def glob(self, pattern: str) -> tuple[PurePosixPath, ...]:
        """Files that match, sorted."""
        ...


def built_at() -> datetime | None:
    """The moment to write into outputs: SOURCE_DATE_EPOCH, or None so that no clock leaks in.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else None


def within(path: PurePosixPath) -> PurePosixPath:
    """`path` with its `.` and `..` resolved; raises OutsideProject where it leaves the root."""
    if path.is_absolute() or "\\" in str(path) or (path.parts and ":" in path.parts[0]):
        raise OutsideProject(str(path))
    parts: list[str] = []
    for part in path.parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            raise OutsideProject(str(path))
    return PurePosixPath(*parts)


class Disk:
    """The project on disk, from its root folder down."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def _locate(self, path: PurePosixPath) -> Path:
        real = (self.root / within(path)).resolve()
        if not real.is_relative_to(self.root):
            raise OutsideProject(str(path))
        return real

    def read(self, path: PurePosixPath) -> bytes:
        """See `Workspace.read`."""
        return self._locate(path).read_bytes()

    def exists(self, path: PurePosixPath) -> bool:
        """See `Workspace.exists`."""
        try:
            return self._locate(path).is_file()
        except OutsideProject:
            return False

    def glob(self, pattern: str) -> tuple[PurePosixPath, ...]:
        """See `Workspace.glob`."""
        found = (p for p in self.root.glob(pattern) if p.is_file())
        return tuple(sorted(PurePosixPath(p.relative_to(self.root).as_posix()) for p in found))


class InMemory:
    """A project held in a mapping: for tests, and for text that is not saved yet."""

    def __init__(self, files: Mapping[str, bytes | str]) -> None:
        self._files = {
            PurePosixPath(name): content.encode() if isinstance(content, str) else content
            for name, content in files.items()
        }

    def read(self, path: PurePosixPath) -> bytes:
        """See `Workspace.read`."""
        try:
            return self._files[within(path)]
        except KeyError:
            raise FileNotFoundError(str(path)) from None

    def exists(self, path: PurePosixPath) -> bool:
        """See `Workspace.exists`."""
        return within(path) in self._files

    def glob(self, pattern: str) -> tuple[PurePosixPath, ...]:
        """See `Workspace.glob`."""
        return tuple(sorted(path for path in self._files if path.match(pattern)))


class Recording:
    """Another workspace, with a record of what was read: what the result depends on."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.reads: dict[PurePosixPath, bytes] = {}

    @property
    def source(self) -> Workspace:
        """The other workspace: to look at what the result does not depend on."""
        return self._workspace

    def read(self, path: PurePosixPath) -> bytes:
        """See `Workspace.read`."""
        path = within(path)
        if path not in self.reads:
            self.reads[path] = self._workspace.read(path)
        return self.reads[path]

    def exists(self, path: PurePosixPath) -> bool:
        """See `Workspace.exists`."""
        return self._workspace.exists(path)

    def glob(self, pattern: str) -> tuple[PurePosixPath, ...]:
        """See `Workspace.glob`."""
        return self._workspace.glob(pattern)


class Overlaid:
    """Another workspace with files laid over it: as it would be if they were written."""

    def __init__(self, below: Workspace, files: Mapping[PurePosixPath, bytes]) -> None:
        self._below, self._files = below, files

    def read(self, path: PurePosixPath) -> bytes:
        """See `Workspace.read`."""
        over = self._files.get(within(path))
        return self._below.read(path) if over is None else over

    def exists(self, path: PurePosixPath) -> bool:
        """See `Workspace.exists`."""
        return within(path) in self._files or self._below.exists(path)

    def glob(self, pattern: str) -> tuple[PurePosixPath, ...]:
        """See `Workspace.glob`."""
        over = (path for path in self._files if path.match(pattern))
        return tuple(sorted({*self._below.glob(pattern), *over}))
