"""An activity in another of its variants, and the slide on which it runs with the time that is left of it."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.kinds.activity import ActivitySlide
from deckbuild.lesson.lesson import Lesson, Slide
from deckbuild.resolve.placing import placed_in
from deckbuild.spec.activity import Activity, Variant, Varied
from deckbuild.spec.authored import walk
from deckbuild.spec.cue import Cue
from deckbuild.spec.leftout import LeftOut, Reason, gap
from deckbuild.spec.scalars import Duration


def shorter(activity: Activity) -> tuple[Variant, ...]:
    """Its variants that take less time than it does, the longest first."""
    own = activity.duration
    if own is None:
        return ()
    less = [one for one in activity.variants if one.duration and one.duration.high < own.high]
    return tuple(sorted(less, key=lambda one: -one.duration.high if one.duration else 0))


def placed_activities(lesson: Lesson) -> Iterator[Activity]:
    """The activities that slides or cues lead to, in order of use."""
    named = (id_ for node in walk(lesson.sections) for field, id_ in placed_in(node) if field == "activity")
    by_id = {one.id: one for one in lesson.activities}
    yield from (by_id[id_] for id_ in dict.fromkeys(named) if id_ in by_id)


def vary(
    lesson: Lesson, id_: str, variant: Variant, reason: Reason, *, instructions: bool = False
) -> tuple[Lesson, LeftOut]:
    """The lesson with that activity in `variant`; a line where it begins says so to the trainer.

    A slide that shows it, or that begins it and has at least its time where no other slide does, gets shorter too.
    """
    activity = next(one for one in lesson.activities if one.id == id_)
    usual, new = activity.duration or Duration(), variant.duration or Duration()
    saved = Duration(usual.high - new.high, usual.high - new.high)
    left = LeftOut(
        "variant", id_, activity.title, reason, saved, variant.title, variant.change, span=variant.place.span
    )
    changed = Varied.model_construct(
        **{
            **activity.__dict__,
            "duration": new,
            "split": variant.split,
            "steps": variant.steps or activity.steps,
            "variants": tuple(one for one in activity.variants if one is not variant),
            "chosen": variant,
            "usual": usual,
        }
    )
    activities = tuple(changed if one.id == id_ else one for one in lesson.activities)
    alone = not instructions and not any(
        _shows(slide, id_) for section in lesson.sections for slide in section.slides if not slide.hidden
    )
    return _placed(lesson.model_copy(update={"activities": activities}), activity, left, alone=alone), left


def _placed(lesson: Lesson, activity: Activity, left: LeftOut, *, alone: bool) -> Lesson:
    """The lesson with the line after the first cue that begins it, or first on the slide that shows it."""
    done = False
    sections = []
    for section in lesson.sections:
        notes, done = (section.notes, True) if done else _announced(section.notes, activity.id, left)
        slides = []
        for slide in section.slides:
            here = not done and _begins(slide, activity.id)
            slides.append(_slide(slide, activity, left, begins=here, alone=alone))
            done = done or here
        sections.append(section.model_copy(update={"notes": notes, "slides": tuple(slides)}))
    return lesson.model_copy(update={"sections": tuple(sections)})


def _slide(slide: Slide, activity: Activity, left: LeftOut, *, begins: bool, alone: bool) -> Slide:
    """The slide on which it begins or is shown, with the line, and without the time that the variant saves.

    `alone` says that no slide shows it, so that its time is in that of the slide which begins it.
    """
    changes: dict[str, object] = {}
    if begins:
        notes, found = _announced(slide.notes, activity.id, left)
        changes["notes"] = notes if found else (gap(left), *notes)
    includes = slide.duration and activity.duration and slide.duration.high >= activity.duration.high
    if slide.duration and (_shows(slide, activity.id) or (begins and alone and includes)):
        saved = left.time.high
        changes["duration"] = Duration(max(slide.duration.low - saved, 0), max(slide.duration.high - saved, 0))
    return slide.model_copy(update=changes) if changes else slide


def _shows(slide: Slide, id_: str) -> bool:
    return isinstance(slide.content, ActivitySlide) and slide.content.activity == id_


def _begins(slide: Slide, id_: str) -> bool:
    return any(field == "activity" and placed == id_ for node in walk(slide) for field, placed in placed_in(node))


def _announced(notes: tuple[Cue, ...], id_: str, left: LeftOut) -> tuple[tuple[Cue, ...], bool]:
    """The notes with the line behind the cue that begins the activity, and whether there is one."""
    for number, cue in enumerate(notes):
        if cue.activity == id_:
            return (*notes[: number + 1], gap(left), *notes[number + 1 :]), True
    return notes, False
