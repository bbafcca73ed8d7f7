"""What stands in the speaker's notes of a slide."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Callout, Item, Items, Paragraph, Run
from deckbuild.compose.agenda import span_of
from deckbuild.compose.composing import Deck
from deckbuild.facts import Posed, Stop
from deckbuild.footnotes import at_foot


def continued(stop: Stop, deck: Deck) -> tuple[Block, ...]:
    """The notes of the further slides that a slide takes: where its own stand."""
    return (Paragraph((Run(deck.labels("notes_at", n=stop.shown()), italic=True),)),) if notes(stop, deck) else ()


def notes(stop: Stop, deck: Deck) -> tuple[Block, ...]:
    """The trainer's cues; those of a section stand with its first slide, and a key message before them."""
    out: list[Block] = []
    section = deck.facts.sections[stop.section - 1] if stop.section else None
    if section and section.stops[:1] == (stop,):
        out += deck.cues.blocks(section.section.notes)
        out += deck.cues.instead(section.section)
    out += _of_part(stop, deck)
    slide = stop.slide
    if slide and slide.key_message:
        text = deck.linker.text(slide.key_message)
        out.append(Paragraph((Run(deck.labels("key_message") + ": ", bold=True), *text), "key-message"))
    if stop.timer:
        out.append(Paragraph((Run(deck.labels("timer_note", time=stop.timer), italic=True),)))
    if slide:
        out += (*deck.cues.blocks(slide.notes), *deck.cues.instead(slide))
    if stop.posed:
        out += _answers(stop.posed, deck)
    return at_foot(out)


def _of_part(stop: Stop, deck: Deck) -> Iterator[Block]:
    """In a session the time of day at which a slide is due; where a part begins also who leads it, and its cues."""
    times = deck.facts.clocks.get(stop.key)
    part = deck.facts.parts[stop.part - 1].part if stop.generated == "part" else None
    lead = part.entry.lead if part and part.entry else ()
    whole = deck.facts.clocks.get(part.key) if part else times
    led = deck.labels("led_by", names=", ".join(lead)) if lead else ""
    said = " · ".join(filter(None, (span_of(whole) if whole else "", led)))
    if said:
        yield Paragraph((Run(said, italic=True),))
    if part and part.entry:
        yield from deck.cues.blocks(part.entry.notes)


def _answers(asked: Posed, deck: Deck) -> Iterator[Block]:
    """What the trainer expects to hear to a question slide, and what to say about it."""
    text = deck.linker.text
    if asked.answers:
        listed = Items(tuple(Item(text(answer)) for answer in asked.answers))
        yield Callout("ask", deck.labels("answers"), (listed,))
    if asked.feedback or asked.said:
        said = tuple(Item((*text(option), Run(": "), *text(feedback))) for option, feedback in asked.said)
        general = (Paragraph(text(asked.feedback)),) if asked.feedback else ()
        yield Callout("ask", deck.labels("feedback"), (*general, *((Items(said),) if said else ())))
