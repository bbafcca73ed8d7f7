"""A rule about the order in which a slide is read aloud, against the order in which it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from deckbuild.brand.brand import Box
from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.compose.drawing import Group
from deckbuild.compose.presentation import Page


class _Read(NamedTuple):
    """Something on a slide that is read: its name and its place."""

    name: str
    box: Box


def reading_order(subject: Subject) -> Iterator[Finding]:
    """What is read aloud later stands above, or before it in the same line (A110)."""
    stops = {stop.key: stop for stop in subject.facts.stops}
    for page in subject.presentation.pages:
        stop = stops.get(page.stop)
        wrong = _misplaced(_read(page), right_to_left=subject.presentation.right_to_left)
        if wrong and stop and stop.slide:
            first, second = wrong
            message = f"`{second.name}` is read after `{first.name}`, and stands before it"
            place = stop.slide.place
            hint = "give them in the order in which they stand, or choose another `layout`"
            yield Finding(message, place.of("layout" if stop.slide.layout else "title"), (hint,))


def _read(page: Page) -> list[_Read]:
    """What screen readers meet below the title, in that order: placeholders, then what is drawn."""
    found = [
        _Read(filled.slot.name, filled.box or filled.slot.box)
        for filled in page.filled
        if filled.slot.purpose != "title"
    ]
    drawn = (drawing for drawing in page.drawings if not isinstance(drawing, Group))
    return [*found, *(_Read(drawing.name, drawing.box) for drawing in drawn)]


def _misplaced(read: list[_Read], *, right_to_left: bool) -> tuple[_Read, _Read] | None:
    """Two neighbours in reading that stand the other way round."""
    for first, second in pairwise(read):
        one, other = first.box, second.box
        shared = min(one.right, other.right) - max(one.x, other.x)
        if other.bottom <= one.y and shared > min(one.width, other.width) / 2:
            return first, second
        level = min(one.bottom, other.bottom) - max(one.y, other.y) > min(one.height, other.height) / 2
        before = other.x >= one.right if right_to_left else other.right <= one.x
        if level and before:
            return first, second
    return None


RULES = (Rule("A110", reading_order),)
