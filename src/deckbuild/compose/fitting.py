"""One size of type for all that stands on a slide, and the further slides where even the smallest is too large.

What stands on a slide are `Fitting`s: texts, cards, a table, a drawing of a kind's own.  Each says whether it fits at
a step of the brand's scale, and is placed there.  They go down the scale together; what can be divided is continued.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, Protocol

from deckbuild.brand.brand import Brand
from deckbuild.compose.presentation import Drawing, Filled

Policy = Literal["shrink", "continue", "error"]
"""What to do with too much text: smaller type first and then further slides, further slides at once, or a message."""

MOST_PARTS = 24
"""Slides that one slide may become."""
_VERY_MUCH, _AMPLE = 400, 2
"""Lines that are many, and how many times the lines that there is room for are certainly too many."""


@dataclass(frozen=True)
class Placed:
    """Something on its slide: placeholders filled, and free drawings."""

    filled: tuple[Filled, ...] = ()
    drawings: tuple[Drawing, ...] = ()


class Fitting(Protocol):
    """Something whose size of type is chosen together with all that stands beside it."""

    def fits(self, factor: float) -> bool:
        """Whether it has room with all sizes times `factor`."""
        ...

    def shortage(self, factor: float) -> tuple[int, int]:
        """Lines (or rows) that it needs, and how many there is room for."""
        ...

    def place(self, factor: float) -> Placed:
        """Itself as it is drawn at that step."""
        ...

    def parts(self, count: int, factor: float) -> Sequence[Fitting] | None:
        """Itself divided evenly over `count` slides; None where it can't be divided so far.

        Whether a part fits at that step is asked of the part itself.
        """
        ...


@dataclass(frozen=True)
class Fixed:
    """What has its place whatever the size of type: a picture, a caption, a column's title.  Stands on every part."""

    placed: Placed

    def fits(self, factor: float) -> bool:
        """Always."""
        return True

    def shortage(self, factor: float) -> tuple[int, int]:
        """Nothing."""
        return (0, 0)

    def place(self, factor: float) -> Placed:
        """As it is."""
        return self.placed

    def parts(self, count: int, factor: float) -> None:
        """It can't be divided."""


@dataclass(frozen=True)
class Settled:
    """The slides that a slide has become, each with what stands on it; and the shortage where nothing helped."""

    pages: tuple[tuple[Placed, ...], ...]
    over: tuple[int, int] | None = None


def settle(fittings: Sequence[Fitting], policy: Policy, brand: Brand, least: int = 1) -> Settled:
    """All `fittings` at the largest step at which each of them fits; on at least that many slides.

    Where no step will do on one slide, they are continued on as few as possible, there at the largest step that needs
    no more of them.
    """
    tries = (brand.scale[:1], brand.scale) if policy == "continue" else (brand.scale,)
    if least == 1:
        for factor in tries[0]:
            if all(one.fits(factor) for one in fittings):
                return Settled((tuple(one.place(factor) for one in fittings),))
    smallest = brand.scale[-1]
    hopeless = policy == "error" or any(_hopeless(one, MOST_PARTS, smallest) for one in fittings)
    if not hopeless and any(one.parts(2, smallest) is not None for one in fittings):
        for steps in tries:
            for count in range(max(least, 2), MOST_PARTS + 1):
                settled = _continued(fittings, count, steps)
                if settled:
                    return settled
    over = next((one.shortage(smallest) for one in fittings if not one.fits(smallest)), None)
    return Settled((tuple(one.place(smallest) for one in fittings),), over)


def _hopeless(fitting: Fitting, count: int, factor: float) -> bool:
    """Whether so many slides can't do, by far, for very much: to look for the best places to cut would take long."""
    if fitting.fits(factor):
        return False
    needed, room = fitting.shortage(factor)
    return needed > max(_VERY_MUCH, _AMPLE * count * (room + 1))


def _continued(fittings: Sequence[Fitting], count: int, steps: Sequence[float]) -> Settled | None:
    """`fittings` over `count` slides at the largest step that will do; what can't be divided stands on each."""
    for factor in steps:
        if any(_hopeless(one, count, factor) for one in fittings):
            continue
        divided = [one.parts(count, factor) for one in fittings]
        if not any(divided):
            continue
        pages = [parts or (one,) * count for one, parts in zip(fittings, divided, strict=True)]
        if all(part.fits(factor) for parts in pages for part in parts):
            turned = zip(*pages, strict=True)
            return Settled(tuple(tuple(part.place(factor) for part in page) for page in turned))
    return None


def balanced(heights: Sequence[float], count: int, may_break: Sequence[bool]) -> list[range] | None:
    """Cut a row of things into `count` parts of about equal height; None where there are too few places to cut.

    `may_break[i]` says whether a part may begin with thing `i`.  The tallest part is as low as can be, the others are
    as even as that allows, and among equals the first ones are the taller.
    """
    starts = [index for index in range(1, len(heights)) if may_break[index]]
    if len(starts) < count - 1:
        return None
    sums = [0.0, *accumulate(heights)]
    stops = [*starts, len(heights)]
    tallest = _ends(stops, sums, count, max, math.inf)[0]
    ends = _ends(stops, sums, count, lambda cost, part: cost + part * part, tallest + 1e-6)[1]
    return [range(start, stop) for start, stop in zip([0, *ends], ends, strict=False)]


def _ends(
    stops: Sequence[int], sums: Sequence[float], count: int, add: Callable[[float, float], float], most: float
) -> tuple[float, list[int]]:
    """The cheapest way to end `count` parts at some of `stops`, none of them taller than `most`: its cost, and where.

    `add` gives the cost of some parts and one more of a given height.
    """
    best = {stop: (add(0.0, sums[stop]), [stop]) for stop in stops if sums[stop] <= most}
    for _ in range(count - 1):
        following: dict[int, tuple[float, list[int]]] = {}
        for index, stop in enumerate(stops):
            choices = [
                (add(best[start][0], sums[stop] - sums[start]), -start, [*best[start][1], stop])
                for start in stops[:index]
                if start in best and sums[stop] - sums[start] <= most
            ]
            if choices:
                cost, _, ends = min(choices)
                following[stop] = (cost, ends)
        best = following
    return best[stops[-1]]
