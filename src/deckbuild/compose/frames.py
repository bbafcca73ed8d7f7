"""The room that a shape leaves to its text: the text rectangle of its geometry, less the insets.

Formulas are those of the preset shapes (ECMA-376 part 1, 20.1.9.18, presetShapeDefinitions.xml, `a:rect`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from deckbuild.brand.brand import EMU_PER_POINT, Box

NO_INSET = Box(0, 0, 0, 0)
SHAPE_INSET = Box(91440, 45720, 91440, 45720)
"""Insets of a text body that names none (`a:bodyPr`): left and right 0.1 in, top and bottom 0.05 in."""


@dataclass(frozen=True)
class Frame:
    """Room for text, in points: width and height over all columns, how many columns, and the gap between them."""

    width: float
    height: float
    columns: int = 1
    gap: float = 0.0

    @property
    def column(self) -> float:
        """Width of one column."""
        return max((self.width - (self.columns - 1) * self.gap) / self.columns, 0.0)


def frame(
    box: Box, inset: Box = NO_INSET, *, shape: str = "rect", adjust: Mapping[str, int] | None = None,
    columns: int = 1, gap: int = 0,
) -> Frame:  # fmt: skip
    """The room for text in a shape of that geometry at `box`.  `adjust` holds what `a:avLst` says, by name.

    `columns` and `gap` (EMU) are `numCol` and `spcCol` of its text body.
    """
    inside = text_rectangle(shape, box, adjust or {})
    width = inside.width - inset.x - inset.width
    height = inside.height - inset.y - inset.height
    return Frame(width / EMU_PER_POINT, height / EMU_PER_POINT, columns, gap / EMU_PER_POINT)


def text_rectangle(shape: str, box: Box, adjust: Mapping[str, int] | None = None) -> Box:
    """Where text may stand in a preset shape; the box itself for shapes that are not known here."""
    known = _SHAPES.get(shape)
    if known is None or box.width <= 0 or box.height <= 0:
        return box
    left, top, right, bottom = known(box.width, box.height, adjust or {})
    return Box(box.x + round(left), box.y + round(top), max(round(right - left), 0), max(round(bottom - top), 0))


_Rect = tuple[float, float, float, float]
_Shape = Callable[[int, int, Mapping[str, int]], _Rect]
_CORNER = 0.29289
"""What a round corner takes of its radius: 1 - cos 45 degrees."""


def _share(adjust: Mapping[str, int], name: str, default: int, most: float = 50000) -> float:
    return min(max(adjust.get(name, default), 0), most) / 100000


def _even(x: float, y: float, w: float, h: float) -> _Rect:
    return (x, y, w - x, h - y)


def _round(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    corner = min(w, h) * _share(adjust, "adj", 16667) * _CORNER
    return _even(corner, corner, w, h)


def _round_top(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    top = min(w, h) * _share(adjust, "adj1", 16667) * _CORNER
    bottom = min(w, h) * _share(adjust, "adj2", 0) * _CORNER
    side = max(top, bottom)
    return (side, top, w - side, h - bottom)


def _ellipse(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    return _even(w / 2 * (1 - math.sqrt(0.5)), h / 2 * (1 - math.sqrt(0.5)), w, h)


def _triangle(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    left = w * _share(adjust, "adj", 50000, 100000) / 2
    return (left, h / 2, left + w / 2, h)


def _parallelogram(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    most = 100000 * w / min(w, h)
    share = (1 + 5 * min(adjust.get("adj", 25000), most) / most) / 12
    return _even(w * share, h * share, w, h)


def _trapezoid(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    most = 50000 * w / min(w, h)
    share = min(adjust.get("adj", 25000), most) / most / 3
    return (w * share, h * share, w - w * share, h)


def _hexagon(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    most = 50000 * w / min(w, h)
    value = min(adjust.get("adj", 25000), most)
    half = -most / 2
    narrow = value + half > 0
    first, factor, base = (4, 3, half) if narrow else (2, 2, 0)
    share = (first - (value + base) / half * factor) / 24
    return _even(w * share, h * share, w, h)


def _octagon(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    corner = min(w, h) * _share(adjust, "adj", 29289) / 2
    return _even(corner, corner, w, h)


def _pentagon_arrow(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    point = min(w, h) * _share(adjust, "adj", 50000, 100000 * w / min(w, h))
    return (0, 0, w - point / 2, h)


def _chevron(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    point = min(w, h) * _share(adjust, "adj", 50000, 100000 * w / min(w, h))
    return (point, 0, w - point, h) if w - 2 * point > 0 else (0, 0, w, h)


def _right_arrow(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    head = min(w, h) * _share(adjust, "adj2", 50000, 100000 * w / min(w, h))
    top = h / 2 - h * _share(adjust, "adj1", 50000, 100000) / 2
    return (0, top, w - head + top * head / (h / 2), h - top)


def _left_arrow(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    left, top, right, bottom = _right_arrow(w, h, adjust)
    return (w - right, top, w - left, bottom)


def _down_arrow(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    left, top, right, bottom = _right_arrow(h, w, adjust)
    return (top, left, bottom, right)


def _up_arrow(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    left, top, right, bottom = _down_arrow(w, h, adjust)
    return (left, h - bottom, right, h - top)


def _plus(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    arm = min(w, h) * _share(adjust, "adj", 25000)
    return (0, arm, w, h - arm) if w > h else (arm, 0, w - arm, h)


def _can(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    lid = min(w, h) * _share(adjust, "adj", 25000, 50000 * h / min(w, h)) / 2
    return (0, 2 * lid, w, h - lid)


def _folded(w: int, h: int, adjust: Mapping[str, int]) -> _Rect:
    return (0, 0, w, h - min(w, h) * _share(adjust, "adj", 16667))


def _of_shares(left: float, top: float, right: float, bottom: float) -> _Shape:
    return lambda w, h, adjust: (w * left, h * top, w * right, h * bottom)


_SHAPES: Mapping[str, _Shape] = {
    "roundRect": _round, "wedgeRoundRectCallout": _round, "flowChartAlternateProcess": _round,
    "round2SameRect": _round_top, "ellipse": _ellipse, "flowChartConnector": _ellipse, "donut": _ellipse,
    "wedgeEllipseCallout": _ellipse, "diamond": _of_shares(0.25, 0.25, 0.75, 0.75),
    "flowChartDecision": _of_shares(0.25, 0.25, 0.75, 0.75), "triangle": _triangle,
    "rtTriangle": _of_shares(1 / 12, 7 / 12, 7 / 12, 11 / 12), "parallelogram": _parallelogram,
    "flowChartInputOutput": _of_shares(0.2, 0, 0.8, 1), "trapezoid": _trapezoid, "hexagon": _hexagon,
    "flowChartPreparation": _of_shares(0.2, 0, 0.8, 1), "octagon": _octagon, "homePlate": _pentagon_arrow,
    "chevron": _chevron, "rightArrow": _right_arrow, "leftArrow": _left_arrow, "downArrow": _down_arrow,
    "upArrow": _up_arrow, "plus": _plus, "can": _can, "foldedCorner": _folded,
    "flowChartTerminator": _of_shares(1018 / 21600, 3163 / 21600, 20582 / 21600, 18437 / 21600),
    "flowChartDocument": _of_shares(0, 0, 1, 17322 / 21600),
    "flowChartPredefinedProcess": _of_shares(0.125, 0, 0.875, 1),
    "flowChartManualOperation": _of_shares(0.2, 0, 0.8, 1), "flowChartMagneticDisk": _of_shares(0, 1 / 3, 1, 5 / 6),
    "flowChartInternalStorage": _of_shares(0.125, 0.125, 1, 1), "flowChartOffpageConnector": _of_shares(0, 0, 1, 0.8),
    "cloud": _of_shares(2977 / 21600, 3262 / 21600, 17087 / 21600, 17337 / 21600),
}  # fmt: skip
