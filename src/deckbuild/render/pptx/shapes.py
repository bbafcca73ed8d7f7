"""Shapes of a slide: filled placeholders, pictures, tables, cards (ECMA-376 part 1, 19.3.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Chart, Items, Merged, Paragraph, Picture, Run, Table
from deckbuild.brand.brand import EMU_PER_POINT, Box, Slot
from deckbuild.compose.drawing import Shape
from deckbuild.compose.gallery import fitted
from deckbuild.compose.presentation import CardShape, Filled
from deckbuild.ooxml.xml import EMPTY, Xml, el, many
from deckbuild.render.charts import GRAPHIC as CHART
from deckbuild.render.pptx.text import Ink, colour, list_style, paragraph, run, texts

DECORATIVE = Xml(
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
NO_GROUP = Xml('<a:spLocks noGrp="1"/>')


class Ids:
    """Hands out shape ids: unique on a slide, above 1 (the shape tree itself has 1)."""

    def __init__(self) -> None:
        self.last = 1

    def next(self) -> int:
        """The next id."""
        self.last += 1
        return self.last


def transform(box: Box, tag: str = "a:xfrm") -> Xml:
    """Position and size."""
    offset = el("a:off", {"x": box.x, "y": box.y})
    return el(tag, None, offset, el("a:ext", {"cx": box.width, "cy": box.height}))


def placeholder(slot: Slot) -> Xml:
    """`p:nvPr` with the placeholder as the layout has it."""
    return el("p:nvPr", None, holder(slot))


def holder(slot: Slot) -> Xml:
    """`p:ph`: a title without index, an object without type."""
    kind = None if slot.kind == "obj" else slot.kind
    index = None if slot.kind in ("title", "ctrTitle") else slot.index
    size = "quarter" if slot.kind in ("ftr", "sldNum") else "half" if slot.kind == "dt" else None
    return el("p:ph", {"type": kind, "sz": size, "idx": index})


def _narrowed(filled: Filled, ink: Ink) -> dict[str, object]:
    """The inset that balances lines: at the end of the lines, which is the left where text runs from the right."""
    inset = filled.slot.inset
    return {"lIns": inset.x + filled.narrow} if ink.right_to_left else {"rIns": inset.width + filled.narrow}


def text_placeholder(filled: Filled, ids: Ids, ink: Ink) -> Xml:
    """A placeholder with text; position and looks come from the layout unless compose says otherwise."""
    slot, content = filled.slot, filled.content
    assert isinstance(content, tuple)
    name = el("p:cNvPr", {"id": ids.next(), "name": slot.name})
    head = el("p:nvSpPr", None, name, el("p:cNvSpPr", None, NO_GROUP), placeholder(slot))
    place = el("p:spPr", None, *_geometry(filled))
    inset = el("a:bodyPr", _narrowed(filled, ink) if filled.narrow else None)
    styles = list_style(filled.sizes, filled.before) if filled.sizes else Xml("<a:lstStyle/>")
    bulleted = bool(slot.levels and slot.levels[0].hanging)
    written = texts(content, ink, bulleted=bulleted, small=max(0, len(slot.levels) - 1))
    return el("p:sp", None, head, place, el("p:txBody", None, inset, styles, written))


def _geometry(filled: Filled) -> list[Xml]:
    """Position and shape, where they are not inherited."""
    shape = filled.slot.shape
    out = [transform(filled.box or filled.slot.box)] if filled.box or shape else []
    if shape:
        adjust = Xml('<a:avLst><a:gd name="adj" fmla="val 50000"/></a:avLst>')
        out.append(el("a:prstGeom", {"prst": shape}, adjust))
    return out


def field(slot: Slot, ids: Ids, ink: Ink, kind: str, text: str) -> Xml:
    """Footer or slide number: a real placeholder, the number as a field with its true value."""
    name = el("p:cNvPr", {"id": ids.next(), "name": slot.name})
    head = el("p:nvSpPr", None, name, el("p:cNvSpPr", None, NO_GROUP), placeholder(slot))
    if kind == "slidenum":
        guid = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
        language = el("a:rPr", {"lang": ink.language})
        inside = el("a:fld", {"id": guid, "type": kind}, language, el("a:t", None, text))
    else:
        inside = el("a:r", None, el("a:rPr", {"lang": ink.language}), el("a:t", None, text))
    body = el("p:txBody", None, Xml("<a:bodyPr/><a:lstStyle/>"), el("a:p", None, inside))
    return el("p:sp", None, head, Xml("<p:spPr/>"), body)


def crop(picture: Picture, asset: Asset, box: Box) -> tuple[Xml, Box]:
    """The part of the picture to show (`a:srcRect`) and where: cropped round its focus, or whole and centred."""
    wide = asset.width * box.height - asset.height * box.width
    if picture.fit == "contain":
        return EMPTY, fitted(asset, box)
    if wide > 0:  # too wide: cut left and right
        share = 1 - asset.height * box.width / (asset.width * box.height)
        left = round(share * picture.focus[0] * 100000)
        return el("a:srcRect", {"l": left, "r": round(share * 100000) - left}), box
    share = 1 - asset.width * box.height / (asset.height * box.width)
    top = round(share * picture.focus[1] * 100000)
    return el("a:srcRect", {"t": top, "b": round(share * 100000) - top}), box


def blip_fill(bitmap: str, vector: str | None, source: Xml) -> Xml:
    """`p:blipFill` of a bitmap, with the SVG that newer programs show in its place; `source` crops both."""
    svg = EMPTY
    if vector:
        svg = Xml(
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg='
            f'"http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{vector}"/></a:ext></a:extLst>'
        )
    blip = el("a:blip", {"r:embed": bitmap}, *([svg] if svg else []))
    return el("p:blipFill", None, blip, source, Xml("<a:stretch><a:fillRect/></a:stretch>"))


def picture(filled: Filled, asset: Asset, ids: Ids, embed: Callable[[PurePosixPath], tuple[str, str | None]]) -> Xml:
    """A picture in its placeholder.  `embed` gives relationship ids: of the bitmap, and of the SVG if there is one."""
    shown = filled.content
    assert isinstance(shown, Picture)
    bitmap, vector = embed(shown.file)
    attributes = {"id": ids.next(), "name": filled.slot.name, "descr": shown.alt or None}
    name = el("p:cNvPr", attributes, *([] if shown.alt else [DECORATIVE]))
    locks = Xml('<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>')
    source, box = crop(shown, asset, filled.box or filled.slot.box)
    fill = blip_fill(bitmap, vector, source)
    return el("p:pic", None, el("p:nvPicPr", None, name, locks, placeholder(filled.slot)), fill,
              el("p:spPr", None, transform(box), Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')))  # fmt: skip


def table(filled: Filled, ids: Ids, ink: Ink, style_id: str, insets: tuple[int, int]) -> Xml:
    """A native table in its placeholder; looks come from the table style, sizes from compose."""
    content = filled.content
    assert isinstance(content, Table)
    assert filled.box is not None
    size = filled.sizes[0]
    widths = _whole(content.widths, filled.box.width)
    flags = {
        "firstRow": bool(content.header),
        "firstCol": content.header_column or None,
        "lastRow": content.total or None,
        "bandRow": True,
        "rtl": ink.right_to_left or None,
    }
    body = el(
        "a:tbl",
        None,
        el("a:tblPr", flags, el("a:tableStyleId", None, style_id)),
        el("a:tblGrid", None, *(el("a:gridCol", {"w": width}) for width in widths)),
        many(
            el("a:tr", {"h": height}, *_cells(row, content, ink, size, insets))
            for row, height in enumerate(filled.row_heights)
        ),
    )
    return _frame(filled, filled.box, content.alt, ids, "http://schemas.openxmlformats.org/drawingml/2006/table", body)


def chart(filled: Filled, ids: Ids, relationship: str) -> Xml:
    """A native chart in its placeholder; `relationship` leads to its part."""
    assert isinstance(filled.content, Chart)
    body = el("c:chart", {"xmlns:c": CHART, "r:id": relationship})
    return _frame(filled, filled.box or filled.slot.box, filled.content.alt, ids, CHART, body)


def _frame(filled: Filled, box: Box, alt: str, ids: Ids, uri: str, body: Xml) -> Xml:
    """A frame that holds what is no text: a table, a chart."""
    name = el("p:cNvPr", {"id": ids.next(), "name": filled.slot.name, "descr": alt or None})
    locks = Xml('<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>')
    head = el("p:nvGraphicFramePr", None, name, locks, placeholder(filled.slot))
    graphic = el("a:graphic", None, el("a:graphicData", {"uri": uri}, body))
    return el("p:graphicFrame", None, head, transform(box, "p:xfrm"), graphic)


def _whole(shares: Iterable[float], total: int) -> list[int]:
    """Shares of `total` as whole numbers that add up to it."""
    widths = [int(total * share) for share in shares]
    widths[-1] += total - sum(widths)
    return widths


def _cells(row: int, content: Table, ink: Ink, size: float, insets: tuple[int, int]) -> list[Xml]:
    sides = ("r", "l") if ink.right_to_left else ("l", "r")  # a table's left is where its language begins
    algn = {"left": sides[0], "center": "ctr", "right": sides[1]}
    margins = {"marL": insets[0], "marR": insets[0], "marT": insets[1], "marB": insets[1], "anchor": "ctr"}
    out = []
    for column, cell in enumerate(content.lines[row]):
        marked = (row, column) in content.marked
        # The table style may set header and total in white, which the ground of a marked cell can't carry.
        slot = "tx1" if marked else ""
        text = paragraph(cell, ink, {"algn": algn[content.align[column]]}, size=size, bold=marked, slot=slot)
        body = el("a:txBody", None, Xml("<a:bodyPr/><a:lstStyle/>"), text)
        ground = [colour(ink.styles.get("mark", "bg2"))] if marked else []
        out.append(el("a:tc", _span(content.span(row, column), row, column), body, el("a:tcPr", margins, *ground)))
    return out


def _span(span: Merged, row: int, column: int) -> dict[str, object]:
    """How far a cell goes, and what covers one that stands alone no more (ECMA-376 part 1, 21.1.3.18)."""
    first_row, first_column = span.row == row, span.column == column
    return {
        "rowSpan": span.rows if span.rows > 1 and first_row else None,
        "gridSpan": span.columns if span.columns > 1 and first_column else None,
        "hMerge": None if first_column else True,
        "vMerge": None if first_row else True,
    }


def card(shape: CardShape, ids: Ids, ink: Ink, draw: Callable[[Shape], Xml]) -> Xml:
    """A card: a ground with its text, a thin edge and an icon, grouped; all colours are the theme's."""
    box = shape.box
    name = shape.name
    group = el("p:nvGrpSpPr", None, el("p:cNvPr", {"id": ids.next(), "name": name}), Xml("<p:cNvGrpSpPr/><p:nvPr/>"))
    corner = {"x": box.x, "y": box.y}, {"cx": box.width, "cy": box.height}
    frame = el(
        "a:xfrm",
        None,
        el("a:off", corner[0]),
        el("a:ext", corner[1]),
        el("a:chOff", corner[0]),
        el("a:chExt", corner[1]),
    )
    ground = _shape(ids.next(), f"{name} text", box, shape.fill, _card_text(shape, ink), shape.outline)
    edge = (
        Box(box.x, box.y, box.width, shape.edge) if shape.side == "top" else Box(box.x, box.y, shape.edge, box.height)
    )
    bar = _shape(ids.next(), f"{name} edge", edge, shape.accent, None) if shape.edge else EMPTY
    return el("p:grpSp", None, group, el("p:grpSpPr", None, frame), ground, bar, many(map(draw, shape.icon)))


def _shape(number: int, name: str, box: Box, fill: str, text: Xml | None, outline: str = "") -> Xml:
    """A rectangle filled and outlined with colours of the theme; without text it is decoration."""
    line = el("a:ln", {"w": 9525}, colour(outline)) if outline else Xml("<a:ln><a:noFill/></a:ln>")
    properties = el("p:cNvPr", {"id": number, "name": name}, *([] if text else [DECORATIVE]))
    head = el("p:nvSpPr", None, properties, Xml("<p:cNvSpPr/><p:nvPr/>"))
    looks = el(
        "p:spPr", None, transform(box), Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'), colour(fill) if fill else Xml("<a:noFill/>"),
        line,
    )  # fmt: skip
    empty = Xml(
        '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody>'
    )
    return el("p:sp", None, head, looks, text or empty)


def _card_text(shape: CardShape, ink: Ink) -> Xml:
    pad = shape.padding
    inset = {
        "wrap": "square",
        "lIns": pad + (shape.narrow if ink.right_to_left else 0),
        "tIns": pad + shape.raised,
        "rIns": pad + (0 if ink.right_to_left else shape.narrow),
        "bIns": pad,
        "rtlCol": False,
        "anchor": "t",
    }
    out: list[Xml] = []
    if shape.card.title:
        out.append(
            paragraph(
                shape.card.title, ink, None, size=shape.title_size, bold=True, slot=ink.styles.get("heading", "tx2")
            )
        )
    for block in shape.card.body:
        if isinstance(block, Items):
            out += _card_items(block, shape, ink)
        elif isinstance(block, Paragraph):
            out.append(paragraph(block.text, ink, None, size=shape.text_size, slot="tx1"))
    body = el("a:bodyPr", inset, Xml("<a:noAutofit/>"))
    return el("p:txBody", None, body, Xml("<a:lstStyle/>"), many(out))


def _card_items(items: Items, shape: CardShape, ink: Ink) -> list[Xml]:
    """Items with their numbers set apart, or with small squares in the card's accent."""
    out = []
    hang = shape.lead_width or 12 * EMU_PER_POINT
    square = many([
        el("a:buClr", None, el("a:schemeClr", {"val": shape.accent})),
        Xml('<a:buSzPct val="70000"/><a:buFont typeface="Arial"/><a:buChar char="■"/>'),
    ])  # fmt: skip
    for index, item in enumerate(items.items):
        points = shape.before * (2 if index == 0 and shape.card.title else 1)
        before = el("a:spcBef", None, el("a:spcPts", {"val": round(points * 100)}))
        left = hang + 12 * EMU_PER_POINT * item.level
        layout: dict[str, object] = {"marL": left, "indent": -hang}
        if item.lead:
            tab = el("a:tabLst", None, el("a:tab", {"pos": left, "algn": "l"}))
            lead = _lead(item.lead, shape, ink)
            text = many(run(piece, ink, shape.text_size, slot="tx1") for piece in item.text)
            properties = el("a:pPr", layout, before, Xml("<a:buNone/>"), tab)
            out.append(el("a:p", None, properties, lead, text))
        else:
            out.append(paragraph(item.text, ink, layout, before, square, size=shape.text_size, slot="tx1"))
    return out


def _lead(lead: str, shape: CardShape, ink: Ink) -> Xml:
    return run(Run(lead + "\t"), ink, shape.text_size, bold=True, slot=shape.accent)
