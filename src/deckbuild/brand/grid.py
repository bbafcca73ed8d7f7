"""The grid that every layout stands on: from the shape of the slide and the tokens of spacing, in units of 1/96 inch.

A widescreen slide is 1280 × 720 units.  All shapes but 16:10 are 720 high, so that sizes of type mean the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.brand.brand import Box
from deckbuild.brand.tokens import BrandTokens

PX = 9525
"""EMU of one unit of the grid."""
POINT = 96 / 72
"""Units of a point."""

PAGES = {"16:9": (1280, 720), "16:10": (1280, 800), "4:3": (960, 720), "A4": (1040, 720), "Letter": (960, 720)}
"""Width and height of slides in units, as PowerPoint's own list of sizes has them."""
TYPES = {"4:3": "screen4x3", "A4": "A4", "Letter": "letter"}
"""What `p:sldSz` calls a shape, where it has a name for it (ECMA-376 part 1, 19.7.18)."""

Rectangle = tuple[int, int, int, int]
"""x, y, width, height in units."""


@dataclass(frozen=True)
class Grid:
    """Lines that things stand on, in units."""

    width: int
    height: int
    left: int
    title: Rectangle
    top: int
    """Upper line of the body."""
    bottom: int
    """Lower line of the body."""
    gutter: int
    columns: int

    @property
    def right(self) -> int:
        """Right line of everything."""
        return self.width - self.left

    @property
    def wide(self) -> int:
        """Width between the margins."""
        return self.width - 2 * self.left

    @property
    def tall(self) -> int:
        """Height of the body."""
        return self.bottom - self.top

    @property
    def body(self) -> Rectangle:
        """All of the body."""
        return (self.left, self.top, self.wide, self.tall)

    @property
    def foot(self) -> int:
        """Upper line of the footer, which is 28 high."""
        return self.bottom + round((self.height - self.bottom - 28) * 0.45)

    @property
    def panel(self) -> int:
        """Where the decorated part of a title slide begins."""
        return round(self.width * 0.6625)

    def down(self, units: int) -> int:
        """A distance from the top of a slide 720 high, on this one."""
        return round(units * self.height / 720)

    def split(self, count: int, gutter: int) -> list[tuple[int, int]]:
        """Left line and width of columns side by side."""
        width = (self.wide - (count - 1) * gutter) // count
        return [(self.left + number * (width + gutter), width) for number in range(count)]


def grid(tokens: BrandTokens) -> Grid:
    """The grid of a brand."""
    width, height = PAGES[tokens.page]
    spacing = tokens.spacing

    def units(points: float) -> int:
        return round(points * POINT)

    left, top, title = units(spacing.margin), units(spacing.top), units(spacing.title)
    return Grid(
        width, height, left, (left, top, width - 2 * left, title), top + title + units(spacing.after_title),
        height - units(spacing.bottom), units(spacing.gutter), units(spacing.columns),
    )  # fmt: skip


def emu(box: Rectangle) -> Box:
    """Units as EMU."""
    return Box(*(side * PX for side in box))
