"""The pack on a template made on purpose with bad habits: it looks as it says, and keeps nothing of them."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

import pytest

from deckbuild.ooxml.lint import lint_package
from deckbuild.ooxml.opening import open_package
from deckbuild.pipeline import Build, build
from deckbuild.specimen.look import look
from deckbuild.specimen.subject import LESSON, subject_of

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import template_pack  # noqa: E402


@pytest.fixture(scope="module")
def specimen() -> Build:
    """The lesson with every kind of slide, in this brand."""
    return build(subject_of("atelier").workspace(), LESSON)


def test_the_files_are_what_the_generator_makes() -> None:
    folder = ROOT / "brand" / "atelier"

    assert (folder / "template.pptx").read_bytes() == template_pack.deck()
    assert (folder / "template.docx").read_bytes() == template_pack.document()


def test_layouts_are_found_in_spite_of_names_and_types() -> None:
    looked = look(subject_of("atelier"))
    assert looked.brand is not None
    served = {role: looked.brand.layout(role).name for role in ("title", "section", "content", "columns-2", "cards")}

    assert served == {
        "title": "1_Deckblatt NEU (final)",
        "section": "Trenner",
        "content": "Aufzählung Standard",
        "columns-2": "Gegenüberstellung",
        "cards": "Nur Überschrift",
    }
    assert looked.brand.layout("title").dark
    assert looked.brand.layout("title").slot("footer") is None


def test_every_kind_is_sound_and_nothing_of_the_bad_habits_is_left(specimen: Build) -> None:
    assert not [one for one in specimen.diagnostics if one.severity.value == "error"]
    for content in (content for path, content in specimen.files.items() if path.suffix in (".pptx", ".docx")):
        assert lint_package(content) == ()
        held = b"".join(part.content for part in open_package(content).parts.values())
        for leftover in ("Jemand", "Intern: nicht", "Logo größer", "Ablage 2009", "Kurzfassung", "Hier steht der Text"):
            assert leftover.encode() not in held


def test_documents_stand_between_the_templates_own_head_and_foot(specimen: Build) -> None:
    content = next(c for path, c in specimen.files.items() if PurePosixPath(path).name.endswith("-facilitator.docx"))
    parts = open_package(content).parts

    assert "Atelier für Fortbildung" in parts["/word/footer1.xml"].content.decode()
    assert b'w:styleId="Heading1"' in parts["/word/styles.xml"].content
