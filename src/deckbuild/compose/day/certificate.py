"""The certificate: a page to be filled in for each participant, where the evaluation names one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.blocks import Block, Paragraph, Rich, Run, bare, joined, unlonely
from deckbuild.compose.day.room import fits
from deckbuild.compose.day.sheet import Sheet
from deckbuild.spec.pack import Evaluation
from deckbuild.spec.scalars import Duration


def compose(sheet: Sheet) -> Iterator[Block]:
    """What is given, to whom, for what, and who signs for it: with the outcomes where a page holds them."""
    text = sheet.linker.text
    lessons = dict.fromkeys(part.part.title for part in sheet.facts.parts if part.part.kind in ("lesson", "activity"))
    made: tuple[Block, ...] = ()
    outcomes = [text(one.text) for one in sheet.lesson.outcomes]
    taught = [text(one) for one in lessons]
    for learned in (outcomes, taught, [joined(taught, " · ")] if taught else [], []):
        made = tuple(_blocks(sheet, learned))
        if fits(made, sheet.brand, landscape=True):
            break
    yield from made


def _blocks(sheet: Sheet, learned: Sequence[Rich]) -> Iterator[Block]:
    labels, text = sheet.labels, sheet.linker.text
    evaluation = sheet.lesson.evaluation or Evaluation()
    publisher = sheet.lesson.imprint.publisher if sheet.lesson.imprint else None
    yield _line("eyebrow", text(publisher) if publisher else bare(labels("session")))
    yield _line("title", unlonely(text(evaluation.certificate or labels("certificate"))))
    yield _line("lead", bare(labels("certifies")))
    yield _line("name", bare("\t\t"))
    yield _line("small", bare(labels("name")))
    yield _line("lead", bare(labels("took_part")))
    yield _line("for", unlonely(text(sheet.lesson.title)))
    yield _line("text", bare(" · ".join(_facts(sheet))))
    if learned:
        yield _line("minor", bare(labels("learned")))
        yield from (_line("text", one) for one in learned)
    if evaluation.criteria:
        yield _line("minor", bare(labels("criteria_met")))
        met = [(*text(one.criterion), *_mark(one.mark, sheet)) for one in evaluation.criteria]
        yield _line("text", joined(met, " · "))
    yield _line("sign", bare("\t\t\t\t"))
    yield _line("signed", bare(f"\t{labels('signed')}\t{labels('signature')}"))


def _line(part: str, text: Rich) -> Paragraph:
    return Paragraph(text, f"certificate-{part}")


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
