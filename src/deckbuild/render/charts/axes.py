"""The axes of a chart and its small texts (ECMA-376 part 1, 21.2.2.25 and 21.2.2.226)."""

from __future__ import annotations

from deckbuild.amounts import spaced
from deckbuild.blocks import Chart
from deckbuild.ooxml.xml import EMPTY, Xml, el, many

FIRST, SECOND = (11, 12), (21, 22)
"""Ids of the axis of categories and of the axis of numbers: unsigned, unlike python-pptx's."""


def value(tag: str, val: object, prefix: str = "c") -> Xml:
    """An element with nothing but a value."""
    return el(f"{prefix}:{tag}", {"val": val})


def flag(tag: str, val: bool) -> Xml:
    """The same with a flag."""
    return value(tag, "1" if val else "0")


def ids(pair: tuple[int, int]) -> Xml:
    """The two axes of a plot."""
    return many(value("axId", one) for one in pair)


def type_of(size: float, colour: str = "tx1", *, bold: bool = False) -> Xml:
    """`c:txPr`: size and colour of small texts."""
    return el("c:txPr", None, Xml("<a:bodyPr/><a:lstStyle/>"), el("a:p", None, _paragraph(size, colour, bold=bold),
                                                                 Xml('<a:endParaRPr lang="en"/>')))  # fmt: skip


def _paragraph(size: float, colour: str, *, bold: bool) -> Xml:
    looks = el("a:defRPr", {"sz": round(size * 100), "b": bold}, _ink(colour), *_faces())
    return el("a:pPr", None, looks)


def _ink(colour: str) -> Xml:
    return el("a:solidFill", None, el("a:schemeClr", {"val": colour}))


def _faces() -> tuple[Xml, ...]:
    return Xml('<a:latin typeface="+mn-lt"/>'), Xml('<a:ea typeface="+mn-ea"/>'), Xml('<a:cs typeface="+mn-cs"/>')


def rich(text: str, size: float, *, bold: bool, turned: bool = False) -> Xml:
    """`c:tx` of a title."""
    body = el("a:bodyPr", {"rot": -5400000, "vert": "horz"} if turned else None)
    run = el(
        "a:r", None, el("a:rPr", {"sz": round(size * 100), "b": bold}, _ink("tx1"), *_faces()), el("a:t", None, text)
    )
    inside = el("c:rich", None, body, Xml("<a:lstStyle/>"), el("a:p", None, _paragraph(size, "tx1", bold=bold), run))
    return el("c:tx", None, inside)


def all_of(chart: Chart, size: float) -> Xml:
    """Every axis that the plots name."""
    if chart.kind in ("pie", "doughnut"):
        return EMPTY
    out = [_numeric_places(chart, size) if chart.kind == "scatter" else _categories(chart, size, FIRST, shown=True)]
    out.append(_values(chart, size, FIRST, second=False))
    if any(series.second for series in chart.series):
        out += [_categories(chart, size, SECOND, shown=False), _values(chart, size, SECOND, second=True)]
    return many(out)


_LINE = Xml(
    '<c:spPr><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"><a:alpha val="55000"/></a:schemeClr></a:solidFill></a:ln></c:spPr>'
)
_NO_LINE = Xml("<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>")
_GRID = Xml(
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:schemeClr val="tx1"><a:alpha val="18000"/></a:schemeClr>'
    "</a:solidFill></a:ln></c:spPr></c:majorGridlines>"
)


def _categories(chart: Chart, size: float, pair: tuple[int, int], *, shown: bool) -> Xml:
    lying = chart.kind == "bar"
    order = value("orientation", "maxMin" if lying else "minMax")  # bars are read from the top
    return el(
        "c:catAx", None, value("axId", pair[0]), el("c:scaling", None, order), flag("delete", not shown),
        value("axPos", "l" if lying else "b"),
        _grid_of(chart),
        _title(chart.category_title, size, turned=lying) if shown else EMPTY,
        Xml('<c:numFmt formatCode="General" sourceLinked="0"/>'),
        value("majorTickMark", "none"), value("minorTickMark", "none"), value("tickLblPos", "low"),
        _LINE, type_of(size), value("crossAx", pair[1]), value("crosses", "autoZero"),
        flag("auto", False), value("lblAlgn", "ctr"), value("lblOffset", 100), flag("noMultiLvlLbl", True),
    )  # fmt: skip


def _grid_of(chart: Chart) -> Xml:
    return _GRID if chart.kind == "radar" else EMPTY


def _values(chart: Chart, size: float, pair: tuple[int, int], *, second: bool) -> Xml:
    """The axis of numbers; where the marks carry their numbers it is not shown."""
    hidden = chart.labels and chart.kind in ("column", "bar") and not second
    lying = chart.kind == "bar"
    side = "b" if lying else "r" if second else "l"
    crosses = "max" if second or lying else "autoZero"
    between = "midCat" if chart.kind in ("area", "scatter") else "between"
    # A chart with two axes names both; with one its heading says what the numbers count.
    title = chart.second_title if second else ""
    return el(
        "c:valAx", None, value("axId", pair[1]), _scaling(chart, second=second), flag("delete", hidden), value("axPos", side),
        EMPTY if second or hidden else _GRID,
        _title(title, size, turned=not lying),
        el("c:numFmt", {"formatCode": _format(chart, second=second), "sourceLinked": False}),
        value("majorTickMark", "none"), value("minorTickMark", "none"), value("tickLblPos", "nextTo"),
        _NO_LINE, type_of(size), value("crossAx", pair[0]), value("crosses", crosses), value("crossBetween", between),
    )  # fmt: skip


def _numeric_places(chart: Chart, size: float) -> Xml:
    """The lower axis of a scatter chart."""
    return el(
        "c:valAx", None, value("axId", FIRST[0]), Xml('<c:scaling><c:orientation val="minMax"/></c:scaling>'),
        flag("delete", False), value("axPos", "b"), _title(chart.category_title, size, turned=False),
        Xml('<c:numFmt formatCode="General" sourceLinked="0"/>'),
        value("majorTickMark", "out"), value("minorTickMark", "none"), value("tickLblPos", "low"),
        _LINE, type_of(size), value("crossAx", FIRST[1]), value("crosses", "autoZero"), value("crossBetween", "midCat"),
    )  # fmt: skip


def _title(text: str, size: float, *, turned: bool) -> Xml:
    if not text:
        return EMPTY
    return el("c:title", None, rich(text, size, bold=False, turned=turned), flag("overlay", False))


def _scaling(chart: Chart, *, second: bool) -> Xml:
    """From zero, where cutting it off would make differences look larger than they are."""
    values = [v for series in chart.series if series.second is second for v in series.values if v is not None]
    filled = chart.kind in ("column", "bar", "area", "radar") and not all(
        s.line for s in chart.series if s.second is second
    )
    zero = min(values) >= 0 and (filled or min(values) < max(values) / 2)
    bounds = [value("max", 1)] if chart.stack == "percent" else []
    bounds += [value("min", 0)] if zero else []
    return el("c:scaling", None, value("orientation", "minMax"), *bounds)


def _format(chart: Chart, *, second: bool) -> str:
    if chart.stack == "percent":
        return "0%"
    values = [abs(v) for series in chart.series if series.second is second for v in series.values if v is not None]
    return format_code(0 if max(values) >= 10 else chart.decimals, "" if second else chart.unit)


def format_code(decimals: int, unit: str) -> str:
    """A number's format; the unit stands in it as a quoted text, in which no quotation mark can stand."""
    places = "." + "0" * decimals if decimals else ""
    words = spaced(unit.replace('"', "”").replace("\\", "/"))
    return f"#,##0{places}" + (f'"{words}"' if words else "")
