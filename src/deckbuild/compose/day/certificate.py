"""The certificate: a page to be filled in for each participant, where the evaluation names one."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Item, Items, Paragraph, Run, bare, unlonely
from deckbuild.compose.day.room import fits
from deckbuild.compose.day.sheet import Sheet
from deckbuild.spec.pack import Evaluation
from deckbuild.spec.scalars import Duration


def compose(sheet: Sheet) -> Iterator[Block]:
    """What is given, to whom, for what, and who signs for it: with the outcomes where a page holds them."""
    text = sheet.linker.text
    lessons = dict.fromkeys(part.part.title for part in sheet.facts.parts if part.part.kind in ("lesson", "activity"))
    made: tuple[Block, ...] = ()
    for learned in ([one.text for one in sheet.lesson.outcomes], list(lessons), []):
        made = tuple(_blocks(sheet, tuple(Item(text(one)) for one in learned)))
        if fits(made, sheet.brand):
            break
    yield from made


def _blocks(sheet: Sheet, learned: tuple[Item, ...]) -> Iterator[Block]:
    labels, text = sheet.labels, sheet.linker.text
    evaluation = sheet.lesson.evaluation or Evaluation()
    publisher = sheet.lesson.imprint.publisher if sheet.lesson.imprint else None
    yield Paragraph(text(publisher) if publisher else bare(labels("session")), "sheet-eyebrow")
    yield Paragraph(unlonely(text(evaluation.certificate or labels("certificate"))), "sheet-title")
    yield Paragraph(bare(labels("certifies")), "sheet-lead")
    yield Paragraph(bare("\t"), "sign-line")
    yield Paragraph(bare(labels("name")), "small")
    yield Paragraph(bare(labels("took_part")), "sheet-lead")
    yield Paragraph(unlonely(text(sheet.lesson.title)), "page-title")
    yield Paragraph(bare(" · ".join(_facts(sheet))))
    if learned:
        yield Paragraph(bare(labels("learned")), "minor")
        yield Items(learned)
    if evaluation.criteria:
        yield Paragraph(bare(labels("criteria_met")), "minor")
        yield Items(tuple(Item((*text(one.criterion), *_mark(one.mark, sheet))) for one in evaluation.criteria))
    yield Paragraph(bare("\t"), "sign-line")
    yield Paragraph(bare(labels("signed")), "small")


def _mark(mark: str | None, sheet: Sheet) -> tuple[Run, ...]:
    return (Run(": "), *sheet.linker.text(mark)) if mark else ()


def _facts(sheet: Sheet) -> Iterator[str]:
    """Day, place, and the time that was taught: breaks are none of it."""
    session = sheet.session
    if session.date:
        yield session.date.text(sheet.labels.language)
    if session.venue:
        yield session.venue
    seconds = sum(part.part.seconds for part in sheet.facts.parts if part.part.kind != "break")
    yield sheet.labels("taught_for", time=str(Duration(seconds, seconds)))
