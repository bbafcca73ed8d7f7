"""A lesson cut to whom it is taught to: what is tagged for others is left out."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from deckbuild.diagnostics.model import Diagnostics, Place
from deckbuild.lesson.lesson import Lesson
from deckbuild.plan.leaving import Wanted, leave_out
from deckbuild.resolve.order import section_key
from deckbuild.spec.authored import Authored, walk
from deckbuild.spec.cue import Cue
from deckbuild.spec.leftout import LeftOut, Reason, Why


def tailor(
    lesson: Lesson, audience: Sequence[str], tags: Sequence[str], diags: Diagnostics | None = None
) -> tuple[Lesson, tuple[LeftOut, ...]]:
    """The lesson as these groups are taught it, and what was left out.

    Something stays when it is for one of the groups of `audience` or for nobody in particular, and likewise with
    `tags`; both must hold.  No `audience` or no `tags` leaves out nothing for their sake.
    """
    keys: dict[str, Reason] = {}
    cues: dict[int, Reason] = {}
    for key, node in _choosable(lesson):
        reason = _reason(node, audience, tags)
        if reason and isinstance(node, Cue):
            cues[id(node)] = reason
        elif reason:
            keys[key] = reason
    return leave_out(lesson, Wanted(keys, cues), diags)


def check_words(
    lessons: Sequence[Lesson], audience: Sequence[str], tags: Sequence[str], place: Place, diags: Diagnostics
) -> None:
    """Report each group (C202) or tag (C203) that nothing in any of the lessons has; `place` is the session's."""
    for field, code, asked in (("audience", "C202", audience), ("tags", "C203", tags)):
        known = sorted({word for lesson in lessons for _, node in _choosable(lesson) for word in _words(node, field)})
        for word in asked:
            if word not in known:
                diags.warn(
                    code, f"nothing in these lessons {_SAID[field]} `{word}`", place.of(field), _hint(word, known)
                )


_SAID = {"audience": "is for", "tags": "has the tag"}


def _hint(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, 1, 0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    if known:
        return "choose from " + ", ".join(f"`{one}`" for one in known[:12]) + ", or remove it"
    return "remove it, or say on slides, cues, activities or questions whom they are for"


def _choosable(lesson: Lesson) -> Iterator[tuple[str, Authored]]:
    """All that can be for some only, with its key; cues have none."""
    for number, section in enumerate(lesson.sections, 1):
        yield section_key(lesson, number), section
        for index, slide in enumerate(section.slides, 1):
            yield slide.id or f"{number}/{index}", slide
    for things in (lesson.activities, lesson.cases, lesson.questions):
        yield from ((one.id, one) for one in things)
    yield from (("", node) for node in walk(lesson.sections) if isinstance(node, Cue))


def _words(node: Authored, field: str) -> tuple[str, ...]:
    return getattr(node, field, ())


def _reason(node: Authored, audience: Sequence[str], tags: Sequence[str]) -> Reason | None:
    """Why it is left out; None where it stays."""
    for why, field, asked in ((Why.AUDIENCE, "audience", audience), (Why.TAGS, "tags", tags)):
        own = _words(node, field)
        if asked and own and not set(own) & set(asked):
            return Reason(why, own)
    return None
