"""What stands in a paragraph: runs with their looks, links, fields, footnotes, drawings; what is deleted or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from deckbuild.importing.markup import Piece as Stretch
from deckbuild.importing.word.styles import Styles, switched, value
from deckbuild.ooxml.lint.model import MC, Link, R, W

Element = etree._Element
_W = f"{{{W}}}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DEEP = 60
"""Elements within one another; deeper text is taken as it stands."""

_INTO = {
    _W + name
    for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "fldSimple", "sdtContent", "rubyBase")
}
_GONE = {_W + name for name in ("del", "moveFrom")}
_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "", "ptab": " "}
_COMPUTED = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES|TOC|TC|XE|INDEX|RD|SEQ)\b", re.IGNORECASE)
_LINKED = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_SIGNS = {
    "F0E0": "→",
    "F0DF": "←",
    "F0A7": "▪",
    "F0B7": "•",
    "F0FC": "✓",
    "F0FB": "✗",
    "F0A8": "□",
    "F04A": "☺",
    "F0D8": "➢",
}
"""Characters of Wingdings that stand in running text, in Unicode."""


@dataclass
class _Field:
    code: str = ""
    result: bool = False


@dataclass
class Found:
    """What was met in paragraphs beside their text."""

    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    computed: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """Signs of symbol fonts that no character stands for."""
    comments: list[str] = field(default_factory=list)
    """Ids of comments that hang here."""
    insertions: int = 0


class Inline:
    """Reads paragraphs of one part, one after the other: a field may go over several of them."""

    def __init__(self, styles: Styles, links: dict[str, Link], found: Found, notes: dict[tuple[str, str], str]) -> None:
        self._styles, self._links, self.found, self._notes = styles, links, found, notes
        self._fields: list[_Field] = []
        self.drawings: list[Element] = []
        """Drawings, pictures and objects of the paragraph that was read last."""

    def read(self, paragraph: Element) -> list[Stretch]:
        """The paragraph's stretches; what it draws is in `drawings` then."""
        self.drawings = []
        return [one for one in self._within(paragraph, Stretch(""), 0) if one.text or one.footnote]

    def _within(self, parent: Element, look: Stretch, depth: int) -> Iterator[Stretch]:
        if depth > _DEEP:
            yield replace(look, text="".join(str(text) for text in parent.itertext(f"{_W}t")))
            return
        for child in parent:
            tag = child.tag
            if tag == f"{_W}r":
                yield from self._run(child, look, depth)
            elif tag == f"{_W}hyperlink":
                yield from self._within(child, replace(look, link=self._address(child) or look.link), depth + 1)
            elif tag in _INTO:
                self.found.insertions += tag == f"{_W}ins"
                yield from self._within(child, look, depth + 1)
            elif tag == f"{_W}sdt":
                content = child.find(f"{_W}sdtContent")
                if content is not None and child.find(f"{_W}sdtPr/{_W}showingPlcHdr") is None:
                    yield from self._within(content, look, depth + 1)
            elif tag in _GONE:
                self.found.deleted.append(_deleted(child))
            elif tag == f"{{{MC}}}AlternateContent":
                for choice in _chosen(child):
                    yield from self._within(choice, look, depth + 1)
            elif tag in (f"{_MATH}oMath", f"{_MATH}oMathPara"):
                yield replace(look, text=" ".join("".join(map(str, child.itertext(f"{_MATH}t"))).split()))
            elif tag == f"{_W}commentReference":
                self.found.comments.append(child.get(f"{_W}id", ""))

    def _address(self, link: Element) -> str:
        target = self._links.get(link.get(f"{{{R}}}id", ""))
        return target.target if target and target.external and target.target.startswith(("http", "mailto:")) else ""

    def _run(self, run: Element, look: Stretch, depth: int) -> Iterator[Stretch]:
        look = self._looks(run, look)
        hidden = bool(switched(run.find(f"{_W}rPr"), "vanish"))
        for child in run:
            for stretch in self._content(child, look, depth):
                if hidden:
                    self.found.hidden.append(stretch.text)
                elif self._shown():
                    yield replace(stretch, link=stretch.link or self._field_link())
                else:
                    self._fielded(stretch.text)

    def _looks(self, run: Element, look: Stretch) -> Stretch:
        properties = run.find(f"{_W}rPr")
        if properties is None:
            return look
        style = self._styles.of(value(properties, "rStyle"))
        bold, italic = switched(properties, "b"), switched(properties, "i")
        script = {"superscript": "super", "subscript": "sub"}.get(value(properties, "vertAlign"), "")
        return replace(
            look,
            bold=style.bold if bold is None else bold,
            italic=style.italic if italic is None else italic,
            script=script,
        )

    def _content(self, child: Element, look: Stretch, depth: int) -> Iterator[Stretch]:
        if not isinstance(child.tag, str):
            return
        name = child.tag.rpartition("}")[2]
        if name == "t":
            yield replace(look, text=child.text or "")
        elif name in _CHARACTERS:
            page = name == "br" and child.get(f"{_W}type") in ("page", "column")
            yield replace(look, text=" " if page else _CHARACTERS[name])
        elif name == "sym":
            sign = _SIGNS.get(child.get(f"{_W}char", "").upper(), "")
            if not sign:
                self.found.lost.append(child.get(f"{_W}char", "?"))
            yield replace(look, text=sign)
        elif name == "fldChar":
            self._turn(child.get(f"{_W}fldCharType", ""))
        elif name == "instrText":
            if self._fields and not self._fields[-1].result:
                self._fields[-1].code += child.text or ""
        elif name in ("footnoteReference", "endnoteReference"):
            note = self._notes.pop((name[:-9], child.get(f"{_W}id", "")), "")
            if note:
                yield Stretch("", footnote=note)
        elif name == "commentReference":
            self.found.comments.append(child.get(f"{_W}id", ""))
        elif name in ("drawing", "pict", "object"):
            self.drawings.append(child)
        elif name == "AlternateContent":
            for choice in _chosen(child):
                for one in choice:
                    yield from self._content(one, look, depth + 1)
        elif name in ("ruby", "rubyBase", "r") and depth < _DEEP:
            yield from self._within(child, look, depth + 1)
        elif name == "delText":
            self.found.deleted.append(child.text or "")

    def _turn(self, what: str) -> None:
        """A field begins, comes to its result, or ends (ECMA-376 part 1, 17.16.18)."""
        if what == "begin":
            self._fields.append(_Field())
        elif what == "separate" and self._fields:
            self._fields[-1].result = True
        elif what == "end" and self._fields:
            self._fields.pop()

    def _shown(self) -> bool:
        return all(one.result and not _COMPUTED.match(one.code) for one in self._fields)

    def _fielded(self, text: str) -> None:
        """A text that a field computes; that of a field's instruction is none."""
        if all(one.result for one in self._fields):
            self.found.computed.append(text)

    def _field_link(self) -> str:
        for one in reversed(self._fields):
            found = _LINKED.match(one.code)
            if found and found[1].startswith(("http", "mailto:")):
                return found[1]
        return ""


def _chosen(alternate: Element) -> list[Element]:
    """The content for programs of today; the one for older ones says the same again."""
    choices = alternate.findall(f"{{{MC}}}Choice")
    return choices[:1] or alternate.findall(f"{{{MC}}}Fallback")


def _deleted(element: Element) -> str:
    return "".join(str(one.text or "") for one in element.iter(f"{_W}delText", f"{_W}t"))
