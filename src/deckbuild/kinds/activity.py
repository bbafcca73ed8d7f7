"""The instruction slide of an activity, and the slide of a case: placed by id, defined at the lesson's foot."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from deckbuild.blocks import Block
from deckbuild.kinds.body import Body
from deckbuild.spec.scalars import Id


class ActivitySlide(Body):
    """The instructions of an activity, as participants see them; without `title` or `duration`, its own count."""

    key: ClassVar[str] = "activity"
    role: ClassVar[str] = "activity"
    titled: ClassVar[bool] = True

    activity: Annotated[Id, Field(description="Id of one of the lesson's `activities`.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """Nothing: the content stands at the lesson's foot (compose/instructions.py)."""
        return ()


class CaseSlide(Body):
    """The situation and the tasks of a case, never its solution; without `title` or `duration`, its own count."""

    key: ClassVar[str] = "case"
    role: ClassVar[str] = "activity"
    titled: ClassVar[bool] = True

    case: Annotated[Id, Field(description="Id of one of the lesson's `cases`.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """Nothing: the content stands at the lesson's foot (compose/instructions.py)."""
        return ()
