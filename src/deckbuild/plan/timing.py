"""How long a lesson takes and what it covers, without numbering or composing it: what fitting asks over and over."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from deckbuild.kinds.activity import ActivitySlide, CaseSlide
from deckbuild.lesson.lesson import Lesson, Slide
from deckbuild.resolve.order import section_key
from deckbuild.resolve.placing import placed_in
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.authored import walk
from deckbuild.spec.bank import BankQuestion
from deckbuild.spec.scalars import Duration

_NO_TIME = Duration()


def keyed(lesson: Lesson) -> Iterator[tuple[str, str, Slide]]:
    """Each slide with the keys of its section and its own, as `resolve` makes them."""
    for number, section in enumerate(lesson.sections, 1):
        for index, slide in enumerate(section.slides, 1):
            yield section_key(lesson, number), slide.id or f"{number}/{index}", slide


def slide_time(slide: Slide, lesson: Lesson) -> Duration:
    """What a slide takes: what it says, else what the activity or the case that it shows takes; hidden ones none."""
    if slide.hidden:
        return _NO_TIME
    if slide.duration:
        return slide.duration
    match slide.content:
        case ActivitySlide(activity=id_):
            found = next((one.duration for one in lesson.activities if one.id == id_), None)
        case CaseSlide(case=id_):
            found = next((one.duration for one in lesson.cases if one.id == id_), None)
        case _:
            found = None
    return found or _NO_TIME


def spent(lesson: Lesson, *, instructions: bool, without: Collection[str] = ()) -> Duration:
    """What the lesson takes without the slides and sections of these keys; see `Ledger.spent`."""
    return Ledger(lesson).spent(instructions=instructions, without=without)


@dataclass(frozen=True)
class _Line:
    """What a slide adds; the notes of a section are a line of their own, without a key."""

    section: str
    key: str
    time: Duration
    shows: str
    """Id of the activity that it shows."""
    begins: frozenset[str]
    """Ids of the activities that it leads to."""
    covers: frozenset[str]
    """Ids of the outcomes that it works on, itself or by what it leads to."""


class Ledger:
    """A lesson's slides as sums: made once, asked often."""

    def __init__(self, lesson: Lesson) -> None:
        self._times = {one.id: one.duration or _NO_TIME for one in lesson.activities}
        self._lines = tuple(_lines(lesson, frozenset(self._times)))

    def spent(self, *, instructions: bool, without: Collection[str] = ()) -> Duration:
        """What it takes without the slides and sections of these keys.

        With `instructions` an activity that no slide shows has a slide of its own behind its cue
        (`generate: activities`), and its time with it.
        """
        kept = self._kept(without)
        times = [line.time for line in kept]
        if instructions:
            shown = {line.shows for line in kept}
            begun = {id_ for line in kept for id_ in line.begins}
            times += (self._times[id_] for id_ in begun - shown)
        return Duration(sum(time.low for time in times), sum(time.high for time in times))

    def covered(self, without: Collection[str] = ()) -> frozenset[str]:
        """Ids of the outcomes that it works on without the slides and sections of these keys."""
        return frozenset().union(*(line.covers for line in self._kept(without)))

    def _kept(self, without: Collection[str]) -> list[_Line]:
        """The lines that count: notes of a section only where a slide of it stays."""
        kept = [line for line in self._lines if line.section not in without and line.key not in without]
        open_ = {line.section for line in kept if line.key}
        return [line for line in kept if line.section in open_]


def _lines(lesson: Lesson, activities: frozenset[str]) -> Iterator[_Line]:
    things: tuple[Activity | Case | BankQuestion, ...] = (*lesson.activities, *lesson.cases, *lesson.questions)
    covers = {one.id: one.covers for one in things}

    def line(section: str, key: str, part: object, time: Duration, shows: str, own: Collection[str]) -> _Line:
        placed = [(field, id_) for node in walk(part) for field, id_ in placed_in(node)]
        worked_on = {*own, *(outcome for _, id_ in placed for outcome in covers.get(id_, ()))}
        begins = frozenset(id_ for field, id_ in placed if field == "activity" and id_ in activities)
        return _Line(section, key, time, shows, begins, frozenset(worked_on))

    for number, section in enumerate(lesson.sections, 1):
        yield line(section_key(lesson, number), "", section.notes, _NO_TIME, "", ())
    for section_, key, slide in keyed(lesson):
        shows = slide.content.activity if isinstance(slide.content, ActivitySlide) else ""
        made = line(section_, key, slide, slide_time(slide, lesson), shows, slide.covers)
        yield made if not slide.hidden else _Line(section_, key, _NO_TIME, shows, made.begins, frozenset())
