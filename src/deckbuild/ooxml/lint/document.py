"""Invariants of a document's parts and of what its stories name in them (ECMA-376 part 1, 17.7 to 17.13).

What one story must be like by itself is looked into in story.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deckbuild.ooxml.lint.model import RID, WP, Defect, Found, Opened, index, repeated, unsigned
from deckbuild.ooxml.lint.story import STORY_TAGS, field_codes, fields, paragraphs, ranges, tables, w

_NOTES = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}
_STYLE_USES = (w("pStyle"), w("rStyle"), w("tblStyle"), w("basedOn"), w("next"), w("link"))
_TAGS = (*STORY_TAGS, *_STYLE_USES, w("numId"), w("hyperlink"), f"{{{WP}}}docPr",
         *(w(kind + "Reference") for kind in _NOTES))  # fmt: skip


def stories(opened: Opened) -> Iterator[Defect]:
    """All that is asked of the stories and of what they name, each story walked once."""
    found = {name: index(root, _TAGS) for name, root in _stories(opened)}
    if not found:
        return
    for check in (_styles, _lists, _notes, _bookmark_names, _drawing_ids):
        yield from check(opened, found)
    for name, elements in found.items():
        for part in (tables, paragraphs, ranges, fields):
            yield from part(name, elements)


def _stories(opened: Opened) -> Iterator[tuple[str, etree._Element]]:
    """Main text, headers, footers, notes and comments, each with its root; none in a deck."""
    if opened.text is None:
        return
    names = [opened.main]
    for kind in ("header", "footer", *_NOTES.values()):
        names += [link.target for link in opened.linked(opened.main, kind)]
    for name in dict.fromkeys(names):
        if name in opened.trees:
            yield name, opened.trees[name]


def _definitions(opened: Opened, kind: str, tag: str) -> list[etree._Element]:
    """Elements right below the root of the parts that the document links to as `kind`."""
    parts = [opened.trees[link.target] for link in opened.linked(opened.main, kind) if link.target in opened.trees]
    return [element for root in parts for element in root.findall(w(tag))]


def _ids(elements: list[etree._Element], attribute: str) -> list[str]:
    return [element.get(w(attribute), "") for element in elements]


def _styles(opened: Opened, found: dict[str, Found]) -> Iterator[Defect]:
    """Styles that are used are defined, each once; styles name each other too."""
    ids = _ids(_definitions(opened, "styles", "style"), "styleId")
    for id_ in repeated(ids):
        yield Defect("P324", opened.main, f"two styles have the id {id_}")
    parts = [link.target for kind in ("styles", "numbering") for link in opened.linked(opened.main, kind)]
    places = found | {name: index(opened.trees[name], _TAGS) for name in parts if name in opened.trees}
    for name, elements in places.items():
        used = {value for tag in _STYLE_USES for value in _ids(elements[tag], "val")}
        for id_ in sorted(used.difference(ids)):
            yield Defect("P303", name, f"the style {id_} is used, but not defined")


def _lists(opened: Opened, found: dict[str, Found]) -> Iterator[Defect]:
    """Lists that are used are there, have their definition, and stand after all of these (17.9.17)."""
    numbers, abstract = (_definitions(opened, "numbering", tag) for tag in ("num", "abstractNum"))
    known = {*_ids(numbers, "numId"), "0"}  # 0 takes a list away
    places = dict(found)
    for link in opened.linked(opened.main, "styles"):
        if link.target in opened.trees:
            places[link.target] = index(opened.trees[link.target], _TAGS)
    for name, elements in places.items():
        for id_ in sorted(set(_ids(elements[w("numId")], "val")) - known):
            yield Defect("P304", name, f"the list {id_} is used, but not defined")
    yield from _list_definitions(opened, numbers, abstract)


def _list_definitions(
    opened: Opened, numbers: list[etree._Element], abstract: list[etree._Element]
) -> Iterator[Defect]:
    definitions = _ids(abstract, "abstractNumId")
    defined = set(definitions)
    for number in numbers:
        for definition in number.findall(w("abstractNumId")):
            if definition.get(w("val")) not in defined:
                named = f"list {number.get(w('numId'))} names the definition {definition.get(w('val'))}"
                yield Defect("P317", opened.main, f"{named}, which is not there")
    if numbers and next(numbers[0].itersiblings(w("abstractNum")), None) is not None:
        yield Defect("P318", opened.main, f"a definition stands after the list {numbers[0].get(w('numId'))}")
    for what, ids in (("lists", _ids(numbers, "numId")), ("definitions of lists", definitions)):
        for id_ in repeated(ids):
            yield Defect("P323", opened.main, f"two {what} have the id {id_}")


def _notes(opened: Opened, found: dict[str, Found]) -> Iterator[Defect]:
    """Footnotes, endnotes and comments that are referred to are there, each once."""
    for kind, part in _NOTES.items():
        known = _ids(_definitions(opened, part, kind), "id")
        for id_ in repeated(known):
            yield Defect("P320", opened.main, f"two {part} have the id {id_}")
        marks = [kind + "Reference", *(["commentRangeStart", "commentRangeEnd"] if kind == "comment" else [])]
        for name, elements in found.items():
            used = {id_ for mark in marks for id_ in _ids(elements[w(mark)], "id")}
            for id_ in sorted(used.difference(known)):
                yield Defect("P311", name, f"the {kind} {id_} is referred to, but not there")


def _bookmark_names(opened: Opened, found: dict[str, Found]) -> Iterator[Defect]:
    """Names of bookmarks are unique in the document and short enough; links and fields lead to one."""
    names = [id_ for elements in found.values() for id_ in _ids(elements[w("bookmarkStart")], "name")]
    for mark in repeated(name.lower() for name in names):
        yield Defect("P307", opened.main, f"two bookmarks are called {mark}")
    for mark in names:
        if len(mark) > 40:
            yield Defect("P308", opened.main, f"the bookmark {mark} has {len(mark)} characters, 40 at most are kept")
    known = {name.lower() for name in names} | {"_top", "_bottom"}  # these two Word knows by itself
    for name, root in _stories(opened):
        links = [link.get(w("anchor")) for link in found[name][w("hyperlink")] if link.get(RID) is None]
        used = {link for link in links if link} | {mark for code in field_codes(root) for mark in _marks(code)}
        for mark in sorted(used):
            if mark.lower() not in known:
                yield Defect("P309", name, f"a link or field leads to the bookmark {mark}, which is not there")


def _marks(code: str) -> list[str]:
    r"""Bookmarks that a field names: `REF name \h`, `PAGEREF name`, `HYPERLINK \l "name"`."""
    words = code.split()
    if len(words) > 1 and words[0].upper() in ("REF", "PAGEREF", "NOTEREF") and not words[1].startswith("\\"):
        return [words[1].strip('"')]
    if len(words) > 2 and words[0].upper() == "HYPERLINK" and words[1] == "\\l":
        return [words[2].strip('"')]
    return []


def headers(opened: Opened) -> Iterator[Defect]:
    """Headers and footers that sections name are some, each kind once a section (17.10)."""
    if opened.text is None:
        return
    links = opened.by_id(opened.main)
    for section in opened.text.iter(w("sectPr")):
        references = [child for child in section if child.tag in (w("headerReference"), w("footerReference"))]
        for reference in references:
            link = links.get(reference.get(RID, ""))
            kind = str(reference.tag).rpartition("}")[2].removesuffix("Reference")
            if link is not None and link.kind != kind:
                yield Defect("P313", opened.main, f"{link.target} is named as a {kind}, and is none")
        kinds = [(str(child.tag).rpartition("}")[2], child.get(w("type"), "default")) for child in references]
        for tag, kind in repeated(kinds):
            yield Defect("P321", opened.main, f"a section has two {tag.removesuffix('Reference')}s of the type {kind}")


def _drawing_ids(opened: Opened, found: dict[str, Found]) -> Iterator[Defect]:
    """Ids of drawings are unique over all stories."""
    ids = [drawing.get("id", "") for elements in found.values() for drawing in elements[f"{{{WP}}}docPr"]]
    for number in repeated(ids):
        yield Defect("P314", opened.main, f"two drawings have the id {number}")


def settings(opened: Opened) -> Iterator[Defect]:
    """The zoom has its percent, which the schema requires and python-docx's template leaves out."""
    for zoom in _definitions(opened, "settings", "zoom"):
        percent = zoom.get(w("percent"), "")
        if unsigned(percent.removesuffix("%")) is None:
            yield Defect("P322", opened.main, "the settings' zoom has no percent")
