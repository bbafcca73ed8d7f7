"""The handouts as a document of their own, ready to be printed and given out: nothing of the trainer's is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deckbuild.assets import Asset
from deckbuild.blocks import Block, PageBreak
from deckbuild.brand.brand import Brand
from deckbuild.compose.cues import Cues
from deckbuild.compose.document import Document
from deckbuild.compose.framing import framed
from deckbuild.compose.linking import Linker
from deckbuild.compose.parts import handouts
from deckbuild.compose.parts.part import Guide, picture_file
from deckbuild.compose.presentation import Presentation
from deckbuild.facts import Facts
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.properties import Properties
from deckbuild.spec.cue import Reader


def compose_handouts(
    lesson: Lesson,
    facts: Facts,
    brand: Brand,
    labels: Labels,
    presentation: Presentation,
    pictures: Mapping[str, Asset],
    properties: Properties,
) -> Document:
    """Every handout that is not a file of its own, each from a new page on."""
    linker = Linker(facts, labels, lesson, pages=frozenset(handout.id for _, handout in facts.handouts), blanks=True)
    cues = Cues(facts, labels, linker, Reader.PARTICIPANT)
    pages = {page.key: page for page in presentation.pages}
    guide = Guide(lesson, facts, labels, linker, cues, Reader.PARTICIPANT, pages, pictures, properties)
    blocks = tuple(_blocks(guide))
    kind = labels("handouts")
    shown = {**{picture_file(key): asset for key, asset in pictures.items()}, **presentation.assets}
    titled = replace(properties, title=f"{kind}: {properties.title}")
    return framed(blocks, kind, linker, brand, labels, titled, shown, cover=False)


def _blocks(guide: Guide) -> tuple[Block, ...]:
    own = tuple((number, handout) for number, handout in guide.facts.handouts if handout.file is None)
    made = tuple(handouts.compose(replace(guide, facts=replace(guide.facts, handouts=own))))
    return made[1:] if made and isinstance(made[0], PageBreak) else made
