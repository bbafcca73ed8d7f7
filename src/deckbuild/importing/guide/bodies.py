"""What stands on a slide -> its title and its body, by the kind that fits: groups, bullets, text, table, picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deckbuild.importing.draft import Filed, Value
from deckbuild.importing.flow import Block, Box, Para, Picture, Table, paras
from deckbuild.importing.guide.prose import grid, prose

DEPTH = 3
"""Levels of a list on a slide."""
_MOST_GROUPS = 8
_TITLE_MOST = 120


@dataclass(frozen=True)
class Content:
    """A slide's title where its content gives one, its body, and what has no place on it beside that."""

    title: str = ""
    body: Mapping[str, Value] = field(default_factory=dict)
    rest: tuple[Block, ...] = ()
    comments: tuple[str, ...] = ()


def content_of(blocks: Sequence[Block], *, titled: bool) -> Content:
    """The content; its first line is the title unless the slide is `titled` already."""
    blocks = [block for block in opened_blocks(blocks) if not _is_empty(block)]
    title = ""
    first = blocks[0] if blocks else None
    if not titled and isinstance(first, Para) and first.item < 0 and len(first.plain) <= _TITLE_MOST:
        title, blocks = first.text.strip("*"), blocks[1:]
    body, rest, comments = _body(blocks)
    return Content(title, body, tuple(rest), tuple(comments))


def opened_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Boxes and tables of one cell as what they hold."""
    out: list[Block] = []
    for block in blocks:
        match block:
            case Box():
                out += opened_blocks(block.blocks)
            case Table() if len(block.rows) == 1 and len(block.rows[0]) == 1:
                out += opened_blocks(block.rows[0][0].blocks)
            case Table() if all(len(row) == 1 for row in block.rows):
                out += opened_blocks([one for row in block.rows for one in row[0].blocks])
            case _:
                out.append(block)
    return out


def _is_empty(block: Block) -> bool:
    return isinstance(block, Para) and not block.text


def _body(blocks: Sequence[Block]) -> tuple[Mapping[str, Value], Sequence[Block], list[str]]:
    pictures = [block for block in blocks if isinstance(block, Picture)]
    tables = [block for block in blocks if isinstance(block, Table)]
    texts = [block for block in blocks if isinstance(block, Para)]
    if tables:
        others = [block for block in blocks if block is not tables[0]]
        cards = groups_in_cells(tables[0])
        return cards or table_body(tables[0]), others, []
    if pictures:
        comments = [_ALT] if any(not one.alt for one in pictures[:4]) else []
        if len(pictures) == 1:
            return image(pictures[0]), texts, comments
        return {"columns": tuple(map(image, pictures[:4]))}, [*texts, *pictures[4:]], comments
    if not texts:
        return {}, (), []
    cards = groups(texts)
    if cards:
        return cards, (), []
    if all(one.item >= 0 for one in texts):
        return bullets(texts), (), []
    return {"text": prose([_flat(one) for one in texts])}, (), []


_ALT = "Say in `alt` what the picture shows, for those who can't see it."


def _flat(para: Para) -> Para:
    return Para(f"**{para.text}**" if para.heading or para.bold else para.text, para.plain, para.place, item=para.item)


def image(picture: Picture) -> Mapping[str, Value]:
    """A picture as a body."""
    alt = picture.alt or picture.name.rpartition(".")[0].replace("-", " ").capitalize()
    return {"image": {"file": Filed(picture.name), "alt": alt}}


def bullets(items: Sequence[Para]) -> Mapping[str, Value]:
    """Items as a nested list."""
    body: dict[str, Value] = {"bullets": points(items)}
    tops = [one for one in items if one.item == min(one.item for one in items)]
    if all(one.numbered for one in tops):
        body["numbered"] = True
    return body


def points(items: Sequence[Para], level: int = 0) -> tuple[Value, ...]:
    """Items nested by their levels, three deep at most."""
    out: list[Value] = []
    least = min((one.item for one in items), default=0)
    position = 0
    while position < len(items):
        end = position + 1
        while end < len(items) and items[end].item > least:
            end += 1
        text, below = items[position].text, items[position + 1 : end]
        if below and level + 1 < DEPTH:
            out.append({text: points(below, level + 1)})
        else:
            out += [text, *(one.text for one in below)]
        position = end
    return tuple(out)


def groups(texts: Sequence[Para]) -> Mapping[str, Value]:
    """Titles with items below each of them, as cards; empty where the texts are no such thing."""
    found: list[tuple[Para, list[Para]]] = []
    for one in texts:
        if one.item < 0:
            if found and not found[-1][1]:
                return {}
            found.append((one, []))
        elif found:
            found[-1][1].append(one)
        else:
            return {}
    if not 2 <= len(found) <= _MOST_GROUPS or not found[-1][1] or any(len(title.plain) > 80 for title, _ in found):
        return {}
    return {"groups": tuple({"title": title.text.strip("*"), "items": points(items)} for title, items in found)}


def groups_in_cells(table: Table) -> Mapping[str, Value]:
    """A table that sets titled lists side by side, as cards; empty for another table."""
    cells = [cell for row in table.rows for cell in row if any(one.text for one in paras(cell.blocks))]
    texts: list[Para] = []
    for cell in cells:
        found = [one for one in paras(cell.blocks) if one.text]
        if len(found) < 2 or found[0].item >= 0 or not all(one.item >= 0 or one.bold for one in found[1:]):
            return {}
        texts += found
    return groups(texts) if len(cells) > 1 else {}


def table_body(table: Table) -> Mapping[str, Value]:
    """A table as a body: merged cells by deckbuild's signs, the first row as header where it looks like one."""
    rows = _merged(table)
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    first = table.rows[0]
    bold = all(one.bold for cell in first for one in paras(cell.blocks) if one.text)
    if len(rows) > 1 and (table.header or bold or _short(rows[0])):
        header = [cell.strip("*") for cell in rows[0]]
        return {"table": {"header": tuple(header), "rows": tuple(map(tuple, rows[1:]))}}
    return {"table": {"rows": tuple(map(tuple, rows))}}


def _short(row: Sequence[str]) -> bool:
    return all(row) and all(len(cell) <= 40 and cell not in "<^" for cell in row)


def _merged(table: Table) -> list[list[str]]:
    """The rows' texts, with `<` and `^` where a cell goes on from its neighbour."""
    out: list[list[str]] = []
    for row, texts in zip(table.rows, grid(table), strict=True):
        line: list[str] = []
        for cell in row:
            text = texts[len(line)]
            above = cell.above and out
            line += ["^" if above else _cell(text), *(["^" if above else "<"] * (cell.span - 1))]
        out.append(line)
    return out


def _cell(text: str) -> str:
    return f"\\{text}" if text in ("<", "^") else text
