"""The sheets of a session: what stands on them, for whom, and that a page is a page."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from pathlib import PurePosixPath

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import needs
from deckbuild.compose.describe import describe_document
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.outputs import ALL
from deckbuild.pictures.libreoffice import to_pdf
from deckbuild.pipeline import Composed, build, compose, document
from deckbuild.workspace import InMemory, Recording
from ooxml import sdk

SESSION = PurePosixPath("decks/tuesday.yaml")
SHEETS = [output for output in ALL if output.kind == "sheet"]

LESSON = """
lesson: "5"
title: Stopping a car
outcomes:
  - {id: stop, text: Stop a car without danger}
  - {id: law, text: Name the law}
equipment: [Flip chart, {what: Cone, quantity: 2, per: group}, {what: Badge, quantity: 1, per: participant}]
handouts: [{id: card, title: Pocket card, text: Stand behind the lights.}]
sections:
  - title: The stop
    slides:
      - {title: Where to stand, duration: 10 min, covers: stop, text: Behind the lights, notes: [{distribute: card}, {tip: SECRET}]}
  - title: The law
    slides:
      - title: Cases
        duration: 12 min
        covers: law
        text: The lorry
        optional: true
        instead: Read the cases at home.
      - {title: Three cars, duration: 30 min, activity: cars, notes: [{say: SECRET}]}
activities:
  - id: cars
    title: Three cars
    duration: 30 min
    steps: [Stop]
    answers: [SECRET]
    materials: [{what: Flip chart, quantity: 3}]
    variants: [{title: Two cars, duration: 20 min, change: Two stop.}]
"""

DAY = """
session: At the checkpoint
date: 2027-02-02
starts: "09:00"
venue: Room 4
trainers: [Ada, {name: Bo, role: guest}]
participants: 12
groups: 4
equipment: [{what: Flip chart, quantity: 2}]
evaluation:
  certificate: Certificate of attendance
  criteria: [{criterion: Presence, mark: all day}]
programme:
  - {free: Opening, time: 10 min, lead: Ada}
  - {lesson: stop.yaml, lead: Bo}
  - {break: 15 min, title: Coffee, at: "10:05"}
  - {free: Questions, time: 20 min, lead: Ada}
"""


def files(day: str = DAY, **more: str) -> dict[str, bytes | str]:
    return {str(SESSION): day, "decks/stop.yaml": LESSON, "deckbuild.yaml": "project: P", **more}


def composed(given_: dict[str, bytes | str]) -> Composed:
    diags = Diagnostics()
    made = compose(Recording(InMemory(given_)), SESSION, diags)
    assert made is not None, diags.in_order()
    return made


def text(name: str, given_: dict[str, bytes | str] | None = None) -> str:
    output = next(one for one in SHEETS if one.name == name)
    return describe_document(document(composed(given_ or files()), output, {})).replace("\u00a0", " ")


def plain_text(name: str, given_: dict[str, bytes | str] | None = None) -> str:
    return text(name, given_).replace("**", "")


def test_the_run_sheet_has_the_hours_and_the_hand_over() -> None:
    said = text("run-sheet")

    assert "09:00–09:10" in said
    for one in ("09:10–10:02", "→ Bo", "→ Ada", "Coffee", "09:10 The stop", "09:20 The law"):
        assert one in said.replace("→** ", "→ ").replace("**", ""), one


def test_time_that_nothing_is_planned_for_is_a_row() -> None:
    day = DAY.replace('"10:05"', '"10:30"')

    assert "10:02–10:30" in text("run-sheet", files(day))
    assert "Buffer" in text("run-sheet", files(day))


def test_the_run_sheet_says_what_to_leave_out() -> None:
    said = text("run-sheet")

    assert "10 minutes late" in said
    assert "Read the cases at home." in said
    assert "Name the law" in said
    assert "20 minutes late" in said
    assert "Two cars" in said


def test_a_shorter_variant_is_named_in_words() -> None:
    assert "Three cars – in its form “Two cars”" in plain_text("run-sheet")


def test_a_title_is_cut_only_where_the_page_would_overflow() -> None:
    long = "Questions that nobody has asked so far and that somebody has to answer before noon"
    day = DAY.replace("free: Questions", f"free: {long}")
    full = day + "".join(f"  - {{free: {long} {number}, time: 5 min}}\n" for number in range(14))

    assert long in plain_text("run-sheet", files(day))
    assert long not in plain_text("run-sheet", files(full))


def test_an_optional_line_is_one_line_of_the_list() -> None:
    day = DAY.replace("{free: Questions, ", "{free: Questions, optional: true, ")
    said = plain_text("run-sheet", files(day))

    assert "10:20 Questions" in " ".join(said[said.index("10 minutes late") :].split())


def test_the_programme_has_no_word_of_the_trainers() -> None:
    said = text("programme")

    assert "late" not in said
    assert "At the checkpoint" in said
    assert "**Bo**  guest" in said


def test_quantities_are_multiplied_and_the_larger_number_counts() -> None:
    said = text("materials")
    charts = [line for line in said.splitlines() if "Flip chart" in line]

    assert len(charts) == 1
    assert " 3 " in charts[0]
    assert "8 (2 for each group)" in said
    assert "12 (1 for each participant)" in said
    assert "Pocket card" in said


def test_a_line_for_everybody_and_two_more() -> None:
    assert "\n  14" in text("sign-in") or "14 " in text("sign-in")
    assert "15 " not in text("sign-in")


def test_the_certificate_says_what_for() -> None:
    said = text("certificate")

    for one in ("Certificate of attendance", "At the checkpoint", "Stop a car without danger", "Presence: all day"):
        assert one in said
    assert "1 h 22 min of training" in said  # the break is none


def test_the_certificate_lies_on_its_long_side_within_a_line() -> None:
    made = build(InMemory(files()), SESSION, [one for one in SHEETS if one.name == "certificate"])
    (content,) = made.files.values()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        page = archive.read("word/document.xml").decode()

    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in page
    assert '<w:pgBorders w:offsetFrom="page">' in page
    assert "<w:titlePg/>" in page  # neither head nor foot


def test_no_certificate_where_none_is_asked_for() -> None:
    day = DAY[: DAY.index("evaluation:")] + DAY[DAY.index("programme:") :]
    made = build(InMemory(files(day)), SESSION)

    names = sorted(path.stem for path in made.files)
    assert "tuesday-sign-in" in names
    assert "tuesday-certificate" not in names


def test_a_lesson_has_no_sheets() -> None:
    made = build(InMemory(files()), PurePosixPath("decks/stop.yaml"))

    assert not [path for path in made.files if path.stem.endswith(("run-sheet", "programme", "sign-in"))]


def test_nothing_of_the_trainers_is_on_sheets_for_others() -> None:
    made = build(InMemory(files()), SESSION)
    for output in SHEETS:
        (content,) = [content for path, content in made.files.items() if path.name == f"tuesday{output.ending}"]
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            whole = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
        assert "SECRET" not in whole, output.name


def test_the_sdk_finds_nothing() -> None:
    sdk.require()
    made = build(InMemory(files()), SESSION, SHEETS)

    assert len(made.files) == len(SHEETS)
    assert [sdk.findings(content, ".docx") for content in made.files.values()] == [[]] * len(SHEETS)


LONG = "A part of the day whose title says at great length what will be done in it, and by whom, and why"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("parts", [3, 14])
def test_a_page_is_a_page(paper: str, parts: int) -> None:
    """Run sheet, programme and certificate are one page each, however long the day."""
    needs.libreoffice()
    lines = "".join(f"  - {{free: '{LONG}', time: 12 min, lead: [Ada, Bo]}}\n" for _ in range(parts))
    more = {"deckbuild.yaml": f"project: P\npaper: {paper}"}
    made = build(InMemory({**files(DAY + lines), **more}), SESSION, [one for one in SHEETS if one.name != "materials"])
    for path, content in made.files.items():
        pdf = pypdfium2.PdfDocument(to_pdf(content, ".docx"))
        pages = len(pdf)
        pdf.close()
        assert pages == 1, path.name


@settings(max_examples=15)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.integers(0, 59))
def test_the_hours_add_up_on_paper(times: list[int], minute: int) -> None:
    """Each row of the programme begins where the one before it ends."""
    lines = "".join(f"  - {{free: 'P{n}', time: {time} min}}\n" for n, time in enumerate(times))
    day = f'session: T\nstarts: "08:{minute:02}"\nprogramme:\n{lines}  - {{lesson: stop.yaml}}\n'
    facts = composed(files(day)).facts
    clocks = [facts.clocks[part.part.key] for part in facts.parts]

    assert all(before[1] == after[0] for before, after in pairwise(clocks))
    assert [(end.seconds - start.seconds) // 60 for start, end in clocks] == [*times, 52]


def test_an_arabic_day_is_set_from_right_to_left() -> None:
    made = document(composed(files("language: ar\n" + DAY)), SHEETS[0], {})

    assert made.right_to_left
    assert made.header_right == "ورقة سير الجلسة"


def test_the_facilitators_pack_lists_what_was_left_out() -> None:
    """Of what others are taught no word is told; what the clock took has its name."""
    lesson = LESSON.replace(
        "sections:\n", "sections:\n  - {title: HIDDEN, slides: [{title: HIDDEN, text: x, audience: navy}]}\n", 1
    )
    day = DAY.replace("participants: 12\n", "participants: 12\naudience: army\nduration: 85 min\n")
    more = {"decks/stop.yaml": lesson.replace("title: Where to stand, ", "title: Where to stand, audience: army, ")}
    made = composed({**files(day.replace(', at: "10:05"', "")), **more})
    facilitator = next(output for output in ALL if output.name == "facilitator")
    said = describe_document(document(made, facilitator, {}))
    table = said[said.index("Left out of this session") :]

    assert "HIDDEN" not in said
    assert "Section" in table
    assert "for navy only" in table
    assert "Slide “Cases”" in table
    assert "Name the law" in table[table.index("Outcomes that are no longer worked on") :]


FOR_OTHERS = """
lesson: "6"
title: For some
outcomes: [{id: all, text: Do it}, {id: few, text: HIDDEN outcome}]
references: {law: {title: HIDDEN law}, book: {title: A book}}
handouts: [{id: sheet, title: HIDDEN sheet, text: HIDDEN text}]
sections:
  - title: Part
    slides:
      - {title: For all, duration: 5 min, covers: all, text: "See [@few-slide]. [@book]", notes: [{say: HIDDEN, tags: deep}]}
      - id: few-slide
        title: HIDDEN title
        duration: 5 min
        covers: few
        audience: navy
        key_message: HIDDEN message
        text: HIDDEN body [@law]
        notes: [{say: HIDDEN}, {distribute: sheet}, {activity: drill}]
      - {title: Drill, duration: 5 min, activity: drill, audience: navy}
      - {title: Deep, text: HIDDEN, tags: deep}
activities: [{id: drill, title: HIDDEN drill, duration: 5 min, steps: [HIDDEN step]}]
questions:
  - {id: ask, type: open, stem: HIDDEN stem, answer: HIDDEN, audience: navy}
  - {id: test, type: open, stem: HIDDEN test, answer: HIDDEN, covers: few}
"""


def test_nothing_of_what_is_for_others_is_in_any_file() -> None:
    day = "session: T\naudience: army\ntags: basic\nparticipants: 3\nprogramme: [{lesson: some.yaml}]\n"
    made = build(InMemory({str(SESSION): day, "decks/some.yaml": FOR_OTHERS}), SESSION)

    assert {one.code for one in made.diagnostics} == {"C201", "C202", "C203"}
    assert made.files
    for path, content in made.files.items():
        if path.suffix == ".txt":
            assert b"HIDDEN" not in content, path
            continue
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                assert b"HIDDEN" not in archive.read(name), f"{path} {name}"
