"""Choose a layout for each slide and fill its placeholders: Lesson + Facts + Brand -> Presentation.

All choices about looks are made here, so that renderers only draw.  No python-pptx in this folder.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Block, Callout, Item, Items, Paragraph, Rich, Run, plain
from deckbuild.brand.brand import Brand, Layout, Slot
from deckbuild.compose import charts, generated
from deckbuild.compose.arrange import Arranged, Arranging, arrange, arrange_texts
from deckbuild.compose.backdrop import grounded
from deckbuild.compose.cues import Cues
from deckbuild.compose.fit import Line, balancing, inner, measure, paragraphs, stepped
from deckbuild.compose.flowing import Flow
from deckbuild.compose.icons import report_unknown
from deckbuild.compose.linking import Linker
from deckbuild.compose.measure import Metrics, metrics
from deckbuild.compose.pixels import widths
from deckbuild.compose.presentation import DeckSection, Filled, Page, Presentation
from deckbuild.diagnostics.model import NOWHERE, Diagnostics, Span
from deckbuild.facts import Facts, SectionFacts, Stop
from deckbuild.kinds.placeholders import Placeholders
from deckbuild.kinds.question import Question
from deckbuild.kinds.text import flow
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.properties import Properties
from deckbuild.spec.cue import Reader


@dataclass(frozen=True)
class Deck:
    """What every page of one deck is composed from."""

    lesson: Lesson
    facts: Facts
    brand: Brand
    labels: Labels
    linker: Linker
    cues: Cues
    metrics: Metrics
    edition: str
    title_lines: int


def compose_deck(
    lesson: Lesson,
    facts: Facts,
    brand: Brand,
    labels: Labels,
    assets: Mapping[PurePosixPath, Asset],
    properties: Properties,
    diags: Diagnostics,
    *,
    title_lines: int = 2,
) -> Presentation:
    """The whole deck.  Reports a layout that the brand lacks (B102) and text that does not fit (F301, F302)."""
    cues = Cues(facts, labels, Linker(facts, labels, lesson), Reader.TRAINER)
    linker = Linker(facts, labels, lesson)
    deck = Deck(
        lesson,
        facts,
        brand,
        labels,
        linker,
        cues,
        metrics(brand.faces, brand.mono_family),
        properties.edition,
        title_lines,
    )
    report_unknown(lesson, diags)
    pages = tuple(_page(stop, deck, assets, diags) for stop in facts.stops)
    return Presentation(
        properties=properties,
        language=labels.language,
        right_to_left=labels.right_to_left,
        width=brand.width,
        height=brand.height,
        pages=pages,
        sections=tuple(_sections(deck)),
        assets=assets,
        text_styles=brand.text_styles,
        mono=brand.mono_family,
        widths=widths(pages, assets),
        charts=brand.charts,
    )


def _sections(deck: Deck) -> Iterator[DeckSection]:
    """Sections named with their minutes; the slides before the first one make an opening of their own."""
    opening = tuple(stop.key for stop in deck.facts.stops if stop.section == 0)
    if opening:
        yield DeckSection(deck.labels("opening"), opening)
    for section in deck.facts.sections:
        name = plain(deck.linker.text(section.section.title))
        if section.duration:
            name = f"{name} ({section.duration})"
        yield DeckSection(name, tuple(stop.key for stop in section.stops))


def _page(stop: Stop, deck: Deck, assets: Mapping[PurePosixPath, Asset], diags: Diagnostics) -> Page:
    layout = _layout(stop, deck, diags)
    blocks = _blocks(stop, deck)
    how = Arranging(layout, deck.brand, deck.metrics, assets, "error", right_to_left=deck.labels.right_to_left)
    arranged = _named(stop, how, deck, diags) or arrange(blocks, how)
    placed = arranged.pages[0]
    _report(stop, arranged, layout, diags)
    heading = _heading(stop, layout, deck, diags)
    fixed = tuple(_fixed(stop, layout, deck))
    _report_lines(stop, (*fixed, *placed.filled), deck, diags)
    number, footer = layout.slot("slide-number"), layout.slot("footer")
    slide = stop.slide
    page = Page(
        key=stop.key,
        number=stop.number,
        name=stop.key,
        layout=layout.part,
        layout_name=layout.name,
        title=plain(deck.linker.text(stop.title)),
        filled=(*([heading] if heading else []), *fixed, *placed.filled),
        drawings=placed.drawings,
        notes=_notes(stop, deck),
        footer=deck.edition,
        footer_slot=footer if deck.edition else None,
        number_slot=number if slide is None or slide.slide_number else None,
        hidden=stop.hidden,
        transition=(slide and slide.transition) or deck.brand.transition,
        colour_map=layout.colour_map,
    )
    return grounded(page, slide, layout, deck.brand, deck.metrics, assets, diags) if slide else page


def _layout(stop: Stop, deck: Deck, diags: Diagnostics) -> Layout:
    """The layout that the author names, else the one that serves the kind."""
    slide = stop.slide
    if slide and slide.layout:
        named = deck.brand.named(slide.layout)
        if named:
            return named
        offered = ", ".join(layout.name for layout in deck.brand.layouts)
        message = f"brand `{deck.brand.name}` has no layout called `{slide.layout}`"
        diags.error("B102", message, slide.place.of("layout"), f"choose one of {offered}")
    return deck.brand.layout(role_of(stop))


def role_of(stop: Stop) -> str:
    """The role of the layout that a slide asks for; a last slide without a body closes the lesson."""
    body = stop.slide.content if stop.slide else None
    if stop.generated:
        return "section" if stop.generated == "divider" else stop.generated.replace("_", "-")
    if body is not None:
        return body.layout_role()
    if stop.slide and stop.slide.background and not stop.last:
        return "picture-full"
    return "closing" if stop.last else "statement"


def _blocks(stop: Stop, deck: Deck) -> tuple[Block, ...]:
    """What the slide shows below its heading, with references and short forms resolved."""
    if stop.generated:
        made = generated.content(stop, deck.lesson, deck.facts, deck.labels)
    elif stop.slide and stop.slide.content:
        made = stop.slide.content.fill(deck.labels.language)
    else:
        made = ()
    return tuple(deck.linker.block(block) for block in made)


def _named(stop: Stop, how: Arranging, deck: Deck, diags: Diagnostics) -> Arranged | None:
    """The placeholders that the author fills by name or index; None for every other kind."""
    body = stop.slide.content if stop.slide else None
    if not isinstance(body, Placeholders):
        return None
    layout = how.layout
    free = [slot for slot in layout.slots if slot.purpose not in ("title", "footer", "slide-number", "date")]
    by_name = {name: slot for slot in free for name in (slot.name, str(slot.index))}
    given: list[tuple[Slot, tuple[Flow, ...]]] = []
    for name, text in body.placeholders.items():
        slot = by_name.get(name)
        if slot is None:
            near = difflib.get_close_matches(name, by_name, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"choose one of {', '.join(slot.name for slot in free)}"
            message = f"the layout `{layout.name}` has no placeholder called `{name}`"
            diags.error("B103", message, body.place.of("placeholders"), hint)
        else:
            texts = (deck.linker.block(block) for block in flow(text, deck.labels.language))
            given.append((slot, tuple(block for block in texts if isinstance(block, (Paragraph, Items)))))
    return arrange_texts(given, how)


def _heading(stop: Stop, layout: Layout, deck: Deck, diags: Diagnostics) -> Filled | None:
    """The title in its placeholder, its lines balanced; more lines than there is room for are reported (F302)."""
    slot = layout.slot("title")
    body = stop.slide.content if stop.slide else None
    written = body.question.stem if isinstance(body, Question) else stop.title
    rich = deck.linker.text(written)
    if slot is None or not rich:
        return None
    width, height = inner(slot)
    line = Line(rich, slot.levels[0])
    limit = deck.title_lines if stop.slide and not isinstance(body, Question) else None
    factor, lines, room = _steps_of_heading(line, (width, height), limit, deck)
    if lines > room:
        what = "question" if isinstance(body, Question) else "title"
        message = f"the {what} takes {lines} lines, there is room for {room}"
        diags.warn("F302", message, _title_span(stop, deck), "say it in fewer words")
    sizes = (stepped(slot.levels[0].size, factor),) if factor != 1 else ()
    narrow = balancing(line, width, deck.brand, deck.metrics, factor)
    return Filled(slot, (Paragraph(rich, "title"),), sizes, narrow=narrow)


def _steps_of_heading(line: Line, box: tuple[float, float], limit: int | None, deck: Deck) -> tuple[float, int, int]:
    """The largest step at which a heading fits, the lines that it takes there, and those there is room for."""
    factor, lines, room = 1.0, 1, 1
    for factor in deck.brand.heading_scale:
        needed = measure((line,), box[0], factor, deck.brand, deck.metrics)
        lines, room = needed.lines, int(box[1] / (needed.height / needed.lines) + 0.05)
        room = room if limit is None else min(room, limit)
        if lines <= room:
            break
    return factor, lines, room


def _title_span(stop: Stop, deck: Deck) -> Span:
    """Where the text of a slide's title was written: at the slide, its question, its section, or the lesson."""
    if stop.slide and isinstance(stop.slide.content, Question):
        return stop.slide.content.place.of("question")
    if stop.slide:
        return stop.slide.place.of("title")
    owner = deck.facts.sections[stop.section - 1].section if stop.generated == "divider" else deck.lesson
    return owner.place.of("title")


def _fixed(stop: Stop, layout: Layout, deck: Deck) -> Iterator[Filled]:
    """Subtitle, eyebrow, number and meta line, where layout and slide have them."""
    for purpose, rich in _lines(stop, deck):
        slot = layout.slot(purpose) or (layout.slot("caption") if purpose == "subtitle" else None)
        if slot is not None and rich:
            yield Filled(slot, (Paragraph(rich, purpose),), _sizes_of_line(slot, rich, deck))


def _sizes_of_line(slot: Slot, rich: Rich, deck: Deck) -> tuple[float, ...]:
    """The size of a single line where its own is too large for its place; () keeps that of the layout."""
    if len(deck.brand.heading_scale) < 2 or not slot.levels:
        return ()
    width, height = inner(slot)
    line = Line(rich, replace(slot.levels[0], indent=0, hanging=0))
    steps = deck.brand.heading_scale
    fits = (f for f in steps if measure((line,), width, f, deck.brand, deck.metrics).height <= height)
    factor = next(fits, steps[-1])
    return (stepped(slot.levels[0].size, factor),) if factor != 1 else ()


def _lines(stop: Stop, deck: Deck) -> Iterator[tuple[str, Rich]]:
    lesson, labels = deck.lesson, deck.labels
    body = stop.slide.content if stop.slide else None
    if stop.generated == "title":
        yield "eyebrow", (Run(labels("lesson", n=lesson.lesson)),)
        yield "subtitle", deck.linker.text(lesson.subtitle or "")
        minimum = labels("minimum", time=lesson.duration) if lesson.duration else ""
        yield "meta", (Run(" · ".join(filter(None, (deck.edition, minimum)))),)
    elif stop.generated == "outcomes":
        yield "lead", (Run(labels("outcomes_lead")),)
    elif stop.generated == "divider":
        section = deck.facts.sections[stop.section - 1]
        yield "number", (Run(str(section.number)),)
        yield "meta", (Run(_section_meta(section, labels)),)
    elif isinstance(body, Question):
        eyebrow = stop.slide.title if stop.slide and stop.slide.title else labels("question")
        yield "eyebrow", deck.linker.text(eyebrow)
        yield "meta", (Run(str(stop.duration)),) if stop.duration else ()
    elif stop.slide:
        yield "subtitle", deck.linker.text(stop.slide.subtitle or "")
        if body is None and stop.last:
            yield "eyebrow", (Run(labels("lesson", n=lesson.lesson)),)
            yield "meta", deck.linker.text(lesson.title)


def _section_meta(section: SectionFacts, labels: Labels) -> str:
    """`9 min · slides 4–7`; without minutes where nobody gave any."""
    if section.first == section.last:
        return labels("section_meta_one", time=section.duration, first=section.first)
    return labels("section_meta", time=section.duration, first=section.first, last=section.last)


def _notes(stop: Stop, deck: Deck) -> tuple[Block, ...]:
    """The trainer's cues; those of a section stand with its first slide, and a key message before them."""
    out: list[Block] = []
    section = deck.facts.sections[stop.section - 1] if stop.section else None
    if section and section.first == stop.number and section.section.notes:
        out += deck.cues.blocks(section.section.notes)
    slide = stop.slide
    if slide and slide.key_message:
        text = deck.linker.text(slide.key_message)
        out.append(Paragraph((Run(deck.labels("key_message") + ": ", bold=True), *text), "key-message"))
    if slide:
        out += deck.cues.blocks(slide.notes)
        if isinstance(slide.content, Question):
            out += _answers(slide.content, deck)
    return tuple(out)


def _answers(question: Question, deck: Deck) -> Iterator[Block]:
    """What the trainer expects to hear to a question slide, and what to say about it."""
    asked, text = question.question, deck.linker.text
    if asked.answer:
        listed = Items(tuple(Item(text(answer)) for answer in asked.answer))
        yield Callout("ask", deck.labels("answers"), (listed,))
    if asked.feedback:
        yield Callout("ask", deck.labels("feedback"), (Paragraph(text(asked.feedback)),))


def _report(stop: Stop, arranged: Arranged, layout: Layout, diags: Diagnostics) -> None:
    """What has no place in the layout (B108), and what does not fit at the smallest size (F301)."""
    slide = stop.slide
    span = slide.place.span if slide else NOWHERE
    if slide and slide.content:
        span = slide.content.place.keys.get(slide.content.key, slide.place.span)
    for what in arranged.unplaced:
        message = f"the layout `{layout.name}` has no placeholder for {what}"
        diags.error("B108", message, span, "choose another `layout`, or leave it out: each kind has its own")
    if arranged.over is not None:
        needed, room = arranged.over
        message = f"the text needs {needed} lines at its smallest size, the slide has room for {room}"
        diags.error("F301", message, span, "move a part of it to the notes, or split the slide")


def _report_lines(stop: Stop, filled: Sequence[Filled], deck: Deck, diags: Diagnostics) -> None:
    """What takes more room than it has at its one size: a subtitle, a caption (F303), names in a chart (F320)."""
    if stop.slide is None:
        return
    for one in filled:
        name = charts.crowded(one, deck.brand, deck.metrics)
        if name:
            hint = "write `type: bar`, whose names stand beside it, or shorten the names"
            diags.warn("F320", f"`{name}` has no room below its column", stop.slide.place.span, hint)
        if not isinstance(one.content, tuple) or one.sizes or one.slot.purpose in _FITTED:
            continue
        width, height = inner(one.slot, one.box)
        needed = measure(paragraphs(one.content, one.slot.levels), width, 1.0, deck.brand, deck.metrics)
        if needed.height > height * 1.02:
            words = one.slot.name.lower()
            message = f"the {words} takes {needed.lines} lines, more than its place on the slide"
            diags.warn("F303", message, stop.slide.place.span, "say it in fewer words")


_FITTED = ("title", "body", "source", *(f"column-{number}" for number in range(1, 5)))
"""Placeholders whose text is fitted, or reported on its own."""
