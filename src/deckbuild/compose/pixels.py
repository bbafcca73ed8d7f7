"""How many pixels of a picture a deck needs: as many as its largest place on a slide shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Media, Picture
from deckbuild.brand.brand import Box
from deckbuild.compose.presentation import Filled, Page, PictureShape

PER_INCH = 220
"""Pixels an inch that are kept, as PowerPoint does when it saves: enough for a wall and for print."""
_EMU = 914400


def widths(pages: Iterable[Page], assets: Mapping[PurePosixPath, Asset]) -> dict[PurePosixPath, int]:
    """Pixels across that are kept of each picture, the same wherever it is shown, so that it is stored once.

    A picture that somebody wants whole is not among them.
    """
    needed: dict[PurePosixPath, int] = {}
    whole: set[PurePosixPath] = set()
    for picture, box in places(pages):
        if picture.whole:
            whole.add(picture.file)
        if picture.file in assets:
            across = shown_across(picture, assets[picture.file], box)
            needed[picture.file] = max(needed.get(picture.file, 0), across)
    return {file: across for file, across in needed.items() if file not in whole}


def places(pages: Iterable[Page]) -> Iterable[tuple[Picture, Box]]:
    """Every picture of the deck with the box that it stands in."""
    for page in pages:
        for filled in (*page.under, *page.filled):
            if not isinstance(filled, Filled):
                continue
            shown = filled.content.poster if isinstance(filled.content, Media) else filled.content
            if isinstance(shown, Picture):
                yield shown, filled.box or filled.slot.box
        yield from ((shape.picture, shape.box) for shape in page.drawings if isinstance(shape, PictureShape))


def shown_across(picture: Picture, asset: Asset, box: Box) -> int:
    """Pixels of the whole picture, cropped parts too, at the size at which `box` shows it."""
    scales = box.width / asset.width, box.height / asset.height  # EMU a pixel
    scale = min(scales) if picture.fit == "contain" else max(scales)
    return max(1, round(asset.width * scale / _EMU * PER_INCH))
