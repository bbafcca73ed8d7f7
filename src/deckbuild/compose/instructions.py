"""The instruction slide of an activity, and the slide of a case: only what participants may see of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckbuild.blocks import Block, Card, Heading, Item, Items, Paragraph, Rich, Run, emphasised
from deckbuild.brand.brand import Box
from deckbuild.compose.arrange import Arranged, Arranging, settled
from deckbuild.compose.cards import Grid
from deckbuild.compose.flowing import Flow, Flowing
from deckbuild.compose.linking import Linker
from deckbuild.compose.sheets import Sheets
from deckbuild.facts import Facts
from deckbuild.footnotes import at_foot
from deckbuild.labels import Labels
from deckbuild.markdown import blocks
from deckbuild.spec.activity import Activity, Case

SHARE, GAP = 0.3, 0.04
"""Shares of the slide's width: the cards with the facts, and the gap before them."""
ACCENT = "accent4"


@dataclass(frozen=True)
class Told:
    """What a slide tells: the steps or the situation, and beside it on cards what is said in a word."""

    texts: tuple[Flow, ...]
    facts: tuple[Card, ...]
    lost: tuple[str, ...] = ()
    """What a slide has no place for, in an author's words."""


def told(placed: Activity | Case, facts: Facts, linker: Linker, labels: Labels) -> Told:
    """An activity's steps with purpose, method and groups; a case's situation and tasks with the needs."""
    text = linker.text
    if isinstance(placed, Case):
        flow = tuple(linker.block(block) for block in blocks(placed.situation, labels.language))
        texts = at_foot(tuple(_flowing(flow)))
        lost = tuple("a table or a quotation" for block in flow if not isinstance(block, (Paragraph, Items, Heading)))
        steps = Items(tuple(Item(text(task)) for task in placed.tasks), numbered=True)
        needs = Items(tuple(Item(text(need)) for need in placed.needs))
        return Told((*texts, steps), (Card((Run(labels("needs")),), (needs,)),) if placed.needs else (), lost)
    known = []
    if placed.purpose:
        known.append(_fact(labels("purpose"), text(placed.purpose)))
    if placed.method:
        known.append(_fact(labels("method"), text(placed.method)))
    if placed.groups:
        known.append(_fact(labels("groups"), Sheets(facts, labels, linker).groups(placed.groups)))
    steps = Items(tuple(Item(text(step)) for step in placed.steps), numbered=True, look="takeaways")
    return Told((steps,), tuple(known))


def _flowing(flow: tuple[Block, ...]) -> Iterator[Flow]:
    for block in flow:
        if isinstance(block, Heading):
            yield Paragraph(emphasised(block.text))
        elif isinstance(block, (Paragraph, Items)):
            yield block


def _fact(label: str, rich: Rich) -> Card:
    return Card((Run(label),), (Paragraph(rich),))


def arranged(what: Told, how: Arranging) -> Arranged:
    """The steps in the body; the cards beside them, where there are any, one below the other."""
    layout, brand = how.layout, how.brand
    slot, region = layout.slot("body"), layout.content
    if slot is None:
        return Arranged(unplaced=("instructions",))
    if layout.role != "activity":  # other layouts don't number points themselves
        texts = (replace(one, look="plain") if isinstance(one, Items) else one for one in what.texts)
        what = replace(what, texts=tuple(texts))
    if not what.facts:
        return settled([Flowing(slot, what.texts, brand, how.metrics)], how, what.lost)
    wide = round(region.width * SHARE)
    box = Box(slot.box.x, slot.box.y, region.right - wide - round(region.width * GAP) - slot.box.x, slot.box.height)
    beside = Box(region.right - wide, slot.box.y, wide, slot.box.height)
    cards = Grid(what.facts, beside, brand, how.metrics, (ACCENT,), whole=True, across=1)
    return settled([Flowing(slot, what.texts, brand, how.metrics, box), cards], how, what.lost)
