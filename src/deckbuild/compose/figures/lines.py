"""Routes as connectors: straight pieces and elbows that bend half way, with small joints where one ends.

Programs agree on straight lines and on elbows that bend half way; further bends and bends elsewhere they place as
they like once a connector is glued (LibreOffice 7.4, measured).  So a route is cut where that holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckbuild.brand.brand import Box
from deckbuild.compose.drawing import Connector, Drawn, Glue, Shape, Stroke

Point = tuple[int, int]
Elbow = Literal["", "upright", "level"]

_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)
_LEAST = 6 * 9525
"""The shortest half of an elbow."""


@dataclass(frozen=True)
class Piece:
    """A part of a route: straight, or an elbow that sets out in a direction."""

    start: Point
    end: Point
    elbow: Elbow = ""


def connectors(name: str, route: Sequence[Point], ends: tuple[Glue, Glue], stroke: Stroke) -> list[Drawn]:
    """The route from node to node.  Joints are squares as wide as the line."""
    cut = pieces(route)
    half = stroke.width // 2
    joints = [
        Shape(f"{name}, joint {n}", Box(x - half, y - half, 2 * half, 2 * half), fill=stroke.slot)
        for n, (x, y) in enumerate((piece.end for piece in cut[:-1]), 1)
    ]
    out: list[Drawn] = []
    for n, piece in enumerate(cut):
        first, last = n == 0, n == len(cut) - 1
        start = ends[0] if first else Glue(joints[n - 1].name, _site(piece, leaving=True))
        end = ends[1] if last else Glue(joints[n].name, _site(piece, leaving=False))
        look = replace(stroke, head=stroke.head if first else "", tail=stroke.tail if last else "")
        begin = piece.start if first else _at(piece.start, start.site, half)
        stop = piece.end if last else _at(piece.end, end.site, half)
        label = name if len(cut) == 1 else f"{name}, part {n + 1}"
        out.append(Connector(label, begin, stop, (start, end), look, piece.elbow))
    return [*joints, *out]


def pieces(route: Sequence[Point]) -> list[Piece]:
    """The route cut into straight pieces and elbows whose bends are half way."""
    points = _corners(route)
    upright = points[0][0] == points[1][0]
    along = 1 if upright else 0
    elbow: Elbow = "upright" if upright else "level"
    out: list[Piece] = []
    cursor = points[0]
    for n in range(1, len(points) - 2, 2):
        one, other = points[n], points[n + 1]
        here = one[along]
        before = here - cursor[along]
        beyond = points[n + 2][along] - here
        after = beyond if n + 3 >= len(points) - 1 and n + 2 == len(points) - 1 else beyond // 2
        half = min(abs(before), abs(after))
        if (before > 0) == (after > 0) and half >= _LEAST:
            sign = 1 if before > 0 else -1
            out += _straight(cursor, _put(one, along, here - sign * half))
            end = _put(other, along, here + sign * half)
            out.append(Piece(_put(one, along, here - sign * half), end, elbow))
            cursor = end
        else:
            out += [*_straight(cursor, one), *_straight(one, other)]
            cursor = other
    return [*out, *_straight(cursor, points[-1])]


def _corners(route: Sequence[Point]) -> list[Point]:
    """The points at which the route bends, and its ends."""
    out = [route[0]]
    for n in range(1, len(route) - 1):
        (a, b), (c, d), (e, f) = out[-1], route[n], route[n + 1]
        if not (a == c == e or b == d == f) and (c, d) != out[-1]:
            out.append((c, d))
    return [*out, route[-1]]


def _straight(start: Point, end: Point) -> list[Piece]:
    return [Piece(start, end)] if start != end else []


def _put(point: Point, axis: int, value: int) -> Point:
    return (value, point[1]) if axis == 0 else (point[0], value)


def _site(piece: Piece, *, leaving: bool) -> int:
    """The side of a joint at which a piece leaves it, or meets it."""
    (x0, y0), (x1, y1) = piece.start, piece.end
    upright = piece.elbow == "upright" or (not piece.elbow and x0 == x1)
    forward = y1 > y0 if upright else x1 > x0
    if upright:
        return _BOTTOM if forward == leaving else _TOP
    return _RIGHT if forward == leaving else _LEFT


def _at(point: Point, site: int, half: int) -> Point:
    """The connection site of a joint whose middle is at `point`."""
    x, y = point
    return {_TOP: (x, y - half), _LEFT: (x - half, y), _BOTTOM: (x, y + half), _RIGHT: (x + half, y)}[site]
