"""Source text in documents: one paragraph in the style Code, a line break between its lines."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.blocks import Code, Run
from deckbuild.compose.code import stressed
from deckbuild.ooxml.xml import Xml
from deckbuild.render.docx.text import Ink, paragraph, runs


def code_paragraph(code: Code, ink: Ink) -> Xml:
    """The code from left to right, whatever the document's direction; numbers stand quietly before its lines."""
    own = replace(ink, right_to_left=False)
    lines = stressed(code) if code.lines else tuple((Run(line, code=True),) for line in code.text.split("\n"))
    digits = len(str(code.first + len(lines) - 1))
    out: list[Run] = []
    for number, line in enumerate(lines, code.first):
        out += [Run("\n")] if out else []
        out += [Run(f"{number:>{digits}}  ", style="muted")] if code.numbered else []
        out += line
    return paragraph("Code", runs(tuple(out), own), own)
