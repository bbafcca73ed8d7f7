"""Guides in plain text: the family of "Slide 3" typed between paragraphs."""

from __future__ import annotations

import warnings
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.guide.references import reference
from deckbuild.importing.importing import Imported, run
from deckbuild.importing.reading import Options
from deckbuild.lesson.lesson import Lesson, Section, Slide
from deckbuild.load.course import load_lesson
from deckbuild.workspace import InMemory

HERE = Path(__file__).parent
SEED = HERE.parents[2] / "shared/seed/lesson-2.0.txt"
"""The lesson that it all began from; it lies beside the repository where it may be used, and is not in it."""
LESSON = PurePosixPath("lesson.yaml")


def imported(files: dict[str, bytes], **options: Any) -> Imported:
    diags = Diagnostics()
    made = run(files, LESSON, PurePosixPath("pictures"), InMemory({}), Options(**options), diags)
    assert made is not None, diags.in_order()
    assert not diags.in_order()
    assert not [one for one in made.report.remaining if one.severity.value == "error"]
    return made


def lesson_of(made: Imported) -> Lesson:
    loaded = load_lesson(InMemory({str(path): content for path, content in made.files.items()}), LESSON, Diagnostics())
    assert loaded is not None
    return loaded.lesson


def text(content: str, **options: Any) -> Lesson:
    return lesson_of(imported({"guide.txt": content.encode()}, **options))


def slides(lesson: Lesson) -> list[Slide]:
    return [slide for section in lesson.sections for slide in section.slides]


def said(part: Section | Slide) -> str:
    return "\n\n".join(cue.prose for cue in part.notes)


@pytest.fixture(scope="module")
def ours() -> Lesson:
    made = imported({"lesson-3.1.txt": (HERE / "lesson-3.1.txt").read_bytes()})
    assert (made.report.account.lost, made.report.account.placed) == (
        0,
        made.report.account.read - made.report.account.left_out,
    )
    return lesson_of(made)


def test_number_title_and_duration_come_from_the_head(ours: Lesson) -> None:
    assert (ours.lesson, ours.title, str(ours.duration)) == ("3.1", "Working with Local Partners", "45 min")


def test_every_heading_is_a_section_in_its_place(ours: Lesson) -> None:
    assert [section.title for section in ours.sections] == [
        "Welcome: Why Partners Matter", "Where This Lesson Stands", "Three Ways to Listen", "Rules of the Circle",
        "A Word on Interpreters", "Lesson Closing",
    ]  # fmt: skip


def test_markers_are_slides_with_what_stands_on_them(ours: Lesson) -> None:
    first, second, third = slides(ours)

    assert (first.title, second.title, third.title) == ("Module Three", "The Listening Circle", "Lesson Closing")
    assert [(group.title, [item.text for item in group.items]) for group in first.content.groups] == [  # type: ignore[union-attr]
        ("Before You Go", ["3.0 Overview of the Module", "3.1 Working with Local Partners"]),
        ("On the Ground", ["3.2 First Meetings", "3.3 Following Up (Parts 1 & 2)"]),
        ("Looking Back", ["3.4 Lessons Learned: a Review"]),
    ]
    assert said(first) == "What follows prepares the exercise at the end of the day."


def test_a_slide_that_the_guide_does_not_show_has_the_first_list_that_is_said_to_it(ours: Lesson) -> None:
    shown = slides(ours)[1].content

    assert [point.text for point in shown.bullets][1:3] == ["One voice at a time", "What is said stays in the room"]  # type: ignore[union-attr]


def test_what_is_for_the_trainer_alone_is_never_put_on_a_slide() -> None:
    lesson = text(
        "# Bread\n\n## Dough\n\n- Sift it\n- Knead it\n\nTrainer tips:\n\n- Hide the salt\n- Look bored\n\n## Oven\n\nHot.\n"
    )

    assert [point.text for point in slides(lesson)[0].content.bullets] == ["Sift it", "Knead it"]  # type: ignore[union-attr]


def test_what_a_page_break_tore_apart_is_one_sentence_again(ours: Lesson) -> None:
    assert "saves the three meetings" in " ".join(said(slides(ours)[1]).split())


def test_lists_keep_their_looks_and_all_their_words(ours: Lesson) -> None:
    rules = " ".join(said(ours.sections[3]).split())

    assert "- The host **speaks last**" in rules
    assert "- Phase 2 - **Rounds**. Each person speaks, or passes." in rules
    assert "not in the car on the way home" in rules


def test_reference_blocks_stay_with_their_sections(ours: Lesson) -> None:
    assert [section.references for section in ours.sections] == [
        None, None, None, ("circles-that-work", "r-doc-2030-7"), ("handbook-of-small-talk",), None,
    ]  # fmt: skip
    book = ours.references["circles-that-work"]
    assert (book.author, book.title, book.year) == ("L. Example and M. Sample", "Circles That Work", 2029)
    note = ours.references["r-doc-2030-7"]
    assert (note.symbol, note.title) == ("R/DOC/2030/7", "Note by the Coordinator on local partners (3 May 2030)")


def test_labels_become_cues(ours: Lesson) -> None:
    interpreters, closing = ours.sections[4], slides(ours)[2]

    assert [(cue.verb, cue.answers) for cue in interpreters.notes] == [
        ("say", ()), ("ask", ("Hear doubt in a voice", "Say when a question is rude")), ("note", ()),
    ]  # fmt: skip
    assert [(cue.verb, cue.prose) for cue in closing.notes] == [
        ("tip", "Leave five minutes for questions. Remind participants of the walk after lunch.")
    ]


def test_page_furniture_is_no_content_and_is_counted(ours: Lesson) -> None:
    made = imported({"lesson-3.1.txt": (HERE / "lesson-3.1.txt").read_bytes()})

    reasons = {reason: size for share in made.report.account.shares for reason, size in share.left_out.items()}
    assert ours.edition == "Field Course 2031"
    assert reasons["page numbers are computed"] == len("Page3")
    assert reasons["it is the lesson's own title, again"] == len("31WorkingwithLocalPartners")
    assert "it is mark-up of a web page, not text" in reasons


@pytest.mark.parametrize(
    ("lines", "cues"),
    [
        ("Conseil : Gardez cinq minutes.", [("tip", "Gardez cinq minutes.")]),
        ("Fragen Sie: Wer war dort?", [("ask", "Wer war dort?")]),
        ("Consejo: Espere un poco.", [("tip", "Espere un poco.")]),
        ("نصيحة: انتظر قليلا.", [("tip", "انتظر قليلا.")]),
        ("**Ask:** Who was there?", [("ask", "Who was there?")]),
        ("**Trainer tip: wait** a little.", [("tip", "**wait** a little.")]),
        ("Ask participants to wait.", [("say", "Ask participants to wait.")]),
    ],
)  # fmt: skip
def test_cue_words_are_known_in_all_languages_of_the_project(lines: str, cues: list[tuple[str, str]]) -> None:
    lesson = text(f"Lesson 1\n\nA Title\n\nFirst Heading\n\nSome text.\n\nSlide 1\n\n{lines}\n")

    assert [(cue.verb, cue.prose) for cue in slides(lesson)[0].notes] == cues


@pytest.mark.parametrize(
    "marker",
    [
        "Slide 1",
        "SLIDE 1: Start",
        "[Slide 1]",
        "Slide 1/Page 5",
        "Diapositive 1",
        "Folie 1 – Beginn",
        "Diapositiva 1",
        "الشريحة 1",
    ],
)
def test_markers_are_known_in_all_languages_of_the_project(marker: str) -> None:
    lesson = text(f"Lesson 1\n\nA Title\n\nFirst Heading\n\n{marker}\n\nWhat is said to it goes here.\n")

    assert [said(slide) for slide in slides(lesson)] == ["What is said to it goes here."]


def test_without_markers_each_section_has_a_slide_unless_asked_otherwise() -> None:
    guide = "# Bread\n\n## Flour\n\nSift it.\n\n### Kinds\n\n- Rye\n- Wheat\n\n## Water\n\nWarm it.\n"

    assert [slide.title for slide in slides(text(guide))] == ["Flour", "Water"]
    assert [slide.title for slide in slides(text(guide, slides_at="h3"))] == ["Kinds"]


def test_an_activity_has_its_parts() -> None:
    guide = """Lesson 1

Baking

The Dough

Some text goes here.

Activity 1: Knead in pairs

Time: 15 minutes
Purpose: To feel when it is done.
Groups: Pairs

1. Take a bowl each.
2. Knead until it is smooth.

Debrief:

- What changed?
- When?

The Oven

Hot.
"""
    lesson = text(guide)
    (activity,) = lesson.activities

    assert (activity.title, str(activity.duration), activity.purpose) == (
        "Knead in pairs",
        "15 min",
        "To feel when it is done.",
    )
    assert (activity.steps, activity.debrief) == (
        ("Take a bowl each.", "Knead until it is smooth."),
        ("What changed?", "When?"),
    )
    assert [cue.activity for cue in slides(lesson)[0].notes] == [None, activity.id]


def test_an_activity_without_a_name_is_called_after_its_section() -> None:
    lesson = text("# Bread\n\n## The Dough\n\nSift.\n\n### Activity\n\n1. Knead.\n2. Rest.\n\n## The Oven\n\nHot.\n")

    assert [(one.id, one.title, one.steps) for one in lesson.activities] == [
        ("the-dough", "The Dough", ("Knead.", "Rest."))
    ]


def test_questions_with_answers_go_into_the_bank_and_others_are_asked() -> None:
    guide = """Lesson 1

Baking

The Dough

Some text goes here.

Assessment Questions

1. What makes dough rise?
a) Salt
b) Yeast
Answer: b

2. Rye has no gluten.
Answer: False. It has some.

3. Bread is baked in an ______.
Answer: oven

4. Why wait?
"""
    lesson = text(guide)

    assert [(one.type.value, one.answer, one.feedback) for one in lesson.questions] == [
        ("choice", ("Yeast",), None), ("true_false", ("false",), "It has some"), ("completion", ("oven",), None),
    ]  # fmt: skip
    assert "Why wait?" in [
        cue.ask for section in lesson.sections for part in (section, *section.slides) for cue in part.notes
    ]


def test_the_seed_lesson_needs_no_hand_work() -> None:
    if not SEED.is_file():
        warnings.warn(pytest.PytestWarning("NOT RUN: there is no seed lesson on this machine"), stacklevel=1)
        return
    made = imported({"lesson-2.0.txt": SEED.read_bytes()})
    lesson = lesson_of(made)
    one, two, three = slides(lesson)

    assert (lesson.lesson, str(lesson.duration), lesson.edition) == ("2.0", "20 min", "UN CPTM 2025")
    assert [group.title for group in one.content.groups][-3:] == [  # type: ignore[union-attr]
        "Protection Mandates", "Cross-Cutting Priorities", "Integrated Case Study",
    ]  # fmt: skip
    assert [len(group.items) for group in one.content.groups] == [2, 1, 4, 3, 1]  # type: ignore[union-attr]
    assert (two.title, len(two.content.bullets)) == ("Action for Peacekeeping", 8)  # type: ignore[union-attr]
    notes = [said(part) for section in lesson.sections for part in (section, *section.slides)]
    assert sum(note.count("- Priority ") for note in notes) == 7
    assert [note.count("\n- ") for note in notes if "SCR 2382" in note] == [6]
    assert [len(section.references or ()) for section in lesson.sections if section.references] == [5, 1]
    assert [cue.verb for cue in three.notes] == ["tip"]
    assert len(lesson.sections) == 9
    assert made.report.account.lost == 0
    assert [lesson.references[f"scr-{number}"].symbol for number in (2382, 2518, 2589, 2594)] == [
        "S/RES/2382", "S/RES/2518", "S/RES/2589", "S/RES/2594",
    ]  # fmt: skip
    assert not {one.code for one in made.report.remaining} & {"R127", "L127"}


@pytest.mark.parametrize(
    ("line", "symbol", "id_"),
    [
        ("Security Council Resolution 2382, On Police (2017)", "S/RES/2382", "scr-2382"),
        ("UN Security Council resolution 1325 (2000) on women, peace and security", "S/RES/1325", "scr-1325"),
        ("General Assembly resolution 77/1, *A Title* (2022).", "A/RES/77/1", "gar-77-1"),
        ("General Assembly resolution ES-11/1 (2022)", "A/RES/ES-11/1", "gar-es-11-1"),
        ("A/RES/77/1, On something (2022)", "A/RES/77/1", "res-77-1"),
    ],
)
def test_a_resolution_has_its_symbol(line: str, symbol: str, id_: str) -> None:
    lesson = text(f"Lesson 1\n\nPeace\n\nThe Start\n\nSome text goes here.\n\nReferences\n\n- {line}\n")

    assert {key: one.symbol for key, one in lesson.references.items()} == {id_: symbol}


@pytest.mark.parametrize(
    "line",
    [
        "Security Council Resolutions 1325 and 1820 (2000, 2008)",
        "Security Council Resolution 1325, and Resolution 1820 (2008)",
        "Security Council Resolution 1325/1820 (2008)",
        "General Assembly resolution 217 A (III) (1948)",
        "General Assembly resolution 46/36 L, Transparency in armaments (1991)",
        "Commentary on Security Council Resolution 1325 (2010)",
    ],
)
def test_where_a_symbol_is_not_certain_there_is_none(line: str) -> None:
    assert "symbol" not in reference(line)


def test_a_full_stop_at_one_point_of_a_slides_list_goes_where_no_other_has_one() -> None:
    begin = "Lesson 1\n\nBaking\n\nThe Dough\n\nSlide 1\n\n"

    def shown(*points: str) -> list[str]:
        (slide,) = slides(text(begin + "".join(f"- {point}\n" for point in points) + "\nSlide 1\n\nSay this.\n"))
        return [point.text for point in slide.content.bullets]  # type: ignore[union-attr]

    assert shown("Sift the flour", "Warm the milk.", "Wait an hour") == [
        "Sift the flour", "Warm the milk", "Wait an hour",
    ]  # fmt: skip
    for kept in (
        ("Sift.", "Warm.", "Wait"),
        ("Sift", "Warm."),
        ("Sift the flour", "Milk, sugar, etc.", "Wait an hour"),
        ("Sift the flour", "Warm it. Not too much.", "Wait an hour"),
        ("Sift the flour", "Warm the milk …", "Wait and see..."),
    ):
        assert len(shown(*kept)) == len(kept)
        assert [point.endswith((".", "…")) for point in shown(*kept)] == [one.endswith((".", "…")) for one in kept]
