"""The content of slides that nobody writes, or not there: agenda, outcomes, key messages, references, questions."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.blocks import Block, Item, Items, Jump, Question, Run, Table
from deckbuild.compose import agenda
from deckbuild.compose.citations import citation
from deckbuild.compose.scope import scope_of
from deckbuild.facts import Facts, Posed, SectionFacts, Stop
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.markdown import inline


def content(stop: Stop, lesson: Lesson, facts: Facts, labels: Labels) -> tuple[Block, ...]:
    """What the generated slide shows below its heading; () for title and dividers."""
    language = labels.language
    near = scope_of(stop, facts)
    match stop.generated:
        case "programme":
            return (agenda.programme(facts, labels),)
        case "part":
            return (agenda.beginning(stop.part, facts, labels),)
        case "module":
            return agenda.module(facts.parts[stop.part - 1].part.module, facts, labels)
        case "agenda":
            return (Items(tuple(_agenda(near.sections, labels)), numbered=True, look="takeaways"),)
        case "outcomes":
            outcomes = tuple(Item(inline(outcome.text, language)) for outcome in near.outcomes(lesson))
            return (Items(outcomes, numbered=True, look="outcomes"),)
        case "key_messages":
            messages = tuple(Item(inline(message.text, language)) for message in near.messages)
            return (Items(messages, numbered=True, look="takeaways"),)
        case "references":
            return (Items(tuple(Item(citation(cited, labels)) for cited in near.cited)),)
        case _:
            return ()


def asked(posed: Posed, labels: Labels) -> tuple[Block, ...]:
    """What a question slide shows: the options to choose from, or what is to be put together; never an answer."""
    language = labels.language
    if posed.pairs:
        rows = tuple(
            (
                (Run(f"{number}   ", bold=True), *inline(part, language)),
                (Run(f"{letter(number - 1)}   ", bold=True), *inline(match, language)),
            )
            for number, (part, match) in enumerate(posed.pairs, 1)
        )
        return (Table((), rows, (0.5, 0.5), ("left", "left"), alt=posed.stem),)
    return (Question(inline(posed.stem, language), tuple(inline(option, language) for option in posed.options)),)


def letter(number: int) -> str:
    """The letter of an option: A for the first, which is 0."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number]


def _agenda(sections: Sequence[SectionFacts], labels: Labels) -> list[Item]:
    """A line a section: its title as a link to its first slide, and its minutes."""
    items = []
    for section in sections:
        if not section.stops:
            continue
        link = Jump(section.stops[0].key)
        title = tuple(
            Run(run.text, run.bold, run.italic, style="ink", link=link)
            for run in inline(section.section.title, labels.language)
        )
        minutes = (Run(f" · {section.duration}", style="muted"),) if section.duration else ()
        items.append(Item((*title, *minutes)))
    return items
