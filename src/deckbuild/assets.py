"""A picture file as the load stage hands it on; everything after it draws assets and opens no file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AssetKind = Literal["png", "jpeg", "svg"]


@dataclass(frozen=True)
class Asset:
    """A picture file as read: its bytes, its type by content, its size in pixels."""

    content: bytes
    kind: AssetKind
    width: int
    height: int
    frames: int = 1
    """Pictures in the file that it was made from; the first one is shown."""
