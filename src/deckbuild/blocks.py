"""The waist: the closed set of blocks that slides and documents are made of, and that every output draws.

Kinds and document parts turn into blocks; renderers know blocks only.  A new one is a decision
(docs/decisions): `assert_never` then names every renderer to visit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from deckbuild.formulas import Node
from deckbuild.runs import *  # noqa: F403  (the text in blocks belongs to the waist)
from deckbuild.runs import Rich, plain


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text.  `style` names its part in the whole (body, caption, reference …), not its looks."""

    text: Rich
    style: str = "body"
    anchor: str = ""
    """Key that jumps lead to, where they may lead to this paragraph."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: `level` 0 to 2; `lead` is a number of its own (`2.3`) set apart in front."""

    text: Rich
    level: int = 0
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list.  `look`: plain bullets, small squares to tick, or take-aways with large numbers."""

    items: tuple[Item, ...]
    numbered: bool = False
    look: Literal["plain", "checklist", "takeaways", "outcomes", "lettered"] = "plain"
    reveal: bool = False
    start: int = 1
    """Number of its first point, where it goes on with a list begun before."""
    hang: int = 0
    """EMU from the numbers of a plain list to its text; 0 leaves it to the output."""


Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell over several columns or rows: `row` and `column` count from 0, the header first where there is one."""

    row: int
    column: int
    rows: int
    columns: int

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell there is part of this one."""
        return self.row <= row < self.row + self.rows and self.column <= column < self.column + self.columns


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all as long as `header`, or as the first; `widths` are shares of the whole that add up to 1."""

    header: tuple[Rich, ...]
    rows: tuple[tuple[Rich, ...], ...]
    widths: tuple[float, ...]
    align: tuple[Align, ...]
    total: bool = False
    """Whether the last row sums up the others."""
    caption: Rich = ()
    source: str = ""
    """Where it comes from; compose puts it into the caption."""
    alt: str = ""
    header_column: bool = False
    """Whether the first column names the rows."""
    merged: tuple[Merged, ...] = ()
    """Cells over several columns or rows; those that they cover are empty."""
    marked: tuple[tuple[int, int], ...] = ()
    """Row and column, counted as in `Merged`, of cells that stand out."""
    natural: bool = False
    """Whether `widths` are a guess, to be measured where fonts are known."""
    share: float = 1.0
    """Part of the room's width that it takes."""
    size: float = 0.0
    """Points of its text on a slide, which it then takes the width of; 0 for a table as the brand has it."""
    large: bool = False
    """Whether a document sets it to be read in passing: on a door."""
    tall: int = 0
    """Millimetres that each of its rows takes at least in a document, to be written in."""

    @property
    def lines(self) -> tuple[tuple[Rich, ...], ...]:
        """All rows, the header first where there is one."""
        return (self.header, *self.rows) if self.header else self.rows

    def span(self, row: int, column: int) -> Merged:
        """The merged cell that the one there is part of; itself where it stands alone."""
        return next((one for one in self.merged if one.covers(row, column)), Merged(row, column, 1, 1))


ChartKind = Literal["column", "bar", "line", "area", "pie", "doughnut", "scatter", "radar"]
Stack = Literal["none", "sum", "percent"]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers of a chart; None is a gap."""

    name: str
    values: tuple[float | None, ...]
    line: bool = False
    """Drawn as a line over columns."""
    second: bool = False
    """Measured on the second axis."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers as columns, lines, slices …; every series has a value for each category, or for each of `at`."""

    kind: ChartKind
    of: str
    """What the categories are: `Year`."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    at: tuple[float, ...] = ()
    """Where the points of a scatter chart stand; it has no categories."""
    stack: Stack = "none"
    labels: bool = False
    """Numbers at the marks in place of an axis."""
    heading: str = ""
    """What the numbers count, over their axis."""
    category_title: str = ""
    second_title: str = ""
    unit: str = ""
    decimals: int = 0
    caption: Rich = ()
    source: str = ""
    """Where the numbers come from; compose puts it into the caption."""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the project's, or one made by deckbuild (`file` then begins with `slide:`)."""

    file: PurePosixPath
    alt: str
    """What it shows, for who can't see it; empty only for decoration."""
    caption: Rich = ()
    credit: str = ""
    fit: Literal["contain", "cover", "full"] = "contain"
    """All of it is shown, or it fills its place and is cropped, or it fills the whole slide."""
    focus: tuple[float, float] = (0.5, 0.5)
    """What must stay in sight when it is cropped: shares from left and top."""
    whole: bool = False
    """Whether all its pixels are kept, more than are shown."""
    millimetres: float = 0.0
    """How wide it is in documents; 0 for as wide as pictures usually are."""
    dim: float | None = None
    """Strength of the veil under text that stands on it; None for as much as the text needs."""


@dataclass(frozen=True, slots=True)
class Media:
    """A film or a sound, played from the deck or beside it, or found at an address."""

    kind: Literal["video", "audio"]
    file: PurePosixPath | None
    url: str
    """Address in place of a file; only linked to."""
    alt: str
    """What is to be seen or heard."""
    title: Rich
    running_time: str
    """As written or found out, `6 s`; "" where nobody knows."""
    fallback: Rich
    """What to do when it can't be played."""
    poster: Picture | None
    caption: Rich = ()
    credit: str = ""
    embed: bool = True


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words and whose they are."""

    text: tuple[Rich, ...]
    source: Rich = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Put to the group; options are lettered.  Never holds an answer."""

    stem: Rich
    options: tuple[Rich, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """Source text, kept as it is."""

    text: str
    language: str = ""
    lines: tuple[Rich, ...] = ()
    """Its lines with their looks; () where nobody looked at its language."""
    first: int = 1
    """Number of the first line."""
    numbered: bool = False
    marked: tuple[int, ...] = ()
    """Numbers of the lines that are stressed."""
    caption: Rich = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, or several in line; `latex` as it was written, a line each."""

    tree: Node
    latex: tuple[str, ...]
    caption: Rich = ()
    alt: str = ""
    picture: PurePosixPath | None = None
    """Name of its drawing, for programs that show no Office Math."""


@dataclass(frozen=True, slots=True)
class Card:
    """One of a set: a title and what belongs to it."""

    title: Rich
    body: tuple[Paragraph | Items, ...] = ()
    reveal: bool = False
    """Whether it appears at a click of its own."""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards of one kind side by side, told apart by title and accent."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One of two to four bodies side by side."""

    title: Rich
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Bodies side by side."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Something drawn on a slide from native shapes; figures.py has what there is.

    On a slide it is drawn (compose/figures); documents show the slide's picture, and its words where there is none.
    """

    alt: str = field(default="", kw_only=True)
    """What it shows, where its words would not say it."""

    @property
    def words(self) -> tuple[Block, ...]:
        """The same in words."""
        raise NotImplementedError

    @property
    def description(self) -> str:
        """Alternative text: as the author says it, else its words in one line."""
        return self.alt or "; ".join(filter(None, map(_said, self.words)))


def _said(block: Block) -> str:
    match block:
        case Paragraph():
            return plain(block.text)
        case Items():
            return "; ".join(plain(item.text) for item in block.items)
        case Cards():
            cards = (": ".join(filter(None, (plain(c.title), "; ".join(map(_said, c.body))))) for c in block.cards)
            return ". ".join(cards)
        case _:
            return ""


# --- blocks of documents ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; jumps and page numbers lead to `anchor`; a `small` one looks like level 3, and no contents list it."""

    level: int
    text: Rich
    anchor: str = ""
    numbered: bool = False
    """Whether its first run holds the number that references show (`Handout 1: `)."""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A cue or a box with a label: `kind` (say, tip, note-safety …) chooses the brand's looks, boxed or run in."""

    kind: str
    label: str
    body: tuple[Block, ...]
    answers: tuple[Rich, ...] = ()
    """Suggested answers, introduced by a label of their own; () in what participants read."""
    lines: int = 0
    """Ruled lines to write on below the text."""
    anchor: str = ""
    """Key that jumps lead to, where they may lead to this callout (an activity)."""
    key: str = ""
    """Where its text stands in the specification (`pressures/2`: second cue of that slide), so that edits find back."""


@dataclass(frozen=True, slots=True)
class SlideBlock:
    """A slide in a document: label, picture or text of the screen, beside it lines to write on."""

    key: str
    label: str
    """`Slide 3`: bookmarked, so that references show it."""
    title: Rich
    meta: str
    """Minutes and clock, such as `3 min · 0:01–0:04`."""
    pictures: tuple[Picture, ...]
    """One for each slide of the deck that it takes."""
    screen: tuple[Block, ...] = ()
    """What the slide shows, where there is no picture of it."""
    lines: int = 0
    key_message: Rich = ()
    small: bool = False
    """Whether a small picture will do: there is nothing to teach from it, or it is shown again below."""
    followed: bool = False
    """Whether what follows belongs to it and stays on its page: the chart that it shows, to edit."""
    beside: tuple[Block, ...] = ()
    """What stands to the right of it, below the key message: the notes at a glance."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: `entries` are what it holds before Word has updated it (level, text, key)."""

    entries: tuple[tuple[int, str, str], ...]
    title: str = ""
    field: bool = True
    """Whether it is a field that Word makes anew from the headings; a list of activities is not."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled lines to write on."""

    count: int


@dataclass(frozen=True, slots=True)
class CutOuts:
    """Cards to be cut out and handed round, side by side between dashed lines; each at least `height` mm high."""

    cards: tuple[Column, ...]
    height: int
    across: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class SectionBreak:
    """What follows begins on a new page, with a running head of its own (documents only)."""

    running: bool = False
    """Whether the head names the slide that a page belongs to."""
    odd: bool = False
    """Whether the page is a right-hand one."""
    anchor: str = ""
    """Key of the first heading that follows."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: nothing else stands on it."""

    eyebrow: str
    title: Rich
    subtitle: Rich
    kind: str
    """What this document is: `Facilitator notes`."""
    facts: tuple[tuple[str, str], ...]
    """Label and value: duration, edition."""


Block = (
    Paragraph | Items | Table | Chart | Picture | Media | Quotation | Question | Code | Formula | Cards | Columns
    | Figure | Heading | Callout | SlideBlock | Contents | Lines | CutOuts | PageBreak | SectionBreak | Cover
)  # fmt: skip
