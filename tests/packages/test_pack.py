"""The parts of a trainer's pack: each is there when the lesson has it, can be left out, and never stands empty."""

from __future__ import annotations

from itertools import pairwise
from pathlib import PurePosixPath

import pytest

from deckbuild.blocks import Block, Heading, Table, plain
from deckbuild.compose.describe import describe_document
from deckbuild.compose.document import Document
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.outputs import ALL
from deckbuild.pipeline import compose, document
from deckbuild.spec.cue import Reader
from deckbuild.workspace import InMemory, Recording

PLAIN = """
lesson: "1"
title: Small
sections: [{title: Only, slides: [{title: One, bullets: [a]}]}]
"""

WHOLE = """
lesson: "1"
title: Whole
imprint: {publisher: The Training House, licence: Share alike, disclaimer: Nothing is promised.}
changes: [{edition: Second, date: May 2026, text: New cases}]
overview:
  audience: Newcomers
  prerequisites: [Lesson 0]
  participants: 12
  groups: 3
preparation:
  before: [{task: Book the room, who: Organiser, when: 4 weeks before}, {task: Read the notes, who: Trainer}]
  after: Send the pictures
equipment: [Projector, {what: Pens, quantity: 2, per: participant}, {what: Flip chart, quantity: 1, per: group}]
outcomes: [{id: do, text: Do it}]
evaluation:
  instructions: Hand it out before the close.
  items: [I can use this tomorrow]
  open: [What was missing?]
  certificate: Badge of presence
  criteria: [{criterion: Presence, mark: all day}]
common_questions: [{question: How long?, answer: An hour.}]
annexes:
  - {id: form, title: The form, text: "# Part one\\n\\n### Deep\\n\\nText", for: everyone}
  - {id: plan, title: The plan, text: For trainers}
sections:
  - title: Only
    slides:
      - id: one
        title: One
        covers: do
        bullets: [a]
        notes: [{say: "Go to [@plan]"}, {note: Use names from here., kind: adapt}]
"""


def composed(text: str, reader: Reader = Reader.TRAINER, project: str = "project: x\n") -> Document:
    diags = Diagnostics()
    files = InMemory({"decks/l.yaml": text, "deckbuild.yaml": project})
    made = compose(Recording(files), PurePosixPath("decks/l.yaml"), diags)
    assert not diags.in_order()
    assert made is not None
    return document(made, next(output for output in ALL if output.reader is reader), {})


def headings(blocks: tuple[Block, ...]) -> list[str]:
    return [plain(block.text) for block in blocks if isinstance(block, Heading)]


def test_the_map_of_a_lesson_without_minutes_has_no_columns_for_them() -> None:
    def columns(text: str) -> list[str]:
        table = next(block for block in composed(text).blocks if isinstance(block, Table) and block.alt == "Lesson map")
        return [plain(cell) for cell in table.header]

    timed = PLAIN.replace("title: One,", "title: One, duration: 3 min,")

    assert columns(PLAIN) == ["Section", "Slides", "Page"]
    assert columns(timed) == ["Section", "Slides", "Page", "Minutes", "From"]


def test_a_small_lesson_has_no_empty_part() -> None:
    made = composed(PLAIN)

    assert headings(made.blocks) == ["Lesson at a glance", "Lesson map", "Lesson 1  Small", "Opening", "Only"]
    assert "About this document" not in describe_document(made)


def test_every_part_is_there_when_the_lesson_has_it() -> None:
    text = describe_document(composed(WHOLE))

    for words in (
        "{page-title} About this document", "**Published by**\\tThe Training House", "| Second | May 2026 | New cases |",
        "# How to use this guide", "**For whom**\\tNewcomers", "{minor} Organiser", "# Outcomes and where they are covered",
        "# Adapting this lesson", "Hand it out before the close.", "| I can use this tomorrow | □ |", "## Badge of presence",
        "{minor} How long?", "# Annex A: The form", "# Annex B: The plan", "annex ](#plan)B",
    ):  # fmt: skip
        assert words.replace("\\t", "\t") in text, words


def test_quantities_are_multiplied_when_it_is_known_how_many_come() -> None:
    text = describe_document(composed(WHOLE))

    assert "| □  Pens | 24 (2 for each participant) |" in text
    assert "| □  Flip chart | 3 (1 for each group) |" in text
    assert "| □  Pens | 2 for each participant |" in describe_document(
        composed(WHOLE.replace("  participants: 12\n", ""))
    )


def test_participants_get_the_form_and_what_is_meant_for_everyone() -> None:
    text = describe_document(composed(WHOLE, Reader.PARTICIPANT))

    assert "I can use this tomorrow" in text
    assert "Annex A: The form" in text
    for trainers in ("Hand it out", "The plan", "How long?", "Newcomers", "Book the room", "Use names", "New cases"):
        assert trainers not in text


@pytest.mark.parametrize("where", ["lesson", "project"])
def test_parts_can_be_left_out(where: str) -> None:
    omit = "omit: [coverage, using, annexes]\n"
    made = composed(
        WHOLE + omit if where == "lesson" else WHOLE, project="project: x\n" + (omit if where == "project" else "")
    )

    assert not {"Outcomes and where they are covered", "How to use this guide", "Annex A: The form"} & set(
        headings(made.blocks)
    )
    assert "Evaluation" in headings(made.blocks)


def test_a_lesson_takes_what_it_does_not_say_from_the_project() -> None:
    project = "project: x\nimprint: {publisher: Head office, contact: Room 5}\nevaluation: {items: [It was good]}\n"
    text = describe_document(composed(PLAIN + "imprint: {publisher: Branch}\n", project=project))

    assert "**Published by**\tBranch" in text
    assert "**Contact**\tRoom 5" in text
    assert "It was good" in text


@pytest.mark.parametrize("reader", list(Reader))
def test_headings_skip_no_level(reader: Reader) -> None:
    levels = [block.level for block in composed(WHOLE, reader).blocks if isinstance(block, Heading)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_of_data_has_a_header() -> None:
    tables = [block for block in composed(WHOLE).blocks if isinstance(block, Table)]

    assert tables
    assert all(table.header for table in tables)
