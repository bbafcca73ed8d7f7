"""What the linter's checks work on: a package opened within bounds, each part parsed once, and what they report.

How bytes become an `Opened` stands in opening.py; what each code means in diagnostics/packages.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

from lxml import etree

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
P188 = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"

RID = f"{{{R}}}id"
TYPES_PART = "/[Content_Types].xml"

Found = Mapping[str, list[etree._Element]]
"""Elements of a part by tag, in document order."""

_H = TypeVar("_H", bound=Hashable)


@dataclass(frozen=True, order=True)
class Defect:
    """Something that PowerPoint or Word would repair, refuse or lose; `part` is "" for the package itself."""

    code: str
    part: str
    message: str


class Link(NamedTuple):
    """A relationship; `target` is a part's name, or as written where it is external."""

    id: str
    kind: str
    """Last step of its type: `slide`, `image`."""
    target: str
    external: bool


@dataclass
class Opened:
    """A package: contents, trees and relationships by part name (`/ppt/presentation.xml`)."""

    names: list[str]
    """As stored, so that doubles show."""
    contents: Mapping[str, bytes]
    defaults: list[tuple[str, str]] = field(default_factory=list)
    """Content types by extension, lower case."""
    overrides: list[tuple[str, str]] = field(default_factory=list)
    """Content types by part name."""
    links: dict[str, list[Link]] = field(default_factory=dict)
    trees: dict[str, etree._Element] = field(default_factory=dict)
    """Without what stands in `mc:Fallback`: it says the same again for older programs, ids and names included."""
    used: dict[str, set[str]] = field(default_factory=dict)
    """Relationship ids that a part's markup uses, those in `mc:Fallback` too."""
    undeclared: dict[str, set[str]] = field(default_factory=dict)
    """Prefixes that a part's `mc:` attributes name and do not declare."""
    broken: list[Defect] = field(default_factory=list)

    @cached_property
    def types(self) -> dict[str, str]:
        """Content type by part; "" where none is given.  Names and extensions match in any case (OPC 9.1)."""
        defaults = dict(self.defaults)
        named = {name.lower(): kind for name, kind in self.overrides}
        return {
            name: named.get(name.lower()) or defaults.get(name.rpartition(".")[2].lower(), "")
            for name in self.contents
            if name != TYPES_PART
        }

    @cached_property
    def _by_type(self) -> dict[str, list[str]]:
        parts: dict[str, list[str]] = {}
        for name, kind in self.types.items():
            parts.setdefault(kind.rpartition(".")[2], []).append(name)
        return parts

    def of_type(self, ending: str) -> list[str]:
        """Parts whose content type has this last step: `slide+xml`."""
        return self._by_type.get(ending, [])

    def trees_of(self, *endings: str) -> Iterator[tuple[str, etree._Element]]:
        """Parts of these types with their roots; those that could not be parsed are told elsewhere."""
        for ending in endings:
            for name in self.of_type(ending):
                if name in self.trees:
                    yield name, self.trees[name]

    @cached_property
    def main(self) -> str:
        """Name of the part that the package is about; "" where there is none."""
        parts = [link.target for link in self.links.get("", ()) if link.kind == "officeDocument" and not link.external]
        return next((part for part in parts if part in self.contents), "")

    @property
    def deck(self) -> etree._Element | None:
        """Root of the presentation; None in a package that is no deck."""
        return self.trees.get(self.main) if "presentationml" in self._main_type else None

    @property
    def text(self) -> etree._Element | None:
        """Root of the document; None in a package that is no document."""
        return self.trees.get(self.main) if "wordprocessingml" in self._main_type else None

    @property
    def _main_type(self) -> str:
        kind = self.types.get(self.main, "")
        return kind.replace("vnd.ms-powerpoint.", "presentationml.").replace("vnd.ms-word.", "wordprocessingml.")

    def linked(self, source: str, kind: str) -> list[Link]:
        """Relationships of a part, of one kind, to parts that are there."""
        return [link for link in self.links.get(source, ()) if link.kind == kind and link.target in self.contents]

    def by_id(self, source: str) -> dict[str, Link]:
        """Relationships of a part by id."""
        return {link.id: link for link in self.links.get(source, ())}


def index(root: etree._Element, tags: Collection[str]) -> Found:
    """The elements below `root` that have one of these tags, gathered in one pass; every tag has a list."""
    found: dict[str, list[etree._Element]] = {tag: [] for tag in tags}
    for element in root.iter(*tags):
        found[element.tag].append(element)
    return found


def repeated(values: Iterable[_H]) -> Iterator[_H]:
    """Values that occur more than once, each once."""
    seen: set[_H] = set()
    told: set[_H] = set()
    for value in values:
        if value in seen and value not in told:
            told.add(value)
            yield value
        seen.add(value)


_UNSIGNED = re.compile(r"\s*\+?([0-9]{1,18})\s*")


def unsigned(text: str | None) -> int | None:
    """The number that an attribute holds; None for anything else, negative ones too."""
    match = _UNSIGNED.fullmatch(text or "")
    return int(match[1]) if match else None


def flag(text: str | None) -> bool:
    """What an `xsd:boolean` or `ST_OnOff` attribute says; False where it is missing."""
    return text in ("1", "true", "on")
