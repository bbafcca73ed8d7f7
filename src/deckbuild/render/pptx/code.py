"""Source text in a placeholder: a paragraph a line, numbered by PowerPoint itself, so that copying leaves numbers out."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.blocks import Code, Run
from deckbuild.brand.brand import EMU_PER_POINT
from deckbuild.compose.code import stressed
from deckbuild.compose.presentation import Filled
from deckbuild.ooxml.xml import Xml, el, many
from deckbuild.render.pptx.shapes import NO_GROUP, Ids, placeholder, transform
from deckbuild.render.pptx.text import Ink, list_style, paragraph

_ADVANCE = 0.6
"""Width of a character of a mono face as a share of its size: of Courier New, Source Code Pro, Cousine alike."""


def code_placeholder(filled: Filled, ids: Ids, ink: Ink) -> Xml:
    """The code from left to right, whatever the lesson's direction."""
    code = filled.content
    assert isinstance(code, Code)
    assert filled.box is not None
    size, own = filled.sizes[0], replace(ink, right_to_left=False)
    name = el("p:cNvPr", {"id": ids.next(), "name": filled.slot.name})
    head = el("p:nvSpPr", None, name, el("p:cNvSpPr", None, NO_GROUP), placeholder(filled.slot))
    place = el("p:spPr", None, transform(filled.box))
    looks, marks = _line(code, size, own)
    lines = many(paragraph(line or (Run(" ", code=True),), own, looks, *marks) for line in stressed(code))
    return el("p:sp", None, head, place, el("p:txBody", None, Xml("<a:bodyPr/>"), list_style((size,)), lines))


def _line(code: Code, size: float, ink: Ink) -> tuple[dict[str, object], list[Xml]]:
    """Properties of each paragraph: quiet numbers before the text, where there are any."""
    left: dict[str, object] = {"algn": "l", "rtl": False}
    tight = Xml('<a:spcBef><a:spcPts val="0"/></a:spcBef>')
    if not code.numbered:
        return {"marL": 0, "indent": 0, **left}, [tight, Xml("<a:buNone/>")]
    digits = len(str(code.first + len(code.lines) - 1))
    room = round((digits + 2) * _ADVANCE * size * EMU_PER_POINT)
    quiet = el("a:buClr", None, el("a:schemeClr", {"val": "accent6"}))
    face = el("a:buFont", {"typeface": ink.mono})
    number = el("a:buAutoNum", {"type": "arabicPlain", "startAt": code.first if code.first > 1 else None})
    whole = Xml('<a:buSzPct val="100000"/>')
    return {"marL": room, "indent": -room, **left}, [tight, quiet, whole, face, number]
