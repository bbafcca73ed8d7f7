"""Slide pictures kept in a folder of the project (`.deckbuild/`), by the hash of what they show."""

from __future__ import annotations

import contextlib
from pathlib import Path

from deckbuild.files import write_if_different


class Folder:
    """A cache in a folder; it can be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.png"

    def get(self, key: str) -> bytes | None:
        """The picture, or None where there is none or it is damaged."""
        try:
            content = self._file(key).read_bytes()
        except OSError:
            return None
        return content if content.startswith(b"\x89PNG") and content.endswith(b"IEND\xaeB`\x82") else None

    def put(self, key: str, picture: bytes) -> None:
        """Keep it; where the folder can't be written, it is drawn again next time."""
        with contextlib.suppress(OSError):
            ignore = self._folder / ".gitignore"
            if not ignore.exists():
                write_if_different(ignore, b"*\n")
            write_if_different(self._file(key), picture)
