"""Any layout of the template, filled by placeholder: the escape hatch."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from deckbuild.blocks import Block
from deckbuild.kinds.body import Body
from deckbuild.kinds.text import SlideText, flow
from deckbuild.spec.authored import entries


class Placeholders(Body):
    """Any layout of the template (`layout:` names it), filled by placeholder name or index."""

    key: ClassVar[str] = "placeholders"
    role: ClassVar[str] = "content"

    placeholders: Annotated[
        dict[str, SlideText],
        BeforeValidator(entries),
        Field(min_length=1, description="Name or index of a placeholder, and the text it gets."),
    ]

    def fill(self, language: str) -> tuple[Block, ...]:
        """The texts in the order written; compose puts each where its name says."""
        return tuple(block for text in self.placeholders.values() for block in flow(text, language))
