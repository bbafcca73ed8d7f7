"""Icons by name: the drawings of the lucide set (ISC licence) as paths of straight lines and cubic curves.

A brand's own icons are read the same way (see `drawing`).
"""

from __future__ import annotations

import difflib
import io
import math
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree import ElementTree

Command = tuple[str, tuple[int, ...]]
_Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A path of an icon: whether it is filled, and whether it is drawn as a line."""

    commands: tuple[Command, ...]
    filled: bool
    stroked: bool


@dataclass(frozen=True)
class Icon:
    """A drawing on a field, in thousandths of its own units; `stroke` is the width of its lines."""

    width: int
    height: int
    stroke: int
    lines: tuple[Line, ...]


class NotDrawn(Exception):
    """The SVG holds something that icons have not; the text says what."""


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Every icon that there is."""
    return frozenset(name.removesuffix(".svg") for name in _archive().namelist() if name.endswith(".svg"))


def near(name: str, more: Sequence[str] = ()) -> tuple[str, ...]:
    """The names that may have been meant, nearest first."""
    known = [*more, *sorted(names())]
    holding = [one for one in known if name and name in one.split("-")]
    return tuple(dict.fromkeys([*difflib.get_close_matches(name, known, 3), *holding]))[:3]


@lru_cache(maxsize=256)
def icon(name: str) -> Icon | None:
    """An icon of the set; None for a name that it does not have."""
    return drawing(_archive().read(f"{name}.svg")) if name in names() else None


@lru_cache(maxsize=64)
def drawing(svg: bytes) -> Icon:
    """An SVG of lines and areas in one colour.  Raises NotDrawn for anything else in it."""
    from xml.etree import ElementTree

    root = ElementTree.fromstring(svg)
    box = [float(number) for number in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
    if len(box) != 4:
        box = [0.0, 0.0, *(float(re.sub(r"[^\d.]", "", root.get(side, "")) or 24) for side in ("width", "height"))]
    if box[:2] != [0.0, 0.0]:
        raise NotDrawn("a view box that does not begin at 0 0")
    lines = tuple(_elements(root, _Look()))
    width = float(root.get("stroke-width", 1))
    return Icon(round(box[2] * 1000), round(box[3] * 1000), round(width * 1000), lines)


@lru_cache(maxsize=1)
def _archive() -> zipfile.ZipFile:
    from importlib.resources import files

    return zipfile.ZipFile(io.BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


_SILENT = ("title", "desc", "metadata", "defs")
_REFUSED = ("transform", "style", "class", "clip-path", "mask", "filter")


@dataclass(frozen=True)
class _Look:
    """What an element takes from those around it (SVG 1.1, 11.2: areas are filled, lines are not drawn)."""

    fill: str = "black"
    stroke: str = "none"

    def of(self, element: ElementTree.Element) -> _Look:
        """With what the element says itself."""
        return _Look(element.get("fill", self.fill), element.get("stroke", self.stroke))


def _elements(element: ElementTree.Element, around: _Look) -> Iterator[Line]:
    """The paths of an element and of all in it."""
    refused = next((name for name in _REFUSED if element.get(name)), None)
    if refused:
        raise NotDrawn(f"`{refused}`")
    look = around.of(element)
    tag = element.tag.rpartition("}")[2]
    if tag in _DRAWN:
        if look.fill != "none" or look.stroke != "none":
            commands = tuple(_whole(_DRAWN[tag](dict(element.attrib))))
            yield Line(commands, look.fill != "none", look.stroke != "none")
    elif tag in ("svg", "g"):
        for inner in element:
            yield from _elements(inner, look)
    elif tag not in _SILENT:
        raise NotDrawn(f"`{tag}`")


def _whole(commands: Iterator[tuple[str, Sequence[float]]]) -> Iterator[Command]:
    for letter, numbers in commands:
        yield letter, tuple(round(number * 1000) for number in numbers)


_Commands = Iterator[tuple[str, Sequence[float]]]


def _path(said: dict[str, str]) -> _Commands:
    return svg_path(said.get("d", ""))


def _ellipse(said: dict[str, str]) -> _Commands:
    x, y = float(said["cx"]), float(said["cy"])
    rx, ry = (float(said.get(key) or said["r"]) for key in ("rx", "ry"))
    yield "M", (x + rx, y)
    for quarter in range(4):
        yield from arc((x, y), (rx, ry), quarter * math.pi / 2, (quarter + 1) * math.pi / 2)
    yield "Z", ()


def _rectangle(said: dict[str, str]) -> _Commands:
    x, y, w, h = (float(said.get(key, 0)) for key in ("x", "y", "width", "height"))
    r = float(said.get("rx", said.get("ry", 0)))
    half = math.pi / 2
    yield "M", (x + r, y)
    for (cx, cy), turn, to in (
        ((x + w - r, y + r), 3, (x + w - r, y)), ((x + w - r, y + h - r), 0, (x + w, y + h - r)),
        ((x + r, y + h - r), 1, (x + r, y + h)), ((x + r, y + r), 2, (x, y + r)),
    ):  # fmt: skip
        yield "L", to
        if r:
            yield from arc((cx, cy), (r, r), turn * half, (turn + 1) * half)
    yield "Z", ()


def _line(said: dict[str, str]) -> _Commands:
    yield "M", (float(said["x1"]), float(said["y1"]))
    yield "L", (float(said["x2"]), float(said["y2"]))


def _points(said: dict[str, str]) -> _Commands:
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", said["points"])]
    for index in range(0, len(numbers), 2):
        yield ("L" if index else "M"), numbers[index : index + 2]


def _polygon(said: dict[str, str]) -> _Commands:
    yield from _points(said)
    yield "Z", ()


_DRAWN = {
    "path": _path, "circle": _ellipse, "ellipse": _ellipse, "rect": _rectangle, "line": _line,
    "polyline": _points, "polygon": _polygon,
}  # fmt: skip

_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def svg_path(data: str) -> _Commands:
    """A path's data (SVG 1.1, 8.3) as absolute `M`, `L`, `C` and `Z`."""
    x = y = left = top = 0.0
    control: _Point | None = None
    for letter, args in _said(data):
        upper = letter.upper()
        a = _absolute(letter, args, x, y)
        before, control = control, None
        if upper == "Z":
            x, y = left, top
            yield "Z", ()
            continue
        if upper in "MLHV":
            x, y = {"H": (a[0], y), "V": (x, a[0])}.get(upper) or (a[0], a[1])
            if upper == "M":
                left, top = x, y
            yield ("M" if upper == "M" else "L"), (x, y)
            continue
        if upper == "A":
            yield from _arc_to((x, y), a)
        elif upper in "CS":
            first = (a[0], a[1]) if upper == "C" else _mirrored(before, x, y)
            control = (a[-4], a[-3])
            yield "C", (*first, *a[-4:])
        else:  # a quadratic curve, as a cubic one
            middle = (a[0], a[1]) if upper == "Q" else _mirrored(before, x, y)
            control = middle
            yield "C", _cubic((x, y), middle, (a[-2], a[-1]))
        x, y = a[-2], a[-1]


def _said(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; one letter may stand for several, flags of arcs may be written together."""
    letter, position = "", 0
    while match := _TOKEN.search(data, position):
        if match[0].isalpha():
            letter, position = match[0], match.end()
            if letter in "Zz":
                yield letter, []
            continue
        args: list[float] = []
        for index in range(_NUMBERS[letter.upper()]):
            flag = letter in "Aa" and index in (3, 4)
            found = re.compile(r"[01]").search(data, position) if flag else _TOKEN.search(data, position)
            if found is None:
                return
            args.append(float(found[0]))
            position = found.end()
        yield letter, args
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def _absolute(letter: str, args: Sequence[float], x: float, y: float) -> list[float]:
    if letter.isupper():
        return list(args)
    if letter == "v":
        return [args[0] + y]
    if letter == "a":
        return [*args[:5], args[5] + x, args[6] + y]
    return [value + (y if index % 2 else x) for index, value in enumerate(args)]


def _mirrored(control: _Point | None, x: float, y: float) -> _Point:
    return (2 * x - control[0], 2 * y - control[1]) if control else (x, y)


def _cubic(start: _Point, middle: _Point, end: _Point) -> tuple[float, ...]:
    first = [s + 2 / 3 * (m - s) for s, m in zip(start, middle, strict=True)]
    second = [e + 2 / 3 * (m - e) for e, m in zip(end, middle, strict=True)]
    return (*first, *second, *end)


def _arc_to(start: _Point, a: Sequence[float]) -> _Commands:
    """An arc from end to end as curves (SVG 1.1, appendix F.6.5: centre from end points)."""
    rx, ry, turn, large, sweep, ex, ey = a
    if (ex, ey) == start:
        return
    if not rx or not ry:
        yield "L", (ex, ey)
        return
    phi = math.radians(turn)
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (start[0] - ex) / 2, (start[1] - ey) / 2
    px, py = cos * dx + sin * dy, -sin * dx + cos * dy
    scale = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = abs(rx) * scale, abs(ry) * scale
    rest = (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2
    factor = math.sqrt(max(0.0, rest / ((rx * py) ** 2 + (ry * px) ** 2)))
    factor = -factor if bool(large) == bool(sweep) else factor
    cx, cy = factor * rx * py / ry, -factor * ry * px / rx
    centre = (cos * cx - sin * cy + (start[0] + ex) / 2, sin * cx + cos * cy + (start[1] + ey) / 2)
    begin = math.atan2((py - cy) / ry, (px - cx) / rx)
    sweep_angle = math.atan2((-py - cy) / ry, (-px - cx) / rx) - begin
    if sweep and sweep_angle < 0:
        sweep_angle += 2 * math.pi
    elif not sweep and sweep_angle > 0:
        sweep_angle -= 2 * math.pi
    yield from arc(centre, (rx, ry), begin, begin + sweep_angle, phi)


def arc(centre: _Point, radii: _Point, begin: float, end: float, phi: float = 0.0) -> _Commands:
    """An arc of an ellipse as cubic curves, each a quarter at most; angles in radians, clockwise on the screen."""
    pieces = max(1, math.ceil(abs(end - begin) / (math.pi / 2) - 1e-9))
    step = (end - begin) / pieces
    reach = 4 / 3 * math.tan(step / 4)
    cos, sin = math.cos(phi), math.sin(phi)

    def at(x: float, y: float) -> _Point:
        x, y = x * radii[0], y * radii[1]
        return centre[0] + cos * x - sin * y, centre[1] + sin * x + cos * y

    for piece in range(pieces):
        a = begin + piece * step
        b = a + step
        first = at(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        second = at(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        yield "C", (*first, *second, *at(math.cos(b), math.sin(b)))
