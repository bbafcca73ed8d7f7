"""What is found in decks and documents by others: each thing planted is found once, and nothing in a sound file."""

from __future__ import annotations

import io
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn as pptx_qn
from pptx.util import Inches, Pt

from deckbuild.audit import audit
from deckbuild.cli import deckbuild
from deckbuild.outputs import ALL
from deckbuild.pipeline import build
from deckbuild.workspace import Disk
from samples import LESSONS, ROOT


def picture() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "PNG")
    out.seek(0)
    return out


def deck():
    made = Presentation()
    made.core_properties.title = "A deck"
    return made


def slide(made, title: str = "Why mandates matter"):
    one = made.slides.add_slide(made.slide_layouts[5])
    one.shapes.title.text = title
    for run in one.shapes.title.text_frame.paragraphs[0].runs:
        run._r.get_or_add_rPr().set("lang", "en-GB")
    return one


def box(one, text: str, top: float = 3.0):
    shape = one.shapes.add_textbox(Inches(1), Inches(top), Inches(4), Inches(0.5))
    run = shape.text_frame.paragraphs[0].add_run()
    run.text = text
    run._r.get_or_add_rPr().set("lang", "en-GB")
    return run


def found(made) -> list[str]:
    out = io.BytesIO()
    made.save(out)
    return [f"{one.number} {one.code}" for one in audit(out.getvalue())]


def test_a_sound_deck_gives_nothing() -> None:
    made = deck()
    box(slide(made), "Text to read")
    slide(made, "Another title")

    assert found(made) == []


def test_titles_are_missed_and_told_apart() -> None:
    made = deck()
    slide(made, "")
    slide(made, "One")
    slide(made, "one")

    assert found(made) == ["1 P250", "3 P251"]


@pytest.mark.parametrize("alt", ["", "IMG_2041.JPG", "Picture 4", "Description automatically generated: a dog"])
def test_pictures_need_words(alt: str) -> None:
    made = deck()
    shape = slide(made).shapes.add_picture(picture(), Inches(1), Inches(2))
    shape._element.nvPicPr.cNvPr.set("descr", alt)

    assert found(made) == ["1 P252"]


def test_a_picture_that_is_described_is_fine() -> None:
    made = deck()
    shape = slide(made).shapes.add_picture(picture(), Inches(1), Inches(2))
    shape._element.nvPicPr.cNvPr.set("descr", "A red square")

    assert found(made) == []


def test_text_in_no_language_is_told_once() -> None:
    made = deck()
    made.part._element.find(pptx_qn("p:defaultTextStyle")).clear()
    for number in range(2):
        run = box(slide(made, f"Title {number}"), "Words")
        del run._r.rPr.attrib["lang"]

    assert found(made) == ["0 P253"]


def test_what_stands_above_is_read_before() -> None:
    made = deck()
    one = slide(made)
    box(one, "second", top=4.0)
    box(one, "first", top=2.0)

    assert found(made) == ["1 P254"]


def test_grey_on_white_is_too_faint_and_large_text_needs_less() -> None:
    made = deck()
    one = slide(made)
    small, large = box(one, "small", 2.0), box(one, "large", 3.0)
    for run, size in ((small, 14), (large, 24)):
        run.font.size = Pt(size)
        run.font.color.rgb = RGBColor(0x88, 0x88, 0x88)

    remarks = found(made)

    assert "1 P255" in remarks
    small.font.color.rgb = RGBColor(0x33, 0x33, 0x33)
    assert "1 P255" not in found(made)


def test_faces_and_colours_beside_the_theme_are_told_once_a_file() -> None:
    made = deck()
    for number in range(2):
        run = box(slide(made, f"Title {number}"), "Words")
        run.font.name = "Papyrus"
        run.font.color.rgb = RGBColor(0x80, 0, 0)

    assert found(made) == ["0 P256", "0 P257"]


def test_a_link_says_where_it_leads() -> None:
    made = deck()
    one = slide(made)
    box(one, "Click here!", 2.0).hyperlink.address = "https://example.org"
    box(one, "The charter of the United Nations", 3.0).hyperlink.address = "https://example.org"

    assert found(made) == ["1 P258"]


def test_a_table_has_a_header_row() -> None:
    made = deck()
    table = slide(made).shapes.add_table(3, 3, Inches(1), Inches(2), Inches(6), Inches(2)).table
    table.first_row = False

    assert found(made) == ["1 P259"]


def test_tiny_text_is_told_and_that_of_the_foot_is_not() -> None:
    made = deck()
    box(slide(made), "Small print").font.size = Pt(8)

    assert found(made) == ["1 P262"]


def test_a_file_has_a_title() -> None:
    made = deck()
    made.core_properties.title = " "
    slide(made)

    assert found(made) == ["0 P261"]


def document():
    made = Document()
    made.core_properties.title = "A document"
    return made


def test_a_sound_document_gives_nothing() -> None:
    made = document()
    made.add_heading("One", 1)
    made.add_paragraph("Text")
    made.add_heading("Two", 2)

    assert found(made) == []


def test_a_level_of_headings_is_not_left_out() -> None:
    made = document()
    made.add_heading("One", 1)
    made.add_heading("Three", 3)

    assert found(made) == ["0 P260"]


def test_a_long_document_has_headings() -> None:
    made = document()
    for number in range(50):
        made.add_paragraph(f"Paragraph {number}")

    assert found(made) == ["0 P260"]


def test_pictures_tables_links_and_faces_of_a_document() -> None:
    made = document()
    made.add_picture(picture())
    table = made.add_table(2, 2, "Table Grid")
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.set(qn("w:val"), "04A0")
    made.add_paragraph().add_run("x").font.name = "Papyrus"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), made.part.relate_to("https://example.org", "http://x/hyperlink", is_external=True))
    run = OxmlElement("w:r")
    run.text = "here"
    link.append(run)
    made.add_paragraph()._p.append(link)

    assert found(made) == ["0 P252", "0 P256", "0 P258", "0 P259"]


def test_what_is_no_office_file_gives_nothing() -> None:
    assert audit(b"PK no package") == ()


def test_a_deck_of_ours_gives_nothing(compile_text) -> None:
    built = compile_text(
        """
        lesson: "1.1"
        title: Mandates
        sections:
          - title: Welcome
            slides:
              - {title: Points, bullets: [One, Two]}
              - {title: Numbers, table: {header: [A, B, C], rows: [[1, 2, 3]]}}
        """
    )

    for path, content in built.files.items():
        assert not audit(content), path


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_no_output_of_our_lessons_gives_anything(lesson: PurePosixPath) -> None:
    """Decks, notes, handouts, test papers, keys: with questions, activities, cases, cards and equations in them."""
    built = build(Disk(ROOT), lesson, ALL, embedded=True)
    found = {path.name: audit(content) for path, content in built.files.items() if path.suffix in (".pptx", ".docx")}

    assert found
    assert not {name: remarks for name, remarks in found.items() if remarks}


def test_an_equation_has_the_face_that_word_sets_equations_in() -> None:
    made = document()
    equation = OxmlElement("m:oMath")
    made.add_paragraph()._p.append(equation)
    run = made.add_paragraph().add_run("x")
    run.font.name = "Cambria Math"
    equation.append(run._r)

    assert found(made) == []


def test_check_tells_of_slides_and_can_be_told_what_to_look_for(tmp_path: Path) -> None:
    made = deck()
    slide(made, "")
    path = tmp_path / "other.pptx"
    made.save(str(path))
    said = CliRunner().invoke(deckbuild, ["check", str(path)]).output
    quiet = CliRunner().invoke(deckbuild, ["check", str(path), "--ignore", "P250,P123"])

    assert "warning[P250]: slide 1: it has no title" in said
    assert "nothing found" in quiet.output
