"""Editions of a course: which of its slides a half day or one group is shown, by the same rules as in sessions."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from deckbuild.assemble.choosing import activities_on, keyed
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.lesson.course import CourseEdition
from deckbuild.lesson.lesson import Lesson
from deckbuild.lesson.project import Project
from deckbuild.plan.cuts import Load
from deckbuild.plan.fitting import fit
from deckbuild.plan.leaving import Wanted, leave_out
from deckbuild.plan.tailoring import check_words, tailor
from deckbuild.programme import Part, Programme, Taught
from deckbuild.spec.leftout import Reason, Why
from deckbuild.spec.scalars import Duration


def taught(programme: Programme, project: Project, diags: Diagnostics) -> tuple[Taught, ...]:
    """Each edition of a course with the places of its slides.

    Reports names that are not there (C302), editions of the same name or without a slide (C301), and what does not
    fit its time (C303).
    """
    course = programme.course
    assert course is not None
    found: dict[str, Taught] = {}
    for edition in course.editions:
        if edition.edition in found:
            message = f"the course has an edition called “{edition.edition}” already"
            diags.error("C301", message, edition.place.of("edition"), "give one of them another name")
            continue
        check_words([part.lesson for part in programme.parts if part.lesson], edition.audience, edition.tags,
                    edition.place, diags)  # fmt: skip
        if _known(edition, programme, diags):
            found[edition.edition] = _taught(edition, programme, project, diags)
    return tuple(found.values())


def _taught(edition: CourseEdition, programme: Programme, project: Project, diags: Diagnostics) -> Taught:
    lessons = [_chosen(edition, part) for part in programme.parts if part.lesson]
    loads = [Load(lesson, instructions="activities" in _generated(lesson, project)) for lesson in lessons]
    fitting = fit(loads, 0, edition.duration.high if edition.duration else None)
    slides = frozenset(
        slide.place.span
        for piece in fitting.pieces
        if piece.lesson and not piece.dropped
        for section in piece.lesson.sections
        for slide in section.slides
    )
    if not slides:
        message = f"nothing is left of the edition “{edition.edition}”"
        diags.error("C301", message, edition.place.of("edition"), "leave out less")
    if fitting.over:
        message = f"the edition “{edition.edition}” takes {Duration(fitting.over, fitting.over)} too long"
        hint = "say in its lessons what is `optional`, leave out more, or give it more time"
        diags.warn("C303", message, edition.place.of("duration"), hint)
    return Taught(edition.edition, slides)


def _generated(lesson: Lesson, project: Project) -> tuple[str, ...]:
    return project.generate if lesson.generate is None else lesson.generate


def _chosen(edition: CourseEdition, part: Part) -> Lesson:
    """The part's lesson with what the edition takes of it."""
    assert part.lesson is not None
    lesson, _ = tailor(part.lesson, edition.audience, edition.tags)
    gone = {
        key: Reason(Why.SKIP)
        for section, _, key, slide in keyed(lesson)
        if not _takes(edition, {part.module, part.number, section, key, *activities_on(slide)})
    }
    return leave_out(lesson, Wanted(gone))[0]


def _takes(edition: CourseEdition, names: set[str]) -> bool:
    return (not edition.only or bool(names & set(edition.only))) and not names & set(edition.skip)


def _known(edition: CourseEdition, programme: Programme, diags: Diagnostics) -> bool:
    """Whether the course has all that `only` and `skip` name; a message (C302) for what it has not."""
    known = set(_names(programme))
    unknown = False
    for field in ("only", "skip"):
        for name in getattr(edition, field):
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                hint = f"did you mean `{near[0]}`?" if near else "name a module, a lesson, a section or a slide"
                unknown = True
                diags.error("C302", f"the course has no `{name}`", edition.place.of(field), hint)
    return not unknown


def _names(programme: Programme) -> Iterator[str]:
    for part in programme.parts:
        if part.lesson:
            yield from (part.module, part.number)
            for section, _, key, slide in keyed(part.lesson):
                yield from (section, key, *activities_on(slide))
