"""A document as a flow of blocks, whatever it was written with: what a text and a Word file have in common.

Texts are Markdown already (`text`), beside the words as they stand in the file (`plain`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Para:
    """A paragraph, a heading or an item of a list."""

    text: str
    plain: str
    place: str = ""
    part: str = "text"
    heading: int = 0
    """Level of a heading from 1; 0 for none."""
    title: bool = False
    """Whether it is the document's title."""
    item: int = -1
    """Level of an item of a list from 0; -1 for none."""
    numbered: bool = False
    lettered: bool = False
    """Whether its number is a letter: an option to choose, perhaps."""
    bold: bool = False
    """Whether all of it is bold: a heading that nobody styled, perhaps."""
    ruled: bool = False
    """A line across the page, without a text."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table; `above` says that it goes on from the cell above it, `span` over how many columns it goes."""

    blocks: tuple[Block, ...] = ()
    span: int = 1
    above: bool = False

    @property
    def text(self) -> str:
        """Its paragraphs as one line of Markdown."""
        return " ".join(one.text for one in paras(self.blocks) if one.text)


@dataclass(frozen=True)
class Table:
    """A table, row by row."""

    rows: tuple[tuple[Cell, ...], ...]
    header: bool = False
    """Whether its first row is said to be the header."""
    place: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture: the name of its file, and what it shows where that is said."""

    name: str
    alt: str = ""
    place: str = ""
    small: bool = False
    """Whether it is too small to be shown on its own, such as a button in a line of text."""


@dataclass(frozen=True)
class Box:
    """What stands apart in a frame: a text box, or the content of a slide that is marked as such."""

    blocks: tuple[Block, ...]
    place: str = ""


Block = Para | Table | Picture | Box


@dataclass(frozen=True)
class Flow:
    """A whole document."""

    file: str
    blocks: tuple[Block, ...]
    language: str = ""
    """Of the document, where it says so."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Pictures by name."""
    footer: str = ""
    """A text that stands at the foot of every page."""
    title: str = ""
    """The title in the document's properties."""


def paras(blocks: Sequence[Block]) -> Iterator[Para]:
    """All paragraphs, those in tables and boxes too, in order."""
    for block in blocks:
        match block:
            case Para():
                yield block
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from paras(cell.blocks)
            case Box():
                yield from paras(block.blocks)
