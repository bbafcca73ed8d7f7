"""A paragraph or two on a slide."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from deckbuild.blocks import Block, Items, Paragraph
from deckbuild.kinds.body import Body
from deckbuild.markdown import blocks
from deckbuild.spec.scalars import Prose


class Text(Body):
    """A Markdown paragraph or two, for what is no list."""

    key: ClassVar[str] = "text"
    role: ClassVar[str] = "text"

    text: Annotated[Prose, Field(description="Paragraphs, set apart by an empty line.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """Its paragraphs and lists; other Markdown blocks are kept as paragraphs."""
        return tuple(b for b in blocks(self.text, language) if isinstance(b, (Paragraph, Items)))
