"""Finished files by anyone, looked through as a reviewer would: accessibility, and what leaves the design.

One function a rule, `ALL` is the list; what each code means stands in diagnostics/audit.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from deckbuild.audit import deck, document
from deckbuild.audit.contrast import contrast
from deckbuild.audit.remark import Remark
from deckbuild.ooxml.lint.model import Opened
from deckbuild.ooxml.lint.opening import Refused, open_bounded


def title(opened: Opened) -> Iterator[Remark]:
    """A file without a title in its properties (P261)."""
    core = [tree for _, tree in opened.trees_of("core-properties+xml")]
    said = any(
        (one.text or "").strip() for tree in core for one in tree.iterfind("{http://purl.org/dc/elements/1.1/}title")
    )
    if not said and (opened.deck is not None or opened.text is not None):
        hint = "write one under File, Properties: readers announce it before anything else"
        yield Remark(0, "P261", "the file's properties have no title", hint)


ALL: tuple[Callable[[Opened], Iterator[Remark]], ...] = (
    title,
    deck.titles,
    deck.pictures,
    deck.language,
    deck.reading_order,
    contrast,
    deck.links,
    deck.tables,
    deck.small,
    deck.fonts,
    deck.colours,
    document.headings,
    document.pictures,
    document.language,
    document.tables,
    document.links,
    document.fonts,
)

INFO = frozenset({"P256", "P257"})
"""What is worth a look only: a design may want it."""

MOST = 500
"""Remarks told by one rule."""


def audit(content: bytes) -> tuple[Remark, ...]:
    """What a reviewer would object to in a deck or document, slide by slide; () for what is no Office file."""
    try:
        opened = open_bounded(content)
    except Refused:
        return ()
    return tuple(sorted({one for rule in ALL for one in islice(rule(opened), MOST)}))
