"""The bank of questions as GIFT: read back by a grammar of the format that is not ours."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import needs
from deckbuild.blocks import plain
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.markdown import inline
from deckbuild.pipeline import compose, gift_of
from deckbuild.workspace import InMemory, Recording

GRAMMAR = Path(__file__).parents[1] / "validator/node_modules/gift-pegjs"
READ = """
import { parse } from 'gift-pegjs';
let text = '';
process.stdin.on('data', piece => text += piece).on('end', () => console.log(JSON.stringify(parse(text))));
"""
LESSON = {
    "lesson": "1",
    "title": "Signs: a / b",
    "sections": [{"title": "Part", "slides": [{"title": "A", "text": "b"}]}],
}


def gift(questions: list[dict[str, Any]]) -> str:
    """The GIFT file of a lesson with these questions; JSON is YAML."""
    diags = Diagnostics()
    path = PurePosixPath("decks/lesson.yaml")
    text = json.dumps({**LESSON, "questions": questions}, ensure_ascii=False)
    composed = compose(Recording(InMemory({str(path): text})), path, diags)
    assert composed is not None, diags.in_order()
    return gift_of(composed)


def read(text: str) -> list[dict[str, Any]]:
    """The questions that the grammar finds, without the category."""
    if not GRAMMAR.is_dir() or shutil.which("node") is None:
        needs.missing("the grammar of GIFT is not installed: cd tests/validator && npm ci --ignore-scripts")
    done = subprocess.run(
        ["node", "--input-type=module", "-e", READ],
        input=text, capture_output=True, text=True, cwd=GRAMMAR.parents[1], check=False,
    )  # fmt: skip
    assert not done.returncode, f"{done.stderr}\n{text}"
    category, *questions = json.loads(done.stdout)
    assert category == {"type": "Category", "title": "Lesson 1: Signs: a // b"}
    return questions


def words(found: Any) -> str:
    """The text of a part that was read back, without its mark-up."""
    text = found["text"] if isinstance(found, dict) else found
    return spaced(html.unescape(re.sub(r"<[^>]+>", "", text)))


def spaced(text: str) -> str:
    return " ".join(text.split())


def shown(markdown: str) -> str:
    return spaced(plain(inline(markdown, "en")))


def test_a_choice_keeps_what_is_right_and_what_is_said_to_each_option() -> None:
    (question,) = read(gift([{
        "id": "q", "type": "choice", "stem": "What is **2**: a number {or not}?", "covers": [], "feedback": "All = said",
        "options": [{"text": "A ~number", "feedback": "50% right: yes"}, "%100% wrong", "[html] a # sign"],
        "answer": "A ~number",
    }]))  # fmt: skip

    assert question["type"] == "MC"
    assert question["id"] == "q"
    assert question["stem"]["text"] == "What is <strong>2</strong>: a number {or not}?"
    assert [words(one["text"]) for one in question["choices"]] == ["A ~number", "%100% wrong", "[html] a # sign"]
    assert [one["isCorrect"] for one in question["choices"]] == [True, False, False]
    assert words(question["choices"][0]["feedback"]) == "50% right: yes"
    assert words(question["globalFeedback"]) == "All = said"


def test_several_right_options_share_the_points_and_wrong_ones_take_them_away() -> None:
    (question,) = read(gift([{
        "id": "q", "type": "choice", "stem": "Which?", "options": ["a", "b", "c", "d"], "answer": ["a", "b", "c"],
    }]))  # fmt: skip

    assert [one["weight"] for one in question["choices"]] == [33.33333, 33.33333, 33.33333, -100]


def test_a_missing_word_stands_where_it_is_missing() -> None:
    text = gift([{"id": "q", "type": "completion", "stem": "Wait ___ seconds.", "answer": ["ten", "10"]}])
    (question,) = read(text)

    assert re.search(r"Wait \{\s+=%100%ten\s+=%100%10\s+\} seconds\.", text)
    assert question["type"] == "Short"
    assert [words(one["text"]) for one in question["choices"]] == ["ten", "10"]


def test_true_false_matching_and_open_questions() -> None:
    true, match, essay = read(gift([
        {"id": "t", "type": "true_false", "stem": "It is.", "answer": "false", "feedback": "It is not."},
        {"id": "m", "type": "matching", "stem": "Who?", "pairs": [
            {"part": "a -> b", "match": "x, 1"}, {"part": "c", "match": "y"}, {"part": "d", "match": "z"}]},
        {"id": "o", "type": "open", "stem": "Why?", "answer": ["Because", "So"]},
    ]))  # fmt: skip

    assert (true["type"], true["isTrue"], words(true["globalFeedback"])) == ("TF", False, "It is not.")
    assert [(words(one["subquestion"]), words(one["subanswer"])) for one in match["matchPairs"]] == [
        ("a → b", "x, 1"), ("c", "y"), ("d", "z"),
    ]  # fmt: skip
    assert (essay["type"], essay["globalFeedback"]["text"]) == ("Essay", "<ul><li>Because</li><li>So</li></ul>")


SIGNS = st.text(st.sampled_from("ab é=~#{}:%[]<>&;/\\\"'*-→ü1 "), min_size=1, max_size=24)
TEXTS = SIGNS.map(lambda text: f"w{text}").filter(lambda text: shown(text) == shown(spaced(text)))
IDS = iter(range(10**9))


@st.composite
def choices(draw: st.DrawFn) -> dict[str, Any]:
    options = draw(st.lists(TEXTS, min_size=2, max_size=6, unique_by=(str.strip, shown)))
    right = draw(st.lists(st.sampled_from(options), min_size=1, max_size=len(options), unique=True))
    return {
        "id": f"q{next(IDS)}", "type": "choice", "stem": draw(TEXTS), "options": options, "answer": right,
        "feedback": draw(TEXTS),
    }  # fmt: skip


@pytest.mark.skipif(shutil.which("node") is None or not GRAMMAR.is_dir(), reason="said by the tests above")
@settings(max_examples=25)
@given(st.lists(choices(), min_size=1, max_size=6))
def test_any_text_comes_back_as_it_was_written(questions: list[dict[str, Any]]) -> None:
    """No sign of GIFT's own, no HTML and no Markdown in a text changes what Moodle shows."""
    for written, found in zip(questions, read(gift(questions)), strict=True):
        assert words(found["stem"]) == shown(written["stem"])
        assert [words(one["text"]) for one in found["choices"]] == [shown(option) for option in written["options"]]
        right = [one["isCorrect"] or (one["weight"] or 0) > 0 for one in found["choices"]]
        assert right == [option in written["answer"] for option in written["options"]]
        assert words(found["globalFeedback"]) == shown(written["feedback"])
