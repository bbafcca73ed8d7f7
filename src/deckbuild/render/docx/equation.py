"""A formula in a document: Office Math in a paragraph of its own."""

from __future__ import annotations

from deckbuild.blocks import Formula
from deckbuild.ooxml.xml import Xml, el
from deckbuild.render.docx.text import Ink, paragraph
from deckbuild.render.math import SPACE, Pen

_RUN = Xml('<w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr>')


def equation(formula: Formula, ink: Ink) -> Xml:
    """The paragraph."""
    display = Xml('<m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>')
    math = el("m:oMathPara", {"xmlns:m": SPACE}, display, Pen(_RUN).write(formula.tree))
    return paragraph("BodyText", math, ink)
