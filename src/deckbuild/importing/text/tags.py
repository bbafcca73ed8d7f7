"""A piece of a web page that got into a plain text: its titles and items, the tags counted as no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deckbuild.importing import markup
from deckbuild.importing.flow import Para
from deckbuild.importing.reading import Piece

_TAG = re.compile(
    r"<(/?)(p|ul|ol|li|div|br|span|b|strong|em|i|h[1-6]|table|tr|td|th|tbody|thead)\b[^<>]*>", re.IGNORECASE
)
_SPLIT = re.compile(r"(<[^<>]*>|\t)")
_UNDER = re.compile(r"^\s*\|?\s*:?-{2,}:?(?:\s*[|\t]\s*:?-{2,}:?)*\s*\|?\s*$", re.MULTILINE)
_NUMBERED = re.compile(r"(?<=\S)\s+(?=[0-9]{1,2}(?:\.[0-9]{1,2})+\s+[^\W\d_])")
"""Between items that each begin with a number such as 2.3, and lost their line breaks."""


def is_tagged(text: str) -> bool:
    """Whether a text is mark-up of lists and paragraphs rather than one that speaks of tags."""
    return len(re.findall(r"<(?:p|ul|ol|li)\b[^<>]*>", text, re.IGNORECASE)) >= 2


def untagged(text: str, place: str) -> Iterator[tuple[Para, list[Piece]]]:
    """Titles (as bold paragraphs) and items of the text, each with the tags before it."""
    marks: list[Piece] = []
    tag, listed = "", False
    for part in _SPLIT.split(_UNDER.sub("", text)):
        found = _TAG.fullmatch(part)
        if found:
            marks.append(Piece(part, "text", "it is mark-up of a web page, not text", place))
            closes, tag = bool(found[1]), found[2].lower()
            listed = tag in ("ul", "ol", "li") and not (closes and tag in ("ul", "ol"))
            tag = "" if closes else tag
            continue
        for line in _lines(part, listed=listed):
            made = Para(markup.escaped(line), line, place)
            yield replace(made, item=0) if listed else replace(made, bold=tag == "p"), marks
            marks = []
    if marks:
        yield Para("", "", place), marks


def _lines(text: str, *, listed: bool) -> Iterator[str]:
    parts = re.split(r"\n", text)
    for part in parts:
        for line in _NUMBERED.split(part) if listed else [part]:
            if line.strip():
                yield " ".join(line.split())
