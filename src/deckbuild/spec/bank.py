"""The bank of questions: what is asked, what is right, and what to say to each answer."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.spec.authored import Authored
from deckbuild.spec.choosing import Groups, Tags
from deckbuild.spec.scalars import Duration, Flag, Id, Text, Whole, refusal
from deckbuild.spec.short import several, short_for

BLANK = "___"
"""Stands in the stem of a completion where the word is missing."""


class QuestionType(Enum):
    """How a question is answered."""

    CHOICE = "choice"
    TRUE_FALSE = "true_false"
    COMPLETION = "completion"
    MATCHING = "matching"
    OPEN = "open"


class Level(Enum):
    """What a question asks of the mind (Bloom's taxonomy, as revised in 2001)."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"
    CREATE = "create"


class Option(Authored):
    """Something to choose; a bare text is an option without feedback of its own."""

    text: Annotated[Text, Field(description="What can be chosen.")]
    feedback: Annotated[Text | None, Field(description="What to say to whoever chooses it; the trainer's alone.")] = (
        None
    )


class Pair(Authored):
    """Two things that belong together, in a matching question."""

    part: Annotated[Text, Field(description="What is given.")]
    match: Annotated[Text, Field(description="What belongs to it.")]


OptionOrText = Annotated[Option, BeforeValidator(short_for("text"), json_schema_input_type=Option | str)]

_ONLY: dict[str, tuple[QuestionType, ...]] = {
    "options": (QuestionType.CHOICE,),
    "shuffle": (QuestionType.CHOICE,),
    "pairs": (QuestionType.MATCHING,),
    "lines": (QuestionType.OPEN,),
}
"""Keys that belong to some types alone."""


class BankQuestion(Authored):
    """A question of the bank: on slides without its answer, in notes and key with it, on test papers to be marked."""

    id: Annotated[Id, Field(description="Stable name; a slide with `question: ID` shows it.")]
    type: Annotated[QuestionType, Field(description="How it is answered.")]
    stem: Annotated[Text, Field(description="The question; in a completion `___` stands where the word is missing.")]
    options: Annotated[tuple[OptionOrText, ...], Field(description="With `choice`: what to choose from.")] = ()
    pairs: Annotated[tuple[Pair, ...], Field(description="With `matching`: what belongs together.")] = ()
    answer: Annotated[
        tuple[Text, ...],
        BeforeValidator(several),
        Field(
            description="What is right, the trainer's alone: options to the letter, `true` or `false`, words that "
            "complete the stem, or points that a good answer makes."
        ),
    ] = ()
    feedback: Annotated[Text | None, Field(description="What to say about it; the trainer's alone.")] = None
    covers: Annotated[tuple[Id, ...], BeforeValidator(several), Field(description="Ids of outcomes.")] = ()
    audience: Groups = ()
    tags: Tags = ()
    level: Annotated[Level | None, Field(description="What it asks of the mind, after Bloom; the trainer's alone.")] = (
        None
    )
    points: Annotated[Whole, Field(description="What a right answer counts on a test paper.")] = 1
    lines: Annotated[Whole, Field(description="With `open`: ruled lines to write on.")] = 4
    shuffle: Annotated[Flag, Field(description="With `choice`: whether the options may change places.")] = True
    test: Annotated[Flag, Field(description="Whether it stands on the test papers.")] = True

    @model_validator(mode="after")
    def _whole(self) -> BankQuestion:
        for key, types in _ONLY.items():
            if key in self.model_fields_set and self.type not in types:
                message = f"`{key}` belongs to `{types[0].value}`, not to `{self.type.value}`"
                raise refusal("S110", message, "remove it, or choose another `type`", key=key)
        _CHECKS[self.type](self)
        return self

    @property
    def correct(self) -> tuple[bool, ...]:
        """Of each option of a choice, whether it is right."""
        return tuple(option.text in self.answer for option in self.options)


def _choice(question: BankQuestion) -> None:
    texts = [option.text for option in question.options]
    if len(texts) < 2:
        hint = "give at least two `options`, or choose another `type`"
        raise refusal("S113", f"`{question.id}` has {len(texts) or 'no'} option{'s' * (len(texts) != 1)}", hint)
    if len(texts) > 26:
        raise refusal("S113", f"`{question.id}` has {len(texts)} options, more than there are letters", "take some out")
    _distinct(texts, "option", question)
    _answered(question)
    for answer in question.answer:
        if answer not in texts:
            raise refusal(
                "S120",
                f"the answer `{answer}` is not among the options",
                "write it exactly as the option: " + ", ".join(f"`{text}`" for text in texts),
                key="answer",
            )


def _true_false(question: BankQuestion) -> None:
    _answered(question)
    if len(question.answer) != 1 or question.answer[0] not in ("true", "false"):
        message = f"`{question.id}` is answered by true or false, found `{', '.join(question.answer)}`"
        raise refusal("S120", message, "write `answer: true` or `answer: false`", key="answer")


def _completion(question: BankQuestion) -> None:
    _answered(question)
    if question.stem.count(BLANK) > 1 and len(question.stem.split(BLANK)) > 2:
        message = f"`{question.id}` has more than one blank"
        raise refusal("S113", message, "leave one word out a question, or use `matching`", key="stem")


def _matching(question: BankQuestion) -> None:
    if question.answer:
        hint = "the pairs are the answer; remove it"
        raise refusal("S110", "`answer` belongs to another type than `matching`", hint, key="answer")
    if not 3 <= len(question.pairs) <= 26:
        count = len(question.pairs)
        message = f"`{question.id}` has {count or 'no'} pair{'s' * (count != 1)}"
        raise refusal("S113", message, "give three `pairs` or more: with two, one guess gives both")
    _distinct([pair.part for pair in question.pairs], "part", question)
    _distinct([pair.match for pair in question.pairs], "match", question)


def _open(question: BankQuestion) -> None:
    _answered(question)


def _answered(question: BankQuestion) -> None:
    if not question.answer:
        hint = "add `answer:`; nobody can mark it, or learn from it, without one"
        raise refusal("S104", f"the question `{question.id}` has no answer", hint)


def _distinct(texts: list[str], what: str, question: BankQuestion) -> None:
    twice = next((text for n, text in enumerate(texts) if text in texts[:n]), None)
    if twice is not None:
        message = f"`{question.id}` has the {what} `{twice}` twice"
        raise refusal("S121", message, "change one of them, or nobody can tell which is right")


_CHECKS: dict[QuestionType, Any] = {
    QuestionType.CHOICE: _choice,
    QuestionType.TRUE_FALSE: _true_false,
    QuestionType.COMPLETION: _completion,
    QuestionType.MATCHING: _matching,
    QuestionType.OPEN: _open,
}


class Paper(Authored):
    """What stands at the head of the test papers that are made from the questions."""

    title: Annotated[Text | None, Field(description="Its name, where it is not `Test`.")] = None
    duration: Annotated[Duration | None, Field(description="Time to answer it.")] = None
    instructions: Annotated[Text | None, Field(description="What to do, where more needs to be said.")] = None
    pass_mark: Annotated[Whole | None, Field(description="Points that are enough, of all points.")] = None
