"""What to bring and to print, with how many of each: to be ticked off the evening before."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Align, Block, Heading, Paragraph, Rich, Run, Table, bare
from deckbuild.compose.cues import Cues
from deckbuild.compose.day.sheet import Sheet, head
from deckbuild.compose.parts import materials
from deckbuild.compose.parts.part import Guide
from deckbuild.spec.cue import Reader

TICK = "□"


def compose(sheet: Sheet) -> Iterator[Block]:
    """Things with their quantities, then what is printed."""
    labels, session = sheet.labels, sheet.session
    yield from head(sheet, labels("materials_list"))
    known = []
    if session.participants:
        known.append(labels("for_participants", n=session.participants))
    if session.groups:
        known.append(labels("in_groups", n=session.groups))
    if known:
        yield Paragraph(bare(", ".join(known)))
    yield from _things(sheet)
    yield Heading(2, bare(labels("to_print")))
    yield _prints(sheet)


def _things(sheet: Sheet) -> Iterator[Block]:
    """The list of the facilitator's pack, without its heading and without handouts: these are printed."""
    cues = Cues(sheet.facts, sheet.labels, sheet.linker, Reader.TRAINER)
    guide = Guide(sheet.lesson, sheet.facts, sheet.labels, sheet.linker, cues, Reader.TRAINER, {}, {}, sheet.properties)
    table = materials.table(guide, handouts=False)
    if table:
        yield Heading(2, bare(sheet.labels("to_bring")))
        yield table


def _prints(sheet: Sheet) -> Table:
    """Documents with the copies that are needed."""
    labels, session = sheet.labels, sheet.session
    each = str(session.participants) if session.participants else labels("one_each")
    trainers = str(max(1, len(session.trainers)))
    rows: list[tuple[Rich, Rich]] = [
        (bare(labels("facilitator")), bare(trainers)),
        (bare(labels("run_sheet")), bare(trainers)),
        (bare(labels("programme_sheet")), bare("1")),
        (bare(labels("sign_in")), bare("1")),
        (bare(labels("participant")), bare(each)),
    ]
    for number, handout in sheet.facts.handouts:
        label = labels("handout_title", n=number, title="\0").split("\0")[0]
        copies = sheet.linker.text(handout.copies) if handout.copies else bare(each)
        rows.append(((*bare(label), *sheet.linker.text(handout.title)), copies))
    evaluation = sheet.lesson.evaluation
    if evaluation and evaluation.certificate:
        rows.append((sheet.linker.text(evaluation.certificate), bare(each)))
    sides: tuple[Align, ...] = ("left", "left")
    return Table(
        (bare(labels("needed_what")), bare(labels("copies"))),
        tuple(((Run(f"{TICK}  "), *what), many) for what, many in rows),
        (0.66, 0.34),
        sides,
        alt=labels("to_print"),
    )
