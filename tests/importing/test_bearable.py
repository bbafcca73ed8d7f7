"""What is too much for any slide comes in bearable parts, loses no words, and builds."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.importing import Imported, run
from deckbuild.importing.reading import Options
from deckbuild.workspace import InMemory

LESSON = PurePosixPath("lesson.yaml")
LONG = "Patrols that listen learn more than patrols that ask. " * 60


def imported(name: str, text: str) -> Imported:
    made = run({name: text.encode()}, LESSON, PurePosixPath("pictures"), InMemory({}), Options(), Diagnostics())
    assert made is not None
    assert not [one for one in made.report.remaining if one.severity.value == "error"], made.report.remaining
    assert made.report.account.lost == 0
    return made


def written(made: Imported) -> str:
    return " ".join(made.files[LESSON].decode().split())


@pytest.mark.parametrize("text", [f"# {LONG}\n\n## P\n\n### S\n\nX.\n", f"# L\n\n## P\n\n### {LONG}\n\nX.\n"])
def test_a_title_longer_than_any_slide_is_cut_at_a_word_and_said_whole(text: str) -> None:
    made = imported("a.md", text)

    assert "…" in written(made) and LONG.strip() in written(made)
    assert "is too long and was cut" in made.text


@pytest.mark.parametrize("words", [LONG, "listen " * 500, "a" * 4000, f"**{LONG.strip()}**"])
def test_a_paragraph_longer_than_any_slide_becomes_several(words: str) -> None:
    imported("a.md", f"# L\n\n## P\n\n### S\n\n{words}\n")


@pytest.mark.parametrize(
    "body", [f"- One\n- {LONG}\n- Three", f"| a | b |\n|---|---|\n| x | {LONG} |", f"```\n{'listen(' * 200}\n```"]
)
def test_points_cells_and_lines_of_code_longer_than_any_slide_are_said_whole(body: str) -> None:
    assert "…" in written(imported("a.md", f"# L\n\n## P\n\n### S\n\n{body}\n\n### T\n\nX.\n"))


def test_a_banks_name_is_words_and_no_markup() -> None:
    assert "title: Rye\\[\\^1\\] and oats" in written(
        imported("a.gift", "$CATEGORY: Rye[^1] and oats\n\nWho? {=We ~They}")
    )
