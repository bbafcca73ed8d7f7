"""The notes at a glance: picture, key message, and a short line for each cue, to teach from.

A line never misleads: it is the author's own (`brief:`), or the whole first sentence with "…" where more follows.
Questions, warnings, handouts and activities are never cut; background and references are left to the full notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckbuild.blocks import (
    Block,
    Heading,
    Item,
    Items,
    PageBreak,
    PageOf,
    Paragraph,
    Rich,
    Run,
    SlideBlock,
    joined,
    plain,
)
from deckbuild.compose import leftout
from deckbuild.compose.parts.part import Guide, minor, names_part, part_line, part_title
from deckbuild.compose.parts.slides import joined_screens, label_of, linked, pictures_of
from deckbuild.compose.sentences import first_sentence
from deckbuild.facts import PartFacts, SectionFacts, Stop
from deckbuild.kinds.question import Question
from deckbuild.markdown import blocks
from deckbuild.spec.cue import Cue, NoteKind
from deckbuild.spec.leftout import Gap

WHOLE = ("ask", "note-safety", "note-sensitivity")
"""Cues that are never cut."""
LEFT_OUT = ("text", "reference")
"""Cues that are read beforehand."""


def compose(guide: Guide) -> Iterator[Block]:
    """Every slide that takes time or has notes, in its section."""
    yield Heading(1, (Run(guide.labels("brief")),), "brief")
    for number, part in enumerate(guide.facts.parts):
        if number and part.part.kind == "lesson" and guide.density == "glance":
            yield PageBreak()
        yield from _part(part, guide)
    for section in () if guide.facts.parts else guide.facts.sections:
        yield from _section(section, guide)


def _part(part: PartFacts, guide: Guide) -> Iterator[Block]:
    """A part with when it begins and who leads it; a break is a line."""
    title = part_title(part, guide)
    yield Heading(1, title, part.part.key) if guide.density == "glance" else minor(plain(title))
    said = part_line(part, guide)
    if said:
        yield Paragraph((Run(said),), "small")
    yield from _lines(part.part.entry.notes if part.part.entry else (), guide)
    for section in part.sections:
        yield from _section(section, guide)


def _section(section: SectionFacts, guide: Guide) -> Iterator[Block]:
    title = guide.linker.text(section.section.title)
    if not names_part(section, guide):
        yield Heading(2, title, section.key) if guide.density == "glance" else minor(plain(title))
    yield from _lines(section.section.notes, guide)
    if section.section.instead:
        said = guide.linker.text(section.section.instead)
        yield _line("note-timing", guide.labels("if_left_out"), said)
    for stop in section.stops:
        if not stop.generated or stop.duration or (stop.slide and stop.slide.notes):
            yield _slide(stop, guide)


def _slide(stop: Stop, guide: Guide) -> SlideBlock:
    slide, text = stop.slide, guide.linker.text
    message = text(slide.key_message) if slide and slide.key_message else ()
    beside = [*_question(stop, guide), *(_lines(slide.notes, guide) if slide else ())]
    if slide and slide.instead:
        beside.append(_line("note-timing", guide.labels("if_left_out"), text(slide.instead)))
    if guide.density == "together":
        before, _, after = guide.labels("full_notes", n="\0").partition("\0")
        beside.append(Paragraph((Run(before), Run("0", link=PageOf(stop.key)), Run(after)), "small"))
    key = stop.key if guide.density == "glance" else f"brief/{stop.key}"
    pictures = pictures_of(stop, guide)
    screen = () if pictures else linked(joined_screens([guide.pages[key] for key in stop.keys]), guide)
    meta = label_of(stop, guide)
    label = guide.labels("slide" if stop.parts == 1 else "slides", n=stop.numbers)
    return SlideBlock(key, label, text(stop.title), meta, pictures, screen, 0, message, beside=tuple(beside))


def _question(stop: Stop, guide: Guide) -> Iterator[Block]:
    body = stop.slide.content if stop.slide else None
    if isinstance(body, Question) and body.question.answer:
        answers = joined(map(guide.linker.text, body.question.answer), "; ")
        yield _line("ask", guide.labels("answers_short"), answers)


def _lines(cues: Iterable[Cue], guide: Guide) -> Iterator[Block]:
    for cue in cues:
        if cue.readable_by(guide.reader) and cue.verb not in LEFT_OUT:
            yield from _cue(cue, guide)


def _cue(cue: Cue, guide: Guide) -> Iterator[Block]:
    labels, text = guide.labels, guide.linker.text
    if isinstance(cue, Gap):
        yield _line("text", leftout.label(cue.left, labels), leftout.line(cue.left, labels, guide.linker))
        return
    match cue.verb:
        case "distribute":
            number, handout = next((n, one) for n, one in guide.facts.handouts if one.id == cue.distribute)
            copies = (Run(f" ({plain(text(handout.copies))})"),) if handout.copies else ()
            yield _line("distribute", labels("handout", n=number), (*text(handout.title), *copies))
        case "activity":
            number, activity = next((n, one) for n, one in guide.facts.activities if one.id == cue.activity)
            minutes = (Run(f"  {activity.duration}", style="muted"),) if activity.duration else ()
            yield _line("activity", labels("activity_n", n=number), (*text(activity.title), *minutes))
            steps = (_short(text(step)) for step in activity.steps)
            yield Items(tuple(Item(step) for step in steps), numbered=True)
        case "case":
            number, case = next((n, one) for n, one in guide.facts.cases if one.id == cue.case)
            yield _line("case", labels("case_n", n=number), text(case.title))
        case "ask":
            yield _line("ask", labels("ask"), _said(cue, guide))
            if cue.answers:
                answers = joined(map(text, cue.answers), "; ")
                yield _line("", labels("answers_short"), tuple(Run(run.text, run.bold, True) for run in answers))
        case "note":
            kind = (cue.kind or NoteKind.TIMING).value
            yield _line(f"note-{kind}", labels(f"note_{kind}"), _said(cue, guide))
        case verb:
            yield _line(verb, labels(verb), _said(cue, guide))


def _said(cue: Cue, guide: Guide) -> Rich:
    """The line for a cue with a text."""
    if cue.brief:
        return guide.linker.text(cue.brief)
    made = [guide.linker.block(block) for block in blocks(cue.prose, guide.labels.language)]
    kind = f"note-{cue.kind.value}" if cue.kind else cue.verb
    if kind in WHOLE:
        return joined(_texts(made), " ")
    first, more = first_sentence(next(_texts(made), ()))
    return (*first, Run(" …")) if more or len(made) > 1 or not isinstance(made[0], Paragraph) else first


def _texts(made: Sequence[Block]) -> Iterator[Rich]:
    for block in made:
        match block:
            case Paragraph() | Heading():
                yield block.text
            case Items():
                yield from (item.text for item in block.items)


def _short(rich: Rich) -> Rich:
    first, more = first_sentence(rich)
    return (*first, Run(" …")) if more else first


def _line(kind: str, label: str, text: Rich) -> Paragraph:
    style = f"cue:{kind}" if kind else "muted"
    return Paragraph((Run(label, bold=True, style=style), Run("\t"), *text), "brief")
