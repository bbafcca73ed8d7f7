"""Invariants of one story of a document: main text, header, footer, notes, comments (ECMA-376 part 1, 17)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deckbuild.ooxml.lint.model import Defect, Found, Opened, W, repeated


def w(name: str) -> str:
    """The tag or attribute of WordprocessingML with this name."""
    return f"{{{W}}}{name}"


_BLOCKS = frozenset(map(w, ("p", "tbl", "sdt", "customXml", "altChunk")))
_RANGES = {"bookmark": "P305", "commentRange": "P319"}
# What must hold a paragraph: 17.3.3.8 text boxes, 17.10 headers, 17.11 notes, 17.13.4 comments.
_HOLDERS = tuple(map(w, ("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")))
STORY_TAGS = (
    w("tc"), w("tr"), w("tbl"), w("fldChar"), *_HOLDERS,
    *(w(kind + end) for kind in _RANGES for end in ("Start", "End")),
)  # fmt: skip


def tables(name: str, found: Found) -> Iterator[Defect]:
    """Each cell ends with a paragraph, each row has cells, each table a grid."""
    for cell in found[w("tc")]:
        if not _ends_with_paragraph(cell):
            yield Defect("P301", name, "a table's cell does not end with a paragraph")
    for row in found[w("tr")]:
        if not any(_has_cell(child) for child in row):
            yield Defect("P316", name, "a table's row has no cell")
    for table in found[w("tbl")]:
        if table.find(w("tblGrid")) is None:
            yield Defect("P302", name, "a table has no grid")


def _has_cell(child: etree._Element) -> bool:
    """Whether a row's child is a cell, or a content control around one."""
    if child.tag in (w("sdt"), w("customXml")):
        return next(child.iter(w("tc")), None) is not None
    return child.tag == w("tc")


def _ends_with_paragraph(holder: etree._Element) -> bool:
    """Whether the last block is a paragraph, or a content control whose last block is one."""
    last = next((child for child in reversed(holder) if child.tag in _BLOCKS), None)
    if last is None or last.tag in (w("p"), w("altChunk")):
        return last is not None
    if last.tag == w("sdt"):
        inner = last.find(w("sdtContent"))
        return inner is not None and _ends_with_paragraph(inner)
    return last.tag == w("customXml") and _ends_with_paragraph(last)


def paragraphs(name: str, found: Found) -> Iterator[Defect]:
    """Headers, footers, notes, comments and text boxes hold a paragraph."""
    for tag in _HOLDERS:
        for holder in found[tag]:
            if not any(child.tag in _BLOCKS for child in holder):
                yield Defect("P315", name, f"a {tag.rpartition('}')[2]} has no paragraph")


def ranges(name: str, found: Found) -> Iterator[Defect]:
    """Bookmarks and ranges of comments begin and end; ids of bookmarks are unique in a story."""
    for kind, code in _RANGES.items():
        starts, ends = ([mark.get(w("id"), "") for mark in found[w(kind + end)]] for end in ("Start", "End"))
        for id_ in sorted(set(starts) ^ set(ends)):
            yield Defect(code, name, f"the {kind} {id_} begins or ends, but not both")
        if kind == "bookmark":
            for id_ in repeated(starts):
                yield Defect("P306", name, f"two bookmarks have the id {id_}")


def fields(name: str, found: Found) -> Iterator[Defect]:
    """Complex fields begin, separate at most once, and end, one inside the other (17.16.18)."""
    separated: list[bool] = []
    for mark in found[w("fldChar")]:
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            separated.append(False)
            continue
        if not separated or (kind == "separate" and separated[-1]):
            yield Defect(
                "P310",
                name,
                "a field ends that did not begin" if kind == "end" else "a field separates twice, or outside",
            )
            return
        if kind == "end":
            separated.pop()
        else:
            separated[-1] = True
    if separated:
        yield Defect("P310", name, "a field does not end")


def field_codes(root: etree._Element) -> Iterator[str]:
    """What the fields of a story say, those put together whose code is spread over several runs."""
    for simple in root.iter(w("fldSimple")):
        yield simple.get(w("instr"), "")
    code: list[str] = []
    for element in root.iter(w("fldChar"), w("instrText")):
        if element.tag == w("instrText"):
            code.append(element.text or "")
        elif code:
            yield "".join(code)
            code = []


def sections(opened: Opened) -> Iterator[Defect]:
    """The body ends with the last section's properties (17.6.17)."""
    if opened.text is None:
        return
    body = opened.text.find(w("body"))
    if body is None or len(body) == 0 or body[-1].tag != w("sectPr"):
        yield Defect("P312", opened.main, "the body does not end with its section's properties")
