"""The plots of a chart: its series, their looks and their labels (ECMA-376 part 1, 21.2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.blocks import Chart, Series
from deckbuild.brand.brand import ChartLook
from deckbuild.ooxml.xml import EMPTY, Xml, document, el, many
from deckbuild.render.charts import axes
from deckbuild.render.charts.axes import FIRST, SECOND, flag, value
from deckbuild.render.charts.workbook import SHEET, column, said

_SPACE = {
    "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_PATTERNS = ("", "wdUpDiag", "pct25", "wdDnDiag", "dkHorz", "smGrid")
"""Fills that print apart in black and white; the first series is solid (ST_PresetPatternVal)."""
_DASHES = ("solid", "sysDash", "dash", "lgDash", "sysDashDot", "lgDashDot")
_MARKS = ("circle", "square", "diamond", "triangle", "x", "star")
_ROUND = ("pie", "doughnut")


@dataclass(frozen=True)
class Pen:
    """What a chart is written with: its looks, the size of its type in points, the language of its texts."""

    look: ChartLook
    size: float
    language: str


def number_format(chart: Chart) -> str:
    """The format code of the chart's numbers; programs put in the separators of their user's language."""
    return axes.format_code(chart.decimals, chart.unit)


def chart_space(chart: Chart, pen: Pen) -> bytes:
    """The chart's part."""
    plot = el("c:plotArea", None, _layout(chart), many(_plots(chart, pen)), axes.all_of(chart, pen.size), _nothing())
    whole = el(
        "c:chart",
        None,
        _heading(chart, pen),
        flag("autoTitleDeleted", not chart.heading),
        plot,
        _legend(chart, pen),
        flag("plotVisOnly", True),
        value("dispBlanksAs", "gap"),
    )
    return document(
        el(
            "c:chartSpace",
            _SPACE,
            flag("date1904", False),
            value("lang", pen.language),
            flag("roundedCorners", False),
            whole,
            _nothing(),
            axes.type_of(pen.size),
            el("c:externalData", {"r:id": "rId1"}, flag("autoUpdate", False)),
        )
    )


def _nothing() -> Xml:
    return Xml("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")


def _layout(chart: Chart) -> Xml:
    """Where the plot stands: left to the program, but a pie leaves room for its names."""
    if chart.kind != "pie":
        return Xml("<c:layout/>")
    sides = {"x": 0.2, "y": 0.12, "w": 0.6, "h": 0.76}
    edges = many([value("layoutTarget", "inner"), value("xMode", "edge"), value("yMode", "edge")])
    return el(
        "c:layout", None, el("c:manualLayout", None, edges, *(value(side, share) for side, share in sides.items()))
    )


def _heading(chart: Chart, pen: Pen) -> Xml:
    """What the numbers count, small, over the left end of the plot."""
    if not chart.heading:
        return EMPTY
    place = Xml('<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/>'
                "</c:manualLayout></c:layout>")  # fmt: skip
    return el("c:title", None, axes.rich(chart.heading, pen.size, bold=False), place, flag("overlay", False))


def legend_needed(chart: Chart) -> bool:
    """Whether a legend says what nothing else does: several series, or a ring, whose slices have no room for names."""
    return len(chart.series) > 1 or chart.kind == "doughnut"


def _legend(chart: Chart, pen: Pen) -> Xml:
    if not legend_needed(chart):
        return EMPTY
    side = "r" if chart.kind == "doughnut" else "t"
    return el("c:legend", None, value("legendPos", side), flag("overlay", False), axes.type_of(pen.size))


def _plots(chart: Chart, pen: Pen) -> list[Xml]:
    """A plot for each sort of mark and axis: columns first, lines over them."""
    numbered = list(enumerate(chart.series))
    groups = [
        [(n, s) for n, s in numbered if s.line is line and s.second is second]
        for line in (False, True)
        for second in (False, True)
    ]
    return [_plot(chart, pen, group) for group in groups if group]


def _plot(chart: Chart, pen: Pen, group: Sequence[tuple[int, Series]]) -> Xml:
    kind = "line" if group[0][1].line else chart.kind
    second = group[0][1].second
    series = many(_series(chart, kind, number, one, pen) for number, one in group)
    grouping = {"sum": "stacked", "percent": "percentStacked"}.get(chart.stack, "standard")
    ids = EMPTY if kind in _ROUND else axes.ids(SECOND if second else FIRST)
    varied = flag("varyColors", kind in _ROUND)
    match kind:
        case "column" | "bar":
            clustered = "clustered" if grouping == "standard" else grouping
            overlap = value("overlap", 0 if clustered == "clustered" else 100)
            gap = value("gapWidth", _gap(chart))
            return el("c:barChart", None, value("barDir", "col" if kind == "column" else "bar"), value("grouping", clustered),
                      varied, series, gap, overlap, ids)  # fmt: skip
        case "line":
            return el("c:lineChart", None, value("grouping", "standard"), varied, series, flag("marker", True), ids)
        case "area":
            return el("c:areaChart", None, value("grouping", grouping), varied, series, ids)
        case "pie":
            return el("c:pieChart", None, varied, series, value("firstSliceAng", 0))
        case "doughnut":
            return el("c:doughnutChart", None, varied, series, value("firstSliceAng", 0), value("holeSize", 60))
        case "scatter":
            return el("c:scatterChart", None, value("scatterStyle", "lineMarker"), varied, series, ids)
        case _:
            return el("c:radarChart", None, value("radarStyle", "marker"), varied, series, ids)


def _gap(chart: Chart) -> int:
    """Room between columns as a share of their width: much, where there are so few that they would look like walls."""
    if len(chart.categories) * (len(chart.series) if chart.stack == "none" else 1) <= 2:
        return 220
    return 60 if len(chart.series) == 1 or chart.stack != "none" else 80


def _series(chart: Chart, kind: str, number: int, series: Series, pen: Pen) -> Xml:
    """`c:ser`; its children in the order of the schema, which differs from kind to kind."""
    name = el("c:tx", None, _texts(f"{SHEET}!${column(number + 1)}$1", (series.name,)))
    head = many([value("idx", number), value("order", number), name])
    end = len(series.values) + 1
    places = _places(chart, end)
    numbers = _numbers(f"{SHEET}!${column(number + 1)}$2:${column(number + 1)}${end}", series.values, chart)
    labels = _labels(chart, kind, pen)
    looks = _looks(kind, number, pen, under=any(one.line for one in chart.series))
    match kind:
        case "column" | "bar":
            rest = [
                looks,
                flag("invertIfNegative", False),
                labels,
                el("c:cat", None, places),
                el("c:val", None, numbers),
            ]
        case "line":
            rest = [looks, _mark(number, pen), labels, el("c:cat", None, places), el("c:val", None, numbers),
                    flag("smooth", False)]  # fmt: skip
        case "pie" | "doughnut":
            slices = many(_slice(index, pen) for index in range(len(series.values)))
            rest = [slices, labels, el("c:cat", None, places), el("c:val", None, numbers)]
        case "scatter":
            rest = [Xml('<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr>'), _mark(number, pen), labels,
                    el("c:xVal", None, places), el("c:yVal", None, numbers), flag("smooth", False)]  # fmt: skip
        case "radar":
            rest = [looks, _mark(number, pen), labels, el("c:cat", None, places), el("c:val", None, numbers)]
        case _:
            rest = [looks, labels, el("c:cat", None, places), el("c:val", None, numbers)]
    return el("c:ser", None, head, *(part for part in rest if part))


def _places(chart: Chart, end: int) -> Xml:
    """The categories, or where the points stand, with the cells they come from."""
    cells = f"{SHEET}!$A$2:$A${end}"
    return _numbers(cells, chart.at, chart, "General") if chart.at else _texts(cells, chart.categories)


def _texts(cells: str, texts: Sequence[str]) -> Xml:
    points = many(el("c:pt", {"idx": index}, el("c:v", None, text)) for index, text in enumerate(texts))
    return el("c:strRef", None, el("c:f", None, cells), el("c:strCache", None, value("ptCount", len(texts)), points))


def _numbers(cells: str, numbers: Sequence[float | None], chart: Chart, code: str = "") -> Xml:
    points = many(
        el("c:pt", {"idx": index}, el("c:v", None, said(number)))
        for index, number in enumerate(numbers)
        if number is not None
    )
    cache = el(
        "c:numCache",
        None,
        el("c:formatCode", None, code or number_format(chart)),
        value("ptCount", len(numbers)),
        points,
    )
    return el("c:numRef", None, el("c:f", None, cells), cache)


def _colour(number: int, pen: Pen, *, pale: bool = False) -> Xml:
    seen = [value("alpha", 45000, "a")] if pale else []
    return el("a:schemeClr", {"val": pen.look.colours[number % len(pen.look.colours)]}, *seen)


def _fill(number: int, pen: Pen, *, pale: bool = False) -> Xml:
    """A solid colour of the brand, or a pattern of it where the brand is made for print."""
    pattern = _PATTERNS[number % len(_PATTERNS)] if pen.look.patterns else ""
    if not pattern:
        return el("a:solidFill", None, _colour(number, pen, pale=pale))
    ground = Xml('<a:bgClr><a:schemeClr val="bg1"/></a:bgClr>')
    return el("a:pattFill", {"prst": pattern}, el("a:fgClr", None, _colour(number, pen)), ground)


def _outline(number: int, pen: Pen, width: int) -> Xml:
    return el("a:ln", {"w": width}, el("a:solidFill", None, _colour(number, pen)))


def _looks(kind: str, number: int, pen: Pen, *, under: bool) -> Xml:
    """`under`: with lines over it, which must stay visible."""
    if kind in ("line", "radar"):
        dash = value("prstDash", _DASHES[number % len(_DASHES)] if pen.look.patterns else "solid", "a")
        paint = el("a:solidFill", None, _colour(number, pen))
        return el("c:spPr", None, el("a:ln", {"w": 31750, "cap": "rnd"}, paint, dash, Xml("<a:round/>")))
    edge = _outline(number, pen, 9525) if pen.look.patterns else Xml("<a:ln><a:noFill/></a:ln>")
    return el("c:spPr", None, _fill(number, pen, pale=under), edge)


def _mark(number: int, pen: Pen) -> Xml:
    """A mark of another shape for each series, so that colour is not all that tells them apart."""
    shape = _MARKS[number % len(_MARKS)]
    paint = Xml("<a:noFill/>") if shape in ("x", "star") else el("a:solidFill", None, _colour(number, pen))
    looks = el("c:spPr", None, paint, _outline(number, pen, 12700))
    return el("c:marker", None, value("symbol", shape), value("size", 8), looks)


def _slice(index: int, pen: Pen) -> Xml:
    """A slice, parted from its neighbours by a line in the colour of the ground."""
    edge = (
        _outline(index, pen, 9525)
        if pen.look.patterns
        else Xml('<a:ln w="19050"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln>')
    )
    looks = el("c:spPr", None, _fill(index, pen), edge)
    return el("c:dPt", None, value("idx", index), flag("bubble3D", False), looks)


def _labels(chart: Chart, kind: str, pen: Pen) -> Xml:
    """Numbers at the marks; at slices of a pie its names and shares."""
    if not chart.labels:
        return EMPTY
    stacked, round_ = chart.stack != "none" and kind in ("column", "bar"), kind in _ROUND
    inside = stacked or kind == "doughnut"
    ground = Xml('<c:spPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></c:spPr>')
    place = {"pie": "outEnd", "line": "t", "scatter": "r", "column": "outEnd", "bar": "outEnd"}.get(kind, "")
    if stacked:
        place = "ctr"
    return el(
        "c:dLbls",
        None,
        el("c:numFmt", {"formatCode": "0%" if round_ else number_format(chart), "sourceLinked": False}),
        ground if inside and pen.look.patterns else Xml("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"),
        axes.type_of(pen.size, "bg1" if inside and not pen.look.patterns else "tx1", bold=kind == "doughnut"),
        value("dLblPos", place) if place else EMPTY,
        flag("showLegendKey", False),
        flag("showVal", not round_),
        flag("showCatName", kind == "pie"),
        flag("showSerName", False),
        flag("showPercent", round_),
        flag("showBubbleSize", False),
        el("c:separator", None, "\n") if kind == "pie" else EMPTY,
        flag("showLeaderLines", True) if kind == "pie" else EMPTY,
    )
