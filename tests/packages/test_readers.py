"""Who reads which field: decided for every field of a lesson, and held in the participants' files by canaries.

A field that is in neither table fails the test: decide who may read it, and where it is the trainer's, put a canary into
the lesson below.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

import pytest

from deckbuild.kinds import ALL as KINDS
from deckbuild.kinds.question import Asked
from deckbuild.kinds.video import Played
from deckbuild.lesson.lesson import Lesson
from deckbuild.load.locate import field_names, models_within
from deckbuild.outputs import ALL
from deckbuild.pipeline import Build, build
from deckbuild.spec.authored import Authored
from deckbuild.spec.cue import Reader
from deckbuild.workspace import InMemory

TRAINER = {
    "Overview": "audience prerequisites group_size trainers ratio qualifications room",
    "Task": "task who when",
    "Material": "what who when",
    "CommonQuestion": "question answer",
    "Evaluation": "instructions",
    "Cue": "say do tip show transition text note answers brief",
    "Section": "instead",
    "Slide": "instead",
    "Activity": "cut_outs preparation answers draw_out note",
    "TimePart": "part",
    "Role": "role text",
    "Variant": "title steps change",
    "Case": "solution",
    "BankQuestion": "answer feedback",
    "Option": "feedback",
    "Asked": "answer feedback",
    "Played": "fallback",
}
"""Texts that participants must not find anywhere in their files."""

SHARED = {
    "Lesson": "lesson title subtitle edition duration language brand aim relevance outcomes overview preparation equipment "
    "abbreviations references handouts common_questions evaluation annexes imprint changes links translated_from omit generate sections "
    "activities cases questions test glossary",
    "Outcome": "id text",
    "Overview": "participants groups",
    "Preparation": "before during after",
    "Material": "quantity per",
    "Reference": "symbol author title publisher year url review_by qr",
    "Handout": "id title text from file copies colour one_sided",
    "Evaluation": "scale items open certificate criteria",
    "Criterion": "criterion mark",
    "Annex": "id title text file for",
    "Imprint": "publisher copyright licence licence_url identifier contact approval review disclaimer acknowledgements",
    "Change": "edition date text",
    "Section": "id title notes references audience tags optional priority slides",
    "Cue": "ask distribute activity case reference kind for audience tags",
    "Slide": "id title subtitle layout duration timer covers key_message background fit hidden slide_number transition "
    "audience tags optional priority notes",
    "Background": "file focus dim",
    "Focus": "x y",
    "Activity": "id title purpose covers audience tags method duration split groups materials roles steps worksheet "
    "lines debrief variants",
    "TimePart": "duration",
    "Grouping": "number size how",
    "Role": "copies",
    "Variant": "duration split",
    "Case": "id title covers audience tags duration situation needs tasks roles lines",
    "BankQuestion": "id type stem options pairs covers audience tags level points lines shuffle test",
    "Option": "text",
    "Pair": "part match",
    "Paper": "title duration instructions pass_mark",
    "Term": "term definition source",
    "Asked": "stem options",
    "Played": "file url title alt running_time poster caption credit embed",
}
"""What everybody may read, or what holds no text of its own."""

SECRETS = """
lesson: "1"
title: Secrets
overview:
  audience: CANARY-Overview-audience
  prerequisites: [CANARY-Overview-prerequisites]
  group_size: CANARY-Overview-group_size
  trainers: CANARY-Overview-trainers
  ratio: CANARY-Overview-ratio
  qualifications: CANARY-Overview-qualifications
  room: CANARY-Overview-room
preparation:
  before: [{task: CANARY-Task-task, who: CANARY-Task-who, when: CANARY-Task-when}]
equipment: [{what: CANARY-Material-what, who: CANARY-Material-who, when: CANARY-Material-when}]
common_questions: [{question: CANARY-CommonQuestion-question, answer: CANARY-CommonQuestion-answer}]
evaluation: {instructions: CANARY-Evaluation-instructions, items: [I liked it]}
outcomes: [{id: do, text: Do it}]
handouts:
  - {id: sheets, title: Sheets, from: activities}
  - {id: slides, title: Slides, from: slides}
sections:
  - title: Part
    optional: true
    instead: CANARY-Section-instead
    notes: [{say: CANARY-Cue-say in a section}]
    slides:
      - title: One
        bullets: [A point]
        optional: true
        instead: CANARY-Slide-instead
        notes:
          - {say: CANARY-Cue-say, brief: CANARY-Cue-brief}
          - do: CANARY-Cue-do
          - {ask: For all?, answers: [CANARY-Cue-answers]}
          - tip: CANARY-Cue-tip
          - show: CANARY-Cue-show
          - transition: CANARY-Cue-transition
          - text: CANARY-Cue-text
          - {note: CANARY-Cue-note, kind: safety}
          - distribute: sheets
          - distribute: slides
          - activity: go
          - case: river
      - activity: go
      - case: river
      - question: both
      - question: {stem: What now?, answer: CANARY-Asked-answer, feedback: CANARY-Asked-feedback}
      - title: A film
        video: {url: "https://example.org/film", alt: A river, running_time: 2 min, fallback: CANARY-Played-fallback}
activities:
  - id: go
    title: Go
    duration: 5 min
    split: [{part: CANARY-TimePart-part, duration: 5 min}]
    roles: [{role: CANARY-Role-role, text: CANARY-Role-text}]
    cut_outs: [CANARY-Activity-cut_outs]
    preparation: CANARY-Activity-preparation
    steps: [A step]
    debrief: [A question]
    answers: [CANARY-Activity-answers]
    draw_out: [CANARY-Activity-draw_out]
    variants: [{title: CANARY-Variant-title, duration: 3 min, steps: [CANARY-Variant-steps], change: CANARY-Variant-change}]
    note: CANARY-Activity-note
cases:
  - {id: river, title: The river, situation: It rises., tasks: [What now?], solution: CANARY-Case-solution}
questions:
  - id: both
    type: choice
    stem: Which?
    options: [{text: This, feedback: CANARY-Option-feedback}, That]
    answer: This
    feedback: CANARY-BankQuestion-feedback
    covers: do
  - {id: word, type: completion, stem: "It is ___.", answer: [CANARY-BankQuestion-answer]}
"""


def decided(model: type[Authored]) -> set[str]:
    name = model.__name__
    return {*TRAINER.get(name, "").split(), *SHARED.get(name, "").split()}


def fields() -> dict[type[Authored], set[str]]:
    """The fields of every model of a lesson.  What is within a slide's body is shown on the slide, but for two."""
    shown = {model for kind in KINDS for model in models_within(kind)} - {Asked, Played}
    return {model: set(field_names(model)) for model in models_within(Lesson) if model not in shown}


@pytest.mark.parametrize("model", fields(), ids=lambda model: model.__name__)
def test_it_is_decided_who_reads_each_field(model: type[Authored]) -> None:
    assert fields()[model] - decided(model) == set()


def test_no_field_is_both_and_none_is_left_over() -> None:
    known = {model.__name__: names for model, names in fields().items()}
    for name in {**TRAINER, **SHARED}:
        trainers, shared = set(TRAINER.get(name, "").split()), set(SHARED.get(name, "").split())
        assert not trainers & shared
        assert trainers | shared <= known.get(name, trainers | shared), name


CANARIES = [f"CANARY-{model}-{field}" for model, names in TRAINER.items() for field in names.split()]


@pytest.fixture(scope="module")
def made() -> Build:
    lesson = PurePosixPath("decks/secrets.yaml")
    built = build(InMemory({str(lesson): SECRETS}), lesson, embedded=True)
    assert not built.diagnostics
    return built


def whole(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("canary", CANARIES)
def test_each_field_of_the_trainers_has_a_canary(canary: str) -> None:
    assert canary in SECRETS


@pytest.mark.parametrize(
    "output", [one for one in ALL if one.reader is Reader.PARTICIPANT and one.kind != "sheet"], ids=lambda one: one.name
)
def test_no_canary_is_in_any_part_of_a_participants_file(made: Build, output: object) -> None:
    (content,) = [content for path, content in made.files.items() if path.name == f"secrets{output.ending}"]  # type: ignore[attr-defined]

    assert "CANARY" not in whole(content)


def test_the_trainer_has_them_all(made: Build) -> None:
    files = {path.name: whole(content) for path, content in made.files.items() if path.suffix in (".docx", ".pptx")}
    notes = files["secrets-facilitator.docx"] + files["secrets.pptx"]

    assert [canary for canary in CANARIES if canary not in notes and canary != "CANARY-Cue-brief"] == []


def test_no_canary_is_on_a_slide(made: Build) -> None:
    deck = next(content for path, content in made.files.items() if path.suffix == ".pptx")
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        slides = [archive.read(name).decode() for name in archive.namelist() if name.startswith("ppt/slides/slide")]

    assert slides
    assert not any("CANARY" in slide for slide in slides)
