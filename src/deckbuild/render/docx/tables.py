"""Tables: of data, boxes round callouts, slides with ruled lines beside them (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.blocks import Rich, Table, plain
from deckbuild.ooxml.xml import EMPTY, Xml, el
from deckbuild.render.docx.text import Ink, paragraph, runs

LINE_HEIGHT = 397
"""Twentieths of a point between ruled lines: 7 mm."""


def _properties(style: str, width: int, ink: Ink, *, first_row: bool = False, alt: str = "") -> Xml:
    look = {"w:val": "0420" if first_row else "0400", "w:firstRow": first_row, "w:lastRow": False, "w:firstColumn": False,
            "w:lastColumn": False, "w:noHBand": True, "w:noVBand": True}  # fmt: skip
    return el(
        "w:tblPr",
        None,
        el("w:tblStyle", {"w:val": style}),
        Xml("<w:bidiVisual/>") if ink.right_to_left else EMPTY,
        el("w:tblW", {"w:w": width, "w:type": "dxa"}),
        Xml('<w:tblLayout w:type="fixed"/>'),
        el("w:tblLook", look),
        el("w:tblCaption", {"w:val": alt}) if alt else EMPTY,
    )


def _grid(widths: Sequence[int]) -> Xml:
    return el("w:tblGrid", None, *(el("w:gridCol", {"w:w": width}) for width in widths))


def _cell(width: int, content: Xml, *more: Xml) -> Xml:
    return el("w:tc", None, el("w:tcPr", None, el("w:tcW", {"w:w": width, "w:type": "dxa"}), *more), content)


def whole(shares: Sequence[float], total: int) -> list[int]:
    """Shares of `total` as whole numbers that add up to it."""
    widths = [int(total * share) for share in shares]
    widths[-1] += total - sum(widths)
    return widths


def data_table(table: Table, width: int, ink: Ink) -> Xml:
    """A table of data: its header row repeats on each page, no row is split."""
    widths = whole(table.widths, width)
    rows = []
    if table.header:
        head = Xml("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
        rows.append(_row(table.header, table, widths, "TableHeader", ink, head))
    for number, row in enumerate(table.rows, 1):
        style = "TableTotal" if table.total and number == len(table.rows) else "TableText"
        rows.append(_row(row, table, widths, style, ink, Xml("<w:trPr><w:cantSplit/></w:trPr>")))
    alt = table.alt or plain(table.header[0] if table.header else ())
    return el(
        "w:tbl", None, _properties("DeckTable", width, ink, first_row=bool(table.header), alt=alt), _grid(widths), *rows
    )


def _row(row: tuple[Rich, ...], table: Table, widths: Sequence[int], style: str, ink: Ink, properties: Xml) -> Xml:
    cells = []
    for cell, align, width in zip(row, table.align, widths, strict=True):
        side = {"left": "start", "right": "end", "center": "center"}[align]
        justify = el("w:jc", {"w:val": {"start": "left", "end": "right"}.get(side, side)}) if align != "left" else EMPTY
        cells.append(_cell(width, paragraph(style, runs(cell, ink), ink, EMPTY, justify)))
    return el("w:tr", None, properties, *cells)


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
    row = el("w:tr", None, Xml("<w:trPr><w:cantSplit/></w:trPr>"), _cell(widths[0], left), _cell(widths[1], lines))
    return el("w:tbl", None, _properties("DeckGrid", sum(widths), ink), _grid(widths), row)


def _height() -> Xml:
    return Xml(f'<w:trPr><w:cantSplit/><w:trHeight w:val="{LINE_HEIGHT}" w:hRule="exact"/></w:trPr>')


def _under() -> Xml:
    rule = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="A9B4C2"/>'
    return Xml(f"<w:tcBorders>{rule}</w:tcBorders>")


def _empty(ink: Ink) -> Xml:
    return paragraph("WritingLine", EMPTY, ink)
