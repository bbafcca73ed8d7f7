"""The pure picture of a deck: pages with filled placeholders and free drawings.  Renderers draw it as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from deckbuild.assets import Asset as Asset
from deckbuild.blocks import Block, Card, Chart, Code, Formula, Items, Media, Paragraph, Picture, Quotation, Rich, Table
from deckbuild.brand.brand import Box, ChartLook, Slot
from deckbuild.compose.drawing import Group, Shape
from deckbuild.properties import Properties

NUMBER_ROOM = 30 * 9525
"""EMU from the number of a point to its text: wider than a bullet's."""


@dataclass(frozen=True)
class Filled:
    """A placeholder and what stands in it.  `sizes` are points by level where they differ from the layout's."""

    slot: Slot
    content: Picture | Media | Table | Chart | Code | Formula | tuple[Paragraph | Items | Quotation, ...]
    sizes: tuple[float, ...] = ()
    box: Box | None = None
    """Where it stands, if not where the layout says."""
    narrow: int = 0
    """EMU added to the right inset so that lines are balanced and no short word stands alone."""
    row_heights: tuple[int, ...] = ()
    """EMU, for a table."""
    before: tuple[float, ...] = ()
    """Points above a paragraph by level, where `sizes` differ from the layout's."""


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
    padding: int = 0
    """EMU between the edges and the text."""
    edge: int = 0
    """EMU, width of the edge."""
    side: Literal["left", "top"] = "left"
    """Where the edge stands."""
    outline: str = ""
    """Theme slot of a thin line around; "" for none."""
    before: float = 0.0
    """Points above each item."""
    fill: str = "bg2"
    """Theme slot of the ground; "" for none."""
    narrow: int = 0
    """EMU added to the right padding so that no short word stands alone."""
    icon: tuple[Shape, ...] = ()
    """What stands above the title."""
    raised: int = 0
    """EMU that the icon takes."""


@dataclass(frozen=True)
class PictureShape:
    """One of several pictures, with its caption below it."""

    name: str
    box: Box
    picture: Picture
    caption: Rich = ()
    caption_box: Box | None = None
    caption_size: float = 12.0


@dataclass(frozen=True)
class Veil:
    """A field of one colour between a picture and the text on it."""

    box: Box
    fill: str
    """Theme slot."""
    opacity: float
    """From 0, nothing is seen of it, to 1, nothing is seen of the picture."""


@dataclass(frozen=True)
class Backdrop:
    """A picture as a slide's ground, cropped round its focus to the slide's sides."""

    file: PurePosixPath
    focus: tuple[float, float]
    across: int
    """Pixels across that are kept."""


@dataclass(frozen=True)
class Countdown:
    """The timer of a slide: what is drawn of it, and which of these shapes gets shorter while the time runs."""

    shapes: tuple[Shape, ...]
    bar: str = ""
    """Name of that shape; "" where no time runs."""
    seconds: int = 0


Drawing = CardShape | PictureShape | Group


@dataclass(frozen=True)
class Page:
    """A slide."""

    key: str
    number: int
    name: str
    """Stable name for the slide in the file: its key."""
    layout: str
    """Part name of its layout."""
    layout_name: str
    """Its name, for people."""
    title: str
    """Plain text, unique in the deck."""
    filled: tuple[Filled, ...]
    drawings: tuple[Drawing, ...] = ()
    notes: tuple[Block, ...] = ()
    footer: str = ""
    footer_slot: Slot | None = None
    number_slot: Slot | None = None
    counted: str = ""
    """The number that stands on it, where it is not that of the deck."""
    stop: str = ""
    """Key of the slide it is, or is one part of."""
    date: str = ""
    date_slot: Slot | None = None
    hidden: bool = False
    """Kept in the deck without being shown."""
    backdrop: Backdrop | None = None
    under: tuple[Filled | Veil, ...] = ()
    """What lies under all else: a picture over the whole slide, a veil."""
    plain: bool = False
    """Whether the decoration of layout and master is left out, because it would lie over the slide's background."""
    transition: Literal["none", "fade", "push"] = "none"
    """How it takes the place of the page before it."""
    countdown: Countdown | None = None
    colour_map: tuple[tuple[str, str], ...] = ()
    """Its layout's own map of colours, repeated on the slide; () for the master's."""


@dataclass(frozen=True)
class DeckSection:
    """A section of the deck as PowerPoint shows it: name, and the keys of its pages."""

    name: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Show:
    """Pages that can be shown on their own, as PowerPoint's custom shows are: its name, and the keys of the pages."""

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
    """Named text style -> theme slot."""
    mono: str
    """Family for code."""
    beside: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """Films and sounds that lie beside the deck, by their path: how the deck names them."""
    shows: tuple[Show, ...] = ()
    widths: Mapping[PurePosixPath, int] = field(default_factory=dict)
    """Pixels across that are kept of a picture; a picture that is not here is kept whole."""
    charts: ChartLook = field(default_factory=ChartLook)

    @property
    def parts(self) -> dict[str, int]:
        """How many pages a slide takes, by its key, where it is continued."""
        counts = Counter(page.stop for page in self.pages)
        return {key: count for key, count in counts.items() if count > 1}
