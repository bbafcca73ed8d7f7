"""Ids of several lessons kept apart: what two of them call alike gets another id in the later one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from deckbuild.diagnostics.model import Diagnostic, Diagnostics, Severity, Span
from deckbuild.kinds.activity import ActivitySlide, CaseSlide
from deckbuild.kinds.question import InBank
from deckbuild.lesson.lesson import Lesson, Section, Slide
from deckbuild.markdown import MENTION, mentions
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.authored import Authored, revised, walk
from deckbuild.spec.bank import BankQuestion
from deckbuild.spec.cue import Cue
from deckbuild.spec.head import Handout, Outcome
from deckbuild.spec.pack import Annex
from deckbuild.spec.text import rewritten, texts

_CALLED = (Section, Slide, Activity, Case, BankQuestion, Handout, Annex)
"""What `[@id]` can lead to, but for references."""


@dataclass
class Names:
    """New ids of one lesson, by the old ones; an id that is not there stays."""

    things: dict[str, str] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.things or self.references or self.outcomes)


def ids_of(lesson: Lesson) -> dict[str, Span]:
    """All that has an id and can be referred to, but for references, with where it is given."""
    found: dict[str, Span] = {}
    parts = (lesson.sections, lesson.activities, lesson.cases, lesson.questions, lesson.handouts, lesson.annexes)
    for part in parts:
        for node in walk(part):
            id_ = getattr(node, "id", None) if isinstance(node, _CALLED) else None
            if id_:
                found.setdefault(id_, node.place.of("id"))
    return found


def different(id_: str, lesson: Lesson, taken: Collection[str]) -> str:
    """An id like `id_` that is not taken: with the lesson's number behind it."""
    number = re.sub(r"[^a-z0-9]+", "-", lesson.lesson.lower()).strip("-")
    made = f"{id_}-{number}" if number else f"{id_}-2"
    while made in taken:
        made += "-2"
    return made


def keep_apart(lessons: Sequence[Lesson], diags: Diagnostics) -> list[Names]:
    """New ids for what a lesson calls like one before it; each pair of lessons is reported once (C108)."""
    owners: dict[str, Lesson] = {}
    found = []
    for lesson in lessons:
        names, twice = Names(), dict[str, list[str]]()
        own = ids_of(lesson)
        for id_ in own:
            if id_ in owners:
                twice.setdefault(owners[id_].lesson, []).append(id_)
                names.things[id_] = different(id_, lesson, {*owners, *own})
        owners.update({names.things.get(id_, id_): lesson for id_ in own})
        for number, ids in twice.items():
            _report(number, ids, own, diags)
        found.append(names)
    return found


def _report(number: str, ids: Sequence[str], own: Mapping[str, Span], diags: Diagnostics) -> None:
    listed = ", ".join(f"`{id_}`" for id_ in ids[:6]) + (" …" if len(ids) > 6 else "")
    there = f"lesson {number}" if number else "the session's own slides"
    message = f"{there} has the id{'s' * (len(ids) > 1)} {listed} too"
    hint = "choose other ids; until then each lesson's references lead to its own, and no other lesson can name these"
    diags.add(Diagnostic("C108", Severity.INFO, message, own[ids[0]], (hint,)))


def check_mentions(lessons: Sequence[Lesson], diags: Diagnostics) -> None:
    """Report a reference to an id that is not of its own lesson, and is of more than one other (C109)."""
    own = [{*ids_of(lesson), *lesson.references} for lesson in lessons]
    for lesson, known in zip(lessons, own, strict=True):
        for node, name, id_ in _mentioned(lesson):
            if id_ in known:
                continue
            there = [other.lesson for other, ids in zip(lessons, own, strict=True) if id_ in ids]
            if len(there) > 1 and not all(id_ in other.references for other in lessons if other.lesson in there):
                message = f"`{id_}` can be meant in lesson {' or in lesson '.join(there)}"
                diags.error("C109", message, node.place.of(name), "give one of them another id")


def _mentioned(lesson: Lesson) -> Iterator[tuple[Authored, str, str]]:
    """Each id that the lesson's texts refer to, with where that stands."""
    for node in walk(lesson):
        for name, text in texts(node):
            yield from ((node, name, id_) for id_ in mentions(text))


def mentioned(lesson: Lesson) -> dict[str, Span]:
    """The ids that a lesson's texts refer to, each with the first place."""
    found: dict[str, Span] = {}
    for node, name, id_ in _mentioned(lesson):
        found.setdefault(id_, node.place.of(name))
    return found


def renamed(lesson: Lesson, names: Names) -> Lesson:
    """The lesson with its new ids, wherever it names them."""
    if not names:
        return lesson
    said = {**names.references, **names.things}

    def change(field: str, text: str) -> str:
        return MENTION.sub(lambda found: f"[@{said.get(found[1], found[1])}]", text) if "[@" in text else text

    def revise(node: Authored) -> Authored:
        changes = _changes(node, names)
        return rewritten(node.model_copy(update=changes) if changes else node, change)

    whole = cast("Lesson", revised(lesson, revise))
    references = {names.references.get(id_, id_): one for id_, one in whole.references.items()}
    return whole.model_copy(update={"references": references})


def _changes(node: Authored, names: Names) -> dict[str, object]:
    """New values of the fields of a node that hold ids."""
    changes: dict[str, object] = {}
    things, outcomes = _new(names.things), _new(names.outcomes)
    if isinstance(node, _CALLED) and node.id in names.things:
        changes["id"] = things(node.id)
    if isinstance(node, Outcome) and node.id in names.outcomes:
        changes["id"] = outcomes(node.id)
    covers = node.__dict__.get("covers", ())
    if any(id_ in names.outcomes for id_ in covers):
        changes["covers"] = tuple(map(outcomes, covers))
    match node:
        case Cue():
            placed = ((name, getattr(node, name)) for name in ("activity", "case", "distribute"))
            changes.update({name: names.things[id_] for name, id_ in placed if id_ in names.things})
            if node.reference:
                changes["reference"] = tuple(map(_new(names.references), node.reference))
        case Section(references=tuple() as listed) if listed:
            changes["references"] = tuple(map(_new(names.references), listed))
        case ActivitySlide(activity=id_) if id_ in names.things:
            changes["activity"] = things(id_)
        case CaseSlide(case=id_) if id_ in names.things:
            changes["case"] = things(id_)
        case InBank(stem=id_) if id_ in names.things:
            changes["stem"] = things(id_)
    return changes


def _new(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda id_: names.get(id_, id_)
