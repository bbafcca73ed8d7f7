"""What is shown sign by sign, code and formulas, is not read for marks: `[@id]`, `[+ABC]`, `{{word}}`."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.markdown import abbreviations, fill_ins, mentions
from deckbuild.pipeline import compose
from deckbuild.workspace import InMemory, Recording

HEAD = "lesson: '1.1'\ntitle: Flour\nsections:\n  - title: Grinding\n    slides:\n      - title: Mills\n"
MARKS = "see [@nowhere], [+NONE] and {{words}}"


def told(slide: str) -> list[str]:
    diags = Diagnostics()
    workspace = InMemory({"lesson.yaml": HEAD + slide})
    compose(Recording(workspace), PurePosixPath("lesson.yaml"), diags)
    return [one.code for one in diags.in_order() if one.severity.value == "error"]


@pytest.mark.parametrize(
    "slide",
    [
        f"        code:\n          text: |\n            {MARKS}\n",
        "        math: 'x^{{2}} + y'\n",
        f"        text: Write `{MARKS}` there.\n",
        f"        text: Write this.\n        notes:\n          - say: |\n              Write\n\n              ```\n              {MARKS}\n              ```\n",
    ],
)
def test_code_and_formulas_hold_no_marks(slide: str) -> None:
    assert told(slide) == []


def test_marks_beside_code_are_read() -> None:
    assert told("        text: Write `it`, see [@nowhere].\n") == ["R101"]


@pytest.mark.parametrize(
    "text",
    ["`[@a] [+B] {{c}}`", "```\n[@a] [+B] {{c}}\n```", "~~~\n[@a] [+B] {{c}}\n~~~", "So:\n\n    [@a] [+B] {{c}}"],
)
def test_no_mark_is_found_within_code(text: str) -> None:
    assert (mentions(text), abbreviations(text), fill_ins(text)) == ((), (), ())
    beside = f"[@x] [+Y] {{{{z}}}}\n\n{text}"
    assert (mentions(beside), abbreviations(beside), fill_ins(beside)) == (("x",), ("Y",), ("z",))


def test_a_tick_alone_is_no_code() -> None:
    assert mentions("`[@a] and [@b]") == ("a", "b")
