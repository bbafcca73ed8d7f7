"""What a line of the programme takes of its lesson: `only` and `skip`, and a lesson that the programme divides."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.kinds.activity import ActivitySlide
from deckbuild.lesson.lesson import Lesson, Section, Slide
from deckbuild.lesson.session import Entry
from deckbuild.plan.leaving import Wanted, leave_out
from deckbuild.programme import Part
from deckbuild.resolve.order import section_key
from deckbuild.resolve.placing import placed_in
from deckbuild.spec.authored import walk
from deckbuild.spec.leftout import LeftOut, Reason, Why

_SKIPPED = Reason(Why.SKIP)


def chosen(parts: Sequence[Part], diags: Diagnostics) -> tuple[tuple[Part, ...], tuple[LeftOut, ...]]:
    """The pieces of one lesson with what each takes, and what none of them takes.

    What one piece leaves to another is not left out.  A slide that two of them take is reported (C106).
    """
    lesson = parts[0].lesson
    assert lesson is not None
    held = [_held(part, lesson, diags) for part in parts]
    _check_twice(parts, held, lesson, diags)
    kept = frozenset[str]().union(*held)
    left: tuple[LeftOut, ...] = ()
    if all(part.kind == "lesson" for part in parts):
        lesson, left = leave_out(lesson, Wanted(dict.fromkeys(_unwanted(lesson, kept), _SKIPPED)), diags)
    begun: set[str] = set()
    return tuple(_cut(part, lesson, begun) for part in parts), left


def keyed(lesson: Lesson) -> Iterator[tuple[str, Section, str, Slide]]:
    """Each slide with its section, and the keys of both."""
    for number, section in enumerate(lesson.sections, 1):
        for index, slide in enumerate(section.slides, 1):
            yield section_key(lesson, number), section, slide.id or f"{number}/{index}", slide


def _held(part: Part, lesson: Lesson, diags: Diagnostics) -> frozenset[str]:
    """Keys of the slides that a piece takes."""
    entry = part.entry
    if entry is None or part.kind != "lesson":
        return frozenset()
    _check_known(entry, lesson, diags)
    return frozenset(key for section, _, key, slide in keyed(lesson) if _takes(entry, section, key, slide))


def _takes(entry: Entry | None, section: str, key: str, slide: Slide) -> bool:
    """Whether a line of the programme takes that slide of that section."""
    if entry is None:
        return True
    names = {section, key, *activities_on(slide)}
    return (not entry.only or bool(names & set(entry.only))) and not names & set(entry.skip)


def activities_on(slide: Slide) -> set[str]:
    """Ids of the activities that a slide shows or begins."""
    return {id_ for node in walk(slide) for field, id_ in placed_in(node) if field == "activity"}


def _unwanted(lesson: Lesson, kept: frozenset[str]) -> list[str]:
    """Keys of the slides that no piece takes; of a section without any that of the section."""
    by_section: dict[str, list[str]] = {}
    for section, _, key, _ in keyed(lesson):
        by_section.setdefault(section, []).append(key)
    unwanted = []
    for section, keys in by_section.items():
        gone = [key for key in keys if key not in kept]
        unwanted += [section] if len(gone) == len(keys) else gone
    return unwanted


def _check_known(entry: Entry, lesson: Lesson, diags: Diagnostics) -> None:
    """Report ids that the lesson does not have (C103)."""
    known = [section.id for section in lesson.sections if section.id]
    known += [slide.id for section in lesson.sections for slide in section.slides if slide.id]
    known += [activity.id for activity in lesson.activities]
    for field in ("only", "skip"):
        for id_ in getattr(entry, field):
            if id_ not in known:
                near = difflib.get_close_matches(id_, known, 1)
                hint = f"did you mean `{near[0]}`?" if near else "give the section or slide an `id`, and use that"
                message = f"lesson {lesson.lesson} has no section, slide or activity called `{id_}`"
                diags.error("C103", message, entry.place.of(field), hint)


def _check_twice(parts: Sequence[Part], held: Sequence[frozenset[str]], lesson: Lesson, diags: Diagnostics) -> None:
    """Report slides that two lines of the programme take (C106)."""
    titles = {key: slide.title or key for _, _, key, slide in keyed(lesson)}
    seen: set[str] = set()
    for part, keys in zip(parts, held, strict=True):
        twice = [key for key in titles if key in keys & seen]
        if twice and part.entry:
            message = f"the programme has “{titles[twice[0]]}” twice"
            message += f", and {len(twice) - 1} more" if len(twice) > 1 else ""
            diags.error("C106", message, part.entry.place.span, "divide the lesson with `only` or `skip`")
        seen |= keys


def _cut(part: Part, lesson: Lesson, begun: set[str]) -> Part:
    """The part with what it takes of `lesson`, of which it is a piece.

    A section that is `begun` in a piece before goes on here: it is introduced, and can be referred to, there alone.
    """
    if part.kind == "activity":
        return replace(part, lesson=_alone(part, lesson))
    sections = []
    for number, section in enumerate(lesson.sections, 1):
        key = section_key(lesson, number)
        slides = tuple(
            slide
            for index, slide in enumerate(section.slides, 1)
            if _takes(part.entry, key, slide.id or f"{number}/{index}", slide)
        )
        if slides:
            again = {"id": None, "notes": ()} if key in begun else {}
            begun.add(key)
            sections.append(section.model_copy(update={"slides": slides, **again}))
    return replace(part, lesson=lesson.model_copy(update={"sections": tuple(sections)}))


def _alone(part: Part, lesson: Lesson) -> Lesson:
    """The lesson with nothing but one activity, on a slide of its own."""
    activity = next(one for one in lesson.activities if part.entry and one.id == part.entry.activity)
    body = ActivitySlide.model_construct(place=activity.place, activity=activity.id)
    slide = Slide.model_construct(place=activity.place, body=body)
    section = Section.model_construct(place=activity.place, title=part.title, slides=(slide,))
    return lesson.model_copy(
        update={
            "sections": (section,),
            "activities": (activity,),
            "outcomes": tuple(one for one in lesson.outcomes if one.id in activity.covers),
            "generate": (),
            **dict.fromkeys(("cases", "questions", "handouts", "annexes", "common_questions", "glossary"), ()),
        }
    )
