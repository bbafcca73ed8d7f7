"""The parts of the documents, in their order: a module a part, a line in the list."""

from __future__ import annotations

from deckbuild.compose.parts import (
    abbreviations,
    contents,
    cover,
    cue_key,
    glance,
    handouts,
    key_messages,
    references,
    slides,
)
from deckbuild.compose.parts.part import Part
from deckbuild.spec.cue import Reader

TRAINER, PARTICIPANT = (Reader.TRAINER,), (Reader.PARTICIPANT,)

ALL: tuple[Part, ...] = (
    Part("cover", cover.compose),
    Part("contents", contents.compose, alone=False, late=True),
    Part("cue_key", cue_key.compose, TRAINER, alone=False),
    Part("glance", glance.compose, TRAINER),
    Part("glance", glance.compose, PARTICIPANT, alone=False),
    Part("slides", slides.compose),
    Part("key_messages", key_messages.compose, alone=False),
    Part("abbreviations", abbreviations.compose, alone=False),
    Part("references", references.compose, alone=False),
    Part("handouts", handouts.compose, TRAINER),
)
