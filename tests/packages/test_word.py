"""Word as an expert would make it: sections and their heads, content controls, what keeps together, printing on both sides."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path, PurePosixPath

import pypdfium2
import pytest
from pypdfium2 import raw

import needs
from deckbuild.ooxml.lint import lint_package
from deckbuild.pictures.libreoffice import program, to_pdf
from deckbuild.pictures.paper import Paper
from deckbuild.pipeline import build
from deckbuild.workspace import Disk, InMemory

ROOT = Path(__file__).parents[2]
LESSONS = [PurePosixPath("decks/module-2/lesson-2.0.yaml"), PurePosixPath("decks/workshops/lesson-1.1.yaml")]
SMALL = """
lesson: "1"
title: Small
handouts: [{id: sheet, title: Sheet, text: Words}, {id: more, title: More, text: Words}]
sections:
  - title: Only
    id: only
    notes: [{say: "Before all, see [@one] and [this](https://example.org)."}]
    slides:
      - id: one
        title: One
        key_message: Remember.
        bullets: [a]
        notes: [{say: First.}, {tip: "A *tip*."}, {distribute: sheet}, {distribute: more}]
"""


def facilitator(text: str = SMALL, project: str = "project: x\n", **options: object) -> bytes:
    lesson = PurePosixPath("decks/l.yaml")
    made = build(InMemory({str(lesson): text, "deckbuild.yaml": project}), lesson, **options)  # type: ignore[arg-type]
    assert not made.diagnostics
    return next(content for path, content in made.files.items() if "facilitator" in path.name)


def part(document: bytes, name: str = "document") -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(f"word/{name}.xml").decode()


def opened_and_saved(document: bytes, folder: Path) -> bytes:
    """The document as LibreOffice saves it."""
    (folder / "in.docx").write_bytes(document)
    command = [program() or "", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
               "--convert-to", "docx", "--outdir", str(folder / "out"), str(folder / "in.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / "out" / "in.docx").read_bytes()


def test_slides_and_cues_stand_in_content_controls_with_lasting_names() -> None:
    tags = re.findall(r'<w:tag w:val="([^"]+)"', part(facilitator()))

    assert tags == ["slide:@title", "cue:only/1", "slide:one", "cue:one/1", "cue:one/2", "cue:one/3", "cue:one/4"]
    assert len(set(re.findall(r'<w:id w:val="(\d+)"', part(facilitator())))) == len(tags)


def test_participants_get_no_controls() -> None:
    lesson = PurePosixPath("decks/l.yaml")
    made = build(InMemory({str(lesson): SMALL}), lesson)
    participant = next(content for path, content in made.files.items() if "participant" in path.name)

    assert "<w:sdt>" not in part(participant)


def test_only_the_lesson_names_the_current_slide_in_its_head() -> None:
    body = part(facilitator())
    sections = re.findall(r"<w:sectPr>.*?</w:sectPr>", body)
    heads = [re.search(r'headerReference w:type="default" r:id="(\w+)"', one) for one in sections]

    assert len(sections) == 3
    assert heads[0] is not None
    assert heads[1] is not None
    assert heads[2] is not None
    assert heads[0][1] == heads[2][1] != heads[1][1]
    assert 'STYLEREF "Slide Number"' in part(facilitator(), "header3")
    assert "STYLEREF" not in part(facilitator(), "header1")
    assert '<w:name w:val="Slide Number"/>' in part(facilitator(), "styles")


def test_rows_are_not_split_and_headers_repeat() -> None:
    body = part(facilitator())
    rows = re.findall(r"<w:tr>(.*?)</w:tr>", body, re.DOTALL)

    assert rows
    assert all("<w:cantSplit/>" in row for row in rows)
    assert "<w:tblHeader/>" in body
    assert "<w:widowControl/>" in part(facilitator(), "styles")


def test_no_empty_paragraph_parts_a_table_from_what_keeps_with_the_next() -> None:
    assert not re.search(
        r'"Gap"/></w:pPr></w:p>(<w:sdt>.{0,200}?<w:sdtContent>)?<w:p><w:pPr><w:pStyle w:val="(SlideLabel|Heading)',
        part(facilitator()),
    )


def test_lists_of_handouts_follow_the_contents() -> None:
    body = part(facilitator())

    assert body.index("List of handouts") < body.rindex("How to use this guide")
    assert body.count("TOC \\o") == 1


def test_printed_on_both_sides_parts_begin_on_right_hand_pages() -> None:
    document = facilitator(project="project: x\nprint: duplex\n")

    assert part(document).count('<w:type w:val="oddPage"/>') >= 4
    assert 'w:gutter="340"' in part(document)
    assert "<w:mirrorMargins/>" in part(document, "settings")
    assert "<w:evenAndOddHeaders/>" in part(document, "settings")
    assert lint_package(document) == ()
    assert "oddPage" not in part(facilitator())


def test_pages_left_empty_for_print_say_so_when_pages_are_counted() -> None:
    needs.libreoffice()
    document = facilitator(project="project: x\nprint: duplex\n", typesetter=Paper())
    pdf = pypdfium2.PdfDocument(Paper().pdfs({"d.docx": document})["d.docx"])
    texts = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    begins = {number: text for number, text in enumerate(texts, 1) if "Handout 1: Sheet" in text and "Words" in text}

    assert all(number % 2 for number in begins)
    assert any("left blank on purpose" in text for text in texts)


def parted(page: pypdfium2.PdfPage) -> list[str]:
    """Labels of slides on the page with no picture below them."""
    text = page.get_textpage()
    bottoms = [one.get_bounds()[1] for one in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,))]
    out = []
    for label in re.finditer(r"^Slide \d+ .*(–\d:\d\d|\u2003)", text.get_text_bounded(), re.MULTILINE):
        searcher = text.search(label[0][:24])
        found = searcher.get_next()
        if found and not any(bottom < text.get_charbox(found[0])[1] for bottom in bottoms):
            out.append(label[0])
    return out


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.stem)
def test_no_slide_is_parted_from_its_label(lesson: PurePosixPath) -> None:
    """A label at the foot of a page, its picture on the next: seen in pictures before it was found here."""
    needs.libreoffice()
    made = build(Disk(ROOT), lesson, embedded=True)
    content = next(content for path, content in made.files.items() if "facilitator" in path.name)
    pdf = pypdfium2.PdfDocument(to_pdf(content, ".docx"))

    assert [label for page in pdf for label in parted(page)] == []
    pdf.close()


def test_libreoffice_shows_links_and_numbers_within_controls() -> None:
    """It took a control with a link or a bookmark apart, and showed "HYPERLINK" or no number."""
    needs.libreoffice()
    pdf = pypdfium2.PdfDocument(to_pdf(facilitator(), ".docx"))
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf).replace("\r\n", " ")
    pdf.close()

    assert "HYPERLINK" not in text
    assert re.search(r"Before all, see slide 2 \(page \d\) and this", text)


def test_libreoffice_keeps_styles_and_names_of_controls(tmp_path: Path) -> None:
    needs.libreoffice()
    before = facilitator()
    after = opened_and_saved(before, tmp_path)
    names = set(re.findall(r'<w:name w:val="([^"]+)"', part(after, "styles")))
    kept = re.findall(r'<w:alias w:val="([^"]+)"', part(after))

    assert {"Slide Label", "Key Message", "Cue Say", "Cue Tip", "Take-away", "heading 1"} <= {
        *names,
        *(n.lower() for n in names),
    }
    assert kept == re.findall(r'<w:alias w:val="([^"]+)"', part(before))
    assert "PAGEREF" in part(after)
