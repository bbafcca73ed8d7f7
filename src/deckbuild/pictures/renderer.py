"""What a renderer of slide pictures is, and the cache in front of it.

A renderer draws slides of a finished deck; what it can't draw is left out of its answer, and the document
then shows the slide's text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Protocol

from deckbuild.ooxml.package import Package

WIDTH = 1120
"""Pixels across a picture: 105 mm at 270 dots an inch."""


class CannotDraw(Exception):
    """The renderer is not there, or failed on this deck; the text says why in one line."""


class Renderer(Protocol):
    """Draws slides."""

    name: str
    """Part of the cache's key: another renderer or version, another picture."""

    def draw(self, deck: bytes, numbers: Sequence[int], width: int) -> Mapping[int, bytes]:
        """PNGs by slide number (from 1), `width` pixels wide.  Raises CannotDraw."""
        ...


class Cache(Protocol):
    """Keeps pictures by the hash of what they show."""

    def get(self, key: str) -> bytes | None:
        """The picture, or None."""
        ...

    def put(self, key: str, picture: bytes) -> None:
        """Keep it; a cache that can't be written is no error."""
        ...


class Forgetful:
    """A cache that keeps nothing."""

    def get(self, key: str) -> bytes | None:
        """None."""
        return None

    def put(self, key: str, picture: bytes) -> None:
        """Nothing."""


def slide_pictures(
    package: Package, deck: bytes, count: int, renderer: Renderer, cache: Cache, width: int = WIDTH
) -> dict[int, bytes]:
    """PNGs by slide number; only slides whose content the cache does not know are drawn."""
    keys = content_keys(package, count, f"{renderer.name} {width}")
    pictures = {number: found for number, key in keys.items() if (found := cache.get(key)) is not None}
    missing = [number for number in keys if number not in pictures]
    if missing:
        drawn = renderer.draw(deck, missing, width)
        for number, picture in drawn.items():
            cache.put(keys[number], picture)
        pictures.update(drawn)
    return pictures


def content_keys(package: Package, count: int, salt: str) -> dict[int, str]:
    """A key for each slide, made of all that its looks depend on: itself, what it links to, masters and themes."""
    shared = hashlib.sha256(salt.encode())
    for name in sorted(package.parts):
        if name.startswith(
            ("/ppt/slideMasters", "/ppt/slideLayouts", "/ppt/theme", "/ppt/tableStyles", "/ppt/presProps")
        ):
            shared.update(name.encode() + b"\0" + package.parts[name].content)
    keys = {}
    for number in range(1, count + 1):
        part = package.parts[f"/ppt/slides/slide{number}.xml"]
        own = shared.copy()
        own.update(part.content)
        for link in part.relationships:
            if not link.external and link.target.startswith(("/ppt/media/", "/ppt/charts/")):
                own.update(package.parts[link.target].content)
        own.update(
            "".join(f"{link.id}={link.target};" for link in part.relationships if "notes" not in link.type).encode()
        )
        keys[number] = own.hexdigest()
    return keys
