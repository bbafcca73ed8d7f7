"""A session without a projector: sheets to write on a flip chart in place of slides."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from pathlib import PurePosixPath

import pytest
from docx import Document

from deckbuild.pipeline import Build, build
from deckbuild.workspace import InMemory

DAY = PurePosixPath("decks/day.yaml")
LESSON = """
lesson: "1.1"
title: One
generate: [title, outcomes, key_messages]
outcomes: [{id: do, text: Do it}]
sections:
- title: S
  slides:
  - {id: list, title: A list, duration: 5 min, covers: do, bullets: [First point, Second point], notes: "See [@asked]."}
  - {id: table, title: A table, duration: 5 min, covers: do, table: {header: [A, B], rows: [[left cell, right cell]]}, key_message: K.}
  - {id: asked, duration: 5 min, covers: do, question: {stem: Which?, options: [This one, That one], answer: A}}
  - {id: worked, case: told}
cases: [{id: told, title: A case, duration: 5 min, situation: A long story., tasks: [Find out why]}]
"""


@lru_cache
def built(projector: str) -> Build:
    text = f"session: A day\nprojector: {projector}\nprogramme: [{{lesson: one.yaml}}]\n"
    made = build(InMemory({str(DAY): text, "decks/one.yaml": LESSON}), DAY)
    assert made.diagnostics == ()
    return made


def paragraphs(ending: str) -> list[tuple[str, str]]:
    """Style and text of each paragraph."""
    content = next(content for path, content in built("false").files.items() if path.name.endswith(ending))
    return [(p.style.name if p.style else "", p.text) for p in Document(io.BytesIO(content)).paragraphs]


def test_no_deck_is_made() -> None:
    assert not [path for path in built("false").files if path.suffix == ".pptx"]
    assert [path for path in built("true").files if path.suffix == ".pptx"]


def test_each_sheet_says_large_and_in_order_what_to_write() -> None:
    large = [text for style, text in paragraphs("-facilitator.docx") if style.startswith("Flip Chart")]

    assert [text.partition("\t")[2] for text in large if "\t" in text] == [
        "First point", "Second point", "This one", "That one", "Find out why",
    ]  # fmt: skip
    assert not [text for text in large if "long story" in text]


@pytest.mark.parametrize("ending", ["-facilitator.docx", "-participant.docx"])
def test_no_text_speaks_of_slides(ending: str) -> None:
    content = next(content for path, content in built("false").files.items() if path.name.endswith(ending))
    text = "".join(str(piece) for piece in Document(io.BytesIO(content)).element.body.itertext())

    assert not re.search(r"slides? [0-9]", text, re.IGNORECASE)
    assert ("See sheet 4" in text) == ("facilitator" in ending)


def test_nothing_is_generated_but_the_agenda() -> None:
    texts = [text for style, text in paragraphs("-facilitator.docx") if style == "Page Title"]

    assert texts == ["Agenda", "A list", "A table", "Which?", "A case"]
