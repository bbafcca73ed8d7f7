"""The slides in the order in which they are shown, those that nobody wrote among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckbuild.facts import Generation, Posed, Stop
from deckbuild.kinds.activity import ActivitySlide, CaseSlide
from deckbuild.kinds.generated import Generated
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Generatable, Lesson, Slide
from deckbuild.resolve.placing import placed_in, posed
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.authored import walk
from deckbuild.spec.cue import Notes
from deckbuild.spec.scalars import Duration


@dataclass(frozen=True)
class _Planned:
    key: str
    title: str
    slide: Slide | None
    generated: Generation
    section: int
    posed: Posed | None = None
    placed: Activity | Case | None = None

    @property
    def duration(self) -> Duration | None:
        """Its time: what the slide says, else that of the activity or the case that it shows."""
        if self.slide and (self.slide.hidden or self.slide.duration):
            return None if self.slide.hidden else self.slide.duration
        return self.placed.duration if self.placed else None


_OPENING: tuple[Generation, ...] = ("title", "outcomes", "agenda")
_CLOSING: tuple[Generation, ...] = ("key_messages", "references")


def section_key(lesson: Lesson, number: int) -> str:
    """Key of the section with that number: the author's id, else `section/2`."""
    return lesson.sections[number - 1].id or f"section/{number}"


def order(
    lesson: Lesson, generate: Sequence[Generatable], labels: Labels, parts: Mapping[str, int]
) -> tuple[Stop, ...]:
    """Every slide with its number and the time at which it begins.

    `parts` says how many slides of the deck a slide takes, by its key, where it is continued: numbers are those of the
    deck, as PowerPoint counts.

    A slide without a duration takes no time, so that an author can time a lesson bit by bit; nor does a hidden
    one, which counts all the same, as PowerPoint numbers it too.
    """
    planned = list(_planned(lesson, generate, labels))
    clock = Duration()
    stops = []
    number = 1
    for index, plan in enumerate(planned, 1):
        count = parts.get(plan.key, 1)
        stops.append(
            Stop(
                key=plan.key,
                number=number,
                title=plan.title,
                slide=plan.slide,
                generated=plan.generated,
                section=plan.section,
                starts=clock,
                duration=plan.duration,
                last=index == len(planned),
                posed=plan.posed,
                placed=plan.placed,
                parts=count,
            )
        )
        clock += plan.duration or Duration()
        number += count
    return tuple(stops)


def _planned(lesson: Lesson, generate: Sequence[Generatable], labels: Labels) -> Iterator[_Planned]:
    slides = (slide for section in lesson.sections for slide in section.slides)
    written = {slide.content.generated for slide in slides if isinstance(slide.content, Generated)}
    asked = [what for what in generate if what not in written and _has_content(what, lesson)]
    for opening in _OPENING:
        if opening in asked:
            yield _Planned(f"@{opening}", _title(opening, lesson, labels), None, opening, 0)
    closing = [what for what in _CLOSING if what in asked]
    instructions = _Instructions(lesson) if "activities" in asked else None
    for number, section in enumerate(lesson.sections, 1):
        if "dividers" in asked and section.slides:
            yield _Planned(f"@divider/{number}", section.title, None, "divider", number)
        if instructions and section.slides:
            yield from instructions.after(section.notes, number)
        for index, slide in enumerate(section.slides, 1):
            final = number == len(lesson.sections) and index == len(section.slides)
            if final and slide.content is None:  # a closing slide stays the last one
                yield from _closing(closing, number, lesson, labels)
                closing = []
            yield _authored(slide, number, index, lesson, labels)
            if instructions:
                yield from instructions.after(slide.notes, number)
    yield from _closing(closing, len(lesson.sections), lesson, labels)


def _closing(closing: Sequence[Generation], section: int, lesson: Lesson, labels: Labels) -> Iterator[_Planned]:
    for what in closing:
        yield _Planned(f"@{what}", _title(what, lesson, labels), None, what, section)


class _Instructions:
    """The instruction slides that nobody wrote: one for each activity, after the cue that first begins it."""

    def __init__(self, lesson: Lesson) -> None:
        bodies = (slide.content for section in lesson.sections for slide in section.slides)
        shown = {body.activity for body in bodies if isinstance(body, ActivitySlide)}
        self._waiting = {one.id: one for one in lesson.activities if one.id not in shown}

    def after(self, notes: Notes, section: int) -> Iterator[_Planned]:
        """Those that follow these cues."""
        for node in walk(notes):
            for field, id_ in placed_in(node):
                activity = self._waiting.pop(id_, None) if field == "activity" else None
                if activity:
                    yield _Planned(f"@activity/{id_}", activity.title, None, "activity", section, placed=activity)


def _authored(slide: Slide, section: int, index: int, lesson: Lesson, labels: Labels) -> _Planned:
    body = slide.content
    generated: Generation = body.generated if isinstance(body, Generated) else ""
    title = slide.title or (_title(generated, lesson, labels) if generated else "")
    asked, placed = posed(slide, lesson, labels), _placed(slide, lesson)
    title = title or (asked.stem if asked else placed.title if placed else "")
    return _Planned(slide.id or f"{section}/{index}", title, slide, generated, section, asked, placed)


def _placed(slide: Slide, lesson: Lesson) -> Activity | Case | None:
    """The activity or the case that an instruction slide shows."""
    match slide.content:
        case ActivitySlide(activity=id_):
            return next((activity for activity in lesson.activities if activity.id == id_), None)
        case CaseSlide(case=id_):
            return next((case for case in lesson.cases if case.id == id_), None)
        case _:
            return None


def _title(what: str, lesson: Lesson, labels: Labels) -> str:
    return lesson.title if what == "title" else labels(what)


def _has_content(what: Generatable, lesson: Lesson) -> bool:
    """Whether there is anything for that slide to show."""
    match what:
        case "outcomes":
            return bool(lesson.outcomes)
        case "agenda" | "dividers":
            return len(lesson.sections) > 1
        case "key_messages":
            return any(slide.key_message for section in lesson.sections for slide in section.slides)
        case "references":
            return bool(lesson.references)
        case "activities":
            return bool(lesson.activities)
        case _:
            return True
