"""Decks by others become lessons: what stands on a slide decides which kind it is."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import pairwise
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches, Pt

from deckbuild.importing.draft import Slide
from foreign_decks import BLANK, CONTENT, ONLY_TITLE, SECTION, TITLE, TWO, Deck, imported, png, reading


def only(deck: Deck) -> Slide:
    """The one slide of a deck, as the draft has it."""
    (section,) = reading(deck.content).draft.sections
    return section.slides[0]


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    """A package with the text of a part replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == part:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            after.writestr(entry.filename, data)
    return out.getvalue()


# --- text ----------------------------------------------------------------------------------------------------


def test_a_list_keeps_its_levels_and_its_bold() -> None:
    deck = Deck()
    slide = deck.slide(CONTENT, "Plan", "First\nBelow\nSecond")
    frame = slide.placeholders[1].text_frame
    frame.paragraphs[1].level = 1
    frame.paragraphs[2].runs[0].font.bold = True
    assert only(deck).body == {"bullets": ({"First": ("Below",)}, "**Second**")}


def test_levels_below_the_third_are_written_as_the_third_and_told() -> None:
    deck = Deck()
    slide = deck.slide(CONTENT, "Deep", "a\nb\nc\nd")
    for level, para in enumerate(slide.placeholders[1].text_frame.paragraphs):
        para.level = level
    found = reading(deck.content)
    assert found.draft.sections[0].slides[0].body == {"bullets": ({"a": ({"b": ("c", "d")},)},)}
    assert any("three levels" in remark.text for remark in found.uncertain)


def test_two_bodies_side_by_side_are_columns() -> None:
    deck = Deck()
    slide = deck.slide(TWO, "Compare", "Left one\nLeft two")
    slide.placeholders[2].text = "Right"
    body = only(deck).body
    assert [column["bullets"] for column in body["columns"]] == [("Left one", "Left two"), ("Right",)]


def test_text_boxes_without_a_title_are_read_from_the_top() -> None:
    deck = Deck()
    slide = deck.slide(BLANK)
    deck.box(slide, "Last of all, in the lower half", 1, 5, 8)
    deck.box(slide, "What this is about", 1, 0.5, 8)
    deck.box(slide, "In between", 1, 3, 8)
    made = only(deck)
    assert made.title == "What this is about"
    assert made.body == {"text": "In between\n\nLast of all, in the lower half"}
    assert "guessed" in made.comments[0]


def test_a_question_with_letters_is_put_to_the_group() -> None:
    deck = Deck()
    deck.slide(CONTENT, "Who decides?", "A. The Council\nB. The Assembly\nC. The Secretariat")
    assert only(deck).body == {
        "question": {"stem": "Who decides?", "options": ("The Council", "The Assembly", "The Secretariat")}
    }


def test_words_in_quotation_marks_with_a_source_are_a_quotation() -> None:
    deck = Deck()
    slide = deck.slide(ONLY_TITLE, "A voice")
    deck.box(slide, "“Peace is not an absence of war.”", 1, 2, 8)
    deck.box(slide, "— Baruch Spinoza", 1, 4, 8)
    assert only(deck).body == {"quote": {"text": "Peace is not an absence of war.", "source": "Baruch Spinoza"}}


def test_links_lead_to_addresses_and_to_slides_by_their_id() -> None:
    deck = Deck()
    first = deck.slide(CONTENT, "Begin here", "x")
    deck.slide(CONTENT, "The goal", "y")
    frame = first.placeholders[1].text_frame
    frame.clear()
    run = frame.paragraphs[0].add_run()
    run.text = "A site"
    run.hyperlink.address = "https://example.org/a"
    jump = frame.add_paragraph().add_run()
    jump.text = "the goal"
    jump.hyperlink.address = "https://example.org/slide"
    content = deck.content
    name = "ppt/slides/_rels/slide1.xml.rels"
    with zipfile.ZipFile(BytesIO(content)) as archive:
        rels = archive.read(name).decode()
    old = re.search(r'<Relationship [^>]*slide"[^>]*/>', rels.replace("slideLayout", "layout"))
    link = next(one for one in re.findall(r"<Relationship [^>]*/>", rels) if "example.org/slide" in one)
    id_ = re.search(r'Id="(\w+)"', link)
    assert id_
    del old
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
    content = changed(content, name, link, f'<Relationship Id="{id_[1]}" Type="{kind}" Target="slide2.xml"/>')
    body = reading(content).draft.sections[0].slides[0].body
    assert body["bullets"] == ("[A site](https://example.org/a)", "the goal ([@the-goal])")


# --- tables and charts ---------------------------------------------------------------------------------------


def a_table(slide: Any, rows: list[list[str]]) -> Any:
    frame = slide.shapes.add_table(len(rows), len(rows[0]), Inches(1), Inches(2), Inches(8), Inches(3))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            frame.table.cell(row, column).text = text
    return frame.table


def test_a_table_keeps_its_header_and_merged_cells() -> None:
    deck = Deck()
    table = a_table(deck.slide(ONLY_TITLE, "Rota"), [["Day", "Early", "Late"], ["Mon", "Ann", ""], ["Tue", "Bo", "Cy"]])
    table.cell(1, 1).merge(table.cell(1, 2))
    assert only(deck).body["table"] == {
        "header": ("Day", "Early", "Late"), "rows": (("Mon", "Ann", "<"), ("Tue", "Bo", "Cy")),
    }  # fmt: skip


def test_a_chart_comes_back_to_its_numbers() -> None:
    deck = Deck()
    data = CategoryChartData()
    data.categories = ["2021", "2022"]
    data.add_series("North", (3, 4.5))
    data.add_series("South", (None, 7))
    place = (Inches(1), Inches(2), Inches(8), Inches(4))
    deck.slide(ONLY_TITLE, "Growth").shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, *place, data)
    assert only(deck).body["chart"] == {
        "type": "column", "header": ("", "North", "South"), "rows": (("2021", 3, ""), ("2022", 4.5, 7)), "stack": "sum",
    }  # fmt: skip


def test_a_chart_that_deckbuild_does_not_draw_becomes_a_table_and_says_so() -> None:
    deck = Deck()
    data = CategoryChartData()
    data.categories = ["a", "b"]
    for number in range(8):
        data.add_series(f"Series {number}", (1, 2))
    place = (Inches(1), Inches(2), Inches(8), Inches(4))
    deck.slide(ONLY_TITLE, "Many").shapes.add_chart(XL_CHART_TYPE.LINE, *place, data)
    made = only(deck)
    assert len(made.body["table"]["header"]) == 9
    assert "line chart" in made.comments[0]


# --- pictures and figures ------------------------------------------------------------------------------------


def test_a_picture_is_saved_as_it_was_cropped_with_what_it_shows() -> None:
    deck = Deck()
    picture = deck.slide(ONLY_TITLE, "A view").shapes.add_picture(png(), Inches(1), Inches(2), Inches(4))
    picture.crop_left = 0.5
    picture._element.nvPicPr.cNvPr.set("descr", "Grey bars")
    lesson, text, files = imported(deck.content)
    assert "alt: Grey bars" in text
    (name,) = [path for path in files if path.suffix == ".png"]
    assert files[name][16:24] == (20).to_bytes(4, "big") + (20).to_bytes(4, "big")
    assert lesson.sections[0].slides[0].content.key == "image"  # type: ignore[union-attr]


def test_a_picture_without_a_description_asks_for_one() -> None:
    deck = Deck()
    slide = deck.slide(ONLY_TITLE, "A view")
    picture = slide.shapes.add_picture(png(), Inches(1), Inches(2), Inches(4))
    picture._element.nvPicPr.cNvPr.set("descr", "")
    _, text, _ = imported(deck.content)
    assert "# Say in `alt` what the picture shows" in text


def test_pictures_with_captions_below_them_stand_together() -> None:
    deck = Deck()
    slide = deck.slide(ONLY_TITLE, "Two rooms")
    for at, said in ((0.5, "The small one"), (5.5, "The large one")):
        slide.shapes.add_picture(png(), Inches(at), Inches(2), Inches(4), Inches(3))
        deck.box(slide, said, at, 5.1, 4, 0.5)
    assert [one["caption"] for one in only(deck).body["image"]] == ["The small one", "The large one"]


def test_a_logo_on_every_slide_is_no_content() -> None:
    deck = Deck()
    for number in range(3):
        slide = deck.slide(CONTENT, f"Slide {number}", "Point")
        slide.shapes.add_picture(png(), Inches(9), Inches(0.1), Inches(0.5))
        deck.box(slide, "ACME training", 0.2, 7, 3, 0.3)
    found = reading(deck.content)
    assert all(set(slide.body) == {"bullets"} for slide in found.draft.sections[0].slides)
    assert [piece.left_out for piece in found.pieces if piece.text == "ACME training"] == [
        "it stands on most slides"
    ] * 3


def test_boxes_joined_by_lines_are_a_diagram() -> None:
    deck = Deck()
    slide = deck.slide(ONLY_TITLE, "Who tells whom")
    boxes = []
    for at, name in ((1, "Post"), (4, "Base"), (7, "Headquarters")):
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(at), Inches(3), Inches(2), Inches(1))
        shape.text_frame.text = name
        boxes.append(shape)
    for first, second in pairwise(boxes):
        line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 10, 10)
        line.begin_connect(first, 3)
        line.end_connect(second, 1)
    drawn = only(deck).body["diagram"]
    assert [node["title"] for node in drawn["nodes"].values()] == ["Post", "Base", "Headquarters"]
    assert [(edge["from"], edge["to"]) for edge in drawn["edges"]] == [("post", "base"), ("base", "headquarters")]


def test_a_row_of_arrows_is_a_process() -> None:
    deck = Deck()
    slide = deck.slide(ONLY_TITLE, "How it goes")
    for at, name in ((1, "Ask"), (3, "Listen"), (5, "Act")):
        shape = slide.shapes.add_shape(MSO_SHAPE.CHEVRON, Inches(at), Inches(3), Inches(2), Inches(1))
        shape.text_frame.text = name
    assert only(deck).body == {"steps": ("Ask", "Listen", "Act")}


def test_shapes_in_groups_stand_where_the_group_puts_them() -> None:
    deck = Deck()
    slide = deck.slide(ONLY_TITLE, "Grouped")
    deck.box(slide, "Second, though drawn first, and long enough to be a text of its own", 1, 4, 8)
    group = slide.shapes.add_group_shape()
    inner = group.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(1))
    inner.text_frame.text = "First, within a group, and long enough to be a text of its own"
    assert only(deck).body["text"].startswith("First, within a group")


# --- notes, sections, what is hidden -------------------------------------------------------------------------


def test_notes_with_labels_become_cues_and_without_they_are_spoken() -> None:
    deck = Deck()
    deck.slide(CONTENT, "One", "x", "Good morning.\nTip: Smile.\nAsk: Why?\nTransition: And now?")
    deck.slide(CONTENT, "Two", "x", "Just talk.\nAnd go on.")
    first, second = reading(deck.content).draft.sections[0].slides
    assert [(cue.verb, cue.text) for cue in first.notes] == [
        ("say", "Good morning."), ("tip", "Smile."), ("ask", "Why?"), ("transition", "And now?"),
    ]  # fmt: skip
    assert [(cue.verb, cue.text) for cue in second.notes] == [("say", "Just talk.\n\nAnd go on.")]


def test_the_title_slide_gives_the_head_and_section_slides_the_sections() -> None:
    deck = Deck()
    deck.slide(TITLE, "Lesson 2.3: Human rights", "What everybody is owed", "Welcome.")
    deck.slide(SECTION, "Where they come from")
    deck.slide(CONTENT, "Sources", "x")
    deck.slide(SECTION, "Who protects them")
    deck.slide(CONTENT, "Actors", "x")
    draft = reading(deck.content).draft
    assert draft.head == {
        "title": "Human rights", "lesson": "2.3", "subtitle": "What everybody is owed", "generate": ("title", "dividers"),
    }  # fmt: skip
    assert [section.title for section in draft.sections] == ["Where they come from", "Who protects them"]
    assert draft.sections[0].notes[0].text == "Welcome."


def test_hidden_slides_stay_hidden() -> None:
    deck = Deck()
    deck.slide(CONTENT, "For later", "x")._element.set("show", "0")
    assert only(deck).more == {"hidden": True}


def test_dates_footers_and_numbers_are_counted_and_left_out() -> None:
    deck = Deck()
    slide = deck.slide(CONTENT, "Point", "x")
    layout = deck.made.slide_layouts[CONTENT]
    for holder in layout.placeholders:
        if holder.placeholder_format.idx in (10, 11, 12):
            slide.shapes._spTree.append(holder._element.__copy__())
    for shape in slide.shapes:
        if shape.is_placeholder and shape.placeholder_format.idx == 11:
            shape.text_frame.text = "Confidential"
    found = reading(deck.content)
    assert [piece.left_out for piece in found.pieces if piece.text == "Confidential"] == ["it is a footer"]


def test_every_word_of_a_mixed_deck_is_placed() -> None:
    deck = Deck()
    deck.slide(TITLE, "Mixed", "A deck of many things")
    slide = deck.slide(CONTENT, "List and table", "A lead that is rather long\nAnother point of it")
    a_table(slide, [["a", "b"], ["c", "d"]])
    other = deck.slide(ONLY_TITLE, "Many boxes")
    for number in range(7):
        deck.box(
            other, f"Box number {number}, which says something of its own", 0.5 + number % 3 * 3, 1.5 + number // 3 * 2
        )
    lesson, _, _ = imported(deck.content)
    assert lesson.title == "Mixed"


def test_the_look_of_a_deck_is_kept_as_a_brand() -> None:
    deck = Deck()
    deck.slide(TITLE, "Ours", "All of it")
    found = reading(deck.content, brand="ours")
    assert found.draft.head["brand"] == "ours"
    assert sorted(found.brand) == ["brand.yaml", "template.pptx"]
    with zipfile.ZipFile(BytesIO(found.brand["template.pptx"])) as template:
        assert not [name for name in template.namelist() if name.startswith("ppt/slides/")]


def test_a_description_that_office_made_up_keeps_only_what_it_says() -> None:
    deck = Deck()
    picture = deck.slide(ONLY_TITLE, "A view").shapes.add_picture(png(), Inches(1), Inches(2), Inches(4))
    picture._element.nvPicPr.cNvPr.set(
        "descr", "A green logo\n\nDescription automatically generated with high confidence"
    )
    assert only(deck).body["image"]["alt"] == "A green logo"


def test_a_deck_of_one_title_slide_is_a_lesson_of_one_slide() -> None:
    deck = Deck()
    deck.slide(TITLE, "Alone", "With a line")
    made = only(deck)
    assert (made.title, made.more) == ("Alone", {"subtitle": "With a line"})


def test_a_title_may_stand_low_where_it_is_larger_than_all_else() -> None:
    deck = Deck()
    slide = deck.slide(BLANK)
    for text, y, size in (("small print that says a lot of things about something", 4.5, 12), ("The Point", 6.0, 40)):
        box = deck.box(slide, text, 1, y, 8)
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
    assert only(deck).title == "The Point"


def test_a_column_has_its_caption_as_its_title() -> None:
    deck = Deck()
    slide = deck.slide(ONLY_TITLE, "Two charts")
    for at in (0.5, 5.2):
        data = CategoryChartData()
        data.categories = ["a", "b"]
        data.add_series("One", (1, 2))
        chart = slide.shapes.add_chart(
            XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(at), Inches(2), Inches(4), Inches(4), data
        ).chart
        chart.has_title = True
        chart.chart_title.text_frame.text = f"At {at}"
    assert [column["title"] for column in only(deck).body["columns"]] == ["At 0.5", "At 5.2"]
