"""The parts of the documents, in their order: a module a part, a line in the list."""

from __future__ import annotations

from typing import get_args

from deckbuild.compose.parts import (
    abbreviations,
    activities,
    adaptations,
    annexes,
    brief,
    cards,
    common_questions,
    contents,
    cover,
    coverage,
    evaluation,
    fill_ins,
    flipchart,
    glance,
    glossary,
    handouts,
    imprint,
    key_messages,
    left_out,
    lesson_map,
    materials,
    overview,
    preparation,
    questions,
    references,
    slides,
    using,
)
from deckbuild.compose.parts.part import Part
from deckbuild.spec.cue import Reader
from deckbuild.spec.pack import Density

TRAINER, PARTICIPANT = (Reader.TRAINER,), (Reader.PARTICIPANT,)
EVERY: tuple[Density, ...] = get_args(Density)

ALL: tuple[Part, ...] = (
    Part("cover", cover.compose, ends=True),
    Part("imprint", imprint.compose, ends=True),
    Part("contents", contents.compose, odd=True, late=True),
    Part("using", using.compose, TRAINER),
    Part("abbreviations", abbreviations.compose, TRAINER, begins=False),
    Part("overview", overview.compose, TRAINER, odd=True),
    Part("preparation", preparation.compose, TRAINER, begins=False),
    Part("materials", materials.compose, TRAINER, begins=False),
    Part("sheets", flipchart.compose, TRAINER, odd=True),
    Part("glance", glance.compose, TRAINER, EVERY, odd=True),
    Part("glance", glance.compose, PARTICIPANT, begins=False),
    Part("map", lesson_map.compose, TRAINER, EVERY, begins=False),
    Part("materials", materials.compose, TRAINER, ("glance",), begins=False),
    Part("brief", brief.compose, TRAINER, ("glance", "together"), ends=True, running=True, odd=True),
    Part("slides", slides.compose, ends=True, running=True, odd=True),
    Part("activities", activities.compose, PARTICIPANT, odd=True),
    Part("cases", activities.compose_cases, PARTICIPANT),
    Part("key_messages", key_messages.compose, odd=True),
    Part("coverage", coverage.compose, TRAINER, begins=False),
    Part("adaptations", adaptations.compose, TRAINER, begins=False),
    Part("left_out", left_out.compose, TRAINER, begins=False),
    Part("abbreviations", abbreviations.compose, PARTICIPANT, begins=False),
    Part("glossary", glossary.compose, begins=False),
    Part("fill_ins", fill_ins.compose, TRAINER, begins=False),
    Part("common_questions", common_questions.compose, TRAINER, begins=False),
    Part("references", references.compose, begins=False),
    Part("evaluation", evaluation.compose),
    Part("questions", questions.compose, TRAINER),
    Part("activities", activities.compose, TRAINER, odd=True),
    Part("cases", activities.compose_cases, TRAINER, odd=True),
    Part("cards", cards.compose, TRAINER, odd=True, ends=True),
    Part("handouts", handouts.compose, TRAINER, odd=True),
    Part("annexes", annexes.compose, odd=True),
)
