"""Lines that belong to the pages and not to the text: page numbers, heads and feet that come again and again."""

from __future__ import annotations

import re
from collections import Counter

from deckbuild.importing.guide.words import is_marker
from deckbuild.importing.reading import Piece

_PAGE = re.compile(
    r"\s*(?:page|seite|página|pagina|p\.|صفحة)?\s*[-–]?\s*[0-9]{1,4}\s*[-–]?\s*(?:(?:of|/|von|de|sur|من)\s*[0-9]{1,4})?\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9]+")
_TIMES = 4
"""How often a short line must come, with other numbers at most, to be a head or foot of the pages."""
_LONGEST = 80


def without_furniture(text: str) -> tuple[list[tuple[int, str]], list[Piece]]:
    """The numbered lines of `text` that are its own, and those that stand on every page."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    lines = text.replace("\f", "\n\n").split("\n")
    alone = [number for number, line in enumerate(lines) if line.strip() and _alone(lines, number)]
    counts = Counter(_shape(lines[number]) for number in alone)
    repeated = {shape for shape, count in counts.items() if count >= _TIMES and shape}
    kept: list[tuple[int, str]] = []
    pieces: list[Piece] = []
    for number, line in enumerate(lines):
        page = number in alone and bool(_PAGE.fullmatch(line))
        again = number in alone and _shape(line) in repeated and not is_marker(line)
        if page or again:
            why = "page numbers are computed" if page else "it stands on every page"
            pieces.append(Piece(line.strip(), "page furniture", why, f"line {number + 1}"))
            line = ""
        kept.append((number + 1, line))
    return kept, pieces


def _alone(lines: list[str], number: int) -> bool:
    """Whether a line stands between blank ones, as a head or foot does where a page was turned into text."""
    before = lines[number - 1] if number else ""
    after = lines[number + 1] if number + 1 < len(lines) else ""
    return not before.strip() or not after.strip()


def _shape(line: str) -> str:
    """A line with its numbers levelled; empty for one that is no candidate."""
    plain = line.strip()
    if len(plain) > _LONGEST or re.match(r"[-*•]\s|[0-9]+[.)]\s", plain) or plain.endswith((".", ":", "?")):
        return ""
    return _NUMBER.sub("#", plain.casefold())
