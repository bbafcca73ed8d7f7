"""Texts of GIFT, in HTML or Markdown or plain -> one line of our Markdown, and the items of a list where it has one."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from deckbuild.importing import markup
from deckbuild.importing.gift.parse import unescaped
from deckbuild.load.text import BIDI, CONTROL

_BREAKS = frozenset(("p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"))
_LOOKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "code": "code"}


class _Reader(HTMLParser):
    """Takes in the words of a piece of a web page, with their looks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[markup.Piece] = []
        self.items: list[list[markup.Piece]] = []
        self.pictures = 0
        self._looks = [markup.Piece("")]
        self._open: list[str] = []
        self._item = False

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """`<![` begins a section as word processors write them; where it begins none, it is words like any other."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag == "img":
            self.pictures += 1
        if tag in _BREAKS:
            self._say("\n")
        if tag == "li":
            self.items.append([])
            self._item = True
        look = self._looks[-1]
        if tag in _LOOKS:
            look = replace(look, **{_LOOKS[tag]: True})  # type: ignore[arg-type]
        elif tag in ("sub", "sup"):
            look = replace(look, script="super" if tag == "sup" else "sub")
        elif tag == "a":
            look = replace(look, link=dict(attrs).get("href") or "")
        if tag not in ("br", "img", "hr", "input"):
            self._looks.append(look)
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag closes, and those within it that nobody closed."""
        if tag in self._open:
            while self._open:
                self._looks.pop()
                if self._open.pop() == tag:
                    break
        if tag == "li":
            self._item = False
        if tag in _BREAKS:
            self._say("\n")

    def handle_data(self, data: str) -> None:
        """Words."""
        self._say(data)

    def _say(self, text: str) -> None:
        piece = replace(self._looks[-1], text=text)
        (self.items[-1] if self._item and self.items else self.pieces).append(piece)


def line(text: str, form: str) -> str:
    """A text as one line of Markdown."""
    return texts(text, form)[0]


def texts(text: str, form: str) -> tuple[str, tuple[str, ...], int]:
    """A text as one line of Markdown, the items of its list, and how many pictures it shows."""
    text = unescaped(text).strip()
    if form == "markdown":
        return " ".join(text.split()), (), 0
    if form == "plain":
        return markup.escaped(" ".join(text.split())), (), 0
    reader = _Reader()
    reader.feed(text)
    reader.close()
    items = tuple(made for made in map(_lined, reader.items) if made)
    return _lined(reader.pieces), items, reader.pictures


def _lined(pieces: list[markup.Piece]) -> str:
    """The pieces as one line; a page's `&#xFEFF;` brings characters that a lesson may not hold."""
    return " ".join(BIDI.sub("", CONTROL.sub("", markup.in_line(pieces))).split())
