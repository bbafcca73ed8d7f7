"""Pictures, films and sounds of a deck -> files beside the lesson: each once, cropped, in formats deckbuild reads."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from deckbuild.assets import Asset
from deckbuild.importing.deck.things import Shown
from deckbuild.load.media import read_media
from deckbuild.load.pictures import read_picture
from deckbuild.load.refused import RefusedFileError
from deckbuild.ooxml.lint.model import Opened
from deckbuild.raster import CannotDecode, cut

LEAST_CUT = 0.02
"""A smaller share that is cut off a side is nothing that anybody saw."""
_ENDINGS = {"jpeg": "jpg"}


@dataclass
class Kept:
    """Hands out names for files; the same content has one name."""

    opened: Opened
    files: dict[str, bytes] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Part, and why it is not among the files."""
    _names: dict[bytes, str] = field(default_factory=dict)
    _known: dict[tuple[str, str, tuple[float, ...]], Asset | None] = field(default_factory=dict)

    def picture(self, shown: Shown, stem: str) -> str:
        """Name of the file with a picture; "" where it can't be kept (see `refused`)."""
        asset = self.asset(shown)
        return self._file(asset.content, stem, asset.kind) if asset else ""

    def asset(self, shown: Shown) -> Asset | None:
        """The picture as it is shown; None where it can't be read."""
        key = (shown.part, shown.vector, shown.crop)
        if key not in self._known:
            self._known[key] = self._read(shown)
        return self._known[key]

    def _read(self, shown: Shown) -> Asset | None:
        crop = max(shown.crop) >= LEAST_CUT
        for part in (shown.vector, shown.part) if not crop else (shown.part,):
            content = self.opened.contents.get(part)
            if content is None:
                continue
            try:
                asset = read_picture(content)
                return cut(asset, *shown.crop) if crop else asset
            except RefusedFileError as reason:
                why = str(reason)
            except CannotDecode as reason:
                why = f"can't be read as a picture ({reason})"
            if part == shown.part:
                self.refused.append((part, why))
        return None

    def medium(self, part: str, stem: str, kind: str) -> str:
        """Name of the file with a film or sound; "" where deckbuild could not play it."""
        content = self.opened.contents.get(part, b"")
        try:
            asset = read_media(content)
        except RefusedFileError as reason:
            self.refused.append((part, str(reason)))
            return ""
        sound = asset.kind in ("mp3", "m4a", "wav")
        if sound != (kind == "audio"):
            self.refused.append((part, "is a film where a sound was expected, or the other way round"))
            return ""
        return self._file(asset.content, stem, asset.kind)

    def _file(self, content: bytes, stem: str, kind: str) -> str:
        key = hashlib.sha256(content).digest()
        if key not in self._names:
            ending = _ENDINGS.get(kind, kind)
            name, number = f"{stem}.{ending}", 2
            while name in self.files:
                name, number = f"{stem}-{number}.{ending}", number + 1
            self.files[name] = content
            self._names[key] = name
        return self._names[key]

    @property
    def kept(self) -> Mapping[str, bytes]:
        """The files by name."""
        return dict(self.files)
