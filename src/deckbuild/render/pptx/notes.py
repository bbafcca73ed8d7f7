"""A slide's speaker notes: cues with their labels, lists as lists (ECMA-376 part 1, 13.3.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.blocks import Block, Callout, Code, Heading, Items, Paragraph, Quotation, Rich, Run, Table, joined
from deckbuild.ooxml.xml import PML, Xml, document, el, many
from deckbuild.render.pptx.text import NO_BULLET, Ink, paragraph

_INDENT = 171450
_SQUARE = Xml('<a:buFont typeface="Arial"/><a:buChar char="•"/>')
_NUMBER = Xml('<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>')


@dataclass(frozen=True)
class NotesMaster:
    """What a notes slide takes from its master: the indexes of body, picture and number (None: it has none)."""

    part: str
    body: int
    number: int | None
    image: int | None


def notes_slide(blocks: Sequence[Block], master: NotesMaster, ink: Ink, number: int) -> bytes:
    """The notes part of a slide."""
    shapes = [
        _holder(2, "Slide picture", {"type": "sldImg", "idx": master.image}, Xml('<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'), None),
        _holder(3, "Notes", {"type": "body", "idx": master.body}, Xml('<a:spLocks noGrp="1"/>'), _body(blocks, ink)),
    ]  # fmt: skip
    if master.number is not None:
        text = el("a:fld", {"id": "{5A0E0D2B-0B3C-4E7C-9C57-6F0B7C1D0E11}", "type": "slidenum"},
                  el("a:rPr", {"lang": ink.language}), el("a:t", None, str(number)))  # fmt: skip
        holder = {"type": "sldNum", "sz": "quarter", "idx": master.number}
        shapes.append(_holder(4, "Slide number", holder, Xml('<a:spLocks noGrp="1"/>'), el("a:p", None, text)))
    group = Xml('<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>')
    tree = el("p:cSld", None, el("p:spTree", None, group, many(shapes)))
    return document(el("p:notes", PML, tree, Xml("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")))


def _holder(number: int, name: str, kind: dict[str, object], locks: Xml, text: Xml | None) -> Xml:
    head = el(
        "p:nvSpPr",
        None,
        el("p:cNvPr", {"id": number, "name": name}),
        el("p:cNvSpPr", None, locks),
        el("p:nvPr", None, el("p:ph", kind)),
    )
    body = [el("p:txBody", None, Xml("<a:bodyPr/><a:lstStyle/>"), text)] if text is not None else []
    return el("p:sp", None, head, Xml("<p:spPr/>"), *body)


def _body(blocks: Sequence[Block], ink: Ink) -> Xml:
    return many(part for block in blocks for part in _block(block, ink)) or Xml("<a:p/>")


def _block(block: Block, ink: Ink, lead: Rich = ()) -> list[Xml]:
    """The paragraphs of a block, the first one led in by a label."""
    match block:
        case Paragraph():
            return [_plain((*lead, *block.text), ink)]
        case Callout():
            return _callout(block, ink)
        case Items():
            listed = [_item(item.text, item.level, block.numbered and not item.level, ink) for item in block.items]
            return [*([_plain(lead, ink)] if lead else []), *listed]
        case Heading():
            return [_plain((*lead, *(Run(run.text, True, run.italic) for run in block.text)), ink)]
        case Quotation():
            return [_plain((*lead, *joined(block.text, " ")), ink)]
        case Code():
            return [_plain((*lead, Run(block.text, code=True)), ink)]
        case Table():
            rows = ([block.header] if block.header else []) + list(block.rows)
            return [
                _plain((*(lead if number == 0 else ()), *joined(row, " | ")), ink) for number, row in enumerate(rows)
            ]
        case _:
            return []


def _callout(block: Callout, ink: Ink) -> list[Xml]:
    label = (Run(f"{block.label}: " if block.body else block.label, bold=True),)
    out: list[Xml] = []
    for number, inner in enumerate(block.body):
        out += _block(inner, ink, label if number == 0 else ())
    if not block.body:
        out.append(_plain(label, ink))
    out += (_item(answer, 0, False, ink) for answer in block.answers)
    return out


def _plain(rich: Rich, ink: Ink) -> Xml:
    return paragraph(rich, ink, {"marL": 0, "indent": 0}, NO_BULLET)


def _item(rich: Rich, level: int, numbered: bool, ink: Ink) -> Xml:
    layout = {"marL": _INDENT * (level + 1), "lvl": level or None, "indent": -_INDENT}
    return paragraph(rich, ink, layout, _NUMBER if numbered else _SQUARE)
