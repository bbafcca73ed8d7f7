"""The pure picture of a deck: pages with filled placeholders and free drawings.  Renderers draw it as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from deckbuild.blocks import Block, Card, Items, Paragraph, Picture, Question, Quotation, Rich, Table
from deckbuild.brand.brand import Box, Slot


@dataclass(frozen=True)
class Properties:
    """Core properties of a file, and the marks by which `verify` knows it again."""

    title: str
    subject: str
    author: str
    keywords: str
    language: str
    edition: str
    lesson: str
    """Number of the lesson."""
    source: str
    """Path of the specification within its project."""
    build: str
    """Hash of everything the build read, and of the tool's version: equal in all files of one build."""


@dataclass(frozen=True)
class Asset:
    """A picture file as read: its bytes, its type by content, its size in pixels."""

    content: bytes
    kind: Literal["png", "jpeg", "svg"]
    width: int
    height: int


@dataclass(frozen=True)
class Filled:
    """A placeholder and what stands in it.  `sizes` are points by level where they differ from the layout's."""

    slot: Slot
    block: Paragraph | Items | Quotation | Picture | Table
    sizes: tuple[float, ...] = ()
    box: Box | None = None
    """Where it stands, if not where the layout says."""


@dataclass(frozen=True)
class CardShape:
    """A card: one shape with its title and text, and the thin edge beside it."""

    name: str
    box: Box
    card: Card
    accent: str
    """Theme slot of edge and title."""
    title_size: float
    text_size: float
    lead_width: int = 0
    """EMU kept for numbers set apart in front of items."""
    letter: str = ""
    """Letter of an option, where cards are a question's options."""


Drawing = CardShape


@dataclass(frozen=True)
class Page:
    """A slide."""

    key: str
    number: int
    name: str
    """Stable name for the slide in the file: its key."""
    layout: str
    """Part name of its layout."""
    title: str
    """Plain text, unique in the deck."""
    filled: tuple[Filled, ...]
    drawings: tuple[Drawing, ...] = ()
    notes: tuple[Block, ...] = ()
    footer: str = ""
    footer_slot: Slot | None = None
    number_slot: Slot | None = None
    reveal: bool = False


@dataclass(frozen=True)
class DeckSection:
    """A section of the deck as PowerPoint shows it: name, and the keys of its pages."""

    name: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Presentation:
    """A whole deck."""

    properties: Properties
    language: str
    right_to_left: bool
    width: int
    height: int
    pages: tuple[Page, ...]
    sections: tuple[DeckSection, ...]
    assets: Mapping[PurePosixPath, Asset]
    text_styles: Mapping[str, str]
    notes_labels: Mapping[str, str]


__all__ = ["Asset", "CardShape", "DeckSection", "Filled", "Page", "Presentation", "Properties", "Question", "Rich"]
