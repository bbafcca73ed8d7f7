"""`deckbuild check` on finished files: what would be repaired is an error, what only we never write a warning."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from docx import Document
from pptx import Presentation

from deckbuild.cli import deckbuild


def check(*words: str) -> tuple[str, int]:
    result = CliRunner().invoke(deckbuild, ["check", *words])
    return result.output, result.exit_code


def test_a_thumbnail_of_a_deck_by_others_is_a_warning(tmp_path: Path) -> None:
    """PowerPoint itself puts one into every deck."""
    deck = tmp_path / "other.pptx"
    Presentation().save(str(deck))
    said, code = check(str(deck))

    assert "warning[P123]" in said
    assert code == 0
    assert check(str(deck), "--strict")[1] == 1


def test_what_word_would_repair_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "broken.docx"
    file.write_bytes(b"PK no package")
    said, code = check(str(file))

    assert "error[P101]" in said
    assert code == 1


def test_a_document_by_others_gets_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "other.docx"
    Document().save(str(file))

    assert "Traceback" not in check(str(file))[0]
