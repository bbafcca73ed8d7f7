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
    """What stands on a slide below its heading; `over` is lines needed and lines there is room for, if too many."""

    filled: tuple[Filled, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    over: tuple[int, int] | None = None


@dataclass(frozen=True)
class _Boxed:
    """A text in its placeholder, before its size is chosen."""

    slot: Slot
    texts: tuple[Paragraph | Items | Quotation, ...]
    box: Box | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        return paragraphs(self.texts, self.slot.levels)


def arrange(
    blocks: Sequence[Block], layout: Layout, brand: Brand, metrics: Metrics, assets: Mapping[PurePosixPath, Asset]
) -> Arranged:
    """Every block in its place.  Blocks without a place in this layout go to its body."""
    boxed: list[_Boxed] = []
    filled: list[Filled] = []
    drawings: list[Drawing] = []
    over: list[tuple[int, int]] = []
    flow: list[Paragraph | Items | Quotation] = []
    for block in blocks:
        match block:
            case Cards():
                drawn, short = cards.groups(block, layout, brand, metrics)
                drawings += drawn
                over += short
            case Question():
                drawn, short = cards.options(block, layout, brand, metrics)
                drawings += drawn
                over += short
            case Columns():
                _columns(block, layout, brand, metrics, assets, boxed, filled, over)
            case Table():
                table, short = tables.fit(
                    block, layout.slot("table") or layout.slot("body"), layout.content, brand, metrics
                )
                filled += table
                over += short
            case Picture():
                filled += _picture(block, layout, layout.slot("picture") or layout.slot("body"))
            case Quotation():
                boxed += _quotation(block, layout)
            case Paragraph() | Items():
                flow.append(block)
            case _:
                pass  # blocks of documents have no place on a slide
    body = layout.slot("body")
    if flow and body:
        boxed.append(_Boxed(body, tuple(flow)))
    texts, short = _sized(boxed, brand, metrics)
    over += short
    return Arranged((*texts, *filled), tuple(drawings), over[0] if over else None)


def _sized(boxed: Sequence[_Boxed], brand: Brand, metrics: Metrics) -> tuple[list[Filled], list[tuple[int, int]]]:
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


def _largest(boxed: Sequence[_Boxed], brand: Brand, metrics: Metrics) -> tuple[float, list[Measured]]:
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


def _quotation(block: Quotation, layout: Layout) -> list[_Boxed]:
    body, source = layout.slot("body"), layout.slot("source")
    boxed = [_Boxed(body, (Quotation(block.text),))] if body else []
    if source and block.source:
        boxed.append(_Boxed(source, (Paragraph(block.source, "source"),)))
    return boxed


def _picture(block: Picture, layout: Layout, slot: Slot | None, box: Box | None = None) -> list[Filled]:
    if slot is None:
        return []
    caption = layout.slot("caption")
    filled = [Filled(slot, block, box=box)]
    text = said_of(block)
    if caption and text:
        filled.append(Filled(caption, (Paragraph(text, "caption"),)))
    return filled


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


def _columns(
    block: Columns,
    layout: Layout,
    brand: Brand,
    metrics: Metrics,
    assets: Mapping[PurePosixPath, Asset],
    boxed: list[_Boxed],
    filled: list[Filled],
    over: list[tuple[int, int]],
) -> None:
    """Titles and bodies side by side; without any title the bodies begin where titles would stand."""
    titled = any(column.title for column in block.columns)
    for number, column in enumerate(block.columns, 1):
        title, slot = layout.slot(f"column-title-{number}"), layout.slot(f"column-{number}")
        if slot is None:
            continue
        box = None
        if title and column.title:
            filled.append(Filled(title, (Paragraph(column.title, "column-title"),)))
        elif title and not titled:
            box = Box(slot.box.x, title.box.y, slot.box.width, slot.box.bottom - title.box.y)
        match column.body:
            case Paragraph() | Items() | Quotation():
                boxed.append(_Boxed(slot, (column.body,), box))
            case Picture():
                filled.append(Filled(slot, column.body, box=_from_top(column.body, box or slot.box, assets)))
            case Table():
                table, short = tables.fit(column.body, slot, box or slot.box, brand, metrics)
                filled += table
                over += short
            case _:
                pass
