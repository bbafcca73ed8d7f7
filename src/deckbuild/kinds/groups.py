"""Titled groups of items, set as cards in a grid."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field

from deckbuild.blocks import Block, Card, Cards, Item, Items, plain
from deckbuild.kinds.body import Body
from deckbuild.kinds.bullets import Points, items
from deckbuild.markdown import inline
from deckbuild.spec.authored import Authored
from deckbuild.spec.icon import IconName
from deckbuild.spec.scalars import Flag, Text

_NUMBERED = re.compile(r"([0-9]+(?:\.[0-9]+)+)\s+(?=\S)")


class Group(Authored):
    """A title and the items under it."""

    title: Annotated[Text, Field(description="What the items have in common.")]
    icon: Annotated[IconName | None, Field(description="Name of an icon, such as `users`.")] = None
    items: Annotated[Points, Field(description="The items; a number such as `2.3` in front is set apart.")]


class Groups(Body):
    """Titled groups of items, set as cards in a grid: two to eight things told apart."""

    key: ClassVar[str] = "groups"
    role: ClassVar[str] = "cards"

    groups: Annotated[tuple[Group, ...], Field(min_length=1, description="The groups, in reading order.")]

    reveal: Annotated[Flag, Field(description="Show one group at a time.")] = False

    def fill(self, language: str) -> tuple[Block, ...]:
        """One set of cards."""
        cards = (
            Card(
                inline(group.title, language),
                (Items(tuple(map(_lead, items(group.items, language)))),),
                self.reveal,
                group.icon or "",
            )
            for group in self.groups
        )
        return (Cards(tuple(cards)),)


def _lead(item: Item) -> Item:
    """The item with a number in front, such as `2.3`, set apart from its text."""
    match = _NUMBERED.match(plain(item.text))
    if not match or len(item.text[0].text) <= match.end():
        return item
    first, *rest = item.text
    return Item((replace(first, text=first.text[match.end() :]), *rest), item.level, lead=match[1])
