"""The part with a document's footnotes (ECMA-376 part 1, 17.11), in the order in which the text comes to them."""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.blocks import Rich
from deckbuild.ooxml.package import OFFICE, Part, Relationship
from deckbuild.ooxml.xml import EMPTY, WML, Xml, document, el, many
from deckbuild.render.docx.text import Ink, paragraph, plain_run, runs

NAME = "/word/footnotes.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LINES = {"separator": -1, "continuationSeparator": 0}
"""The lines above footnotes, which are footnotes themselves, and their ids."""
_LATER = re.compile(
    rb"<(w:(endnotePr|compat|docVars|rsids|themeFontLang|clrSchemeMapping|shapeDefaults|decimalSymbol|listSeparator"
    rb"|doNotIncludeSubdocsInStats|doNotAutoCompressPictures)|m:mathPr)\b|</w:settings>"
)
"""What stands in the settings after what they say of footnotes (17.15.1.78)."""


class Footnotes:
    """Takes footnotes in, and gives each its id."""

    def __init__(self) -> None:
        self._written: list[Xml] = []
        self._links: dict[str, str] = {}

    def mark(self, text: Rich, ink: Ink) -> Xml:
        """The run that refers to a footnote with that text."""
        looks = _reference(ink)
        number = Xml(f"<w:r>{looks}<w:footnoteRef/></w:r>")
        note = paragraph("FootnoteText", many([number, plain_run(" "), runs(text, replace(ink, link=self._link))]), ink)
        self._written.append(el("w:footnote", {"w:id": len(self._written) + 1}, note))
        return el("w:r", None, looks, el("w:footnoteReference", {"w:id": len(self._written)}))

    def _link(self, url: str) -> str:
        """Id of a relationship of this part: those of the text are others."""
        return self._links.setdefault(url, f"rId{len(self._links) + 1}")

    def part(self) -> Part | None:
        """The part; none where there are no footnotes."""
        if not self._written:
            return None
        lines = (
            el("w:footnote", {"w:type": kind, "w:id": number}, Xml(
                f'<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p>'))
            for kind, number in _LINES.items()
        )  # fmt: skip
        content = document(el("w:footnotes", WML, *lines, *self._written))
        links = (Relationship(id_, f"{OFFICE}/hyperlink", url, True) for url, id_ in self._links.items())
        return Part(NAME, _TYPE, content, tuple(links))


def _reference(ink: Ink) -> Xml:
    rtl = Xml("<w:rtl/>") if ink.right_to_left else EMPTY
    return el("w:rPr", None, Xml('<w:rStyle w:val="FootnoteReference"/>'), rtl)


def announced(settings: bytes) -> bytes:
    """The settings with the lines above footnotes, which Word looks for here."""
    lines = "".join(f'<w:footnote w:id="{number}"/>' for number in _LINES.values())
    found = _LATER.search(settings)
    place = found.start() if found else len(settings)
    return settings[:place] + f"<w:footnotePr>{lines}</w:footnotePr>".encode() + settings[place:]
