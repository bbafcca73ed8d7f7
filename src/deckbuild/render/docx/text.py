"""Runs, paragraphs, fields and bookmarks in WordprocessingML (ECMA-376 part 1, 17.3 and 17.16)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from deckbuild.blocks import Footnote, Jump, NumberOf, PageOf, Rich, Run, Web
from deckbuild.ooxml.xml import EMPTY, Xml, el, many
from deckbuild.render.docx.pages import Pages


def bookmark_name(key: str, kind: str = "s") -> str:
    """A bookmark's name: letters, digits, underscores, at most 40 (ECMA-376 part 1, 17.13.6.2); stable for a key."""
    words = re.sub(r"[^0-9A-Za-z]+", "_", key).strip("_")[:26]
    return f"{kind}_{words}_{hashlib.sha256(key.encode()).hexdigest()[:6]}"


@dataclass
class Ink:
    """What paragraphs are written with; gives out the ids of bookmarks."""

    right_to_left: bool
    styles: Mapping[str, str]
    """Named text style -> id of a character style."""
    link: Callable[[str], str]
    """Relationship id for an address."""
    anchors: frozenset[str]
    """Keys that have a bookmark in this document; jumps to others are plain text."""
    pages: Pages = field(default_factory=Pages)
    footnote: Callable[[Rich, Ink], Xml] = lambda text, ink: EMPTY
    """Takes in a footnote and gives its mark."""
    marked: set[str] = field(default_factory=set)
    bookmarks: int = 0

    def bookmark(self, name: str, *inside: Xml) -> Xml:
        """`inside` between the two ends of a bookmark; a name that is used already marks nothing."""
        if name in self.marked:
            return many(inside)
        self.marked.add(name)
        self.bookmarks += 1
        start = el("w:bookmarkStart", {"w:id": self.bookmarks, "w:name": name})
        return many([start, *inside, el("w:bookmarkEnd", {"w:id": self.bookmarks})])


def plain_run(text: str, looks: Xml = EMPTY) -> Xml:
    """`w:r`; tabs and line breaks in the text become elements."""
    properties = el("w:rPr", None, looks) if looks else EMPTY
    parts = []
    for piece in re.split(r"(\t|\n)", text):
        if piece == "\t":
            parts.append(Xml("<w:tab/>"))
        elif piece == "\n":
            parts.append(Xml("<w:br/>"))
        elif piece:
            parts.append(el("w:t", {"xml:space": "preserve"}, piece))
    return el("w:r", None, properties, *parts)


def looks_of(piece: Run, ink: Ink, style: str = "") -> Xml:
    """The children of `w:rPr` for a run, in the schema's order."""
    named = style or ink.styles.get(piece.style, "") or ("CodeChar" if piece.code else "")
    return many([
        el("w:rStyle", {"w:val": named}) if named else EMPTY,
        Xml("<w:b/><w:bCs/>") if piece.bold else EMPTY,
        Xml("<w:i/><w:iCs/>") if piece.italic else EMPTY,
        el("w:vertAlign", {"w:val": {"sub": "subscript", "super": "superscript"}[piece.script]}) if piece.script else EMPTY,
        Xml("<w:rtl/>") if ink.right_to_left else EMPTY,
    ])  # fmt: skip


def run(piece: Run, ink: Ink) -> Xml:
    """A run, within its link where it has one."""
    match piece.link:
        case Web(url):
            inside = plain_run(piece.text, looks_of(piece, ink, "Hyperlink"))
            return el("w:hyperlink", {"r:id": ink.link(url), "w:history": True}, inside)
        case Jump(key) if key in ink.anchors:
            inside = plain_run(piece.text, looks_of(piece, ink))
            return el("w:hyperlink", {"w:anchor": bookmark_name(key), "w:history": True}, inside)
        case NumberOf(key) if key in ink.anchors:
            return fields(f" REF {bookmark_name(key, 'n')} \\h ", piece.text, looks_of(piece, ink))
        case PageOf(key) if key in ink.anchors:
            return fields(f" PAGEREF {bookmark_name(key)} \\h ", ink.pages.of(bookmark_name(key)), looks_of(piece, ink))
        case Footnote(text):
            return ink.footnote(text, ink)
        case PageOf():
            return plain_run("–", looks_of(piece, ink))
        case _:
            return plain_run(piece.text, looks_of(piece, ink))


def fields(instruction: str, result: str, looks: Xml = EMPTY) -> Xml:
    """A complex field with its result so far (ECMA-376 part 1, 17.16.18)."""
    properties = el("w:rPr", None, looks) if looks else EMPTY

    def part(*inside: Xml) -> Xml:
        return el("w:r", None, properties, *inside)

    return many([
        part(Xml('<w:fldChar w:fldCharType="begin"/>')),
        part(el("w:instrText", {"xml:space": "preserve"}, instruction)),
        part(Xml('<w:fldChar w:fldCharType="separate"/>')),
        part(el("w:t", None, result)),
        part(Xml('<w:fldChar w:fldCharType="end"/>')),
    ])  # fmt: skip


def runs(rich: Rich, ink: Ink) -> Xml:
    """All runs of a text."""
    return many(run(piece, ink) for piece in rich)


def paragraph(style: str, content: Xml, ink: Ink, *more: Xml) -> Xml:
    """`w:p` in a named style; `more` are further paragraph properties in the schema's order."""
    bidi = Xml("<w:bidi/>") if ink.right_to_left else EMPTY
    properties = el("w:pPr", None, el("w:pStyle", {"w:val": style}), *more[:1], bidi, *more[1:])
    return el("w:p", None, properties, content)
