"""Files that others copy or point at: the hooks of pre-commit, the workflows.  Every command in them runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from deckbuild.cli import deckbuild

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted((ROOT / "docs" / "templates").glob("*.yml"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
LESSON = 'lesson: "1.1"\ntitle: Good\nsections: [{title: Welcome, slides: [{title: A, bullets: [x]}]}]\n'


def commands(text: str) -> list[str]:
    return re.findall(r"^\s*(?:- |run: |entry: |- run: )?(deckbuild .+)$", text, re.MULTILINE)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose lesson is sound; rules about completeness are off, as it is the smallest one."""
    (tmp_path / "decks").mkdir()
    off = "{notes: off, outcomes: off, density: off, activities: off, time: off, accessibility: off}"
    (tmp_path / "deckbuild.yaml").write_text(f"project: Demo\nchecks: {off}\n")
    (tmp_path / "decks" / "lesson.yaml").write_text(LESSON)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("path", [ROOT / ".pre-commit-hooks.yaml", *TEMPLATES], ids=lambda path: path.name)
def test_every_command_in_a_template_runs(path: Path, project: Path) -> None:
    found = commands(path.read_text(encoding="utf-8"))

    assert found
    for command in found:
        result = CliRunner().invoke(deckbuild, shlex.split(command)[1:])
        assert result.exit_code == 0, f"{command}\n{result.output}"


def test_reports_are_written_where_the_next_step_looks_for_them(project: Path) -> None:
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        written = set(re.findall(r"--output (\S+)", text))
        named = set(re.findall(r"(?:sarif_file|codequality|junit): (\S+)", text))
        assert named <= written, path.name


def test_hooks_have_what_pre_commit_asks_for() -> None:
    """https://pre-commit.com/#new-hooks"""
    for hook in HOOKS:
        assert {"id", "name", "entry", "language", "files"} <= set(hook)
        assert hook["language"] == "python"


@pytest.mark.parametrize(
    ("file", "asked"),
    [
        ("decks/module-1/lesson-1.1.yaml", True),
        ("training/decks/pictures/map.png", True),
        ("deckbuild.yaml", True),
        ("brand/ours/brand.yaml", True),
        ("docs/notes.md", False),
        (".github/workflows/ci.yml", False),
    ],
)
def test_the_check_is_asked_for_when_its_files_change(file: str, asked: bool) -> None:
    (hook,) = (one for one in HOOKS if one["id"] == "deckbuild-check")

    assert bool(re.search(hook["files"], file)) is asked


def test_the_workflow_is_one_that_github_reads() -> None:
    whole = yaml.safe_load((ROOT / "docs/templates/github-workflow.yml").read_text(encoding="utf-8"))

    assert set(whole[True]) == {"push", "pull_request"}  # YAML 1.1 takes `on` for true; GitHub does not
    (job,) = whole["jobs"].values()
    assert all(("uses" in step) != ("run" in step) for step in job["steps"])
    assert whole["permissions"]["security-events"] == "write"
