"""Slide pictures kept in a folder of the project (`.deckbuild/`), by the hash of what they show."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from deckbuild.files import write_if_different

LIMIT = 200_000_000
"""Bytes that the folder may hold; above it, the pictures used longest ago go until a quarter is free."""
_EVERY = 64
"""Pictures put between two looks at the size: looking costs as much as some pictures do."""


class Folder:
    """A cache in a folder; it can be deleted at any time.

    A picture's date of change says when it was last used.  The dates decide what is forgotten, and nothing else: what
    is forgotten is drawn again, the same.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._put = 0

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.png"

    def get(self, key: str) -> bytes | None:
        """The picture, or None where there is none or it is damaged."""
        file = self._file(key)
        try:
            content = file.read_bytes()
        except OSError:
            return None
        with contextlib.suppress(OSError):
            os.utime(file)
        return content if content.startswith(b"\x89PNG") and content.endswith(b"IEND\xaeB`\x82") else None

    def put(self, key: str, picture: bytes) -> None:
        """Keep it; where the folder can't be written, it is drawn again next time."""
        with contextlib.suppress(OSError):
            ignore = self._folder / ".gitignore"
            if not ignore.exists():
                write_if_different(ignore, b"*\n")
            write_if_different(self._file(key), picture)
        if self._put % _EVERY == 0:
            self._forget()
        self._put += 1

    def _forget(self) -> None:
        """Keep the folder within its limit; another process may do the same at the same time."""
        kept = sorted(self._kept())
        size = sum(length for _, length, _ in kept)
        if size <= self._limit:
            return
        for _, length, file in kept:
            if size <= self._limit * 3 / 4:
                return
            with contextlib.suppress(OSError):
                file.unlink()
            size -= length

    def _kept(self) -> Iterator[tuple[int, int, Path]]:
        """When each picture was last used, its size, and its file."""
        for file in self._folder.glob("*/*.png"):
            with contextlib.suppress(OSError):
                state = file.stat()
                yield state.st_mtime_ns, state.st_size, file
