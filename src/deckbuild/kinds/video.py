"""A film, played on the slide."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from deckbuild.blocks import Block
from deckbuild.kinds.body import Body
from deckbuild.kinds.played import Played


class Video(Body):
    """A film with its poster, its running time, and what to do when it can't be played."""

    key: ClassVar[str] = "video"
    role: ClassVar[str] = "media"

    video: Annotated[Played, Field(description="The film and what is said about it.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """One film; its path is within the project once load/assets.py has seen it, else as written."""
        return (self.video.block("video", language),)
