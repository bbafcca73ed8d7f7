"""Test papers from the bank: versions of one test, the order of questions and of answers changed by a fixed seed."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.lesson.lesson import Lesson
from deckbuild.resolve.placing import shuffled
from deckbuild.spec.bank import BankQuestion, QuestionType

VERSIONS = ("A", "B")


@dataclass(frozen=True)
class Set:
    """A question in its place on a paper."""

    number: int
    question: BankQuestion
    options: tuple[int, ...] = ()
    """Which option of the bank stands first, second …; true before false."""
    matches: tuple[int, ...] = ()
    """Which pair's match stands first, second …."""

    @property
    def right(self) -> tuple[int, ...]:
        """Places of what is right: of options from 0, or for each part of a matching that of its match."""
        match self.question.type:
            case QuestionType.CHOICE:
                return tuple(n for n, option in enumerate(self.options) if self.question.correct[option])
            case QuestionType.TRUE_FALSE:
                return (0 if self.question.answer == ("true",) else 1,)
            case QuestionType.MATCHING:
                return tuple(self.matches.index(pair) for pair in range(len(self.question.pairs)))
            case _:
                return ()


def examined(lesson: Lesson) -> tuple[BankQuestion, ...]:
    """The questions of the bank that stand on test papers."""
    return tuple(question for question in lesson.questions if question.test)


def paper(lesson: Lesson, version: str) -> tuple[Set, ...]:
    """The test in that version; the same in every build, as nothing but the lesson's number and ids decides it."""
    questions = _ordered(lesson, version)
    return tuple(_set(number, question, lesson, version) for number, question in enumerate(questions, 1))


def points(lesson: Lesson) -> int:
    """What the whole test counts."""
    return sum(question.points for question in examined(lesson))


def _ordered(lesson: Lesson, version: str) -> tuple[BankQuestion, ...]:
    """The questions of a version: in an order that no version before has, as long as there is one."""
    before: list[tuple[BankQuestion, ...]] = []
    for one in VERSIONS[: VERSIONS.index(version) + 1]:
        order = shuffled(examined(lesson), f"{lesson.lesson}/{one}")
        while order in before and len(order) > len(before):
            order = (*order[1:], order[0])
        before.append(order)
    return before[-1]


def _set(number: int, question: BankQuestion, lesson: Lesson, version: str) -> Set:
    seed = f"{lesson.lesson}/{version}/{question.id}"
    options = tuple(range(len(question.options)))
    pairs = tuple(range(len(question.pairs)))
    return Set(number, question, shuffled(options, seed) if question.shuffle else options, shuffled(pairs, seed))
