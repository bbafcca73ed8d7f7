"""Icons as shapes of their own: lines in a colour of the theme."""

from __future__ import annotations

from deckbuild.brand.brand import EMU_PER_POINT, Box
from deckbuild.compose.drawing import Path, Shape, Stroke
from deckbuild.compose.figures.pen import Pen
from deckbuild.icons import FIELD, LINE, icon


def side(pen: Pen) -> int:
    """EMU of an icon's side beside text."""
    return round(pen.title * 1.7 * EMU_PER_POINT)


def draw(name: str, x: int, y: int, side: int, slot: str, pen: Pen) -> tuple[Shape, ...]:
    """The icon in a square; () for no name, or one that is not known (which is reported where it is written)."""
    lines = icon(name) if name else ()
    if not lines:
        return ()
    paths = tuple(Path(FIELD, FIELD, line.commands, line.filled) for line in lines)
    fill = slot if any(line.filled for line in lines) else ""
    stroke = Stroke(slot, side * LINE // FIELD)
    return (Shape(f"Icon {name}", Box(x, y, side, side), "", paths=paths, fill=fill, stroke=stroke),)
