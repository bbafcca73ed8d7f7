"""Formulas on slides: as large as they fit, with a drawing for programs that show no Office Math."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Formula, Paragraph
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Slot
from deckbuild.compose.fit import sized
from deckbuild.compose.fitting import Placed
from deckbuild.compose.presentation import Filled, Page
from deckbuild.compose.typeset import CannotSet, drawing
from deckbuild.formulas import Node, linear

SIZE = 30
"""Points of a formula where it has room."""
AIR = 24
"""Points above and below it."""
PIXELS = 600
"""Pixels an inch of the drawing's width, roughly: an em at 30 points."""


@dataclass(frozen=True)
class Formulated:
    """A formula in its placeholder (see `fitting.Fitting`)."""

    formula: Formula
    slot: Slot
    box: Box
    brand: Brand
    caption: Slot | None = None

    def _needs(self, factor: float) -> tuple[float, float]:
        """Width and height in points."""
        size = sized(SIZE, factor, self.brand)
        width, height = sides(self.formula.tree)
        return width * size, height * size

    def _room(self) -> tuple[float, float]:
        inset = self.slot.inset
        return (
            (self.box.width - inset.x - inset.width) / EMU_PER_POINT,
            (self.box.height - inset.y - inset.height) / EMU_PER_POINT,
        )

    def fits(self, factor: float) -> bool:
        """See `Fitting`."""
        return all(need <= room for need, room in zip(self._needs(factor), self._room(), strict=True))

    def shortage(self, factor: float) -> tuple[int, int]:
        """See `Fitting`: in lines of the formula."""
        count = len(self.formula.latex)
        return count + 1, count

    def place(self, factor: float) -> Placed:
        """See `Fitting`: the ground as high as the formula needs."""
        inset = self.slot.inset
        height = round((self._needs(factor)[1] + 2 * AIR) * EMU_PER_POINT) + inset.y + inset.height
        placed = replace(self.box, height=min(self.box.height, height))
        size = sized(SIZE, factor, self.brand)
        formula = Filled(self.slot, replace(self.formula, picture=_name(self.formula.tree)), (size,), placed)
        if not self.formula.caption or self.caption is None:
            return Placed((formula,))
        below = replace(self.caption.box, y=min(placed.bottom + 8 * 9525, self.caption.box.y))
        return Placed((formula, Filled(self.caption, (Paragraph(self.formula.caption, "caption"),), box=below)))

    def parts(self, count: int, factor: float) -> Sequence[Formulated] | None:
        """See `Fitting`: formulas stay together."""
        return None


def _name(tree: Node) -> PurePosixPath | None:
    """What the drawing is called; None where a sign of the formula can't be drawn."""
    try:
        return PurePosixPath(f"formula:{hashlib.sha256(drawing(tree, '000000')[0]).hexdigest()[:16]}")
    except CannotSet:
        return None


def sides(tree: Node) -> tuple[float, float]:
    """Width and height of a formula in ems; of its text in a line where it can't be drawn."""
    try:
        _, width, height = drawing(tree, "000000")
    except CannotSet:
        return len(linear(tree)) * 0.55, 1.4
    return width, height


def drawn(pages: Iterable[Page], brand: Brand) -> dict[PurePosixPath, Asset]:
    """The drawings of all formulas, in the colour of text."""
    out: dict[PurePosixPath, Asset] = {}
    for page in pages:
        for filled in page.filled:
            formula = filled.content
            if isinstance(formula, Formula) and formula.picture and formula.picture not in out:
                svg, width, height = drawing(formula.tree, brand.palette["tx1"])
                out[formula.picture] = Asset(svg, "svg", round(width * 40), round(height * 40))
    return out
