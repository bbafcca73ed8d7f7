"""What only the parts that were left out led to: activities, cases, handouts, references; outcomes nobody works on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from deckbuild.lesson.lesson import Lesson
from deckbuild.markdown import mentions
from deckbuild.plan.timing import Ledger
from deckbuild.resolve.placing import placed_in
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.authored import Authored, revised, walk
from deckbuild.spec.cue import Cue
from deckbuild.spec.head import Handout
from deckbuild.spec.leftout import Kind, LeftOut, Reason, Why
from deckbuild.spec.text import texts

_FOLLOWS = Reason(Why.FOLLOWS)


def orphans(before: Lesson, after: Lesson, known: Collection[str]) -> list[LeftOut]:
    """Activities, cases, handouts and references that `before` led to and `after` does not; `known` are gone already.

    Those that nothing led to before stay: they are the author's concern, and reported as such.
    """
    led, leads = _placed(before), _placed(after)
    kinds: tuple[tuple[Kind, Sequence[Activity | Case | Handout]], ...] = (
        ("activity", before.activities),
        ("case", before.cases),
        ("handout", before.handouts),
    )
    gone = [
        LeftOut(kind, one.id, one.title, _FOLLOWS, span=one.place.of("id"))
        for kind, things in kinds
        for one in things
        if one.id in led - leads and one.id not in known
    ]
    left = {*known, *(one.key for one in gone)}
    used, uses = _used(before, ()), _used(after, left)
    gone += [
        LeftOut("reference", key, one.symbol or one.title, _FOLLOWS, span=one.place.span)
        for key, one in before.references.items()
        if key in used and key not in uses
    ]
    return gone


def _placed(lesson: Lesson) -> frozenset[str]:
    """Ids of what cues and slides place."""
    return frozenset(id_ for node in walk(lesson.sections) for _, id_ in placed_in(node))


def _used(lesson: Lesson, gone: Collection[str]) -> frozenset[str]:
    """Ids that texts and cues name, but for texts of activities, cases, questions and handouts that are gone."""
    found: set[str] = set()
    for node in walk(lesson.model_copy(update=_remaining(lesson, gone))):
        if isinstance(node, Cue):
            found.update(node.reference or ())
        found.update(id_ for _, text in texts(node) for id_ in mentions(text))
    for section in lesson.sections:
        found.update(section.references or ())
    return frozenset(found)


def _remaining(lesson: Lesson, gone: Collection[str]) -> dict[str, object]:
    """What stays of everything at the lesson's head and foot that can be referred to."""
    lists = ("activities", "cases", "questions", "handouts")
    kept: dict[str, object] = {
        name: tuple(one for one in getattr(lesson, name) if one.id not in gone) for name in lists
    }
    kept["references"] = {key: one for key, one in lesson.references.items() if key not in gone}
    return kept


def outcomes_lost(before: Lesson, after: Lesson) -> list[LeftOut]:
    """Outcomes that were worked on and are no longer, and the questions of the bank that test those alone."""
    lost = lost_by(before, after)
    questions = [one for one in after.questions if one.covers and set(one.covers) <= lost]
    return [
        *(
            LeftOut("outcome", one.id, one.text, _FOLLOWS, span=one.place.span)
            for one in before.outcomes
            if one.id in lost
        ),
        *(LeftOut("question", one.id, one.stem, _FOLLOWS, span=one.place.of("id")) for one in questions),
    ]


def lost_by(before: Lesson, after: Lesson) -> frozenset[str]:
    """Ids of the outcomes that `before` works on and `after` does not."""
    return Ledger(before).covered() - Ledger(after).covered()


def without_things(lesson: Lesson, gone: Sequence[LeftOut]) -> Lesson:
    """The lesson without the activities, cases, questions, handouts, references and outcomes that are gone.

    Nothing says any longer that it covers an outcome which is gone.
    """
    outcomes = {one.key for one in gone if one.kind == "outcome"}
    keys = {one.key for one in gone if one.kind not in ("section", "slide", "cue", "outcome")}
    if not keys and not outcomes:
        return lesson
    kept = tuple(one for one in lesson.outcomes if one.id not in outcomes)
    less = lesson.model_copy(update={**_remaining(lesson, keys), "outcomes": kept})

    def revise(node: Authored) -> Authored:
        covers = node.__dict__.get("covers")
        if covers and outcomes & set(covers):
            return node.model_copy(update={"covers": tuple(id_ for id_ in covers if id_ not in outcomes)})
        return node

    return cast("Lesson", revised(less, revise)) if outcomes else less
