"""Blocks -> one text in Markdown, as cues hold it: paragraphs, lists, tables, small headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.importing.flow import Block, Box, Para, Table, paras
from deckbuild.importing.markup import paragraph, unmarked


def prose(blocks: Sequence[Block]) -> str:
    """The blocks as Markdown; pictures have no place in it."""
    parts: list[str] = []
    listed = False
    counts: dict[int, int] = {}
    for block in blocks:
        text = _block(block, counts)
        if not text:
            continue
        item = isinstance(block, Para) and block.item >= 0
        if parts and not (item and listed):
            parts.append("")
        parts.append(text)
        listed = item
    return "\n".join(parts)


def _block(block: Block, counts: dict[int, int]) -> str:
    """A block's text; `counts` holds the numbers of the list's levels that are open."""
    if not isinstance(block, Para) or block.item < 0:
        counts.clear()
    match block:
        case Para() if block.item >= 0 and block.text:
            for deeper in [level for level in counts if level > block.item]:
                del counts[deeper]
            counts[block.item] = counts.get(block.item, 0) + 1
            pad = "   " * min(block.item, 2)
            mark = f"{counts[block.item]}. " if block.numbered else "- "
            return f"{pad}{mark}{paragraph(block.text)}"
        case Para() if block.heading and block.text:
            return f"### {block.text}"
        case Para():
            return paragraph(block.text) if block.text else ""
        case Table():
            return table(block) if is_plain(block) else prose(list(paras([block])))
        case Box():
            return prose(block.blocks)
    return ""


def is_plain(block: Table) -> bool:
    """Whether a table can stand in Markdown: cells of a paragraph or two, none over several rows."""
    rows = block.rows
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    return all(
        len([one for one in cell.blocks if not (isinstance(one, Para) and not one.text)]) <= 3
        and all(isinstance(one, Para) and not one.heading and len(one.plain) < 400 for one in cell.blocks)
        for cell in cells
    )


def table(block: Table) -> str:
    """A table as Markdown; its first row is the header, since Markdown has no table without one."""
    lines = []
    rows = list(grid(block))
    width = max(map(len, rows))
    for number, row in enumerate(rows):
        cells = [cell.replace("|", "\\|").replace("\n", " ") for cell in [*row, *[""] * (width - len(row))]]
        lines.append("| " + " | ".join(cells) + " |")
        if not number:
            lines.append("|" + "---|" * width)
    return "\n".join(lines)


def grid(block: Table) -> Iterator[list[str]]:
    """The rows' texts, spanned cells followed by empty ones."""
    for row in block.rows:
        out: list[str] = []
        for cell in row:
            out += [_cell_text(cell.blocks), *[""] * (cell.span - 1)]
        yield out


def _cell_text(blocks: Sequence[Block]) -> str:
    found = [one for one in paras(blocks) if one.text]
    if len(found) < 2:
        return found[0].text if found else ""
    return (
        "; ".join(one.text.rstrip(";, ") for one in found)
        if all(one.item >= 0 for one in found)
        else " ".join(one.text for one in found)
    )


def words_of(blocks: Sequence[Block]) -> str:
    """The words of all blocks, for what only needs to be recognised."""
    return " ".join(unmarked(one.text) for one in paras(blocks))
