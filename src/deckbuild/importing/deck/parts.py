"""Bytes of a deck -> its slides, layouts and links, as trees that can be walked whoever wrote them.

Alternate content is decided here: what a newer program would show where it can be read, else what older ones show.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from deckbuild.ooxml.lint.model import Link, Opened
from deckbuild.ooxml.opening import parse
from deckbuild.ooxml.tree import MC, Element, P, R, local

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_READ = frozenset({
    "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "http://schemas.microsoft.com/office/drawing/2010/main",
    "http://schemas.microsoft.com/office/powerpoint/2012/main",
    "http://schemas.microsoft.com/office/powerpoint/2015/main",
    "http://schemas.microsoft.com/office/drawing/2014/main",
})  # fmt: skip
"""Namespaces whose elements are understood here where alternate content asks for them."""


@dataclass
class DeckFile:
    """An opened deck: trees are made when they are asked for."""

    opened: Opened
    unread: list[str] = field(default_factory=list)
    """Parts that were asked for and can't be read, each with why."""
    _trees: dict[str, Element | None] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """Name of the presentation part."""
        return self.opened.main

    def tree(self, name: str) -> Element | None:
        """Root of a part; None where there is none, or where it can't be read."""
        if name not in self._trees:
            self._trees[name] = self._read(name)
        return self._trees[name]

    def _read(self, name: str) -> Element | None:
        content = self.opened.contents.get(name)
        if content is None:
            return None
        broken = next((defect.message for defect in self.opened.broken if defect.part == name), "")
        if broken:
            self.unread.append(f"{name.removeprefix('/')}: {broken}")
            return None
        try:
            root = parse(content)
        except (etree.XMLSyntaxError, ValueError) as error:
            self.unread.append(f"{name.removeprefix('/')}: {str(error)[:80]}")
            return None
        if b"markup-compatibility" in content:
            _decide(root)
        return root

    def links(self, name: str) -> dict[str, Link]:
        """What a part links to, by id."""
        return {link.id: link for link in self.opened.links.get(name, ())}

    def related(self, name: str, kind: str) -> Iterator[str]:
        """Parts that a part links to in that way."""
        for link in self.opened.links.get(name, ()):
            if link.kind == kind and not link.external and link.target in self.opened.contents:
                yield link.target

    def content(self, name: str) -> bytes | None:
        """Bytes of a part."""
        return self.opened.contents.get(name)

    @cached_property
    def slides(self) -> tuple[str, ...]:
        """Parts of the slides in their order; one that is listed twice or is not there counts once or not."""
        root = self.tree(self.main)
        links = self.links(self.main)
        listed = root.iterfind(f"{P}sldIdLst/{P}sldId") if root is not None else ()
        targets = [links[id_].target for entry in listed if (id_ := entry.get(f"{R}id", "")) in links]
        return tuple(dict.fromkeys(name for name in targets if name in self.opened.contents))

    @cached_property
    def slide_ids(self) -> dict[str, str]:
        """Lasting id of a slide -> its part."""
        root = self.tree(self.main)
        links = self.links(self.main)
        found = {}
        for entry in root.iterfind(f"{P}sldIdLst/{P}sldId") if root is not None else ():
            link = links.get(entry.get(f"{R}id", ""))
            if link is not None:
                found[entry.get("id", "")] = link.target
        return found

    @cached_property
    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """PowerPoint's sections: name, and parts of their slides ([MS-PPTX] 2.3.7 sectionLst)."""
        root = self.tree(self.main)
        found = []
        for section in root.iter(f"{P14}section") if root is not None else ():
            ids = [entry.get("id", "") for entry in section.iter(f"{P14}sldId")]
            found.append(
                (section.get("name", "").strip(), tuple(self.slide_ids[id_] for id_ in ids if id_ in self.slide_ids))
            )
        return tuple(found)

    @cached_property
    def size(self) -> tuple[int, int]:
        """Width and height of the slides, EMU; the usual one where the file does not say."""
        root = self.tree(self.main)
        found = root.find(f"{P}sldSz") if root is not None else None
        sides = tuple(whole(found.get(side), 0) if found is not None else 0 for side in ("cx", "cy"))
        return (sides[0], sides[1]) if min(sides) >= 10000 else (9144000, 6858000)

    def name_of(self, part: str) -> str:
        """A part as messages name it."""
        return posixpath.basename(part)


def _decide(root: Element) -> None:
    """Put what is to be read in place of each `mc:AlternateContent`."""
    for alternate in list(root.iter(f"{MC}AlternateContent")):
        parent = alternate.getparent()
        if parent is None:
            continue
        choices = [child for child in alternate if local(child) == "Choice"]
        fallback = next((child for child in alternate if local(child) == "Fallback"), None)
        chosen = next((choice for choice in choices if _understood(choice)), None)
        if chosen is None:
            chosen = fallback if fallback is not None and len(fallback) else next(iter(choices), None)
        at = parent.index(alternate)
        for child in list(chosen) if chosen is not None else ():
            parent.insert(at, child)
            at += 1
        parent.remove(alternate)


def _understood(choice: Element) -> bool:
    needs = choice.get("Requires", "").split()
    return bool(needs) and all(choice.nsmap.get(prefix) in _READ for prefix in needs)


def whole(text: str | None, usual: int = 0) -> int:
    """A whole number in an attribute; `usual` where there is none."""
    try:
        return max(-(1 << 40), min(1 << 40, int(float(text)))) if text is not None else usual
    except (ValueError, OverflowError):
        return usual


def on(text: str | None) -> bool:
    """A flag in an attribute (ISO/IEC 29500 part 1, 22.9.2.7)."""
    return text in ("1", "true", "on")
