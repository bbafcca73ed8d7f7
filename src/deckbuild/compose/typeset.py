"""A formula set as a drawing: what stands for it where Office Math can't be shown.  Boxes on a baseline, in ems.

Letters are outlines of Source Serif, which comes with deckbuild; a formula with a sign that no face has is not drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from deckbuild import formulas as f
from deckbuild.brand.faces import shipped

AXIS = 0.26
"""Height of the middle of signs over the baseline."""
RULE = 0.05
SMALL = 0.7
GAP = 0.14


class CannotSet(Exception):
    """A sign that none of the faces has."""


@dataclass(frozen=True)
class Mark:
    """An outline and where it stands: `d` is a path with its baseline at 0, y downwards."""

    d: str
    x: float
    y: float
    wide: float
    high: float


@dataclass(frozen=True)
class Set:
    """Something set: its width, how far it goes over and under the baseline, and its marks."""

    width: float
    up: float
    down: float
    marks: tuple[Mark, ...] = ()

    def moved(self, x: float, y: float) -> tuple[Mark, ...]:
        """Its marks further right and further down."""
        return tuple(replace(mark, x=mark.x + x, y=mark.y + y) for mark in self.marks)


def drawing(node: f.Node, colour: str) -> tuple[bytes, float, float]:
    """SVG of a formula in the colour RRGGBB, and its width and height in ems; raises CannotSet."""
    done = _set(node, 1.0)
    width, up, down = done.width + 0.1, done.up + 0.06, done.down + 0.06
    paths = "".join(_path(mark, up) for mark in done.marks)
    size = f'width="{width * 40:.1f}" height="{(up + down) * 40:.1f}" viewBox="0 0 {width:.4f} {up + down:.4f}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    return f'{head}<g fill="#{colour}">{paths}</g></svg>'.encode(), width, up + down


def _path(mark: Mark, up: float) -> str:
    place = f"translate({mark.x + 0.05:.4f} {mark.y + up:.4f}) scale({mark.wide:.5f} {mark.high:.5f})"
    return f'<path transform="{place}" d="{mark.d}"/>'


def _set(node: f.Node, size: float) -> Set:
    match node:
        case f.Token():
            return _token(node, size)
        case f.Space(width):
            return Set(width * size, 0, 0)
        case f.Row(parts):
            return _beside([_set(part, size) for part in parts])
        case f.Fraction(top, bottom, bar):
            return _fraction(_set(top, size * 0.9), _set(bottom, size * 0.9), size, bar=bar)
        case f.Root(inner, degree):
            return _root(_set(inner, size), _set(degree, size * 0.6) if degree else None, size)
        case f.Script(base, low, high):
            return _scripts(_set(base, size), _small(low, size), _small(high, size), size)
        case f.Limits(base, under, over):
            return _stacked(_set(base, size), _small(under, size), _small(over, size))
        case f.Big():
            return _big(node, size)
        case f.Fenced(left, right, inner):
            held = _set(inner, size)
            return _beside([_fence(left, held, size), held, _fence(right, held, size)])
        case f.Accent(mark, inner):
            return _accent(mark, _set(inner, size), size)
        case f.Matrix():
            return _matrix(node, size)


def _small(node: f.Node | None, size: float) -> Set | None:
    return _set(node, size * SMALL) if node is not None else None


def _beside(parts: Sequence[Set]) -> Set:
    marks: list[Mark] = []
    x = 0.0
    for part in parts:
        marks += part.moved(x, 0)
        x += part.width
    return Set(x, max((p.up for p in parts), default=0.0), max((p.down for p in parts), default=0.0), tuple(marks))


def _token(token: f.Token, size: float) -> Set:
    outlines = [_outline(character, italic=token.kind == "letter") for character in token.text]
    side = 0.22 * size if token.kind == "sign" and token.text in "=≠<>≤≥≈≡→⇒⇔∼∝×÷·+−±∈⊂∩∪" else 0.0
    if token.kind == "sign" and token.text in ",;":
        return _beside([_letters(outlines, size), Set(0.15 * size, 0, 0)])
    return _beside([Set(side, 0, 0), _letters(outlines, size), Set(side, 0, 0)])


def _letters(outlines: Sequence[_Outline], size: float) -> Set:
    marks, x = [], 0.0
    for outline in outlines:
        marks.append(Mark(outline.d, x, 0, size, size))
        x += outline.advance * size
    return Set(x, 0.72 * size, 0.2 * size, tuple(marks))


def _rule(x: float, y: float, width: float, height: float) -> Mark:
    """A filled rectangle whose upper left corner is there."""
    return Mark("M0 0H1V1H0Z", x, y, width, height)


def _fraction(top: Set, bottom: Set, size: float, *, bar: bool) -> Set:
    width = max(top.width, bottom.width) + 0.16 * size
    axis, gap = AXIS * size, GAP * size
    marks = top.moved((width - top.width) / 2, -axis - gap - top.down)
    marks += bottom.moved((width - bottom.width) / 2, -axis + gap + bottom.up)
    marks += (_rule(0, -axis - RULE * size / 2, width, RULE * size),) if bar else ()
    side = Set(0.06 * size, 0, 0)
    whole = Set(width, axis + gap + top.down + top.up, gap - axis + bottom.up + bottom.down, marks)
    return _beside([side, whole, side])


def _root(inner: Set, degree: Set | None, size: float) -> Set:
    """The sign is drawn: no face has it as high as it must be."""
    up, down, lead = inner.up + 0.14 * size, inner.down + 0.02 * size, 0.62 * size
    whole = up + down
    hook, foot, stroke = -0.42 * whole / size, 0.36 * whole / size, -0.87 * whole / size
    path = f"M0 {hook:.4f}l.14 -.09 .16 {foot:.4f} .25 {stroke:.4f}h.06L.33 0h-.06L.1 {hook + 0.01:.4f}l-.08 .05Z"
    sign = Mark(path, 0, down, size, size)
    line = _rule(lead - 0.08 * size, -up, inner.width + 0.14 * size, RULE * size)
    marks = (sign, line, *inner.moved(lead, 0))
    done = Set(lead + inner.width + 0.1 * size, up, down, marks)
    if degree is None:
        return done
    raised = Set(degree.width, up, 0, degree.moved(0, -0.5 * whole + down))
    return _beside([Set(max(0.0, degree.width - 0.25 * size), up, 0, raised.marks), done])


def _scripts(base: Set, low: Set | None, high: Set | None, size: float) -> Set:
    marks, up, down, width = base.marks, base.up, base.down, base.width
    if high:
        rise = max(0.36 * size, base.up - 0.36 * size)
        marks += high.moved(base.width + 0.03 * size, -rise)
        up, width = max(up, rise + high.up), max(width, base.width + high.width + 0.06 * size)
    if low:
        fall = max(0.2 * size, base.down)
        marks += low.moved(base.width + 0.01 * size, fall)
        down, width = max(down, fall + low.down), max(width, base.width + low.width + 0.04 * size)
    return Set(width, up, down, marks)


def _stacked(base: Set, under: Set | None, over: Set | None) -> Set:
    width = max(one.width for one in (base, under, over) if one)
    marks, up, down = base.moved((width - base.width) / 2, 0), base.up, base.down
    if under:
        marks += under.moved((width - under.width) / 2, down + under.up)
        down += under.up + under.down
    if over:
        marks += over.moved((width - over.width) / 2, -up - over.down - 0.04)
        up += over.up + over.down + 0.04
    return Set(width, up, down, marks)


def _big(node: f.Big, size: float) -> Set:
    large = 1.5 * size
    drawn = _letters([_outline(node.sign, italic=False)], large)
    sign = Set(drawn.width, 0.95 * size, 0.5 * size, drawn.moved(0, 0.22 * size))
    low, high = _small(node.low, size), _small(node.high, size)
    whole = _scripts(sign, low, high, size) if node.beside else _stacked(sign, low, high)
    return _beside([whole, Set(0.14 * size, 0, 0), _set(node.body, size)])


def _fence(sign: str, held: Set, size: float) -> Set:
    """A bracket as high as what it holds, stretched no wider than it has to be."""
    if not sign:
        return Set(0.05 * size, 0, 0)
    outline = _outline("|" if sign == "‖" else sign, italic=False)
    axis = AXIS * size
    half = max(held.up - axis, held.down + axis, 0.45 * size)
    tall = 2 * half / 0.94  # brackets are about 0.94 of an em high, their middle 0.26 over the baseline
    wide = size * min(1.6, 1 + 0.15 * (tall / size - 1))
    mark = Mark(outline.d, 0.04 * size, tall * 0.26 - axis, wide, tall)
    return Set(outline.advance * wide + 0.08 * size, axis + half, half - axis, (mark,))


def _accent(mark: str, inner: Set, size: float) -> Set:
    top = inner.up
    if mark == "\u0305":
        line = _rule(0.02 * size, -top - 0.06 * size, inner.width - 0.04 * size, RULE * size)
        return Set(inner.width, top + 0.1 * size, inner.down, (*inner.marks, line))
    outline = _outline(_OVER.get(mark, "ˇ"), italic=False)
    arrow = mark == "\u20d7"
    scale = 0.55 * size if arrow else size
    y = -top + 0.02 * size if arrow else -top + 0.55 * size
    sign = Mark(outline.d, (inner.width - outline.advance * scale) / 2, y, scale, scale)
    return Set(inner.width, top + 0.22 * size, inner.down, (*inner.marks, sign))


_OVER = {"\u20d7": "→", "\u0302": "ˆ", "\u0303": "˜", "\u0307": "˙", "\u0308": "¨", "\u0301": "´", "\u0300": "`"}
"""Combining sign -> the sign that is drawn."""


def _matrix(node: f.Matrix, size: float) -> Set:
    cells = [[_set(cell, size) for cell in row] for row in node.rows]
    widths = [max(row[column].width for row in cells) for column in range(len(node.align))]
    between = 0.0 if node.tight else 0.8 * size
    rows, y = list[tuple[Mark, ...]](), 0.0
    for row in cells:
        up, down = max([0.72 * size, *(c.up for c in row)]), max([0.24 * size, *(c.down for c in row)])
        y += up
        rows.append(tuple(_placed(row, widths, node.align, between, y)))
        y += down + (0.35 if node.tight else 0.15) * size
    height = y - (0.35 if node.tight else 0.15) * size
    top = height / 2 + AXIS * size
    marks = tuple(replace(mark, y=mark.y - top) for row in rows for mark in row)
    return Set(sum(widths) + between * (len(widths) - 1), top, height - top, marks)


def _placed(row: Sequence[Set], widths: Sequence[float], align: str, between: float, y: float) -> Iterator[Mark]:
    x = 0.0
    for cell, width, side in zip(row, widths, align, strict=True):
        spare = {"l": 0.0, "c": 0.5, "r": 1.0}[side] * (width - cell.width)
        yield from cell.moved(x + spare, y)
        x += width + between


# --- outlines ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Outline:
    d: str
    advance: float


_FACES = ("Source Serif 4", "Source Sans 3", "Arimo")


@lru_cache(maxsize=1024)
def _outline(character: str, *, italic: bool) -> _Outline:
    """A character's outline, one em high, y downwards; from the first face that has it."""
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen

    for slanted, family in (
        (italic, "Source Serif 4"),
        (False, "Source Serif 4"),
        (False, "Source Sans 3"),
        (False, "Arimo"),
    ):
        glyphs, names, units = _face(family, italic=slanted)
        name = names.get(ord(character))
        if name is not None:
            pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.4f}".rstrip("0").rstrip("."))
            glyphs[name].draw(TransformPen(pen, (1 / units, 0, 0, -1 / units, 0, 0)))
            return _Outline(pen.getCommands(), glyphs[name].width / units)
    if character.isspace():
        return _Outline("", 0.25)
    raise CannotSet(character)


@lru_cache(maxsize=8)
def _face(family: str, *, italic: bool) -> tuple[Any, dict[int, str], int]:
    from fontTools.ttLib import TTFont

    face = next(one for one in shipped(family) if one.italic == italic and not one.bold)
    font = TTFont(str(face.path))
    return font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
