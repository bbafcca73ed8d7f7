"""What to leave out when a session runs late: one list to go down, as far as the clock asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.kinds.question import InBank, Question
from deckbuild.lesson.lesson import Lesson
from deckbuild.plan.cuts import Chosen, Cut, Load, ledger_of, needs, optional_placed, others, ranked, varying
from deckbuild.plan.timing import keyed
from deckbuild.plan.variants import placed_activities
from deckbuild.resolve.order import section_key
from deckbuild.spec.activity import Variant
from deckbuild.spec.head import Outcome

BEHIND = (10 * 60, 20 * 60, 30 * 60)
"""Seconds for which a run sheet says what to do."""


@dataclass(frozen=True)
class Saving:
    """Something to leave out, or an activity to run shorter; what it saves, and what that costs."""

    key: str
    """Of the slide, the section, the activity or the line of the programme."""
    title: str
    """Markdown."""
    saves: int
    """Seconds."""
    variant: Variant | None = None
    instead: str = ""
    """What to say in its place; Markdown."""
    lost: tuple[Outcome, ...] = ()
    """Outcomes that nobody works on any more."""
    optional: bool = True
    """Whether the author calls it optional; what is not goes only when nothing else is left."""


@dataclass(frozen=True)
class Line:
    """An optional line of the programme, which goes as a whole."""

    key: str
    title: str
    """Markdown."""
    priority: int | None = None
    sections: tuple[int, ...] = ()
    """Numbers of its sections in the lesson, from 1; none where nothing is taught in it."""
    seconds: int = 0
    """What it takes where nothing is taught in it."""
    after: int = 0
    """Number of the last section before it."""


@dataclass(frozen=True)
class Rescue:
    """What to leave out when `behind` seconds late, beside all that is left out when less late."""

    behind: int
    savings: tuple[Saving, ...]
    saved: int
    """Seconds that this and what comes before it save; less than `behind` where there is no more to save."""


def rescues(
    lesson: Lesson, *, instructions: bool, lines: Sequence[Line] = (), behind: Sequence[int] = BEHIND
) -> tuple[Rescue, ...]:
    """For each of `behind`: what else to leave out.

    First what is optional, in the order in which fitting drops it, `lines` of the programme as a whole;
    then activities in shorter variants, the last
    first; then slides that cost the fewest outcomes, of those the one that saves enough with least.
    """
    going = _Going(lesson, lines, instructions=instructions)
    return tuple(Rescue(seconds, tuple(going.until(seconds)), going.saved) for seconds in behind)


class _Going:
    """Leaves out one thing after the other, and keeps count."""

    def __init__(self, lesson: Lesson, lines: Sequence[Line], *, instructions: bool) -> None:
        self._load = Load(lesson, instructions=instructions)
        self._lesson, self._chosen = lesson, Chosen()
        self._whole = needs(self._load, self._chosen)
        self._lines = {line.key: line for line in lines}
        self._titles = {**dict(_titles(lesson)), **{line.key: line.title for line in lines}}
        self._plain = _plain(self._load, lines)
        self._shown = {key: getattr(slide.content, "activity", "") for _, key, slide in keyed(lesson)}

    @property
    def saved(self) -> int:
        """Seconds that all that was left out so far saves."""
        return self._whole - needs(self._load, self._chosen) + self._untaught(self._chosen)

    def until(self, seconds: int) -> Iterator[Saving]:
        """Leave out until so much is saved, or nothing more can be."""
        while self.saved < seconds:
            found = self._next(seconds - self.saved)
            if found is None:
                return
            yield found

    def _next(self, wanted: int) -> Saving | None:
        while self._plain:
            made = self._made(self._plain.pop(0))
            if made:
                return made
        for cut in varying([self._load], [self._chosen]):
            if cut.key not in self._chosen.variants:
                return self._varied(cut, wanted)
        return self._least(wanted)

    def _made(self, cut: Cut, variant: Variant | None = None, *, optional: bool = True) -> Saving | None:
        """The cut made; None where it saves nothing."""
        now = self._without(self._lines[cut.key]) if cut.key in self._lines else self._chosen.plus(cut, variant)
        saves = self._saves(now)
        if saves <= 0:
            return None
        lost = () if variant else self._lost(now)
        self._chosen = now
        return Saving(cut.key, self._titles.get(cut.key, ""), saves, variant, cut.instead, lost, optional)

    def _varied(self, cut: Cut, wanted: int) -> Saving | None:
        """An activity in the longest variant that saves enough, else in the shortest."""
        enough = [one for one in cut.variants if self._saves(self._chosen.plus(cut, one)) >= wanted]
        made = self._made(cut, (enough or cut.variants[-1:])[0])
        if made is None:  # its time is not counted anywhere: look no further
            self._chosen = self._chosen.plus(cut, cut.variants[-1])
            return self._next(wanted)
        return made

    def _least(self, wanted: int) -> Saving | None:
        """A slide that is not optional: the fewest outcomes lost, then the least that is enough, then the last.

        Those on which an activity runs shorter already come after all others.
        """
        best: tuple[tuple[bool, int, bool, int, int], Cut] | None = None
        for place, cut in enumerate(others(0, self._lesson)):
            if cut.key in self._chosen.without:
                continue
            now = self._chosen.plus(cut)
            saves = self._saves(now)
            if saves <= 0:
                continue
            short = saves < wanted
            varied = self._shown.get(cut.key) in self._chosen.variants
            rank = (varied, len(self._lost(now)), short, -saves if short else saves, -place)
            if best is None or rank < best[0]:
                best = (rank, cut)
        return self._made(best[1], optional=False) if best else None

    def _saves(self, chosen: Chosen) -> int:
        taught = needs(self._load, self._chosen) - needs(self._load, chosen)
        return taught + self._untaught(chosen) - self._untaught(self._chosen)

    def _without(self, line: Line) -> Chosen:
        """All that was left out so far, and a line of the programme with its sections."""
        keys = (section_key(self._lesson, number) for number in line.sections)
        return replace(self._chosen, without=self._chosen.without | {line.key, *keys})

    def _untaught(self, chosen: Chosen) -> int:
        """Seconds of the lines left out in which nothing is taught: the lesson does not hold them."""
        return sum(line.seconds for line in self._lines.values() if line.key in chosen.without)

    def _lost(self, chosen: Chosen) -> tuple[Outcome, ...]:
        """Outcomes that the next step costs."""
        ledger = ledger_of(self._load, self._chosen)
        lost = ledger.covered(self._chosen.without) - ledger.covered(chosen.without)
        return tuple(one for one in self._lesson.outcomes if one.id in lost)


def _plain(load: Load, lines: Sequence[Line]) -> list[Cut]:
    """All that is optional, in its order; a line of the programme stands for what is optional in it."""
    within = {number for line in lines for number in line.sections}
    found = [one for one in optional_placed(load) if one[1][0] not in within]
    found += [
        (line.priority, (line.sections[0], 0) if line.sections else (line.after + 1, -1), Cut(0, line.key))
        for line in lines
    ]
    return ranked(found)


def _titles(lesson: Lesson) -> Iterator[tuple[str, str]]:
    for number, section in enumerate(lesson.sections, 1):
        yield section_key(lesson, number), section.title
    things = {one.id: one.title for one in lesson.activities} | {one.id: one.title for one in lesson.cases}
    bank = {one.id: one.stem for one in lesson.questions}
    for _, key, slide in keyed(lesson):
        body = slide.content
        shown = getattr(body, "activity", None) or getattr(body, "case", None) or ""
        yield key, slide.title or things.get(shown, "") or _asked(body, bank)
    yield from ((one.id, one.title) for one in placed_activities(lesson))


def _asked(body: object, bank: Mapping[str, str]) -> str:
    """What a question slide asks: the stem written there, or that of the bank's question."""
    if not isinstance(body, Question):
        return ""
    stem = body.question.stem
    return bank.get(stem, stem) if isinstance(body.question, InBank) else stem
