"""Invariants of what is drawn on slides, layouts, masters and notes (ECMA-376 part 1, 19.3, 19.5, 20.1, 21.1)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from deckbuild.ooxml.lint.model import P14, RID, A, Defect, Found, Opened, P, R, flag, index, repeated, unsigned

_DRAWN = ("slide+xml", "slideLayout+xml", "slideMaster+xml", "notesSlide+xml", "notesMaster+xml", "handoutMaster+xml")

_SHAPE, _OLE, _TARGET, _TIME = f"{{{P}}}cNvPr", f"{{{P}}}oleObj", f"{{{P}}}spTgt", f"{{{P}}}cTn"
_BODIES = (f"{{{P}}}txBody", f"{{{A}}}txBody")
_TABLE, _BACKGROUND, _BUILDS, _RANGE = f"{{{A}}}tbl", f"{{{P}}}bgPr", f"{{{P}}}bldLst", f"{{{P}}}pRg"
_CLICKS = (f"{{{A}}}hlinkClick", f"{{{A}}}hlinkHover", f"{{{A}}}hlinkMouseOver")
_PLAYED = (f"{{{A}}}videoFile", f"{{{A}}}audioFile")
_MEDIA_NODE, _P14_MEDIA = f"{{{P}}}cMediaNode", f"{{{P14}}}media"
_EMBED, _LINK = f"{{{R}}}embed", f"{{{R}}}link"
_GLUE = (f"{{{A}}}stCxn", f"{{{A}}}endCxn")
_TAGS = (
    *_GLUE,
    _SHAPE,
    _OLE,
    _TARGET,
    _TIME,
    *_BODIES,
    _TABLE,
    _BACKGROUND,
    _BUILDS,
    _RANGE,
    *_CLICKS,
    *_PLAYED,
    _MEDIA_NODE,
)

_PARAGRAPH, _ROW, _CELL, _CELL_BODY = f"{{{A}}}p", f"{{{A}}}tr", f"{{{A}}}tc", f"{{{A}}}txBody"
_EFFECTS = (f"{{{A}}}effectLst", f"{{{A}}}effectDag")
_JUMP = "ppaction://hlinksldjump"


def drawings(opened: Opened) -> Iterator[Defect]:
    """All that is asked of one drawing, each part walked once: a deck may have thousands."""
    for name, root in opened.trees_of(*_DRAWN):
        found = index(root, _TAGS)
        for check in (_shape_ids, _text_bodies, _tables, _backgrounds, _animations, _connectors):
            yield from check(name, found)
        yield from _jumps(opened, name, found)
        yield from _media(opened, name, found)


def _shape_ids(name: str, found: Found) -> Iterator[Defect]:
    """Ids are unique on a slide and above 0."""
    shapes = found[_SHAPE]
    if found[_OLE]:
        shapes = [shape for shape in shapes if not _in_object(shape)]
    ids = [shape.get("id", "") for shape in shapes]
    if len(set(ids)) < len(ids):
        for number in repeated(ids):
            yield Defect("P214", name, f"two shapes have the id {number}")
    for number in ids:
        if not unsigned(number):
            yield Defect("P215", name, f"a shape has the id {number}, which is not above 0")


def _connectors(name: str, found: Found) -> Iterator[Defect]:
    """Connectors hold on to shapes that are there."""
    glued = [end.get("id", "") for tag in _GLUE for end in found[tag]]
    if glued:
        for number in sorted(set(glued) - {shape.get("id", "") for shape in found[_SHAPE]}):
            yield Defect("P238", name, f"a connector is glued to shape {number}, which is not there")


def _in_object(shape: etree._Element) -> bool:
    """Whether it is the picture of an embedded object (p:oleObj / p:pic / p:nvPicPr); PowerPoint gives it the id 0."""
    return any(holder.tag == _OLE for holder in islice(shape.iterancestors(), 3))


def _text_bodies(name: str, found: Found) -> Iterator[Defect]:
    for tag in _BODIES:
        for body in found[tag]:
            if body.find(_PARAGRAPH) is None:
                yield Defect("P216", name, "a text body has no paragraph")


def _backgrounds(name: str, found: Found) -> Iterator[Defect]:
    for fill in found[_BACKGROUND]:
        # The schema lets it be left out; our rule asks for it all the same (LibreOffice leaves it out).
        if all(fill.find(tag) is None for tag in _EFFECTS):
            yield Defect("P218", name, "a background's fill has no effect list")


def _tables(name: str, found: Found) -> Iterator[Defect]:
    for table in found[_TABLE]:
        for code, message in _table(table):
            yield Defect(code, name, message)


Span = tuple[int, int, int, int]
"""A cell that spans: its row and column, counted from 0, and how many rows and columns it covers."""


def _table(table: etree._Element) -> Iterator[tuple[str, str]]:
    """Rows are as long as the grid, cells have text bodies, spans stay inside and cover cells that say so."""
    columns = len(table.findall(f"{{{A}}}tblGrid/{{{A}}}gridCol"))
    rows = [row.findall(_CELL) for row in table.findall(_ROW)]
    spans: list[Span] = []
    merged: set[tuple[int, int]] = set()
    for number, cells in enumerate(rows):
        if len(cells) != columns:
            yield "P217", f"row {number + 1} of a table has {len(cells)} cells, the grid has {columns} columns"
        for column, cell in enumerate(cells):
            if cell.find(_CELL_BODY) is None:
                yield "P217", f"a cell of row {number + 1} of a table has no text body"
            if flag(cell.get("hMerge")) or flag(cell.get("vMerge")):
                merged.add((number, column))
            elif "gridSpan" in cell.attrib or "rowSpan" in cell.attrib:
                tall, wide = (unsigned(cell.get(side, "1")) or 0 for side in ("rowSpan", "gridSpan"))
                spans.append((number, column, tall, wide))
    outside = [span for span in spans if not _inside(span, len(rows), columns)]
    for number, column, tall, wide in outside:
        yield "P217", f"cell {column + 1} of row {number + 1} of a table spans {tall} × {wide} cells, beyond the grid"
    if not outside and all(len(cells) == columns for cells in rows) and not _covered(spans, merged):
        yield "P228", f"the cells that others of a table span are not the {len(merged)} that are marked as merged"


def _inside(span: Span, rows: int, columns: int) -> bool:
    number, column, tall, wide = span
    return 1 <= tall <= rows - number and 1 <= wide <= columns - column


def _covered(spans: list[Span], merged: set[tuple[int, int]]) -> bool:
    """Whether the spans, all inside the grid, cover just the cells that are marked as merged into others."""
    # Counted first, as spans that lie over each other could cover far more than there are cells.
    if sum(tall * wide - 1 for _, _, tall, wide in spans) != len(merged):
        return False
    covered = {
        (number + down, column + right)
        for number, column, tall, wide in spans
        for down in range(tall)
        for right in range(wide)
    }
    return covered - {(number, column) for number, column, _, _ in spans} == merged


def _animations(name: str, found: Found) -> Iterator[Defect]:
    """Animations are of shapes and paragraphs that are there, and have ids of their own."""
    if not found[_TIME] and not found[_BUILDS]:
        return
    shapes = {shape.get("id", ""): shape for shape in found[_SHAPE]}
    targets = [target.get("spid", "") for target in found[_TARGET]]
    targets += [build.get("spid", "") for builds in found[_BUILDS] for build in builds if "spid" in build.attrib]
    for shape in sorted(set(targets) - shapes.keys()):
        yield Defect("P219", name, f"an animation is of shape {shape}, which is not there")
    for number in repeated(time.get("id") for time in found[_TIME] if "id" in time.attrib):
        yield Defect("P231", name, f"two steps of an animation have the id {number}")
    yield from _animated_paragraphs(name, found, shapes)


def _animated_paragraphs(name: str, found: Found, shapes: dict[str, etree._Element]) -> Iterator[Defect]:
    counts: dict[str, int | None] = {}
    for range_ in found[_RANGE]:
        target = next(range_.iterancestors(_TARGET), None)
        id_ = target.get("spid", "") if target is not None else ""
        if id_ not in counts:
            counts[id_] = _paragraphs(shapes.get(id_))
        count, last = counts[id_], unsigned(range_.get("end"))
        if count is not None and (last is None or last >= count):
            where = f"paragraph {range_.get('end')} (from 0) of a shape that has {count}"
            yield Defect("P230", name, f"an animation is of {where}")


def _paragraphs(shape: etree._Element | None) -> int | None:
    """How many paragraphs a shape has; None where it has no text."""
    holder = next(shape.iterancestors(f"{{{P}}}sp"), None) if shape is not None else None
    body = holder.find(_BODIES[0]) if holder is not None else None
    return len(body.findall(_PARAGRAPH)) if body is not None else None


def _media(opened: Opened, name: str, found: Found) -> Iterator[Defect]:
    """A film or sound is named twice, for older and for newer programs, by relationships of the right kinds."""
    files = [file for tag in _PLAYED for file in found[tag]]
    if not files and not found[_MEDIA_NODE]:
        return
    links = {link.id: link for link in opened.links.get(name, ())}
    playable = set[str]()
    for file in files:
        kind = str(file.tag).rpartition("}")[2].removesuffix("File")
        link = links.get(file.get(_LINK, ""))
        shape = next(file.iterancestors(f"{{{P}}}pic"), None)
        if shape is not None:
            playable.update(one.get("id", "") for one in shape.iter(_SHAPE))
        if link is not None and link.kind != kind:
            yield Defect("P236", name, f"{link.id} is to be a {kind}, and is a {link.kind}")
        newer = next(shape.iter(_P14_MEDIA), None) if shape is not None else None
        id_ = next((newer.get(way) for way in (_EMBED, _LINK) if newer.get(way)), "") if newer is not None else ""
        other = links.get(id_ or "")
        if other is not None and (other.kind != "media" or (link is not None and other.target != link.target)):
            yield Defect("P236", name, f"{other.id} leads to {other.target}, and is not the {kind} of the shape")
    for node in found[_MEDIA_NODE]:
        for target in node.iter(_TARGET):
            if target.get("spid", "") not in playable:
                yield Defect("P237", name, f"shape {target.get('spid')} is to be played, and is no film or sound")


def _jumps(opened: Opened, name: str, found: Found) -> Iterator[Defect]:
    """Links to slides lead to one."""
    for link in opened.linked(name, "slide"):
        if not opened.types[link.target].endswith(".slide+xml"):
            yield Defect("P211", name, f"a link leads to {link.target}, which is no slide")
    jumps = [click.get(RID) for tag in _CLICKS for click in found[tag] if click.get("action") == _JUMP]
    if not jumps:
        return
    # Ids that are not defined, and targets that are not there, are told in package.py.
    others = {link.id for link in opened.links.get(name, ()) if link.kind != "slide"}
    for id_ in jumps:
        if not id_ or id_ in others:
            yield Defect("P229", name, f"a link is to jump to a slide, but {id_ or 'it'} names none")
