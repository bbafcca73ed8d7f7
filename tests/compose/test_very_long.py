"""Words and texts far beyond what a slide holds: measured and refused within a moment, in time that grows evenly."""

from __future__ import annotations

import time
from pathlib import PurePosixPath

import pytest

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.pipeline import compose
from deckbuild.workspace import InMemory, Recording

HEAD = "lesson: '1.1'\ntitle: Flour\nsections:\n  - title: Grinding\n    slides:\n      - title: Mills\n"


@pytest.mark.parametrize(
    "body",
    [
        "bullets: ['" + "a" * 100_000 + "', b]",
        "bullets: [" + "rye, " * 5000 + "oats]",
        "text: " + "a/" * 20_000,
        "text: |\n" + "          many words\n\n" * 2000,
        "code:\n          text: |\n" + "            a = 1\n" * 4000,
        "code:\n          text: |\n            " + "a" * 100_000 + "\n            b",
    ],
    ids=["a word", "points", "a path", "paragraphs", "lines", "a line"],
)
def test_what_no_slide_holds_is_told_soon(body: str) -> None:
    diags = Diagnostics()
    begin = time.process_time()
    compose(Recording(InMemory({"lesson.yaml": f"{HEAD}        {body}\n"})), PurePosixPath("lesson.yaml"), diags)
    assert "F301" in [one.code for one in diags.in_order()]
    assert time.process_time() - begin < 10
