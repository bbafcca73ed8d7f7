"""The parts of a programme -> one lesson that holds them all, and the programme with where each part stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from deckbuild.assemble import merging
from deckbuild.assemble.names import check_mentions, keep_apart, renamed
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.lesson.lesson import Lesson
from deckbuild.lesson.project import Project, with_defaults
from deckbuild.programme import Part, Programme
from deckbuild.spec.pack import Material, Overview, Preparation

Thing = TypeVar("Thing")


def join(programme: Programme, project: Project, file: PurePosixPath, diags: Diagnostics) -> tuple[Lesson, Programme]:
    """The lesson and the programme.  What lessons call alike is kept apart, what they share is merged."""
    parts = [part for part in programme.parts if part.lesson]
    files = list(dict.fromkeys(_owner(part) for part in parts))
    lessons = [_gathered([part for part in parts if _owner(part) == one]) for one in files]
    check_mentions(lessons, diags)
    names = keep_apart(lessons, diags)
    merging.handouts(lessons, names)
    cited = merging.references(lessons, names, diags)
    outcomes = merging.outcomes(lessons, names)
    by_file = dict(zip(files, names, strict=True))
    made = {part.key: renamed(part.lesson, by_file[_owner(part)]) for part in parts if part.lesson}
    lessons = [renamed(lesson, new) for lesson, new in zip(lessons, names, strict=True)]
    placed = _placed(programme.parts, made)
    sections = tuple(section for part in placed if part.lesson for section in made[part.key].sections)
    lesson = _head(programme, project, file).model_copy(
        update={
            "sections": sections,
            "outcomes": getattr(programme.course, "outcomes", ()) or outcomes,
            "references": cited,
            "abbreviations": merging.abbreviations(lessons, diags),
            "glossary": merging.glossary(lessons, diags),
            **_lists(lessons, programme.session.equipment if programme.session else ()),
        }
    )
    owners = {one.id: source.lesson for source in lessons for one in source.activities}
    return with_defaults(lesson, project), replace(
        programme, parts=placed, owners=owners, restarts=(programme.head.numbers or project.numbers) == "restart"
    )


def _owner(part: Part) -> PurePosixPath | str:
    """The file whose ids it has; slides of a session's own are each for themselves."""
    return part.file if part.file and part.kind != "slides" else part.key


def _gathered(pieces: Sequence[Part]) -> Lesson:
    """The pieces of one lesson as one."""
    lessons = [part.lesson for part in pieces if part.lesson]
    first = lessons[0]
    if len(lessons) == 1:
        return first
    changes: dict[str, object] = {"sections": tuple(section for one in lessons for section in one.sections)}
    for name in (*_BY_ID, "outcomes"):
        changes[name] = _once((one.id, one) for lesson in lessons for one in getattr(lesson, name))
    for name in ("references", "abbreviations"):
        changes[name] = {key: one for lesson in lessons for key, one in getattr(lesson, name).items()}
    return first.model_copy(update=changes)


_BY_ID = ("activities", "cases", "questions", "handouts", "annexes")


def _once(found: Iterable[tuple[str, Thing]]) -> tuple[Thing, ...]:
    return tuple(dict(found).values())


def _placed(parts: Sequence[Part], made: Mapping[str, Lesson]) -> tuple[Part, ...]:
    """The parts with their lessons under new ids, and with where their sections stand."""
    out, count = [], 0
    for part in parts:
        lesson = made.get(part.key)
        held = len(lesson.sections) if lesson else 0
        out.append(replace(part, lesson=lesson, sections=tuple(range(count + 1, count + held + 1))))
        count += held
    return tuple(out)


def _lists(lessons: Sequence[Lesson], equipment: Sequence[Material]) -> dict[str, object]:
    """What simply follows one another; a thing that several lessons need, and what is generated, stands there once."""
    found: dict[str, object] = {
        name: _once((one.id, one) for lesson in lessons for one in getattr(lesson, name)) for name in _BY_ID
    }
    needed = (*equipment, *(one for lesson in lessons for one in lesson.equipment))
    found["equipment"] = _once((repr(one), one) for one in needed)
    found["common_questions"] = tuple(one for lesson in lessons for one in lesson.common_questions)
    tasks = {
        phase: _once(
            (repr(task), task)
            for lesson in lessons
            if lesson.preparation
            for task in getattr(lesson.preparation, phase)
        )
        for phase in ("before", "during", "after")
    }
    prepared = Preparation.model_construct().model_copy(update=tasks)
    found["preparation"] = prepared if any(tasks.values()) else None
    found["test"] = next((lesson.test for lesson in lessons if lesson.test), None)
    return found


def _head(programme: Programme, project: Project, file: PurePosixPath) -> Lesson:
    """What the session or the course says itself, as a lesson says it."""
    head = programme.head
    session, course = programme.session, programme.course
    module = programme.modules[0] if programme.kind == "module" else None
    language = (session.language[0] if session.language else None) if session else getattr(course, "language", None)
    title = (module and module.title) or (session.session if session else course.course if course else "")
    return Lesson.model_construct(
        place=head.place,
        lesson=(module and module.module) or file.stem,
        title=title,
        subtitle=head.subtitle if module is None else title_of(programme),
        edition=head.edition,
        language=language,
        brand=head.brand,
        aim=module.aim if module else head.aim,
        relevance=course.relevance if course and module is None else None,
        overview=_overview(programme),
        evaluation=head.evaluation,
        imprint=head.imprint,
        omit=head.omit,
        sections=(),
    )


def title_of(programme: Programme) -> str:
    """The title of the session or of the whole course."""
    return programme.session.session if programme.session else programme.course.course if programme.course else ""


def _overview(programme: Programme) -> Overview | None:
    session = programme.session
    if session is None:
        return programme.course.overview if programme.course else None
    names = "; ".join(f"{one.name} ({one.role})" if one.role else one.name for one in session.trainers)
    return Overview.model_construct(
        audience=None,
        participants=session.participants,
        groups=session.groups,
        trainers=names or None,
        room=session.venue,
    )
