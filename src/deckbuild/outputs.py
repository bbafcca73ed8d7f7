"""The table of outputs: what can be built from a lesson, and under which name it is put."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.spec.cue import Reader


@dataclass(frozen=True)
class Output:
    """A file that a lesson builds.  `reader` is whom a document is for; None for the deck."""

    name: str
    ending: str
    reader: Reader | None

    def path(self, lesson: PurePosixPath, folder: PurePosixPath) -> PurePosixPath:
        """Where it is put: the lesson's place under `decks/`, mirrored under `folder`."""
        inside = lesson.relative_to("decks") if lesson.is_relative_to("decks") else lesson
        return folder / inside.with_name(inside.stem + self.ending)


ALL: tuple[Output, ...] = (
    Output("deck", ".pptx", None),
    Output("facilitator", "-facilitator.docx", Reader.TRAINER),
    Output("participant", "-participant.docx", Reader.PARTICIPANT),
)
