"""Invariants of a deck (ECMA-376 part 1, 13 and 19): what makes PowerPoint offer a repair."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deckbuild.ooxml.lint.model import P14, A, C, Defect, Link, Opened, P, R, repeated

_RID = f"{{{R}}}id"


def presentation_part(opened: Opened) -> str | None:
    """Name of the presentation's main part; None in a package that is no deck."""
    for link in opened.links.get("", ()):
        if link.kind == "officeDocument" and link.target.startswith("/ppt/"):
            return link.target
    return None


def listed_slides(opened: Opened) -> Iterator[Defect]:
    """Every slide is listed once, with an id in range; the lists stand in the schema's order."""
    main = presentation_part(opened)
    root = opened.trees.get(main or "")
    if main is None or root is None:
        return
    ids = root.findall(f"{{{P}}}sldIdLst/{{{P}}}sldId")
    for number in repeated([entry.get("id", "") for entry in ids]):
        yield Defect("P201", main, f"two slides have the id {number}")
    for entry in ids:
        number = entry.get("id", "")
        if not number.isdigit() or not 256 <= int(number) < 2147483648:
            yield Defect("P202", main, f"the slide id {number} is not from 256 to 2147483647")
    links = opened.by_id(main)
    targets = [links[entry.get(_RID, "")].target for entry in ids if entry.get(_RID) in links]
    for target in repeated(targets):
        yield Defect("P203", main, f"{target} is listed twice")
    for name in opened.of_type("presentationml.slide+xml"):
        if name not in targets:
            yield Defect("P204", name, "the slide is not listed in the presentation")
    order = [etree.QName(child).localname for child in root]
    known = ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz"]
    found = [name for name in order if name in known]
    if found != [name for name in known if name in found]:
        yield Defect("P205", main, "the lists of masters and slides are not in their order")


def masters_and_layouts(opened: Opened) -> Iterator[Defect]:
    """A notes master is listed once; layouts are listed in their master; ids of both are distinct."""
    main = presentation_part(opened)
    root = opened.trees.get(main or "")
    if main is None or root is None:
        return
    notes = opened.linked(main, "notesMaster")
    listed = root.findall(f"{{{P}}}notesMasterIdLst/{{{P}}}notesMasterId")
    if len(notes) > 1 or len(listed) != len(notes):
        yield Defect("P206", main, f"{len(notes)} notes masters are linked, {len(listed)} are listed")
    ids = [entry.get("id", "") for entry in root.findall(f"{{{P}}}sldMasterIdLst/{{{P}}}sldMasterId")]
    for master in opened.of_type("slideMaster+xml"):
        tree = opened.trees.get(master)
        if tree is None:
            continue
        entries = tree.findall(f"{{{P}}}sldLayoutIdLst/{{{P}}}sldLayoutId")
        ids += [entry.get("id", "") for entry in entries]
        links = opened.by_id(master)
        named = {links[entry.get(_RID, "")].target for entry in entries if entry.get(_RID) in links}
        for link in opened.linked(master, "slideLayout"):
            if link.target not in named:
                yield Defect("P207", master, f"{link.target} is linked but not listed")
    for number in repeated([number for number in ids if number]):
        yield Defect("P208", main, f"the id {number} is given to two masters or layouts")


def slide_links(opened: Opened) -> Iterator[Defect]:
    """A slide has one layout, at most one notes slide that leads back to it, and no jump to nowhere."""
    slides = set(opened.of_type("presentationml.slide+xml"))
    owners: dict[str, str] = {}
    for slide in slides:
        if len(opened.linked(slide, "slideLayout")) != 1:
            yield Defect("P209", slide, f"the slide has {len(opened.linked(slide, 'slideLayout'))} layouts")
        for link in opened.linked(slide, "notesSlide"):
            if link.target in owners:
                yield Defect("P210", slide, f"{link.target} belongs to {owners[link.target]} too")
            owners[link.target] = slide
        for link in opened.linked(slide, "slide"):
            if link.target not in slides:
                yield Defect("P211", slide, f"a link leads to {link.target}, which is no slide")
    for notes in opened.of_type("notesSlide+xml"):
        back = opened.linked(notes, "slide")
        if len(back) != 1 or owners.get(notes) != back[0].target:
            yield Defect("P212", notes, "the notes do not lead back to their slide")
        if len(opened.linked(notes, "notesMaster")) != 1:
            yield Defect("P213", notes, "the notes have no notes master")


def shapes(opened: Opened) -> Iterator[Defect]:
    """Shape ids are unique and above 0; text bodies have a paragraph; tables are rectangular; animations hit."""
    drawn = (*opened.of_type("slide+xml"), *opened.of_type("slideLayout+xml"), *opened.of_type("slideMaster+xml"),
             *opened.of_type("notesSlide+xml"), *opened.of_type("notesMaster+xml"))  # fmt: skip
    for name in drawn:
        root = opened.trees.get(name)
        if root is None:
            continue
        ids: list[str] = []
        for element in root.iter(
            f"{{{P}}}cNvPr", f"{{{P}}}txBody", f"{{{A}}}txBody", f"{{{A}}}tbl", f"{{{P}}}bgPr", f"{{{P}}}spTgt"
        ):
            local = str(element.tag).rpartition("}")[2]
            if local == "cNvPr":
                ids.append(element.get("id", ""))
            elif local == "txBody":
                if element.find(f"{{{A}}}p") is None:
                    yield Defect("P216", name, "a text body has no paragraph")
            elif local == "tbl":
                yield from _table(element, name)
            elif (
                local == "bgPr"
                and element.find(f"{{{A}}}effectLst") is None
                and element.find(f"{{{A}}}effectDag") is None
            ):
                yield Defect("P218", name, "a background's fill has no effect list")
            elif local == "spTgt" and element.get("spid", "") not in ids:
                yield Defect("P219", name, f"an animation is of shape {element.get('spid')}, which is not there")
        for number in repeated(ids):
            yield Defect("P214", name, f"two shapes have the id {number}")
        if any(not number.isdigit() or int(number) < 1 for number in ids):
            yield Defect("P215", name, "a shape's id is not above 0")


def _table(table: etree._Element, name: str) -> Iterator[Defect]:
    columns = len(table.findall(f"{{{A}}}tblGrid/{{{A}}}gridCol"))
    rows = table.findall(f"{{{A}}}tr")
    for number, row in enumerate(rows, 1):
        cells = row.findall(f"{{{A}}}tc")
        if len(cells) != columns:
            yield Defect(
                "P217", name, f"row {number} of a table has {len(cells)} cells, the grid has {columns} columns"
            )
        for index, cell in enumerate(cells):
            if cell.find(f"{{{A}}}txBody") is None:
                yield Defect("P217", name, f"a cell of row {number} has no text body")
            wide, tall = int(cell.get("gridSpan", "1")), int(cell.get("rowSpan", "1"))
            if index + wide > columns or number - 1 + tall > len(rows):
                yield Defect("P217", name, f"a cell of row {number} spans beyond the grid")


def sections(opened: Opened) -> Iterator[Defect]:
    """Sections name slides that there are, each once."""
    main = presentation_part(opened)
    root = opened.trees.get(main or "")
    if main is None or root is None:
        return
    known = {entry.get("id", "") for entry in root.findall(f"{{{P}}}sldIdLst/{{{P}}}sldId")}
    named = [entry.get("id", "") for entry in root.iter(f"{{{P14}}}sldId")]
    for number in named:
        if number not in known:
            yield Defect("P220", main, f"a section names the slide {number}, which is not there")
    for number in repeated(named):
        yield Defect("P220", main, f"the slide {number} stands in two sections")


def charts(opened: Opened) -> Iterator[Defect]:
    """A chart has its workbook, and axis ids that are unsigned."""
    for name in opened.of_type("drawingml.chart+xml"):
        root = opened.trees.get(name)
        if root is None:
            continue
        data = root.find(f"{{{C}}}externalData")
        links: dict[str, Link] = opened.by_id(name)
        if data is None or data.get(_RID, "") not in links:
            yield Defect("P221", name, "the chart has no workbook")
        for axis in root.iter(f"{{{C}}}axId"):
            if not axis.get("val", "").isdigit():
                yield Defect("P222", name, f"the axis id {axis.get('val')} is no unsigned number")
