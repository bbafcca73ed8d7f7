"""The notes at a glance: short lines that never mislead, from the source of the full notes."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from deckbuild.blocks import Run, bare, plain
from deckbuild.compose.describe import describe_document
from deckbuild.compose.sentences import first_sentence
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.outputs import ALL, GLANCE, USUAL, at_density
from deckbuild.pipeline import build, compose, document
from deckbuild.workspace import InMemory, Recording

LESSON = """
lesson: "1"
title: Short
handouts: [{id: sheet, title: Sheet, text: x, copies: one each}]
sections:
  - title: Only
    slides:
      - id: one
        title: One
        duration: 3 min
        key_message: Remember this.
        bullets: [a]
        notes:
          - say: First of all. Then the rest.
          - {say: A long story. It goes on., brief: The story of the well}
          - ask: Who was there? And who was not?
            answers: [All, None]
          - {note: Leave the door open. Look at the window too., kind: safety}
          - tip: |
              Before the list:

              - one
          - text: Background that is read beforehand.
          - distribute: sheet
"""


def shown(density: str = "glance") -> str:
    diags = Diagnostics()
    made = compose(Recording(InMemory({"decks/l.yaml": LESSON})), PurePosixPath("decks/l.yaml"), diags)
    assert not diags.in_order()
    assert made is not None
    (output,) = at_density(USUAL[1:2], density)  # type: ignore[arg-type]
    return describe_document(document(made, output, {}))


def test_a_line_is_the_first_sentence_and_says_that_more_follows() -> None:
    assert "**Say**\tFirst of all. …" in shown()
    assert "**Trainer tip**\tBefore the list: …" in shown()


def test_the_author_may_word_a_line() -> None:
    assert "**Say**\tThe story of the well\n" in shown()


def test_questions_and_warnings_are_never_cut() -> None:
    assert "Who was there? And who was not?" in shown()
    assert "*All**; **None*" in shown()
    assert "Leave the door open. Look at the window too." in shown()


def test_background_is_left_to_the_full_notes() -> None:
    assert "Background" not in shown()
    assert "**Handout 1**\tSheet (one each)" in shown()


def test_the_clock_and_the_key_message_stand_there() -> None:
    assert "--- Slide 2  One  3 min · 0:00–0:03" in shown()
    assert "! Remember this." in shown()


def test_together_leads_to_the_page_of_the_full_notes() -> None:
    text = shown("together")

    assert text.index("# Notes at a glance") < text.index("# Lesson 1  Short")
    assert "{small} Full notes: page [page of #one]" in text


@pytest.mark.parametrize(
    ("density", "names"),
    [
        ("full", ["deck", "facilitator", "participant"]),
        ("glance", ["deck", "glance", "participant"]),
        ("both", ["deck", "facilitator", "glance", "participant"]),
        ("together", ["deck", "facilitator", "participant"]),
    ],
)
def test_a_density_chooses_the_documents(density: str, names: list[str]) -> None:
    made = at_density(USUAL, density)  # type: ignore[arg-type]
    assert [output.name for output in made if output.kind in ("deck", "guide")] == names


def test_what_is_asked_for_by_name_comes_once() -> None:
    assert at_density(ALL, "both").count(GLANCE) == 1


def test_the_project_may_choose_and_the_command_goes_before() -> None:
    files = {"decks/l.yaml": LESSON, "deckbuild.yaml": "project: x\ndensity: both\n"}
    lesson = PurePosixPath("decks/l.yaml")

    def names(density: str | None) -> set[str]:
        return {path.name for path in build(InMemory(files), lesson, density=density).files}  # type: ignore[arg-type]

    assert {"l-facilitator.docx", "l-glance.docx"} <= names(None)
    assert "l-glance.docx" not in names("full")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("Only one", "Only one"),
        ("Ask Dr. Who. Then go.", "Ask Dr. Who."),
        ("See e.g. the list. Go.", "See e.g. the list."),
        ("Version 2.0 is out. Use it.", "Version 2.0 is out."),
        ("J. Smith said so. Yes.", "J. Smith said so."),
        ("“Really?” she asked. He nodded.", "“Really?” she asked."),
        ("Was? Ja!", "Was?"),
        ("اسأل عن السبب. ثم انتظر.", "اسأل عن السبب."),
        ("هل كنت هناك؟ ومن غاب؟", "هل كنت هناك؟"),
        ("行こう。待とう。", "行こう。"),
    ],
)
def test_a_sentence_ends_where_it_ends(text: str, first: str) -> None:
    found, more = first_sentence(bare(text))

    assert plain(found) == first
    assert more == (first != text)


def test_looks_are_kept_up_to_the_end_of_the_sentence() -> None:
    rich = (Run("A "), Run("bold", bold=True), Run(" start. And more"))

    assert first_sentence(rich) == ((Run("A "), Run("bold", bold=True), Run(" start.")), True)
