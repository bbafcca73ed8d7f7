"""Pictures that come along: named after what they show, each once; those that can't be shown are refused."""

from __future__ import annotations

import hashlib

from deckbuild.importing.naming import slug
from deckbuild.load.pictures import read_picture
from deckbuild.load.refused import RefusedFileError

MOST = 500
"""Pictures of one file."""
MOST_BYTES = 200 << 20
"""All of them together."""

_ENDINGS = {"png": "png", "jpeg": "jpg", "svg": "svg"}


class Pictures:
    """Takes in pictures of one file, and gives each its name."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        self._size = 0

    def take(self, content: bytes, about: str = "") -> tuple[str, str]:
        """The name of the picture's file, and why it is not taken; one of the two is empty.

        `about` is what it shows or where it stood: its name is made of that.
        """
        mark = hashlib.sha256(content).hexdigest()
        if mark in self._names:
            return self._names[mark], ""
        if len(self.files) >= MOST or self._size + len(content) > MOST_BYTES:
            return "", f"more than {MOST} pictures, or {MOST_BYTES >> 20} MB of them, are not taken"
        try:
            asset = read_picture(content)
        except RefusedFileError as refused:
            return "", refused.message
        ending = _ending(content, asset.kind)
        base = slug(about)[:40].strip("-") or "picture"
        name, number = f"{base}.{ending}", 2
        while name in self.files:
            name, number = f"{base}-{number}.{ending}", number + 1
        self.files[name] = content
        self._names[mark] = name
        self._size += len(content)
        return name, ""


def _ending(content: bytes, kind: str) -> str:
    """The usual ending of the file as it is, not of what it is made for a deck."""
    for magic, ending in ((b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\0", "tif"), (b"MM\0*", "tif")):
        if content.startswith(magic):
            return ending
    return "webp" if content[:4] == b"RIFF" else _ENDINGS.get(kind, kind)
