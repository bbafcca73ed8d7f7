"""A slide's shape tree -> `Thing`s, each where it really stands: groups' own measures are worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from deckbuild.brand.brand import Box
from deckbuild.importing.deck import charts
from deckbuild.importing.deck.parts import P14, DeckFile, on, whole
from deckbuild.importing.deck.smartart import smart
from deckbuild.importing.deck.text import (
    Around,
    field_types,
    formulas,
    inherited_marks,
    largest,
    paragraphs,
    source_lines,
)
from deckbuild.importing.deck.things import Cell, Grid, Played, Shown, Thing
from deckbuild.ooxml.tree import A, Element, P, R, local

DEEPEST = 20
"""Groups within groups that are followed."""
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_SHAPES = ("sp", "pic", "graphicFrame", "grpSp", "cxnSp")


@dataclass(frozen=True)
class Scale:
    """How measures within a group become the slide's."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    def box(self, box: Box) -> Box:
        """The box on the slide."""
        return Box(
            round(self.x + box.x * self.across), round(self.y + box.y * self.down),
            round(box.width * self.across), round(box.height * self.down),
        )  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """Reads the shapes of one slide."""

    file: DeckFile
    part: str
    around: Around
    holders: Mapping[tuple[str, int], tuple[Element, ...]]
    """Placeholders that a slide's inherit from, the master's first, by type and index."""
    styles: Mapping[str, Element | None]
    """The master's list styles: title, body, other."""

    def things(self, tree: Element | None, scale: Scale | None = None, depth: int = 0) -> tuple[Thing, ...]:
        """The shapes of a tree or group in drawing order."""
        if tree is None or depth > DEEPEST:
            return ()
        made = (self._thing(shape, scale or Scale(), depth) for shape in _shapes(tree))
        return tuple(thing for thing in made if thing is not None)

    def _thing(self, shape: Element, scale: Scale, depth: int) -> Thing | None:
        base = self._base(shape, scale)
        match local(shape):
            case "sp":
                return self._text(shape, base)
            case "cxnSp":
                return self._line(shape, base)
            case "pic":
                return self._picture(shape, base)
            case "graphicFrame":
                return self._frame(shape, base)
            case "grpSp":
                members = self.things(shape, _inner(shape, scale), depth + 1)
                return replace(base, what="group", members=members)
        return None

    def _base(self, shape: Element, scale: Scale) -> Thing:
        names = shape.find(f"./*/{P}cNvPr")
        said = names if names is not None else shape
        holder = shape.find(f"./*/{P}nvPr/{P}ph")
        kind = (holder.get("type") or "obj") if holder is not None else ""
        index = whole(holder.get("idx"), 0) if holder is not None else -1
        frame = _frame_of(shape)
        if frame is None and holder is not None:
            frame = next((f for one in reversed(self._parents(kind, index)) if (f := _frame_of(one)) is not None), None)
        click = said.find(f"{A}hlinkClick")
        target = self.around.target(click) if click is not None else None
        return Thing(
            "drawing", said.get("name", ""), said.get("descr", "") or "", said.get("id", ""),
            scale.box(frame) if frame is not None else None, kind, index,
            link=getattr(target, "url", "") or getattr(target, "id", ""), hidden=on(said.get("hidden")),
        )  # fmt: skip

    def _parents(self, kind: str, index: int) -> tuple[Element, ...]:
        found = self.holders.get((kind, index))
        if found is None:  # by index alone, then by type alone
            found = next((one for (_, at), one in self.holders.items() if index and at == index), None)
        if found is None:
            found = next((one for (type_, _), one in self.holders.items() if type_ == kind), ())
        return found

    def _around(self, shape: Element, kind: str, index: int) -> Around:
        style = self.styles.get("title" if kind in ("title", "ctrTitle") else "body" if kind else "other")
        bodies = [one.find(f"{P}txBody/{A}lstStyle") for one in (*(self._parents(kind, index) if kind else ()), shape)]
        return replace(self.around, marks=inherited_marks([style, *bodies]))

    def _text(self, shape: Element, base: Thing) -> Thing:
        body = shape.find(f"{P}txBody")
        properties = shape.find(f"{P}spPr")
        geometry = properties.find(f"{A}prstGeom") if properties is not None else None
        filled = properties is not None and any(
            properties.find(f"{A}{fill}") is not None for fill in ("solidFill", "gradFill", "blipFill", "pattFill")
        )
        kind = base.holder
        if not kind and field_types(body) and field_types(body) <= {"slidenum"} and len(_words(body)) < 12:
            kind = "sldNum"
        picture = None
        blip = properties.find(f"{A}blipFill") if properties is not None else None
        if blip is not None:
            picture = self._shown(blip)
        paras = paragraphs(body, self._around(shape, base.holder, base.index))
        return replace(
            base, what="text" if paras else "picture" if picture else "drawing", holder=kind, paras=paras,
            size=largest(body), geometry=geometry.get("prst", "") if geometry is not None else "",
            filled=filled or shape.find(f"{P}style") is not None, formulas=formulas(body), picture=picture,
            raw=source_lines(body),
        )  # fmt: skip

    def _line(self, shape: Element, base: Thing) -> Thing:
        ends = shape.find(f"{P}nvCxnSpPr/{P}cNvCxnSpPr")
        ids = tuple(_end(ends, name) for name in ("stCxn", "endCxn"))
        line = shape.find(f"{P}spPr/{A}ln")
        heads = tuple(_arrow(line, name) for name in ("headEnd", "tailEnd"))
        dash = line.find(f"{A}prstDash") if line is not None else None
        dashed = dash is not None and dash.get("val", "solid") != "solid"
        return replace(base, what="line", joins=(ids[0], ids[1]), arrows=(heads[0], heads[1]), dashed=dashed)

    def _picture(self, shape: Element, base: Thing) -> Thing:
        shown = self._shown(shape.find(f"{P}blipFill"))
        played = self._played(shape, shown)
        if played is not None:
            return replace(base, what="media", played=played)
        if shown is not None and shape.find(f".//{_DECORATIVE}[@val='1']") is not None:
            shown = replace(shown, decorative=True)
        return replace(base, what="picture", picture=shown)

    def _shown(self, fill: Element | None) -> Shown | None:
        blip = fill.find(f"{A}blip") if fill is not None else None
        if fill is None or blip is None:
            return None
        links = self.around.links
        link = links.get(blip.get(f"{R}embed", "")) or links.get(blip.get(f"{R}link", ""))
        if link is None:
            return None
        vector = blip.find(f".//{_SVG}")
        drawn = links.get(vector.get(f"{R}embed", "")) if vector is not None else None
        source = fill.find(f"{A}srcRect")
        crop = tuple(
            min(max(whole(source.get(side)) / 100000, 0.0), 0.95) if source is not None else 0.0 for side in "ltrb"
        )
        if link.external:
            return Shown("", elsewhere=link.target)
        return Shown(
            link.target, drawn.target if drawn and not drawn.external else "", (crop[0], crop[1], crop[2], crop[3])
        )

    def _played(self, shape: Element, shown: Shown | None) -> Played | None:
        for element in shape.iterfind(f"./*/{P}nvPr/*"):
            name = local(element)
            if name not in ("videoFile", "audioFile", "quickTimeFile", "wavAudioFile"):
                continue
            kind = "audio" if "udio" in name else "video"
            inner = shape.find(f".//{P14}media")
            ids = [inner.get(f"{R}embed", "")] if inner is not None else []
            ids += [inner.get(f"{R}link", "")] if inner is not None else []
            ids += [element.get(f"{R}link", ""), element.get(f"{R}embed", "")]
            links = [self.around.links[id_] for id_ in ids if id_ in self.around.links]
            part = next((link.target for link in links if not link.external and self.file.content(link.target)), "")
            address = next((link.target for link in links if link.external), "")
            return Played("audio" if kind == "audio" else "video", part, "" if part else address, shown)
        for click in shape.iterfind(f"./*/{P}cNvPr/{A}hlinkClick"):
            if "media" in click.get("action", "") and shown is not None:
                link = self.around.links.get(click.get(f"{R}id", ""))
                if link is not None and link.external:
                    return Played("video", "", link.target, shown)
        return None

    def _frame(self, shape: Element, base: Thing) -> Thing:
        data = shape.find(f"{A}graphic/{A}graphicData")
        content = data[0] if data is not None and len(data) else None
        if data is None or content is None:
            return base
        match local(content):
            case "tbl":
                return replace(base, what="table", grid=self._table(content))
            case "chart" if data.get("uri", "").endswith("/chart"):
                return self._chart(content, base)
            case "relIds" if data.get("uri") == _DIAGRAM:
                return self._smart(content, base)
            case "oleObj":
                inner = shape.find(f".//{P}pic")
                shown = self._shown(inner.find(f"{P}blipFill")) if inner is not None else None
                return replace(base, what="object", object_kind=content.get("progId", ""), picture=shown)
        return replace(base, what="object", object_kind=local(content))

    def _table(self, table: Element) -> Grid:
        looks = table.find(f"{A}tblPr")
        flags = [on(looks.get(name)) if looks is not None else False for name in ("firstRow", "lastRow", "firstCol")]
        rows = tuple(tuple(self._cell(cell) for cell in row.iterfind(f"{A}tc")) for row in table.iterfind(f"{A}tr"))
        return Grid(tuple(row for row in rows if row), flags[0], flags[1], flags[2])

    def _cell(self, cell: Element) -> Cell:
        covered = "left" if on(cell.get("hMerge")) else "above" if on(cell.get("vMerge")) else ""
        looks = cell.find(f"{A}tcPr")
        return Cell(
            paragraphs(cell.find(f"{A}txBody"), self.around),
            max(1, min(whole(cell.get("gridSpan"), 1), 500)), max(1, min(whole(cell.get("rowSpan"), 1), 500)),
            "left" if covered == "left" else "above" if covered else "",
            looks is not None and looks.find(f"{A}solidFill") is not None,
        )  # fmt: skip

    def _chart(self, content: Element, base: Thing) -> Thing:
        link = self.around.links.get(content.get(f"{R}id", ""))
        root = self.file.tree(link.target) if link is not None and not link.external else None
        found = charts.plotted(root) if root is not None else None
        if found is None:
            return replace(base, what="object", object_kind="chart")
        return replace(base, what="chart", plotted=found)

    def _smart(self, content: Element, base: Thing) -> Thing:
        trees = [self._related(content, name) for name in ("dm", "lo")]
        data = trees[0]
        if data is None:
            return replace(base, what="object", object_kind="SmartArt")
        link = self.around.links.get(content.get(f"{R}dm", ""))
        around = replace(self.around, links=self.file.links(link.target)) if link else self.around
        return replace(base, what="smartart", smart=smart(data, trees[1], around))

    def _related(self, content: Element, name: str) -> Element | None:
        link = self.around.links.get(content.get(f"{R}{name}", ""))
        return self.file.tree(link.target) if link is not None and not link.external else None

    def background(self, slide: Element) -> Shown | None:
        """The picture that is the slide's own ground."""
        return self._shown(slide.find(f"{P}cSld/{P}bg/{P}bgPr/{A}blipFill"))


def _shapes(tree: Element) -> Iterator[Element]:
    for child in tree:
        if local(child) in _SHAPES:
            yield child


def _words(body: Element | None) -> str:
    return "".join(text.text or "" for text in body.iter(f"{A}t")) if body is not None else ""


def _end(ends: Element | None, name: str) -> str:
    found = ends.find(f"{A}{name}") if ends is not None else None
    return found.get("id", "") if found is not None else ""


def _arrow(line: Element | None, name: str) -> bool:
    found = line.find(f"{A}{name}") if line is not None else None
    return found is not None and found.get("type", "none") != "none"


def _frame_of(shape: Element) -> Box | None:
    frame = shape.find(f"{P}spPr/{A}xfrm")
    if frame is None:
        frame = shape.find(f"{P}xfrm")
    if frame is None:
        frame = shape.find(f"{P}grpSpPr/{A}xfrm")
    return _box(frame, "off", "ext") if frame is not None else None


def _box(frame: Element, offset: str, extent: str) -> Box | None:
    at, size = frame.find(f"{A}{offset}"), frame.find(f"{A}{extent}")
    if at is None or size is None:
        return None
    return Box(whole(at.get("x")), whole(at.get("y")), whole(size.get("cx")), whole(size.get("cy")))


def _inner(group: Element, scale: Scale) -> Scale:
    """The scale within a group (20.1.7.5 chOff, 20.1.7.4 chExt)."""
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    if frame is None:
        return scale
    outer, inner = _box(frame, "off", "ext"), _box(frame, "chOff", "chExt")
    if outer is None or inner is None or not inner.width or not inner.height:
        return scale
    across, down = outer.width / inner.width, outer.height / inner.height
    x, y = outer.x - inner.x * across, outer.y - inner.y * down
    return Scale(scale.x + x * scale.across, scale.y + y * scale.down, scale.across * across, scale.down * down)
