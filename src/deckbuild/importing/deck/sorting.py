"""Which shapes of a slide are its title, its content, or furniture that every slide has; in the order they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.brand.brand import Box
from deckbuild.importing.deck.things import SlideRead, Thing

TITLES = ("title", "ctrTitle")
FIELDS = {
    "dt": "it is a date field",
    "ftr": "it is a footer",
    "hdr": "it is a header",
    "sldNum": "it is a slide number",
}
"""Placeholders that are no content, and why."""
LONGEST_TITLE = 140
REPEATED = "it stands on most slides"


@dataclass(frozen=True)
class Sorted:
    """A slide's shapes by what they are for."""

    title: Thing | None
    guessed: bool
    """Whether the title is no placeholder for one."""
    subtitle: tuple[Thing, ...]
    content: tuple[Thing, ...]
    lines: tuple[Thing, ...]
    furniture: tuple[tuple[Thing, str], ...]
    """What is left out, and why."""


Mark = tuple[str, str, int, int]


def repeated(slides: Sequence[SlideRead]) -> frozenset[Mark]:
    """Texts and pictures that stand at the same place on so many slides that they are no content."""
    counts: Counter[Mark] = Counter()
    for slide in slides:
        marks = {mark for thing in slide.things for one in thing.walk() if (mark := _mark(one))}
        counts.update(marks)
    least = max(3, len(slides) // 3)
    return frozenset(mark for mark, count in counts.items() if count >= least)


def _mark(thing: Thing) -> Mark | None:
    """What tells the same thing on other slides: its words or its picture, and its place."""
    if thing.holder or thing.box is None:
        return None
    text = re.sub(r"\d+", "#", thing.text.strip())
    what = text or (thing.picture.part or thing.picture.elsewhere if thing.picture else "")
    return (thing.what, what, thing.box.x // 100000, thing.box.y // 100000) if what else None


def sort(slide: SlideRead, common: frozenset[Mark], size: tuple[int, int]) -> Sorted:
    """The shapes of a slide."""
    flat = list(_flat(slide.things))
    furniture = [(one, FIELDS[one.holder]) for one in flat if one.holder in FIELDS and one.paras]
    furniture += [(one, REPEATED) for one in flat if _mark(one) in common]
    out = {id(one) for one, _ in furniture}
    left = [one for one in flat if id(one) not in out and one.holder not in FIELDS and not _empty(one)]
    title = next((one for one in left if one.holder in TITLES and one.paras), None)
    guessed = title is None
    if title is None:
        title = _likely_title([one for one in left if one.what == "text" and not one.formulas], size)
    rest = [one for one in left if one is not title]
    subtitle = tuple(one for one in rest if one.holder == "subTitle" and one.paras)
    lines = tuple(one for one in rest if one.what == "line")
    content = [one for one in rest if one not in subtitle and one.what != "line"]
    return Sorted(
        title, guessed and title is not None, subtitle, tuple(in_order(content, size)), lines, tuple(furniture)
    )


def _flat(things: Iterable[Thing]) -> Iterator[Thing]:
    """The things with groups resolved: a group of drawn shapes alone stays one drawing."""
    for thing in things:
        if thing.what != "group":
            yield thing
        elif any(one.what not in ("drawing", "line", "group") for one in thing.walk()):
            yield from _flat(thing.members)
        else:
            yield replace(thing, what="drawing")


def _empty(thing: Thing) -> bool:
    return (
        thing.hidden
        or (thing.what == "text" and not thing.paras and not thing.formulas)
        or (thing.what == "picture" and thing.picture is None)
    )


def _likely_title(texts: Sequence[Thing], size: tuple[int, int]) -> Thing | None:
    """The text that a reader would take for the title: high up, short, large."""
    offered = [one for one in texts if _may_be_title(one, size)] or _standing_out(texts)
    if not offered:
        return None
    largest = max(one.size for one in offered)
    return min(
        (one for one in offered if one.size >= 0.8 * largest),
        key=lambda one: (one.box.y, one.box.x) if one.box else (size[1], 0),
    )


def _standing_out(texts: Sequence[Thing]) -> list[Thing]:
    """A short text that is set larger than all others, or stands alone, wherever it is on the slide."""
    short = [one for one in texts if len(one.paras) <= 2 and len(one.text) <= LONGEST_TITLE and one.text.strip()]
    largest = max(short, key=lambda one: one.size, default=None)
    others = [one.size for one in texts if one is not largest]
    alone = largest is not None and not others
    return [largest] if largest is not None and (alone or largest.size > 1.2 * max(others)) else []


def _may_be_title(one: Thing, size: tuple[int, int]) -> bool:
    high = one.box is None or one.box.y < 0.4 * size[1]
    return high and len(one.paras) <= 2 and len(one.text) <= LONGEST_TITLE and not any(para.mark for para in one.paras)


def in_order(things: Sequence[Thing], size: tuple[int, int]) -> list[Thing]:
    """The things row by row, each from left to right; what has no place comes last, as it was drawn."""
    placed = sorted((one for one in things if one.box), key=lambda one: (_box(one).y, _box(one).x))
    rows: list[list[Thing]] = []
    for one in placed:
        row = rows[-1] if rows else None
        if row and _level(_box(row[0]), _box(one), size):
            row.append(one)
        else:
            rows.append([one])
    ordered = [one for row in rows for one in sorted(row, key=lambda one: _box(one).x)]
    return [*ordered, *(one for one in things if one.box is None)]


def _box(thing: Thing) -> Box:
    assert thing.box is not None
    return thing.box


def _level(first: Box, other: Box, size: tuple[int, int]) -> bool:
    """Whether two boxes stand beside one another rather than below."""
    return abs(first.y - other.y) < size[1] / 20
