"""The abbreviations with what they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Paragraph, Run
from deckbuild.compose.parts.part import Guide


def compose(guide: Guide) -> Iterator[Block]:
    """The list under its heading."""
    if guide.lesson.abbreviations:
        yield Heading(1, (Run(guide.labels("abbreviations")),), "abbreviations-list")
        yield from listed(guide)


def listed(guide: Guide) -> Iterator[Block]:
    """A line an abbreviation, in alphabetical order."""
    for short, meaning in sorted(guide.lesson.abbreviations.items(), key=lambda pair: pair[0].casefold()):
        yield Paragraph((Run(short, bold=True), Run("\t"), *guide.linker.text(meaning)), "abbreviation")
