"""Presentation + template -> the bytes of a .pptx.

Slides and notes are written as text by our own builder, part names, ids and relationships are given here once,
so the cost of a deck is linear in its slides.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import quote

from lxml import etree

from deckbuild.assets import Asset
from deckbuild.blocks import Chart, Code, Formula, Jump, Link, Media, Picture, Table, Web
from deckbuild.brand.brand import Box, Brand
from deckbuild.compose.presentation import CardShape, Drawing, Filled, Page, PictureShape, Presentation, Veil
from deckbuild.ooxml.opening import open_package, parse
from deckbuild.ooxml.package import DEFAULTS, OFFICE, Package, Part, Relationship, with_parts, write_package
from deckbuild.ooxml.properties import with_properties
from deckbuild.ooxml.xml import EMPTY, PML, Xml, document, el, many
from deckbuild.raster import reduced, trimmed
from deckbuild.render.charts import Pen, chart_parts
from deckbuild.render.fonts import deck_with_fonts
from deckbuild.render.pptx import media, shapes
from deckbuild.render.pptx.code import code_placeholder
from deckbuild.render.pptx.drawing import figure, shape
from deckbuild.render.pptx.equation import equation
from deckbuild.render.pptx.notes import NotesMaster, notes_slide
from deckbuild.render.pptx.shapes import Ids
from deckbuild.render.pptx.text import Ink
from deckbuild.render.pptx.timing import Click, Playing, Running, Target, animated, points, transition
from deckbuild.svg import rasterise

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = OFFICE
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_DRAWING = 2000
"""Pixels across the picture of an SVG, where nobody asks for another size."""
MEDIA = "http://schemas.microsoft.com/office/2007/relationships/media"
_FIRST_SLIDE_ID = 256  # ECMA-376 part 1, 19.7.13: slide ids begin at 256


def render_pptx(
    presentation: Presentation, template: bytes, table_style: str, table_insets: tuple[int, int],
    fonts: Brand | None = None,
) -> bytes:  # fmt: skip
    """The deck on `template`, which is a deck without slides (see brand/), with the fonts that `fonts` lets in."""
    package = open_package(template)
    main = package.related("", "officeDocument")
    assert main is not None
    writer = _Writer(presentation, package, main, table_style, table_insets)
    parts = list(writer.slides())
    parts += writer.media.values()
    parts += writer.charts
    parts.append(writer.main())
    filled = with_parts(package, parts)
    filled = deck_with_fonts(filled, fonts) if fonts else filled
    return write_package(with_properties(filled, presentation.properties, "deck"))


class _Writer:
    """Gives out part names and relationship ids while the slides are written."""

    def __init__(
        self, presentation: Presentation, package: Package, main: Part, table_style: str, insets: tuple[int, int]
    ) -> None:
        self._presentation = presentation
        self._main = main
        self._table_style, self._insets = table_style, insets
        self._slide_parts = {page.key: f"/ppt/slides/slide{page.number}.xml" for page in presentation.pages}
        self._notes_master = _notes_master(package, main)
        self.media: dict[str, Part] = {}
        self.charts: list[Part] = []

    def slides(self) -> Iterator[Part]:
        """Each slide and its notes."""
        for page in self._presentation.pages:
            links = _Links(self._slide_parts)
            layout = links.add("slideLayout", page.layout)
            assert layout == "rId1"
            ink = self._ink(links)
            content = self._slide(page, links, ink)
            if page.notes and self._notes_master:
                name = f"/ppt/notesSlides/notesSlide{page.number}.xml"
                links.add("notesSlide", name)
                yield self._notes(page, name)
            yield Part(self._slide_parts[page.key], _TYPE + "slide+xml", content, tuple(links.made))

    def _ink(self, links: _Links) -> Ink:
        whole = self._presentation
        return Ink(whole.language, whole.text_styles, whole.mono, whole.right_to_left, links.to)

    def _notes(self, page: Page, name: str) -> Part:
        assert self._notes_master is not None
        links = _Links(self._slide_parts)
        links.add("notesMaster", self._notes_master.part)
        links.add("slide", self._slide_parts[page.key])
        # A notes part may link to its own slide only, so jumps are plain text here.
        ink = replace(self._ink(links), link=lambda link: links.to(link) if isinstance(link, Web) else None)
        content = notes_slide(page.notes, self._notes_master, ink, page.number)
        return Part(name, _TYPE + "notesSlide+xml", content, tuple(links.made))

    def _slide(self, page: Page, links: _Links, ink: Ink) -> bytes:
        ids = Ids()
        drawn: list[Xml] = [self._under(one, ids, links) for one in page.under]
        clicks: list[Click] = []
        playing: Playing | None = None
        for filled in page.filled:
            match filled.content:
                case Picture():
                    asset = self._presentation.assets[filled.content.file]
                    drawn.append(shapes.picture(filled, asset, ids, lambda file: self._embed(file, links)))
                case Table():
                    drawn.append(shapes.table(filled, ids, ink, self._table_style, self._insets))
                case Media():
                    drawn.append(self._media(filled, ids, links))
                    playing = Playing(ids.last, filled.content.kind) if filled.content.file else playing
                case Code():
                    drawn.append(code_placeholder(filled, ids, ink))
                case Formula():
                    drawn.append(equation(filled, ids, ink, self._formula(filled.content, links)))
                case Chart():
                    drawn.append(shapes.chart(filled, ids, self._plotted(filled.content, filled.sizes[0], links)))
                case _:
                    drawn.append(shapes.text_placeholder(filled, ids, ink))
                    clicks += points(filled.content, ids.last)
        for drawing in page.drawings:
            if isinstance(drawing, CardShape) and drawing.card.reveal:
                clicks.append((Target(ids.last + 1),))  # the group has the first id of what is drawn in it
            drawn.append(self._drawing(drawing, ids, ink, links))
        running: Running | None = None
        if page.countdown:
            for one in page.countdown.shapes:
                drawn.append(shape(one, ids, ink))
                if one.name == page.countdown.bar:
                    running = Running(ids.last, page.countdown.seconds, "left" if ink.right_to_left else "right")
        if page.footer_slot and page.footer:
            drawn.append(shapes.field(page.footer_slot, ids, ink, "footer", page.footer))
        if page.date_slot:
            drawn.append(shapes.field(page.date_slot, ids, ink, "date", page.date))
        if page.number_slot:
            kind = "text" if page.counted else "slidenum"  # PowerPoint counts through
            drawn.append(shapes.field(page.number_slot, ids, ink, kind, page.counted or str(page.number)))
        drawn.append(_mark(page, ids))
        group = Xml('<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>')
        tree = el("p:spTree", None, group, many(drawn))
        ground = self._ground(page, links)
        data = el("p:cSld", {"name": page.name}, ground, tree, _creation_id(page))
        timing = animated(clicks, playing, running)
        looks = {**PML, "show": False if page.hidden else None, "showMasterSp": False if page.plain else None}
        moves = transition(page.transition, right_to_left=ink.right_to_left)
        override = (
            el("a:overrideClrMapping", dict(page.colour_map)) if page.colour_map else Xml("<a:masterClrMapping/>")
        )
        return document(el("p:sld", looks, data, el("p:clrMapOvr", None, override), moves, timing))

    def _media(self, filled: Filled, ids: Ids, links: _Links) -> Xml:
        """A film or sound with its poster; the file is a part of the deck, or lies beside it."""
        media_ = filled.content
        assert isinstance(media_, Media)
        assert media_.poster is not None
        poster = self._presentation.assets[media_.poster.file]
        bitmap, _ = self._embed(media_.poster.file, links)
        if media_.file is None:
            link = media.Linked(links.add("hyperlink", media_.url, external=True), media_.url)
            return media.played(filled, poster, ids, bitmap, link)
        beside = self._presentation.beside.get(media_.file)
        target = beside or self._medium(self._presentation.assets[media_.file])
        target, external = (quote(beside), True) if beside else (target, False)
        source = media.Source(
            links.add(MEDIA, target, external=external), links.add(media_.kind, target, external=external), not external
        )
        return media.played(filled, poster, ids, bitmap, source)

    def _formula(self, formula: Formula, links: _Links) -> tuple[Asset, str, str] | None:
        """The drawing of a formula, with the ids of its bitmap and its SVG."""
        if formula.picture is None:
            return None
        bitmap, vector = self._embed(formula.picture, links)
        return self._presentation.assets[formula.picture], bitmap, vector or ""

    def _plotted(self, chart: Chart, size: float, links: _Links) -> str:
        """Id of the relationship to the chart, written with its workbook as parts of their own."""
        pen = Pen(self._presentation.charts, size, self._presentation.language)
        parts = chart_parts(chart, pen, "/ppt", len(self.charts) // 2 + 1)
        self.charts += parts
        return links.add("chart", parts[0].name)

    def _under(self, one: Filled | Veil, ids: Ids, links: _Links) -> Xml:
        if isinstance(one, Veil):
            return media.veil(one, ids)
        assert isinstance(one.content, Picture)
        asset = self._presentation.assets[one.content.file]
        return shapes.picture(one, asset, ids, lambda file: self._embed(file, links))

    def _drawing(self, drawing: Drawing, ids: Ids, ink: Ink, links: _Links) -> Xml:
        if isinstance(drawing, PictureShape):
            asset = self._presentation.assets[drawing.picture.file]
            return media.picture_shape(drawing, asset, ids, ink, lambda file: self._embed(file, links))
        if isinstance(drawing, CardShape):
            return shapes.card(drawing, ids, ink, lambda one: shape(one, ids, ink))
        return figure(drawing, ids, ink)

    def _ground(self, page: Page, links: _Links) -> Xml:
        """The slide's own background, cropped to its sides: LibreOffice ignores cropping in backgrounds (7.4)."""
        if page.backdrop is None:
            return EMPTY
        whole, asset = self._presentation, self._presentation.assets[page.backdrop.file]
        shown = trimmed(asset, whole.width / whole.height, page.backdrop.focus, page.backdrop.across)
        return media.background(links.add("image", self._medium(shown)))

    def _embed(self, file: PurePosixPath, links: _Links) -> tuple[str, str | None]:
        asset, across = self._presentation.assets[file], self._presentation.widths.get(file)
        if asset.kind == "svg":
            size = (asset.width, asset.height)
            bitmap = Asset(rasterise(asset.content, across or _DRAWING, size), "png", *size)
            return links.add("image", self._medium(bitmap)), links.add("image", self._medium(asset))
        return links.add("image", self._medium(reduced(asset, across) if across else asset)), None

    def _medium(self, asset: Asset) -> str:
        """Name of the part with that picture; the same picture is stored once."""
        kind = DEFAULTS[asset.kind]
        what = "picture" if kind.startswith("image/") else "media"
        name = f"/ppt/media/{what}-{hashlib.sha256(asset.content).hexdigest()[:16]}.{asset.kind}"
        self.media.setdefault(name, Part(name, kind, asset.content))
        return name

    def main(self) -> Part:
        """The presentation part with the slides listed, and the sections that PowerPoint shows."""
        root = parse(self._main.content)
        for old in (*root.findall(f"{{{P}}}sldIdLst"), *root.findall(f"{{{P}}}custShowLst")):
            root.remove(old)
        used = {link.id for link in self._main.relationships}
        links = list(self._main.relationships)
        listed = etree.Element(f"{{{P}}}sldIdLst")
        ids: dict[str, int] = {}
        named: dict[str, str] = {}
        for page in self._presentation.pages:
            number = len(used) + 1
            while f"rId{number}" in used:
                number += 1
            used.add(f"rId{number}")
            links.append(Relationship(f"rId{number}", f"{OFFICE}/slide", self._slide_parts[page.key]))
            named[page.key] = f"rId{number}"
            ids[page.key] = _FIRST_SLIDE_ID + page.number - 1
            slide = etree.SubElement(listed, f"{{{P}}}sldId", id=str(ids[page.key]))
            slide.set(f"{{{R}}}id", f"rId{number}")
        before = [f"{{{P}}}{tag}" for tag in ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")]
        position = max(index for index, child in enumerate(root) if child.tag in before) + 1
        root.insert(position, listed)
        _set_shows(root, self._presentation, named)
        _set_sections(root, self._presentation, ids)
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return Part(self._main.name, _TYPE + "presentation.main+xml", content, tuple(links))


class _Links:
    """The relationships of one part, in the order of their first use."""

    def __init__(self, slides: dict[str, str]) -> None:
        self._slides = slides
        self._known: dict[tuple[str, str], str] = {}
        self.made: list[Relationship] = []

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Id of the relationship to `target`, made where there is none yet."""
        key = (kind, target)
        if key not in self._known:
            self._known[key] = f"rId{len(self.made) + 1}"
            full = kind if "/" in kind else f"{OFFICE}/{kind}"
            self.made.append(Relationship(self._known[key], full, target, external))
        return self._known[key]

    def to(self, link: Link) -> str | None:
        """Relationship for a link in text; None where its target is no slide of this deck."""
        match link:
            case Web(url):
                return self.add("hyperlink", url, external=True)
            case Jump(key) if key in self._slides:
                return self.add("slide", self._slides[key])
            case _:
                return None


def _notes_master(package: Package, main: Part) -> NotesMaster | None:
    part = package.related(main.name, "notesMaster")
    if part is None:
        return None
    indexes = {
        holder.get("type", "obj"): int(holder.get("idx", "0")) for holder in parse(part.content).iter(f"{{{P}}}ph")
    }
    return NotesMaster(part.name, indexes.get("body", 1), indexes.get("sldNum"), indexes.get("sldImg"))


def _mark(page: Page, ids: Ids) -> Xml:
    """A hidden shape whose name is the slide's key.

    LibreOffice drops the names of slides and placeholders and renumbers slides, but keeps the names of free
    shapes (measured), so edits can be traced to their slide after a round trip.
    """
    name = el("p:cNvPr", {"id": ids.next(), "name": f"deckbuild:{page.key}", "hidden": True}, shapes.DECORATIVE)
    head = el("p:nvSpPr", None, name, Xml('<p:cNvSpPr/><p:nvPr userDrawn="1"/>'))
    place = shapes.transform(Box(0, 0, 12700, 12700))
    looks = el(
        "p:spPr", None, place, Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>')
    )
    return el("p:sp", None, head, looks)


def _creation_id(page: Page) -> Xml:
    """PowerPoint's own lasting slide id, derived from the key ([MS-PPTX] 2.2.1.4 creationId)."""
    number = int.from_bytes(hashlib.sha256(page.key.encode()).digest()[:4], "big") or 1
    inside = el("p14:creationId", {"xmlns:p14": P14, "val": number})
    return el("p:extLst", None, el("p:ext", {"uri": "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"}, inside))


def _set_shows(root: etree._Element, presentation: Presentation, links: dict[str, str]) -> None:
    """Custom shows (ECMA-376 part 1, 19.2.1.6 custShowLst), put where the schema has them: before the text styles."""
    if not presentation.shows:
        return
    listed = etree.Element(f"{{{P}}}custShowLst")
    for number, show in enumerate(presentation.shows):
        entry = etree.SubElement(listed, f"{{{P}}}custShow", name=show.name, id=str(number))
        slides = etree.SubElement(entry, f"{{{P}}}sldLst")
        for key in show.pages:
            etree.SubElement(slides, f"{{{P}}}sld").set(f"{{{R}}}id", links[key])
    before = [f"{{{P}}}{tag}" for tag in ("sldIdLst", "sldSz", "notesSz", "smartTags", "embeddedFontLst")]
    root.insert(max(index for index, child in enumerate(root) if child.tag in before) + 1, listed)


def _set_sections(root: etree._Element, presentation: Presentation, ids: dict[str, int]) -> None:
    """PowerPoint's sections ([MS-PPTX] 2.3.7 sectionLst), put first among the extensions."""
    if not presentation.sections:
        return
    namespace = uuid.uuid5(uuid.NAMESPACE_URL, f"deckbuild:{presentation.properties.lesson}")
    extensions = root.find(f"{{{P}}}extLst")
    if extensions is None:
        extensions = etree.SubElement(root, f"{{{P}}}extLst")
    ext = etree.Element(f"{{{P}}}ext", uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}")
    listed = etree.SubElement(ext, f"{{{P14}}}sectionLst", nsmap={"p14": P14})
    for number, section in enumerate(presentation.sections):
        guid = str(uuid.uuid5(namespace, str(number))).upper()
        entry = etree.SubElement(listed, f"{{{P14}}}section", name=section.name, id=f"{{{guid}}}")
        slides = etree.SubElement(entry, f"{{{P14}}}sldIdLst")
        for key in section.pages:
            etree.SubElement(slides, f"{{{P14}}}sldId", id=str(ids[key]))
    extensions.insert(0, ext)
