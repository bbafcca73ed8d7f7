"""A template by others, as bytes -> its parts; what can't be one is refused with its cause in one line.

Whatever is opened here is within the linter's bounds.  The content type of the main part decides what a file
is, never its name, and is turned into that of an ordinary deck or document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from deckbuild.ooxml.lint.model import Opened
from deckbuild.ooxml.lint.opening import Refused, open_bounded
from deckbuild.ooxml.opening import parse
from deckbuild.ooxml.package import Package, Part, Relationship, relationships_name

Element = etree._Element

LARGEST = 100 << 20
"""Bytes of a template: every deck made from it is about as large."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: how a compound file begins
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "application/vnd.openxmlformats-officedocument."
_DECKS = tuple(f"{_MAIN}presentationml.{kind}.main+xml" for kind in ("presentation", "template", "slideshow"))
_DOCUMENTS = tuple(f"{_MAIN}wordprocessingml.{kind}.main+xml" for kind in ("document", "template"))

Kind = Literal["deck", "document"]


class Unusable(Exception):
    """The file can't be taken as a template; its text says why in one line."""


@dataclass(frozen=True)
class Foreign:
    """A template's parts as they are, what it is, and the parts that can't be read."""

    kind: Kind
    package: Package
    main: str
    broken: dict[str, str]
    """Part -> what is wrong with it; such a part may be dropped, not used."""

    def refuse_broken(self, kept: Package) -> None:
        """Raise Unusable where one of the `kept` parts can't be read."""
        for name in kept.parts:
            if name in self.broken:
                raise Unusable(f"{name}: {self.broken[name]}")


def open_foreign(content: bytes) -> Foreign:
    """The template; raises Unusable."""
    if content.startswith(_OLE):
        raise Unusable(_compound(content))
    if len(content) > LARGEST:
        most = f"more than {LARGEST >> 20} MB are not taken: every deck would hold them"
        raise Unusable(f"it has {len(content) >> 20} MB, {most}")
    try:
        opened = open_bounded(content)
    except Refused as refused:
        raise Unusable(str(refused)) from None
    kind = _kind(opened)
    main = opened.main
    parts = {
        name: Part(name, _ordinary(opened.types[name], name == main, kind), data, _links(opened, name))
        for name, data in opened.contents.items()
        if name in opened.types and not name.endswith(".rels")
    }
    broken = {defect.part: defect.message for defect in opened.broken}
    broken |= {_owner(name): said for name, said in broken.items() if name.endswith(".rels")}
    return Foreign(kind, Package(parts, _links(opened, "")), main, broken)


def _compound(content: bytes) -> str:
    """What an OLE compound file is, told by the names of the streams in its directory."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        return "it is protected with a password; save it without one"
    if holds("PowerPoint Document"):
        return "it is a file of PowerPoint 97–2003 (.ppt); save it as a PowerPoint template (.potx)"
    if holds("WordDocument"):
        return "it is a file of Word 97–2003 (.doc); save it as a Word template (.dotx)"
    return "it is an old binary file of Office; save it as .potx or .dotx"


def _kind(opened: Opened) -> Kind:
    kind = opened.types.get(opened.main, "")
    if "macroEnabled" in kind or opened.of_type("vbaProject"):
        raise Unusable("it holds macros, whatever its name ends in; save it as a template without macros")
    if not opened.main:
        raise Unusable("it is no Office file: the package does not say which part is its main one")
    root = opened.trees.get(opened.main)
    if root is None:
        said = next((defect.message for defect in opened.broken if defect.part == opened.main), "it can't be read")
        raise Unusable(f"{opened.main}: {said}")
    if str(root.tag).startswith(f"{{{_STRICT}"):
        raise Unusable("it is Strict Open XML; save it as an ordinary presentation or document")
    if kind in _DECKS and str(root.tag).endswith("}presentation"):
        return "deck"
    if kind in _DOCUMENTS and str(root.tag).endswith("}document"):
        return "document"
    raise Unusable(f"it is neither a presentation nor a document, but {kind or 'of no type'}")


def _ordinary(kind: str, main: bool, what: Kind) -> str:
    """The content type; that of the main part is an ordinary deck's or document's."""
    if not main:
        return kind
    return _DECKS[0] if what == "deck" else _DOCUMENTS[0]


def _owner(rels: str) -> str:
    """The part whose relationships a part holds; "" for the package's."""
    folder, _, file = rels.rpartition("_rels/")
    return "" if rels == "/_rels/.rels" else folder + file.removesuffix(".rels")


def _links(opened: Opened, source: str) -> tuple[Relationship, ...]:
    """Relationships of a part: their targets as the linter resolves them, in any case and spelling."""
    name = relationships_name(source)
    stored = next((part for part in opened.contents if part.lower() == name.lower()), None)
    links = opened.links.get(source, ())
    if stored is None or not links:
        return ()
    types = [entry.get("Type", "") for entry in parse(opened.contents[stored]).iter(_RELATIONSHIP)]
    return tuple(
        Relationship(link.id, type_, link.target, link.external) for link, type_ in zip(links, types, strict=True)
    )
