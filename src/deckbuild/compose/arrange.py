"""Put blocks into a layout's placeholders and its free region, at one step of the type scale for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import (
    Block,
    Cards,
    Chart,
    Code,
    Columns,
    Figure,
    Formula,
    Items,
    Media,
    Paragraph,
    Picture,
    Question,
    Quotation,
    Rich,
    Run,
    Table,
)
from deckbuild.brand.brand import Box, Brand, Layout, Slot
from deckbuild.compose import captions, cards, charts, gallery, posters, tables
from deckbuild.compose.code import Coded
from deckbuild.compose.equations import Formulated
from deckbuild.compose.figures import Fitted
from deckbuild.compose.fitting import Fitting, Fixed, Placed, Policy, settle
from deckbuild.compose.flowing import Flow, Flowing
from deckbuild.compose.measure import Metrics
from deckbuild.compose.presentation import Filled
from deckbuild.compose.quotations import Quoted


@dataclass(frozen=True)
class Arranged:
    """What stands below its heading on a slide, or on each of the slides that it is continued on."""

    pages: tuple[Placed, ...] = (Placed(),)
    over: tuple[int, int] | None = None
    """Lines needed, and lines there is room for, where these are too few."""
    unplaced: tuple[str, ...] = ()
    """What the layout has no place for, in an author's words."""
    cramped: bool = False
    """Whether several pictures and their captions have no room."""


@dataclass(frozen=True)
class Arranging:
    """How a slide is to be arranged: layout, brand, what to do with too much text, how many slides it has at least."""

    layout: Layout
    brand: Brand
    metrics: Metrics
    assets: Mapping[PurePosixPath, Asset]
    policy: Policy = "shrink"
    least: int = 1
    right_to_left: bool = False


def arrange(blocks: Sequence[Block], how: Arranging) -> Arranged:
    """Every block in its place."""
    arranger = _Arranger(how)
    pictures = [block for block in blocks if isinstance(block, Picture)]
    if len(pictures) > 1:
        arranger.draw_pictures(pictures)
        blocks = [block for block in blocks if not isinstance(block, Picture)]
    for block in blocks:
        arranger.add(block)
    return arranger.done()


def arrange_texts(texts: Sequence[tuple[Slot, tuple[Flow, ...]]], how: Arranging) -> Arranged:
    """Texts in placeholders of the author's choice."""
    flowing = [Flowing(slot, flow, how.brand, how.metrics, whole=True) for slot, flow in texts]
    return settled(flowing, how)


def settled(standing: Sequence[Fitting], how: Arranging, unplaced: Sequence[str] = ()) -> Arranged:
    """All that stands on a slide, at one step of the scale."""
    chosen = settle(standing, how.policy, how.brand, how.least)
    pages = tuple(
        Placed(
            tuple(filled for placed in page for filled in placed.filled),
            tuple(drawing for placed in page for drawing in placed.drawings),
        )
        for page in chosen.pages
    )
    return Arranged(pages, chosen.over, tuple(unplaced))


class _Arranger:
    """Collects what stands on a slide, in reading order, and what has no place."""

    def __init__(self, how: Arranging) -> None:
        self._how, self._layout, self._assets = how, how.layout, how.assets
        self._standing: list[Fitting] = []
        self._flow: list[Flow] = []
        self._unplaced: list[str] = []
        self._cramped = False

    def add(self, block: Block) -> None:
        """Give a block its place."""
        match block:
            case Figure():
                how = self._how
                self._standing.append(Fitted(block, self._layout.content, how.brand, how.metrics, how.right_to_left))
            case Cards():
                self._standing.append(cards.groups(block, self._layout, self._how.brand, self._how.metrics))
            case Question():
                self._standing.append(cards.options(block, self._layout, self._how.brand, self._how.metrics))
            case Columns():
                self._columns(block)
            case Table():
                self._table(block, self._holder("table"), self._above_caption(block.caption))
            case Picture():
                self._picture(block)
            case Media():
                self._media(block)
            case Chart():
                self._chart(block, self._holder("chart"))
            case Code() | Formula():
                self._typed(block, self._layout.slot("body"))
            case Quotation():
                self._quotation(block)
            case Paragraph() | Items():
                self._flow.append(block)
            case _:
                self._unplaced.append("this")  # blocks of documents have no place on a slide

    def done(self) -> Arranged:
        """All that was added, at one step of the scale."""
        body = self._layout.slot("body")
        if self._flow and body:
            self._flowing(body, tuple(self._flow))
        elif self._flow:
            self._unplaced.append("a text")
        return replace(settled(self._standing, self._how, self._unplaced), cramped=self._cramped)

    def _fixed(self, *filled: Filled) -> None:
        """Put something where its size does not depend on others."""
        self._standing.append(Fixed(Placed(filled)))

    def _flowing(self, slot: Slot, texts: tuple[Flow, ...], box: Box | None = None, *, whole: bool = False) -> None:
        self._standing.append(Flowing(slot, texts, self._how.brand, self._how.metrics, box, whole))

    def draw_pictures(self, pictures: Sequence[Picture]) -> None:
        """Several pictures in the layout's free region."""
        how = self._how
        drawn = gallery.arranged(
            pictures, self._layout.content, self._assets, how.brand, how.metrics, right_to_left=how.right_to_left
        )
        self._cramped = not drawn
        self._standing.append(Fixed(Placed((), drawn)))

    def _holder(self, purpose: str) -> Slot | None:
        """The placeholder for that purpose, else one that can hold anything."""
        return self._layout.slot(purpose) or next((slot for slot in self._layout.slots if slot.kind == "obj"), None)

    def _table(self, block: Table, slot: Slot | None, box: Box) -> None:
        if slot is None:
            self._unplaced.append("a table")
            return
        caption = self._layout.slot("caption")
        self._standing.append(
            tables.Fitted(block, slot, box, self._how.brand, self._how.metrics, caption, self._how.right_to_left)
        )
        if block.caption and caption is None:
            self._unplaced.append("a table's caption")

    def _above_caption(self, caption: Rich) -> Box:
        """The free region, less the caption's line where there is one."""
        whole, slot = self._layout.content, self._layout.slot("caption")
        return replace(whole, height=slot.box.y - whole.y) if caption and slot else whole

    def _picture(self, block: Picture) -> None:
        slot = self._holder("picture")
        if slot is None:
            self._unplaced.append("a picture")
            return
        how, caption, said = self._how, self._layout.slot("caption"), gallery.said_of(block)
        box = gallery.below(block, slot.box, caption, self._assets, how.brand, how.metrics) if caption else None
        above, below = self._raised(said, slot.box) if box is None else (None, box)
        self._fixed(Filled(slot, block, box=above))
        self._caption(said, "a picture's caption", below)

    def _media(self, block: Media) -> None:
        slot = self._layout.slot("media") or self._holder("picture")
        if slot is None:
            self._unplaced.append("a film or sound")
            return
        asset, how, caption = (
            self._assets.get(block.file) if block.file else None,
            self._how,
            self._layout.slot("caption"),
        )
        media, box = posters.placed(block, slot.box, asset)
        said = posters.said_of(media)
        below = gallery.lifted(said, box, slot.box, caption, how.brand, how.metrics) if caption else None
        if below is None:
            above, below = self._raised(said, slot.box)
            media, box = posters.placed(block, above, asset) if above else (media, box)
        self._fixed(Filled(slot, media, box=box))
        self._caption(said, "its caption", below)

    def _chart(self, block: Chart, slot: Slot | None, box: Box | None = None) -> None:
        if slot is None:
            self._unplaced.append("a chart")
            return
        size = self._how.brand.charts.size - (2 if box else 0)
        above, below = self._raised(block.caption, slot.box) if box is None else (box, None)
        self._fixed(Filled(slot, block, (size,), charts.placed(block, above or slot.box)))
        self._caption(block.caption, "a chart's caption", below)

    def _typed(self, block: Code | Formula, slot: Slot | None, box: Box | None = None) -> None:
        """Code or a formula, with what is said below it."""
        what = "code" if isinstance(block, Code) else "a formula"
        if slot is None:
            self._unplaced.append(what)
            return
        how, caption = self._how, self._layout.slot("caption")
        whole = box or slot.box
        if block.caption and caption:
            whole = replace(whole, height=min(whole.height, caption.box.y - whole.y))
        elif block.caption:
            self._unplaced.append(f"a caption below {what}")
        self._standing.append(
            Coded(block, slot, whole, how.brand, how.metrics, caption)
            if isinstance(block, Code)
            else Formulated(block, slot, whole, how.brand, caption)
        )

    def _raised(self, said: Rich, above: Box) -> tuple[Box | None, Box | None]:
        """What is left for what stands above a caption of several lines, and the caption's place; None as laid out."""
        caption = self._layout.slot("caption")
        found = captions.raised(said, above, caption, self._how.brand, self._how.metrics) if caption else None
        return found or (None, None)

    def _caption(self, text: Rich, what: str, box: Box | None = None) -> None:
        caption = self._layout.slot("caption")
        if text and caption:
            self._fixed(Filled(caption, (Paragraph(text, "caption"),), box=box))
        elif text:
            self._unplaced.append(what)

    def _quotation(self, block: Quotation) -> None:
        body, source = self._layout.slot("body"), self._layout.slot("source")
        if body is None:
            self._unplaced.append("a quotation")
        elif source and block.source:
            brand, metrics = self._how.brand, self._how.metrics
            words = Flowing(body, (Quotation(block.text),), brand, metrics, whole=True)
            below = Flowing(source, (Paragraph(block.source, "source"),), brand, metrics, whole=True)
            self._standing.append(Quoted(words, below))
        else:
            said = (Paragraph((Run("— "), *block.source), "source"),) if block.source else ()
            self._flowing(body, (Quotation(block.text), *said), whole=True)

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
                self._fixed(Filled(title, (Paragraph(column.title, "column-title"),)))
            elif title and not titled:
                box = Box(slot.box.x, title.box.y, slot.box.width, slot.box.bottom - title.box.y)
            self._column(column.body, slot, box)

    def _column(self, body: Sequence[Block], slot: Slot, box: Box) -> None:
        """What stands in one column: texts one after the other, or a picture, or a table."""
        other = box if box != slot.box else None
        texts: list[Flow] = []
        for block in body:
            match block:
                case Paragraph() | Items():
                    texts.append(block)
                case Quotation():
                    texts.append(Quotation(block.text))
                    if block.source:
                        texts.append(Paragraph((Run("— "), *block.source), "source"))
                case Picture():
                    self._fixed(Filled(slot, block, box=_from_top(block, box, self._assets)))
                case Table():
                    self._table(block, slot, box)
                case Chart():
                    self._chart(block, slot, box)
                case Code() | Formula():
                    self._typed(block, slot, box)
                case _:
                    self._unplaced.append("this column")
        if texts:
            self._flowing(slot, tuple(texts), other)


def _from_top(picture: Picture, box: Box, assets: Mapping[PurePosixPath, Asset]) -> Box:
    """The upper part of `box` that the whole picture takes, so that it lines up with text beside it."""
    asset = assets[picture.file]
    height = round(box.width * asset.height / asset.width)
    return Box(box.x, box.y, box.width, height) if picture.fit == "contain" and height < box.height else box
