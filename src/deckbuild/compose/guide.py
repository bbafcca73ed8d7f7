"""Facilitator notes and participant guide: Lesson + Facts + slide pictures + Reader -> Document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckbuild.assets import Asset
from deckbuild.blocks import Block, Contents, Heading, PageBreak, SectionBreak
from deckbuild.brand.brand import Brand
from deckbuild.compose import codes, parts
from deckbuild.compose.cues import Cues, has_something, placed_for
from deckbuild.compose.document import Document
from deckbuild.compose.framing import framed
from deckbuild.compose.linking import Linker
from deckbuild.compose.parts.part import Guide, Part, picture_file
from deckbuild.compose.presentation import Presentation
from deckbuild.facts import Facts
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.properties import Properties
from deckbuild.spec.cue import Reader
from deckbuild.spec.pack import Density


def compose_guide(
    lesson: Lesson,
    facts: Facts,
    brand: Brand,
    labels: Labels,
    presentation: Presentation,
    pictures: Mapping[str, Asset],
    reader: Reader,
    properties: Properties,
    density: Density = "full",
    *,
    duplex: bool = False,
) -> Document:
    """The document for `reader`.  `pictures` are slides by key; a slide without one is shown as text."""
    linker = Linker(
        facts,
        labels,
        lesson,
        pages=frozenset(_on_pages(lesson, facts, reader, density)),
        blanks=reader is Reader.PARTICIPANT,
    )
    cues = Cues(facts, labels, linker, reader)
    pages = {page.key: page for page in presentation.pages}
    guide = Guide(lesson, facts, labels, linker, cues, reader, pages, pictures, properties, density, duplex)
    slides = {picture_file(key): asset for key, asset in pictures.items()}
    shown = {**slides, **presentation.assets, **codes.assets(facts.cited, lesson)}
    made = framed(
        tuple(_blocks(guide)), guide.kind, linker, brand, labels, properties, shown, cover=density != "glance"
    )
    return replace(made, duplex=duplex, controls=guide.trainer)


def _on_pages(lesson: Lesson, facts: Facts, reader: Reader, density: Density) -> Iterator[str]:
    """Keys of what has a place of its own in the reader's document."""
    trainer = reader is Reader.TRAINER
    yield from (section.key for section in facts.sections if has_something(section, reader))
    yield from (part.part.key for part in facts.parts)
    yield from (stop.key for stop in facts.stops if trainer or not (stop.generated or stop.hidden))
    if density == "glance":
        return
    yield from (one.id for one in facts.cited)
    yield from (handout.id for _, handout in facts.handouts if trainer)
    yield from (annex.id for _, annex in facts.annexes if annex.for_.includes(reader))
    yield from (question.id for _, question in facts.questions if trainer)
    yield from placed_for(lesson, reader)


def _blocks(guide: Guide) -> Iterator[Block]:
    """All parts that have something in them, in order; page breaks where they want them."""
    omitted = guide.lesson.omit or ()
    own = [
        part
        for part in parts.ALL
        if guide.reader in part.readers and guide.density in part.densities and part.name not in omitted
    ]
    made = {part.name: tuple(part.compose(guide)) for part in own if not part.late}
    headings = tuple(block for blocks in made.values() for block in blocks if isinstance(block, Heading))
    late = replace(guide, headings=headings)
    made.update({part.name: tuple(part.compose(late)) for part in own if part.late})
    before: Part | None = None
    for part in own:
        if made[part.name]:
            yield from _placed(part, made[part.name], before, guide)
            before = part


def _placed(part: Part, blocks: tuple[Block, ...], before: Part | None, guide: Guide) -> Iterator[Block]:
    """The part with the break before it: a section's where head or side of the leaf changes, else a page's."""
    first, rest = (blocks[0], blocks[1:]) if isinstance(blocks[0], PageBreak) else (None, blocks)
    odd = guide.duplex and part.odd
    if before and (first or part.begins or before.ends):
        change = odd or part.running != before.running
        yield SectionBreak(part.running, odd, _anchor(rest)) if change else PageBreak()
    elif not before and part.running:
        yield SectionBreak(part.running, odd, _anchor(rest))
    for number, block in enumerate(rest):
        own = odd and isinstance(block, PageBreak)
        yield SectionBreak(part.running, odd, _anchor(rest[number:])) if own else block


def _anchor(blocks: tuple[Block, ...]) -> str:
    """Key of the first heading that has one."""
    keyed = (block for block in blocks if isinstance(block, (Heading, Contents)))
    return next((block.anchor for block in keyed if block.anchor), "")
