"""Editions of a course are custom shows of its one deck."""

from __future__ import annotations

import io
import subprocess
import zipfile
from functools import lru_cache
from pathlib import Path, PurePosixPath

from lxml import etree
from pptx import Presentation

import needs
from deckbuild.ooxml.lint import lint_package
from deckbuild.outputs import ALL
from deckbuild.pictures.libreoffice import program
from deckbuild.pipeline import build
from deckbuild.workspace import InMemory
from ooxml import sdk

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COURSE = PurePosixPath("decks/course.yaml")
FILES = {
    str(COURSE): """
course: Core
generate: [title, agenda, dividers]
editions:
- {edition: Full day, audience: [military, police]}
- {edition: "Half & short", audience: police, duration: 20 min}
- {edition: Police, audience: police, only: "2"}
modules:
- {module: 1, title: First, lessons: [one.yaml]}
- {module: 2, title: Second, lessons: [two.yaml]}
""",
    "decks/one.yaml": """
lesson: "1.1"
title: One
generate: [title, key_messages]
sections:
- title: S
  slides:
  - {title: Alpha, duration: 10 min, bullets: [x]}
  - {title: Beta, duration: 10 min, optional: true, bullets: [x]}
""",
    "decks/two.yaml": """
lesson: "2.1"
title: Two
generate: []
sections:
- title: S
  slides: [{title: Gamma, duration: 10 min, bullets: [x]}, {title: Delta, duration: 5 min, audience: military, optional: true}]
- {title: T, slides: [{title: Epsilon, optional: true, duration: 5 min, audience: police}]}
""",
}


@lru_cache
def deck() -> bytes:
    made = build(InMemory(FILES), COURSE, ALL[:1])
    assert made.diagnostics == ()
    return next(iter(made.files.values()))


def shows(content: bytes) -> dict[str, list[str]]:
    """Titles of the slides in each custom show."""
    opened = Presentation(io.BytesIO(content))
    titles = {
        opened.slides._sldIdLst[n].rId: slide.shapes.title.text for n, slide in enumerate(opened.slides)
    }  # fmt: skip
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("ppt/presentation.xml"))
    return {
        show.get("name", ""): [titles[entry.get(R, "")] for entry in show.iter(f"{P}sld")]
        for show in root.iter(f"{P}custShow")
    }


def test_each_edition_is_a_show_with_its_slides_and_what_introduces_them() -> None:
    found = shows(deck())
    full = found["Full day"]

    assert [title for title in full if title in ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")] == [
        "Alpha", "Beta", "Gamma", "Delta", "Epsilon",
    ]  # fmt: skip
    assert "Agenda" in full
    assert len(full) == len(Presentation(io.BytesIO(deck())).slides)
    assert [title for title in found["Half & short"] if title in full and title in ("Alpha", "Beta", "Gamma", "Delta")] == [
        "Alpha", "Gamma",
    ]  # fmt: skip


def test_the_agenda_of_the_whole_and_other_lessons_are_not_in_a_part() -> None:
    police = shows(deck())["Police"]

    assert "Agenda" not in police
    assert {"Gamma", "Epsilon"} <= set(police)
    assert not {"Alpha", "Delta", "First", "One"} & set(police)


def test_linter_and_sdk_find_nothing() -> None:
    assert lint_package(deck()) == ()
    sdk.require()
    assert sdk.findings(deck(), ".pptx") == []


def test_a_round_trip_through_python_pptx_keeps_them() -> None:
    out = io.BytesIO()
    Presentation(io.BytesIO(deck())).save(out)

    assert shows(out.getvalue()) == shows(deck())


def test_a_round_trip_through_libreoffice_keeps_them(tmp_path: Path) -> None:
    needs.libreoffice()
    (tmp_path / "deck.pptx").write_bytes(deck())
    command = [program() or "", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
               "--convert-to", "pptx", "--outdir", str(tmp_path / "out"), str(tmp_path / "deck.pptx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    saved = shows((tmp_path / "out" / "deck.pptx").read_bytes())

    assert {name: len(titles) for name, titles in saved.items()} == {
        name: len(titles) for name, titles in shows(deck()).items()
    }
