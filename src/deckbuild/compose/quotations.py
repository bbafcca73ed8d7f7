"""Quotations: the source stands right below the words, however few they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.brand.brand import EMU_PER_POINT, Box
from deckbuild.compose.fit import inner
from deckbuild.compose.fitting import Placed
from deckbuild.compose.flowing import Flowing

_GAP = 16 * 9525
"""EMU between the words and their source."""
_SPARE = 1.03
"""The box is a little taller than its text: programs round lines up."""


@dataclass(frozen=True)
class Quoted:
    """A quotation and its source in their placeholders (see `fitting.Fitting`)."""

    words: Flowing
    source: Flowing

    def fits(self, factor: float) -> bool:
        """See `Fitting`."""
        return self.words.fits(factor) and self.source.fits(factor)

    def shortage(self, factor: float) -> tuple[int, int]:
        """See `Fitting`."""
        return (self.source if self.words.fits(factor) else self.words).shortage(factor)

    def place(self, factor: float) -> Placed:
        """See `Fitting`: the box of the words as tall as they are, where the source stands below it."""
        body, below = self.words.slot, self.source.slot
        if below.box.y < body.box.bottom - body.box.height // 8 or not self.words.fits(factor):
            return _both(self.words, self.source, factor)
        spare = body.box.height - round(inner(body)[1] * EMU_PER_POINT)
        tall = min(body.box.height, round(self.words.needs(factor).height * EMU_PER_POINT * _SPARE) + spare)
        left = body.box.height - tall
        y = body.box.y + {"t": 0, "ctr": left // 2, "b": left}[body.anchor]
        said = Box(body.box.x, y, body.box.width, tall)
        gap = min(_GAP, max(below.box.y - body.box.bottom, 0) or _GAP)
        under = replace(below.box, y=min(said.bottom + gap, below.box.y))
        return _both(replace(self.words, box=said, _known={}), replace(self.source, box=under, _known={}), factor)

    def parts(self, count: int, factor: float) -> Sequence[Quoted] | None:
        """It is never divided."""


def _both(words: Flowing, source: Flowing, factor: float) -> Placed:
    return Placed((*words.place(factor).filled, *source.place(factor).filled))
