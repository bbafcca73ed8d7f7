"""Sections of a document: paper, where they start, running head and foot (ECMA-376 part 1, 17.6 and 17.10)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from deckbuild.blocks import SectionBreak
from deckbuild.compose.document import Document
from deckbuild.ooxml.package import Part
from deckbuild.ooxml.xml import EMPTY, WML, Xml, el, many
from deckbuild.ooxml.xml import document as xml_document
from deckbuild.render.docx.frame import Frame, attributes_of
from deckbuild.render.docx.pages import Pages
from deckbuild.render.docx.text import Ink, fields, paragraph, plain_run

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
GUTTER = 340
"""Twentieths of a point kept for the binding, taken from the outer margin: 6 mm."""
CURRENT_SLIDE = ' STYLEREF "Slide Number" '
"""The label of the slide that a page belongs to; programs that do not know the field show nothing in its place."""


class Sections:
    """Set-ups of sections, and the heads and feet that they use."""

    def __init__(
        self, document: Document, ink: Ink, pages: Pages, around: Frame, link: Callable[[str, str], str]
    ) -> None:
        self._document, self._ink, self._pages, self._around, self._link = document, ink, pages, around, link
        self._used: dict[str, bytes] = {}
        self._first = True

    def set_up(self, section: SectionBreak) -> Xml:
        """`w:sectPr` of the section that `section` began; call in order."""
        sides = ("default", "even") if self._document.duplex else ("default",)
        references = [self._reference("header", side, running=section.running) for side in sides]
        references += [self._reference("footer", side) for side in sides]
        starts = "oddPage" if section.odd else "nextPage"
        title_page = Xml("<w:titlePg/>") if self._first and self._document.cover else EMPTY
        kind = EMPTY if self._first else el("w:type", {"w:val": starts})
        self._first = False
        return el("w:sectPr", None, *references, kind, self._size(), self._margins(), self._edge(), title_page,
                  Xml("<w:bidi/>") if self._document.right_to_left else EMPTY)  # fmt: skip

    @property
    def parts(self) -> list[Part]:
        """The heads and feet in use."""
        return [Part(name, f"{_TYPE}{name[6:12]}+xml", content) for name, content in self._used.items()]

    def _reference(self, kind: str, side: str, *, running: bool = False) -> Xml:
        number = 1 + (side == "even") + 2 * running
        name = f"/word/{kind}{number}.xml"
        if name not in self._used:
            make = _header if kind == "header" else _footer
            self._used[name] = make(self._document, self._ink, self._pages, side, running)
        return el(f"w:{kind}Reference", {"w:type": side, "r:id": self._link(kind, name)})

    def _size(self) -> Xml:
        return lying(self._around.size) if self._document.landscape else _copied(self._around.size)

    def _edge(self) -> Xml:
        """A line round the page, half way to what stands on it."""
        if not self._document.edge:
            return EMPTY
        line = {"w:val": "single", "w:sz": 24, "w:space": 24, "w:color": self._document.edge, "w:themeColor": "accent1"}
        sides = (el(f"w:{side}", line) for side in ("top", "left", "bottom", "right"))
        return el("w:pgBorders", {"w:offsetFrom": "page"}, *sides)

    def _margins(self) -> Xml:
        if not self._document.duplex:
            return _copied(self._around.margins)
        values = dict(attributes_of(self._around.margins))
        outer = int(str(values.get("w:right", "0"))) - GUTTER
        return el("w:pgMar", {**values, "w:right": outer, "w:gutter": GUTTER})


def lying(size: etree._Element) -> Xml:
    """`w:pgSz` of the paper on its long side."""
    values = attributes_of(size)
    return el("w:pgSz", {**values, "w:w": values["w:h"], "w:h": values["w:w"], "w:orient": "landscape"})


def _copied(element: etree._Element) -> Xml:
    """A `w:` element without children, as the template has it."""
    return el(f"w:{str(element.tag).rpartition('}')[2]}", attributes_of(element))


def _sides(left: Xml, right: Xml, side: str) -> Xml:
    """What stands inside and outside; on even pages the other way round."""
    tab = Xml("<w:r><w:tab/></w:r>")
    return many((right, tab, left) if side == "even" else (left, tab, right))


def _header(document: Document, ink: Ink, _: Pages, side: str, running: bool) -> bytes:
    slide = many([fields(CURRENT_SLIDE, ""), plain_run("   ")]) if running else EMPTY
    text = _sides(plain_run(document.header_left), many([slide, plain_run(document.header_right)]), side)
    return xml_document(el("w:hdr", WML, paragraph("Header", text, ink)))


def _footer(document: Document, ink: Ink, pages: Pages, side: str, _: bool) -> bytes:
    """Edition inside, `Page x of y` outside."""
    before, _rest, rest = document.page_label.partition("{page}")
    between, _total, after = rest.partition("{pages}")
    label = many([
        plain_run(before), fields(" PAGE ", "1"), plain_run(between), fields(" NUMPAGES ", str(pages.total or 1)),
        plain_run(after) if after else EMPTY,
    ])  # fmt: skip
    return xml_document(
        el("w:ftr", WML, paragraph("Footer", _sides(plain_run(document.footer_left), label, side), ink))
    )
