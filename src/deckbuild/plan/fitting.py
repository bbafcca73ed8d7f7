"""A programme fitted to its time: optional parts go by priority, then activities run in shorter variants.

Everything is decided by what the authors wrote and by its order, so that the same programme gives the same result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.lesson.lesson import Lesson
from deckbuild.plan.cuts import Chosen, Cut, Load, applied, needs, optional, takes, varying
from deckbuild.spec.activity import Variant
from deckbuild.spec.leftout import LeftOut


@dataclass(frozen=True)
class Fitted:
    """A piece of the programme as it fits best.  Times are in seconds."""

    lesson: Lesson | None
    """None for a piece without a lesson."""
    dropped: bool
    """Whether the whole piece goes."""
    left_out: tuple[LeftOut, ...]
    """What the clock took, and what followed: activities, handouts, outcomes; variants that are run."""
    needed: int
    """What it would take with nothing left out."""
    needs: int
    """What it needs as it is now."""
    takes: int
    """What it is given: what it needs, or its own `time` where that is more."""
    over: int
    """By how much it overruns its own `time`."""

    @property
    def lost(self) -> tuple[LeftOut, ...]:
        """The outcomes that are no longer worked on."""
        return tuple(one for one in self.left_out if one.kind == "outcome")


@dataclass(frozen=True)
class Fitting:
    """The whole programme as it fits best."""

    pieces: tuple[Fitted, ...]
    over: int
    """Seconds by which it still ends too late; 0 where no end was given."""


def fit(loads: Sequence[Load], starts: int = 0, ends: int | None = None) -> Fitting:
    """The programme within each piece's own time, within what lies between fixed times, and done at `ends`.

    Pieces are cut to their own time first.  Then what stands before a piece with a fixed time has to end by then.
    Where all that may go is gone and it still does not fit, it stays so, and the result says by how much.
    """
    chosen = [Chosen() for _ in loads]
    for number, load in enumerate(loads):
        if load.lesson is not None and load.allowed is not None:
            _Search(load.allowed, [number], loads, chosen, own=True).run()
    clock = starts
    for stretch, until in _stretches(loads, ends):
        first = loads[stretch[0]].at if stretch else None
        clock = max(clock, first or clock)
        if until is not None:
            _Search(until - clock, stretch, loads, chosen).run()
        clock += sum(takes(loads[number], chosen[number]) for number in stretch)
    pieces = tuple(_piece(load, one) for load, one in zip(loads, chosen, strict=True))
    return Fitting(pieces, max(0, clock - ends) if ends is not None else 0)


def _stretches(loads: Sequence[Load], ends: int | None) -> list[tuple[list[int], int | None]]:
    """The pieces from one fixed time to the next, with the time by which they have to be over."""
    out: list[tuple[list[int], int | None]] = []
    current: list[int] = []
    for number, load in enumerate(loads):
        if load.at is not None and current:
            out.append((current, load.at))
            current = []
        current.append(number)
    out.append((current, ends))
    return out


class _Search:
    """Takes away what goes first until it fits, then gives back what need not have gone, the most valued first.

    It looks at the pieces with these `numbers` and fills `chosen`; `own` is about a piece's own time.
    """

    def __init__(
        self, seconds: int, numbers: Sequence[int], loads: Sequence[Load], chosen: list[Chosen], *, own: bool = False
    ) -> None:
        self._seconds, self._numbers, self._loads, self._chosen = seconds, numbers, loads, chosen
        self._measure = needs if own else takes
        self._own = own
        self._times = {number: self._measure(loads[number], chosen[number]) for number in numbers}

    def run(self) -> None:
        """Cut what has to be cut."""
        made: list[Cut] = []
        for cut in optional(self._loads):
            if self._fits():
                break
            if cut.load in self._times and not (self._own and not cut.key) and self._try(cut, saving=True):
                made.append(cut)
        for cut in () if self._fits() else varying(self._loads, self._chosen):
            if self._fits():
                break
            if cut.load in self._times and cut.key not in self._chosen[cut.load].variants and self._shorten(cut):
                made.append(cut)
        if self._fits():
            for cut in reversed(made):
                self._give_back(cut)

    def _fits(self) -> bool:
        return sum(self._times.values()) <= self._seconds

    def _set(self, number: int, chosen: Chosen) -> int:
        """Take that choice; the seconds that it takes now."""
        self._chosen[number] = chosen
        self._times[number] = self._measure(self._loads[number], chosen)
        return self._times[number]

    def _try(self, cut: Cut, variant: Variant | None = None, *, saving: bool) -> bool:
        """Make a cut; taken back where it saves nothing."""
        before, time = self._chosen[cut.load], self._times[cut.load]
        if self._set(cut.load, before.plus(cut, variant)) < time or not saving:
            return True
        self._set(cut.load, before)
        return False

    def _shorten(self, cut: Cut) -> bool:
        """Run an activity in the longest variant with which it all fits, else in the shortest."""
        before, saved = self._chosen[cut.load], False
        for variant in cut.variants:
            self._set(cut.load, before)
            saved = self._try(cut, variant, saving=True)
            if saved and self._fits():
                return True
        return saved

    def _give_back(self, cut: Cut) -> None:
        """Undo a cut, or run a longer variant, where it still fits."""
        now = self._chosen[cut.load]
        self._set(cut.load, now.minus(cut))
        if self._fits():
            return
        for variant in cut.variants:
            self._set(cut.load, now.minus(cut).plus(cut, variant))
            if self._fits():
                return
        self._set(cut.load, now)


def _piece(load: Load, chosen: Chosen) -> Fitted:
    lesson, gone = applied(load, chosen)
    now = needs(load, chosen)
    over = max(0, now - load.allowed) if load.allowed is not None else 0
    return Fitted(
        lesson, chosen.dropped, gone, needs(load, Chosen()), now, takes(load, chosen), over if load.lesson else 0
    )
