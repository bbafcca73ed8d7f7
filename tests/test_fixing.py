"""`deckbuild check --fix`: byte for byte, and only what is certain."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner

from deckbuild.checks.selection import Selection
from deckbuild.cli import deckbuild
from deckbuild.fixing import fixed
from deckbuild.workspace import InMemory

LESSON = PurePosixPath("decks/lesson.yaml")

BEFORE = """\
# How it began
lesson:   "1.1"
title: 'Leaving'   # short
duration: 20
sections:
- title: "What to do"
  slides:
  - title: When the alarm rings
    duration:   5    # as last year
    bullets: [Walk,   "don't run"]

  - {title: After,  duration: 3-4, bullets: [x]}
"""

AFTER = BEFORE.replace("20", "20 min").replace("  5  ", "  5 min  ")


def mended(text: bytes | str, *select: str) -> tuple[bytes, int]:
    files = {str(LESSON): text, "deckbuild.yaml": "project: Demo\n"}
    done = fixed(InMemory(files), [LESSON], Selection(select=select))
    before = text.encode() if isinstance(text, str) else text
    return done.files.get(LESSON, before), done.count


def test_units_are_added_and_nothing_else_is_touched() -> None:
    """A range without a unit is no certain case: a person decides."""
    content, count = mended(BEFORE)

    assert content.decode() == AFTER
    assert count == 2


def test_line_ends_and_the_mark_at_the_start_of_the_file_stay() -> None:
    content, _ = mended(b"\xef\xbb\xbf" + BEFORE.replace("\n", "\r\n").encode())

    assert content == b"\xef\xbb\xbf" + AFTER.replace("\n", "\r\n").encode()


def test_a_second_run_finds_nothing_to_mend() -> None:
    once, _ = mended(BEFORE.replace("3-4", "3-4 min"), "Y124", "S106")

    assert mended(once, "Y124", "S106") == (once, 0)


def test_ids_are_written_where_they_are_asked_for() -> None:
    content, count = mended(AFTER.replace("3-4", "3-4 min"), "Y124")

    assert "  - id: when-the-alarm-rings\n    title: When the alarm rings\n" in content.decode()
    assert "  - {id: after, title: After," in content.decode()
    assert count == 2


def test_what_is_allowed_is_not_mended() -> None:
    text = AFTER.replace("3-4", "3-4 min").replace("rings\n", "rings  # deckbuild: allow Y124 it moves\n")

    assert mended(text, "Y124")[1] == 1


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "deckbuild.yaml").write_text("project: Demo\n")
    (tmp_path / "decks" / "lesson.yaml").write_text(BEFORE.replace("3-4", "3-4 min"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "decks" / "lesson.yaml"


def test_the_difference_is_shown_and_nothing_is_written(project: Path) -> None:
    before = project.read_bytes()
    result = CliRunner().invoke(deckbuild, ["check", "--fix", "--diff"])

    assert "\n-duration: 20\n+duration: 20 min\n" in result.output
    assert "2 would be mended in 1 file" in result.output
    assert result.exit_code == 1
    assert project.read_bytes() == before
    assert [path.name for path in project.parent.iterdir()] == ["lesson.yaml"]


def test_files_are_written_and_what_is_left_is_told(project: Path) -> None:
    result = CliRunner().invoke(deckbuild, ["check", "--fix"])

    assert "2 mended in 1 file" in result.output
    assert result.exit_code == 0
    assert project.read_text() == AFTER.replace("3-4", "3-4 min")


def test_a_difference_without_a_fix_is_a_wrong_call(project: Path) -> None:
    assert CliRunner().invoke(deckbuild, ["check", "--diff"]).exit_code == 2
