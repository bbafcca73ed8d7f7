"""The slides in the order in which they are shown, those that nobody wrote among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.facts import Generation, Posed, Stop
from deckbuild.kinds.activity import ActivitySlide, CaseSlide
from deckbuild.kinds.generated import Generated
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Generatable, Lesson, Slide
from deckbuild.programme import Part, Programme
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
    part: int = 0

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
    lesson: Lesson,
    generate: Sequence[Generatable],
    labels: Labels,
    parts: Mapping[str, int],
    programme: Programme | None = None,
) -> tuple[Stop, ...]:
    """Every slide with its number and the time at which it begins.

    `parts` says how many slides of the deck a slide takes, by its key, where it is continued: numbers are those of the
    deck, as PowerPoint counts.

    A slide without a duration takes no time, so that an author can time a lesson bit by bit; nor does a hidden
    one, which counts all the same, as PowerPoint numbers it too.
    """
    planned = list(_programme(lesson, programme, generate, labels) if programme else _lesson(lesson, generate, labels))
    clock = Duration()
    stops = []
    number = 1
    anew: Counter[str] = Counter()
    for index, plan in enumerate(planned, 1):
        count = parts.get(plan.key, 1)
        own = programme.parts[plan.part - 1].number if programme and plan.part else ""
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
                part=plan.part,
                counted=(own, anew[own] + 1) if programme and programme.restarts else None,
            )
        )
        anew[own] += count
        clock += plan.duration or Duration()
        number += count
    return tuple(stops)


def _lesson(lesson: Lesson, generate: Sequence[Generatable], labels: Labels) -> Iterator[_Planned]:
    """A lesson on its own."""
    asked = _asked(lesson, generate)
    for opening in _OPENING:
        if opening in asked:
            yield _Planned(f"@{opening}", _title(opening, lesson, labels), None, opening, 0)
    instructions = _Instructions(lesson) if "activities" in asked else None
    yield from _taught(lesson, range(1, len(lesson.sections) + 1), asked, instructions, labels)


def _asked(lesson: Lesson, generate: Sequence[Generatable]) -> list[Generatable]:
    """What is to be generated: what was asked for, was not written by hand, and has something to show."""
    slides = (slide for section in lesson.sections for slide in section.slides)
    written = {slide.content.generated for slide in slides if isinstance(slide.content, Generated)}
    return [what for what in generate if what not in written and _has_content(what, lesson)]


def _taught(
    lesson: Lesson,
    numbers: Sequence[int],
    asked: Sequence[Generatable],
    instructions: _Instructions | None,
    labels: Labels,
    part: Part | None = None,
) -> Iterator[_Planned]:
    """Sections of a lesson with what is generated in and after them; `part` is the part that they stand in."""
    closing = [what for what in _CLOSING if what in asked]
    for number in numbers:
        section = lesson.sections[number - 1]
        if "dividers" in asked and section.slides:
            yield _Planned(f"@divider/{number}", section.title, None, "divider", number)
        if instructions and section.slides:
            yield from instructions.after(section.notes, number)
        for index, slide in enumerate(section.slides, 1):
            final = number == numbers[-1] and index == len(section.slides)
            if final and slide.content is None:  # a closing slide stays the last one
                yield from _closing(closing, number, lesson, labels, part)
                closing = []
            yield _authored(slide, number, index, lesson, labels)
            if instructions:
                yield from instructions.after(slide.notes, number)
    yield from _closing(closing, numbers[-1] if numbers else 0, lesson, labels, part)


def _programme(
    lesson: Lesson, programme: Programme, generate: Sequence[Generatable], labels: Labels
) -> Iterator[_Planned]:
    """Several lessons joined: their dividers, outcomes and key messages stand with each, references at the end."""
    frame = (*_FRAME, *generate) if programme.projected else _SHEETS
    asked = programme.head.generate if programme.head.generate is not None else frame
    if "title" in asked:
        yield _Planned("@title", lesson.title, None, "title", 0)
    if "agenda" in asked:
        yield _Planned("@agenda", labels("agenda"), None, "programme", 0)
    instructions = _Instructions(lesson)
    module = ""
    for number, part in enumerate(programme.parts, 1):
        if part.module != module and programme.kind == "course" and {"agenda", "dividers"} & set(asked):
            title = next((one.title or "" for one in programme.modules if one.module == part.module), "")
            title = f"{labels('module', n=part.module)}: {title}"
            yield _Planned(f"@module/{part.module}", title, None, "module", 0, part=number)
        module = part.module
        for planned in _part(part, lesson, asked, generate, instructions, labels, projected=programme.projected):
            yield replace(planned, part=number)
    if "references" in asked and lesson.references:
        yield from _closing(["references"], len(lesson.sections), lesson, labels)


def _part(
    part: Part,
    lesson: Lesson,
    asked: Sequence[Generatable],
    generate: Sequence[Generatable],
    instructions: _Instructions,
    labels: Labels,
    *,
    projected: bool = True,
) -> Iterator[_Planned]:
    """A part with what leads to it and sums it up; what a divided lesson promises stands with its first piece."""
    if "dividers" in asked:
        piece = labels("part", n=part.piece, count=part.pieces) if part.pieces > 1 else ""
        yield _Planned(f"@{part.key}", f"{part.title or labels('break')} {piece}".strip(), None, "part", 0)
    if part.lesson is None:
        return
    own = _asked(part.lesson, generate if part.lesson.generate is None else part.lesson.generate)
    if "outcomes" in own and part.piece == 1 and projected:
        yield _Planned(f"@outcomes/{part.key}", _title("outcomes", part.lesson, labels, part), None, "outcomes", 0)
    if part.piece < part.pieces:
        own = [what for what in own if what != "key_messages"]
    own = [what for what in own if what != "references"]
    if not projected:
        own = [what for what in own if what == "activities"]
    told = instructions if "activities" in own else None
    yield from _taught(lesson, part.sections, own, told, labels, part)


_SHEETS: tuple[Generatable, ...] = ("agenda",)
"""What is worth a sheet of a flip chart, where a session without a projector does not say."""
_FRAME: tuple[Generatable, ...] = ("title", "agenda", "dividers")
"""What sessions and courses have in any case, where they do not say."""


def _closing(
    closing: Sequence[Generation], section: int, lesson: Lesson, labels: Labels, part: Part | None = None
) -> Iterator[_Planned]:
    for what in closing:
        key = f"@{what}/{part.key}" if part else f"@{what}"
        yield _Planned(key, _title(what, lesson, labels, part), None, what, section)


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


def _title(what: str, lesson: Lesson, labels: Labels, part: Part | None = None) -> str:
    """Heading of a generated slide; of one of several lessons with that lesson's number, so that no two are alike."""
    if what == "title":
        return lesson.title
    return f"{labels(what)} – {labels('lesson', n=part.number)}" if part and part.number else labels(what)


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
