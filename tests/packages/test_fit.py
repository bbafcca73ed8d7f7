"""What LibreOffice and the embedded renderer make of our measuring: a part of tools/fit.py and tools/overflow.py."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path, PurePosixPath

import pytest
from corpus import FAMILIES, Fonts, deck, drawn, samples
from fit import brand_of, compare, figures
from overflow import generated, leaving, lessons
from pptx import Presentation

import needs
from deckbuild.pictures.libreoffice import program
from deckbuild.pipeline import build
from deckbuild.workspace import Disk, InMemory
from samples import LESSONS, ROOT


def test_lines_and_verdicts_are_those_of_libreoffice(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """A reduced form: `python tools/fit.py` prints the figures over 640 boxes and all families."""
    needs.libreoffice()
    monkeypatch.setenv("FONTCONFIG_FILE", "")  # set by Fonts, and undone here
    families = [family for family in FAMILIES if "CJK" not in family]
    fonts, boxes = Fonts(families), samples(120, families=families)
    request.addfinalizer(fonts.close)
    same, alike, passed = figures(compare(boxes, drawn(deck(boxes)), brand_of(fonts)))

    assert same >= 0.97
    assert alike >= 0.99
    assert passed == 0


@pytest.mark.parametrize("lesson", LESSONS, ids=str)
def test_no_text_of_our_lessons_leaves_its_box(lesson: PurePosixPath) -> None:
    (composed,) = (composed for _, composed, _ in lessons(Disk(ROOT), [lesson]))

    assert leaving(composed, ["embedded"]) == []


@pytest.mark.parametrize("language", ["en", "de", "ru", "el"])
def test_no_text_of_generated_slides_leaves_its_box(language: str) -> None:
    """A reduced form: `python tools/overflow.py` asks LibreOffice too, of 1,000 slides."""
    (composed,) = (composed for _, composed, _ in generated(24, [language]))

    assert leaving(composed, ["embedded"]) == []


def test_no_text_of_a_lesson_leaves_its_box_in_libreoffice() -> None:
    needs.libreoffice()
    (composed,) = (composed for _, composed, _ in generated(24, ["fr"]))

    assert leaving(composed, ["libreoffice"]) == []


def test_chosen_sizes_survive_an_edit_in_libreoffice(tmp_path: Path) -> None:
    """A line is added as an editor would, without a size of its own; LibreOffice opens the deck and saves it."""
    needs.libreoffice()
    points = [f"A point that takes a line of the slide, number {number}" for number in range(14)]
    opened = Presentation(io.BytesIO(build_of({"title": "Much", "bullets": points})))
    body = opened.slides[1].placeholders[1].text_frame
    body.add_paragraph().text = "Typed later"
    opened.save(str(tmp_path / "deck.pptx"))
    command = [program() or "", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
               "--convert-to", "pptx", "--outdir", str(tmp_path / "out"), str(tmp_path / "deck.pptx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    slide = Presentation(str(tmp_path / "out" / "deck.pptx")).slides[1]
    saved = next(shape.text_frame for shape in slide.shapes if "Typed later" in shape.text_frame.text)
    sizes = {run.font.size.pt for paragraph in saved.paragraphs for run in paragraph.runs if run.font.size}

    assert saved.paragraphs[-1].text == "Typed later"
    assert sizes == {14.0}


def build_of(slide: dict[str, object]) -> bytes:
    path = PurePosixPath("decks/a.yaml")
    lesson = {"lesson": "1", "title": "T", "sections": [{"title": "S", "slides": [slide]}]}
    made = build(InMemory({str(path): json.dumps(lesson)}), path)
    return made.files[PurePosixPath("build/a.pptx")]
