"""The bytes of a package of ours or of a checked template -> its parts."""

from __future__ import annotations

import io
import posixpath
import zipfile
from functools import lru_cache

from lxml import etree

from deckbuild.ooxml.package import DEFAULTS, Package, Part, Relationship, relationships_name

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def parse(content: bytes) -> etree._Element:
    """The root element of a part; entities are not resolved, nothing is fetched."""
    return etree.fromstring(content, _PARSER)


@lru_cache(maxsize=4)
def open_package(content: bytes) -> Package:
    """The parts of a package that was linted before; raises ValueError or KeyError on a damaged one.

    The last few are remembered: a brand's templates are opened once for all that is drawn on them.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {"/" + name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    types = parse(files.pop("/[Content_Types].xml"))
    defaults = dict(DEFAULTS)
    overrides = {}
    for entry in types:
        if "Extension" in entry.attrib:
            defaults[entry.get("Extension", "").lower()] = entry.get("ContentType", "")
        else:
            overrides[entry.get("PartName", "")] = entry.get("ContentType", "")
    parts = {
        name: Part(name, overrides.get(name) or defaults[name.rpartition(".")[2].lower()], data, _links(name, files))
        for name, data in files.items()
        if not name.endswith(".rels")
    }
    return Package(parts, _links("", files))


def _links(source: str, files: dict[str, bytes]) -> tuple[Relationship, ...]:
    content = files.get(relationships_name(source))
    if content is None:
        return ()
    folder = posixpath.dirname(source) or "/"
    return tuple(
        Relationship(
            link.get("Id", ""),
            link.get("Type", ""),
            link.get("Target", "")
            if link.get("TargetMode") == "External"
            else posixpath.normpath(posixpath.join(folder, link.get("Target", ""))),
            link.get("TargetMode") == "External",
        )
        for link in parse(content)
    )
