"""A session cut to what is taught: to its groups and tags, to what its programme takes, and to the time there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from deckbuild.assemble.choosing import chosen
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.lesson.lesson import Lesson
from deckbuild.lesson.project import Project
from deckbuild.lesson.session import Session
from deckbuild.plan.cuts import Load
from deckbuild.plan.fitting import Fitted, fit
from deckbuild.plan.report import report_fitting
from deckbuild.plan.tailoring import check_words, tailor
from deckbuild.programme import Part, Programme
from deckbuild.spec.leftout import LeftOut


def cut(programme: Programme, project: Project, diags: Diagnostics) -> Programme:
    """The session with nothing but what is taught, and a list of all that is left out."""
    session = programme.session
    assert session is not None
    left: dict[str, tuple[LeftOut, ...]] = {}
    parts = {part.key: part for part in programme.parts}
    for pieces in _lessons(programme.parts):
        made, gone = _tailored(pieces, session, diags)
        parts.update({part.key: part for part in made})
        left[pieces[0].key] = gone
    _check_left(tuple(parts.values()), diags)
    if diags.has_errors:
        return replace(programme, parts=tuple(parts.values()))
    lessons = [part.lesson for part in programme.parts if part.lesson]
    check_words(lessons, session.audience, session.tags, session.place, diags)
    return _fitted(replace(programme, parts=tuple(parts.values())), session, project, left, diags)


def _check_left(parts: Sequence[Part], diags: Diagnostics) -> None:
    """Report lines of the programme of which nothing is left (C208)."""
    for part in parts:
        if part.lesson and part.entry and not any(section.slides for section in part.lesson.sections):
            message = "nothing is left of this: all of it is skipped, or for others"
            diags.error("C208", message, part.entry.place.span, "take the line out, or leave out less")


def _lessons(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The pieces of each lesson, in the order of their first ones; slides of the session's own are pieces too."""
    found: dict[PurePosixPath | str, list[Part]] = {}
    for part in parts:
        if part.lesson:
            own = part.file if part.kind == "lesson" and part.file else part.key
            found.setdefault(own, []).append(part)
    yield from found.values()


def _tailored(
    pieces: Sequence[Part], session: Session, diags: Diagnostics
) -> tuple[tuple[Part, ...], tuple[LeftOut, ...]]:
    lesson = pieces[0].lesson
    assert lesson is not None
    less, gone = tailor(lesson, session.audience, session.tags, diags)
    numbered = [replace(part, lesson=less, piece=number, pieces=len(pieces)) for number, part in enumerate(pieces, 1)]
    if pieces[0].kind == "slides":
        return tuple(numbered), gone
    made, skipped = chosen(numbered, diags)
    return made, (*gone, *skipped)


def _fitted(
    programme: Programme,
    session: Session,
    project: Project,
    left: Mapping[str, tuple[LeftOut, ...]],
    diags: Diagnostics,
) -> Programme:
    """The programme within its time; parts that are dropped whole are gone."""
    starts = session.starts.seconds
    ends = starts + session.duration.high if session.duration else None
    loads = [_load(part, project) for part in programme.parts]
    found = fit(loads, starts, ends)
    times = [part.entry.place.of("time") if part.entry else session.place.span for part in programme.parts]
    report_fitting(found, times, session.place.of("duration"), diags)
    parts: list[Part] = []
    dropped: list[Part] = []
    for part, piece in zip(programme.parts, found.pieces, strict=True):
        (dropped if piece.dropped else parts).append(replace(part, lesson=piece.lesson, seconds=piece.takes))
    gone = {
        part.key: (*left.get(part.key, ()), *_really(piece, part, parts))
        for part, piece in zip(programme.parts, found.pieces, strict=True)
    }
    return replace(
        programme,
        parts=tuple(parts),
        dropped=tuple(dropped),
        left_out=tuple((key, all_) for key, all_ in gone.items() if all_),
    )


def _load(part: Part, project: Project) -> Load:
    entry = part.entry
    assert entry is not None
    time = entry.break_ or entry.time
    generate = part.lesson.generate if part.lesson and part.lesson.generate is not None else project.generate
    return Load(
        lesson=part.lesson,
        seconds=0 if part.lesson or time is None else time.high,
        allowed=entry.time.high if part.lesson and entry.time else None,
        at=entry.at.seconds if entry.at else None,
        optional=entry.optional,
        priority=entry.priority,
        instructions="activities" in generate,
    )


def _really(piece: Fitted, part: Part, parts: Sequence[Part]) -> Iterator[LeftOut]:
    """What the clock took from a part; an outcome that another piece of its lesson works on is not lost."""
    kept = {
        outcome
        for other in parts
        if other.file == part.file and other.key != part.key and other.lesson
        for outcome in _worked_on(other.lesson)
    }
    yield from (one for one in piece.left_out if one.kind != "outcome" or one.key not in kept)


def _worked_on(lesson: Lesson) -> set[str]:
    return {id_ for section in lesson.sections for slide in section.slides for id_ in slide.covers}
