"""What LibreOffice makes of the outputs: page counts, page numbers, and what of our marks it keeps."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path, PurePosixPath

import pypdfium2
import pytest

import needs
from deckbuild.identity import identity_of
from deckbuild.pictures.libreoffice import LibreOffice, program, to_pdf
from deckbuild.pipeline import build
from deckbuild.workspace import Disk

ROOT = Path(__file__).parents[2]
LESSON = PurePosixPath("decks/module-2/lesson-2.0.yaml")


@pytest.fixture(scope="module")
def outputs() -> dict[str, bytes]:
    needs.libreoffice()
    return {path.name: content for path, content in build(Disk(ROOT), LESSON).files.items()}


def test_it_shows_a_page_for_each_slide(outputs: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(outputs["lesson-2.0.pptx"])) as archive:
        slides = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    document = pypdfium2.PdfDocument(to_pdf(outputs["lesson-2.0.pptx"], ".pptx"))

    assert len(document) == len(slides)
    document.close()


def test_page_numbers_in_the_lesson_map_are_those_of_the_headings(outputs: dict[str, bytes]) -> None:
    document = pypdfium2.PdfDocument(to_pdf(outputs["lesson-2.0-facilitator.docx"], ".docx"))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    glance = next(text for text in pages if "Lesson map" in text and "Minutes" in text)
    row = re.search(r"How the UN responds\s+(\d+)–(\d+)\s+(\d+)", glance)

    assert row is not None
    assert "How the UN responds" in pages[int(row[3]) - 1]


def test_slide_marks_and_identity_survive_a_round_trip(outputs: dict[str, bytes], tmp_path: Path) -> None:
    """The measured trap: names of slides are lost, those of free shapes are kept."""
    (tmp_path / "deck.pptx").write_bytes(outputs["lesson-2.0.pptx"])
    command = [program() or "", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
               "--convert-to", "pptx", "--outdir", str(tmp_path / "out"), str(tmp_path / "deck.pptx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    saved = (tmp_path / "out" / "deck.pptx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(saved)) as archive:
        slides = [archive.read(n).decode() for n in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
    marks = {name for slide in slides for name in re.findall(r'name="deckbuild:([^"]+)"', slide)}

    assert {"module-structure", "pressures", "priorities", "closing"} <= marks
    assert identity_of(saved) == identity_of(outputs["lesson-2.0.pptx"])


def test_it_draws_slide_pictures_as_the_other_renderer(outputs: dict[str, bytes]) -> None:
    pictures = LibreOffice().draw(outputs["lesson-2.0.pptx"], [1, 3], 640)

    assert set(pictures) == {1, 3}
    assert all(picture.startswith(b"\x89PNG") for picture in pictures.values())
