"""Captions of more lines than their place has: they grow upwards, and what stands above gives way."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.blocks import Rich
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Slot
from deckbuild.compose.fit import Line, inner, measure
from deckbuild.compose.measure import Metrics

_MOST = 3
"""Lines that a caption may take; a longer one is reported."""


def raised(said: Rich, above: Box, caption: Slot, brand: Brand, metrics: Metrics) -> tuple[Box, Box] | None:
    """What is left of `above`, and the caption's taller place below it; None where its own place will do.

    None too where the caption stands elsewhere than below, and where even three lines are too few.
    """
    width, height = inner(caption)
    line = Line(said, caption.levels[0])
    if not said or caption.box.y < above.bottom - above.height // 8:
        return None
    if any(measure((line,), width, step, brand, metrics).ink <= height for step in brand.heading_scale):
        return None
    needed = measure((line,), width, 1.0, brand, metrics)
    if needed.lines > _MOST:
        return None
    more = round((needed.ink - height) * EMU_PER_POINT * 1.02)
    box = Box(caption.box.x, caption.box.y - more, caption.box.width, caption.box.height + more)
    return replace(above, height=above.height - more), box
