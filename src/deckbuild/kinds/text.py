"""A paragraph or two on a slide."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from deckbuild.blocks import Block, Code, Heading, Items, Paragraph, Quotation, Table, emphasised
from deckbuild.footnotes import at_foot
from deckbuild.kinds.body import Body
from deckbuild.markdown import blocks
from deckbuild.spec.scalars import Prose, refusal

_ELSEWHERE = {
    Table: ("a table", "use the kind `table`"),
    Quotation: ("a quotation", "use the kind `quote`"),
    Code: ("a block of code", "use the kind `code`, or put a word between backticks"),
}


def _flowing(text: str) -> str:
    """Refuse what a placeholder of a slide can't hold, so that nothing is lost in silence."""
    for block in blocks(text):
        if type(block) in _ELSEWHERE:
            what, hint = _ELSEWHERE[type(block)]
            raise refusal("S114", f"text on a slide holds paragraphs and lists, this has {what}", hint)
    return text


SlideText = Annotated[Prose, AfterValidator(_flowing)]
"""Markdown for a placeholder of a slide: paragraphs and lists, headings as bold paragraphs."""


def flow(text: str, language: str) -> tuple[Paragraph | Items, ...]:
    """The paragraphs and lists of a text, its footnotes below them."""
    flowing = tuple(
        Paragraph(emphasised(block.text)) if isinstance(block, Heading) else block
        for block in blocks(text, language)
        if isinstance(block, (Paragraph, Items, Heading))
    )
    return at_foot(flowing)


class Text(Body):
    """A Markdown paragraph or two, for what is no list."""

    key: ClassVar[str] = "text"
    role: ClassVar[str] = "text"

    text: Annotated[SlideText, Field(description="Paragraphs, set apart by an empty line.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """Its paragraphs and lists."""
        return flow(self.text, language)
