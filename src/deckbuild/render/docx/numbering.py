"""Lists: each numbered list counts on its own (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from deckbuild.blocks import Items
from deckbuild.ooxml.xml import Xml, el

# Numbering definitions of the template (see brand/word.py).
BULLETS, DECIMAL, TAKEAWAYS, CUE_BULLETS, CUE_DECIMAL = 1, 2, 4, 5, 6  # 3 is the checklist, which never counts


class Numbering:
    """Gives a number of its own to each list that counts."""

    def __init__(self, first: int) -> None:
        self._next = first
        self.added: list[Xml] = []

    def new(self, items: Items, *, run_in: bool) -> int | None:
        """`w:numId` for this list; None where the style's own will do."""
        if not items.numbered:
            return None
        abstract = TAKEAWAYS if items.look == "takeaways" else CUE_DECIMAL if run_in else DECIMAL
        number, self._next = self._next, self._next + 1
        restart = el("w:lvlOverride", {"w:ilvl": 0}, el("w:startOverride", {"w:val": 1}))
        self.added.append(el("w:num", {"w:numId": number}, el("w:abstractNumId", {"w:val": abstract}), restart))
        return number

    def plain(self, *, run_in: bool) -> int:
        """`w:numId` of the bullets."""
        return CUE_BULLETS if run_in else BULLETS

    def style(self, items: Items, level: int, *, run_in: bool) -> str:
        """Id of the paragraph style for an item."""
        if items.look in ("checklist", "takeaways"):
            return {"checklist": "Checklist", "takeaways": "TakeAway"}[items.look]
        if run_in:
            return "CueNumber" if items.numbered else "CueBullet"
        suffix = str(level + 1) if level else ""
        return ("ListNumber" if items.numbered else "ListBullet") + suffix
