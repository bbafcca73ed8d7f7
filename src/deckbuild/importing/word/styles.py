"""What styles and lists of a Word document say: what is a heading, an item, a title; what is bold by its style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from deckbuild.ooxml.lint.model import Opened, W, flag, unsigned

Element = etree._Element
_W = f"{{{W}}}"
_DEEP = 20
"""Styles that may stand on one another."""


@dataclass(frozen=True)
class Style:
    """What is of use of a style, with what it inherits."""

    name: str = ""
    outline: int = -1
    """Level of the outline from 0; -1 for none."""
    list_id: str = ""
    list_level: int = 0
    bold: bool = False
    italic: bool = False
    hidden: bool = False

    @property
    def heading(self) -> int:
        """Level of a heading from 1; 0 for none."""
        found = re.fullmatch(r"heading ([1-9])", self.name)
        return int(found[1]) if found else self.outline + 1

    @property
    def is_title(self) -> bool:
        """Whether it is the style of titles."""
        return self.name == "title"

    @property
    def is_contents(self) -> bool:
        """Whether it is a line of a table of contents or of figures."""
        return bool(re.fullmatch(r"toc ([1-9]|heading)|table of figures|index [1-9]", self.name))


NONE = Style()


class Styles:
    """The styles of a document by id."""

    def __init__(self, opened: Opened) -> None:
        self._elements: dict[str, Element] = {}
        self._read: dict[str, Style] = {}
        self.default = ""
        for link in opened.linked(opened.main, "styles"):
            root = opened.trees.get(link.target)
            for style in root.iter(f"{_W}style") if root is not None else ():
                id_ = style.get(f"{_W}styleId", "")
                self._elements.setdefault(id_, style)
                if style.get(f"{_W}type") == "paragraph" and flag(style.get(f"{_W}default")):
                    self.default = id_

    def of(self, id_: str) -> Style:
        """The style with that id, or one that says nothing."""
        if id_ not in self._read:
            self._read[id_] = self._gathered(id_)
        return self._read[id_]

    def _gathered(self, id_: str) -> Style:
        chain: list[Element] = []
        seen: set[str] = set()
        while id_ in self._elements and id_ not in seen and len(chain) < _DEEP:
            seen.add(id_)
            chain.append(self._elements[id_])
            id_ = value(chain[-1], "basedOn")
        if not chain:
            return NONE
        found: dict[str, object] = {"name": value(chain[0], "name").lower()}
        for style in reversed(chain):
            name = value(style, "name").lower()
            heading = re.fullmatch(r"heading ([1-9])", name)
            outline = value(style, "pPr", "outlineLvl")
            if heading:
                found["outline"] = int(heading[1]) - 1
            elif unsigned(outline) is not None:
                level = unsigned(outline) or 0
                found["outline"] = level if level < 9 else -1
            if style.find(f"{_W}pPr/{_W}numPr") is not None:
                found["list_id"] = value(style, "pPr", "numPr", "numId")
                found["list_level"] = unsigned(value(style, "pPr", "numPr", "ilvl")) or 0
            properties = style.find(f"{_W}rPr")
            for key, tag in (("bold", "b"), ("italic", "i"), ("hidden", "vanish")):
                said = switched(properties, tag)
                if said is not None:
                    found[key] = said
        return Style(**found)  # type: ignore[arg-type]

    @cached_property
    def language(self) -> str:
        """The language of ordinary text; empty where nothing says it."""
        for style in self._elements.values():
            root = style.getparent()
            lang = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang") if root is not None else None
            said = lang.get(f"{_W}val", "") if lang is not None else ""
            return said.split("-")[0] if re.fullmatch(r"[a-z]{2,3}(-\w+)*", said) else ""
        return ""


class Lists:
    """The lists of a document: whether a level is numbered, bulleted, or has no sign."""

    def __init__(self, opened: Opened) -> None:
        self._kinds: dict[tuple[str, int], str] = {}
        abstract: dict[str, Mapping[int, str]] = {}
        for link in opened.linked(opened.main, "numbering"):
            root = opened.trees.get(link.target)
            if root is None:
                continue
            for one in root.iter(f"{_W}abstractNum"):
                abstract[one.get(f"{_W}abstractNumId", "")] = dict(map(_level, one.iter(f"{_W}lvl")))
            for one in root.iter(f"{_W}num"):
                id_ = one.get(f"{_W}numId", "")
                levels = {**abstract.get(value(one, "abstractNumId"), {}), **dict(map(_level, one.iter(f"{_W}lvl")))}
                self._kinds.update({(id_, level): kind for level, kind in levels.items()})

    def kind(self, id_: str, level: int) -> str:
        """`bullet`, `decimal` …; `none` for a list without signs, empty for no list."""
        return "" if id_ in ("", "0") else self._kinds.get((id_, level), "bullet")


def _level(element: Element) -> tuple[int, str]:
    return unsigned(element.get(f"{_W}ilvl")) or 0, value(element, "numFmt") or "decimal"


def value(element: Element | None, *path: str) -> str:
    """The `w:val` of the element below `element` by that path; empty where there is none."""
    found = element.find("/".join(_W + step for step in path)) if element is not None else None
    return found.get(f"{_W}val", "") if found is not None else ""


def switched(properties: Element | None, tag: str) -> bool | None:
    """Whether a property such as `w:b` is on or off; None where it is not said (ECMA-376 part 1, 17.3.2)."""
    found = properties.find(_W + tag) if properties is not None else None
    if found is None:
        return None
    return found.get(f"{_W}val", "true") in ("1", "true", "on")
