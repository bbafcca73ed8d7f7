"""A picture, film or sound as the load stage hands it on; everything after it draws assets and opens no file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AssetKind = Literal["png", "jpeg", "svg", "mp4", "m4v", "mov", "webm", "mp3", "m4a", "wav"]


@dataclass(frozen=True)
class Asset:
    """A picture, film or sound as read: its bytes, its type by content, its size in pixels (16 by 9 of a sound)."""

    content: bytes
    kind: AssetKind
    width: int
    height: int
    frames: int = 1
    """Pictures in the file that it was made from; the first one is shown."""
    seconds: float = 0.0
    """How long it runs, of a film or sound; 0 where the file does not say."""
