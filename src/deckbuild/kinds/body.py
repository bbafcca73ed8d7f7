"""What every kind of slide offers: the key that names it, the layout role, and its content as blocks."""

from __future__ import annotations

from typing import ClassVar

from deckbuild.blocks import Block
from deckbuild.spec.authored import Authored


class Body(Authored):
    """The content of a slide.  Its first field's name is the body key that authors write."""

    key: ClassVar[str]
    role: ClassVar[str]
    """Which of the brand's layouts serves it; see brand/brand.py for the roles."""

    titled: ClassVar[bool] = False
    """Whether it brings a title for a slide that has none."""

    def fill(self, language: str) -> tuple[Block, ...]:
        """What the slide shows, in reading order; text still holds its references unresolved.

        `language` decides the quotation marks.
        """
        raise NotImplementedError

    def layout_role(self) -> str:
        """The role, where it depends on the content (two columns or three)."""
        return self.role
