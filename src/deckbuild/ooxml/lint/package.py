"""Invariants of any package (ECMA-376 part 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.ooxml.lint.model import TYPES_PART, Defect, Opened, repeated

_MAGIC = {
    "png": re.compile(rb"\A\x89PNG\r\n\x1a\n"),
    "jpeg": re.compile(rb"\A\xff\xd8\xff"),
    "jpg": re.compile(rb"\A\xff\xd8\xff"),
    "gif": re.compile(rb"\AGIF8[79]a"),
    "bmp": re.compile(rb"\ABM"),
    "tiff": re.compile(rb"\A(?:II\*\0|MM\0\*)"),
    "webp": re.compile(rb"\ARIFF....WEBP", re.DOTALL),
    "x-emf": re.compile(rb"\A\x01\0\0\0.{36} EMF", re.DOTALL),
    "svg+xml": re.compile(rb"<(?:[\w.-]{1,40}:)?svg[\s>/]"),
}
"""How pictures begin, by the second half of their content type; formats that are not here are not looked into."""
_WEB = ("http://", "https://", "mailto:")
_PLAYED = ("media", "video", "audio")
_BESIDE = re.compile(r"(?![/\\])(?!.*(?:^|/)\.\.(?:/|$))[^:?#]{1,400}")
"""Relative, and not upwards."""
# What a part's name may not hold: ECMA-376 part 2, 9.1.1 (empty steps, steps of dots) and annex A (backslash, control).
_BAD_NAME = re.compile(r"//|/\.*(?:/|$)|\.(?:/|$)|[\\\x00-\x1f\x7f?#]")


def main_part(opened: Opened) -> Iterator[Defect]:
    """The package says what it is about: a presentation or a document, without macros."""
    kind = opened.types.get(opened.main, "")
    if "macroEnabled" in kind or opened.of_type("vbaProject"):
        yield Defect("P124", opened.main, "the package holds macros")
    elif opened.deck is None and opened.text is None and opened.main not in {defect.part for defect in opened.broken}:
        what = f"its main part is of the type {kind}" if kind else "it names no main part"
        yield Defect("P127", opened.main, f"the package is no presentation and no document: {what}")


def names(opened: Opened) -> Iterator[Defect]:
    """No part name twice, in any spelling; none that the format does not allow."""
    for name in repeated(opened.names):
        yield Defect("P110", name, "the package holds this part twice")
    distinct = list(dict.fromkeys(opened.names))
    first: dict[str, str] = {}
    for name in distinct:
        twin = first.setdefault(name.lower(), name)
        if twin != name:
            yield Defect("P111", name, f"the name of {twin} differs from this one in case alone")
    for name in distinct:
        if _BAD_NAME.search(name):
            yield Defect("P125", name, "a part can't have this name")


def content_types(opened: Opened) -> Iterator[Defect]:
    """Each part has a content type; each override has its part, once."""
    for name in repeated(name.lower() for name, _ in opened.overrides):
        yield Defect("P112", name, "its content type is given twice")
    for extension in repeated(extension for extension, _ in opened.defaults):
        yield Defect("P112", TYPES_PART, f"the content type of .{extension} is given twice")
    stored = {name.lower() for name in opened.contents}
    for name in dict.fromkeys(name for name, _ in opened.overrides):
        if name.lower() not in stored:
            yield Defect("P113", name, "a content type is given, but there is no such part")
    for name, kind in opened.types.items():
        if not kind:
            yield Defect("P114", name, "the part has no content type")


def relationship_ids(opened: Opened) -> Iterator[Defect]:
    """Ids are unique; every `r:id` that is used is defined."""
    for source, links in opened.links.items():
        for id_ in repeated(link.id for link in links):
            yield Defect("P115", source, f"the relationship id {id_} is given twice")
        if source and source not in opened.contents:
            yield Defect("P116", source, "there are relationships of a part that is not there")
    for name, used in opened.used.items():
        for id_ in sorted(used.difference([link.id for link in opened.links.get(name, ())])):
            yield Defect("P119", name, f"the relationship {id_} is used, but not defined")


def relationship_targets(opened: Opened) -> Iterator[Defect]:
    """Targets are there; nothing outside is fetched, and links lead to the web at most."""
    for source, links in opened.links.items():
        for link in links:
            if link.external and link.kind in _PLAYED and _BESIDE.fullmatch(link.target):
                continue  # a film or sound in a folder beside the deck
            if link.external and link.kind != "hyperlink":
                yield Defect("P128", source, f"a part of the kind {link.kind} is to be fetched from {link.target[:60]}")
            elif link.external and not link.target.lower().startswith(_WEB):
                yield Defect("P118", source, f"a link leads to {link.target[:60]}, which is no address of the web")
            elif not link.external and link.target not in opened.contents:
                yield Defect("P117", source, f"relationship {link.id} leads to {link.target}, which is not there")


def core_properties(opened: Opened) -> Iterator[Defect]:
    """At most one part of core properties (ECMA-376 part 2, 11.1): Office calls a package with two corrupt."""
    count = len(opened.linked("", "core-properties"))
    if count > 1:
        yield Defect("P126", "", f"the package has {count} parts of core properties, not one")


def reachable(opened: Opened) -> Iterator[Defect]:
    """Every part is linked to, directly or not."""
    if not opened.main:
        return  # told by main_part
    seen, waiting = {""}, [""]
    while waiting:
        for link in opened.links.get(waiting.pop(), ()):
            if not link.external and link.target not in seen:
                seen.add(link.target)
                waiting.append(link.target)
    folded = {name.lower() for name in seen}  # of two names that differ in case, links may mean either
    for name in opened.types:
        if name.lower() not in folded and not name.endswith(".rels"):
            yield Defect("P120", name, "nothing links to this part")


def prefixes(opened: Opened) -> Iterator[Defect]:
    """Prefixes that `mc:Ignorable`, `mc:MustUnderstand` and `mc:Choice` name are declared (ECMA-376 part 3)."""
    for name, missing in opened.undeclared.items():
        for prefix in sorted(missing):
            yield Defect("P121", name, f"mc: markup names the prefix {prefix}, which is not declared")


def pictures(opened: Opened) -> Iterator[Defect]:
    """Pictures are what their content types say."""
    for name, kind in opened.types.items():
        if kind.startswith("image/"):
            magic = _MAGIC.get(kind.removeprefix("image/").lower())
            if magic and not magic.search(opened.contents[name], 0, 65536):
                yield Defect("P122", name, f"the picture is not of its content type, {kind}")


def left_over(opened: Opened) -> Iterator[Defect]:
    """Nothing of a template's author is left: thumbnail, printer settings, custom XML, styles of Word 2007."""
    for name in opened.types:
        folded = name.lower()
        if folded.endswith(".rels"):
            continue
        ours = "thumbnail" not in folded and "/printersettings/" not in folded and "styleswitheffects" not in folded
        if not ours or folded.startswith("/customxml/"):
            yield Defect("P123", name, "a part is left over from a template")
