"""The handouts, each on pages of its own, ready to be copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from deckbuild.blocks import Block, Heading, Item, Items, PageBreak, Paragraph, Run
from deckbuild.compose.citations import citation
from deckbuild.compose.codes import code
from deckbuild.compose.parts import abbreviations
from deckbuild.compose.parts.part import Guide, prose
from deckbuild.spec.head import Handout


def compose(guide: Guide) -> Iterator[Block]:
    """Every handout."""
    for number, handout in guide.facts.handouts:
        yield PageBreak()
        yield from _handout(number, handout, guide)


def _handout(number: str, handout: Handout, guide: Guide) -> Iterator[Block]:
    """A handout on pages of its own, ready to be copied."""
    title = guide.linker.text(handout.title)
    head = guide.labels("handout_title", n=number, title="\0").split("\0")
    yield Heading(1, (Run(head[0]), *title), handout.id, numbered=True)
    match handout.from_:
        case "key_messages":
            text = guide.linker.text
            listed = tuple(Item(text(message.text)) for message in guide.facts.key_messages)
            yield Items(listed, numbered=True, look="takeaways")
        case "references":
            for one in guide.facts.cited:
                yield Paragraph(citation(one, guide.labels), "reference")
                yield from code(one, guide.lesson, guide.labels)
        case "abbreviations":
            yield from abbreviations.listed(guide)
        case _ if handout.text:
            yield from prose(handout.text, guide, under=1)
        case _:
            name = PurePosixPath(handout.file or "").name
            yield Paragraph((Run(guide.labels("handout_file", file=name)),))
