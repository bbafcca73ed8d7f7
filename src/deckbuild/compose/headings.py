"""The lines round a slide's content: title, subtitle, eyebrow, number, meta; balanced, and kept within their boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.blocks import Paragraph, Rich, Run
from deckbuild.brand.brand import Layout
from deckbuild.compose.composing import Deck
from deckbuild.compose.designation import day, designation
from deckbuild.compose.fit import Line, balancing, inner, measure, paragraphs, sized
from deckbuild.compose.presentation import Filled
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.facts import SectionFacts, Stop
from deckbuild.labels import Labels


def part_of(part: int, parts: int, labels: Labels) -> Rich:
    """` (2 of 3)` behind the title of a slide that is continued, held to its last word; nothing for a whole one."""
    if parts == 1:
        return ()
    return (Run("\u00a0" + labels("part", n=part, count=parts).replace(" ", "\u00a0"), style="muted"),)


def title(stop: Stop, layout: Layout, deck: Deck, diags: Diagnostics, part: int = 1, parts: int = 1) -> Filled | None:
    """The title in its placeholder, its lines balanced.

    More lines than there is room for are reported (F302) and set smaller, so that they stay in their box all the same;
    what does not fit there at the smallest step is an error (F301).
    """
    slot = layout.slot("title")
    question = stop.posed is not None
    rich = deck.linker.text(stop.posed.stem if stop.posed else stop.title)
    if slot is None or not rich:
        return None
    line = Line((*rich, *part_of(part, parts, deck.labels)), slot.levels[0])
    what, span = "question" if question else "title", _title_span(stop, deck)
    limit = deck.title_lines if stop.slide and not question else 99
    factor, lines, room, stays = _step(line, inner(slot), limit, deck)
    if not stays:
        message = f"the {what} needs {lines} lines at its smallest size, there is room for {room}"
        diags.error("F301", message, span, "say it in fewer words")
    elif lines > room:
        message = f"the {what} takes {lines} lines, there is room for {room}"
        diags.warn("F302", message, span, "say it in fewer words")
    sizes = () if factor == 1 else (sized(slot.levels[0].size, factor, deck.brand),)
    narrow = balancing(line, inner(slot)[0], deck.brand, deck.metrics, factor) if lines > 1 else 0
    return Filled(slot, (Paragraph(line.text, "title"),), sizes, narrow=narrow)


def _step(line: Line, box: tuple[float, float], limit: int, deck: Deck) -> tuple[float, int, int, bool]:
    """The step for a title; the lines it takes where it is set as the brand means it, those there is room for; and
    whether it stays within its box at all.
    """
    meant, lines, room = 1.0, 1, 1
    for meant in deck.brand.heading_scale:
        lines, room, _ = _counted(line, box, meant, deck)
        room = min(room, limit)
        if lines <= room:
            return meant, lines, room, True
    for factor in deck.brand.scale:
        needed, there, stays = _counted(line, box, meant * factor, deck)
        if stays:
            return meant * factor, lines, room, True
    return meant * factor, needed, there, False


def _counted(line: Line, box: tuple[float, float], factor: float, deck: Deck) -> tuple[int, int, bool]:
    """Lines at a step, lines there is room for, and whether it stays within its box."""
    needed = measure((line,), box[0], factor, deck.brand, deck.metrics)
    return needed.lines, int(box[1] / (needed.ink / needed.lines) + 0.05), needed.ink <= box[1] * _HAIR


_HAIR = 1.02
"""A line may reach two per cent beyond its box: what does is its leading, not its ink."""


def _title_span(stop: Stop, deck: Deck) -> Span:
    """Where the text of a slide's title was written: at the slide, its question, its section, or the lesson."""
    if stop.slide and stop.slide.content and stop.posed:
        return stop.slide.content.place.of("question")
    if stop.placed and not (stop.slide and stop.slide.title):
        return stop.placed.place.of("title")
    if stop.slide:
        return stop.slide.place.of("title")
    owner = deck.facts.sections[stop.section - 1].section if stop.generated == "divider" else deck.lesson
    return owner.place.of("title")


def lines(stop: Stop, layout: Layout, deck: Deck) -> Iterator[Filled]:
    """Subtitle, eyebrow, number and meta line, where layout and slide have them."""
    for purpose, rich in _lines(stop, deck):
        slot = layout.slot(purpose) or (layout.slot("caption") if purpose == "subtitle" else None)
        if slot is not None and rich:
            yield Filled(slot, (Paragraph(rich, purpose),))


def _lines(stop: Stop, deck: Deck) -> Iterator[tuple[str, Rich]]:
    lesson, labels = deck.lesson, deck.labels
    body = stop.slide.content if stop.slide else None
    if stop.generated == "title":
        yield "eyebrow", (Run(designation(lesson, deck.facts.programme, labels)),)
        yield "subtitle", deck.linker.text(lesson.subtitle or "")
        minimum = labels("minimum", time=lesson.duration) if lesson.duration else ""
        yield "meta", (Run(_under((*day(deck.facts, labels), deck.edition, minimum), deck)),)
    elif stop.generated == "outcomes":
        yield "lead", (Run(labels("outcomes_lead")),)
    elif stop.generated == "divider":
        section = deck.facts.sections[stop.section - 1]
        yield "number", (Run(str(section.place)),)
        yield "meta", (Run(_section_meta(section, labels)),)
    elif stop.posed or stop.placed:
        yield "eyebrow", _eyebrow(stop, deck)
        yield "meta", minutes(stop)
    elif stop.slide:
        closing = body is None and stop.last
        if closing:
            yield "eyebrow", (Run(designation(lesson, deck.facts.programme, labels)),)
        yield "subtitle", deck.linker.text(stop.slide.subtitle or "")
        if closing:
            yield "meta", deck.linker.text(lesson.title)


def _under(said: Sequence[str], deck: Deck) -> str:
    """The line at the foot of the title slide: of a session as much of it as there is room for, the date first."""
    words = [word for word in said if word]
    slot = deck.brand.layout("title").slot("meta")
    if deck.facts.programme is None or slot is None:
        return " · ".join(words)
    width, height = inner(slot, slot.box)
    smallest = min((*deck.brand.heading_scale, *(deck.brand.heading_scale[-1] * step for step in deck.brand.scale)))
    for count in range(len(words), 1, -1):
        line = " · ".join(words[:count])
        measured = paragraphs((Paragraph((Run(line),), "meta"),), slot.levels)
        if measure(measured, width, smallest, deck.brand, deck.metrics).ink <= height * _HAIR:
            return line
    return " · ".join(words[:1])


def minutes(stop: Stop) -> Rich:
    """The time that a question or an activity has: that of its timer, else the slide's own; () without either."""
    time = stop.timer or stop.duration
    return (Run(str(time)),) if time else ()


def _eyebrow(stop: Stop, deck: Deck) -> Rich:
    """What a slide of its own kind is: `Question`, `Activity 2.0.1`; a question's title takes its place."""
    if stop.placed is None:
        title = stop.slide.title if stop.slide else None
        return deck.linker.text(title or deck.labels("question"))
    target = deck.facts.targets[stop.placed.id]
    return (Run(deck.labels(f"{target.kind}_n", n=target.number)),)


def _section_meta(section: SectionFacts, labels: Labels) -> str:
    """`9 min · slides 4–7`; without minutes where nobody gave any."""
    if not section.duration:
        return labels("slide" if section.single else "slides", n=section.numbers)
    if section.single:
        return labels("section_meta_one", time=section.duration, first=section.numbers)
    first, _, last = section.numbers.partition("–")
    return labels("section_meta", time=section.duration, first=first, last=last)


_FITTED = ("title", "body", "source", *(f"column-{number}" for number in range(1, 5)))
"""Placeholders whose text is fitted, or reported on its own."""


def kept_within(stop: Stop, filled: Sequence[Filled], deck: Deck, diags: Diagnostics) -> tuple[Filled, ...]:
    """`filled`, with lines that would leave their boxes set smaller, all of a kind alike.

    A line that needs it is reported (F303); one that would leave its box even so is an error (F301).
    """
    factors: dict[str, float] = {}
    for one in filled:
        if _is_line(one):
            kind = one.slot.purpose.rstrip("-0123456789")
            factors[kind] = min(factors.get(kind, 1.0), _line_factor(one, stop, deck, diags))
    if all(factor == 1 for factor in factors.values()):
        return tuple(filled)
    return tuple(
        _smaller(one, factors[one.slot.purpose.rstrip("-0123456789")], deck) if _is_line(one) else one for one in filled
    )


def _is_line(one: Filled) -> bool:
    return isinstance(one.content, tuple) and not one.sizes and one.slot.purpose not in _FITTED


def _smaller(one: Filled, factor: float, deck: Deck) -> Filled:
    if factor == 1:
        return one
    levels = one.slot.levels
    return replace(one, sizes=tuple(sized(level.size, factor, deck.brand) for level in levels),
                   before=tuple(level.before * factor for level in levels))  # fmt: skip


def _line_factor(one: Filled, stop: Stop, deck: Deck, diags: Diagnostics) -> float:
    """The step at which a line stays within its box; the smallest where none does."""
    assert isinstance(one.content, tuple)
    width, height = inner(one.slot, one.box)
    measured = paragraphs(one.content, one.slot.levels)
    words, span = one.slot.name.lower(), stop.slide.place.span if stop.slide else deck.lesson.place.span
    whole = needed = measure(measured, width, 1.0, deck.brand, deck.metrics)
    meant = deck.brand.heading_scale
    for factor in (*meant, *(meant[-1] * step for step in deck.brand.scale if step < 1)):
        needed = measure(measured, width, factor, deck.brand, deck.metrics)
        if needed.ink <= height * _HAIR:
            if factor not in meant:
                message = f"the {words} takes {whole.lines} lines, more than its place on the slide"
                diags.warn("F303", message, span, "say it in fewer words")
            return factor
    message = f"the {words} needs {needed.lines} lines at its smallest size, more than its place on the slide"
    diags.error("F301", message, span, "say it in fewer words")
    return factor
