"""Open Packaging Conventions: parts and relationships <-> the bytes of a zip.  Same parts, same bytes.

ECMA-376 part 2.  Part names are absolute (`/ppt/slides/slide1.xml`).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from deckbuild.ooxml.xml import document, el, many
from deckbuild.ooxml.zipped import Entry, zipped
from deckbuild.workspace import built_at

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"

DEFAULTS = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
    "mp4": "video/mp4",
    "m4v": "video/x-m4v",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "fntdata": "application/x-fontdata",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    "rels": RELS_TYPE,
    "xml": "application/xml",
}
_STORED = ("png", "jpeg", "mp4", "m4v", "mov", "webm", "mp3", "m4a")  # packed already


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another, or to an address."""

    id: str
    type: str
    target: str
    """Name of a part, or an address where `external`."""
    external: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a package, and what it links to."""

    name: str
    content_type: str
    content: bytes
    relationships: tuple[Relationship, ...] = ()

    @property
    def extension(self) -> str:
        """Ending of its name, without the dot."""
        return self.name.rpartition(".")[2].lower()


@dataclass(frozen=True)
class Package:
    """Parts by name, and the relationships of the package itself."""

    parts: Mapping[str, Part]
    relationships: tuple[Relationship, ...] = field(default=())

    def related(self, part: str, kind: str) -> Part | None:
        """The part that `part` (the package itself where empty) links to by a relationship ending in `kind`."""
        links = self.parts[part].relationships if part else self.relationships
        name = next((link.target for link in links if link.type.endswith("/" + kind)), None)
        return self.parts.get(name) if name else None


def relative(source: str, target: str) -> str:
    """`target` as `source` names it in its relationships; `source` is "" for the package itself."""
    return posixpath.relpath(target, posixpath.dirname(source) or "/")


def relationships_name(part: str) -> str:
    """Name of the part that holds the relationships of `part` ("" for the package)."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _relationships(source: str, links: Iterable[Relationship]) -> bytes:
    return document(
        el(
            "Relationships",
            {"xmlns": RELATIONSHIPS},
            many(
                el(
                    "Relationship",
                    {
                        "Id": link.id,
                        "Type": link.type,
                        "Target": link.target if link.external else relative(source, link.target),
                        "TargetMode": "External" if link.external else None,
                    },
                )
                for link in links
            ),
        )
    )


def _content_types(parts: Iterable[Part]) -> bytes:
    used = {"rels", "xml"}
    overrides = []
    for part in parts:
        if DEFAULTS.get(part.extension) == part.content_type and part.extension != "xml":
            used.add(part.extension)
        else:
            overrides.append(el("Override", {"PartName": part.name, "ContentType": part.content_type}))
    defaults = (el("Default", {"Extension": ext, "ContentType": DEFAULTS[ext]}) for ext in sorted(used))
    return document(el("Types", {"xmlns": CONTENT_TYPES}, many(defaults), many(overrides)))


def write_package(package: Package) -> bytes:
    """The package as a zip whose bytes depend on its content alone: fixed order, dates and flags."""
    parts = sorted(package.parts.values(), key=lambda part: _natural(part.name))
    moment = built_at()
    date = moment.timetuple()[:6] if moment and moment.year >= 1980 else (1980, 1, 1, 0, 0, 0)
    entries = [
        Entry("[Content_Types].xml", _content_types(parts)),
        Entry("_rels/.rels", _relationships("", package.relationships)),
    ]
    for part in parts:
        entries.append(Entry(part.name.removeprefix("/"), part.content, part.extension in _STORED))
        if part.relationships:
            name = relationships_name(part.name).removeprefix("/")
            entries.append(Entry(name, _relationships(part.name, part.relationships)))
    return zipped(entries, date)


@lru_cache(maxsize=65536)
def _natural(name: str) -> tuple[object, ...]:
    """Sort key that puts slide10 after slide9."""
    stem, _, extension = name.rpartition(".")
    digits = stem[len(stem.rstrip("0123456789")) :]
    return (stem.rstrip("0123456789"), int(digits or 0), extension)


def with_parts(package: Package, parts: Iterable[Part]) -> Package:
    """`package` with `parts` added, or put in place of those with the same names."""
    return replace(package, parts={**package.parts, **{part.name: part for part in parts}})
