"""What of a template stands round the content: its cover and text before, text after, the section that holds it.

A template made from tokens holds nothing but its paper; one of an organisation's has a bookmark `deckbuild` where the
content goes (see brand/adopt/wordbody.py), and headers and footers of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from deckbuild.blocks import Cover, plain
from deckbuild.ooxml.opening import parse
from deckbuild.ooxml.xml import EMPTY, WML, Xml, document, el

W = f"{{{WML['xmlns:w']}}}"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_FILLED = ("deckbuild-title", "deckbuild-subtitle")


@dataclass(frozen=True)
class Frame:
    """A template's main part, taken apart."""

    root: etree._Element
    section: etree._Element
    """Set-up of the section that the content stands in: paper and margins."""
    before: tuple[etree._Element, ...]
    after: tuple[etree._Element, ...]
    """What follows the content, the last section's set-up excepted."""

    @property
    def width(self) -> int:
        """Twentieths of a point between the margins."""
        size, margins = self.size, self.margins
        left, right = (int(margins.get(f"{W}{side}", "0")) for side in ("left", "right"))
        gutter = margins.get(f"{W}gutter", "0")
        return int(size.get(f"{W}w", "0")) - left - right - (int(gutter) if gutter.isdigit() else 0)

    @property
    def size(self) -> etree._Element:
        """`w:pgSz`."""
        found = self.section.find(f"{W}pgSz")
        assert found is not None
        return found

    @property
    def margins(self) -> etree._Element:
        """`w:pgMar`."""
        found = self.section.find(f"{W}pgMar")
        assert found is not None
        return found

    @property
    def own_headers(self) -> bool:
        """Whether the template has headers or footers: then they stay, and ours are not added."""
        return next(self.root.iter(f"{W}headerReference", f"{W}footerReference"), None) is not None

    @property
    def has_cover(self) -> bool:
        """Whether a cover page of the template's stands before the content."""
        return any(True for block in self.before for _ in block.iter(f"{W}docPartGallery"))

    @property
    def last(self) -> etree._Element:
        """Set-up of the last section."""
        found = self.root.find(f"{W}body/{W}sectPr")
        assert found is not None
        return found

    def fill_cover(self, cover: Cover | None) -> bool:
        """Put title and subtitle into the template's own cover; says whether it has a place for the title."""
        texts = dict(zip(_FILLED, (plain(cover.title), cover.kind), strict=True)) if cover else {}
        filled = False
        for block in self.before:
            for control in block.iter(f"{W}sdt"):
                tag = control.find(f"{W}sdtPr/{W}tag")
                said = tag.get(f"{W}val", "") if tag is not None else ""
                if said in texts and _fill(control, texts[said]):
                    filled = filled or said == _FILLED[0]
        return filled

    def document(self, body: Xml, page: Xml | None) -> bytes:
        """The main part with `body` in its place; `page` is the last section's set-up where it is not the template's."""
        parts = [*map(_text, self.before), body, *map(_text, self.after), page or _text(self.last)]
        names: dict[str, object] = {f"xmlns:{prefix}": uri for prefix, uri in self.root.nsmap.items() if prefix}
        names |= WML
        ignorable = self.root.get(_IGNORABLE)
        if ignorable and names.get("xmlns:mc", _MC) == _MC:
            known = [prefix for prefix in ignorable.split() if f"xmlns:{prefix}" in names]
            names |= {"xmlns:mc": _MC, "mc:Ignorable": " ".join(known) or None}
        ground = self.root.find(f"{W}background")
        return document(el("w:document", names, _text(ground) if ground is not None else EMPTY,
                           el("w:body", None, *parts)))  # fmt: skip


def frame(content: bytes) -> Frame:
    """The main part of a template."""
    root = parse(content)
    body = root.find(f"{W}body")
    assert body is not None
    blocks = [child for child in body if child.tag != f"{W}sectPr"]
    at = next((n for n, block in enumerate(blocks) if _is_mark(block)), None)
    if at is None:
        before, after = [], []
    else:
        before, after = blocks[:at], blocks[at + 1 :]
    inner = (section for block in after for section in block.iter(f"{W}sectPr"))
    section = next(inner, None)
    if section is None:
        section = body.find(f"{W}sectPr")
    assert section is not None
    return Frame(root, section, tuple(before), tuple(after))


def _is_mark(block: etree._Element) -> bool:
    return any(mark.get(f"{W}name") == "deckbuild" for mark in block.iterfind(f"{W}bookmarkStart"))


def _fill(control: etree._Element, text: str) -> bool:
    """The text in place of what a content control shows, in the looks of its first run."""
    runs = list(control.iter(f"{W}r"))
    if not runs:
        return False
    for placeholder in control.iterfind(f"{W}sdtPr/{W}showingPlcHdr"):
        placeholder.getparent().remove(placeholder)  # type: ignore[union-attr]
    first, *others = runs
    for run in others:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    for child in list(first):
        if child.tag != f"{W}rPr":
            first.remove(child)
        else:
            for style in child.findall(f"{W}rStyle"):
                child.remove(style)  # the style of prompts is grey
    words = etree.SubElement(first, f"{W}t")
    words.text = text
    return True


def _text(element: etree._Element) -> Xml:
    """An element as text, with the namespaces that it needs."""
    return Xml(etree.tostring(element, encoding="unicode", with_tail=False))


def attributes_of(element: etree._Element) -> Mapping[str, object]:
    """Attributes of a `w:` element, ready for `el`."""
    return {f"w:{str(key).rpartition('}')[2]}": value for key, value in element.attrib.items()}
