"""A slide whose content follows from the lesson: agenda, outcomes, key messages, references."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckbuild.blocks import Block
from deckbuild.kinds.body import Body

What = Literal["title", "agenda", "outcomes", "key_messages", "references"]


class Generated(Body):
    """A slide that nobody writes, placed by hand: deckbuild makes its content."""

    key: ClassVar[str] = "generated"
    role: ClassVar[str] = "generated"
    titled: ClassVar[bool] = True

    generated: Annotated[What, Field(description="What it shows: title, agenda, outcomes, key_messages or references.")]

    def layout_role(self) -> str:
        """The role named after what it shows."""
        return self.generated.replace("_", "-")

    def fill(self, language: str) -> tuple[Block, ...]:
        """Nothing: the content follows from the whole lesson."""
        return ()
