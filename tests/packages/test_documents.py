"""Properties of real documents: what participants must never see, and what Word needs."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath

import pytest
from docx import Document

from deckbuild.ooxml.lint import lint_package
from deckbuild.pipeline import Build, build
from deckbuild.workspace import InMemory

# Each canary stands in one field that is the trainer's alone.
SECRETS = """
lesson: "3.1"
title: Secrets
outcomes: [{id: keep, text: Keep a secret}]
equipment: [CANARY-EQUIPMENT]
handouts:
  - {id: sheet, title: Sheet, text: CANARY-HANDOUT}
sections:
  - title: One
    notes:
      - say: CANARY-SECTION-SAY
    slides:
      - title: A slide
        id: one
        covers: keep
        key_message: Everybody may read this message.
        bullets: [A point]
        notes:
          - say: CANARY-SAY
          - do: CANARY-DO
          - ask: A question for all?
            answers: [CANARY-ANSWER, CANARY-ANSWER-TWO]
          - tip: CANARY-TIP
          - show: CANARY-SHOW
          - distribute: sheet
          - activity: work
          - transition: CANARY-TRANSITION
          - text: |
              CANARY-TEXT

              - CANARY-TEXT-LIST
          - {note: CANARY-SAFETY, kind: safety}
          - {note: CANARY-SENSITIVITY, kind: sensitivity}
          - {note: CANARY-ADAPT, kind: adapt}
          - {note: CANARY-TIMING, kind: timing}
          - {ask: CANARY-ASK-FOR-TRAINER, for: trainer}
          - {say: Shared on purpose., for: everyone}
      - question:
          stem: A or B?
          options: [A, B]
          answer: CANARY-QUESTION-ANSWER
          feedback: CANARY-FEEDBACK
activities:
  - id: work
    title: Work
    purpose: To work
    duration: 5 min
    split: [{part: CANARY-SPLIT, duration: 5 min}]
    materials: [CANARY-MATERIAL]
    preparation: CANARY-PREPARATION
    steps: [A step]
    debrief: [A debrief question]
    answers: [CANARY-DRAW-OUT]
"""


def made(text: str) -> Build:
    lesson = PurePosixPath("decks/secrets.yaml")
    return build(InMemory({str(lesson): text}), lesson, embedded=True)


def output(made_: Build, ending: str) -> bytes:
    return next(content for path, content in made_.files.items() if path.name.endswith(ending))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(content: bytes) -> str:
    """All text of the package, words split over runs joined."""
    return "".join(re.sub(rb"<[^>]+>", b"", part).decode("utf-8", "replace") for part in parts(content).values())


def test_nothing_of_the_trainers_is_anywhere_in_the_participants_file() -> None:
    participant = output(made(SECRETS), "-participant.docx")

    assert "CANARY" not in words(participant)
    assert not [name for name, part in parts(participant).items() if b"CANARY" in part]


def test_the_trainers_file_has_all_of_it() -> None:
    """So that the test above can fail: each canary really reaches an output."""
    facilitator = words(output(made(SECRETS), "-facilitator.docx"))

    assert [canary for canary in re.findall(r"CANARY[A-Z-]*", SECRETS) if canary not in facilitator] == []


def test_participants_read_what_is_theirs() -> None:
    participant = words(output(made(SECRETS), "-participant.docx"))

    for text in ("A question for all?", "Everybody may read this message.", "A or B?", "A step", "Shared on purpose."):
        assert text in participant


def test_participants_get_no_heading_of_a_section_that_has_nothing_for_them() -> None:
    lesson = """
lesson: "1"
title: Headings
sections:
  - {id: told, title: Told by the trainer, notes: A story.}
  - {title: Kept back, slides: [{title: Behind, hidden: true, bullets: [A point]}]}
  - {title: Read by all, notes: [{text: A page to read., for: everyone}]}
  - title: Seen by all
    slides: [{title: A slide, bullets: ["After [@told]"]}]
"""
    made_ = made(lesson)
    facilitator, participant = (headings(output(made_, f"-{name}.docx")) for name in ("facilitator", "participant"))

    named = ["Told by the trainer", "Kept back", "Read by all", "Seen by all"]
    assert [one for one in facilitator if one in named] == named
    assert [one for one in participant if one in named] == named[2:]
    assert lint_package(output(made_, "-participant.docx")) == ()  # no link leads to what is not there


def headings(content: bytes) -> list[str]:
    paragraphs = Document(io.BytesIO(content)).paragraphs
    return [one.text for one in paragraphs if one.style and one.style.name and one.style.name.startswith("Heading")]


@pytest.mark.parametrize("ending", ["-facilitator.docx", "-participant.docx"])
def test_documents_are_sound_and_open_in_python_docx(ending: str) -> None:
    content = output(made(SECRETS), ending)

    assert lint_package(content) == ()
    assert Document(io.BytesIO(content)).core_properties.title == "Secrets"


def test_text_is_set_in_named_styles_alone() -> None:
    """No size, colour or face stands in the text itself."""
    body = parts(output(made(SECRETS), "-facilitator.docx"))["word/document.xml"].decode()

    assert not re.findall(r"<w:(sz|color|rFonts|spacing|ind|pBdr)\b[^>]*>", body)
    assert "<w:shd" not in body


def test_headings_are_real_and_skip_no_level_downwards() -> None:
    document = Document(io.BytesIO(output(made(SECRETS), "-facilitator.docx")))
    levels = [int(p.style.name[-1]) for p in document.paragraphs if p.style.name.lower().startswith("heading")]

    assert levels[0] in (1, 3)
    assert {1, 2, 3} >= set(levels)


def test_slides_are_pictures_with_alternative_text_or_text_in_a_box() -> None:
    lesson = PurePosixPath("decks/secrets.yaml")
    workspace = InMemory({str(lesson): SECRETS})
    with_pictures = parts(output(build(workspace, lesson, embedded=True), "-facilitator.docx"))
    without = parts(output(build(workspace, lesson), "-facilitator.docx"))

    assert re.findall(rb'descr="Slide 2: A slide"', with_pictures["word/document.xml"])
    assert not [name for name in without if name.startswith("word/media")]
    assert without["word/document.xml"].count(b"Slides are shown as text in this document") == 1
    assert b"A point" in without["word/document.xml"]


def test_the_clock_runs_through_the_notes() -> None:
    text = """
        lesson: "1"
        title: T
        sections:
          - title: S
            slides:
              - {title: A, duration: 3 min, bullets: [x]}
              - {title: B, duration: 1 h, bullets: [y]}
    """
    facilitator = words(output(made(text), "-facilitator.docx"))

    assert "3 min · 0:00–0:03" in facilitator
    assert "1 h · 0:03–1:03" in facilitator


def test_a_reference_shows_the_number_and_page_as_fields() -> None:
    text = """
        lesson: "1"
        title: T
        sections:
          - title: S
            slides:
              - {title: A, id: first, bullets: [x], notes: "Wait for [@second]."}
              - {title: B, id: second, bullets: [y]}
    """
    body = parts(output(made(text), "-facilitator.docx"))["word/document.xml"].decode()

    assert re.search(r"REF n_second_\w+ \\h", body)
    assert re.search(r"PAGEREF s_second_\w+ \\h", body)
    assert "(page " in re.sub(r"<[^>]+>", "", body)


def test_a_reference_to_what_a_document_does_not_hold_is_plain_words() -> None:
    """Participants have no handout, no agenda slide; the words stay, no field leads nowhere."""
    text = """
        lesson: "1"
        title: T
        handouts: [{id: sheet, title: Sheet, text: x}]
        sections:
          - title: S
            slides:
              - {id: plan, generated: agenda}
              - title: A
                bullets: [x]
                notes:
                  - ask: Look at [@sheet], at [@plan] and at [@idle]. What do you see?
          - title: S2
            slides: [{title: B}]
        activities: [{id: idle, title: Never placed, steps: [x]}]
    """
    made_ = made(text)

    assert not made_.failed
    assert "Look at handout 1, at slide 2 and at activity 1.1." in words(output(made_, "-participant.docx"))
