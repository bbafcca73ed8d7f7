"""What all documents of a lesson have in common: properties, running head and foot, the brand's looks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Block, plain
from deckbuild.brand.brand import Brand
from deckbuild.compose.designation import designation
from deckbuild.compose.document import Document
from deckbuild.compose.linking import Linker
from deckbuild.labels import Labels
from deckbuild.properties import Properties
from deckbuild.source import STYLES


def framed(
    blocks: tuple[Block, ...],
    kind: str,
    linker: Linker,
    brand: Brand,
    labels: Labels,
    properties: Properties,
    pictures: Mapping[PurePosixPath, Asset],
    *,
    cover: bool = True,
) -> Document:
    """`blocks` as a document; `kind` says in its head what it is."""
    lesson = linker.lesson
    return Document(
        properties=properties,
        language=labels.language,
        right_to_left=labels.right_to_left,
        paper=brand.paper,
        header_left=f"{designation(lesson, linker.programme, labels)} · {plain(linker.text(lesson.title))}",
        header_right=kind,
        footer_left=properties.edition,
        page_label=labels("page", page="{page}", pages="{pages}"),
        blocks=blocks,
        pictures=pictures,
        callouts=brand.callouts,
        text_styles={**STYLES, **brand.text_styles},
        charts=brand.charts,
        blank_label=labels("blank_page"),
        answers_label=labels("answers"),
        cover=cover,
    )
