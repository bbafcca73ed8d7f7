"""The pure picture of a document: running head and foot, and blocks in order.  Renderers draw it as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from deckbuild.assets import Asset
from deckbuild.blocks import Block
from deckbuild.brand.brand import CalloutLook, ChartLook
from deckbuild.properties import Properties


@dataclass(frozen=True)
class Document:
    """A whole document for one reader.  The cover, where there is one, is the first block."""

    properties: Properties
    language: str
    right_to_left: bool
    paper: Literal["A4", "Letter"]
    header_left: str
    header_right: str
    footer_left: str
    page_label: str
    """`Page {page} of {pages}`: the renderer puts fields for the two."""
    blocks: tuple[Block, ...]
    pictures: Mapping[PurePosixPath, Asset]
    """Every picture that a block names, slide pictures included."""
    callouts: Mapping[str, CalloutLook]
    text_styles: Mapping[str, str]
    charts: ChartLook
    blank_label: str
    """Stands on a page that is left empty."""
    answers_label: str
    """Introduces suggested answers."""
    cover: bool = True
    """Whether the first page stands without head and foot."""
    landscape: bool = False
    """Whether the page lies on its long side."""
    edge: str = ""
    """RRGGBB of a line round the page; none where empty."""
    duplex: bool = False
    """Whether it is printed on both sides: mirrored margins, room for the binding, heads and feet side by side."""
    controls: bool = False
    """Whether slides and cues stand in content controls, so that edits can be brought back."""
