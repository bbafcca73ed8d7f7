"""Invariants of a document (ECMA-376 part 1, 11 and 17): what makes Word offer a repair."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deckbuild.ooxml.lint.model import WP, Defect, Opened, R, W, repeated


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _main(opened: Opened) -> str | None:
    for link in opened.links.get("", ()):
        if link.kind == "officeDocument" and link.target.startswith("/word/"):
            return link.target
    return None


def stories(opened: Opened) -> list[tuple[str, etree._Element]]:
    """Main text, headers, footers, notes and comments, each with its root."""
    main = _main(opened)
    if main is None:
        return []
    names = [main]
    for kind in ("header", "footer", "footnotes", "endnotes", "comments"):
        names += [link.target for link in opened.linked(main, kind)]
    return [(name, opened.trees[name]) for name in dict.fromkeys(names) if name in opened.trees]


def tables(opened: Opened) -> Iterator[Defect]:
    """Each cell ends with a paragraph; each table has a grid."""
    for name, root in stories(opened):
        for cell in root.iter(_w("tc")):
            if len(cell) == 0 or cell[-1].tag != _w("p"):
                yield Defect("P301", name, "a table's cell does not end with a paragraph")
        for table in root.iter(_w("tbl")):
            if table.find(_w("tblGrid")) is None:
                yield Defect("P302", name, "a table has no grid")


def styles_and_lists(opened: Opened) -> Iterator[Defect]:
    """Styles and numbering that are used are defined."""
    main = _main(opened)
    if main is None:
        return
    styles = _values(opened, main, "styles", "style", "styleId")
    numbers = _values(opened, main, "numbering", "num", "numId")
    uses = {_w("pStyle"): ("P303", styles), _w("rStyle"): ("P303", styles), _w("tblStyle"): ("P303", styles),
            _w("numId"): ("P304", numbers)}  # fmt: skip
    for name, root in stories(opened):
        missing = set()
        for element in root.iter(*uses):
            code, known = uses[str(element.tag)]
            value = element.get(_w("val"), "")
            if value not in known and not (code == "P304" and value == "0"):
                missing.add((code, value))
        for code, value in sorted(missing):
            what = "style" if code == "P303" else "list"
            yield Defect(code, name, f"the {what} {value} is used, but not defined")


def _values(opened: Opened, main: str, kind: str, tag: str, attribute: str) -> set[str]:
    values: set[str] = set()
    for link in opened.linked(main, kind):
        root = opened.trees.get(link.target)
        if root is not None:
            values |= {element.get(_w(attribute), "") for element in root.findall(_w(tag))}
    return values


def bookmarks(opened: Opened) -> Iterator[Defect]:
    """Bookmarks are paired, their ids and names unique, their names short enough; links lead to one."""
    names: list[str] = []
    for name, root in stories(opened):
        starts = list(root.iter(_w("bookmarkStart")))
        ends = [end.get(_w("id"), "") for end in root.iter(_w("bookmarkEnd"))]
        ids = [start.get(_w("id"), "") for start in starts]
        if sorted(ids) != sorted(ends):
            yield Defect("P305", name, "bookmarks begin that do not end, or the other way round")
        for id_ in repeated(ids):
            yield Defect("P306", name, f"two bookmarks have the id {id_}")
        names += [start.get(_w("name"), "") for start in starts]
    for mark in repeated(names):
        yield Defect("P307", "", f"two bookmarks are called {mark}")
    for mark in names:
        if len(mark) > 40:
            yield Defect("P308", "", f"the bookmark {mark} has a name of more than 40 characters")
    known = set(names) | {"_top"}
    for name, root in stories(opened):
        for link in root.iter(_w("hyperlink")):
            anchor = link.get(_w("anchor"))
            if anchor and anchor not in known:
                yield Defect("P309", name, f"a link leads to the bookmark {anchor}, which is not there")
        for code in root.iter(_w("instrText")):
            words = (code.text or "").split()
            if len(words) > 1 and words[0] in ("REF", "PAGEREF") and words[1] not in known:
                yield Defect("P309", name, f"a field refers to the bookmark {words[1]}, which is not there")


def fields(opened: Opened) -> Iterator[Defect]:
    """Complex fields begin, separate and end in this order."""
    for name, root in stories(opened):
        depth = 0
        broken = False
        for mark in root.iter(_w("fldChar")):
            kind = mark.get(_w("fldCharType"))
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            broken = broken or depth < 0 or (kind == "separate" and depth == 0)
        if depth or broken:
            yield Defect("P310", name, "a field does not end, or ends twice")


def references(opened: Opened) -> Iterator[Defect]:
    """Footnotes, endnotes and comments that are referred to are there."""
    main = _main(opened)
    if main is None or main not in opened.trees:
        return
    for kind, reference in (
        ("footnote", "footnoteReference"),
        ("endnote", "endnoteReference"),
        ("comment", "commentReference"),
    ):
        known = _values(opened, main, kind + "s", kind, "id")
        for element in opened.trees[main].iter(_w(reference)):
            if element.get(_w("id"), "") not in known:
                yield Defect("P311", main, f"the {kind} {element.get(_w('id'))} is referred to, but not there")


def sections(opened: Opened) -> Iterator[Defect]:
    """The last section's properties come last; headers and footers named by sections are linked."""
    main = _main(opened)
    root = opened.trees.get(main or "")
    if main is None or root is None:
        return
    body = root.find(_w("body"))
    if body is None or len(body) == 0 or body[-1].tag != _w("sectPr"):
        yield Defect("P312", main, "the body does not end with its section's properties")
    links = opened.by_id(main)
    for element in root.iter(_w("headerReference"), _w("footerReference")):
        id_ = element.get(f"{{{R}}}id", "")
        if id_ in links and links[id_].kind not in ("header", "footer"):
            yield Defect("P313", main, f"a header or footer is {links[id_].target}, which is neither")


def drawings(opened: Opened) -> Iterator[Defect]:
    """Drawing ids are unique over all stories."""
    ids = [element.get("id", "") for _, root in stories(opened) for element in root.iter(f"{{{WP}}}docPr")]
    for number in repeated(ids):
        yield Defect("P314", "", f"two drawings have the id {number}")
