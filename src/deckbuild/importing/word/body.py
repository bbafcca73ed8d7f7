"""The body of a Word document -> blocks of a flow: paragraphs, tables, pictures, boxes, in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from deckbuild.importing import markup
from deckbuild.importing.flow import Block, Box, Cell, Para, Picture, Table
from deckbuild.importing.pictures import Pictures
from deckbuild.importing.word.inline import Found, Inline
from deckbuild.importing.word.styles import Lists, Styles, switched, value
from deckbuild.ooxml.lint.model import MC, Opened, R, W, unsigned

Element = etree._Element
_W = f"{{{W}}}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_DEEP = 12
"""Tables, controls and boxes within one another; what is deeper is taken as plain text."""
_TYPED = re.compile(r"(?:[•▪◦‣·\uf0b7\uf0a7\u25cf]|[-–*o](?=\s{2,}|\t))\s*")
"""A bullet that somebody typed."""
_RULE = re.compile(r"\s*(?:[-–—_*=~]\s*){3,}")
_GENERATED = re.compile(r"\.?\s*Description automatically generated.*", re.DOTALL)
"""What Word adds to alternative texts that it made itself."""
_SMALL = 1_440_000
"""EMU (4 cm): pictures that are less wide stand in a line of text."""
_ICON = 540_000
"""EMU (1.5 cm): smaller pictures that come again are signs beside the text."""


class Body:
    """Reads one document."""

    def __init__(self, opened: Opened, pictures: Pictures, notes: dict[tuple[str, str], str]) -> None:
        self._opened, self._pictures = opened, pictures
        self.styles, self._lists = Styles(opened), Lists(opened)
        self.found = Found()
        self._links = opened.by_id(opened.main)
        self._inline = Inline(self.styles, self._links, self.found, notes)
        self.contents: list[str] = []
        """Lines of a table of contents."""
        self.missing: list[tuple[str, str]] = []
        """What is drawn and does not come along: what it is, and where."""
        self._number = 0
        self._icons = self._small_and_many()

    def blocks(self, parent: Element, depth: int = 0) -> Iterator[Block]:
        """The blocks below an element."""
        for child in parent:
            name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            if name == "p":
                yield from self._paragraph(child, depth)
            elif name == "tbl":
                yield from self._table(child, depth)
            elif name == "sdt":
                yield from self._control(child, depth)
            elif name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent") and depth < _DEEP * 2:
                yield from self.blocks(child, depth + 1)
            elif name in ("del", "moveFrom"):
                self.found.deleted.append("".join(map(str, child.itertext(f"{_W}t", f"{_W}delText"))))
            elif child.tag == f"{{{MC}}}AlternateContent" and depth < _DEEP * 2:
                for choice in child.findall(f"{{{MC}}}Choice")[:1]:
                    yield from self.blocks(choice, depth + 1)
            elif name == "altChunk":
                self.missing.append(("a piece of another file that is embedded whole", self._place()))

    def _place(self) -> str:
        return f"paragraph {self._number}"

    def _control(self, control: Element, depth: int) -> Iterator[Block]:
        content = control.find(f"{_W}sdtContent")
        gallery = value(control, "sdtPr", "docPartObj", "docPartGallery")
        if content is None or control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
            return
        if gallery in ("Table of Contents", "Bibliographies") and gallery.startswith("Table"):
            self.contents.append(" ".join(map(str, content.itertext(f"{_W}t"))))
            return
        if depth < _DEEP * 2:
            yield from self.blocks(content, depth + 1)

    # --- paragraphs -----------------------------------------------------------------------------------------

    def _paragraph(self, element: Element, depth: int) -> Iterator[Block]:
        self._number += 1
        properties = element.find(f"{_W}pPr")
        style = self.styles.of(value(properties, "pStyle") or self.styles.default)
        stretches = self._inline.read(element)
        drawings = list(self._inline.drawings)
        plain = "".join(one.text for one in stretches)
        if style.is_contents and plain.strip():
            self.contents.append(plain)
            return
        outline = unsigned(value(properties, "outlineLvl"))
        heading = outline + 1 if outline is not None and outline < 9 else style.heading
        item, sign = self._item(properties, style.list_id, style.list_level) if not heading else (-1, "")
        typed = _TYPED.match(plain) if item < 0 and not heading else None
        if typed and len(plain) > typed.end():
            stretches, item = _without(stretches, typed.end()), 0
        bold = bool(plain.strip()) and all(one.bold or style.bold for one in stretches if one.text.strip())
        if heading or style.is_title:
            stretches = [replace(one, bold=False) for one in stretches]
        made = Para(
            markup.in_line(stretches, breaks=" " if heading or item >= 0 or style.is_title else "\\\n"),
            plain + "".join(f" {markup.unmarked(one.footnote)}" for one in stretches if one.footnote),
            self._place(), heading=heading, title=style.is_title, item=item, numbered=sign not in ("", "bullet"),
            lettered=sign.endswith("Letter"), bold=bold,
        )  # fmt: skip
        if not heading and _RULE.fullmatch(plain):
            made = Para("", "", self._place(), ruled=True)
            plain = ""
        before, after = self._drawn(drawings, depth)
        yield from before
        if plain.strip() or made.text or made.ruled:
            yield from _lines(made) if "\n" in plain and not made.text.startswith("|") else [made]
        yield from after

    def _item(self, properties: Element | None, list_id: str, level: int) -> tuple[int, str]:
        """Level and sign of a list's item; -1 for a paragraph that is none."""
        direct = properties.find(f"{_W}numPr") if properties is not None else None
        if direct is not None:
            list_id = value(direct, "numId") or list_id
            level = unsigned(value(direct, "ilvl")) or 0
        level = min(level, 8)
        kind = self._lists.kind(list_id, level)
        if kind in ("", "none"):
            return -1, ""
        return level, kind

    # --- what is drawn --------------------------------------------------------------------------------------

    def _drawn(self, drawings: Sequence[Element], depth: int) -> tuple[list[Block], list[Block]]:
        """What stands before and behind a paragraph's text: text boxes behind it, pictures before it."""
        pictures: list[Block] = []
        boxes: list[Block] = []
        for drawing in drawings:
            texts = [one for one in drawing.iter(f"{_W}txbxContent") if not _inside_fallback(one, drawing)]
            for text in texts if depth < _DEEP else ():
                blocks = [_in_part(one, "text boxes") for one in self.blocks(text, depth + 1)]
                if blocks:
                    boxes.append(Box(tuple(blocks), self._place()))
            pictures += self._pictured(drawing)
            self._other(drawing, texts=bool(texts))
        return pictures, boxes

    def _pictured(self, drawing: Element) -> Iterator[Picture]:
        about = next(drawing.iter(f"{_WP}docPr"), None)
        alt = _GENERATED.sub("", about.get("descr") or "") if about is not None else ""
        extent = next(drawing.iter(f"{_WP}extent"), None)
        small = extent is not None and (unsigned(extent.get("cx")) or _SMALL) < _SMALL
        for blip in [*drawing.iter(f"{_A}blip"), *drawing.iter(f"{_V}imagedata")]:
            id_ = blip.get(f"{{{R}}}embed") or blip.get(f"{{{R}}}id") or ""
            link = self._links.get(id_)
            if (blip.get(f"{{{R}}}link") and not id_) or (link and link.external):
                self.missing.append(("a picture that is not in the file but elsewhere", self._place()))
                continue
            content = self._opened.contents.get(link.target) if link else None
            if content is None or link is None:
                continue
            if link.target in self._icons:
                continue
            name, why = self._pictures.take(content, _named(alt) or link.target.rpartition("/")[2].rpartition(".")[0])
            if why:
                self.missing.append((f"a picture: it {why}", self._place()))
            else:
                yield Picture(name, " ".join(alt.split()), self._place(), small)

    def _other(self, drawing: Element, *, texts: bool) -> None:
        """Charts, diagrams and objects: said, since they do not come along."""
        data = next((one for one in drawing.iter(f"{_A}graphicData")), None)
        uri = data.get("uri", "") if data is not None else ""
        if drawing.tag == f"{_W}object":
            self.missing.append(("an embedded object, such as a sheet or a formula", self._place()))
        elif uri.endswith("/chart"):
            self.missing.append(("a chart: make it anew as a slide with `chart`", self._place()))
        elif uri.endswith("/diagram"):
            self.missing.append(("a SmartArt drawing; its words are kept in the text", self._place()))
        elif not texts and not list(drawing.iter(f"{_A}blip")) and uri and not uri.endswith("/picture"):
            self.missing.append(("a drawing", self._place()))

    def diagram_texts(self) -> Iterator[Para]:
        """The words of SmartArt drawings (their data parts), each node a paragraph."""
        for link in self._opened.links.get(self._opened.main, ()):
            root = self._opened.trees.get(link.target) if link.kind == "diagramData" else None
            for text in (
                root.iter("{http://schemas.openxmlformats.org/drawingml/2006/diagram}t") if root is not None else ()
            ):
                said = " ".join("".join(map(str, text.itertext(f"{_A}t"))).split())
                if said:
                    yield Para(markup.escaped(said), said, "SmartArt", "SmartArt", item=0)

    def _small_and_many(self) -> frozenset[str]:
        """Parts of small pictures that stand three times or more: signs beside the text, such as a lamp at each tip."""
        counts: dict[str, int] = {}
        root = self._opened.trees[self._opened.main]
        for inline in root.iter(f"{_WP}inline", f"{_WP}anchor"):
            extent = inline.find(f"{_WP}extent")
            size = max(unsigned(extent.get("cx")) or 0, unsigned(extent.get("cy")) or 0) if extent is not None else 0
            for blip in inline.iter(f"{_A}blip") if size < _ICON else ():
                link = self._links.get(blip.get(f"{{{R}}}embed", ""))
                if link:
                    counts[link.target] = counts.get(link.target, 0) + 1
        return frozenset(name for name, count in counts.items() if count > 2)

    @property
    def icons(self) -> int:
        """How many different signs are left out."""
        return len(self._icons)

    # --- tables ---------------------------------------------------------------------------------------------

    def _table(self, element: Element, depth: int) -> Iterator[Block]:
        place = f"paragraph {self._number + 1}"
        if depth >= _DEEP:
            text = " ".join(map(str, element.itertext(f"{_W}t")))
            yield Para(markup.escaped(text), text, place, "tables")
            return
        rows: list[tuple[Cell, ...]] = []
        header = False
        for row in _rows(element):
            cells = tuple(self._cell(cell, depth) for cell in _cells(row))
            header = header or (not rows and switched(row.find(f"{_W}trPr"), "tblHeader") is True)
            if cells:
                rows.append(cells)
        if rows:
            yield Table(tuple(rows), header, place)

    def _cell(self, element: Element, depth: int) -> Cell:
        properties = element.find(f"{_W}tcPr")
        merge = properties.find(f"{_W}vMerge") if properties is not None else None
        above = merge is not None and merge.get(f"{_W}val") != "restart"
        span = min(unsigned(value(properties, "gridSpan")) or 1, 63)
        blocks = tuple(_in_part(one, "tables") for one in self.blocks(element, depth + 1))
        return Cell(blocks, span, above)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{_W}tr":
            if child.find(f"{_W}trPr/{_W}del") is None:
                yield child
        elif child.tag in (f"{_W}sdt", f"{_W}ins", f"{_W}customXml"):
            yield from _rows(child.find(f"{_W}sdtContent") if child.tag == f"{_W}sdt" else child)  # type: ignore[arg-type]


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}ins", f"{_W}customXml"):
            inner = child.find(f"{_W}sdtContent") if child.tag == f"{_W}sdt" else child
            if inner is not None:
                yield from _cells(inner)


def _in_part(block: Block, part: str) -> Block:
    return replace(block, part=part) if isinstance(block, Para) and block.part == "text" else block


def _without(stretches: Sequence[markup.Piece], count: int) -> list[markup.Piece]:
    """The stretches without their first characters."""
    out = []
    for one in stretches:
        cut = min(count, len(one.text))
        count -= cut
        out.append(replace(one, text=one.text[cut:]))
    return out


def _lines(para: Para) -> Iterator[Para]:
    """A paragraph whose lines somebody broke by hand: each line one of its own where a label or marker needs it."""
    from deckbuild.importing.guide.words import meaning_of, slide_marker

    plains = para.plain.split("\n")
    texts = para.text.split("\\\n")
    special = any(slide_marker(one) or meaning_of(one)[0] for one in plains if one.strip())
    if len(plains) == len(texts) and special:
        for plain, text in zip(plains, texts, strict=True):
            if plain.strip():
                yield replace(para, plain=plain, text=text.strip())
        return
    yield para


def _named(alt: str) -> str:
    return " ".join(alt.split()[:6]) if not re.search(r"\.(png|jpe?g|gif|emf)$", alt.strip(), re.IGNORECASE) else ""


def _inside_fallback(element: Element, top: Element) -> bool:
    """Whether a text box stands within another one, which reads it, or in what older programs see."""
    parent = element.getparent()
    while parent is not None and parent is not top:
        if parent.tag in (f"{_W}txbxContent", f"{{{MC}}}Fallback"):
            return True
        parent = parent.getparent()
    return False
