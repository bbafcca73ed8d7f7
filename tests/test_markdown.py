"""Markdown's backslash before deckbuild's own marks."""

from __future__ import annotations

import pytest

from deckbuild.blocks import FillIn, Mention, Paragraph, Run
from deckbuild.markdown import abbreviations, blocks, fill_ins, inline, mentions, stray_footnotes


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"\[@x]", "[@x]"),
        (r"\[@x\]", "[@x]"),
        (r"\[+ABC]", "[+ABC]"),
        (r"\[+ABC\]", "[+ABC]"),
        (r"\{\{x\}\}", "{{x}}"),
        (r"\{{x}}", "{{x}}"),
        (r"{{x\}\}", "{{x}}"),
        (r"*\[@x]*", "[@x]"),
    ],
)
def test_a_backslash_makes_a_mark_plain_text(written: str, shown: str) -> None:
    (paragraph,) = blocks(written)

    assert isinstance(paragraph, Paragraph)
    for runs in (inline(written), paragraph.text):
        assert "".join(run.text for run in runs) == shown
        assert [run.link for run in runs] == [None] * len(runs)
    assert (mentions(written), abbreviations(written), fill_ins(written)) == ((), (), ())


def test_marks_beside_a_plain_one_are_marks() -> None:
    assert inline(r"\[@x] is not [@y], {{z}}") == (
        Run("[@x] is not "), Run("y", link=Mention("y")), Run(", "), Run("z", link=FillIn()),
    )  # fmt: skip
    assert mentions(r"\[@x] is not [@y]") == ("y",)


def test_a_plain_footnote_mark_is_not_missed() -> None:
    assert stray_footnotes(r"As said\[^x].") == ((), ())
