"""Cells in rows and columns between two axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.brand.brand import EMU_PER_POINT, Box
from deckbuild.compose.drawing import Drawn, Path, Shape, Stroke, Words
from deckbuild.compose.figures import icon
from deckbuild.compose.figures.pen import Pen, Sketch, units
from deckbuild.figures import Axis, Cell, Matrix

GUTTER = units(12)


def draw(figure: Matrix, region: Box, pen: Pen) -> Sketch:
    """Cells of equal size; the axes' titles and ends to the left and below, names of columns above."""
    left = _strip(figure.up, pen) + _names_width(figure.up, pen)
    above = _names_height(figure.across, region.width - left, len(figure.rows[0]), pen)
    below = _strip(figure.across, pen)
    cells = Box(region.x + left, region.y + above, region.width - left, region.height - above - below)
    down, across = len(figure.rows), len(figure.rows[0])
    width = (cells.width - (across - 1) * GUTTER) // across
    pad = round(pen.brand.cards.padding * (1 if down < 3 else 0.7))
    needed = max(_height(cell, width, pad, pen) for row in figure.rows for cell in row)
    most = (cells.height - (down - 1) * GUTTER) // down
    height = max(needed, min(most, max(units(150), round(width * 0.62))))
    members: list[Drawn] = []
    for r, row in enumerate(figure.rows):
        for c, cell in enumerate(row):
            box = Box(cells.x + c * (width + GUTTER), cells.y + r * (height + GUTTER), width, height)
            members += _cell(f"Cell {r + 1}.{c + 1}", cell, box, pad, r * across + c, (down, across) == (2, 2), pen)
    grid = Box(cells.x, cells.y, cells.width, down * height + (down - 1) * GUTTER)
    members += _names(figure, grid, width, height, pen)
    members += _axes(figure, grid, region, pen)
    cut = any(pen.cuts(_words(cell, pen, "tx1"), _room(width, pad)) for row in figure.rows for cell in row)
    return Sketch(tuple(members), above + grid.height + below, cut, pen.text)


def _cell(name: str, cell: Cell, box: Box, pad: int, number: int, coloured: bool, pen: Pen) -> list[Drawn]:
    """A ground, an edge that tells it apart, and its text; an emphasised one is filled with the leading accent."""
    accent, look = pen.accent(number) if coloured else pen.lead, pen.brand.cards
    fill = accent if cell.emphasis else look.fill
    ink = pen.on(fill) if cell.emphasis else "tx1"
    words = _words(cell, pen, ink, "" if cell.emphasis else pen.brand.strong)
    side = icon.side_of(pen.title)
    inset = Box(pad, pad + (side + icon.GAP if cell.icon else 0), pad, pad)
    line = Stroke(look.outline, 9525) if look.outline and not cell.emphasis else None
    out: list[Drawn] = [pen.settled(Shape(name, box, fill=fill, stroke=line, words=words, anchor="t", inset=inset))]
    if look.edge and not cell.emphasis:
        top = look.side == "top"
        edge = Box(box.x, box.y, box.width if top else look.edge, look.edge if top else box.height)
        out.append(Shape(f"{name} edge", edge, fill=accent))
    return [*out, *icon.draw(cell.icon, box.x + pad, box.y + pad, side, ink if cell.emphasis else accent, pen.brand)]


def _words(cell: Cell, pen: Pen, ink: str, title: str = "") -> tuple[Words, ...]:
    heading = (pen.heading(cell.title, title or ink),) if cell.title else ()
    body = pen.body(cell.text, slot=ink, bullet=ink if ink != "tx1" else "")
    return (*heading, *body)


def _room(width: int, pad: int) -> int:
    return width - 2 * pad


def _height(cell: Cell, width: int, pad: int, pen: Pen) -> int:
    top = icon.side_of(pen.title) + icon.GAP if cell.icon else 0
    return pen.height(_words(cell, pen, "tx1"), _room(width, pad)) + 2 * pad + top


# --- axes ---------------------------------------------------------------------------------------------


def _axis_words(axis: Axis, pen: Pen) -> tuple[Words, Words, Words]:
    size = pen.text
    return (
        Words(axis.low, size, slot=pen.brand.quiet),
        Words(axis.title, size, bold=True, slot=pen.brand.strong, align="ctr"),
        Words(axis.high, size, slot=pen.brand.quiet, align="r"),
    )


def _strip(axis: Axis, pen: Pen) -> int:
    """EMU that title and ends of an axis take beside the cells."""
    return units(20) + round(pen.text * 1.5 * EMU_PER_POINT) if axis.title or axis.low or axis.high else 0


def _axes(figure: Matrix, grid: Box, region: Box, pen: Pen) -> list[Drawn]:
    """An arrow along each side with title and ends."""
    out: list[Drawn] = []
    line = Stroke(pen.brand.quiet, EMU_PER_POINT, tail="triangle")
    tall = round(pen.text * 1.5 * EMU_PER_POINT)
    if _strip(figure.across, pen):
        y = grid.bottom + units(10)
        out.append(_arrow("Axis across", (grid.x, y), (grid.right, y), line))
        words = _axis_words(figure.across, pen)
        out += _ends("Axis across", words, Box(grid.x, y + units(6), grid.width, tall), turned=False)
    if _strip(figure.up, pen):
        x = grid.x - _names_width(figure.up, pen) - units(10)
        out.append(_arrow("Axis up", (x, grid.bottom), (x, grid.y), line))
        words = _axis_words(figure.up, pen)
        out += _ends("Axis up", words, Box(x - units(6) - tall, grid.y, tall, grid.height), turned=True)
    return out


def _ends(name: str, words: Sequence[Words], box: Box, *, turned: bool) -> list[Drawn]:
    """Low, title and high end along the axis: a third of it each."""
    parts = ("low", "title", "high")
    out: list[Drawn] = []
    for n, (part, one) in enumerate(zip(parts, words, strict=True)):
        if not one.text:
            continue
        if turned:
            third = box.height // 3
            place = Box(box.x, box.bottom - (n + 1) * third, box.width, third)
        else:
            third = box.width // 3
            place = Box(box.x + n * third, box.y, third, box.height)
        out.append(Shape(f"{name}: {part}", place, words=(one,), turned=turned))
    return out


def _arrow(name: str, start: tuple[int, int], end: tuple[int, int], stroke: Stroke) -> Shape:
    """A free line with an arrowhead, as a path."""
    x, y = min(start[0], end[0]), min(start[1], end[1])
    width, height = max(start[0], end[0]) - x, max(start[1], end[1]) - y
    path = Path(width, height, (("M", (start[0] - x, start[1] - y)), ("L", (end[0] - x, end[1] - y))))
    return Shape(name, Box(x, y, width, height), "", paths=(path,), stroke=stroke)


def _names_width(axis: Axis, pen: Pen) -> int:
    if not axis.names:
        return 0
    return min(units(200), max(pen.width(pen.heading(name)) for name in axis.names)) + units(16)


def _names_height(axis: Axis, width: int, columns: int, pen: Pen) -> int:
    if not axis.names:
        return 0
    room = (width - (columns - 1) * GUTTER) // columns
    return max(pen.height([pen.heading(name)], room) for name in axis.names) + units(8)


def _names(figure: Matrix, grid: Box, width: int, height: int, pen: Pen) -> list[Drawn]:
    """Names of rows and columns."""
    out: list[Drawn] = []
    for n, name in enumerate(figure.across.names):
        tall = _names_height(figure.across, grid.width, len(figure.across.names), pen)
        box = Box(grid.x + n * (width + GUTTER), grid.y - tall, width, tall - units(8))
        out.append(Shape(f"Column {n + 1}", box, words=(replace(pen.heading(name), align="ctr"),), anchor="b"))
    for n, name in enumerate(figure.up.names):
        wide = _names_width(figure.up, pen)
        box = Box(grid.x - wide, grid.y + n * (height + GUTTER), wide - units(16), height)
        out.append(Shape(f"Row {n + 1}", box, words=(pen.heading(name),)))
    return out
