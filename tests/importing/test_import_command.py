"""`deckbuild import`: what it writes, what it refuses to replace, and that it writes all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import deckbuild

GUIDE = "Lesson 4.2\n\nBaking Bread\n\nThe Dough\n\nSlide 1\n\nSift the flour first.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deckbuild.yaml").write_text("project: Bakers\n")
    (tmp_path / "decks").mkdir()
    (tmp_path / "Guide 4.2.txt").write_text(GUIDE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*words: str) -> Result:
    return CliRunner().invoke(deckbuild, ["import", *words])


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {
        "deckbuild.yaml",
        "Guide 4.2.txt",
    }


def test_the_lesson_and_its_report_are_written_under_decks(project: Path) -> None:
    result = call("Guide 4.2.txt")

    assert result.exit_code == 0, result.output
    assert files(project) == {"decks/guide-4.2.yaml", "decks/guide-4.2.import.md"}
    assert 'lesson: "4.2"' in (project / "decks/guide-4.2.yaml").read_text()
    assert "100.0 % of what belongs into a lesson" in result.output


def test_what_remains_is_what_check_finds(project: Path) -> None:
    points = "".join(f"- Loaf number {number}\n" for number in range(9))
    (project / "Guide 4.2.txt").write_text(f"{GUIDE}\n\nSlide 2\n\n{points}\nSlide 2\n\nCount them.\n")
    said = call("Guide 4.2.txt").output.splitlines()[-1]
    told = (project / "decks/guide-4.2.import.md").read_text()

    checked = CliRunner().invoke(deckbuild, ["check", "decks/guide-4.2.yaml"]).output

    assert checked.splitlines()[-1] == "1 file checked: 1 warning (density 1)"
    assert "`deckbuild check decks/guide-4.2.yaml` finds 1 warning (density 1):\n\n- line" in told
    assert "warning [D602] a list on slide" in told
    assert said == (
        "report: decks/guide-4.2.import.md; 1 thing to look at: deckbuild check decks/guide-4.2.yaml; "
        "next: deckbuild build decks/guide-4.2.yaml"
    )


def test_names_can_be_chosen(project: Path) -> None:
    assert call("Guide 4.2.txt", "-o", "decks/four.yaml", "--report", "told.md").exit_code == 0
    assert files(project) == {"decks/four.yaml", "told.md"}


def test_nothing_is_replaced_unless_it_is_asked_for(project: Path) -> None:
    target = project / "decks/mine.yaml"
    target.write_text("lesson: mine\n")

    refused = call("Guide 4.2.txt", "-o", "decks/mine.yaml")

    assert refused.exit_code == 1
    assert "I112" in refused.output
    assert files(project) == {"decks/mine.yaml"}
    assert target.read_text() == "lesson: mine\n"
    assert call("Guide 4.2.txt", "-o", "decks/mine.yaml", "--force").exit_code == 0
    assert "4.2" in target.read_text()


def test_with_a_file_that_cannot_be_read_nothing_is_written(project: Path) -> None:
    (project / "old.doc").write_bytes(b"{\\rtf1}")

    result = call("Guide 4.2.txt", "old.doc")

    assert result.exit_code == 1
    assert "I106" in result.output
    assert files(project) == {"old.doc"}


def test_what_was_written_is_taken_back_where_a_file_cannot_be(project: Path) -> None:
    (project / "told.md").mkdir()  # the report can't be written here

    result = CliRunner().invoke(
        deckbuild,
        [
            "import",
            "Guide 4.2.txt",
            "--report",
            str(project / "told.md" / "x" / ".." / ".." / "deckbuild.yaml" / "r.md"),
        ],
    )

    assert result.exit_code == 1
    assert "nothing was written" in result.output
    assert files(project) == set()


def test_a_lesson_outside_the_project_is_a_wrong_call(project: Path) -> None:
    assert call("Guide 4.2.txt", "--pictures", "../elsewhere").exit_code == 2
