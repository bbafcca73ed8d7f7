"""All texts of a file in Markdown, in their own words, for the account."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from deckbuild.importing.marked.blocks import Block, Comment, Formula, Heading, Picture, Rows, Rule, Source, Words
from deckbuild.importing.marked.slides import Division, Item, Special
from deckbuild.importing.marked.writing import texts
from deckbuild.importing.reading import Piece
from deckbuild.runs import plain

DIRECTIVE = re.compile(
    r"\s*(?:\.slide:|\.element:|_?(?:class|theme|paginate|size|header|footer|color|style|math|marp|headingDivider|lang|"
    r"title|fit|transition|background\w*)\s*:|prettier-ignore|markdownlint|vim:|toc|TOC|more)",
)
NOTE = re.compile(r"\s*(?:Notes?|Speaker notes?|Notizen|Notas)\s*:\s*", re.IGNORECASE)
_DIRECTED = "it says how slides look, which the brand does"
_UNSEEN = "it is a comment, which readers do not see"
_FRONT = "a lesson has no place for it"
_USED = ("title", "subtitle", "lang", "teaching", "exercises", "duration")


def front_pieces(front: Mapping[str, str], left: Sequence[str]) -> Iterator[Piece]:
    """The front matter."""
    for key, value in front.items():
        if key in ("teaching", "exercises", "duration", "lang"):
            yield Piece(value, "front matter", "it stands in the lesson in another form")
        else:
            yield Piece(value, "front matter", "" if key in _USED else _FRONT)
    for line in left:
        yield Piece(line, "front matter", _FRONT)


def pieces(found: Sequence[Item], how: Division, lost: Callable[[Picture], bool]) -> Iterator[Piece]:
    """The texts of all blocks; `lost` says whether a picture is not in the lesson."""
    for part, item, place in _parts(found, "text"):
        if isinstance(item, Comment):
            why = _DIRECTED if DIRECTIVE.match(item.text) else _UNSEEN if how.long else ""
            yield Piece(item.text, "comments", why, place)
            continue
        if isinstance(item, Picture):
            why = "the picture is not in the lesson" if lost(item) else ""
            yield Piece(plain(item.alt), "descriptions of pictures", why, place)
            continue
        if isinstance(item, Rule):
            continue
        name = {Source: "source text", Rows: "tables", Formula: "formulas"}.get(type(item), part)
        if isinstance(item, Heading) and plain(item.rich).strip().lower() == part:
            yield Piece(plain(item.rich), part, "it is a label, which says what kind of text follows", place)
            continue
        for text in texts(item):
            yield Piece(NOTE.sub("", text, count=1) if isinstance(item, Words) else text, name, "", place)


def _parts(found: Sequence[Item], part: str) -> Iterator[tuple[str, Block, str]]:
    for item in found:
        if isinstance(item, Special):
            yield from _parts(item.items, item.name)
        else:
            yield part, item, f"line {item.line}"
