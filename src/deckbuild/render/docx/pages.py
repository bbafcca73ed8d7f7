"""Where things stand in a document that was set once: what page fields show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

UNKNOWN = "…"
"""Shown for a page number until somebody has counted."""


@dataclass(frozen=True)
class Pages:
    """Page numbers by name of bookmark.  Nothing in it: nobody has counted."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    total: int = 0
    blank: frozenset[int] = frozenset()
    """Pages with nothing on them, left so that a part begins on a right-hand page."""

    def of(self, bookmark: str, unknown: str = UNKNOWN) -> str:
        """The number of the page on which the bookmark begins."""
        number = self.numbers.get(bookmark)
        return str(number) if number else unknown

    def blank_before(self, bookmark: str) -> bool:
        """Whether the page before the one on which the bookmark begins is empty."""
        return self.numbers.get(bookmark, 0) - 1 in self.blank
