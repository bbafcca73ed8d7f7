"""Points of a list on a slide: a full stop that only one of them has is a slip of the keyboard, and goes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from deckbuild.importing.draft import Value
from deckbuild.importing.markup import unmarked

_FEWEST = 3
"""Points that a list must have: of two nobody can say which one is odd."""
_NEEDED = re.compile(r"\.\.$|\b(?:etc|al|ca|inc|ltd|usw|ff)\.$|(?:^|[\s.])[^\W\d]\.$|[.!?]\s", re.IGNORECASE)
"""Where a full stop belongs to a word, or the point is more than one sentence."""


def evened(body: Mapping[str, Value]) -> Mapping[str, Value]:
    """A slide's body without the full stop of a single point, in each list whose other points end without one."""
    made = dict(body)
    if isinstance(made.get("bullets"), tuple):
        made["bullets"] = _evened(made["bullets"])
    for key in ("groups", "columns"):
        if isinstance(made.get(key), tuple):
            made[key] = tuple(_inside(one) for one in made[key])
    return made


def _inside(one: Value) -> Value:
    if not isinstance(one, Mapping):
        return one
    items = {"items": _evened(one["items"])} if isinstance(one.get("items"), tuple) else {}
    return {**evened(one), **items}


def _evened(points: Sequence[Value]) -> tuple[Value, ...]:
    """The list; points with others below them are left as they are, and so is the list that they stand in."""
    if len(points) < _FEWEST or not all(isinstance(point, str) for point in points):
        return tuple(points)
    words = [unmarked(point).rstrip() for point in points]
    ended = [index for index, text in enumerate(words) if text.endswith((".", "!", "?", ":", ";", "…", "۔"))]
    if len(ended) != 1 or not points[ended[0]].endswith(".") or _NEEDED.search(words[ended[0]]):
        return tuple(points)
    return tuple(point[:-1] if index == ended[0] else point for index, point in enumerate(points))
