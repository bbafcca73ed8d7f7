"""The handouts, each on pages of its own, ready to be copied, with where and how it is given out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from deckbuild.blocks import (
    Block,
    Heading,
    Item,
    Items,
    NumberOf,
    PageBreak,
    Paragraph,
    Rich,
    Run,
    SlideBlock,
    bare,
    joined,
)
from deckbuild.compose.citations import citation
from deckbuild.compose.codes import code
from deckbuild.compose.cues import placed_for
from deckbuild.compose.parts import abbreviations, glossary
from deckbuild.compose.parts.part import Guide, prose
from deckbuild.compose.parts.slides import joined_screens, linked, pictures_of
from deckbuild.compose.sheets import Sheets
from deckbuild.spec.cue import Reader
from deckbuild.spec.head import Handout

SLIDES = 3
"""Slides on a page of a handout, with lines beside them."""
LINES = 7


def compose(guide: Guide) -> Iterator[Block]:
    """Every handout."""
    for number, handout in guide.facts.handouts:
        yield PageBreak()
        title = guide.linker.text(handout.title)
        head = guide.labels("handout_title", n=number, title="\0").split("\0")
        yield Heading(1, (Run(head[0]), *title), handout.id, numbered=True)
        if guide.trainer:
            given = joined(list(_given(handout, guide)), " · ")
            if given:
                yield Paragraph(given, "small")
        yield from _content(handout, replace(guide, reader=Reader.PARTICIPANT, linker=guide.linker.blanked()))


def _given(handout: Handout, guide: Guide) -> Iterator[Rich]:
    """Where it is given out, how many, and how they are printed."""
    labels = guide.labels
    stops = guide.facts.users.get(handout.id, ())
    if stops:
        numbers = joined([(Run(stop.numbers, link=NumberOf(stop.key)),) for stop in stops], ", ")
        before, _, after = labels("given_at", n="\0").partition("\0")
        yield (Run(before), *numbers, *bare(after))
    if handout.copies:
        yield guide.linker.text(handout.copies)
    if handout.colour:
        yield bare(labels("in_colour"))
    if handout.one_sided:
        yield bare(labels("one_sided"))


def _content(handout: Handout, guide: Guide) -> Iterator[Block]:
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
        case "glossary":
            yield from glossary.listed(guide)
        case "slides":
            yield from _slides(guide)
        case "activities":
            yield from _worksheets(guide)
        case _ if handout.text:
            yield from prose(handout.text, guide, under=1)
        case _:
            name = PurePosixPath(handout.file or "").name
            yield Paragraph((Run(guide.labels("handout_file", file=name)),))


def _slides(guide: Guide) -> Iterator[Block]:
    """Every slide that is shown and was written, three on a page, with lines to write on."""
    shown = [stop for stop in guide.facts.stops if not (stop.hidden or stop.generated)]
    for index, stop in enumerate(shown):
        if index and index % SLIDES == 0:
            yield PageBreak()
        label = guide.labels("slide" if stop.parts == 1 else "slides", n=stop.numbers)
        pictures = pictures_of(stop, guide)
        screen = () if pictures else linked(joined_screens([guide.pages[key] for key in stop.keys]), guide)
        yield SlideBlock("", label, guide.linker.text(stop.title), "", pictures, screen, LINES)


def _worksheets(guide: Guide) -> Iterator[Block]:
    """The worksheets of the activities that participants are led to."""
    sheets = Sheets(guide.facts, guide.labels, guide.linker)
    held = placed_for(guide.lesson, Reader.PARTICIPANT)
    own = [(number, activity) for number, activity in guide.facts.activities if activity.id in held]
    for index, (number, activity) in enumerate(own):
        if index:
            yield PageBreak()
        head = guide.labels("activity_title", n=number, title="\0").split("\0")[0]
        yield Heading(2, (Run(head), *guide.linker.text(activity.title)))
        yield from sheets.worksheet(activity)
