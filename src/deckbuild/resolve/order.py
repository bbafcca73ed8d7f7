"""The slides in the order in which they are shown, those that nobody wrote among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckbuild.facts import Generation, Stop
from deckbuild.kinds.generated import Generated
from deckbuild.kinds.question import Question
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Generatable, Lesson, Slide
from deckbuild.spec.scalars import Duration


@dataclass(frozen=True)
class _Planned:
    key: str
    title: str
    slide: Slide | None
    generated: Generation
    section: int


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
        duration = plan.slide.duration if plan.slide and not plan.slide.hidden else None
        last = index == len(planned)
        count = parts.get(plan.key, 1)
        stops.append(
            Stop(plan.key, number, plan.title, plan.slide, plan.generated, plan.section, clock, duration, last, count)
        )
        clock += duration or Duration()
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
    for number, section in enumerate(lesson.sections, 1):
        if "dividers" in asked and section.slides:
            yield _Planned(f"@divider/{number}", section.title, None, "divider", number)
        for index, slide in enumerate(section.slides, 1):
            final = number == len(lesson.sections) and index == len(section.slides)
            if final and slide.content is None:  # a closing slide stays the last one
                yield from _closing(closing, number, lesson, labels)
                closing = []
            yield _authored(slide, number, index, lesson, labels)
    yield from _closing(closing, len(lesson.sections), lesson, labels)


def _closing(closing: Sequence[Generation], section: int, lesson: Lesson, labels: Labels) -> Iterator[_Planned]:
    for what in closing:
        yield _Planned(f"@{what}", _title(what, lesson, labels), None, what, section)


def _authored(slide: Slide, section: int, index: int, lesson: Lesson, labels: Labels) -> _Planned:
    body = slide.content
    generated: Generation = body.generated if isinstance(body, Generated) else ""
    title = slide.title or (_title(generated, lesson, labels) if generated else "")
    if not title and isinstance(body, Question):
        title = body.question.stem
    return _Planned(slide.id or f"{section}/{index}", title, slide, generated, section)


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
        case _:
            return True
