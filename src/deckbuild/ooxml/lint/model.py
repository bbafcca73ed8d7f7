"""What the linter works on: a package opened within bounds, each part parsed once."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

ENTRIES, PART_BYTES, TOTAL_BYTES = 20_000, 200 << 20, 1 << 30
"""Bounds on what is opened: number of entries, bytes of one part, bytes of all."""


@dataclass(frozen=True, order=True)
class Defect:
    """Something that PowerPoint or Word would repair, refuse, or lose."""

    code: str
    part: str
    message: str


class Refused(Exception):
    """The package can't be looked into at all; holds the one defect."""

    def __init__(self, defect: Defect) -> None:
        super().__init__(defect.message)
        self.defect = defect


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship; `target` is a part's name, or as written where it is external."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """Last step of its type: `slide`, `image`."""
        return self.type.rpartition("/")[2]


@dataclass
class Opened:
    """A package: contents by part name (`/ppt/presentation.xml`), as stored."""

    names: list[str]
    contents: Mapping[str, bytes]
    defaults: dict[str, str] = field(default_factory=dict)
    overrides: list[tuple[str, str]] = field(default_factory=list)
    links: dict[str, list[Link]] = field(default_factory=dict)
    trees: dict[str, etree._Element] = field(default_factory=dict)
    broken: list[Defect] = field(default_factory=list)

    @cached_property
    def types(self) -> dict[str, str]:
        """Content type by part."""
        named = dict(self.overrides)
        return {
            name: named.get(name) or self.defaults.get(name.rpartition(".")[2].lower(), "") for name in self.contents
        }

    def of_type(self, ending: str) -> list[str]:
        """Parts whose content type ends so."""
        return [name for name, kind in self.types.items() if kind.endswith(ending)]

    def linked(self, source: str, kind: str) -> list[Link]:
        """Relationships of a part, of one kind."""
        return [link for link in self.links.get(source, ()) if link.kind == kind]

    def by_id(self, source: str) -> dict[str, Link]:
        """Relationships of a part by id."""
        return {link.id: link for link in self.links.get(source, ())}


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def open_bounded(content: bytes) -> Opened:
    """The package; raises Refused where it is none, is too large, or holds what must not be parsed."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Refused(Defect("P101", "", "this is no Office file: it is no zip package")) from None
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRIES or size > TOTAL_BYTES or any(entry.file_size > PART_BYTES for entry in entries):
        message = f"the package has {len(entries)} entries of {size >> 20} MB, more than is opened"
        raise Refused(Defect("P102", "", message))
    contents: dict[str, bytes] = {}
    names = []
    for entry in entries:
        if entry.filename.endswith("/"):
            continue
        names.append("/" + entry.filename)
        try:
            contents["/" + entry.filename] = archive.read(entry)
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            zlib.error,
        ) as error:
            message = f"the part can't be read: {type(error).__name__}"
            raise Refused(Defect("P103", "/" + entry.filename, message)) from None
    opened = Opened(names, contents)
    _parse(opened)
    _read_types(opened)
    _read_links(opened)
    return opened


def _parse(opened: Opened) -> None:
    for name, content in opened.contents.items():
        if not name.endswith((".xml", ".rels")):
            continue
        if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
            opened.broken.append(Defect("P104", name, "the part has a document type definition"))
            continue
        try:
            opened.trees[name] = etree.fromstring(content, _PARSER)
        except (etree.XMLSyntaxError, ValueError) as error:
            opened.broken.append(Defect("P105", name, f"the part is not well-formed XML: {str(error)[:90]}"))


def _read_types(opened: Opened) -> None:
    root = opened.trees.get("/[Content_Types].xml")
    if root is None:
        raise Refused(Defect("P106", "/[Content_Types].xml", "the list of content types is missing or broken"))
    for entry in root.iter(etree.Element):
        if entry.get("Extension") is not None:
            opened.defaults[entry.get("Extension", "").lower()] = entry.get("ContentType", "")
        elif entry.get("PartName") is not None:
            opened.overrides.append((entry.get("PartName", ""), entry.get("ContentType", "")))


def _read_links(opened: Opened) -> None:
    for name, root in opened.trees.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("/_rels/")
        source = "" if file == ".rels" else f"{folder}/{file.removesuffix('.rels')}"
        base = posixpath.dirname(source) or "/"
        opened.links[source] = [
            Link(
                entry.get("Id", ""),
                entry.get("Type", ""),
                entry.get("Target", "")
                if entry.get("TargetMode") == "External"
                else posixpath.normpath(posixpath.join(base, entry.get("Target", "").partition("#")[0])),
                entry.get("TargetMode") == "External",
            )
            for entry in root.iter(f"{{{RELS}}}Relationship")
        ]


def repeated(values: list[str]) -> Iterator[str]:
    """Values that occur more than once, each once."""
    seen: set[str] = set()
    told: set[str] = set()
    for value in values:
        if value in seen and value not in told:
            told.add(value)
            yield value
        seen.add(value)
