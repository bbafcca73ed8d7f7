"""Cover and contents of a document."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Contents, Cover
from deckbuild.ooxml.xml import EMPTY, Xml, el, many
from deckbuild.render.docx.text import Ink, bookmark_name, fields, paragraph, plain_run, runs


def contents(block: Contents, ink: Ink, new_page: Xml) -> Iterator[Xml]:
    """The table of contents: a field whose result so far has links and page fields of its own."""
    if not block.field:
        yield paragraph("MinorHeading", plain_run(block.title), ink, new_page)
        yield from (paragraph(f"TOC{level}", _entry(text, key, ink), ink) for level, text, key in block.entries)
        return
    title = ink.bookmark(bookmark_name(block.anchor), plain_run(block.title))
    yield paragraph("TOCHeading", title, ink, new_page)
    begin = many([Xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
                  el("w:r", None, el("w:instrText", {"xml:space": "preserve"}, ' TOC \\o "1-2" \\h \\z ')),
                  Xml('<w:r><w:fldChar w:fldCharType="separate"/></w:r>')])  # fmt: skip
    end = Xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    last = len(block.entries) - 1
    for number, (level, text, key) in enumerate(block.entries):
        entry = _entry(text, key, ink)
        around = many([begin if number == 0 else EMPTY, entry, end if number == last else EMPTY])
        yield paragraph(f"TOC{level}", around, ink)


def _entry(text: str, key: str, ink: Ink) -> Xml:
    """A line of the contents.  LibreOffice shows what stands here and counts only when asked: no number, or the right one."""
    name = bookmark_name(key)
    page = fields(f" PAGEREF {name} \\h ", ink.pages.of(name, ""))
    return el("w:hyperlink", {"w:anchor": name, "w:history": True}, plain_run(text + "\t"), page)


def cover(block: Cover, ink: Ink) -> Iterator[Xml]:
    """The first page."""
    yield paragraph("CoverEyebrow", plain_run(block.eyebrow), ink)
    yield paragraph("CoverTitle", runs(block.title, ink), ink)
    if block.subtitle:
        yield paragraph("CoverSubtitle", runs(block.subtitle, ink), ink)
    yield paragraph("CoverKind", plain_run(block.kind), ink)
    for label, value in block.facts:
        bold = plain_run(label + "\t", Xml("<w:b/><w:bCs/>"))
        yield paragraph("CoverFact", many([bold, plain_run(value)]), ink)
