"""What is written on the flip chart beforehand where there is no projector: a sheet a slide, large, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.blocks import (
    Block,
    Cards,
    Chart,
    Columns,
    Heading,
    Item,
    Items,
    PageBreak,
    Paragraph,
    Picture,
    Quotation,
    Rich,
    Run,
    Table,
    bare,
    emphasised,
)
from deckbuild.compose import charts
from deckbuild.compose.gallery import said_of
from deckbuild.compose.parts.part import Guide
from deckbuild.compose.parts.slides import joined_screens, linked
from deckbuild.compose.presentation import Page
from deckbuild.facts import Stop
from deckbuild.spec.activity import Activity

LETTERS = "ABCDEFGHIJ"


def compose(guide: Guide) -> Iterator[Block]:
    """Every sheet on a page of its own; nothing where slides are shown."""
    programme = guide.facts.programme
    if programme is None or programme.projected:
        return
    sheets = [stop for stop in guide.facts.stops if not stop.hidden]
    yield Heading(1, bare(guide.labels("sheets")), "sheets")
    yield Paragraph(bare(guide.labels("sheets_intro", count=len(sheets))), "lead")
    for number, stop in enumerate(sheets):
        if number:
            yield PageBreak()
        yield Heading(
            2, bare(guide.labels("slide" if stop.parts == 1 else "slides", n=stop.numbers)), f"sheet/{stop.key}"
        )
        yield Paragraph(guide.linker.text(stop.title), "page-title")
        yield from _sheet(stop, guide)


def _sheet(stop: Stop, guide: Guide) -> Iterator[Block]:
    """What stands on it.  Of a case only its tasks: everybody has the situation in the guide."""
    if stop.placed is not None:
        steps = stop.placed.steps if isinstance(stop.placed, Activity) else stop.placed.tasks
        yield from _numbered([guide.linker.text(step) for step in steps])
        if stop.duration:
            yield Paragraph(bare(str(stop.duration)), "flip")
        return
    if stop.posed is not None:
        posed = stop.posed
        said = [*posed.options, *(f"{part} – {match}" for part, match in posed.pairs)]
        yield from (_line(f"{LETTERS[n]} ", guide.linker.text(text)) for n, text in enumerate(said[: len(LETTERS)]))
        return
    pages = [guide.pages[key] for key in stop.keys]
    yield from _data(pages, guide, lines=stop.generated == "programme")
    yield from _large(linked(joined_screens(pages), guide), guide)


def _data(pages: Sequence[Page], guide: Guide, *, lines: bool) -> Iterator[Block]:
    """Tables, as lines of their first two cells where it is the agenda; of charts their numbers."""
    for filled in (filled for page in pages for filled in page.filled):
        match filled.content:
            case Table() if lines:
                for row in filled.content.rows:
                    yield Paragraph((*row[0], Run("  "), *row[1]), "flip")
            case Table():
                yield filled.content
            case Chart():
                numbers = charts.numbers(filled.content, guide.labels.language)
                if numbers is not None:
                    yield numbers


def _large(blocks: Sequence[Block], guide: Guide) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Paragraph():
                titled = block.style == "column-title"
                yield Paragraph(emphasised(block.text) if titled else block.text, "flip")
            case Items():
                yield from _items(block)
            case Quotation():
                yield from (Paragraph(text, "flip") for text in block.text)
                yield Paragraph(block.source, "source")
            case Cards():
                for card in block.cards:
                    yield Paragraph(emphasised(card.title), "flip")
                    yield from _large(card.body, guide)
            case Columns():
                for column in block.columns:
                    yield Paragraph(emphasised(column.title), "flip")
                    yield from _large(column.body, guide)
            case Picture():
                yield Paragraph(bare(guide.labels("sheet_sketch", what=said_of(block) or block.alt)), "flip")
            case _:
                yield block


def _items(items: Items) -> Iterator[Block]:
    number = 0
    for item in items.items:
        number += not item.level
        yield _line(f"{number}.", item.text) if items.numbered and not item.level else _item(item)


def _item(item: Item) -> Paragraph:
    if item.level:
        return Paragraph((Run("–\t"), *item.text), "flip-inner")
    return _line(f"{item.lead or '•'}", item.text)


def _numbered(lines: Sequence[Rich]) -> Iterator[Block]:
    yield from (_line(f"{number}.", line) for number, line in enumerate(lines, 1))


def _line(mark: str, text: Rich) -> Paragraph:
    return Paragraph((Run(mark.strip() + "\t", bold=True), *text), "flip")
