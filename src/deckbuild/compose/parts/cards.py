"""Role cards and cut-outs: on pages of their own, whose backs stay blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.blocks import Block, Column, CutOuts, Heading, PageBreak, Paragraph, Run, bare
from deckbuild.compose.parts.part import Guide, prose
from deckbuild.spec.activity import Role

ROLE, SLIP = 70, 28
"""Least height in mm of a role card and of a slip."""


def compose(guide: Guide) -> Iterator[Block]:
    """Every role's card and every slip, as many times as they are needed; nothing where there are none."""
    labels, text = guide.labels, guide.linker.text
    for number, activity in guide.facts.activities:
        label = labels("activity_n", n=number)
        if activity.roles:
            yield from _sheet(label, f"cards-{activity.id}", _roles(activity.roles, guide), ROLE, guide)
        if activity.cut_outs:
            slips = tuple(Column((), (Paragraph(text(slip)),)) for slip in activity.cut_outs)
            yield from _sheet(label, f"slips-{activity.id}", slips, SLIP, guide)
    for number, case in guide.facts.cases:
        if case.roles:
            cards = _roles(case.roles, guide)
            yield from _sheet(labels("case_n", n=number), f"cards-{case.id}", cards, ROLE, guide)


def _roles(roles: Sequence[Role], guide: Guide) -> tuple[Column, ...]:
    return tuple(
        Column(guide.linker.text(role.role), tuple(prose(role.text, guide)))
        for role in roles
        for _ in range(role.copies)
    )


def _sheet(label: str, key: str, cards: tuple[Column, ...], height: int, guide: Guide) -> Iterator[Block]:
    """Cards below a heading; behind them a blank page, which two-sided documents have of themselves."""
    yield PageBreak()
    yield Heading(2, (Run(guide.labels("cards_for", what=label)),), key)
    yield Paragraph(bare(guide.labels("cut_here")), "small")
    yield CutOuts(cards, height)
    if not guide.duplex:
        yield PageBreak()
        yield Paragraph(bare(guide.labels("left_blank")), "small")
