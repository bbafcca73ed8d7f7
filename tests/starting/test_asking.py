"""`deckbuild new` on a terminal: it asks for what no option said, and asks again where an answer can't be used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
SOURCE = Path(__file__).parents[2] / "src"


def on_a_terminal(folder: Path, *words: str, answers: list[str]) -> str:
    """What is printed when those answers are typed, one after the other."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "deckbuild", "new", *words], cwd=folder, stdin=theirs, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )  # fmt: skip
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    printed = running.communicate(timeout=60)[0].decode()
    os.close(theirs)
    os.close(ours)
    assert running.returncode == 0, printed
    return printed


def test_a_project_asks_for_four_things(tmp_path: Path) -> None:
    printed = on_a_terminal(tmp_path, "project", answers=["drills", "Fire drills", "", "Leaving"])

    assert "Folder of the project" in printed
    assert "project: Fire drills\n" in (tmp_path / "drills" / "deckbuild.yaml").read_text("utf-8")
    assert "title: Leaving\n" in (tmp_path / "drills" / "decks" / "lesson-1.1.yaml").read_text("utf-8")


def test_a_session_asks_again_until_an_answer_can_be_used(tmp_path: Path) -> None:
    on_a_terminal(tmp_path, "project", ".", answers=["Drills", "en", "Leaving"])
    printed = on_a_terminal(
        tmp_path, "session", "tuesday", answers=["1.7", "1.1", "Tuesday", "soon", "2027-03-16", "9:00"]
    )
    text = (tmp_path / "decks" / "tuesday.yaml").read_text("utf-8")

    assert "there is no lesson 1.7: there are 1.1" in printed
    assert "`soon` is no day" in printed
    assert "date: 2027-03-16\n" in text
    assert 'starts: "09:00"\n' in text
