"""Formulas as PowerPoint and Word hold them: native, with a drawing beside, and any text a formula or refused."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from deckbuild.compose.typeset import CannotSet, drawing
from deckbuild.formulas import BadFormula, linear, read, read_lines
from deckbuild.ooxml.xml import EMPTY
from deckbuild.pipeline import build
from deckbuild.render.math import SPACE, Pen
from deckbuild.workspace import InMemory
from ooxml import sdk

PATH = PurePosixPath("decks/t.yaml")
FORMULAS = (
    r"\bar x=\frac{1}{n}\sum_{i=1}^{n} x_i",
    r"\int_0^\infty e^{-x^2}\,dx=\frac{\sqrt{\pi}}{2}",
    r"A=\begin{pmatrix}a&b\\c&d\end{pmatrix}",
    r"f(x)=\begin{cases}1&x>0\\0&\text{else}\end{cases}",
    r"\lim_{x\to 0}\frac{\sin x}{x}=1",
    r"\sqrt[3]{x}+\hat{p}+\vec{v}+\binom{n}{k}",
    r"\left|x\right|\le\text{a limit}",
    r"x \in \mathbb{R}",
)


def files(*formulas: str) -> dict[str, bytes]:
    slides = "\n".join(f"      - {{title: A{n}, math: ['{formula}']}}" for n, formula in enumerate(formulas))
    text = f"lesson: '1'\ntitle: T\nsections:\n  - title: S\n    slides:\n{slides}\n"
    made = build(InMemory({str(PATH): text}), PATH)
    assert not made.failed, made.diagnostics
    return {path.name: content for path, content in made.files.items()}


def test_the_validator_finds_nothing_in_any_formula() -> None:
    sdk.require()
    for name, content in files(*FORMULAS).items():
        assert sdk.findings(content, PurePosixPath(name).suffix) == []


def test_a_slide_holds_the_formula_and_its_drawing_with_what_it_says() -> None:
    with zipfile.ZipFile(io.BytesIO(files(FORMULAS[0])["t.pptx"])) as archive:
        slide = etree.fromstring(archive.read("ppt/slides/slide2.xml"))
    choice, fallback = slide.find(".//{*}Choice"), slide.find(".//{*}Fallback")

    assert choice.find(f".//{{{SPACE}}}nary") is not None
    assert fallback.find(".//{*}pic//{*}cNvPr").get("descr") == linear(read(FORMULAS[0]))


def test_formulas_stand_in_line_at_their_signs() -> None:
    tree = read_lines(["a &= b", r"c + d &= e \\\\ &= f"])

    assert linear(tree) == "a= b; c + d= e; = f"


@pytest.mark.parametrize(
    ("latex", "said"),
    [
        (r"\frac{a+b}{2}", "(a + b)/2"),
        (r"\sqrt{x}", "√x"),
        (r"x_{i}^{2}", "x_i^2"),
        (r"\sum_{i=1}^n i", "∑_(i = 1)^n i"),
    ],
)
def test_a_formula_is_told_in_one_line(latex: str, said: str) -> None:
    assert linear(read(latex)) == said


commands = st.sampled_from([r"\frac", r"\sqrt", r"\sum", "^", "_", "{", "}", r"\left(", r"\right)", "x", "1", "+", r"\text{a}", "&",
                            r"\bar", r"\begin{pmatrix}", r"\end{pmatrix}", "<", " ", r"\\\\"])  # fmt: skip


@example(r"\begin{pmatrix}\end{pmatrix}")
@given(st.lists(commands, max_size=12).map("".join))
def test_any_text_is_a_formula_that_can_be_written_or_is_refused_in_words(latex: str) -> None:
    try:
        tree = read_lines([latex])
    except BadFormula as wrong:
        assert str(wrong)
        return
    etree.fromstring(f'<a xmlns:m="{SPACE}">{Pen(EMPTY).write(tree)}</a>')
    with contextlib.suppress(CannotSet):
        assert drawing(tree, "000000")[1] >= 0
