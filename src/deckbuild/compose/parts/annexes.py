"""Annexes: lettered, each on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from deckbuild.blocks import Block, Heading, PageBreak, Paragraph, Run
from deckbuild.compose.parts.part import Guide, prose


def compose(guide: Guide) -> Iterator[Block]:
    """The annexes that the reader may have."""
    for letter, annex in guide.facts.annexes:
        if not annex.for_.includes(guide.reader):
            continue
        head = guide.labels("annex", n=letter, title="\0").split("\0")
        yield PageBreak()
        yield Heading(1, (Run(head[0]), *guide.linker.text(annex.title)), annex.id, numbered=True)
        if annex.text:
            yield from prose(annex.text, guide, under=1)
        else:
            yield Paragraph((Run(guide.labels("annex_file", file=PurePosixPath(annex.file or "").name)),))
