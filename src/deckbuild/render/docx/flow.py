"""How pieces of a document follow one another: gaps between tables, ends of sections, content controls."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from deckbuild.ooxml.xml import Xml, el, many

GAP = Xml('<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>')
"""A small paragraph after a table: Word joins two tables that follow one another."""
_ENDING = '<w:p><w:pPr><w:pStyle w:val="Gap"/><w:sectPr'
_STYLE = re.compile(r'<w:pStyle w:val="(\w+)"')
_KEEPS = frozenset(
    ("SlideLabel", "MinorHeading", "QuestionHeading", "PageTitle", *(f"Heading{level}" for level in range(1, 5)))
)
"""Styles with room above that stay with what follows: LibreOffice forgets to keep them after an empty paragraph."""


def joined(pieces: Iterable[Xml]) -> Xml:
    """The pieces one after the other: no gap before what brings its own, the end of a section in its last paragraph."""
    out: list[Xml] = []
    for piece in pieces:
        if out and out[-1] == GAP and (style := _STYLE.search(piece)) and style[1] in _KEEPS:
            out.pop()
        if piece.startswith(_ENDING) and out and out[-1].startswith("<w:p><w:pPr>"):
            set_up = piece[len(_ENDING) - len("<w:sectPr") : -len("</w:pPr></w:p>")]
            out[-1] = Xml(out[-1].replace("</w:pPr>", f"{set_up}</w:pPr>", 1))
        else:
            out.append(piece)
    return many(out)


def ending(set_up: Xml) -> Xml:
    """The end of a section (ECMA-376 part 1, 17.6.18)."""
    return el("w:p", None, el("w:pPr", None, Xml('<w:pStyle w:val="Gap"/>'), set_up))


def controlled(tag: str, pieces: list[Xml]) -> list[Xml]:
    """The pieces within a content control; the gap below a table stays outside, and so does the label of a slide."""
    gap = pieces[-1:] if pieces[-1] == GAP else []
    inside = pieces[: len(pieces) - len(gap)]
    if len(inside) > 1 and 'w:val="SlideLabel"' in inside[0]:
        return [inside[0], control(tag, joined(inside[1:])), *gap]
    return [control(tag, joined(inside)), *gap]


_GALLERY = Xml('<w:docPartObj><w:docPartGallery w:val="deckbuild"/></w:docPartObj>')


def control(tag: str, content: Xml) -> Xml:
    """A content control (17.5.2).  Its title says the same as its tag: LibreOffice 7.4 keeps only the title.

    It is one of a gallery (17.5.2.12), as Word's own controls round contents are.  LibreOffice 7.4 keeps these round whole
    paragraphs; any other it takes for a control of the first paragraph, which then loses its looks, links and fields.
    """
    mark = hashlib.sha256(tag.encode()).hexdigest()
    name = tag if len(tag) <= 64 else f"{tag[:55]}-{mark[:8]}"
    number = int(mark[:8], 16) % 0x7FFFFFFF + 1
    properties = el("w:sdtPr", None, el("w:alias", {"w:val": name}), el("w:tag", {"w:val": name}),
                    el("w:id", {"w:val": number}), _GALLERY)  # fmt: skip
    return el("w:sdt", None, properties, el("w:sdtContent", None, content))
