"""Placeholders of a layout with all that they inherit: layout before master before defaults (ECMA-376 part 1, 19.3.1.36)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from deckbuild.brand.adopt.colours import Scheme, face_named, nearest_slot, painted
from deckbuild.brand.brand import Box, TextLevel
from deckbuild.ooxml.tree import A, Element, P

LEVELS = 3
"""Levels of lists that compose sets."""
TITLES = ("title", "ctrTitle")
FIELDS = ("dt", "ftr", "sldNum", "hdr")
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
"""What a text body has where nobody says (21.1.2.1.1)."""


@dataclass(frozen=True)
class Holder:
    """A placeholder as it comes out on a slide."""

    kind: str
    index: int
    name: str
    box: Box | None
    """None where neither layout nor master says."""
    upright: bool
    """Whether its text runs as usual: neither vertical nor turned."""
    levels: tuple[TextLevel, ...]
    inset: Box
    anchor: str
    colour: str
    """RRGGBB of its first level."""
    ground: str | None
    """RRGGBB of its own fill; None where the slide shows through."""
    face: str
    element: Element = field(compare=False)


@dataclass
class _Level:
    """Properties of one level, as far as anybody has said."""

    size: float = 18.0
    bold: bool = False
    caps: bool = False
    line: float = 1.0
    exact: float = 0.0
    before: tuple[str, float] = ("pts", 0.0)
    after: tuple[str, float] = ("pts", 0.0)
    left: int = 0
    indent: int = 0
    bullet: bool = False
    face: str = "+mn-lt"
    colour: str = ""


@dataclass(frozen=True)
class Sources:
    """Where the placeholders of a layout inherit from."""

    presentation: Element
    master: Element
    scheme: Scheme

    @property
    def heading(self) -> str:
        """The face that titles are set in."""
        return self._face("titleStyle")

    @property
    def body(self) -> str:
        """The face that running text is set in."""
        return self._face("bodyStyle")

    def _face(self, style: str) -> str:
        tag = "title" if style == "titleStyle" else "body"
        parent = _parents(self.master).get(tag)
        lists = [self.presentation.find(f"{P}defaultTextStyle"), self.master.find(f"{P}txStyles/{P}{style}")]
        lists.append(parent.find(f"{P}txBody/{A}lstStyle") if parent is not None else None)
        return face_named(_level(1, lists, self.scheme).face, self.scheme)


def holders(layout: Element, sources: Sources) -> tuple[Holder, ...]:
    """The layout's placeholders in drawing order; those within groups stand where no slide could put them."""
    parents = _parents(sources.master)
    return tuple(_holder(shape, sources, parents) for shape in shapes(layout) if _ph(shape) is not None)


def shapes(part: Element) -> Iterator[Element]:
    """Shapes and pictures directly on a master or layout."""
    tree = part.find(f"{P}cSld/{P}spTree")
    if tree is not None:
        yield from (shape for shape in tree if shape.tag in (f"{P}sp", f"{P}pic", f"{P}graphicFrame"))


def _ph(shape: Element) -> Element | None:
    return shape.find(f"./*/{P}nvPr/{P}ph")


def is_placeholder(shape: Element) -> bool:
    """Whether a shape is a placeholder."""
    return _ph(shape) is not None


def kind_of(shape: Element) -> str:
    """Type of a placeholder; `obj` where it names none."""
    holder = _ph(shape)
    return (holder.get("type") or "obj") if holder is not None else ""


def _parents(master: Element) -> dict[str, Element]:
    """The master's placeholders by type."""
    found: dict[str, Element] = {}
    for shape in shapes(master):
        if is_placeholder(shape):
            found.setdefault(kind_of(shape), shape)
    return found


def _parent(kind: str, parents: dict[str, Element]) -> Element | None:
    if kind in TITLES:
        return parents.get("title")
    return parents.get(kind) if kind in FIELDS else parents.get("body")


def _holder(shape: Element, sources: Sources, parents: dict[str, Element]) -> Holder:
    ph = _ph(shape)
    assert ph is not None
    kind = kind_of(shape)
    parent = _parent(kind, parents)
    chain = [one for one in (parent, shape) if one is not None]
    frame = next((found for one in reversed(chain) if (found := _frame(one)) is not None), None)
    body = _body(chain)
    style = {"title": "titleStyle", "ctrTitle": "titleStyle"}.get(kind, "otherStyle" if kind in FIELDS else "bodyStyle")
    lists = [sources.presentation.find(f"{P}defaultTextStyle"), sources.master.find(f"{P}txStyles/{P}{style}")]
    lists += [one.find(f"{P}txBody/{A}lstStyle") for one in chain]
    raw = [_level(number, lists, sources.scheme) for number in range(1, (1 if kind in TITLES else LEVELS) + 1)]
    heading = sources.heading
    properties = shape.find(f"./*/{P}cNvPr")
    fills = (found for one in reversed(chain) if (found := one.find(f"{P}spPr/{A}solidFill")) is not None)
    return Holder(
        kind=kind,
        index=_whole(ph.get("idx")),
        name=(properties.get("name", "") if properties is not None else "") or f"Placeholder {ph.get('idx', '0')}",
        box=_box(frame) if frame is not None else None,
        upright=body.get("vert", "horz") == "horz" and (frame is None or not _whole(frame.get("rot"))),
        levels=tuple(_text_level(level, heading, sources.scheme) for level in raw),
        inset=Box(*(_whole(body.get(side), usual) for side, usual in _INSETS.items())),
        anchor=body.get("anchor", "t") if body.get("anchor") in ("t", "ctr", "b") else "t",
        colour=raw[0].colour or sources.scheme.slot("tx1"),
        ground=next((painted(fill, sources.scheme) for fill in fills), None),
        face=face_named(raw[0].face, sources.scheme),
        element=shape,
    )


def _frame(shape: Element) -> Element | None:
    frame = shape.find(f"{P}spPr/{A}xfrm")
    if frame is None:
        frame = shape.find(f"{P}xfrm")
    has_size = frame is not None and frame.find(f"{A}off") is not None and frame.find(f"{A}ext") is not None
    return frame if has_size else None


def _box(frame: Element) -> Box:
    offset, extent = frame.find(f"{A}off"), frame.find(f"{A}ext")
    assert offset is not None
    assert extent is not None
    return Box(_whole(offset.get("x")), _whole(offset.get("y")), _whole(extent.get("cx")), _whole(extent.get("cy")))


def box_of(shape: Element) -> Box | None:
    """Where a shape says that it stands."""
    frame = _frame(shape)
    return _box(frame) if frame is not None else None


def _body(chain: Sequence[Element]) -> dict[str, str]:
    """Attributes of `a:bodyPr`, the nearer ones last."""
    merged: dict[str, str] = {}
    for one in chain:
        body = one.find(f"{P}txBody/{A}bodyPr")
        if body is not None:
            merged.update({str(key): str(value) for key, value in body.attrib.items()})
    return merged


def _level(number: int, lists: Sequence[Element | None], known: Scheme) -> _Level:
    level = _Level()
    for styles in lists:
        if styles is None:
            continue
        for properties in (styles.find(f"{A}defPPr"), styles.find(f"{A}lvl{number}pPr")):
            if properties is not None:
                _merge(level, properties, known)
    return level


def _merge(level: _Level, properties: Element, known: Scheme) -> None:
    """What one list style says, over what was said before."""
    level.left = _whole(properties.get("marL"), level.left)
    level.indent = _whole(properties.get("indent"), level.indent)
    for child in properties:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in ("buChar", "buAutoNum", "buBlip", "buNone"):
            level.bullet = name != "buNone"
        elif name == "lnSpc":
            unit, value = _spacing(child)
            level.line, level.exact = (value, 0.0) if unit == "pct" else (1.0, value)
        elif name == "spcBef":
            level.before = _spacing(child)
        elif name == "spcAft":
            level.after = _spacing(child)
    run = properties.find(f"{A}defRPr")
    if run is None:
        return
    level.size = _whole(run.get("sz"), round(level.size * 100)) / 100
    level.bold = run.get("b") in ("1", "true", "on") if run.get("b") else level.bold
    level.caps = run.get("cap") == "all" if run.get("cap") else level.caps
    face = run.find(f"{A}latin")
    if face is not None and face.get("typeface"):
        level.face = face.get("typeface", "")
    for fill in ("solidFill", "gradFill"):
        level.colour = painted(run.find(f"{A}{fill}"), known) or level.colour


def _spacing(child: Element) -> tuple[str, float]:
    share, points = child.find(f"{A}spcPct"), child.find(f"{A}spcPts")
    if share is not None:
        text = share.get("val", "100000")
        return "pct", float(text.rstrip("%")) / 100 if text.endswith("%") else _whole(text, 100000) / 100000
    return "pts", _whole(points.get("val"), 0) / 100 if points is not None else 0.0


def _text_level(level: _Level, heading: str, known: Scheme) -> TextLevel:
    size = level.size or 18.0
    gap = sum(value * size if unit == "pct" else value for unit, value in (level.before, level.after))
    return TextLevel(
        size=size,
        bold=level.bold,
        line=level.exact / (size * 1.2) if level.exact else level.line,
        before=round(gap, 2),
        indent=level.left,
        hanging=max(0, -level.indent) if level.bullet else 0,
        family="heading" if face_named(level.face, known) == heading else "body",
        colour=nearest_slot(level.colour, known.palette()) if level.colour else "tx1",
    )


def _whole(text: Any, usual: int = 0) -> int:
    try:
        return int(text)
    except (TypeError, ValueError):
        try:
            return int(float(text))
        except (TypeError, ValueError, OverflowError):
            return usual
