"""What LibreOffice and the embedded renderer make of our measuring: a part of tools/fit.py and tools/overflow.py."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from corpus import FAMILIES, Fonts, deck, drawn, samples
from fit import brand_of, compare, figures
from overflow import generated, leaving, lessons

import needs
from deckbuild.workspace import Disk

ROOT = Path(__file__).parents[2]
DECKS = [PurePosixPath(path.relative_to(ROOT).as_posix()) for path in sorted((ROOT / "decks").rglob("*.yaml"))]


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


@pytest.mark.parametrize("lesson", DECKS, ids=lambda lesson: lesson.stem)
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
