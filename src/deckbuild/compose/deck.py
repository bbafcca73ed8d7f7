"""Choose a layout for each slide and fill its placeholders: Lesson + Facts + Brand -> Presentation.

All choices about looks are made here, so that renderers only draw.  No python-pptx in this folder.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Block, Items, Paragraph, plain
from deckbuild.brand.brand import Brand, Layout, Slot
from deckbuild.compose import countdown, crowding, equations, generated, headings, instructions, posters
from deckbuild.compose.agenda import titled, when
from deckbuild.compose.arrange import Arranged, Arranging, arrange, arrange_texts
from deckbuild.compose.backdrop import grounded
from deckbuild.compose.composing import Deck
from deckbuild.compose.cues import Cues
from deckbuild.compose.designation import designation
from deckbuild.compose.drawing import Group
from deckbuild.compose.fitting import Policy
from deckbuild.compose.flowing import Flow
from deckbuild.compose.foot import foot_date, foot_text, regional
from deckbuild.compose.icons import report_unknown
from deckbuild.compose.linking import Linker
from deckbuild.compose.measure import metrics
from deckbuild.compose.pixels import widths
from deckbuild.compose.presentation import DeckSection, Page, Presentation
from deckbuild.compose.shows import shows
from deckbuild.compose.speaking import continued, notes
from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.facts import Facts, Stop
from deckbuild.kinds.placeholders import Placeholders
from deckbuild.kinds.text import flow
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.properties import Properties
from deckbuild.source import STYLES
from deckbuild.spec.cue import Reader


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
    policy: Policy = "shrink",
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
        policy,
    )
    report_unknown(lesson, brand, diags)
    pages = tuple(page for stop in facts.stops for page in _pages(stop, deck, assets, diags))
    made = {**posters.drawn(pages, deck.brand, deck.metrics), **equations.drawn(pages, deck.brand)}
    return Presentation(
        properties=properties,
        language=labels.language,
        right_to_left=labels.right_to_left,
        width=brand.width,
        height=brand.height,
        pages=pages,
        sections=tuple(_sections(deck, pages)),
        assets={**assets, **made},
        text_styles={**STYLES, **brand.text_styles},
        mono=brand.mono_family,
        beside=posters.beside(pages, PurePosixPath(properties.source).stem),
        widths=widths(pages, {**assets, **made}),
        charts=brand.charts,
        shows=shows(facts, pages),
    )


def _sections(deck: Deck, pages: Sequence[Page]) -> Iterator[DeckSection]:
    """Sections named with their minutes; the slides before the first one make an opening of their own."""
    keys: dict[str, list[str]] = {}
    for page in pages:
        keys.setdefault(page.stop, []).append(page.key)
    opening = tuple(key for stop in deck.facts.stops if not (stop.section or stop.part) for key in keys[stop.key])
    if opening:
        yield DeckSection(deck.labels("opening"), opening)
    if deck.facts.programme:
        yield from _parts(deck, keys)
        return
    for section in deck.facts.sections:
        name = plain(deck.linker.text(section.section.title))
        if section.duration:
            name = f"{name} ({section.duration})"
        yield DeckSection(name, tuple(key for stop in section.stops for key in keys[stop.key]))


def _parts(deck: Deck, keys: Mapping[str, Sequence[str]]) -> Iterator[DeckSection]:
    """A section a part, named with its clock times or its number; what follows the last stands with it."""
    parts = [part for part in deck.facts.parts if part.stops]
    for part in parts:
        name = " ".join(filter(None, (when(part, deck.facts), plain(deck.linker.text(titled(part, deck.labels))))))
        stops = list(part.stops)
        if part is parts[-1]:
            stops += [stop for stop in deck.facts.stops if stop.section and not stop.part]
        yield DeckSection(name, tuple(key for stop in stops for key in keys[stop.key]))


def _foot(deck: Deck) -> str:
    lesson = deck.lesson
    number, title = designation(lesson, deck.facts.programme, deck.labels), plain(deck.linker.text(lesson.title))
    return foot_text(deck.brand, edition=deck.edition, lesson=number, title=title)


def _pages(stop: Stop, deck: Deck, assets: Mapping[PurePosixPath, Asset], diags: Diagnostics) -> Iterator[Page]:
    """The slide, or the slides on which it is continued."""
    layout = _layout(stop, deck, diags)
    how = Arranging(
        layout, deck.brand, deck.metrics, assets, deck.policy_for(stop), stop.parts,
        right_to_left=deck.labels.right_to_left,
    )  # fmt: skip
    arranged = _named(stop, how, deck, diags) or _told(stop, how, deck) or arrange(_blocks(stop, deck), how)
    _report(stop, arranged, layout, diags)
    parts = len(arranged.pages)
    keys = replace(stop, parts=parts).keys
    for part, placed in enumerate(arranged.pages, 1):
        heading = headings.title(stop, layout, deck, diags, part, parts)
        crowding.report(stop, placed.filled, deck, diags)
        filled = headings.kept_within(stop, (*headings.lines(stop, layout, deck), *placed.filled), deck, diags)
        words = (*deck.linker.text(stop.title), *headings.part_of(part, parts, deck.labels))
        page = replace(
            _page(stop, layout, deck),
            key=keys[part - 1],
            name=keys[part - 1],
            number=stop.number + part - 1,
            counted=stop.shown(part) if stop.counted else "",
            title=plain(words),
            filled=(*([heading] if heading else []), *filled),
            drawings=placed.drawings,
            notes=notes(stop, deck) if part == 1 else continued(stop, deck),
            countdown=countdown.countdown(stop, layout, deck) if part == parts else None,
        )
        yield grounded(page, stop.slide, layout, deck.brand, deck.metrics, assets, diags) if stop.slide else page


def _page(stop: Stop, layout: Layout, deck: Deck) -> Page:
    """What all pages of a slide have in common."""
    number, footer = layout.slot("slide-number"), layout.slot("footer")
    slide = stop.slide
    numbered = slide is None or slide.slide_number
    foot, date = _foot(deck), foot_date(deck.brand, deck.labels.language)
    return Page(
        key=stop.key,
        number=stop.number,
        name=stop.key,
        layout=layout.part,
        layout_name=layout.name,
        title="",
        filled=(),
        footer=foot,
        footer_slot=footer if foot else None,
        number_slot=number if numbered and "number" in deck.brand.footer.shown else None,
        date=date,
        date_slot=layout.slot("date") if date else None,
        hidden=stop.hidden,
        transition=(slide and slide.transition) or deck.brand.transition,
        colour_map=layout.colour_map,
        stop=stop.key,
    )


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


_ROLES = {"divider": "section", "programme": "table", "part": "table", "module": "cards"}
"""Roles that are not called like what is generated."""


def role_of(stop: Stop) -> str:
    """The role of the layout that a slide asks for; a last slide without a body closes the lesson."""
    body = stop.slide.content if stop.slide else None
    if stop.generated:
        return _ROLES.get(stop.generated, stop.generated.replace("_", "-"))
    if stop.posed and stop.posed.pairs:
        return "table"
    if body is not None:
        return body.layout_role()
    if stop.slide and stop.slide.background and not stop.last:
        return "picture-full"
    return "closing" if stop.last else "statement"


def _blocks(stop: Stop, deck: Deck) -> tuple[Block, ...]:
    """What the slide shows below its heading, with references and short forms resolved."""
    if stop.generated:
        made = generated.content(stop, deck.lesson, deck.facts, deck.labels)
    elif stop.posed:
        made = generated.asked(stop.posed, deck.labels)
    elif stop.slide and stop.slide.content:
        made = stop.slide.content.fill(regional(deck.brand, deck.labels.language))
    else:
        made = ()
    return tuple(deck.linker.block(block) for block in made)


def _told(stop: Stop, how: Arranging, deck: Deck) -> Arranged | None:
    """The instructions of an activity, or a case; None for every other kind."""
    if stop.placed is None:
        return None
    return instructions.arranged(instructions.told(stop.placed, deck.facts, deck.linker, deck.labels), how)


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


def _report(stop: Stop, arranged: Arranged, layout: Layout, diags: Diagnostics) -> None:
    """What has no place in the layout (B108), and what does not fit at the smallest size (F301, F310, F311)."""
    slide = stop.slide
    span = slide.place.span if slide else NOWHERE
    if slide and slide.content:
        span = slide.content.place.keys.get(slide.content.key, slide.place.span)
    for what in arranged.unplaced:
        message = f"the layout `{layout.name}` has no placeholder for {what}"
        diags.error("B108", message, span, "choose another `layout`, or leave it out: each kind has its own")
    if arranged.cramped:
        message = "the captions leave the pictures no room to be seen"
        diags.error("F311", message, span, "shorten the captions, or show fewer pictures on one slide")
    if arranged.over is None:
        return
    needed, room = arranged.over
    if any(isinstance(drawing, Group) for placed in arranged.pages for drawing in placed.drawings):
        message = f"the figure takes {needed} % of its room at its smallest size"
        if not needed:
            message = "a word of the figure is wider than its place, even at the smallest size"
        diags.error("F310", message, span, "say less in it, or split the slide")
    else:
        message = f"the text needs {needed} lines at its smallest size, the slide has room for {room}"
        diags.error("F301", message, span, "move a part of it to the notes, or split the slide")
