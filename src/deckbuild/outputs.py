"""The table of outputs: what can be built from a lesson, and under which name it is put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from deckbuild.spec.cue import Reader
from deckbuild.spec.pack import Densities, Density


@dataclass(frozen=True)
class Output:
    """A file that a lesson builds.  `reader` is whom a document is for; None for the deck."""

    name: str
    ending: str
    reader: Reader | None
    density: Density = "full"
    """How much of the notes it shows."""

    def path(self, lesson: PurePosixPath, folder: PurePosixPath) -> PurePosixPath:
        """Where it is put: the lesson's place under `decks/`, mirrored under `folder`."""
        inside = lesson.relative_to("decks") if lesson.is_relative_to("decks") else lesson
        return folder / inside.with_name(inside.stem + self.ending)


GLANCE = Output("glance", "-glance.docx", Reader.TRAINER, "glance")

ALL: tuple[Output, ...] = (
    Output("deck", ".pptx", None),
    Output("facilitator", "-facilitator.docx", Reader.TRAINER),
    GLANCE,
    Output("participant", "-participant.docx", Reader.PARTICIPANT),
)

USUAL: tuple[Output, ...] = tuple(output for output in ALL if output is not GLANCE)
"""What is built where nobody asks for anything else; the density of the notes may change them."""


def at_density(outputs: Sequence[Output], density: Densities) -> tuple[Output, ...]:
    """`outputs` with the facilitator's notes in the densities asked for; notes at a glance that are among them stay."""
    out: list[Output] = []
    for output in outputs:
        if output.name != "facilitator":
            out.append(output)
        elif density == "together":
            out.append(replace(output, density="together"))
        else:
            out += [output] if density in ("full", "both") else []
            out += [GLANCE] if density in ("glance", "both") and GLANCE not in outputs else []
    return tuple(out)
