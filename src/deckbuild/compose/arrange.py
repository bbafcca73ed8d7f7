"""Put blocks into a layout's placeholders and its free region, at one step of the type scale for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Block, Cards, Columns, Items, Paragraph, Picture, Question, Quotation, Rich, Run, Table
from deckbuild.brand.brand import Box, Brand, Layout, Slot
from deckbuild.compose import cards, tables
from deckbuild.compose.fit import Line, Measured, balancing, inner, measure, narrowing, paragraphs, stepped
from deckbuild.compose.measure import Metrics
from deckbuild.compose.presentation import Drawing, Filled


@dataclass(frozen=True)
class Arranged:
    """What stands on a slide below its heading."""

    filled: tuple[Filled, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    over: tuple[int, int] | None = None
    """Lines needed, and lines there is room for, where these are too few."""
    unplaced: tuple[str, ...] = ()
    """What the layout has no place for, in an author's words."""


@dataclass(frozen=True)
class Boxed:
    """A text in its placeholder, before its size is chosen."""

    slot: Slot
    texts: tuple[Paragraph | Items | Quotation, ...]
    box: Box | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its paragraphs, each at its level."""
        return paragraphs(self.texts, self.slot.levels)


def arrange(
    blocks: Sequence[Block], layout: Layout, brand: Brand, metrics: Metrics, assets: Mapping[PurePosixPath, Asset]
) -> Arranged:
    """Every block in its place."""
    arranging = _Arranging(layout, brand, metrics, assets)
    for block in blocks:
        arranging.add(block)
    return arranging.done()


def arrange_texts(boxed: Sequence[Boxed], brand: Brand, metrics: Metrics) -> Arranged:
    """Texts in placeholders of the author's choice."""
    filled, over = _sized(boxed, brand, metrics)
    return Arranged(tuple(filled), over=over[0] if over else None)


class _Arranging:
    """Collects what is placed, what is too long, and what has no place."""

    def __init__(self, layout: Layout, brand: Brand, metrics: Metrics, assets: Mapping[PurePosixPath, Asset]) -> None:
        self._layout, self._brand, self._metrics, self._assets = layout, brand, metrics, assets
        self._boxed: list[Boxed] = []
        self._flow: list[Paragraph | Items | Quotation] = []
        self._filled: list[Filled] = []
        self._drawings: list[Drawing] = []
        self._over: list[tuple[int, int]] = []
        self._unplaced: list[str] = []

    def add(self, block: Block) -> None:
        """Give a block its place."""
        match block:
            case Cards():
                self._draw(*cards.groups(block, self._layout, self._brand, self._metrics))
            case Question():
                self._draw(*cards.options(block, self._layout, self._brand, self._metrics))
            case Columns():
                self._columns(block)
            case Table():
                self._table(block, self._holder("table"), self._layout.content)
            case Picture():
                self._picture(block)
            case Quotation():
                self._quotation(block)
            case Paragraph() | Items():
                self._flow.append(block)
            case _:
                self._unplaced.append("this")  # blocks of documents have no place on a slide

    def done(self) -> Arranged:
        """All that was added, the texts at one step of the scale."""
        body = self._layout.slot("body")
        if self._flow and body:
            self._boxed.append(Boxed(body, tuple(self._flow)))
        elif self._flow:
            self._unplaced.append("a text")
        texts, over = _sized(self._boxed, self._brand, self._metrics)
        self._over += over
        first = self._over[0] if self._over else None
        return Arranged((*texts, *self._filled), tuple(self._drawings), first, tuple(self._unplaced))

    def _holder(self, purpose: str) -> Slot | None:
        """The placeholder for that purpose, else one that can hold anything."""
        return self._layout.slot(purpose) or next((slot for slot in self._layout.slots if slot.kind == "obj"), None)

    def _draw(self, drawn: Sequence[Drawing], over: Sequence[tuple[int, int]]) -> None:
        self._drawings += drawn
        self._over += over

    def _table(self, block: Table, slot: Slot | None, box: Box) -> None:
        if slot is None:
            self._unplaced.append("a table")
            return
        table, over = tables.fit(block, slot, box, self._brand, self._metrics)
        self._filled.append(table)
        self._over += over

    def _picture(self, block: Picture) -> None:
        slot, caption = self._holder("picture"), self._layout.slot("caption")
        text = said_of(block)
        if slot is None:
            self._unplaced.append("a picture")
            return
        self._filled.append(Filled(slot, block))
        if text and caption:
            self._filled.append(Filled(caption, (Paragraph(text, "caption"),)))
        elif text:
            self._unplaced.append("a picture's caption")

    def _quotation(self, block: Quotation) -> None:
        body, source = self._layout.slot("body"), self._layout.slot("source")
        if body is None:
            self._unplaced.append("a quotation")
        elif source and block.source:
            self._boxed.append(Boxed(body, (Quotation(block.text),)))
            self._boxed.append(Boxed(source, (Paragraph(block.source, "source"),)))
        else:
            said = (Paragraph((Run("— "), *block.source), "source"),) if block.source else ()
            self._boxed.append(Boxed(body, (Quotation(block.text), *said)))

    def _columns(self, block: Columns) -> None:
        """Titles and bodies side by side; without any title the bodies begin where titles would stand."""
        titled = any(column.title for column in block.columns)
        for number, column in enumerate(block.columns, 1):
            title, slot = self._layout.slot(f"column-title-{number}"), self._layout.slot(f"column-{number}")
            if slot is None or (column.title and title is None):
                self._unplaced.append(f"column {number}")
                continue
            box = slot.box
            if title and column.title:
                self._filled.append(Filled(title, (Paragraph(column.title, "column-title"),)))
            elif title and not titled:
                box = Box(slot.box.x, title.box.y, slot.box.width, slot.box.bottom - title.box.y)
            self._column(column.body, slot, box)

    def _column(self, body: Sequence[Block], slot: Slot, box: Box) -> None:
        """What stands in one column: texts one after the other, or a picture, or a table."""
        other = box if box != slot.box else None
        texts: list[Paragraph | Items | Quotation] = []
        for block in body:
            match block:
                case Paragraph() | Items():
                    texts.append(block)
                case Quotation():
                    texts.append(Quotation(block.text))
                    if block.source:
                        texts.append(Paragraph((Run("— "), *block.source), "source"))
                case Picture():
                    self._filled.append(Filled(slot, block, box=_from_top(block, box, self._assets)))
                case Table():
                    self._table(block, slot, box)
                case _:
                    self._unplaced.append("this column")
        if texts:
            self._boxed.append(Boxed(slot, tuple(texts), other))


def _sized(boxed: Sequence[Boxed], brand: Brand, metrics: Metrics) -> tuple[list[Filled], list[tuple[int, int]]]:
    """All texts at the largest step of the scale at which each of them fits its box."""
    factor, measured = _largest(boxed, brand, metrics)
    out, over = [], []
    for one, needed in zip(boxed, measured, strict=True):
        width, height = inner(one.slot, one.box)
        if needed.height > height:
            over.append(_shortage(needed, height))
        sizes = () if factor == 1 else tuple(stepped(level.size, factor) for level in one.slot.levels)
        if isinstance(one.texts[0], Quotation) and len(one.lines) == 1:
            narrow = balancing(one.lines[0], width, brand, metrics, factor)
        else:
            narrow = narrowing(one.lines, needed, width, height, factor, brand, metrics)
        out.append(Filled(one.slot, one.texts, sizes, one.box, narrow))
    return out, over


def _largest(boxed: Sequence[Boxed], brand: Brand, metrics: Metrics) -> tuple[float, list[Measured]]:
    """The largest step at which every text fits, and what each needs there; else the smallest allowed."""
    sizes = [line.level.size for one in boxed for line in one.lines]
    steps = [f for f in brand.scale if f == brand.scale[0] or stepped(min(sizes, default=99.0), f) >= brand.smallest]
    factor, measured = steps[0], list[Measured]()
    for factor in steps:
        measured = [measure(one.lines, inner(one.slot, one.box)[0], factor, brand, metrics) for one in boxed]
        if all(need.height <= inner(one.slot, one.box)[1] for need, one in zip(measured, boxed, strict=True)):
            break
    return factor, measured


def _shortage(needed: Measured, height: float) -> tuple[int, int]:
    """Lines needed, and how many of them there is room for."""
    return needed.lines, min(needed.lines - 1, int(needed.lines * height / needed.height))


def _from_top(picture: Picture, box: Box, assets: Mapping[PurePosixPath, Asset]) -> Box:
    """The upper part of `box` that the whole picture takes, so that it lines up with text beside it."""
    asset = assets[picture.file]
    height = round(box.width * asset.height / asset.width)
    return Box(box.x, box.y, box.width, height) if picture.fit == "contain" and height < box.height else box


def said_of(picture: Picture) -> Rich:
    """Caption and credit in one line."""
    credit = (Run(picture.credit, style="muted"),) if picture.credit else ()
    between = (Run(" · ", style="muted"),) if picture.caption and credit else ()
    return (*picture.caption, *between, *credit)
