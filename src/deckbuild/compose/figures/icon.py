"""Icons as shapes of their own: lines and areas in a colour of the theme."""

from __future__ import annotations

from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand
from deckbuild.compose.drawing import Path, Shape, Stroke
from deckbuild.icons import Icon, NotDrawn, drawing, icon

GAP = 8 * 9525
"""Between an icon and the text below it."""


def side_of(size: float) -> int:
    """EMU of an icon's side beside a title of that size."""
    return round(size * 1.7 * EMU_PER_POINT)


def found(name: str, brand: Brand) -> Icon | None:
    """The brand's own icon of that name, else that of the set; None where there is none that can be drawn."""
    own = brand.icons.get(name)
    try:
        return drawing(own) if own is not None else icon(name)
    except NotDrawn:
        return None


def draw(name: str, x: int, y: int, side: int, slot: str, brand: Brand) -> tuple[Shape, ...]:
    """The icon in the middle of a square; () for no name, or one that is not known (reported where it is written)."""
    made = found(name, brand) if name else None
    if made is None or not made.lines:
        return ()
    scale = side / max(made.width, made.height)
    width, height = round(made.width * scale), round(made.height * scale)
    box = Box(x + (side - width) // 2, y + (side - height) // 2, width, height)
    paths = tuple(Path(made.width, made.height, line.commands, line.filled, line.stroked) for line in made.lines)
    fill = slot if any(line.filled for line in made.lines) else ""
    stroked = any(line.stroked for line in made.lines)
    stroke = Stroke(slot, max(round(made.stroke * scale), 1)) if stroked else None
    return (Shape(f"Icon {name}", box, "", paths=paths, fill=fill, stroke=stroke),)
