"""The pages under sessions/: what a person types, what is answered, and how the command ends.

A page holds files (```yaml file=NAME) and sessions (```console); a session's lines that begin with `$ ` are run in a
folder with those files, the lines below are what is printed (standard error first), `?` is the exit code where it is
not 0.  `…` stands for any text within a line.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGES = Path(__file__).parent / "sessions"
ROOT = Path(__file__).parents[1]


def run(words: list[str], folder: Path) -> tuple[str, int]:
    """What a command prints and its exit code."""
    assert words[0] == "deckbuild"
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
    )  # fmt: skip
    return done.stderr + done.stdout, done.returncode


def steps(session: str) -> Iterator[tuple[str, str, int]]:
    """Command, expected text, expected exit code."""
    for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, rest = part.partition("\n")
        code = re.search(r"^\? (\d+)\n", rest, flags=re.MULTILINE)
        yield command, re.sub(r"^\? \d+\n", "", rest, flags=re.MULTILINE), int(code[1]) if code else 0


def pattern(text: str) -> str:
    lines = [re.escape(line.rstrip()).replace("…", ".*") for line in text.strip().splitlines()]
    return r"\s*" + r"\s*\n\s*".join(line for line in lines if line) + r"\s*"


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_the_session_goes_as_the_page_says(page: Path, tmp_path: Path) -> None:
    for language, name, body in re.findall(
        r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    ):
        if name:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(body, encoding="utf-8")
        elif language == "console":
            for command, expected, code in steps(body):
                printed, ended = run(shlex.split(command), tmp_path)
                assert re.fullmatch(pattern(expected), printed), f"$ {command}\n{printed}"
                assert ended == code, f"$ {command}\n{printed}"
