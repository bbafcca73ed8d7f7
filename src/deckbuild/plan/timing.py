"""How long a lesson takes, without numbering or composing it: what fitting asks over and over."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from deckbuild.kinds.activity import ActivitySlide, CaseSlide
from deckbuild.lesson.lesson import Lesson, Slide
from deckbuild.resolve.order import section_key
from deckbuild.resolve.placing import placed_in
from deckbuild.spec.authored import walk
from deckbuild.spec.scalars import Duration


def keyed(lesson: Lesson) -> Iterator[tuple[str, str, Slide]]:
    """Each slide with the keys of its section and its own, as `resolve` makes them."""
    for number, section in enumerate(lesson.sections, 1):
        for index, slide in enumerate(section.slides, 1):
            yield section_key(lesson, number), slide.id or f"{number}/{index}", slide


def slide_time(slide: Slide, lesson: Lesson) -> Duration:
    """What a slide takes: what it says, else what the activity or the case that it shows takes; hidden ones none."""
    if slide.hidden:
        return Duration()
    if slide.duration:
        return slide.duration
    match slide.content:
        case ActivitySlide(activity=id_):
            found = next((one.duration for one in lesson.activities if one.id == id_), None)
        case CaseSlide(case=id_):
            found = next((one.duration for one in lesson.cases if one.id == id_), None)
        case _:
            found = None
    return found or Duration()


def spent(lesson: Lesson, *, instructions: bool, without: Collection[str] = ()) -> Duration:
    """What the lesson takes without the slides and sections of these keys.

    With `instructions` an activity that no slide shows has a slide of its own behind its cue (`generate: activities`),
    and its time with it.
    """
    kept = [(section, slide) for section, key, slide in keyed(lesson) if section not in without and key not in without]
    total = Duration()
    for _, slide in kept:
        total += slide_time(slide, lesson)
    if instructions:
        for id_ in _instructed(lesson, kept):
            total += next((one.duration for one in lesson.activities if one.id == id_), None) or Duration()
    return total


def _instructed(lesson: Lesson, kept: list[tuple[str, Slide]]) -> frozenset[str]:
    """Ids of the activities that get an instruction slide of their own."""
    shown = {slide.content.activity for _, slide in kept if isinstance(slide.content, ActivitySlide)}
    open_ = {section for section, _ in kept}
    notes = [section.notes for number, section in enumerate(lesson.sections, 1) if section_key(lesson, number) in open_]
    parts = (*notes, *(slide.notes for _, slide in kept))
    placed = {id_ for part in parts for node in walk(part) for field, id_ in placed_in(node) if field == "activity"}
    return frozenset(placed - shown)
