"""A layout that a template lacks, made from its nearest: same master, ground, title and fields, other placeholders.

Sizes alone are set here; face, colour, bullets and all else are inherited from the template's master.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckbuild.brand.adopt.inherit import FIELDS, TITLES, Holder, is_placeholder, kind_of, shapes
from deckbuild.brand.adopt.profile import Profile
from deckbuild.brand.brand import EMU_PER_POINT, Box
from deckbuild.ooxml.tree import A, Element, P, copied, element, local, remove
from deckbuild.ooxml.xml import EMPTY, Xml, el, many


@dataclass(frozen=True)
class New:
    """A placeholder to add."""

    purpose: str
    kind: str
    index: int
    name: str
    box: Box
    sizes: tuple[float, ...] = ()
    """Points by level; () inherits."""
    bold: bool = False
    marks: Literal["inherited", "none", "numbers"] = "inherited"
    anchor: str = "t"
    face: str = ""
    """A family of its own, as code has."""


@dataclass(frozen=True)
class Recipe:
    """A layout to derive."""

    role: str
    name: str
    added: tuple[New, ...]
    title: Box | None = None
    """Where the title stands, if not where it stood."""
    why: str = ""


@dataclass(frozen=True)
class Room:
    """What recipes are measured by: where content may stand, and the template's body text."""

    region: Box
    title: Box
    body: tuple[float, ...]
    """Sizes of body text by level."""
    title_size: float
    width: int
    height: int
    """Of the slide."""
    mono: str = "Courier New"
    marks: tuple[Box, ...] = ()
    """What the master draws on the slide: a title must not grow over it."""


def recipe(role: str, room: Room) -> Recipe | None:
    """How a layout for `role` is made; None for roles that another layout serves as it is."""
    match role:
        case "columns-2" | "columns-3" | "columns-4":
            return _columns(role, room)
        case "cards":
            return Recipe(role, "Cards", (), why="the body taken out")
        case "content":
            return Recipe(role, "Title and body", (New("body", "obj", 1, "Body", room.region),), why="a body added")
        case "table" | "chart" | "picture" | "media" | "code":
            return _captioned(role, room)
        case "quote":
            return _quote(room)
        case "question":
            return _question(room)
        case "picture-full":
            return _full(room)
        case "agenda":
            sizes = tuple(min(size, 24.0) for size in room.body)
            body = New("body", "body", 1, "Points", room.region, sizes, marks="numbers")
            return Recipe(role, "Numbered points", (body,), why="its points numbered")
        case _:
            return None


def _columns(role: str, room: Room) -> Recipe:
    """Bodies side by side, a line for a title above each."""
    count = int(role[-1])
    region = room.region
    gutter = region.width // {2: 24, 3: 30, 4: 36}[count]
    width = (region.width - (count - 1) * gutter) // count
    most = {2: 24.0, 3: 20.0, 4: 18.0}[count]
    sizes = tuple(min(size * {2: 1.0, 3: 0.9, 4: 0.8}[count], most - 2 * level) for level, size in enumerate(room.body))
    head = round(min(sizes[0] * 1.1, most) * 1.9 * EMU_PER_POINT)
    added = []
    for number in range(1, count + 1):
        x = region.x + (number - 1) * (width + gutter)
        added += [
            New(f"column-title-{number}", "body", 30 + number, f"Column title {number}", Box(x, region.y, width, head),
                (sizes[0],), bold=True, marks="none", anchor="b"),
            New(f"column-{number}", "obj", 20 + number, f"Column {number}",
                Box(x, region.y + head, width, region.height - head), sizes),
        ]  # fmt: skip
    name = {2: "Two columns", 3: "Three columns", 4: "Four columns"}[count]
    return Recipe(role, name, tuple(added), why=f"its body set as {count} columns with titles")


_THINGS = {"table": ("tbl", 19, "Table"), "chart": ("chart", 20, "Chart"), "picture": ("pic", 16, "Picture"),
           "media": ("media", 16, "Film or sound"), "code": ("body", 1, "Code")}  # fmt: skip
"""Role -> type, index and name of its placeholder."""


def _captioned(role: str, room: Room) -> Recipe:
    """One thing with a line below it."""
    region = room.region
    size = min(room.body[0], 14.0)
    line = round(size * 2.2 * EMU_PER_POINT)
    kind, index, what = _THINGS[role]
    thing = New(role, kind, index, what, Box(region.x, region.y, region.width, region.height - line))
    if role == "code":
        typed = (min(room.body[0], 16.0),)
        thing = replace(thing, purpose="body", sizes=typed, marks="none", face=room.mono)
    added = (
        thing,
        New("caption", "body", 17, "Caption", Box(region.x, region.bottom - line, region.width, line), (size,),
            marks="none", anchor="b"),
    )  # fmt: skip
    return Recipe(role, f"{what} and caption", added, why=f"{what.lower()} and caption in place of the body")


def _quote(room: Room) -> Recipe:
    region = room.region
    inset = region.width // 14
    size = max(20.0, min(room.body[0] * 1.25, 30.0))
    top = region.y + region.height // 16
    tall = round(region.height * 0.66)
    added = (
        New("body", "body", 1, "Quotation", Box(region.x + inset, top, region.width - 2 * inset, tall), (size,),
            marks="none"),
        New("source", "body", 18, "Source",
            Box(region.x + inset, top + tall, region.width - 2 * inset, region.height // 7), (min(room.body[0], 18.0),),
            marks="none"),
    )  # fmt: skip
    return Recipe("quote", "Quotation", added, why="a quotation and its source in place of the body")


def _question(room: Room) -> Recipe:
    """The question is the title; it gets the height of three lines, and options stand below it."""
    tall = max(room.title.height, round(room.title_size * 1.3 * 3 * EMU_PER_POINT))
    tall = min(tall, room.region.bottom - room.title.y - room.region.height // 2)
    middle = room.title.y + room.title.height // 2
    below = [mark.y for mark in room.marks if middle < mark.y < room.title.y + tall]
    tall = min([tall, *(y - room.title.y - room.height // 60 for y in below)])
    return Recipe("question", "Question", (), Box(room.title.x, room.title.y, room.title.width, max(tall, room.title.height)),
                  "its title made taller, the body taken out")  # fmt: skip


def _full(room: Room) -> Recipe:
    """A picture over the whole slide, title and caption at its foot."""
    region, height = room.region, room.height
    title = Box(region.x, round(height * 0.73), region.width, round(height * 0.14))
    caption = New("caption", "body", 17, "Caption", Box(region.x, title.bottom, region.width, round(min(room.body[0], 14.0) * 2.2 * EMU_PER_POINT)),
                  (min(room.body[0], 14.0),), marks="none")  # fmt: skip
    whole = New("picture", "pic", 16, "Picture", Box(0, 0, room.width, height))
    return Recipe(
        "picture-full", "Full picture", (whole, caption), title, "a picture over all of it, its title at the foot"
    )


def region_below(title: Box, room: Room) -> Box:
    """What is left of the region below a title that stands there."""
    gap = room.height // 40
    top = max(room.region.y, title.bottom + gap)
    return Box(room.region.x, top, room.region.width, room.region.bottom - top)


def derived(base: Profile, made: Recipe, name: str) -> Element:
    """The layout's tree: its content placeholders taken out, the recipe's put in."""
    root = copied(base.root)
    for key in ("type", "matchingName"):
        root.attrib.pop(key, "")
    root.set("userDrawn", "1")
    root.set("preserve", "1")
    for child in list(root):
        if local(child) in ("timing", "transition"):
            remove(child)
    data = root.find(f"{P}cSld")
    assert data is not None
    data.set("name", name)
    tree = data.find(f"{P}spTree")
    assert tree is not None
    for shape in list(shapes(root)):
        if is_placeholder(shape) and kind_of(shape) not in (*TITLES, *FIELDS):
            remove(shape)
    _place_title(root, made, base)
    used = [int(one.get("id", "0")) for one in root.iter(f"{P}cNvPr") if one.get("id", "").isdigit()]
    last = next((child for child in tree if local(child) == "extLst"), None)
    for number, new in enumerate(made.added, max(used, default=1) + 1):
        shape = element(_shape(new, number))
        if last is not None:
            last.addprevious(shape)
        else:
            tree.append(shape)
    return root


def _place_title(root: Element, made: Recipe, base: Profile) -> None:
    """The title where the recipe wants it; where the base has none, the master's."""
    title = next((shape for shape in shapes(root) if is_placeholder(shape) and kind_of(shape) in TITLES), None)
    if title is None:
        tree = root.find(f"{P}cSld/{P}spTree")
        assert tree is not None
        position = next((n for n, child in enumerate(tree) if local(child) == "grpSpPr"), 1) + 1
        number = max(
            (int(one.get("id", "0")) for one in root.iter(f"{P}cNvPr") if one.get("id", "").isdigit()), default=1
        )
        tree.insert(position, element(_shape(New("title", "title", 0, "Title", Box(0, 0, 0, 0)), number + 1)))
        return
    ph = title.find(f"./*/{P}nvPr/{P}ph")
    if ph is not None and ph.get("type") == "ctrTitle":
        ph.set("type", "title")
    if made.title is None:
        return
    properties = title.find(f"{P}spPr")
    assert properties is not None
    frame = properties.find(f"{A}xfrm")
    if frame is not None:
        properties.remove(frame)
    properties.insert(0, element(_frame(made.title)))


def _frame(box: Box) -> Xml:
    size = {"cx": box.width, "cy": box.height}
    return el("a:xfrm", None, el("a:off", {"x": box.x, "y": box.y}), el("a:ext", size))


def _shape(new: New, number: int) -> Xml:
    kind = None if new.kind == "obj" else new.kind
    ph = el("p:ph", {"type": kind, "idx": new.index or None})
    head = el("p:nvSpPr", None, el("p:cNvPr", {"id": number, "name": new.name}),
              Xml('<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'), el("p:nvPr", None, ph))  # fmt: skip
    looks = el("p:spPr", None, _frame(new.box)) if new.box.width else Xml("<p:spPr/>")
    body = el("a:bodyPr", {"anchor": new.anchor}, Xml("<a:normAutofit/>")) if new.box.width else Xml("<a:bodyPr/>")
    text = el("a:p", None, el("a:r", None, Xml('<a:rPr lang="en"/>'), el("a:t", None, new.name)))
    return el("p:sp", None, head, looks, el("p:txBody", None, body, _styles(new), text))


def _styles(new: New) -> Xml:
    """The list style: sizes, and bullets or numbers where they are not the template's own."""
    if not new.sizes and new.marks == "inherited":
        return Xml("<a:lstStyle/>")
    return el("a:lstStyle", None, many(_level(new, level, size) for level, size in enumerate(new.sizes or (None,), 1)))


def _level(new: New, level: int, size: float | None) -> Xml:
    attributes: dict[str, object] = {}
    marks = EMPTY
    if new.marks == "none":
        attributes = {"marL": 0, "indent": 0}
        marks = Xml("<a:buNone/>")
    elif new.marks == "numbers" and level == 1:
        room = round((size or 18.0) * 1.9 * EMU_PER_POINT)
        attributes = {"marL": room, "indent": -room}
        marks = Xml('<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>')
    looks = {"sz": round(size * 2) * 50 if size else None, "b": True if new.bold else None}
    face = [el(f"a:{script}", {"typeface": new.face}) for script in ("latin", "cs")] if new.face else []
    run = el("a:defRPr", looks, *face)
    return el(f"a:lvl{level}pPr", attributes, marks, run)


def sizes_of(holder: Holder) -> Sequence[float]:
    """Sizes of a placeholder's levels."""
    return [level.size for level in holder.levels]
