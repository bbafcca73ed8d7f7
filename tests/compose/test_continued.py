"""What does not fit on one slide is continued on the next ones, and counts as one slide all the same."""

from __future__ import annotations

import io
import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation as Opened

from deckbuild.blocks import Items, Table, plain
from deckbuild.compose.describe import describe_document
from deckbuild.compose.fitting import balanced
from deckbuild.compose.presentation import Page
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.outputs import ALL
from deckbuild.pipeline import Composed, build, compose, document
from deckbuild.workspace import InMemory, Recording

LESSON = PurePosixPath("decks/a.yaml")
POINT = "A point that says what there is to be said about this matter, in so many words that it takes two lines or more"
LONG: dict[str, Any] = {
    "title": "Long",
    "id": "long",
    "duration": "3 min",
    "bullets": [f"{POINT} {n}" for n in range(20)],
}


def lesson(*slides: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"lesson": "1", "title": "T", "sections": [{"title": "S", "slides": list(slides)}], **more}


def composed(*slides: dict[str, Any], project: str = "project: P", **more: Any) -> Composed:
    diags = Diagnostics()
    files = {str(LESSON): json.dumps(lesson(*slides, **more)), "deckbuild.yaml": project}
    made = compose(Recording(InMemory(files)), LESSON, diags)
    assert made is not None
    assert not diags.in_order()
    return made


def pages(made: Composed, key: str) -> list[Page]:
    return [page for page in made.presentation.pages if page.stop == key]


def points(page: Page) -> list[str]:
    """The points of a page's list, two blanks before each level."""
    lists = [text for filled in page.filled if isinstance(filled.content, tuple) for text in filled.content]
    return ["  " * item.level + plain(item.text) for one in lists if isinstance(one, Items) for item in one.items]


def test_a_list_that_does_not_fit_is_continued_evenly_under_titles_that_count() -> None:
    first, second = pages(composed(LONG), "long")

    assert [first.title, second.title] == ["Long\u00a0(1\u00a0of\u00a02)", "Long\u00a0(2\u00a0of\u00a02)"]
    assert points(first) + points(second) == LONG["bullets"]
    assert len(points(first)) == len(points(second))


def test_numbers_are_those_of_the_deck_and_references_name_all_of_them() -> None:
    made = composed(LONG, {"title": "After", "id": "after", "bullets": ["Back to [@long]", "Here is [@after]"]})

    assert [page.number for page in made.presentation.pages] == [1, 2, 3, 4]
    assert points(pages(made, "after")[0]) == ["Back to slides 2–3", "Here is slide 4"]


def test_the_time_of_a_slide_is_spent_once() -> None:
    assert str(composed(LONG).facts.total) == "3 min"


def test_documents_show_a_continued_slide_once_with_its_whole_list() -> None:
    made = composed(LONG, generate=["title"])
    text = describe_document(document(made, ALL[1], {}))

    assert "--- Slides 2–3  Long  3 min · 0:00–0:03" in text
    assert text.count(POINT) == 20


def test_speakers_find_the_notes_with_the_first_of_its_slides() -> None:
    first, second = pages(composed({**LONG, "notes": "Say it."}), "long")

    assert first.notes != second.notes
    assert "slide 2" in repr(second.notes)


def test_every_part_stands_in_its_section_and_in_the_file() -> None:
    made = build(InMemory({str(LESSON): json.dumps(lesson(LONG))}), LESSON)
    deck = Opened(io.BytesIO(made.files[PurePosixPath("build/a.pptx")]))

    assert composed(LONG).presentation.sections[-1].pages == ("long", "long~2")
    assert [slide.shapes.title.text[:4] for slide in deck.slides] == ["T", "Long", "Long"]


def test_a_lead_in_line_stays_with_what_it_leads_in() -> None:
    text = "\n\n".join([POINT * 8] * 3 + ["Three things follow:", "\n".join(f"- {POINT * 3} {n}" for n in range(3))])
    first, second = pages(composed({"title": "T", "id": "t", "text": text}), "t")

    assert "Three things follow:" not in repr(first.filled[-1].content)
    assert "Three things follow:" in repr(second.filled[-1].content)


def test_points_stay_with_those_below_them() -> None:
    nested = [{f"Group {n}": [f"{POINT} {m}" for m in range(4)]} for n in range(6)]
    first, second = pages(composed({"title": "T", "id": "t", "bullets": nested}), "t")

    assert [points(page)[0] for page in (first, second)] == ["Group 0", "Group 3"]


def test_a_point_with_more_below_it_than_a_slide_holds_is_divided_among_these() -> None:
    nested = [{"One": [f"{POINT} {n}" for n in range(26)]}]
    parts = pages(composed({"title": "T", "id": "t", "bullets": nested}), "t")

    assert len(parts) == 2
    assert points(parts[0])[0] == "One"
    assert len(points(parts[1])) > 1


def test_a_numbered_list_goes_on_counting() -> None:
    _, second = pages(composed({**LONG, "numbered": True}), "long")
    (listed,) = (text for text in second.filled[-1].content if isinstance(text, Items))

    assert listed.start == 11


def test_a_table_is_continued_by_rows_below_its_header_with_the_total_at_its_end() -> None:
    rows = [[f"Row {n}", str(n)] for n in range(30)] + [["Together", "435"]]
    parts = pages(
        composed({"title": "T", "id": "t", "table": {"header": ["A", "B"], "rows": rows, "total": True}}), "t"
    )
    tables = [page.filled[-1].content for page in parts]

    assert all(isinstance(table, Table) and table.header == tables[0].header for table in tables)
    assert [table.total for table in tables] == [False] * (len(tables) - 1) + [True]
    assert sum(len(table.rows) for table in tables) == 31


def test_cards_are_continued_by_cards() -> None:
    groups = [{"title": f"Card {n}", "items": [POINT] * 4} for n in range(9)]
    parts = pages(composed({"title": "T", "id": "t", "groups": groups}), "t")

    assert sum(len(page.drawings) for page in parts) == 9
    assert len({drawing.box.width for page in parts for drawing in page.drawings}) == 1
    assert next(drawing.name for drawing in parts[1].drawings) == f"Card {len(parts[0].drawings) + 1}"


def test_a_slide_can_ask_for_full_size_on_more_slides() -> None:
    half = {**LONG, "bullets": LONG["bullets"][:9]}

    assert len(pages(composed(half), "long")) == 1
    assert len(pages(composed({**half, "fit": "continue"}), "long")) == 2
    assert len(pages(composed(half, project="project: P\nfit: continue"), "long")) == 2


def test_generated_slides_are_continued_too() -> None:
    outcomes = [{"id": f"o{n}", "text": f"{POINT} {n}"} for n in range(20)]
    made = composed({"title": "A", "bullets": ["x"]}, outcomes=outcomes, generate=["outcomes"])

    assert len(pages(made, "@outcomes")) == 2


@pytest.mark.parametrize("count", [2, 3, 5])
def test_parts_are_balanced(count: int) -> None:
    cut = balanced([10.0] * 10, count, [True] * 10)

    assert cut is not None
    assert max(map(len, cut)) - min(map(len, cut)) <= 1


def test_too_few_places_to_cut_give_no_parts() -> None:
    assert balanced([1.0] * 4, 3, [True, False, True, False]) is None


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.integers(3, 40), min_size=1, max_size=24), min_size=1, max_size=5),
    st.sampled_from(["shrink", "continue"]),
)
def test_numbers_agree_with_the_deck_however_much_is_continued(slides: list[list[int]], fit: str) -> None:
    keys = [f"s{n}" for n in range(len(slides))]
    links = " ".join(f"[@{key}]" for key in keys)
    made = composed(
        *(
            {"title": key, "id": key, "fit": fit, "bullets": [f"{links} " + "word " * size for size in sizes]}
            for key, sizes in zip(keys, slides, strict=True)
        )
    )

    assert [page.number for page in made.presentation.pages] == list(range(1, len(made.presentation.pages) + 1))
    for stop in made.facts.stops:
        assert [page.number for page in pages(made, stop.key)] == list(range(stop.number, stop.through + 1))


def test_an_arabic_title_of_two_lines_has_room() -> None:
    title = "منها فسلامة الناس تأتي أولا من الذي يقرر ومن الذي يدفع ومن الذي يبلغ كثيرا ما تعرف"
    made = composed({"title": title, "id": "t", "bullets": ["تقول الولاية ما يطلب من البعثة"]}, language="ar")

    assert not pages(made, "t")[0].filled[0].sizes
