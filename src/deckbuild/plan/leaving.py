"""Lesson without some of its slides, cues and activities: whatever only those led to goes with them.

The one way to take something out of a lesson, whoever asks for it: an audience, a tag, `skip`, the clock.
Where a slide, a section or a cue was, a line says so to the trainer; a text that refers to it says so too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.lesson.lesson import Lesson, Section, Slide
from deckbuild.plan.orphans import orphans, outcomes_lost, without_things
from deckbuild.plan.timing import slide_time
from deckbuild.plan.unlinking import unlinked
from deckbuild.resolve.order import section_key
from deckbuild.resolve.placing import placed_in
from deckbuild.spec.authored import Authored, walk
from deckbuild.spec.cue import Cue
from deckbuild.spec.leftout import Gap, Kind, LeftOut, Reason, Why, gap
from deckbuild.spec.scalars import Duration


@dataclass(frozen=True)
class Wanted:
    """What is to go, each with its reason: by key for sections, slides, activities, cases and questions, cues by value.

    A slide's key is its id, else its place (`2/3`); a section's its id, else `section/2`.
    """

    keys: Mapping[str, Reason] = field(default_factory=dict)
    cues: Mapping[int, Reason] = field(default_factory=dict)
    """By `id()` of the cue."""

    def __bool__(self) -> bool:
        return bool(self.keys or self.cues)


def leave_out(lesson: Lesson, wanted: Wanted, diags: Diagnostics | None = None) -> tuple[Lesson, tuple[LeftOut, ...]]:
    """The lesson without what is wanted away, and all that went, in the lesson's order.

    A text that refers to something that went is reported (C201) where `diags` are given.  Of a lesson of which nothing
    is left there are no sections.
    """
    if not wanted:
        return lesson, ()
    cut = _Cut(lesson, wanted)
    sections = cut.sections()
    less = lesson.model_copy(update={"sections": sections})
    gone = [*cut.gone, *(cut.thing(one) for one in _things(lesson) if one.id in wanted.keys)]
    known = {one.key for one in gone if one.kind in ("activity", "case", "question")}
    gone += orphans(lesson, less, known)
    less = without_things(less, gone)
    lost = outcomes_lost(lesson, less)
    if all(one.why is Why.TIME for one in (*wanted.keys.values(), *wanted.cues.values())):
        lost = [one.because(Reason(Why.TIME)) for one in lost]
    less = without_things(less, lost)
    gone += lost
    keys = {one.key for one in (*cut.unheard(), *gone) if one.kind not in ("cue", "outcome")}
    return unlinked(less, keys, diags), tuple(gone)


@dataclass(frozen=True)
class _Thing:
    """An activity, a case or a question."""

    kind: Kind
    id: str
    title: str
    span: Span


def _things(lesson: Lesson) -> Iterator[_Thing]:
    yield from (_Thing("activity", one.id, one.title, one.place.of("id")) for one in lesson.activities)
    yield from (_Thing("case", one.id, one.title, one.place.of("id")) for one in lesson.cases)
    yield from (_Thing("question", one.id, one.stem, one.place.of("id")) for one in lesson.questions)


class _Cut:
    """Goes through the sections once, keeps what stays and notes down what goes."""

    def __init__(self, lesson: Lesson, wanted: Wanted) -> None:
        self._lesson, self._wanted = lesson, wanted
        self.gone: list[LeftOut] = []
        self._inside: list[LeftOut] = []

    def sections(self) -> tuple[Section, ...]:
        """The sections that stay, each with what stays of it."""
        out: list[Section] = []
        early: list[LeftOut] = []
        for number, section in enumerate(self._lesson.sections, 1):
            key = section_key(self._lesson, number)
            reason = self._wanted.keys.get(key)
            kept = None if reason else self._section(section, number)
            if kept is not None:
                if early:
                    kept = kept.model_copy(update={"notes": (*map(gap, early), *kept.notes)})
                    early = []
                out.append(kept)
                continue
            reason = reason or self._common(number)
            left = LeftOut("section", key, section.title, reason, self._time(section), span=section.place.span)
            self.gone.append(left)
            self._inside += [self._slide(slide, number, n, reason) for n, slide in enumerate(section.slides, 1)]
            if out:
                out[-1] = _closed(out[-1], left)
            else:
                early.append(left)
        return tuple(out)

    def unheard(self) -> Sequence[LeftOut]:
        """The slides of sections that went whole."""
        return self._inside

    def thing(self, one: _Thing) -> LeftOut:
        """An activity, a case or a question that was asked to go."""
        return LeftOut(one.kind, one.id, one.title, self._wanted.keys[one.id], span=one.span)

    def _section(self, section: Section, number: int) -> Section | None:
        """What stays of a section; None where all its slides go."""
        before = len(self.gone)
        key = section_key(self._lesson, number)
        notes = list(self._cues(section.notes, key))
        slides: list[Slide] = []
        for index, slide in enumerate(section.slides, 1):
            own = slide.id or f"{number}/{index}"
            reason = self._wanted.keys.get(own) or self._placing(slide.content)
            if reason is None:
                slides.append(self._kept(slide, own))
                continue
            left = self._slide(slide, number, index, reason)
            self.gone.append(left)
            if slides:
                slides[-1] = slides[-1].model_copy(update={"notes": (*slides[-1].notes, gap(left))})
            else:
                notes.append(gap(left))
        if section.slides and not slides:
            del self.gone[before:]
            return None
        if len(self.gone) == before:
            return section
        return section.model_copy(update={"notes": tuple(notes), "slides": tuple(slides)})

    def _kept(self, slide: Slide, key: str) -> Slide:
        notes = tuple(self._cues(slide.notes, key))
        return slide if notes == slide.notes else slide.model_copy(update={"notes": notes})

    def _cues(self, notes: Sequence[Cue], owner: str) -> Iterator[Cue]:
        for number, cue in enumerate(notes, 1):
            reason = self._wanted.cues.get(id(cue)) or self._placing(cue)
            if reason is None or isinstance(cue, Gap):
                yield cue
                continue
            left = LeftOut("cue", f"{owner}#{number}", _words(cue), reason, span=cue.place.span)
            self.gone.append(left)
            yield gap(left)

    def _placing(self, node: Authored | None) -> Reason | None:
        """Why what this cue or body places is left out; None where it stays."""
        if node is None:
            return None
        placed = (id_ for one in walk(node) for _, id_ in placed_in(one))
        return next((self._wanted.keys[id_] for id_ in placed if id_ in self._wanted.keys), None)

    def _slide(self, slide: Slide, number: int, index: int, reason: Reason) -> LeftOut:
        time = slide_time(slide, self._lesson)
        key = slide.id or f"{number}/{index}"
        return LeftOut("slide", key, self._titled(slide), reason, time, span=slide.place.span)

    def _titled(self, slide: Slide) -> str:
        """Its heading; of one without a heading that of what it places."""
        if slide.title or slide.content is None:
            return slide.title or ""
        placed = {id_ for one in walk(slide.content) for _, id_ in placed_in(one)}
        named = next((one.title for one in _things(self._lesson) if one.id in placed), "")
        asked = getattr(getattr(slide.content, "question", None), "stem", "")
        return named or asked or slide.content.key

    def _time(self, section: Section) -> Duration:
        total = Duration()
        for slide in section.slides:
            total += slide_time(slide, self._lesson)
        return total

    def _common(self, number: int) -> Reason:
        """The reason for which all slides of a section go: the one that they share, else that of the first."""
        slides = self._lesson.sections[number - 1].slides
        own = (
            self._wanted.keys.get(slide.id or f"{number}/{n}") or self._placing(slide.content)
            for n, slide in enumerate(slides, 1)
        )
        return next((reason for reason in own if reason), Reason(Why.FOLLOWS))


def _closed(section: Section, left: LeftOut) -> Section:
    """A section with the line for what stood after it."""
    if not section.slides:
        return section.model_copy(update={"notes": (*section.notes, gap(left))})
    last = section.slides[-1]
    closed = last.model_copy(update={"notes": (*last.notes, gap(left))})
    return section.model_copy(update={"slides": (*section.slides[:-1], closed)})


_LONGEST = 60


def _words(cue: Cue) -> str:
    """The first words of a cue, to know it by."""
    text = cue.prose or cue.activity or cue.case or cue.distribute or " ".join(cue.reference or ())
    line = text.split("\n")[0].replace("*", "").replace("`", "")
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(".,;:") + " …"
