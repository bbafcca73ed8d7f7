"""Blocks -> bodies of slides, and Markdown for notes and sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.importing.deck.contents import Fields, table_body, text_body
from deckbuild.importing.deck.things import Cell, Grid
from deckbuild.importing.draft import Value
from deckbuild.importing.marked.blocks import (
    Aside,
    Block,
    Comment,
    Formula,
    Heading,
    Picture,
    Quoted,
    Rows,
    Source,
    Words,
)
from deckbuild.importing.prose import Para, marked, one_line, prose
from deckbuild.runs import Run, plain


def paras_of(items: Sequence[object]) -> list[Para]:
    """The paragraphs of text, quotations and headings; headings are bold."""
    out: list[Para] = []
    for item in items:
        match item:
            case Words() | Quoted():
                out += item.paras
            case Heading():
                out.append(Para(tuple(replace(run, bold=True) for run in item.rich)))
    return out


def table_of(rows: Rows) -> Fields:
    """A table."""
    cells = tuple(tuple(Cell((Para(cell),)) for cell in row) for row in rows.rows)
    return dict(
        table_body(Grid(cells, bool(cells) and any(plain(cell).strip() for cell in rows.rows[0]), False, False)).body
    )


def code_of(source: Source) -> Fields:
    """Source text with its language, where that has a name that deckbuild knows."""
    from deckbuild.source import known

    language = {"language": source.language} if source.language and known(source.language) else {}
    return {"code": {"text": source.text or "…", **language}}


def math_of(formula: Formula) -> Fields:
    """A formula, or its source where deckbuild can't read it."""
    from deckbuild.formulas import BadFormula, read_lines

    lines = [line.strip() for line in formula.latex.split("\n") if line.strip()]
    try:
        read_lines(lines)
    except (BadFormula, RecursionError):
        return {"code": {"text": formula.latex or "…", "language": "latex"}}
    return {"math": lines[0] if len(lines) == 1 else tuple(lines)}


def quote_of(quoted: Quoted) -> Fields:
    """A quotation; a last paragraph that begins with a dash is its source."""
    *first, last = quoted.paras
    if first and last.text.lstrip().startswith(("-", "–", "—")):
        source = one_line(last.rich).lstrip("\\-–— ")
        return {"quote": {"text": " ".join(one_line(para.rich) for para in first), "source": source}}
    said = re.fullmatch(r"(?s)(.+?)\s+(?:--|–|—)\s+([^–—]{2,60})", last.text) if not first else None
    if said:
        return {"quote": {"text": one_line((Run(said[1]),)), "source": one_line((Run(said[2]),))}}
    return {"quote": {"text": " ".join(one_line(para.rich) for para in quoted.paras)}}


def lines_of(items: Sequence[object]) -> tuple[str, ...]:
    """Each paragraph and point as a line."""
    return tuple(text for para in paras_of(items) if (text := one_line(para.rich)))


def markdown_of(items: Sequence[object]) -> str:
    """Blocks as block Markdown, for notes, worksheets and solutions."""
    return "\n\n".join(_markdown(items))


def _markdown(items: Sequence[object]) -> Iterator[str]:
    for item in items:
        match item:
            case Words() if text := prose(item.paras):
                yield text
            case Quoted() if text := prose(item.paras):
                yield "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
            case Heading() if text := marked(item.rich):
                yield f"**{plain(item.rich).strip()}**" if "*" in text else f"**{text}**"
            case Source():
                fence = "`" * max(3, _longest(item.text) + 1)
                yield f"{fence}{item.language}\n{item.text}\n{fence}"
            case Rows() if item.rows:
                yield _table(item)
            case Formula():
                yield (
                    f"`{item.latex}`"
                    if "`" not in item.latex and "\n" not in item.latex
                    else f"```latex\n{item.latex}\n```"
                )
            case Aside() if item.text:
                yield prose([Para((Run(item.text),))])


def _longest(text: str) -> int:
    return max((len(run) for run in re.findall(r"`+", text)), default=0)


def _table(rows: Rows) -> str:
    width = max(len(row) for row in rows.rows)
    lines = [
        " | ".join(one_line(cell).replace("|", "\\|") for cell in (*row, *((),) * (width - len(row))))
        for row in rows.rows
    ]
    return "\n".join([f"| {lines[0]} |", "|" + " --- |" * width, *(f"| {line} |" for line in lines[1:])])


def texts(block: Block) -> Iterator[str]:
    """What a block says, in its own words."""
    match block:
        case Heading():
            yield plain(block.rich)
        case Words() | Quoted():
            yield from (para.text for para in block.paras)
        case Source():
            yield block.text
        case Rows():
            for row in block.rows:
                yield from (plain(cell) for cell in row)
        case Picture():
            yield plain(block.alt)
        case Comment() | Aside():
            yield block.text
        case Formula():
            yield block.latex


def listed(values: Sequence[Value]) -> tuple[Value, ...]:
    """Values without empty ones."""
    return tuple(value for value in values if value)


def body_of(words: Sequence[Para]) -> Fields:
    """The body that text alone gives; {} for none."""
    return text_body(words) if any(para.rich for para in words) else {}
