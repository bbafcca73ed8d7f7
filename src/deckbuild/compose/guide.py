"""Facilitator notes and participant guide: Lesson + Facts + slide pictures + Reader -> Document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import (
    Block,
    Callout,
    Cards,
    Heading,
    Item,
    Items,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    SlideBlock,
    plain,
    unlonely,
)
from deckbuild.brand.brand import Brand
from deckbuild.compose import front
from deckbuild.compose.citations import citation
from deckbuild.compose.cues import Cues
from deckbuild.compose.document import Document
from deckbuild.compose.front import clock
from deckbuild.compose.linking import Linker
from deckbuild.compose.presentation import Page, Presentation
from deckbuild.facts import Facts, SectionFacts, Stop
from deckbuild.kinds.question import Question
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.markdown import blocks
from deckbuild.properties import Properties
from deckbuild.spec.authored import walk
from deckbuild.spec.cue import Cue, Reader
from deckbuild.spec.head import Handout

NOTE_LINES = 7
"""Ruled lines beside a slide in the participant's document."""


@dataclass(frozen=True)
class Guide:
    """What every part of one document is composed from."""

    lesson: Lesson
    facts: Facts
    labels: Labels
    linker: Linker
    cues: Cues
    reader: Reader
    pages: Mapping[str, Page]
    pictures: Mapping[str, Asset]

    @property
    def trainer(self) -> bool:
        """Whether it is the trainer's."""
        return self.reader is Reader.TRAINER


def compose_guide(
    lesson: Lesson,
    facts: Facts,
    brand: Brand,
    labels: Labels,
    presentation: Presentation,
    pictures: Mapping[str, Asset],
    reader: Reader,
    properties: Properties,
) -> Document:
    """The document for `reader`.  `pictures` are slides by key; a slide without one is shown as text."""
    linker = Linker(facts, labels, lesson, pages=frozenset(_on_pages(lesson, facts, reader)))
    cues = Cues(facts, labels, linker, reader)
    pages = {page.key: page for page in presentation.pages}
    guide = Guide(lesson, facts, labels, linker, cues, reader, pages, pictures)
    body = tuple(_body(guide))
    kind = labels("facilitator" if guide.trainer else "participant")
    title = plain(linker.text(lesson.title))
    edition = properties.edition
    return Document(
        properties=properties,
        language=labels.language,
        right_to_left=labels.right_to_left,
        paper=brand.paper,
        header_left=f"{labels('lesson', n=lesson.lesson)} · {title}",
        header_right=kind,
        footer_left=edition,
        page_label=labels("page", page="{page}", pages="{pages}"),
        blocks=(front.cover(guide.lesson, labels, kind, edition, linker), *front.contents(body, guide), *body),
        pictures={
            **{picture_file(key): asset for key, asset in pictures.items()},
            **presentation.assets,
        },
        callouts=brand.callouts,
        text_styles=brand.text_styles,
        answers_label=labels("answers"),
    )


def _on_pages(lesson: Lesson, facts: Facts, reader: Reader) -> Iterator[str]:
    """Keys of what has a place of its own in the reader's document."""
    trainer = reader is Reader.TRAINER
    yield from (section.key for section in facts.sections)
    yield from (stop.key for stop in facts.stops if trainer or not (stop.generated or stop.hidden))
    yield from (one.id for one in facts.cited)
    yield from (handout.id for _, handout in facts.handouts if trainer)
    cues = (node for node in walk(lesson.sections) if isinstance(node, Cue))
    yield from (cue.activity for cue in cues if cue.activity and cue.readable_by(reader))


def picture_file(key: str) -> PurePosixPath:
    """The name under which a document knows the picture of a slide."""
    return PurePosixPath(f"slide:{key}")


def _body(guide: Guide) -> Iterator[Block]:
    """Everything after cover and contents."""
    yield from front.at_a_glance(guide)
    title = guide.linker.text(guide.lesson.title)
    yield PageBreak()
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
    yield from _back(guide)


def _section(section: SectionFacts, guide: Guide) -> Iterator[Block]:
    yield Heading(2, guide.linker.text(section.section.title), section.key)
    yield from guide.cues.blocks(section.section.notes)
    for stop in section.stops:
        yield from _slide(stop, guide)
    cited = [one for one in guide.facts.cited if one.id in section.section.references]
    if cited:
        yield Heading(3, (Run(guide.labels("section_references")),))
        yield from (Paragraph(citation(one, guide.labels), "reference") for one in cited)


def _slide(stop: Stop, guide: Guide) -> Iterator[Block]:
    """A slide's label and picture, then what the reader needs while it is shown."""
    if not guide.trainer and (stop.generated or stop.hidden):
        return  # its content stands in the guide itself, or is not shown
    page = guide.pages[stop.key]
    label = guide.labels("slide", n=stop.number)
    title = guide.linker.text(stop.title)
    slide = stop.slide
    message = unlonely(guide.linker.text(slide.key_message)) if slide and slide.key_message else ()
    picture = None
    if stop.key in guide.pictures:
        alt = guide.labels("slide_picture", n=stop.number, title=plain(title))
        picture = Picture(picture_file(stop.key), alt)
    lines = 0 if guide.trainer else NOTE_LINES
    meta = _meta(stop, guide) if guide.trainer else ""
    screen = () if picture else screen_of(page)
    small = bool(stop.generated) and not (slide and slide.notes)
    yield SlideBlock(stop.key, label, title, meta, picture, screen, lines, message, small)
    if slide:
        yield from _question(stop, guide)
        yield from guide.cues.blocks(slide.notes)


def _meta(stop: Stop, guide: Guide) -> str:
    """`3 min · 0:01–0:04`, counted from the start of the lesson; "" for a slide that takes no time."""
    if stop.hidden:
        return guide.labels("hidden")
    if not stop.duration:
        return ""
    return f"{stop.duration} · {clock(stop.starts)}–{clock(stop.starts + stop.duration)}"


def _question(stop: Stop, guide: Guide) -> Iterator[Block]:
    """A question slide's question with lines to write on, for the trainer with its answers."""
    body = stop.slide.content if stop.slide else None
    if not isinstance(body, Question):
        return
    asked = body.question
    stem = Paragraph(guide.linker.text(asked.stem))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    options = [Item((Run(f"{letters[n]}  ", bold=True), *guide.linker.text(o))) for n, o in enumerate(asked.options)]
    shown: list[Block] = [stem, *([Items(tuple(options), look="lettered")] if options else [])]
    if not guide.trainer:
        yield Callout("question", guide.labels("question"), tuple(shown), lines=0 if options else 2)
        return
    answers = tuple(guide.linker.text(answer) for answer in asked.answer)
    feedback = (
        [Paragraph((Run(guide.labels("feedback") + ": ", bold=True), *guide.linker.text(asked.feedback)))]
        if asked.feedback
        else []
    )
    yield Callout("question", guide.labels("question"), (*shown, *feedback), answers)


def screen_of(page: Page) -> tuple[Block, ...]:
    """What a slide shows below its title, as blocks of a document."""
    out: list[Block] = []
    for filled in page.filled:
        if filled.slot.purpose in ("title", "eyebrow", "meta", "number"):
            continue
        out += filled.content if isinstance(filled.content, tuple) else (filled.content,)
    if page.drawings:
        out.append(Cards(tuple(card.card for card in page.drawings)))
    return tuple(out)


def _back(guide: Guide) -> Iterator[Block]:
    """What follows the lesson: key messages by outcome, abbreviations, references, handouts."""
    labels, facts = guide.labels, guide.facts
    parts: list[Sequence[Block]] = []
    if facts.key_messages:
        parts.append((Heading(1, (Run(labels("summary")),), "key-messages-summary"), *_key_messages(guide)))
    if guide.lesson.abbreviations:
        parts.append((Heading(1, (Run(labels("abbreviations")),), "abbreviations-list"), *_abbreviations(guide)))
    if facts.cited:
        listed = (Paragraph(citation(one, labels), "reference", anchor=one.id) for one in facts.cited)
        parts.append((Heading(1, (Run(labels("further_reading")),), "references-list"), *listed))
    if parts:
        yield PageBreak()
    for part in parts:
        yield from part
    if guide.trainer:
        for number, handout in facts.handouts:
            yield PageBreak()
            yield from _handout(number, handout, guide)


def _key_messages(guide: Guide) -> Iterator[Block]:
    """Key messages under the outcome that they serve; all in one list where none names an outcome."""
    messages = guide.facts.key_messages
    text = guide.linker.text
    left = list(messages)
    if any(message.covers for message in messages) and guide.trainer:
        for outcome in guide.lesson.outcomes:
            own = [message for message in left if outcome.id in message.covers]
            if own:
                yield Heading(3, text(outcome.text))
                yield Items(tuple(Item(text(message.text)) for message in own))
                left = [message for message in left if message not in own]
        if left:
            yield Heading(3, (Run(guide.labels("other_messages")),))
            yield Items(tuple(Item(text(message.text)) for message in left))
        return
    yield Items(tuple(Item(text(message.text)) for message in messages), numbered=True, look="takeaways")


def _abbreviations(guide: Guide) -> Iterator[Block]:
    for short, meaning in sorted(guide.lesson.abbreviations.items(), key=lambda pair: pair[0].casefold()):
        yield Paragraph((Run(short, bold=True), Run("\t"), *guide.linker.text(meaning)), "abbreviation")


def _handout(number: str, handout: Handout, guide: Guide) -> Iterator[Block]:
    """A handout on pages of its own, ready to be copied."""
    title = guide.linker.text(handout.title)
    head = guide.labels("handout_title", n=number, title="\0").split("\0")
    yield Heading(1, (Run(head[0]), *title), handout.id, numbered=True)
    match handout.from_:
        case "key_messages":
            text = guide.linker.text
            listed = tuple(Item(text(message.text)) for message in guide.facts.key_messages)
            yield Items(listed, numbered=True, look="takeaways")
        case "references":
            yield from (Paragraph(citation(one, guide.labels), "reference") for one in guide.facts.cited)
        case "abbreviations":
            yield from _abbreviations(guide)
        case _ if handout.text:
            for block in blocks(handout.text, guide.labels.language):
                linked = guide.linker.block(block)
                yield Heading(min(linked.level + 1, 4), linked.text) if isinstance(linked, Heading) else linked
        case _:
            name = PurePosixPath(handout.file or "").name
            yield Paragraph((Run(guide.labels("handout_file", file=name)),))
