"""The sample lessons as composed, in text: a change of what outputs hold shows up as a readable difference.

`make golden` rewrites the files; read the difference before committing it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath

import pytest

from deckbuild.compose.describe import describe_document, describe_presentation
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.outputs import ALL, Output
from deckbuild.pipeline import compose, document, gift_of
from deckbuild.workspace import Disk, Recording
from samples import ROOT, SHOWN

GOLDEN = Path(__file__).parent / "golden"


def described(lesson: PurePosixPath, output: Output) -> str:
    diags = Diagnostics()
    composed = compose(Recording(Disk(ROOT)), lesson, diags)
    assert composed is not None
    assert not diags.in_order()
    if output.kind == "deck":
        return describe_presentation(composed.presentation)
    if output.kind == "gift":
        return re.sub("build [0-9a-f]{16}", "build MARK", gift_of(composed))
    return describe_document(document(composed, output, {}))


def has_questions(lesson: PurePosixPath) -> bool:
    return "\nquestions:" in (ROOT / lesson).read_text(encoding="utf-8")


CASES = [
    (lesson, output)
    for lesson in SHOWN
    for output in ALL
    if output.kind != "sheet" and (output.kind in ("deck", "guide") or has_questions(lesson))
]


@pytest.mark.parametrize(("lesson", "output"), CASES, ids=lambda one: getattr(one, "name", one))
def test_the_sample_lessons_are_composed_as_before(lesson: PurePosixPath, output: Output) -> None:
    golden = GOLDEN / lesson.stem / f"{output.name}.txt"
    text = described(lesson, output)
    if os.environ.get("DECKBUILD_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")
