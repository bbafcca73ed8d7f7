"""A question put to the group; its answer never stands on the slide."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from deckbuild.blocks import Block
from deckbuild.blocks import Question as QuestionBlock
from deckbuild.kinds.body import Body
from deckbuild.markdown import inline
from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.scalars import ID_PATTERN, Text, place_of
from deckbuild.spec.short import several


class Asked(Authored):
    """A question, the options to choose from, and what the trainer expects."""

    stem: Annotated[Text, Field(description="The question itself.")]
    options: Annotated[tuple[Text, ...], Field(description="What to choose from.")] = ()
    answer: Annotated[
        tuple[Text, ...],
        BeforeValidator(several),
        Field(description="The answer or answers to expect; for the trainer alone."),
    ] = ()
    feedback: Annotated[Text | None, Field(description="What to say about it; for the trainer alone.")] = None


class InBank(Asked):
    """A question of the lesson's bank; its stem is the id until it is looked up (resolve/placing.py)."""


def _asked(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(ID_PATTERN, value):
        return InBank(stem=value, place=place_of(value, "stem"))
    return {"stem": value, PLACE: place_of(value, "stem")} if isinstance(value, str) else value


class Question(Body):
    """Put to the group, with the options but never the answer: written here, or a bare id of one in the bank."""

    key: ClassVar[str] = "question"
    role: ClassVar[str] = "question"
    titled: ClassVar[bool] = True

    question: Annotated[
        Asked,
        BeforeValidator(_asked, json_schema_input_type=Asked | str),
        Field(description="The question, its stem alone, or the id of one of the lesson's `questions`."),
    ]

    def fill(self, language: str) -> tuple[Block, ...]:
        """The question without its answer."""
        options = tuple(inline(option, language) for option in self.question.options)
        return (QuestionBlock(inline(self.question.stem, language), options),)
