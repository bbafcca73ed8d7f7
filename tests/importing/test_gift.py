"""GIFT question banks: every type of question, and our own files read back."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.blocks import plain
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.gift.markup import line
from deckbuild.importing.importing import run
from deckbuild.importing.opening import looks_like_gift
from deckbuild.importing.reading import Options
from deckbuild.lesson.lesson import Lesson
from deckbuild.load.course import load_lesson
from deckbuild.markdown import inline
from deckbuild.pipeline import compose, gift_of
from deckbuild.spec.bank import BankQuestion
from deckbuild.workspace import InMemory, Recording

LESSON = PurePosixPath("lesson.yaml")


def bank(text: str) -> Lesson:
    diags = Diagnostics()
    made = run({"bank.gift": text.encode()}, LESSON, PurePosixPath("pictures"), InMemory({}), Options(), diags)
    assert made is not None
    assert not diags.has_errors, diags.in_order()
    loaded = load_lesson(InMemory({str(path): content for path, content in made.files.items()}), LESSON, Diagnostics())
    assert loaded is not None
    return loaded.lesson


def shown(question: BankQuestion) -> tuple[Any, ...]:
    options = tuple((one.text, one.feedback) for one in question.options)
    pairs = tuple((one.part, one.match) for one in question.pairs)
    return question.type.value, question.stem, options or pairs, question.answer, question.feedback


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("::Q1:: Who asks? {=We do ~Nobody #Think again ~They}",
         ("choice", "Who asks?", (("We do", None), ("Nobody", "Think again"), ("They", None)), ("We do",), None)),
        ("Which two? {~%50%Rye ~%50%Wheat ~%-100%Salt}",
         ("choice", "Which two?", (("Rye", None), ("Wheat", None), ("Salt", None)), ("Rye", "Wheat"), None)),
        ("Rye rises.{F#It does not.#Right.####See chapter 2.}",
         ("true_false", "Rye rises.", (), ("false",), "It does not. Right. See chapter 2.")),
        ("Two plus {=two =2} is four.", ("completion", "Two plus ___ is four.", (), ("two", "2"), None)),
        ("Where is bread baked? {=%100%oven#Yes =%50%stove}",
         ("completion", "Where is bread baked?", (), ("oven", "stove"), "Yes")),
        ("Match. {=rye -> dark =wheat -> light =oats -> flakes}",
         ("matching", "Match.", (("rye", "dark"), ("wheat", "light"), ("oats", "flakes")), (), None)),
        ("When? {#1822:5#Near enough}", ("completion", "When?", (), ("1822 (±5)",), "Near enough")),
        ("How many? {#1..5}", ("completion", "How many?", (), ("1 to 5",), None)),
        ("How many? {###Few}", ("completion", "How many?", (), ("…",), "#Few")),
        ("[html]Is <b>this</b> <em>so</em> &lt;here&gt;? {T}", ("true_false", "Is **this** *so* <here>?", (), ("true",), None)),
        ("[markdown]Is *this* so? {T}", ("true_false", "Is *this* so?", (), ("true",), None)),
        ("What is 2 \\= 2 \\{x\\}? {T}", ("true_false", "What is 2 = 2 {x}?", (), ("true",), None)),
        ("Write about rye. {}", ("open", "Write about rye.", (), ("…",), None)),
        ("Write. {####Good<ul><li>One</li><li>Two</li></ul>}", ("open", "Write.", (), ("One", "Two"), "Good")),
    ],
)  # fmt: skip
def test_every_type_of_question_is_read(text: str, question: tuple[Any, ...]) -> None:
    (found,) = bank(text).questions

    assert shown(found) == question


def test_categories_comments_names_and_levels_are_read() -> None:
    lesson = bank(
        "// [id:why-rye] [tag:apply]\n$CATEGORY: $course$/top/Lesson 1\\: a // b\n\n::Other name:: Why? {=x ~y}\n\nRead this first.\n"
    )
    (question,) = lesson.questions

    assert (lesson.title, question.id, question.level and question.level.value) == (
        "Lesson 1: a / b",
        "why-rye",
        "apply",
    )
    assert [cue.text for cue in lesson.sections[0].notes] == ["Read this first."]


def test_empty_options_are_dropped_and_equal_ones_become_one() -> None:
    (found,) = bank("Who asks? {=We ~ #Empty ~They #Once ~\ufeffThey #Twice ~\ufeff}").questions

    assert shown(found)[2:] == ((("We", None), ("They", "Once Twice")), ("We",), "Empty")


def test_what_was_done_to_options_is_counted_in_the_report() -> None:
    content = b"Who asks? {=We ~ ~They ~They}"
    made = run({"b.gift": content}, LESSON, PurePosixPath("p"), InMemory({}), Options(), Diagnostics())

    assert made is not None
    assert "options without a text, which are left out: 1" in made.text
    assert "options that stand there twice, and are one now: 1" in made.text


def test_a_bank_in_a_text_file_is_told_from_a_text() -> None:
    assert looks_like_gift("::a:: Who? {=x ~y}\n\nWhy? {T}")
    assert not looks_like_gift("Lesson 1\n\nA set {of things}, and more.\n\nOther text.\n\nMore.")


def test_a_bank_comes_with_a_guide() -> None:
    files = {
        "guide.txt": b"Lesson 1\n\nBread\n\nThe Dough\n\nSome text goes here.\n",
        "bank.gift": b"Rye? {T}\n\nOats? {F}",
    }
    made = run(files, LESSON, PurePosixPath("p"), InMemory({}), Options(), Diagnostics())

    assert made is not None
    assert [entry.values["stem"] for entry in made.report.reading.draft.questions] == ["Rye?", "Oats?"]
    assert made.report.reading.draft.sections[0].title == "The Dough"


WORDS = st.text("abc xyzÄ→é.,?!*_:;=~#{}\\%[]<>&\"'", min_size=1, max_size=20).filter(
    lambda text: any(one.isalnum() for one in text)
)
LINES = WORDS.map(lambda text: " ".join(text.split())).filter(lambda text: any(one.isalnum() for one in text))
DISTINCT = st.lists(LINES, min_size=3, max_size=5, unique_by=lambda text: plain(inline(text.strip())).casefold())
BASE = {"id": "q-1", "stem": "Stem"}
QUESTIONS = st.one_of(
    DISTINCT.map(lambda texts: {**BASE, "type": "choice", "options": texts, "answer": texts[0]}),
    DISTINCT.map(lambda texts: {**BASE, "type": "choice", "options": texts, "answer": texts[:2]}),
    DISTINCT.map(lambda texts: {**BASE, "type": "open", "answer": texts}),
    st.tuples(LINES, st.booleans()).map(lambda one: {**BASE, "type": "true_false", "answer": one[1], "feedback": one[0]}),
    DISTINCT.map(lambda texts: {**BASE, "type": "completion", "stem": "Say ___ now", "answer": texts}),
    st.tuples(DISTINCT, st.permutations("xyz")).map(
        lambda one: {**BASE, "type": "matching", "pairs": [{"part": a, "match": b} for a, b in zip(one[0], one[1], strict=False)]}
    ),
)  # fmt: skip


def composed(questions: list[dict[str, Any]]) -> tuple[Lesson, str] | None:
    text = {
        "lesson": "1",
        "title": "T",
        "sections": [{"title": "P", "slides": [{"title": "A", "text": "b"}]}],
        "questions": questions,
    }
    made = compose(Recording(InMemory({"lesson.yaml": json.dumps(text, ensure_ascii=False)})), LESSON, Diagnostics())
    return (made.loaded.lesson, gift_of(made)) if made else None


def levelled(text: str | None) -> str:
    words = plain(inline((text or "").strip())).replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'")
    return " ".join(words.replace("…", "...").split())


def compared(question: BankQuestion) -> tuple[Any, ...]:
    answers = question.answer if question.type.value != "choice" else tuple(sorted(question.answer))
    return (
        question.type.value, levelled(question.stem), [levelled(one.text) for one in question.options],
        [(levelled(one.part), levelled(one.match)) for one in question.pairs],
        [levelled(one) for one in answers], levelled(question.feedback),
    )  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(st.lists(QUESTIONS, min_size=4, max_size=12))
def test_what_our_own_writer_writes_is_read_back(questions: list[dict[str, Any]]) -> None:
    made = composed([{**one, "id": f"q-{number}"} for number, one in enumerate(questions)])
    if made is None:
        return
    lesson, written = made

    assert [compared(one) for one in bank(written).questions] == [compared(one) for one in lesson.questions]


def test_no_word_of_a_bank_is_lost() -> None:
    text = "::A:: Is <p>this</p> so? {=Yes, it is ~%-50%No #Why not?}\n\nRead <b>th</b>is.\n\nRye? {T#No#Yes####Because.}\n"
    made = run({"bank.gift": text.encode()}, LESSON, PurePosixPath("p"), InMemory({}), Options(), Diagnostics())

    assert made is not None
    assert (made.report.account.lost, made.report.account.left_out) == (0, 1)


@pytest.mark.parametrize("signs", ["<![x y", "<![\ufffe\ufffe", "<![", "<!x[", "<![endif", "<!DOCTYPE [<!"])
def test_signs_that_begin_no_section_of_a_page_are_words(signs: str) -> None:
    assert line(f"Is <b>this</b> so? {signs}", "html").startswith("Is **this** so?")
