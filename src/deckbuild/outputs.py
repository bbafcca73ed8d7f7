"""The table of outputs: what can be built from a lesson or a session, and under which name it is put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from deckbuild.lesson.lesson import Lesson
from deckbuild.programme import Programme
from deckbuild.spec.cue import Reader
from deckbuild.spec.pack import Densities, Density


@dataclass(frozen=True)
class Output:
    """A file that a lesson builds.  `reader` is whom a document is for; None for the deck."""

    name: str
    ending: str
    reader: Reader | None
    kind: Literal["deck", "guide", "handouts", "test", "key", "gift", "sheet"] = "guide"
    version: str = ""
    """Of a test paper."""
    density: Density = "full"
    """How much of the notes it shows."""

    def applies(self, lesson: Lesson, programme: Programme | None = None) -> bool:
        """Whether the lesson has anything for it; `programme` is what it is joined from."""
        match self.kind:
            case "sheet":
                session = programme is not None and programme.kind == "session"
                given = lesson.evaluation is not None and lesson.evaluation.certificate is not None
                return session and (self.name != "certificate" or given)
            case "deck":
                return programme is None or programme.projected
            case "guide":
                return True
            case "handouts":
                return any(handout.file is None for handout in lesson.handouts)
            case _:
                return any(question.test for question in lesson.questions)

    def path(self, lesson: PurePosixPath, folder: PurePosixPath) -> PurePosixPath:
        """Where it is put: the lesson's place under `decks/`, mirrored under `folder`."""
        inside = lesson.relative_to("decks") if lesson.is_relative_to("decks") else lesson
        return folder / inside.with_name(inside.stem + self.ending)


GLANCE = Output("glance", "-glance.docx", Reader.TRAINER, density="glance")

ALL: tuple[Output, ...] = (
    Output("deck", ".pptx", None, "deck"),
    Output("facilitator", "-facilitator.docx", Reader.TRAINER),
    GLANCE,
    Output("participant", "-participant.docx", Reader.PARTICIPANT),
    Output("handouts", "-handouts.docx", Reader.PARTICIPANT, "handouts"),
    Output("test-A", "-test-A.docx", Reader.PARTICIPANT, "test", "A"),
    Output("test-B", "-test-B.docx", Reader.PARTICIPANT, "test", "B"),
    Output("key", "-key.docx", Reader.TRAINER, "key"),
    Output("gift", ".gift.txt", Reader.TRAINER, "gift"),
    Output("run-sheet", "-run-sheet.docx", Reader.TRAINER, "sheet"),
    Output("programme", "-programme.docx", Reader.PARTICIPANT, "sheet"),
    Output("materials", "-materials.docx", Reader.TRAINER, "sheet"),
    Output("sign-in", "-sign-in.docx", Reader.PARTICIPANT, "sheet"),
    Output("certificate", "-certificate.docx", Reader.PARTICIPANT, "sheet"),
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


def carried(lesson: Lesson, path: PurePosixPath, folder: PurePosixPath) -> dict[PurePosixPath, PurePosixPath]:
    """The files that are handouts or annexes as they are: where each is put, beside the outputs, and where it lies."""
    files = [("handout", handout.id, handout.file) for handout in lesson.handouts]
    files += [("annex", annex.id, annex.file) for annex in lesson.annexes]
    found: dict[PurePosixPath, PurePosixPath] = {}
    for kind, id_, file in files:
        if file:
            ending = f"-{kind}-{id_}{PurePosixPath(file).suffix.lower()}"
            found[Output(kind, ending, None).path(path, folder)] = PurePosixPath(file)
    return found
