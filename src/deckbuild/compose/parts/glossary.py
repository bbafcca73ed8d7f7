"""Words of the trade with what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Paragraph, Run
from deckbuild.compose.parts.part import Guide


def compose(guide: Guide) -> Iterator[Block]:
    """The list under its heading."""
    if guide.lesson.glossary:
        yield Heading(1, (Run(guide.labels("glossary")),), "glossary-list")
        yield from listed(guide)


def listed(guide: Guide) -> Iterator[Block]:
    """A paragraph a word, in alphabetical order, with its source behind it."""
    text = guide.linker.text
    for term in sorted(guide.lesson.glossary, key=lambda one: one.term.casefold()):
        source = (Run(" ("), *text(term.source), Run(")")) if term.source else ()
        word = tuple(Run(run.text, True, run.italic) for run in text(term.term))
        yield Paragraph((*word, Run("\t"), *text(term.definition), *source), "abbreviation")
