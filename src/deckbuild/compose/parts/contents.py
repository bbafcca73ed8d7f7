"""The table of contents, over headings of two levels, and for the trainer lists of activities and handouts."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Contents, plain
from deckbuild.compose.parts.part import Guide

FEW = 2
"""Activities or handouts that the contents alone are enough for."""


def compose(guide: Guide) -> Iterator[Block]:
    """The contents; nothing for one entry."""
    headings = [heading for heading in guide.headings if heading.level <= 2 and heading.anchor and not heading.small]
    if len(headings) < 2:
        return
    labels, facts, text = guide.labels, guide.facts, guide.linker.text
    yield Contents(
        tuple((one.level, plain(one.text), one.anchor) for one in headings), labels("contents"), anchor="contents"
    )
    if not guide.trainer:
        return
    activities = [(f"{number}  {plain(text(one.title))}", one.id) for number, one in facts.activities]
    handouts = [(f"{number}  {plain(text(one.title))}", one.id) for number, one in facts.handouts]
    for name, listed in (("list_activities", activities), ("list_handouts", handouts)):
        if len(listed) >= FEW:
            yield Contents(tuple((2, title, key) for title, key in listed), labels(name), field=False)
