"""Several pictures on one slide: rows of equal height that fill the width, or equal tiles where they may be cropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Picture, Rich, Run
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Slot, TextLevel
from deckbuild.compose.fit import Line, measure
from deckbuild.compose.measure import Metrics
from deckbuild.compose.presentation import PictureShape

_TILES = {2: (2,), 3: (3,), 4: (2, 2), 5: (3, 2), 6: (3, 3)}
"""How many tiles stand in each row, by the number of pictures."""
_SIZE = 12.0
"""Points of captions, as in the layout for one picture."""
_GAP = 6 * 9525
"""EMU between a picture and its caption."""
_LEAST = 24 * 9525
"""EMU of height below which nothing is seen of a picture."""


@dataclass(frozen=True)
class _Row:
    """Pictures side by side, how wide each is, and the height that they share."""

    pictures: tuple[Picture, ...]
    widths: tuple[int, ...]
    height: int
    captions: int
    """EMU for the tallest caption and the gap above it; 0 without captions."""


def arranged(
    pictures: Sequence[Picture], region: Box, assets: Mapping[PurePosixPath, Asset], brand: Brand, metrics: Metrics,
    *, right_to_left: bool = False,
) -> tuple[PictureShape, ...]:  # fmt: skip
    """The pictures in their places, in reading order; () where no arrangement leaves them room to be seen."""
    gap = brand.cards.gutter
    cropped = all(picture.fit == "cover" for picture in pictures)
    choices = [_TILES[len(pictures)]] if cropped else list(_partitions(len(pictures)))
    laid = [
        rows
        for counts in choices
        if (rows := _rows(pictures, counts, region, assets, brand, metrics, gap, cropped=cropped))
        and min(row.height for row in rows) >= _LEAST
    ]
    if not laid:
        return ()
    best = max(laid, key=_worth)
    return tuple(_placed(best, region, gap, right_to_left=right_to_left))


def _worth(rows: Sequence[_Row]) -> float:
    """What is seen of the pictures; less where one row is much taller than another."""
    heights = [row.height for row in rows]
    seen = sum(sum(row.widths) * row.height for row in rows)
    return float(seen * (min(heights) / max(heights)) ** 0.5)


def _partitions(count: int) -> Iterator[tuple[int, ...]]:
    """Ways to spread pictures over one to three rows, about evenly: 4 gives (4,), (1, 3), (2, 2), (3, 1)."""
    yield (count,)
    for cut in range(1, count):
        if abs(count - 2 * cut) <= 2:
            yield (cut, count - cut)
    if count >= 5:
        base, more = divmod(count, 3)
        yield tuple(base + (1 if row < more else 0) for row in range(3))


def _rows(
    pictures: Sequence[Picture], counts: Sequence[int], region: Box, assets: Mapping[PurePosixPath, Asset],
    brand: Brand, metrics: Metrics, gap: int, *, cropped: bool,
) -> list[_Row] | None:  # fmt: skip
    """Rows of these lengths that fit the region; None where the captions leave no room."""
    starts = [sum(counts[:number]) for number in range(len(counts) + 1)]
    groups = [tuple(pictures[one:other]) for one, other in pairwise(starts)]
    shapes = [[1.0] * counts[0] if cropped else [_ratio(one, assets) for one in group] for group in groups]
    free = [region.width - gap * (len(shape) - 1) for shape in shapes]
    scale = 1.0
    for _ in range(4):  # captions need more lines in narrower columns
        widths = [
            [round(room * scale * one / sum(shape)) for one in shape] for room, shape in zip(free, shapes, strict=True)
        ]
        captions = [_captions(g, w, brand, metrics) for g, w in zip(groups, widths, strict=True)]
        left = region.height - sum(captions) - gap * (len(groups) - 1)
        if left <= 0:
            return None
        if cropped:
            return [
                _Row(g, tuple(w[: len(g)]), left // len(groups), c)
                for g, w, c in zip(groups, widths, captions, strict=True)
            ]
        natural = sum(room / sum(shape) for room, shape in zip(free, shapes, strict=True))
        scale = min(1.0, left / natural)
    return [
        _Row(g, tuple(w), round(room * scale / sum(shape)), c)
        for g, w, room, shape, c in zip(groups, widths, free, shapes, captions, strict=True)
    ]


def _ratio(picture: Picture, assets: Mapping[PurePosixPath, Asset]) -> float:
    """Width to height, held to what can be looked at."""
    asset = assets.get(picture.file)
    return min(max(asset.width / asset.height, 0.3), 4.0) if asset else 1.5


def _captions(pictures: Sequence[Picture], widths: Sequence[int], brand: Brand, metrics: Metrics) -> int:
    heights = [
        measure((Line(said, TextLevel(_SIZE, line=1.0)),), width / EMU_PER_POINT, 1.0, brand, metrics).height
        for picture, width in zip(pictures, widths, strict=False)
        if (said := said_of(picture))
    ]
    return round(max(heights) * EMU_PER_POINT * 1.04) + _GAP if heights else 0


def _placed(rows: Sequence[_Row], region: Box, gap: int, *, right_to_left: bool) -> Iterator[PictureShape]:
    y, number = region.y, 0
    for row in rows:
        x = region.x + (region.width - sum(row.widths) - gap * (len(row.widths) - 1)) // 2
        for picture, width in zip(row.pictures, row.widths, strict=True):
            number += 1
            left = 2 * region.x + region.width - x - width if right_to_left else x
            said = said_of(picture)
            below = Box(left, y + row.height + _GAP, width, row.captions - _GAP) if said else None
            yield PictureShape(f"Picture {number}", Box(left, y, width, row.height), picture, said, below, _SIZE)
            x += width + gap
        y += row.height + row.captions + gap


def below(
    picture: Picture, box: Box, caption: Slot, assets: Mapping[PurePosixPath, Asset], brand: Brand, metrics: Metrics
) -> Box | None:
    """Where a caption begins with its picture; None where it takes the whole width, as the layout has it."""
    asset = assets.get(picture.file)
    apart = caption.box.y - box.bottom > box.height // 8  # something stands between the two
    if asset is None or picture.fit != "contain" or apart:
        return None
    return lifted(said_of(picture), fitted(asset, box), box, caption, brand, metrics)


def lifted(said: Rich, shown: Box, box: Box, caption: Slot, brand: Brand, metrics: Metrics) -> Box | None:
    """The caption's place moved below what is shown in `box`; None where it would take a second line there."""
    if measure((Line(said, caption.levels[0]),), shown.width / EMU_PER_POINT, 1.0, brand, metrics).lines > 1:
        return None
    return Box(shown.x, caption.box.y - (box.bottom - shown.bottom), shown.width, caption.box.height)


def fitted(asset: Asset, box: Box) -> Box:
    """The whole picture as large as the box allows, in its middle."""
    if asset.width * box.height > asset.height * box.width:
        height = round(box.width * asset.height / asset.width)
        return Box(box.x, box.y + (box.height - height) // 2, box.width, height)
    width = round(box.height * asset.width / asset.height)
    return Box(box.x + (box.width - width) // 2, box.y, width, box.height)


def said_of(picture: Picture) -> Rich:
    """Caption and credit in one line."""
    credit = (Run(picture.credit, style="muted"),) if picture.credit else ()
    between = (Run(" · ", style="muted"),) if picture.caption and credit else ()
    return (*picture.caption, *between, *credit)
