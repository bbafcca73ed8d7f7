"""What is defined once and placed by id: activities and cases in order of use, questions as slides pose them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from deckbuild.facts import Coverage, KeyMessage, Posed, Stop
from deckbuild.kinds.activity import ActivitySlide, CaseSlide
from deckbuild.kinds.question import InBank, Question
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson, Slide
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.authored import Authored, walk
from deckbuild.spec.bank import BankQuestion, QuestionType
from deckbuild.spec.cue import Cue

Thing = TypeVar("Thing")

_NONE: Mapping[str, str] = MappingProxyType({})

BLANK = "________"
"""A missing word, as slides and papers show it."""


def shuffled(things: Sequence[Thing], seed: str) -> tuple[Thing, ...]:
    """`things` in an order that depends on `seed` and their number alone: the same in every build."""

    def place(index: int) -> bytes:
        return hashlib.sha256(f"{seed}\0{index}".encode()).digest()

    return tuple(things[index] for index in sorted(range(len(things)), key=place))


def placed_in(node: Authored) -> Iterator[tuple[str, str]]:
    """Field and id for each thing that a cue or a body places."""
    match node:
        case Cue():
            for field in ("activity", "case", "distribute"):
                id_ = getattr(node, field)
                if id_ is not None:
                    yield field, id_
        case ActivitySlide():
            yield "activity", node.activity
        case CaseSlide():
            yield "case", node.case
        case Question(question=InBank() as asked):
            yield "question", asked.stem


def activities(lesson: Lesson, owners: Mapping[str, str] = _NONE) -> tuple[tuple[str, Activity], ...]:
    """Numbered `2.0.1`, `2.0.2` … in order of use; `owners` has the numbers of the lessons they are from, by id."""
    by_id = {activity.id: activity for activity in lesson.activities}
    counted: Counter[str] = Counter()
    out = []
    for id_ in _in_use(lesson, "activity", by_id):
        owner = owners.get(id_, lesson.lesson)
        counted[owner] += 1
        out.append((f"{owner}.{counted[owner]}", by_id[id_]))
    return tuple(out)


def cases(lesson: Lesson) -> tuple[tuple[str, Case], ...]:
    """Numbered 1, 2 … in order of use."""
    by_id = {case.id: case for case in lesson.cases}
    return tuple((str(n), by_id[id_]) for n, id_ in enumerate(_in_use(lesson, "case", by_id), 1))


def _in_use(lesson: Lesson, field: str, by_id: Mapping[str, object]) -> Iterator[str]:
    """Ids in order of use, those never used last."""
    if not by_id:
        return
    named = (id_ for node in walk(lesson.sections) for kind, id_ in placed_in(node) if kind == field)
    yield from dict.fromkeys([*(id_ for id_ in named if id_ in by_id), *by_id])


def users(lesson: Lesson, stops: Sequence[Stop]) -> dict[str, tuple[Stop, ...]]:
    """The slides that place a thing, by its id; what a section's notes place counts for its first slide."""
    found: dict[str, dict[str, Stop]] = {}

    def note(part: object, stop: Stop) -> None:
        for node in walk(part):
            for _, id_ in placed_in(node):
                found.setdefault(id_, {})[stop.key] = stop

    for number, section in enumerate(lesson.sections, 1):
        own = [stop for stop in stops if stop.section == number]
        if own:
            note(section.notes, own[0])
        for stop in own:
            if stop.slide:
                note(stop.slide, stop)
    return {id_: tuple(by_key.values()) for id_, by_key in found.items()}


def posed(slide: Slide, lesson: Lesson, labels: Labels) -> Posed | None:
    """What a question slide asks; None for other slides, and for an id that the bank lacks (reported: R101)."""
    body = slide.content
    if not isinstance(body, Question):
        return None
    asked = body.question
    if isinstance(asked, InBank):
        question = next((one for one in lesson.questions if one.id == asked.stem), None)
        return of_bank(question, labels) if question else Posed(asked.stem)
    return Posed(asked.stem, asked.options, answers=asked.answer, feedback=asked.feedback or "")


def of_bank(question: BankQuestion, labels: Labels) -> Posed:
    """A question of the bank as a slide poses it."""
    options, answers = tuple(option.text for option in question.options), question.answer
    pairs: tuple[tuple[str, str], ...] = ()
    match question.type:
        case QuestionType.TRUE_FALSE:
            options, answers = (labels("true"), labels("false")), (labels(question.answer[0]),)
        case QuestionType.MATCHING:
            matches = shuffled([pair.match for pair in question.pairs], question.id)
            pairs = tuple((pair.part, match) for pair, match in zip(question.pairs, matches, strict=True))
            answers = tuple(f"{pair.part} – {pair.match}" for pair in question.pairs)
    return Posed(
        stem=re.sub("_{3,}", BLANK, question.stem),
        options=options,
        pairs=pairs,
        answers=answers,
        feedback=question.feedback or "",
        said=tuple((option.text, option.feedback) for option in question.options if option.feedback),
        id=question.id,
        lines=question.lines if question.type is QuestionType.OPEN else 0,
    )


def coverage(
    lesson: Lesson,
    stops: Sequence[Stop],
    messages: Sequence[KeyMessage],
    numbered: Sequence[tuple[str, Activity]],
    situations: Sequence[tuple[str, Case]],
) -> tuple[Coverage, ...]:
    """Where each outcome is worked on and tested."""
    by_id = {question.id: question for question in lesson.questions}

    def covers(stop: Stop, id_: str) -> bool:
        asked = by_id.get(stop.posed.id) if stop.posed else None
        sources = (stop.slide, stop.placed, asked)
        return any(id_ in source.covers for source in sources if source is not None)

    return tuple(
        Coverage(
            outcome,
            own := tuple(stop for stop in stops if covers(stop, outcome.id)),
            tuple(message for message in messages if outcome.id in message.covers),
            tuple(number for number, activity in numbered if outcome.id in activity.covers),
            tuple(number for number, case in situations if outcome.id in case.covers),
            tuple(str(n) for n, question in enumerate(lesson.questions, 1) if outcome.id in question.covers),
            tuple(stop for stop in own if stop.posed),
        )
        for outcome in lesson.outcomes
    )
