"""What a session leaves out of a lesson, and why; in the notes it stands as a line where it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal

from deckbuild.diagnostics.model import NOWHERE, Span
from deckbuild.spec.cue import Cue, Reader
from deckbuild.spec.scalars import Duration


class Why(Enum):
    """The reason for which something is left out."""

    AUDIENCE = "audience"
    TAGS = "tags"
    SKIP = "skip"
    TIME = "time"
    FOLLOWS = "follows"
    """Only something else that is left out led to it."""


@dataclass(frozen=True)
class Reason:
    """Why, with the groups or tags that it is for."""

    why: Why
    words: tuple[str, ...] = ()


Kind = Literal[
    "section", "slide", "cue", "activity", "case", "question", "handout", "reference", "outcome", "variant"
]  # fmt: skip


_NO_TIME = Duration()


@dataclass(frozen=True)
class LeftOut:
    """A thing that a session leaves out, or an activity that it runs in a shorter variant."""

    kind: Kind
    key: str
    """Its key in the lesson as written: the author's id, else its place."""
    title: str
    """Markdown; of a cue its first words, of a variant the activity's title."""
    reason: Reason
    time: Duration = _NO_TIME
    """What it would have taken; of a variant, what it saves."""
    variant: str = ""
    """Title of the variant that is run."""
    change: str = ""
    """What changes in that variant; Markdown."""
    span: Span = NOWHERE

    def because(self, reason: Reason) -> LeftOut:
        """The same for another reason."""
        return replace(self, reason=reason)


class Gap(Cue):
    """The line where something was left out.  No author writes it: it is a cue, so that it stays in its place."""

    left: LeftOut

    @property
    def verb(self) -> str:
        """None of the author's."""
        return "left_out"

    @property
    def prose(self) -> str:
        """Empty: what it says is worded where it is shown."""
        return ""

    def readable_by(self, reader: Reader) -> bool:
        """The trainer's alone."""
        return reader is Reader.TRAINER


def gap(left: LeftOut) -> Gap:
    """The line for `left`."""
    return Gap.model_construct(left=left)
