"""Questions: at their slides, and the whole bank with answers and feedback, which is the trainer's alone."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Callout, Heading, Item, Items, Paragraph, Run, Table
from deckbuild.compose.generated import letter
from deckbuild.compose.parts.part import Guide
from deckbuild.compose.sheets import labelled
from deckbuild.facts import Posed
from deckbuild.resolve.placing import of_bank
from deckbuild.spec.bank import BankQuestion

LINES = 2
"""Ruled lines under a question without options, where its author does not say how many."""


def compose(guide: Guide) -> Iterator[Block]:
    """The bank: each question with its answers, what to say to them, and what it tests."""
    if not guide.facts.questions:
        return
    yield Heading(1, (Run(guide.labels("questions")),), "question-bank")
    for number, question in guide.facts.questions:
        head = (Run(guide.labels("question_n", n=number)),)
        yield Heading(2, head, question.id, numbered=True, small=True)
        yield callout(of_bank(question, guide.labels), guide, " · ".join(_about(question, guide)))


def _about(question: BankQuestion, guide: Guide) -> Iterator[str]:
    """Type, outcomes, level, points, and the slides that show it."""
    labels = guide.labels
    yield labels(f"type_{question.type.value}")
    for number, one in enumerate(guide.facts.coverage, 1):
        if one.outcome.id in question.covers:
            yield labels("outcome_n", n=number)
    if question.level:
        yield labels(f"level_{question.level.value}")
    yield labels("points_one") if question.points == 1 else labels("points_n", n=question.points)
    for stop in guide.facts.users.get(question.id, ()):
        yield labels("slide", n=stop.shown())


def callout(asked: Posed, guide: Guide, label: str = "") -> Callout:
    """A question with space to answer it; for the trainer with its answers in place of the space."""
    shown = (Paragraph(guide.linker.text(asked.stem)), *choices(asked, guide))
    label = label or guide.labels("question")
    if not guide.trainer:
        return Callout("question", label, shown, lines=0 if asked.options or asked.pairs else asked.lines or LINES)
    answers = tuple(map(guide.linker.text, asked.answers))
    return Callout("question", label, (*shown, *_feedback(asked, guide)), answers)


def choices(asked: Posed, guide: Guide) -> Iterator[Block]:
    """Lettered options, or parts with what is to be put beside them."""
    text = guide.linker.text
    if asked.pairs:
        rows = tuple(
            (
                (Run(f"{number}  ", bold=True), *text(part)),
                (Run(f"{letter(number - 1)}  ", bold=True), *text(match)),
            )
            for number, (part, match) in enumerate(asked.pairs, 1)
        )
        yield Table((), rows, (0.5, 0.5), ("left", "left"), alt=guide.labels("type_matching"))
    elif asked.options:
        listed = (Item((Run(f"{letter(n)}  ", bold=True), *text(option))) for n, option in enumerate(asked.options))
        yield Items(tuple(listed), look="lettered")


def _feedback(asked: Posed, guide: Guide) -> Iterator[Block]:
    text = guide.linker.text
    if asked.feedback:
        yield labelled(guide.labels("feedback"), text(asked.feedback))
    if asked.said:
        if not asked.feedback:
            yield Paragraph((Run(f"{guide.labels('feedback')}:", bold=True),), "label")
        yield Items(tuple(Item((*text(option), Run(": "), *text(said))) for option, said in asked.said))
