"""Figures for languages that run from right to left: the same, with what leads rightwards leading leftwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckbuild.brand.brand import Box
from deckbuild.compose.drawing import Connector, Drawn, Glue, Group, Shape, Words

_POINTED = ("chevron", "homePlate", "foldedCorner")
"""Geometries that have a direction; the others look the same both ways."""


def mirrored(members: Iterable[Drawn], region: Box) -> tuple[Drawn, ...]:
    """The members as in a mirror in the middle of `region`; icons and codes keep their direction."""
    members = tuple(members)
    round_ = {one.name for one in members if isinstance(one, Shape) and one.geometry == "ellipse"}
    return tuple(_mirrored(one, region, round_) for one in members)


def _mirrored(one: Drawn, region: Box, round_: set[str]) -> Drawn:
    match one:
        case Shape():
            inset = Box(one.inset.width, one.inset.y, one.inset.x, one.inset.height)
            arrow = bool(one.paths and one.stroke and (one.stroke.head or one.stroke.tail))
            turned = one.mirrored != (arrow or one.geometry in _POINTED)
            words = tuple(map(_kept, one.words)) if one.turned else one.words
            return replace(one, box=_box(one.box, region), inset=inset, mirrored=turned, words=words)
        case Connector():
            start, end = ((region.x + region.right - x, y) for x, y in (one.start, one.end))
            first, last = (Glue(glue.shape, _site(glue, round_)) for glue in one.glue)
            return replace(one, start=start, end=end, glue=(first, last))
        case Group():
            members = tuple(_mirrored(member, region, round_) for member in one.members)
            return replace(one, box=_box(one.box, region), members=members)


def _kept(words: Words) -> Words:
    """Text that runs upwards begins at the foot in every language; elsewhere left and right change when written."""
    return replace(words, align="r" if words.align == "l" else "l" if words.align == "r" else "ctr")


def _box(box: Box, region: Box) -> Box:
    return Box(region.x + region.right - box.right, box.y, box.width, box.height)


def _site(glue: Glue, round_: set[str]) -> int:
    """Left and right change places: sites 1 and 3, on an ellipse 2 and 6 (see outlines.py)."""
    sites = {2: 6, 6: 2} if glue.shape in round_ else {1: 3, 3: 1}
    return sites.get(glue.site, glue.site)
