"""Page numbers that LibreOffice counted, and PDFs: right, tagged, with bookmarks, the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pypdfium2
import pytest
from pypdfium2 import raw

import needs
from deckbuild.pictures.paper import Paper, pages_of, timeless
from deckbuild.pictures.renderer import CannotDraw
from deckbuild.pipeline import Build, build
from deckbuild.workspace import Disk, InMemory

ROOT = Path(__file__).parents[2]
LESSON = PurePosixPath("decks/module-2/lesson-2.0.yaml")
SMALL = 'lesson: "1"\ntitle: S\nsections: [{title: A, slides: [{title: B, bullets: [c]}]}, {title: D}]\n'


@pytest.fixture(scope="module")
def made() -> Build:
    needs.libreoffice()
    return build(Disk(ROOT), LESSON, typesetter=Paper(), pdf=True)


def output(made_: Build, ending: str) -> bytes:
    return next(content for path, content in made_.files.items() if path.name.endswith(ending))


def part(document: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(f"word/{name}.xml").decode()


def results(xml: str) -> dict[str, set[str]]:
    """What each page field shows, by the bookmark that it refers to."""
    found: dict[str, set[str]] = {}
    for name, rest in re.findall(
        r"> PAGEREF (\w+) .*?separate\"/></w:r>(.*?)<w:r>(?:<w:rPr>.{0,200}?</w:rPr>)?<w:fldChar", xml
    ):
        found.setdefault(name, set()).add(re.sub(r"<[^>]+>", "", rest))
    return found


@pytest.mark.parametrize("kind", ["facilitator", "participant"])
def test_every_page_field_shows_the_page_of_the_pdf(made: Build, kind: str) -> None:
    shown = results(part(output(made, f"-{kind}.docx"), "document"))
    pages = pages_of(output(made, f"-{kind}.pdf"))

    assert len(shown) > 5
    assert shown == {name: {str(pages.numbers[name])} for name in shown}


def test_the_contents_in_the_pdf_name_the_pages_of_the_headings(made: Build) -> None:
    document = pypdfium2.PdfDocument(output(made, "-facilitator.pdf"))
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    contents = next(text for text in texts if text.count("\n") > 8 and "Contents" in text)
    page = re.search(r"Looking ahead\s+(\d+)", contents)

    assert page is not None
    assert "Looking ahead" in texts[int(page[1]) - 1]


def test_word_is_not_asked_to_count_what_is_counted(made: Build) -> None:
    assert "updateFields" not in part(output(made, "-facilitator.docx"), "settings")
    assert "updateFields" in part(output(build(Disk(ROOT), LESSON), "-facilitator.docx"), "settings")


@pytest.mark.parametrize("ending", [".pdf", "-facilitator.pdf", "-participant.pdf"])
def test_pdfs_are_tagged_and_have_bookmarks(made: Build, ending: str) -> None:
    document = pypdfium2.PdfDocument(output(made, f"2.0{ending}"))

    assert raw.FPDFCatalog_IsTagged(document)
    assert len(list(document.get_toc())) > 5
    assert len(document[2].get_textpage().get_text_bounded()) > 50
    document.close()


def test_the_moment_of_making_is_not_in_a_pdf() -> None:
    def pdf(moment: str, mark: str) -> bytes:
        return (
            f"/CreationDate(D:20{moment}Z')\n<xmp:CreateDate>20{moment[:2]}-01-02T03:04:05Z</xmp:CreateDate>\n"
            f"/ID [ <{mark}>\n<{mark}> ]\n/DocChecksum /{mark}\n"
        ).encode()

    one, two = pdf("261124152352", "A" * 32), pdf("271124152352", "B" * 32)

    assert timeless(one) == timeless(two)
    assert len(timeless(one)) == len(one)
    assert timeless(one) != timeless(one + b"more")[: len(one)]


class Broken:
    def pdfs(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        raise CannotDraw("out of paper")


def test_a_build_without_pages_says_so_and_is_otherwise_whole() -> None:
    lesson = PurePosixPath("decks/s.yaml")
    made_ = build(InMemory({str(lesson): SMALL}), lesson, typesetter=Broken(), pdf=True)

    assert [diagnostic.code for diagnostic in made_.diagnostics] == ["P004", "P005"]
    assert len(made_.files) == 3
    assert "updateFields" in part(output(made_, "-facilitator.docx"), "settings")
