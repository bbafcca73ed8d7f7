"""What participants work with: worksheets, cards, handouts, words to fill in; each without what is the trainer's."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath

import pytest

from deckbuild.compose.describe import describe_document, describe_presentation
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.outputs import ALL
from deckbuild.pipeline import Build, build, compose, document
from deckbuild.workspace import InMemory, Recording

LESSON = PurePosixPath("decks/day/lesson.yaml")
HEAD = 'lesson: "3"\ntitle: Work\n'


def shown(text: str, output: str, files: dict[str, bytes] | None = None) -> str:
    """An output as text; nothing may be found wrong with the lesson."""
    diags = Diagnostics()
    composed = compose(Recording(InMemory({str(LESSON): HEAD + text, **(files or {})})), LESSON, diags)
    assert composed is not None
    assert not diags.in_order()
    if output == "deck":
        return describe_presentation(composed.presentation)
    return describe_document(document(composed, next(one for one in ALL if one.name == output), {}))


def made(text: str, files: dict[str, bytes] | None = None) -> Build:
    return build(InMemory({str(LESSON): HEAD + text, **(files or {})}), LESSON, embedded=True)


ACTIVITY = """
activities:
  - id: sort
    title: Sort the cards
    purpose: To see what belongs together
    method: Group work
    duration: 10-12 min
    split: [{part: Sort, duration: 7 min}, {part: Show, duration: 3-5 min}]
    groups: {number: "4", size: 5-6, how: by table}
    materials: [{what: Cards, quantity: 1, per: group}, Tape]
    roles: [{role: Timekeeper, text: Call the minutes., copies: 2}]
    cut_outs: [Rain, Wind, Snow]
    preparation: Shuffle the cards.
    steps: [Sort the cards, Show your order]
    worksheet: "Our first card is {{rain}}."
    lines: 3
    debrief: [What was easy?]
    answers: [By season]
    draw_out: [Every order has its reason]
    variants: [{title: Short, duration: 5 min, change: Only one table shows.}]
    note: Good after lunch.
"""
PLACED = "sections: [{title: Part, slides: [{title: Go, bullets: [a], notes: [{activity: sort}]}]}]\n" + ACTIVITY


def test_the_trainers_sheet_holds_all_of_an_activity() -> None:
    sheet = shown(PLACED, "facilitator").partition("## Activity 3.1: Sort the cards")[2]

    for said in (
        "To see what belongs together", "Group work", "**10–12 min**: Sort 7 min; Show 3–5 min", "4 groups of 5–6; by table",
        "Cards (1 for each group) / Tape", "Shuffle the cards.", "1. Sort the cards", "- What was easy?", "- By season",
        "- Every order has its reason", "| **Short** | 5 min | Only one table shows. |", "Good after lunch.",
    ):  # fmt: skip
        assert said in sheet


def test_the_worksheet_has_instructions_and_space_and_nothing_of_the_trainers() -> None:
    sheet = shown(PLACED, "participant").partition("## Activity 3.1: Sort the cards")[2]

    for said in ("1. Sort the cards", "(3 lines)", "- What was easy?", "Our first card is ________."):
        assert said in sheet
    for hidden in (
        "Shuffle",
        "By season",
        "reason",
        "Only one table",
        "after lunch",
        "Timekeeper",
        "Rain",
        "7 min",
        "Tape",
    ):
        assert hidden not in sheet


def test_a_slide_shows_what_participants_need_and_counts_the_activitys_minutes() -> None:
    deck = shown("sections: [{title: Part, slides: [{activity: sort}]}]\n" + ACTIVITY, "deck")

    for said in (
        "Activity 3.1",
        "10–12 min",
        "Sort the cards",
        "Group work",
        "4 groups of 5–6; by table",
        "Part (10–12 min)",
    ):
        assert said in deck
    slide = deck.partition("notes")[0]
    for hidden in ("Shuffle", "By season", "reason", "after lunch"):
        assert hidden not in slide


def test_an_instruction_slide_is_made_behind_the_cue_where_the_lesson_asks_for_it() -> None:
    text = "generate: [activities]\n" + PLACED

    assert re.findall(r"^slide (\d)  \[(.*?)\]", shown(text, "deck"), re.MULTILINE) == [
        ("1", "1/1"), ("2", "@activity/sort"),
    ]  # fmt: skip


def test_a_slide_that_is_there_is_not_made_again() -> None:
    text = "generate: [activities]\nsections: [{title: Part, slides: [{activity: sort}]}]\n" + ACTIVITY

    assert len(re.findall(r"^slide ", shown(text, "deck"), re.MULTILINE)) == 1


def test_cards_are_cut_from_pages_whose_backs_stay_blank() -> None:
    cards = shown(PLACED, "facilitator").partition("## Cards for Activity 3.1")[2]

    assert cards.count("8<  Timekeeper") == 2
    assert cards.count("8<") == 5
    assert cards.count("This page is left blank") == 2


CASE = """
cases:
  - id: flood
    title: The flood
    duration: 5 min
    situation: The river rises.
    needs: [Boats]
    tasks: [Decide who goes first]
    solution: Children and the old.
"""


def test_a_case_has_its_solution_for_the_trainer_alone() -> None:
    text = (
        "sections: [{title: Part, slides: [{case: flood}, {title: B, bullets: [c], notes: [{case: flood}]}]}]\n" + CASE
    )

    assert "Children and the old." in shown(text, "facilitator")
    assert "Children and the old." not in shown(text, "participant")
    assert "Decide who goes first" in shown(text, "participant")
    assert "Children" not in shown(text, "deck").partition("notes")[0]


# --- handouts -----------------------------------------------------------------------------------------------

GIVEN = """
handouts:
  - {id: all, title: Slides, from: slides, copies: one each, colour: true, one_sided: true}
  - {id: words, title: Words, from: glossary}
  - {id: sheets, title: Sheets, from: activities}
glossary: [{term: Mandate, definition: What is asked for, source: The Charter}]
sections:
  - title: Part
    slides:
      - {title: Go, bullets: [a], notes: [{activity: sort}, {distribute: all}, {distribute: words}, {distribute: sheets}]}
"""


def test_a_handout_says_where_and_how_it_is_given_out() -> None:
    notes = shown(GIVEN + ACTIVITY, "facilitator")

    assert re.search(r"Given out at slide .*2.* · one each · in colour · one-sided", notes)


def test_handouts_are_made_from_slides_words_and_worksheets() -> None:
    handouts = shown(GIVEN + ACTIVITY, "handouts")

    assert "Slide 2  Go" in handouts
    assert "**Mandate**\tWhat is asked for (The Charter)" in handouts.replace("<tab>", "\t")
    assert "1. Sort the cards" in handouts
    assert "By season" not in handouts


def test_a_file_is_carried_along_as_it_is() -> None:
    text = """
handouts: [{id: map, title: A map, file: ../maps/Region.PDF}]
sections: [{title: Part, slides: [{title: Go, bullets: [a], notes: [{distribute: map}]}]}]
"""
    files = {"decks/maps/Region.PDF": b"%PDF-1.4 a map"}
    built = made(text, files)

    assert built.files[PurePosixPath("build/day/lesson-handout-map.pdf")] == files["decks/maps/Region.PDF"]
    assert not any("handouts.docx" in path.name for path in built.files)


# --- words to fill in ------------------------------------------------------------------------------------------

BLANKS = 'sections: [{title: Part, slides: [{title: Go, bullets: ["Look and {{listenwell}}"]}]}]\n'


def test_a_word_to_fill_in_is_shown_on_the_slide_and_listed_for_the_trainer() -> None:
    assert "Look and **listenwell**" in shown(BLANKS, "deck")
    assert re.search(r"\| Slide .*2.* \| listenwell \|", shown(BLANKS, "facilitator"))


def test_participants_get_a_blank_of_a_fitting_length_and_no_picture() -> None:
    built = made(BLANKS)
    guide = next(content for path, content in built.files.items() if path.name.endswith("-participant.docx"))
    with zipfile.ZipFile(io.BytesIO(guide)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())

    assert b"listenwell" not in whole
    assert b"_______________" in whole


@pytest.mark.parametrize("word", ["a", "a very long expression"])
def test_a_blank_grows_with_its_word(word: str) -> None:
    text = BLANKS.replace("listenwell", word)
    blank = re.search(r"Look and (_+)", shown(text, "participant"))

    assert blank is not None
    assert len(blank[1]) == max(8, round(len(word) * 1.5))
