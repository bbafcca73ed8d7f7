"""Materials and equipment with their quantities: of the room, of activities, handouts with their copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.blocks import Align, Block, Heading, Jump, Rich, Run, Table, bare, joined, plain
from deckbuild.compose.parts.part import Guide
from deckbuild.compose.sheets import amount
from deckbuild.spec.pack import Material


@dataclass
class _Need:
    """A row: a thing, how many of it, what for."""

    what: Rich
    amount: Rich
    uses: list[Rich]
    who: Rich
    when: Rich
    quantity: int = 0

    def join(self, other: _Need) -> None:
        """Let the row stand for `other` too: the larger number of what the room needs once."""
        if other.quantity > self.quantity:
            self.amount, self.quantity = other.amount, other.quantity
        self.who, self.when = self.who or other.who, self.when or other.when


def compose(guide: Guide) -> Iterator[Block]:
    """A row a thing, to tick off; a thing that several activities need stands there once."""
    made = table(guide)
    if made:
        yield Heading(1, (Run(guide.labels("needed")),), "materials")
        yield made


def table(guide: Guide, *, handouts: bool = True) -> Table | None:
    """The table alone, with handouts or without; None where nothing is needed."""
    labels = guide.labels
    needs = tuple(_needs(guide, handouts=handouts))
    if not needs:
        return None
    columns = [("needed_what", [(Run("□  "), *need.what) for need in needs], 4.7)]
    columns.append(("needed_how_many", [need.amount for need in needs], 4.2))
    columns.append(("needed_for", [joined(need.uses, ", ") for need in needs], 2.2))
    columns.append(("task_who", [need.who for need in needs], 2.0))
    columns.append(("task_when", [need.when for need in needs], 1.8))
    used = [column for column in columns if any(column[1])]
    total = sum(share for _, _, share in used)
    widths = tuple(share / total for _, _, share in used)
    rows = tuple(zip(*(cells for _, cells, _ in used), strict=True))
    sides: list[Align] = ["left"] * len(used)
    return Table(tuple(bare(labels(name)) for name, _, _ in used), rows, widths, tuple(sides), alt=labels("needed"))


def _needs(guide: Guide, *, handouts: bool) -> Iterator[_Need]:
    text, labels = guide.linker.text, guide.labels
    found: dict[tuple[str, str], _Need] = {}
    listed: list[tuple[Material, Rich]] = [(one, ()) for one in guide.lesson.equipment]
    for number, activity in guide.facts.activities:
        use: Rich = (Run(labels("to_activity", n=number), link=Jump(activity.id)),)
        listed += [(one, use) for one in activity.materials]
    for material, use in listed:
        what, many = text(material.what), amount(material, guide.lesson, labels)
        need = _Need(what, many, [], text(material.who or ""), text(material.when or ""), material.quantity or 0)
        key = (plain(what).casefold(), "" if material.per == "room" else plain(many))
        found.setdefault(key, need).join(need)
        need = found[key]
        if use:
            need.uses.append(use)
    yield from found.values()
    for number, handout in guide.facts.handouts if handouts else ():
        label = labels("handout_title", n=number, title="\0").split("\0")[0]
        what = (Run(label, link=Jump(handout.id)), *text(handout.title))
        yield _Need(what, text(handout.copies or ""), [], (), ())
