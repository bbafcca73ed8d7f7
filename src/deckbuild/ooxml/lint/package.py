"""Invariants of any package (ECMA-376 part 2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

from deckbuild.ooxml.lint.model import MC, Defect, Opened, R, repeated

_MAGIC = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff", "jpg": b"\xff\xd8\xff", "gif": b"GIF8"}
_USED = etree.XPath("//@r:*", namespaces={"r": R}, smart_strings=False)
_WEB = ("http://", "https://", "mailto:")


def names(opened: Opened) -> Iterator[Defect]:
    """No part name twice, in any spelling."""
    for name in repeated(opened.names):
        yield Defect("P110", name, "the package holds this part twice")
    for name in repeated([name.lower() for name in dict.fromkeys(opened.names)]):
        yield Defect("P111", name, "two parts have names that differ in case alone")


def content_types(opened: Opened) -> Iterator[Defect]:
    """Each part has a content type; each override has its part, once."""
    overridden = [name for name, _ in opened.overrides]
    for name in repeated(overridden):
        yield Defect("P112", name, "its content type is given twice")
    for name in dict.fromkeys(overridden):
        if name not in opened.contents:
            yield Defect("P113", name, "a content type is given, but there is no such part")
    for name, kind in opened.types.items():
        if not kind and name != "/[Content_Types].xml":
            yield Defect("P114", name, "the part has no content type")


def relationships(opened: Opened) -> Iterator[Defect]:
    """Ids are unique, targets are there, every `r:id` used is defined, links lead to the web at most."""
    for source, links in opened.links.items():
        for id_ in repeated([link.id for link in links]):
            yield Defect("P115", source, f"the relationship id {id_} is given twice")
        if source and source not in opened.contents:
            yield Defect("P116", source, "there are relationships of a part that is not there")
        for link in links:
            if link.external:
                if not link.target.lower().startswith(_WEB):
                    yield Defect("P118", source, f"an external relationship leads to {link.target[:60]}")
            elif link.target not in opened.contents:
                yield Defect("P117", source, f"relationship {link.id} leads to {link.target}, which is not there")
    for name, root in opened.trees.items():
        if name.endswith(".rels") or R.encode() not in opened.contents[name]:
            continue
        known = {link.id for link in opened.links.get(name, ())}
        used = {value for value in cast("list[str]", _USED(root)) if value}
        for id_ in sorted(used - known):
            yield Defect("P119", name, f"the relationship {id_} is used, but not defined")


def reachable(opened: Opened) -> Iterator[Defect]:
    """Every part is linked to, directly or not."""
    seen, waiting = {""}, [""]
    while waiting:
        for link in opened.links.get(waiting.pop(), ()):
            if not link.external and link.target not in seen:
                seen.add(link.target)
                waiting.append(link.target)
    for name in opened.contents:
        if name not in seen and not name.endswith(".rels") and name != "/[Content_Types].xml":
            yield Defect("P120", name, "nothing links to this part")


def prefixes(opened: Opened) -> Iterator[Defect]:
    """Prefixes in `mc:Ignorable` are declared."""
    for name, root in opened.trees.items():
        for prefix in (root.get(f"{{{MC}}}Ignorable") or "").split():
            if prefix not in root.nsmap:
                yield Defect("P121", name, f"mc:Ignorable names the prefix {prefix}, which is not declared")


def pictures(opened: Opened) -> Iterator[Defect]:
    """Pictures are what their names say."""
    for name, content in opened.contents.items():
        magic = _MAGIC.get(name.rpartition(".")[2].lower())
        if magic and not content.startswith(magic):
            yield Defect("P122", name, "the picture is not of the type that its name says")


def left_over(opened: Opened) -> Iterator[Defect]:
    """Nothing of a template's author is left: thumbnail, printer settings, custom XML."""
    for name in opened.contents:
        if "thumbnail" in name.lower() or "/printerSettings/" in name or name.startswith("/customXml/"):
            yield Defect("P123", name, "a part is left over from a template")
