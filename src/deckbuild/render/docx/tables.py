"""Tables: of data, boxes round callouts, slides with ruled lines beside them (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.blocks import Align, Table, plain
from deckbuild.ooxml.xml import EMPTY, Xml, el, many
from deckbuild.render.docx.text import Ink, paragraph, runs

LINE_HEIGHT = 397
"""Twentieths of a point between ruled lines: 7 mm."""


def _properties(
    style: str, width: int, ink: Ink, *, first_row: bool = False, first_column: bool = False, alt: str = ""
) -> Xml:
    return el(
        "w:tblPr",
        None,
        el("w:tblStyle", {"w:val": style}),
        Xml("<w:bidiVisual/>") if ink.right_to_left else EMPTY,
        el("w:tblW", {"w:w": width, "w:type": "dxa"}),
        Xml('<w:tblLayout w:type="fixed"/>'),
        _look(first_row=first_row, first_column=first_column),
        el("w:tblCaption", {"w:val": alt}) if alt else EMPTY,
    )


def _look(*, first_row: bool = False, first_column: bool = False) -> Xml:
    """What stands out: the first row where it is the header, the first column where it says what rows are about."""
    flags = 0x0400 | (0x0020 if first_row else 0) | (0x0080 if first_column else 0)
    look = {"w:val": f"{flags:04X}", "w:firstRow": first_row, "w:lastRow": False, "w:firstColumn": first_column,
            "w:lastColumn": False, "w:noHBand": False, "w:noVBand": True}  # fmt: skip
    return el("w:tblLook", look)


def _grid(widths: Sequence[int]) -> Xml:
    return el("w:tblGrid", None, *(el("w:gridCol", {"w:w": width}) for width in widths))


def _cell(width: int, content: Xml, *more: Xml) -> Xml:
    return el("w:tc", None, el("w:tcPr", None, el("w:tcW", {"w:w": width, "w:type": "dxa"}), *more), content)


def whole(shares: Sequence[float], total: int) -> list[int]:
    """Shares of `total` as whole numbers that add up to it."""
    widths = [int(total * share) for share in shares]
    widths[-1] += total - sum(widths)
    return widths


_MM = 56.6929
"""Twentieths of a point."""
TINT = "EFEFEF"
"""RRGGBB behind cells that stand out; stays apart in black and white."""
WIDER = 1.2
"""Tables take a larger part of a page's width than of a slide's: its type is smaller, but less so than its width."""


def data_table(table: Table, width: int, ink: Ink) -> Xml:
    """A table of data: its header row repeats on each page, no row is split."""
    width = round(width * min(1.0, table.share * WIDER))
    widths = whole(table.widths, width)
    header = bool(table.header)
    rows = [_row(row, table, widths, ink) for row in range(len(table.lines))]
    alt = table.alt or plain(table.header[0] if table.header else ())
    properties = _properties("DeckTable", width, ink, first_row=header, first_column=table.header_column, alt=alt)
    return el("w:tbl", None, properties, _grid(widths), *rows)


KEEP = Xml("<w:keepNext/>")
TOGETHER = 3
"""Rows at the end of a table that stand on one page, and rows at its beginning, the header among them."""


def _kept(row: int, table: Table) -> bool:
    """Whether a row stays with the next one, so that no page begins with the last row or ends with the first."""
    count, header = len(table.lines), 1 if table.header else 0
    return row < count - 1 and (row <= header or row >= count - TOGETHER) and not table.tall


def _row(row: int, table: Table, widths: Sequence[int], ink: Ink) -> Xml:
    keep = KEEP if _kept(row, table) else EMPTY
    header, last = row == 0 and bool(table.header), row == len(table.lines) - 1
    cells = []
    for column, cell in enumerate(table.lines[row]):
        span = table.span(row, column)
        if span.column != column:
            continue  # the cell to its left goes over it
        wide = el("w:gridSpan", {"w:val": span.columns}) if span.columns > 1 else EMPTY
        tall = el("w:vMerge", {"w:val": "restart" if span.row == row else None}) if span.rows > 1 else EMPTY
        marked = (row, column) in table.marked
        shade = el("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": TINT}) if marked else EMPTY
        style = "TableHeader" if header else "TableTotal" if (table.total and last) or marked else "TableText"
        if table.header_column and column == 0:
            style = "TableHeader" if header else "TableTotal"
        if table.large:
            style = "SheetText"
        width = sum(widths[column : column + span.columns])
        centred = Xml('<w:vAlign w:val="center"/>') if table.tall else EMPTY
        text = paragraph(style, runs(cell, ink), ink, keep, _justified(table.align[column]))
        cells.append(_cell(width, text, *(part for part in (wide, tall, shade, centred) if part)))
    tall = el("w:trHeight", {"w:val": round(table.tall * _MM), "w:hRule": "atLeast"}) if table.tall else EMPTY
    repeated = Xml("<w:tblHeader/>") if header else EMPTY
    return el("w:tr", None, el("w:trPr", None, Xml("<w:cantSplit/>"), tall, repeated), *cells)


def _justified(align: Align) -> Xml:
    return EMPTY if align == "left" else el("w:jc", {"w:val": align})


def box(style: str, content: Xml, width: int, ink: Ink) -> Xml:
    """A callout's box: one cell whose ground and edge come from the table style; not split where a page can hold it."""
    return el(
        "w:tbl",
        None,
        _properties(style, width, ink),
        _grid([width]),
        el("w:tr", None, Xml("<w:trPr><w:cantSplit/></w:trPr>"), _cell(width, content)),
    )


def ruled_lines(count: int, width: int, ink: Ink) -> Xml:
    """Lines to write on."""
    row = el("w:tr", None, _height(), _cell(width, _empty(ink), _under()))
    return el("w:tbl", None, _properties("DeckGrid", width, ink), _grid([width]), *[row] * count)


def beside_lines(left: Xml, count: int, widths: tuple[int, int], ink: Ink) -> Xml:
    """`left` in a cell, ruled lines in the one to its right; one row, so that no page break comes between."""
    lines = Xml("".join([paragraph("SideLine", Xml("<w:r><w:tab/></w:r>"), ink)] * count))
    return beside(left, lines, widths, ink)


def beside(left: Xml, right: Xml, widths: tuple[int, int], ink: Ink) -> Xml:
    """Two cells of one row, so that no page break comes between."""
    row = el("w:tr", None, Xml("<w:trPr><w:cantSplit/></w:trPr>"), _cell(widths[0], left), _cell(widths[1], right))
    return el("w:tbl", None, _properties("DeckGrid", sum(widths), ink), _grid(widths), row)


def _height() -> Xml:
    return Xml(f'<w:trPr><w:cantSplit/><w:trHeight w:val="{LINE_HEIGHT}" w:hRule="exact"/></w:trPr>')


def _under() -> Xml:
    rule = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="A9B4C2"/>'
    return Xml(f"<w:tcBorders>{rule}</w:tcBorders>")


def _empty(ink: Ink) -> Xml:
    return paragraph("WritingLine", EMPTY, ink)


CUT_MARGIN = 227
"""Twentieths of a point between the line to cut along and the text: 4 mm."""


def cut_outs(cells: Sequence[Xml], across: int, height: int, width: int, ink: Ink) -> Xml:
    """Cards between dashed lines, each at least `height` twentieths of a point high; no card is split."""
    widths = whole([1 / across] * across, width)
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    dashed = "".join(f'<w:{edge} w:val="dashed" w:sz="6" w:space="0" w:color="7F7F7F"/>' for edge in edges)
    sides = ("top", "left", "bottom", "right")
    margins = "".join(f'<w:{side} w:w="{CUT_MARGIN}" w:type="dxa"/>' for side in sides)
    properties = el(
        "w:tblPr", None, el("w:tblStyle", {"w:val": "DeckGrid"}), Xml("<w:bidiVisual/>") if ink.right_to_left else EMPTY,
        el("w:tblW", {"w:w": width, "w:type": "dxa"}), Xml(f"<w:tblBorders>{dashed}</w:tblBorders>"),
        Xml('<w:tblLayout w:type="fixed"/>'), Xml(f"<w:tblCellMar>{margins}</w:tblCellMar>"), _look(),
    )  # fmt: skip
    kept = Xml(f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>')
    rows = []
    for start in range(0, len(cells), across):
        row = [*cells[start : start + across], *[EMPTY] * (across - len(cells[start : start + across]))]
        held = (
            _cell(one, cell if cell and not cell.endswith("</w:tbl>") else many([cell, _empty(ink)]))
            for one, cell in zip(widths, row, strict=True)
        )
        rows.append(el("w:tr", None, kept, *held))
    return el("w:tbl", None, properties, _grid(widths), *rows)
