"""The lesson itself: section by section, slide by slide, each with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.blocks import (
    Block,
    Callout,
    Cards,
    Figure,
    Heading,
    Items,
    Media,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    SlideBlock,
    Table,
    Web,
    emphasised,
    unlonely,
)
from deckbuild.compose.citations import citation
from deckbuild.compose.cues import has_something
from deckbuild.compose.details import DETAILED, details
from deckbuild.compose.drawing import Group
from deckbuild.compose.gallery import said_of
from deckbuild.compose.parts import questions
from deckbuild.compose.parts.fill_ins import words_to_fill
from deckbuild.compose.parts.part import Guide, names_part, part_line, part_title, picture_file, times_of
from deckbuild.compose.presentation import CardShape, Filled, Page, PictureShape
from deckbuild.facts import PartFacts, SectionFacts, Stop

NOTE_LINES = 7
"""Ruled lines beside a slide in the participant's document."""


def compose(guide: Guide) -> Iterator[Block]:
    """Every slide in its section; the opening slides for the trainer alone."""
    if guide.facts.programme:
        yield from _programme(guide)
        return
    title = guide.linker.text(guide.lesson.title)
    yield Heading(1, (Run(guide.labels("lesson", n=guide.lesson.lesson) + "  "), *title), "lesson")
    if guide.trainer and not guide.pictures:
        yield Paragraph((Run(guide.labels("no_pictures")),), "small")
    opening = [stop for stop in guide.facts.stops if stop.section == 0]
    if guide.trainer and opening:
        yield Heading(2, (Run(guide.labels("opening")),), "opening")
        for stop in opening:
            yield from _slide(stop, guide)
    for section in guide.facts.sections:
        yield from _section(section, guide)


def _programme(guide: Guide) -> Iterator[Block]:
    """A session part by part, a course module by module, each lesson from a new page on."""
    opening = [stop for stop in guide.facts.stops if not (stop.section or stop.part)]
    if guide.trainer and opening:
        yield Heading(1, (Run(guide.labels("opening")),), "opening")
        if not guide.pictures:
            yield Paragraph((Run(guide.labels("no_pictures")),), "small")
        for stop in opening:
            yield from _slide(stop, guide)
    level, module, begun = 1, "", bool(guide.trainer and opening)
    for part in guide.facts.parts:
        if not guide.trainer and part.part.lesson is None:
            continue
        new = part.part.module != module
        if begun and (part.part.kind == "lesson" or new):
            yield PageBreak()
        begun = True
        if new and guide.facts.programme and guide.facts.programme.kind == "course":
            module, level = part.part.module, 2
            title = next((one.title or "" for one in guide.facts.programme.modules if one.module == module), "")
            yield Heading(
                1, (Run(guide.labels("module", n=module) + "  "), *guide.linker.text(title)), f"module/{module}"
            )
        yield from _part(part, guide, level)
    for stop in guide.facts.stops:
        if guide.trainer and stop.section and not stop.part:
            yield from _slide(stop, guide)


def _part(part: PartFacts, guide: Guide, level: int) -> Iterator[Block]:
    """A part with when it begins, who leads it, and what the trainer does before it."""
    yield Heading(level, part_title(part, guide), part.part.key)
    said = part_line(part, guide)
    if guide.trainer and said:
        yield Paragraph((Run(said),), "small")
    if part.part.entry:
        yield from guide.cues.blocks(part.part.entry.notes, part.part.key)
    for stop in part.stops:
        if stop.section == 0:
            yield from _slide(stop, guide)
    for section in part.sections:
        yield from _section(section, guide, level + 1)


def _section(section: SectionFacts, guide: Guide, level: int = 2) -> Iterator[Block]:
    if not has_something(section, guide.reader):
        return
    if not names_part(section, guide):
        yield Heading(level, guide.linker.text(section.section.title), section.key)
    yield from guide.cues.blocks(section.section.notes, section.key)
    yield from guide.cues.instead(section.section)
    for stop in section.stops:
        yield from _slide(stop, guide)
    cited = [one for one in guide.facts.cited if one.id in section.references]
    if cited:
        yield Heading(level + 1, (Run(guide.labels("section_references")),))
        yield from (Paragraph(citation(one, guide.labels), "reference") for one in cited)


def _slide(stop: Stop, guide: Guide) -> Iterator[Block]:
    """A slide's label and picture, then what the reader needs while it is shown."""
    if not guide.trainer and (stop.generated or stop.hidden):
        return  # its content stands in the guide itself, or is not shown
    label = guide.labels("slide" if stop.parts == 1 else "slides", n=stop.numbers)
    title = guide.linker.text(stop.title)
    slide = stop.slide
    message = unlonely(guide.linker.text(slide.key_message)) if slide and slide.key_message else ()
    pages = [guide.pages[key] for key in stop.keys]
    pictures = pictures_of(stop, guide)
    lines = 0 if guide.trainer else NOTE_LINES
    meta = label_of(stop, guide) if guide.trainer else ""
    screen = () if pictures else linked(joined_screens(pages), guide)
    agenda = stop.generated == "part"  # it stands in full where the session opens
    below = () if agenda else tuple(block for page in pages for block in details(page, guide.labels.language))
    small = bool(below) or (bool(stop.generated) and not (slide and slide.notes))
    yield SlideBlock(stop.key, label, title, meta, pictures, screen, lines, message, small, bool(below))
    yield from below
    if slide:
        yield from _question(stop, guide)
        yield from _beginning(stop, guide)
        yield from _media(pages[0], guide)
        yield from guide.cues.blocks(slide.notes, stop.key)
        yield from guide.cues.instead(slide)


def pictures_of(stop: Stop, guide: Guide) -> tuple[Picture, ...]:
    """A picture of each slide that it takes; none where one of them is missing."""
    if not all(key in guide.pictures for key in stop.keys):
        return ()
    if not guide.trainer and stop.slide and words_to_fill(stop.slide.content):
        return ()  # a picture would show the words
    out = []
    for part, key in enumerate(stop.keys, 1):
        page = guide.pages[key]
        alt = guide.labels("slide_picture", n=stop.shown(part), title=page.title)
        out.append(Picture(picture_file(key), " ".join([alt, *(one.description for one in _figures(page))])))
    return tuple(out)


def label_of(stop: Stop, guide: Guide) -> str:
    """`3 min · 0:01–0:04 · timer 2 min · optional`; "" where there is none of it.

    Times are those of the day in a session, else counted from the lesson's start.
    """
    if stop.hidden:
        return guide.labels("hidden")
    times = [str(stop.duration), times_of(stop, guide.facts)] if stop.duration else []
    timer = [guide.labels("timer", time=stop.timer)] if stop.timer else []
    return " · ".join([*times, *timer, *([guide.labels("optional")] if stop.slide and stop.slide.optional else [])])


def _question(stop: Stop, guide: Guide) -> Iterator[Block]:
    """A question slide's question with lines to write on, for the trainer with its answers."""
    if stop.posed is None:
        return
    yield questions.callout(stop.posed, guide)


def _beginning(stop: Stop, guide: Guide) -> Iterator[Block]:
    """Where an instruction slide begins an activity or a case that no cue of the same slide begins."""
    if stop.placed is None or stop.slide is None:
        return
    cues = (cue for cue in stop.slide.notes if cue.readable_by(guide.reader))
    if stop.placed.id not in [cue.activity or cue.case for cue in cues]:
        yield guide.cues.beginning(stop.placed.id)


def _media(page: Page, guide: Guide) -> Iterator[Block]:
    """A film or sound: for the trainer with its running time and what to do without it, for others where to find it."""
    for media in (filled.content for filled in page.filled if isinstance(filled.content, Media)):
        title = emphasised(media.title) or (Run(page.title, bold=True),)
        time = (Run(f" · {media.running_time}"),) if media.running_time else ()
        link = (Paragraph((Run(media.url, link=Web(media.url)),)),) if media.url else ()
        if not guide.trainer:
            yield Callout(media.kind, guide.labels(media.kind), (Paragraph(title), *link))
            continue
        without = (Run(guide.labels("if_not_played") + " ", bold=True), *media.fallback)
        credit = (Paragraph((Run(media.credit),)),) if media.credit else ()
        yield Callout(
            media.kind, guide.labels(media.kind), (Paragraph((*title, *time)), *link, *credit, Paragraph(without))
        )


def _figures(page: Page) -> Iterator[Figure]:
    """What is drawn on a slide."""
    groups = (drawing for drawing in page.drawings if isinstance(drawing, Group))
    yield from (group.figure for group in groups if group.figure)


def screen_of(page: Page) -> tuple[Block, ...]:
    """What a slide shows below its title, as blocks of a document."""
    out: list[Block] = []
    for filled in (*(one for one in page.under if isinstance(one, Filled)), *page.filled):
        if filled.slot.purpose in ("title", "eyebrow", "meta", "number"):
            continue
        if filled.slot.purpose == "caption" and any(isinstance(block, Picture) and said_of(block) for block in out):
            continue  # the picture brings it along
        if isinstance(filled.content, tuple):
            out += filled.content
        elif not isinstance(filled.content, DETAILED):
            out.append(filled.content)
    out += (drawing.picture for drawing in page.drawings if isinstance(drawing, PictureShape))
    cards = tuple(drawing.card for drawing in page.drawings if isinstance(drawing, CardShape))
    if cards:
        out.append(Cards(cards))
    for figure in _figures(page):
        out += figure.words
    return tuple(out)


def linked(screen: Sequence[Block], guide: Guide) -> tuple[Block, ...]:
    """What a slide shows, with what is left to resolve for this reader: words to fill in."""
    return tuple(map(guide.linker.block, screen))


def joined_screens(pages: Sequence[Page]) -> tuple[Block, ...]:
    """What a slide shows over all pages that it takes: lists, tables and cards that were divided are whole again."""
    out: list[Block] = list(screen_of(pages[0]))
    for page in pages[1:]:
        for block in screen_of(page):
            whole = _rejoined(out[-1], block) if out else None
            if whole is not None:
                out[-1] = whole
            elif block not in out:  # what stands on every page is told once
                out.append(block)
    return tuple(out)


def _rejoined(before: Block, after: Block) -> Block | None:
    """Two parts of what was divided as one; None where they are two things."""
    match before, after:
        case Items(), Items() if after.numbered == before.numbered and after.look == before.look:
            return replace(before, items=(*before.items, *after.items))
        case Table(), Table() if after.header == before.header and after.header:
            return replace(after, rows=(*before.rows, *after.rows))
        case Cards(), Cards():
            return Cards((*before.cards, *after.cards))
        case _:
            return None
