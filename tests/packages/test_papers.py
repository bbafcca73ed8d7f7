"""Test papers and their key: versions that differ and never change, marked as the bank says, without an answer on them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.lesson.lesson import Lesson
from deckbuild.outputs import ALL
from deckbuild.pipeline import build
from deckbuild.resolve.papers import VERSIONS, paper, points
from deckbuild.workspace import InMemory

WORDS = ["Blue", "Green", "Red", "Grey", "Black", "White"]
BANK = [
    {"id": "sky", "type": "choice", "stem": "Which is the sky?", "options": WORDS, "answer": "Blue", "covers": "see"},
    {
        "id": "both", "type": "choice", "stem": "Which two mix well?", "options": WORDS[:4], "answer": ["Red", "Grey"],
        "points": 2, "shuffle": False,
    },
    {"id": "grass", "type": "true_false", "stem": "Grass is red.", "answer": "false", "feedback": "CANARY-FEEDBACK"},
    {"id": "word", "type": "completion", "stem": "Snow is ___.", "answer": ["CANARY-WHITE"]},
    {
        "id": "pairs", "type": "matching", "stem": "What is it like?",
        "pairs": [{"part": "Ink", "match": "blue"}, {"part": "Ash", "match": "grey"}, {"part": "Coal", "match": "black"}],
    },
    {"id": "own", "type": "open", "stem": "Why is it so?", "answer": ["CANARY-BECAUSE"], "lines": 3},
    {"id": "aloud", "type": "open", "stem": "Only asked aloud?", "answer": ["CANARY-ALOUD"], "test": False},
]  # fmt: skip


def source(bank: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "lesson": "1", "title": "Colours", "outcomes": [{"id": "see", "text": "Tell colours apart"}],
        "test": {"duration": "10 min", "pass_mark": 5, "instructions": "Take your time."},
        "sections": [{"title": "Part", "slides": [{"title": "A", "text": "b", "covers": "see"}]}], "questions": bank,
    }  # fmt: skip


def lesson(bank: list[dict[str, Any]]) -> Lesson:
    from deckbuild.diagnostics.model import Diagnostics
    from deckbuild.load.course import load_lesson

    diags = Diagnostics()
    path = PurePosixPath("decks/l.yaml")
    loaded = load_lesson(InMemory({str(path): json.dumps(source(bank))}), path, diags)
    assert loaded is not None, diags.in_order()
    return loaded.lesson


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The text of every document, by the ending of its name."""
    path = PurePosixPath("decks/l.yaml")
    made = build(InMemory({str(path): json.dumps(source(BANK))}), path)
    assert not made.diagnostics
    return {
        file.name.removeprefix("l"): text_of(content) for file, content in made.files.items() if "docx" in file.name
    }


def text_of(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
    return " ".join(" ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", part)) for part in parts)


def test_papers_and_key_are_made_where_there_are_questions(texts: dict[str, str]) -> None:
    assert set(texts) == {"-facilitator.docx", "-participant.docx", "-test-A.docx", "-test-B.docx", "-key.docx"} | (
        {"-glance.docx"} & set(texts)
    )


def test_a_lesson_without_questions_has_none() -> None:
    path = PurePosixPath("decks/l.yaml")
    made = build(InMemory({str(path): json.dumps(source([]))}), path)

    assert not [file for file in made.files if any(word in file.name for word in ("test", "key", "gift"))]


def test_no_answer_stands_on_a_paper_or_in_the_participants_guide(texts: dict[str, str]) -> None:
    for ending in ("-test-A.docx", "-test-B.docx", "-participant.docx"):
        assert "CANARY" not in texts[ending], ending
        assert "Only asked aloud?" not in texts[ending]


def test_the_key_and_the_notes_hold_every_answer(texts: dict[str, str]) -> None:
    for ending in ("-key.docx", "-facilitator.docx"):
        for canary in ("FEEDBACK", "WHITE", "BECAUSE", "ALOUD"):
            assert f"CANARY-{canary}" in texts[ending], (ending, canary)


def test_a_paper_says_how_it_is_to_be_taken(texts: dict[str, str]) -> None:
    for said in (
        "Name:",
        "Date:",
        "before the lesson",
        "You have 10 min.",
        "There are 7 points in all.",
        "5 of 7 points",
    ):
        assert said in texts["-test-A.docx"]
    assert "Take your time." in texts["-test-B.docx"]


def test_versions_differ_in_the_order_of_questions_and_of_options() -> None:
    first, second = (paper(lesson(BANK), version) for version in VERSIONS)

    assert [one.question.id for one in first] != [one.question.id for one in second]
    sky = [next(one for one in version if one.question.id == "sky").options for version in (first, second)]
    assert sky[0] != sky[1]


def test_options_stay_in_place_where_the_author_says_so() -> None:
    for version in VERSIONS:
        assert next(one for one in paper(lesson(BANK), version) if one.question.id == "both").options == (0, 1, 2, 3)


def test_the_order_is_the_same_in_every_build() -> None:
    """A key that was printed last year still fits a paper printed today."""
    assert [one.question.id for one in paper(lesson(BANK), "A")] == EXPECTED


EXPECTED = ["sky", "word", "grass", "own", "pairs", "both"]


@settings(max_examples=60)
@given(st.integers(1, 9), st.lists(st.booleans(), min_size=2, max_size=9), st.sampled_from(VERSIONS))
def test_what_is_right_on_a_paper_is_what_is_right_in_the_bank(count: int, right: list[bool], version: str) -> None:
    options = [f"option {n}" for n in range(len(right))]
    answer = [option for option, is_right in zip(options, right, strict=True) if is_right] or options[:1]
    bank = [
        {"id": f"q{n}", "type": "choice", "stem": "Which?", "options": options, "answer": answer} for n in range(count)
    ]
    drawn = paper(lesson(bank), version)

    assert sorted(one.question.id for one in drawn) == [f"q{n}" for n in range(count)]
    assert [one.number for one in drawn] == list(range(1, count + 1))
    for one in drawn:
        assert {one.question.options[one.options[place]].text for place in one.right} == set(answer)


def test_matches_are_found_where_the_key_says() -> None:
    pairs = next(one for one in paper(lesson(BANK), "B") if one.question.id == "pairs")

    for part, place in zip(pairs.question.pairs, pairs.right, strict=True):
        assert pairs.question.pairs[pairs.matches[place]].match == part.match


def test_only_what_is_on_the_paper_counts() -> None:
    assert points(lesson(BANK)) == 7


def endings() -> Iterator[str]:
    return (output.ending for output in ALL)


def test_no_two_outputs_have_one_name() -> None:
    assert len(set(endings())) == len(ALL)
