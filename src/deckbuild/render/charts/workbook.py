"""The workbook behind a chart: one sheet, its numbers and texts as plain cells (ECMA-376 part 1, 18.3).

No cell is ever a formula: what begins with `=` stays a text.  Equal charts have equal bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.ooxml.package import OFFICE, Package, Part, Relationship, write_package
from deckbuild.ooxml.xml import Xml, document, el, many

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET = "Data"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PART = "application/vnd.openxmlformats-officedocument.spreadsheetml."

Cell = str | float | None


def workbook(rows: Sequence[Sequence[Cell]], number_format: str) -> bytes:
    """The bytes of an .xlsx; numbers are shown by the format."""
    listed = el("sheet", {"name": SHEET, "sheetId": 1, "r:id": "rId1"})
    book = el("workbook", {"xmlns": _MAIN, "xmlns:r": OFFICE}, el("sheets", None, listed))
    lines = (el("row", {"r": number}, *_cells(row, number)) for number, row in enumerate(rows, 1))
    width = max(map(len, rows))
    columns = Xml(f'<cols><col min="1" max="{width}" width="18" customWidth="1"/></cols>')
    sheet = el("worksheet", {"xmlns": _MAIN}, columns, el("sheetData", None, many(lines)))
    links = (
        Relationship("rId1", f"{OFFICE}/worksheet", "/xl/worksheets/sheet1.xml"),
        Relationship("rId2", f"{OFFICE}/styles", "/xl/styles.xml"),
    )
    parts = (
        Part("/xl/workbook.xml", _PART + "sheet.main+xml", document(book), links),
        Part("/xl/worksheets/sheet1.xml", _PART + "worksheet+xml", document(sheet)),
        Part("/xl/styles.xml", _PART + "styles+xml", _styles(number_format)),
    )
    main = Relationship("rId1", f"{OFFICE}/officeDocument", "/xl/workbook.xml")
    return write_package(Package({part.name: part for part in parts}, (main,)))


def _cells(row: Sequence[Cell], number: int) -> list[Xml]:
    out = []
    for index, cell in enumerate(row):
        place = f"{column(index)}{number}"
        match cell:
            case None | "":
                continue
            case str():
                text = el("is", None, el("t", {"xml:space": "preserve"}, cell))
                out.append(el("c", {"r": place, "t": "inlineStr"}, text))
            case _:
                out.append(el("c", {"r": place, "s": 1}, el("v", None, said(cell))))
    return out


def column(index: int) -> str:
    """Letter of a column, counted from 0; charts have no more than 26."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index]


def said(value: float) -> str:
    """A number as files hold it, whatever the language."""
    return repr(int(value)) if value == int(value) else repr(value)


def _styles(number_format: str) -> bytes:
    """The least that a spreadsheet program needs, with a second look for numbers."""
    return document(
        el(
            "styleSheet",
            {"xmlns": _MAIN},
            el("numFmts", {"count": 1}, el("numFmt", {"numFmtId": 164, "formatCode": number_format})),
            Xml('<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'),
            Xml(
                '<fills count="2"><fill><patternFill patternType="none"/></fill>'
                '<fill><patternFill patternType="gray125"/></fill></fills>'
            ),
            Xml('<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'),
            Xml('<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'),
            Xml(
                '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
                '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
            ),
            Xml('<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'),
        )
    )
