"""docs/reference/ and schema/ say what the models say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import reference

    return reference


def test_generated_reference_and_schemas_are_current(tool) -> None:
    assert tool.stale(ROOT) == [], "run python tools/reference.py"


def test_a_missing_page_is_stale(tool, tmp_path: Path) -> None:
    assert tool.stale(tmp_path) == list(tool.pages())


def test_every_key_has_a_meaning(tool) -> None:
    for path, text in tool.pages().items():
        if path.endswith(".md"):
            assert not re.search(r"^\| `[^|]+ \| [^|]+ \|  \|", text, re.MULTILINE), path


def test_links_within_a_page_lead_to_a_heading(tool) -> None:
    for path, text in tool.pages().items():
        headings = {
            re.sub(r"[^a-z0-9_ -]", "", h.lower()).replace(" ", "-")
            for h in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
        }
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings, path


def test_every_code_has_its_section(tool) -> None:
    from deckbuild.diagnostics.catalogue import CATALOGUE

    sections = re.findall(r"^### (\w+) ", tool.messages_page(), re.MULTILINE)
    assert sorted(sections) == sorted(CATALOGUE)


def test_answers_are_told_to_be_the_trainers(tool) -> None:
    cue = tool.model_page("lesson", tool.Lesson)
    assert re.search(r"\| `tip` \|.*\| trainer \|", cue)
    assert re.search(r"\| `ask` \|.*\| everyone \|", cue)


def test_schemas_are_json(tool) -> None:
    for path, text in tool.pages().items():
        if path.endswith(".json"):
            assert json.loads(text)["type"] == "object"


def test_check_passes_on_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "tools/reference.py", "--check"],
        cwd=ROOT,
        env={"PYTHONPATH": "src"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
