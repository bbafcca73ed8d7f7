"""Somebody's words on a slide."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from deckbuild.blocks import Block, Quotation
from deckbuild.kinds.body import Body
from deckbuild.markdown import inline
from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import Text


class Quoted(Authored):
    """Words, and whose they are."""

    text: Annotated[Text, Field(description="The words, without quotation marks.")]
    source: Annotated[Text | None, Field(description="Who said or wrote them, and where.")] = None


class Quote(Body):
    """Somebody's words, set large, with their source."""

    key: ClassVar[str] = "quote"
    role: ClassVar[str] = "quote"

    quote: Annotated[Quoted, Field(description="The words and their source.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """One quotation."""
        source = inline(self.quote.source, language) if self.quote.source else ()
        return (Quotation((inline(self.quote.text, language),), source),)
