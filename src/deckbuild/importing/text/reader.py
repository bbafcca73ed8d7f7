"""A plain text -> a flow: what blank lines, marks, indents and short lines say about its structure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckbuild.importing import markup
from deckbuild.importing.accounting import missed
from deckbuild.importing.draft import Origin
from deckbuild.importing.flow import Block, Cell, Flow, Para, Table
from deckbuild.importing.guide.structure import structured
from deckbuild.importing.guide.words import is_marker, meaning_of
from deckbuild.importing.opening import Source
from deckbuild.importing.reading import Options, Piece, Reading, Remark
from deckbuild.importing.text.pages import without_furniture
from deckbuild.importing.text.tags import is_tagged, untagged

_ITEM = re.compile(r"(\s*)(?:([-*•‣▪–o◦·])|([0-9]{1,3}|[a-zA-H])[.)])\s+(?=\S)")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_UNDERLINE = re.compile(r"(=+|-+|~+)\s*$")
_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_EMPHASIS = re.compile(
    r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])|(?<!\w)__(?=[^\W_])(.+?)(?<=[^\W_])__(?!\w)"
)
_ENDED = (".", ",", ";", ":", "!", "?", "…", "。", "،", "؟")
_LONGEST_HEADING = 90
_WRAPPED_AT = 50
"""A line at least as long goes on in the next one, where no line of its paragraph is longer than two of it."""


@dataclass(frozen=True)
class _Lines:
    """Lines without a blank one between them, and the number of the first."""

    lines: tuple[str, ...]
    number: int


def read(source: Source, options: Options) -> Reading:
    """The lesson in a plain text."""
    kept, furniture = without_furniture(source.text)
    blocks: list[Block] = []
    pieces = list(furniture)
    for chunk in _chunks(kept):
        for block, marks in _blocks(chunk):
            blocks.append(block)
            pieces += marks
        numbers = [found[3] for line in chunk.lines if (found := _ITEM.match(line)) and found[3]]
        pieces += [Piece(number, "text", "numbers of lists are computed") for number in numbers]
    flow = Flow(source.name, tuple(_joined(_headed(blocks))))
    reading = structured(flow, options)
    pieces += missed(source.text.splitlines(), (*reading.pieces, *pieces))
    told = list(reading.uncertain)
    if source.encoding:
        message = f"the text is {source.encoding}, not UTF-8: look whether its accents and signs came out right"
        told.append(Remark(message, Origin(source.name)))
    return replace(reading, pieces=(*reading.pieces, *pieces), uncertain=tuple(told))


def _chunks(lines: list[tuple[int, str]]) -> Iterator[_Lines]:
    held: list[str] = []
    start = 0
    for number, line in [*lines, (0, "")]:
        if line.strip():
            start = start if held else number
            held.append(line.rstrip())
        elif held:
            yield _Lines(tuple(held), start)
            held = []


def _blocks(chunk: _Lines) -> Iterator[tuple[Block, list[Piece]]]:
    """The blocks of one chunk of lines, and what in it is mark-up and no text."""
    lines = chunk.lines
    if is_tagged("\n".join(lines)):
        yield from untagged("\n".join(lines), f"line {chunk.number}")
        return
    if len(lines) > 1 and all("\t" in line.strip() for line in lines):
        yield _table(chunk), []
        return
    if len(lines) == 2 and _UNDERLINE.fullmatch(lines[1]) and len(lines[1]) > 2:
        yield replace(_para(lines[0], chunk.number), heading=1 if lines[1][0] == "=" else 2), []
        return
    if len(lines) == 1 and _RULE.fullmatch(lines[0]):
        yield Para("", "", f"line {chunk.number}", ruled=True), []
        return
    for number, line in _unwrapped(chunk):
        yield _line(line, number), []


def _unwrapped(chunk: _Lines) -> Iterator[tuple[int, str]]:
    """Paragraphs and items of a chunk: lines that an editor broke are put together again."""
    longest = max(map(len, chunk.lines))
    held, start = "", chunk.number
    for number, line in enumerate(chunk.lines, chunk.number):
        goes_on = held and not _ITEM.match(line) and not is_marker(line) and _goes_on(chunk, number, longest)
        if goes_on:
            held = f"{held} {line.strip()}"
            continue
        if held:
            yield start, held
        held, start = line, number
    yield start, held


def _goes_on(chunk: _Lines, number: int, longest: int) -> bool:
    before = chunk.lines[number - chunk.number - 1]
    line = chunk.lines[number - chunk.number]
    if _ITEM.match(chunk.lines[0]) and line.startswith("  "):
        return True
    return _WRAPPED_AT <= len(before) <= 2 * _WRAPPED_AT + 20 and longest <= 2 * _WRAPPED_AT + 20


def _line(line: str, number: int) -> Para:
    hashes = _HASHES.fullmatch(line)
    if hashes:
        return replace(_para(hashes[2], number), heading=len(hashes[1]))
    item = _ITEM.match(line)
    if item:
        made = _para(line[item.end() :], number)
        return replace(
            made,
            item=min(len(item[1].expandtabs(4)) // 2, 8),
            numbered=bool(item[3]),
            lettered=(item[3] or "").isalpha(),
        )
    return _para(line.strip(), number)


def _para(text: str, number: int) -> Para:
    pieces = list(_emphasised(text))
    plain = "".join(piece.text for piece in pieces)
    bold = bool(plain.strip()) and all(piece.bold for piece in pieces if piece.text.strip())
    return Para(markup.in_line(pieces), plain, f"line {number}", bold=bold)


def _emphasised(text: str) -> Iterator[markup.Piece]:
    """The text with `**bold**` and `*italic*` as people type them where there is no bold."""
    end = 0
    for match in _EMPHASIS.finditer(text):
        if text[end : match.start()]:
            yield markup.Piece(text[end : match.start()])
        bold = match[1] or match[3]
        yield markup.Piece(bold or match[2], bold=bool(bold), italic=not bold)
        end = match.end()
    if text[end:]:
        yield markup.Piece(text[end:])


def _table(chunk: _Lines) -> Table:
    rows = [[cell.strip() for cell in line.split("\t")] for line in chunk.lines]
    width = max(map(len, rows))
    made = (
        tuple(Cell((_para(cell, number),)) for cell in [*row, *[""] * (width - len(row))])
        for number, row in enumerate(rows, chunk.number)
        if not all(re.fullmatch(r":?-{2,}:?", cell) for cell in row)
    )
    return Table(tuple(made), place=f"line {chunk.number}")


def _headed(blocks: list[Block]) -> Iterator[Block]:
    """The blocks with headings told: short lines that stand alone and do not end like a sentence."""
    for number, block in enumerate(blocks):
        follows = blocks[number + 1] if number + 1 < len(blocks) else None
        yield replace(block, heading=1) if isinstance(block, Para) and _is_heading(block, follows) else block


def _is_heading(para: Para, follows: Block | None) -> bool:
    plain = para.plain.strip()
    if para.heading or para.ruled or para.item >= 0 or not plain or is_marker(plain):
        return False
    if meaning_of(plain)[1]:  # a label with its text behind it
        return False
    if len(plain) > _LONGEST_HEADING or len(plain.split()) > 14 or plain.endswith(_ENDED):
        return False
    first = plain[0]
    return follows is not None and (first.isupper() or first.isdigit() or (first.isalpha() and not first.islower()))


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks with what a page break tore apart put together: a sentence that goes on in small letters."""
    held: Block | None = None
    for block in blocks:
        if isinstance(held, Para) and isinstance(block, Para) and _torn(held, block):
            held = replace(held, text=f"{held.text} {block.text}", plain=f"{held.plain} {block.plain}")
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _torn(before: Para, after: Para) -> bool:
    if before.heading or before.ruled or after.item >= 0 or after.heading or len(before.plain) < _WRAPPED_AT:
        return False
    return not before.plain.rstrip().endswith((*_ENDED, ")", "”", '"')) and after.plain[:1].islower()
