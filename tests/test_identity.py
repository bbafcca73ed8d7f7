"""`verify`: same build, older, or not of one pack."""

from __future__ import annotations

import io
from pathlib import Path, PurePosixPath

from docx import Document

from deckbuild.identity import Standing, identity_of, standing
from deckbuild.pipeline import build
from deckbuild.workspace import Disk

LESSON = PurePosixPath("decks/one.yaml")
TEXT = """
lesson: "1.1"
title: One
sections: [{title: A, slides: [{title: B, bullets: [c]}]}]
"""


def project(folder: Path, text: str = TEXT, name: str = "one") -> dict[str, bytes]:
    """The outputs of a lesson written there."""
    (folder / "decks").mkdir(exist_ok=True)
    (folder / "decks" / f"{name}.yaml").write_text(text, encoding="utf-8")
    made = build(Disk(folder), PurePosixPath(f"decks/{name}.yaml"))
    return {path.name: content for path, content in made.files.items()}


def test_the_files_of_a_build_are_one_pack_and_current(tmp_path: Path) -> None:
    verdict = standing(project(tmp_path), tmp_path)

    assert verdict.standing is Standing.SAME
    assert all(line.endswith("current") for line in verdict.lines.values())


def test_a_changed_lesson_makes_them_older(tmp_path: Path) -> None:
    files = project(tmp_path)
    project(tmp_path, TEXT.replace("[c]", "[d]"))

    assert standing(files, tmp_path).standing is Standing.OLDER


def test_a_session_is_called_a_session_and_a_module_a_module(tmp_path: Path) -> None:
    project(tmp_path)
    session = project(tmp_path, "session: A day\nprogramme: [{lesson: one.yaml}]", "day")
    verdict = standing(session, tmp_path)

    assert verdict.lines["day.pptx"].startswith("session day, deck, build ")
    assert verdict.summary == "One build, and the session has not changed since."

    course = "course: Core\nmodules: [{module: '2', title: M, lessons: [one.yaml]}]"
    (tmp_path / "decks" / "core.yaml").write_text(course, encoding="utf-8")
    made = build(Disk(tmp_path), PurePosixPath("decks/core.yaml"), module="2")
    files = {path.name: content for path, content in made.files.items()}
    (tmp_path / "decks" / "one.yaml").write_text(TEXT.replace("[c]", "[d]"), encoding="utf-8")

    assert "module 2, deck" in standing(files, tmp_path).lines["core-module-2.pptx"]
    assert standing(files, tmp_path).lines["core-module-2.pptx"].endswith("older than the module")


def test_what_a_file_is_about_is_not_guessed_where_its_source_is_gone(tmp_path: Path) -> None:
    project(tmp_path)
    session = project(tmp_path, "session: A day\nprogramme: [{lesson: one.yaml}]", "day")
    (tmp_path / "decks" / "day.yaml").unlink()

    assert standing(session, tmp_path).lines["day.pptx"].startswith("day, deck, build ")


def test_a_changed_brand_makes_them_older(tmp_path: Path) -> None:
    files = project(tmp_path)
    (tmp_path / "brand" / "azure").mkdir(parents=True)
    (tmp_path / "brand" / "azure" / "brand.yaml").write_text("brand: azure\ntitle: Other\n", encoding="utf-8")

    assert standing(files, tmp_path).standing is Standing.OLDER


def test_files_of_two_builds_are_not_one_pack(tmp_path: Path) -> None:
    old = project(tmp_path)
    new = project(tmp_path, TEXT.replace("[c]", "[d]"))
    verdict = standing({"one.pptx": old["one.pptx"], "notes.docx": new["one-facilitator.docx"]}, tmp_path)

    assert verdict.standing is Standing.MIXED
    assert "older" in verdict.lines["one.pptx"]
    assert "current" in verdict.lines["notes.docx"]


def test_files_of_two_lessons_are_not_one_pack(tmp_path: Path) -> None:
    one = project(tmp_path)
    two = project(tmp_path, TEXT.replace("1.1", "1.2"), "two")

    assert standing({"a.pptx": one["one.pptx"], "b.pptx": two["two.pptx"]}, tmp_path).standing is Standing.MIXED


def test_a_file_by_others_is_said_to_be_so(tmp_path: Path) -> None:
    other = io.BytesIO()
    Document().save(other)

    verdict = standing({**project(tmp_path), "other.docx": other.getvalue()}, tmp_path)

    assert verdict.standing is Standing.FOREIGN
    assert verdict.lines["other.docx"] == "not built by deckbuild"


def test_what_is_no_package_has_no_identity() -> None:
    assert identity_of(b"") is None
    assert identity_of(b"PK\x03\x04 broken") is None
