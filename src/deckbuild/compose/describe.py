"""A composed deck or document as readable text: what goldens compare and `deckbuild show` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.blocks import (
    Block,
    Callout,
    Cards,
    Chart,
    Code,
    Columns,
    Contents,
    Cover,
    CutOuts,
    Figure,
    Footnote,
    Formula,
    Heading,
    Item,
    Items,
    Jump,
    Lines,
    Media,
    PageBreak,
    PageOf,
    Paragraph,
    Picture,
    Question,
    Quotation,
    Rich,
    Run,
    SectionBreak,
    SlideBlock,
    Table,
    Web,
)
from deckbuild.compose.document import Document
from deckbuild.compose.drawing import Connector, Group, Shape, flat
from deckbuild.compose.presentation import CardShape, Filled, Page, PictureShape, Presentation, Veil


def describe_presentation(presentation: Presentation) -> str:
    """The deck, a paragraph a slide."""
    names = {key: section.name for section in presentation.sections for key in section.pages[:1]}
    out: list[str] = []
    for page in presentation.pages:
        if page.key in names:
            out.append(f"== {names[page.key]} ==\n")
        out += [*_page(page), ""]
    return "\n".join(out)


def describe_document(document: Document) -> str:
    """The document, block by block."""
    head = [f"head  {document.header_left} | {document.header_right}", f"foot  {document.footer_left}", ""]
    return "\n".join([*head, *_blocks(document.blocks, ""), ""])


def describe_page(page: Page) -> str:
    """What stands on one slide, without its notes."""
    return "\n".join(line.strip("\n") for line in _page(replace(page, notes=())))


def _page(page: Page) -> Iterator[str]:
    said = ["hidden"] if page.hidden else []
    said += [page.transition] if page.transition != "none" else []
    yield "  ".join([f"slide {page.number}  [{page.key}]  {page.layout_name}", *said])
    if page.backdrop:
        yield f"  background {page.backdrop.file}"
    for under in page.under:
        yield from (f"  veil {under.fill} {under.opacity:.0%}",) if isinstance(under, Veil) else _filled(under)
    for filled in page.filled:
        yield from _filled(filled)
    for drawing in page.drawings:
        match drawing:
            case CardShape():
                yield from _card(drawing)
            case PictureShape():
                yield from _free_picture(drawing)
            case _:
                yield from _group(drawing)
    if page.footer_slot or page.number_slot:
        yield f"  footer: {page.footer} | {page.number}" if page.footer_slot else f"  number: {page.number}"
    if page.notes:
        yield "  notes"
        yield from _blocks(page.notes, "    ")


def _filled(filled: Filled) -> Iterator[str]:
    sizes = f" ({', '.join(f'{size:g}' for size in filled.sizes)} pt)" if filled.sizes else ""
    yield f"  {filled.slot.purpose or filled.slot.name}{sizes}"
    content = filled.content if isinstance(filled.content, tuple) else (filled.content,)
    yield from _blocks(content, "    ")


def _free_picture(shape: PictureShape) -> Iterator[str]:
    """Its place in grid units, and what it shows."""
    box = " ".join(str(round(side / 9525)) for side in (shape.box.x, shape.box.y, shape.box.width, shape.box.height))
    yield f"  {shape.name.lower()} ({box})"
    yield from _blocks((shape.picture,), "    ")


def _card(card: CardShape) -> Iterator[str]:
    yield f"  {card.name.lower()} ({card.accent}, {card.text_size:g} pt)"
    if card.card.title:
        yield f"    # {text(card.card.title)}"
    yield from _blocks(card.card.body, "    ")


def _group(group: Group) -> Iterator[str]:
    """A figure: its words in reading order, the connectors counted."""
    drawn = list(flat(group.members))
    lines = sum(isinstance(one, Connector) for one in drawn)
    yield f"  {group.name.lower()} ({len(drawn) - lines} shapes, {lines} connectors)"
    for one in drawn:
        if isinstance(one, Shape) and one.words:
            sizes = "/".join(dict.fromkeys(f"{words.size:g}" for words in one.words))
            yield f"    {one.name.lower()} ({sizes} pt): {' | '.join(text(words.text) for words in one.words)}"


def text(rich: Rich) -> str:
    """Runs with their looks in Markdown, links with their targets."""
    return "".join(map(_run, rich))


def _run(run: Run) -> str:
    out = run.text.replace("\n", " / ")
    if run.code:
        out = f"`{out}`"
    if run.italic:
        out = f"*{out}*"
    if run.bold:
        out = f"**{out}**"
    match run.link:
        case Web(url):
            return f"[{out}]({url})"
        case Jump(key):
            return f"[{out}](#{key})"
        case Footnote(note):
            return f"[^ {text(note)}]"
        case PageOf(key):
            return f"[page of #{key}]"
        case _:
            return out


def _blocks(blocks: Sequence[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        yield from (indent + line for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield (f"{{{block.style}}} " if block.style != "body" else "") + text(block.text)
        case Items():
            yield from (_item(number, item, block) for number, item in enumerate(block.items, block.start))
        case Table():
            yield from _table(block)
        case Chart():
            yield from _chart(block)
        case Picture():
            yield f"picture {block.file} “{block.alt}”" + (f" — {text(block.caption)}" if block.caption else "")
        case Media():
            where = block.file or block.url
            yield f"{block.kind} {where} “{block.alt}” {block.running_time}".rstrip()
            yield f"  poster: {block.poster.file}" if block.poster else "  poster: drawn"
            yield f"  if not: {text(block.fallback)}"
        case Quotation():
            yield from (f"> {text(line)}" for line in block.text)
            if block.source:
                yield f"> — {text(block.source)}"
        case Question():
            yield f"? {text(block.stem)}"
            yield from (f"  ( ) {text(option)}" for option in block.options)
        case Formula():
            yield from (f"    $ {line}" for line in block.latex)
            yield f"    “{block.alt}”"
        case Code():
            yield from _code(block)
        case Figure():
            yield from _blocks(block.words, "")
        case Cards():
            for card in block.cards:
                yield f"card # {text(card.title)}"
                yield from _blocks(card.body, "  ")
        case Columns():
            for column in block.columns:
                yield f"column {text(column.title)}".rstrip()
                yield from _blocks(column.body, "  ")
        case Heading():
            yield f"{'#' * block.level} {text(block.text)}"
        case Callout():
            yield f"[{block.label}]"
            yield from _blocks(block.body, "  ")
            yield from (f"  = {text(answer)}" for answer in block.answers)
            if block.lines:
                yield f"  ({block.lines} lines)"
        case SlideBlock():
            yield f"--- {block.label}  {text(block.title)}  {block.meta}".rstrip()
            yield from _blocks(block.pictures or block.screen, "  ")
            if block.key_message:
                yield f"  ! {text(block.key_message)}"
            yield from _blocks(block.beside, "  | ")
            if block.lines:
                yield f"  ({block.lines} lines)"
        case Contents():
            yield from (f"{'  ' * (level - 1)}{title} ... #{key}" for level, title, key in block.entries)
        case Lines():
            yield f"({block.count} lines)"
        case CutOuts():
            for slip in block.cards:
                yield f"8<  {text(slip.title)}".rstrip()
                yield from _blocks(slip.body, "  | ")
        case PageBreak():
            yield "- - - page - - -"
        case SectionBreak():
            yield "- - - " + ("odd page" if block.odd else "page") + (" of slides" if block.running else "") + " - - -"
        case Cover():
            yield f"COVER {block.kind}: {block.eyebrow} {text(block.title)} {text(block.subtitle)}".rstrip()
            yield from (f"  {label}: {value}" for label, value in block.facts)


def _code(code: Code) -> Iterator[str]:
    """Its lines, with numbers where they are shown, and a mark before those that are stressed."""
    for number, line in enumerate(code.text.splitlines(), code.first):
        mark = "!" if number in code.marked else " "
        yield f"   {mark}{f'{number} ' if code.numbered else ''}{line}"


def _table(table: Table) -> Iterator[str]:
    """Its rows; what another cell covers as authors write it, what stands out between exclamation marks."""
    for row, cells in enumerate(table.lines):
        out = []
        for column, cell in enumerate(cells):
            span = table.span(row, column)
            told = "<" if span.column != column else "^" if span.row != row else text(cell)
            out.append(f"!{told}!" if (row, column) in table.marked else told)
        yield "| " + " | ".join(out) + " |"


def _chart(chart: Chart) -> Iterator[str]:
    """Its type, its numbers as rows, and what is said about it."""
    stacked = "" if chart.stack == "none" else f", stacked ({chart.stack})"
    yield f"chart {chart.kind}{stacked}{', labelled' if chart.labels else ''} “{chart.alt}”"
    if chart.heading or chart.category_title or chart.second_title:
        yield f"  axes {chart.heading} | {chart.category_title} | {chart.second_title}"
    names = (f"{s.name}{' (line)' if s.line else ''}{' (second)' if s.second else ''}" for s in chart.series)
    yield "  | " + " | ".join([chart.of, *names]) + " |"
    for index, place in enumerate(chart.at or chart.categories):
        values = ("" if s.values[index] is None else f"{s.values[index]:g}" for s in chart.series)
        yield "  | " + " | ".join([f"{place}", *values]) + " |"
    if chart.caption:
        yield f"  {text(chart.caption)}"


def _item(number: int, item: Item, items: Items) -> str:
    mark = f"{number}." if items.numbered and not item.level else "-"
    lead = f"{item.lead} " if item.lead else ""
    return f"{'  ' * item.level}{mark} {lead}{text(item.text)}"
