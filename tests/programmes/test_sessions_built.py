"""What a session and a course look like, from their files to their outputs."""

from __future__ import annotations

import io
import re
from pathlib import PurePosixPath

import docx

from days import built, composed, files, lesson, shown, slide, texts, word_of
from deckbuild.blocks import Table, plain


def day(**more: object) -> dict[str, object]:
    return {
        "session": "A day",
        "date": "2026-12-01",
        "starts": "09:00",
        "trainers": ["Ada", "Ben"],
        "programme": [
            {"lesson": "one.yaml", "lead": "Ada", "notes": "Good morning"},
            {"break": "15 min", "title": "Coffee"},
            {"lesson": "two.yaml", "lead": "Ben"},
            {"free": "Questions", "time": "10 min"},
        ],
        **more,
    }


LESSONS = {
    "one": lesson("1", [[slide("a"), slide("b")]]),
    "two": lesson("2", [[slide("c", refers=["a"])], [slide("d")]]),
}


def keys(made: dict[str, str], module: str = "") -> list[str]:
    return [stop.key for stop in composed(made, module)[0].facts.stops]


def test_every_part_begins_with_the_agenda_and_each_lesson_sums_itself_up() -> None:
    assert keys(files(day(), LESSONS)) == [
        "@title", "@agenda",
        "@part/1", "a", "b", "@key_messages/part/1",
        "@part/2",
        "@part/3", "@divider/2", "c", "@divider/3", "d", "@key_messages/part/3",
        "@part/4",
    ]  # fmt: skip


def test_parts_and_slides_have_their_times_of_day() -> None:
    facts = composed(files(day(), LESSONS))[0].facts
    times = {key: f"{begins}–{ends}" for key, (begins, ends) in facts.clocks.items() if not key.startswith("@")}

    assert times == {
        "part/1": "09:00–09:06", "a": "09:00–09:03", "b": "09:03–09:06",
        "part/2": "09:06–09:21",
        "part/3": "09:21–09:27", "c": "09:21–09:24", "d": "09:24–09:27",
        "part/4": "09:27–09:37",
    }  # fmt: skip


def test_the_agenda_of_a_part_marks_it() -> None:
    whole = composed(files(day(), LESSONS))[0]
    page = next(page for page in whole.presentation.pages if page.key == "@part/3")
    table = next(one.content for one in page.filled if hasattr(one.content, "marked"))

    assert {row for row, _ in table.marked} == {2}
    assert [run.text for run in table.rows[2][1]] == ["Lesson 2"]


def test_a_lesson_refers_to_a_slide_of_another() -> None:
    made = built(files(day(), LESSONS))

    assert not made.diagnostics
    assert "see slide 4" in shown(next(content for path, content in made.files.items() if path.suffix == ".pptx"))


def test_the_trainer_reads_times_leads_and_what_to_do_before_a_part_and_participants_do_not() -> None:
    made = {path.name: shown(content) for path, content in built(files(day(), LESSONS)).files.items()}

    assert "09:00–09:06 · Led by Ada" in made["day-facilitator.docx"]
    assert "Good morning" in made["day-facilitator.docx"] and "Good morning" in made["day.pptx"]
    assert "3 min · 09:03–09:06" in made["day-facilitator.docx"]
    assert "Good morning" not in made["day-participant.docx"]


def test_a_lesson_in_two_pieces_promises_once_and_sums_up_once() -> None:
    outcomes = [{"id": "o", "text": "Name it"}]
    parts = [{"lesson": "one.yaml", "only": "a"}, {"break": "5 min"}, {"lesson": "one.yaml", "skip": "a"}]
    whole, found = composed(files(day(programme=parts), {"one": {**LESSONS["one"], "outcomes": outcomes}}))

    assert not found
    assert [stop.key for stop in whole.facts.stops][2:] == [
        "@part/1", "@outcomes/part/1", "a", "@part/2", "@part/3", "b", "@key_messages/part/3",
    ]  # fmt: skip
    assert whole.facts.stops[2].title == "Lesson 1 (1 of 2)"
    assert whole.loaded.programme and not whole.loaded.programme.left_out


def test_slides_of_the_sessions_own_stand_beside_those_of_lessons() -> None:
    parts = [{"title": "Welcome", "slides": [slide("wifi")]}, {"lesson": "one.yaml"}]
    whole, found = composed(files(day(programme=parts), LESSONS))

    assert not found
    assert [stop.key for stop in whole.facts.stops][2:4] == ["@part/1", "wifi"]


def test_an_activity_alone_has_a_slide_and_brings_nothing_else_of_its_lesson() -> None:
    sort = {"id": "sort", "title": "Sort cards", "duration": "10 min", "steps": ["Sort"]}
    one = {**LESSONS["one"], "activities": [sort], "glossary": [{"term": "T", "definition": "D"}]}
    whole, found = composed(files(day(programme=[{"activity": "sort", "from": "one.yaml"}]), {"one": one}))

    assert not found
    assert [stop.title for stop in whole.facts.stops][2:] == ["Sort cards", "Sort cards"]
    assert [number for number, _ in whole.facts.activities] == ["1.1"]
    assert not whole.loaded.lesson.glossary


def test_activities_keep_the_numbers_of_their_lessons() -> None:
    def with_activity(number: str) -> dict[str, object]:
        act = {"id": f"act-{number}", "title": "Act", "duration": "3 min", "steps": ["Do"]}
        own = {"id": f"do-{number}", "activity": f"act-{number}"}
        return lesson(number, [[slide(f"x{number}"), own]], activities=[act])

    lessons = {"one": with_activity("1"), "two": with_activity("2")}
    whole, _ = composed(files(day(), lessons))

    assert [number for number, _ in whole.facts.activities] == ["1.1", "2.1"]


def test_what_two_lessons_call_alike_is_kept_apart() -> None:
    lessons = {
        "one": lesson("1", [[slide("a", refers=["a"])]]),
        "two": lesson("2", [[slide("a", refers=["a"]), slide("b")]]),
    }
    whole, found = composed(files(day(), lessons))
    numbers = {stop.key: stop.number for stop in whole.facts.stops}
    deck = shown(next(iter(built(files(day(), lessons)).files.values())))

    assert [one[:4] for one in found] == ["C108"]
    assert [f"see slide {numbers['a']}" in deck, f"see slide {numbers['a-2']}" in deck] == [True, True]


def test_one_bibliography_one_list_of_abbreviations_one_glossary() -> None:
    shared = {
        "references": {"scr": {"symbol": "S/RES/1", "title": "First"}},
        "abbreviations": {"UN": "United Nations"},
        "glossary": [{"term": "Mandate", "definition": "A task."}],
    }
    other = {**shared, "references": {"first": {"symbol": "S/RES/1", "title": "First"}, "scr": {"title": "Another"}}}
    lessons = {
        "one": {**LESSONS["one"], **shared},
        "two": lesson("2", [[slide("c", refers=["first", "scr"])]], **other),
    }
    whole, found = composed(files(day(), lessons))

    assert not found
    assert [one.reference.title for one in whole.facts.cited] == ["First", "Another"]
    assert [list(whole.loaded.lesson.abbreviations), len(whole.loaded.lesson.glossary)] == [["UN"], 1]


COURSE = {
    "course": "Core",
    "modules": [
        {"module": "1", "title": "Ground", "lessons": ["one.yaml"]},
        {"module": "2", "title": "Protection", "lessons": [{"lesson": "two.yaml", "group": "Basics"}]},
    ],
}


def test_a_course_has_an_overview_of_each_module() -> None:
    assert keys(files(COURSE, LESSONS)) == [
        "@title", "@agenda",
        "@module/1", "@part/1", "a", "b", "@key_messages/part/1",
        "@module/2", "@part/2", "@divider/2", "c", "@divider/3", "d", "@key_messages/part/2",
    ]  # fmt: skip


def test_a_module_of_a_course_is_built_alone_and_names_the_lesson_that_it_does_not_hold() -> None:
    made = built(files(COURSE, LESSONS), "2")
    deck = next(content for path, content in made.files.items() if path.name == "day-module-2.pptx")

    assert [one.code for one in made.diagnostics] == ["C113"]
    assert "see lesson 1" in shown(deck)
    assert word_of("a") not in shown(deck)


def test_a_course_that_asks_for_an_agenda_has_that_of_each_module_too() -> None:
    made = files({**COURSE, "generate": ["title", "agenda"]}, LESSONS)

    assert [key for key in keys(made) if key.startswith(("@module", "@part", "@agenda"))] == [
        "@agenda", "@module/1", "@module/2",
    ]  # fmt: skip
    assert not [key for key in keys(files({**COURSE, "generate": ["title"]}, LESSONS)) if key.startswith("@module")]


def test_the_overview_of_a_module_with_one_family_says_what_each_lesson_is_for() -> None:
    aims = {"one": LESSONS["one"], "two": {**LESSONS["two"], "aim": "To protect"}}
    page = next(page for page in composed(files(COURSE, aims))[0].presentation.pages if page.key == "@module/2")

    assert any("To protect" in repr(drawing) for drawing in page.drawings)


def agenda_of(made: dict[str, str]) -> list[list[str]]:
    page = next(page for page in composed(made)[0].presentation.pages if page.key == "@agenda")
    table = next(one.content for one in page.filled if isinstance(one.content, Table))
    return [[plain(cell) for cell in row] for row in table.rows]


def test_the_agenda_of_a_course_lists_the_lessons_below_their_modules() -> None:
    assert agenda_of(files(COURSE, LESSONS)) == [
        ["1", "Ground", "6 min"],
        ["1", "Lesson 1", "6 min"],
        ["2", "Protection", "6 min"],
        ["2", "Lesson 2", "6 min"],
    ]


def test_a_course_with_more_lessons_than_its_agenda_has_room_for_lists_the_modules_alone() -> None:
    lessons = {f"n{n}": lesson(str(n + 10), [[slide(f"x{n}")]]) for n in range(1, 12)}
    own = [{"module": "1", "title": "Long", "lessons": [f"{name}.yaml" for name in lessons]}, COURSE["modules"][1]]

    assert [row[0] for row in agenda_of(files({**COURSE, "modules": own}, {**LESSONS, **lessons}))] == ["1", "2"]


def test_a_jump_on_an_agenda_is_not_underlined() -> None:
    made = built(files(day(), LESSONS))
    deck = texts(next(content for path, content in made.files.items() if path.suffix == ".pptx"))

    assert [bool(re.search(r'u="none"', one)) for one in re.findall(r"<a:rPr(?:(?!</a:rPr>).)*hlinksldjump", deck)] == [
        True, True, True, True, False,
    ]  # fmt: skip


def test_the_last_rows_of_a_map_stay_together_and_the_first_with_its_head() -> None:
    made = built(files(day(), LESSONS))
    guide = docx.Document(io.BytesIO(next(made.files[path] for path in made.files if "facilitator" in path.name)))
    table = next(one for one in guide.tables if "Slides" in [cell.text for cell in one.rows[0].cells])
    kept = [bool(row.cells[0].paragraphs[0]._p.xpath("./w:pPr/w:keepNext")) for row in table.rows]

    assert len(kept) == 9
    assert kept == [True, True, False, False, False, False, True, True, False]


def test_slides_can_be_counted_anew_in_each_lesson() -> None:
    made = files(day(numbers="restart"), LESSONS)
    whole, _ = composed(made)
    outputs = {path.name: shown(content) for path, content in built(made).files.items()}

    assert [(stop.key, stop.shown()) for stop in whole.facts.stops][2:9] == [
        ("@part/1", "1-1"), ("a", "1-2"), ("b", "1-3"), ("@key_messages/part/1", "1-4"),
        ("@part/2", "3"), ("@part/3", "2-1"), ("@divider/2", "2-2"),
    ]  # fmt: skip
    assert "see slide 1-2" in outputs["day.pptx"]
    assert "Slide 1-2" in outputs["day-facilitator.docx"]


def test_a_session_that_is_over_is_told_where_today_is_known() -> None:
    from datetime import date

    from deckbuild.review import review
    from deckbuild.workspace import InMemory

    workspace = InMemory(files(day(), LESSONS))
    path = PurePosixPath("decks/day.yaml")

    def codes(today: date | None) -> list[str]:
        return [one.code for one in review(workspace, [path], rules=(), today=today).diagnostics]

    assert [codes(None), codes(date(2026, 12, 1)), codes(date(2026, 12, 2))] == [[], [], ["C117"]]
