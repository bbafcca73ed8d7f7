"""The content of slides that nobody writes: agenda, outcomes, key messages, references."""

from __future__ import annotations

from deckbuild.blocks import Block, Item, Items, Jump, Run
from deckbuild.compose.citations import citation
from deckbuild.facts import Facts, Stop
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.markdown import inline


def content(stop: Stop, lesson: Lesson, facts: Facts, labels: Labels) -> tuple[Block, ...]:
    """What the generated slide shows below its heading; () for title and dividers."""
    language = labels.language
    match stop.generated:
        case "agenda":
            return (Items(tuple(_agenda(facts, labels)), numbered=True, look="takeaways"),)
        case "outcomes":
            outcomes = tuple(Item(inline(outcome.text, language)) for outcome in lesson.outcomes)
            return (Items(outcomes, numbered=True, look="outcomes"),)
        case "key_messages":
            messages = tuple(Item(inline(message.text, language)) for message in facts.key_messages)
            return (Items(messages, numbered=True, look="takeaways"),)
        case "references":
            return (Items(tuple(Item(citation(cited, labels)) for cited in facts.cited)),)
        case _:
            return ()


def _agenda(facts: Facts, labels: Labels) -> list[Item]:
    """A line a section: its title as a link to its first slide, and its minutes."""
    items = []
    for section in facts.sections:
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
