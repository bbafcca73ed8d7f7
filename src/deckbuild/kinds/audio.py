"""A sound, played on the slide."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from deckbuild.blocks import Block
from deckbuild.kinds.body import Body
from deckbuild.kinds.played import Played


class Audio(Body):
    """A sound with its poster, its running time, and what to do when it can't be played."""

    key: ClassVar[str] = "audio"
    role: ClassVar[str] = "media"

    audio: Annotated[Played, Field(description="The sound and what is said about it.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """One sound; its path is within the project once load/assets.py has seen it, else as written."""
        return (self.audio.block("audio", language),)
