"""A lesson's deck, imported, is the lesson again: its slides, their kinds, their order and what the trainer is told."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

import pytest

import needs
from deckbuild.pictures.libreoffice import program
from round_trip import Difference, built, differences, imported, original
from samples import LESSONS, SHOWN

KNOWN = {
    ("lesson-1.1.yaml", "tools", "kind"): "placeholders filled by name look like the columns that they are",
}
"""What a deck does not tell, and why."""
AFTER_LIBREOFFICE = {
    ("gallery.yaml", "gallery-math", "kind"): "LibreOffice shows the drawing of a formula and drops the formula",
    ("lesson-2.0.yaml", "", "sections"): "LibreOffice drops PowerPoint's sections, and no slides divide this lesson",
    ("lesson-2.0.yaml", "module-structure", "notes"): "what is said before a section stands with its first slide then",
    ("lesson-2.0.yaml", "pressures", "notes"): "the same",
}


def named(path: PurePosixPath, found: Difference) -> tuple[str, str, str]:
    return path.name, found.slide, found.what


@pytest.mark.parametrize("path", LESSONS, ids=str)
def test_every_lesson_comes_back_from_its_deck(path: PurePosixPath) -> None:
    lesson, diags = imported(built(path))
    assert [one for one in differences(original(path), lesson) if named(path, one) not in KNOWN] == []
    assert [one.message for one in diags.in_order()] == []


def test_lessons_come_back_after_libreoffice_saved_their_decks(tmp_path: Path) -> None:
    needs.libreoffice()
    paths = {path.stem: path for path in SHOWN if path.stem in ("gallery", "lesson-2.0")}
    decks = [tmp_path / f"{name}.pptx" for name in paths]
    for deck, path in zip(decks, paths.values(), strict=True):
        deck.write_bytes(built(path))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(program()), "--headless", profile, "--convert-to", "pptx", "--outdir", str(tmp_path / "saved")]
    subprocess.run([*command, *map(str, decks)], check=True, capture_output=True, timeout=180)
    known = {**KNOWN, **AFTER_LIBREOFFICE}
    for deck, path in zip(decks, paths.values(), strict=True):
        lesson, _ = imported((tmp_path / "saved" / deck.name).read_bytes())
        assert [one for one in differences(original(path), lesson) if named(path, one) not in known] == []
