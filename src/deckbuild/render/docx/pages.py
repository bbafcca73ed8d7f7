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

    def of(self, bookmark: str, unknown: str = UNKNOWN) -> str:
        """The number of the page on which the bookmark begins."""
        number = self.numbers.get(bookmark)
        return str(number) if number else unknown
