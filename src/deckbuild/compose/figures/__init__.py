"""Figures drawn with native shapes, at the largest step of the scale at which they fit.  `ALL` is the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from deckbuild import figures
from deckbuild.blocks import Figure
from deckbuild.brand.brand import Box, Brand
from deckbuild.compose.drawing import Group
from deckbuild.compose.figures import code, diagram, matrix, steps, timeline
from deckbuild.compose.figures.mirror import mirrored
from deckbuild.compose.figures.pen import Pen, Sketch
from deckbuild.compose.fitting import Placed
from deckbuild.compose.measure import Metrics

Draw = Callable[[Any, Box, Pen], Sketch]

ALL: Mapping[type[Figure], Draw] = {
    figures.Steps: steps.draw,
    figures.Matrix: matrix.draw,
    figures.Diagram: diagram.draw,
    figures.QrCode: code.draw,
    figures.Timeline: timeline.draw,
}


@dataclass(frozen=True)
class Fitted:
    """A figure in the free region of its slide, before its size is chosen (see fitting.py); it can't be divided."""

    figure: Figure
    region: Box
    brand: Brand
    metrics: Metrics
    right_to_left: bool = False
    _known: dict[float, Sketch] = field(default_factory=dict, compare=False, repr=False)

    def _drawn(self, factor: float) -> Sketch:
        """Itself at that step; asked for several times, drawn once."""
        if factor not in self._known:
            pen = Pen(self.brand, self.metrics, factor)
            self._known[factor] = ALL[type(self.figure)](self.figure, self.region, pen)
        return self._known[factor]

    def fits(self, factor: float) -> bool:
        """Whether it has room, and no word is wider than its place."""
        sketch = self._drawn(factor)
        return sketch.height <= self.region.height and not sketch.cut

    def shortage(self, factor: float) -> tuple[int, int]:
        """Per cent of the room that it would take, and a hundred; 0 of it where only a word is too wide."""
        sketch = self._drawn(factor)
        share = -(-100 * sketch.height // self.region.height)
        return (share if share > 100 else 0), 100

    def place(self, factor: float) -> Placed:
        """The group of its shapes."""
        sketch, region = self._drawn(factor), self.region
        box = Box(region.x, region.y, region.width, min(sketch.height, region.height))
        members = mirrored(sketch.members, region) if self.right_to_left else sketch.members
        return Placed(drawings=(Group("Figure", box, members, self.figure.description, self.figure),))

    def parts(self, count: int, factor: float) -> None:
        """None: it is one picture."""
