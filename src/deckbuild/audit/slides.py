"""The slides of a deck by anyone, in their order, with what they inherit: layout, master, theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from deckbuild.brand.brand import Box
from deckbuild.ooxml.lint.model import RID, Opened
from deckbuild.ooxml.tree import A, Element, P, local

SHAPES = ("sp", "pic", "graphicFrame", "grpSp", "cxnSp")
TITLES = ("title", "ctrTitle")
_SAME = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}


@dataclass(frozen=True)
class Theme:
    """Colours by slot (`dk1` … `folHlink`) as RRGGBB, and the two families of faces."""

    colours: Mapping[str, str]
    families: frozenset[str]


@dataclass(frozen=True, eq=False)
class Slide:
    """A slide with its layout and master."""

    number: int
    tree: Element
    layout: Element | None
    master: Element | None
    theme: Theme

    @cached_property
    def shapes(self) -> tuple[Element, ...]:
        """Its shapes in drawing order, those in groups after one another; hidden ones are left out."""
        tree = self.tree.find(f"{P}cSld/{P}spTree")
        return tuple(_flat(tree)) if tree is not None else ()

    @property
    def shown(self) -> bool:
        """Whether the show shows it."""
        return self.tree.get("show") not in ("0", "false")

    def slot(self, name: str) -> str | None:
        """The colour of a slot of the theme as this slide maps it; None for one that can't be told."""
        maps = [self.tree.find(f"{P}clrMapOvr/{A}overrideClrMapping")]
        maps += [self.layout.find(f"{P}clrMapOvr/{A}overrideClrMapping")] if self.layout is not None else []
        maps += [self.master.find(f"{P}clrMap")] if self.master is not None else []
        chosen = next((one for one in maps if one is not None), None)
        return self.theme.colours.get((chosen.get(name) if chosen is not None else None) or name)

    def inherited(self, shape: Element) -> Iterator[Element]:
        """The placeholders that a shape inherits from, the layout's first."""
        kind, index = holder(shape)
        if kind is None:
            return
        for parent in (self.layout, self.master):
            tree = parent.find(f"{P}cSld/{P}spTree") if parent is not None else None
            found = [(holder(one), one) for one in tree.iter(f"{P}sp")] if tree is not None else []
            by_index = next((one for (other, at), one in found if other is not None and index and at == index), None)
            by_kind = next((one for (other, _), one in found if other is not None and _same(other, kind)), None)
            chosen = by_index if by_index is not None else by_kind
            if chosen is not None:
                yield chosen

    def box(self, shape: Element) -> Box | None:
        """Where a shape stands; None within a group, which has measures of its own, or where nothing says it."""
        parent = shape.getparent()
        if parent is None or local(parent) == "grpSp":
            return None
        for one in (shape, *self.inherited(shape)):
            frame = one.find(f"{P}xfrm") if local(one) == "graphicFrame" else one.find(f"./{P}spPr/{A}xfrm")
            frame = frame if frame is not None else one.find(f"./{P}grpSpPr/{A}xfrm")
            offset, extent = (frame.find(f"{A}off"), frame.find(f"{A}ext")) if frame is not None else (None, None)
            if offset is not None and extent is not None:
                return Box(
                    *(
                        int(float(v or 0))
                        for v in (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
                    )
                )
        return None


def holder(shape: Element) -> tuple[str | None, str]:
    """Type and index of a placeholder; None for a shape that is none."""
    found = shape.find(f"./*/{P}nvPr/{P}ph")
    return (None, "") if found is None else (found.get("type") or "", found.get("idx") or "")


def _same(one: str, other: str) -> bool:
    return _SAME.get(one, one) == _SAME.get(other, other)


def words(element: Element | None) -> str:
    """The text of a shape: paragraphs on lines of their own."""
    if element is None:
        return ""
    lines = ("".join(run.text or "" for run in one.iter(f"{A}t")) for one in element.iter(f"{A}p"))
    return "\n".join(line for line in lines if line.strip())


def named(shape: Element) -> Element | None:
    """What holds a shape's name and alternative text."""
    return shape.find(f"./*/{P}cNvPr")


def _flat(tree: Element) -> Iterator[Element]:
    for shape in tree:
        if local(shape) not in SHAPES:
            continue
        about = named(shape)
        if about is not None and about.get("hidden") in ("1", "true"):
            continue
        yield shape
        if local(shape) == "grpSp":
            yield from _flat(shape)


def slides(opened: Opened) -> tuple[Slide, ...]:
    """The slides of a deck as they are listed; () for what is no deck."""
    if opened.deck is None:
        return ()
    links = opened.by_id(opened.main)
    listed = opened.deck.findall(f"{P}sldIdLst/{P}sldId")
    parts = [links[entry.get(RID, "")].target for entry in listed if entry.get(RID, "") in links]
    made = []
    for number, part in enumerate(parts, 1):
        if part in opened.trees:
            layout = _linked(opened, part, "slideLayout")
            master = _linked(opened, layout, "slideMaster")
            theme = theme_of(opened.trees.get(_linked(opened, master, "theme")))
            trees = opened.trees
            made.append(Slide(number, trees[part], trees.get(layout), trees.get(master), theme))
    return tuple(made)


def _linked(opened: Opened, part: str, kind: str) -> str:
    found = opened.linked(part, kind)
    return found[0].target if found else ""


def theme_of(tree: Element | None) -> Theme:
    """Colours and faces of a theme's part."""
    if tree is None:
        return Theme({}, frozenset())
    colours = {}
    for slot in tree.iterfind(f".//{A}clrScheme/*"):
        for value in slot:
            colours[local(slot)] = (value.get("val") if local(value) == "srgbClr" else value.get("lastClr")) or ""
    faces = {one.get("typeface", "") for one in tree.iterfind(f".//{A}fontScheme/*/*")}
    return Theme(
        {name: colour.upper() for name, colour in colours.items() if len(colour) == 6}, frozenset(faces - {""})
    )
