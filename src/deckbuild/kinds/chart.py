"""A chart on a slide: its numbers written here as a table's are, or read from a CSV file."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from deckbuild.amounts import NotANumber, decimals_of, read_amount
from deckbuild.blocks import Block, ChartKind, Series, Stack, plain
from deckbuild.blocks import Chart as ChartBlock
from deckbuild.kinds.body import Body
from deckbuild.kinds.grid import ROW_SCHEMA, Cells, Grid, Problem, cells, uneven
from deckbuild.markdown import inline
from deckbuild.spec.scalars import Flag, Line, Text, Whole, refusal
from deckbuild.spec.short import several

SERIES, POINTS, SLICES, SPOKES = 6, 1000, 8, 12
"""Most series that six colours tell apart, most points of one, most slices of a pie, most spokes of a radar."""
LABELLED = 12
"""Columns or bars that carry their numbers themselves; with more of them an axis is easier to read."""

_STACKABLE = ("column", "bar", "area")
_ROUND = ("pie", "doughnut")


def _figures(row: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a row in which anything but its first cell is no number."""
    for cell in row[1:]:
        try:
            read_amount(cell)
        except NotANumber as wrong:
            raise refusal("S130", str(wrong), wrong.hint) from None
    return row


Row = Annotated[tuple[str, ...], BeforeValidator(cells), AfterValidator(_figures), WithJsonSchema(ROW_SCHEMA)]


class Charted(Grid):
    """The numbers of a chart and how it shows them."""

    type: Annotated[ChartKind, Field(description="column, bar, line, area, pie, doughnut, scatter or radar.")]
    header: Annotated[Cells, Field(description="What the first column holds, then the name of each series.")] = ()
    rows: Annotated[tuple[Row, ...], Field(description="A category and its numbers, one a series; a gap is `''`.")] = ()
    stack: Annotated[
        Stack, Field(description="none, sum (one series on the other) or percent (shares of the whole).")
    ] = "none"
    lines: Annotated[
        tuple[Line, ...], BeforeValidator(several), Field(description="Series drawn as lines over the columns.")
    ] = ()
    second_axis: Annotated[
        tuple[Line, ...], BeforeValidator(several), Field(description="Series measured on an axis of their own.")
    ] = ()
    category_title: Annotated[Line | None, Field(description="What stands below the categories.")] = None
    value_title: Annotated[Line | None, Field(description="What the numbers count; stands over their axis.")] = None
    second_title: Annotated[Line | None, Field(description="The same for the second axis.")] = None
    unit: Annotated[Line | None, Field(description="Follows each number, such as % or km.")] = None
    decimals: Annotated[Whole | None, Field(le=6, description="Decimal places; as many as the numbers need.")] = None
    labels: Annotated[Flag | None, Field(description="Whether numbers stand at the marks; chosen by their count.")] = (
        None
    )
    sort: Annotated[
        Literal["largest", "written"] | None,
        Field(description="The largest first, or as written; pies begin with the largest if left out."),
    ] = None
    caption: Annotated[Text | None, Field(description="Line below it.")] = None
    source: Annotated[Line | None, Field(description="Where the numbers come from.")] = None
    alt: Annotated[
        Line | None, Field(description="What it shows, in a sentence; told from the numbers if left out.")
    ] = None

    def problem(self) -> Problem | None:
        """What keeps these numbers from being a chart of this type."""
        return uneven(self.header, self.rows) or _problem(self)


def _problem(chart: Charted) -> Problem | None:
    if len(chart.header) < 2:
        return (
            "S131",
            "the chart's series have no names",
            "write `header: [Year, Attended]`: the categories, each series",
        )
    for check in (_unread, _unnamed, _many, _misfit, _unsuited):
        problem = check(chart)
        if problem:
            return problem
    return None


def _unread(chart: Charted) -> Problem | None:
    """A cell without a number: seen here for rows that come from a file."""
    first = 0 if chart.type == "scatter" else 1
    for number, row in enumerate(chart.rows, 1):
        for name, cell in zip(chart.header[first:], row[first:], strict=True):
            try:
                empty = read_amount(cell) is None
            except NotANumber as wrong:
                return "S130", f"row {number}, column `{name}`: {wrong}", wrong.hint
            if empty and first == 0 and name == chart.header[0]:
                return "S130", f"row {number} has no number in its first column", "a scatter chart needs it"
    for index, name in enumerate(chart.header[1:], 1):
        if all(read_amount(row[index]) is None for row in chart.rows):
            return "S131", f"the series `{name}` has no numbers", "write them, or remove the column"
    return None


def _unnamed(chart: Charted) -> Problem | None:
    names = chart.header[1:]
    for field, asked in (("lines", chart.lines), ("second_axis", chart.second_axis)):
        for name in asked:
            if name not in names:
                return "S131", f"`{field}` names `{name}`, which is no series", f"choose of {', '.join(names)}"
    repeated = next((name for name in names if names.count(name) > 1 or not name), None)
    if repeated is not None:
        return "S131", f"two series are called `{repeated}`" if repeated else "a series has no name", "name each series"
    return None


def _many(chart: Charted) -> Problem | None:
    count, points = len(chart.header) - 1, len(chart.rows)
    most = {"pie": SLICES, "doughnut": SLICES, "radar": SPOKES, "scatter": POINTS, "line": POINTS, "area": POINTS}
    limit = most.get(chart.type, 60)
    if count > SERIES:
        return "S132", f"the chart has {count} series, at most {SERIES} can be told apart", "split it into two charts"
    if points > limit:
        hint = "put the small ones together as “Other”" if chart.type in _ROUND else "show fewer, or a `line`"
        return "S132", f"the chart has {points} rows, a {chart.type} chart shows at most {limit}", hint
    return None


def _misfit(chart: Charted) -> Problem | None:
    """Options that do nothing for this type."""
    if chart.stack != "none" and chart.type not in _STACKABLE:
        return "S131", f"a {chart.type} chart can't be stacked", "stack columns, bars or areas, or remove `stack`"
    if chart.lines and chart.type != "column":
        return "S131", "`lines` stand over columns only", "write `type: column`, or remove `lines`"
    if chart.second_axis and chart.type not in ("column", "line"):
        return "S131", f"a {chart.type} chart has no second axis", "remove `second_axis`"
    if {*chart.header[1:]} <= {*chart.lines}:
        return "S131", "no series is left for the columns", "write `type: line`, or remove one of `lines`"
    if {*chart.header[1:]} <= {*chart.second_axis}:
        return "S131", "no series is left for the first axis", "remove one of `second_axis`"
    if chart.type == "column" and not {*chart.second_axis} <= {*chart.lines}:
        return "S131", "columns on two axes would hide one another", "name the same series in `lines`"
    if chart.sort == "largest" and chart.type not in (*_ROUND, "column", "bar"):
        return "S131", f"a {chart.type} chart keeps the order of its rows", "remove `sort`"
    return None


def _unsuited(chart: Charted) -> Problem | None:
    """Numbers that this type would show wrongly."""
    values = [value for row in chart.rows for cell in row[1:] if (value := read_amount(cell)) is not None]
    shares = chart.type in _ROUND or chart.stack == "percent"
    if chart.type in _ROUND and len(chart.header) > 2:
        return "S131", f"a {chart.type} chart shows one series, this has {len(chart.header) - 1}", "use `type: bar`"
    if shares and min(values) < 0:
        return "S131", "shares of a whole can't be negative", "use `type: column` without `stack`"
    if shares and not sum(values):
        return "S131", "all numbers are 0, so there are no shares to show", "use `type: bar`"
    if chart.type == "radar" and len(chart.rows) < 3:
        return "S131", f"a radar chart needs three categories, this has {len(chart.rows)}", "use `type: bar`"
    if chart.type in ("line", "area") and len(chart.rows) < 2:
        return "S131", f"a {chart.type} chart needs two categories, this has 1", "use `type: column`"
    return None


class Chart(Body):
    """Columns, bars, lines, areas, pies, points: native, so that its numbers can be edited in PowerPoint and Word."""

    key: ClassVar[str] = "chart"
    role: ClassVar[str] = "chart"

    chart: Annotated[Charted, Field(description="Its type and its numbers, or a CSV file.")]

    def fill(self, language: str) -> tuple[Block, ...]:
        """One chart; () for one whose CSV file has not been read in (see load/assets.py)."""
        return (chart_block(self.chart, language),) if self.chart.rows else ()


def chart_block(chart: Charted, language: str) -> ChartBlock:
    """The chart with what its author left to us decided: order, labels, decimals."""
    rows = _sorted(chart)
    scatter = chart.type == "scatter"
    values = [tuple(read_amount(row[index]) for row in rows) for index in range(1, len(chart.header))]
    series = tuple(
        Series(_words(name, language), column, name in chart.lines, name in chart.second_axis)
        for name, column in zip(chart.header[1:], values, strict=True)
    )
    measured = [value for one in series if not one.second for value in one.values]
    single = len(series) == 1
    return ChartBlock(
        kind=chart.type,
        of=_words(chart.header[0], language),
        categories=() if scatter else tuple(_words(row[0], language) for row in rows),
        at=tuple(read_amount(row[0]) or 0.0 for row in rows) if scatter else (),
        series=series,
        stack=chart.stack,
        labels=_labelled(chart) if chart.labels is None else chart.labels,
        heading=chart.value_title or (series[0].name if single and chart.type not in _ROUND else ""),
        category_title=chart.category_title or (_words(chart.header[0], language) if scatter else ""),
        second_title=chart.second_title or ", ".join(one.name for one in series if one.second),
        unit=chart.unit or "",
        decimals=decimals_of(measured) if chart.decimals is None else chart.decimals,
        caption=inline(chart.caption, language) if chart.caption else (),
        source=chart.source or "",
        alt=chart.alt or "",
    )


def _words(cell: str, language: str) -> str:
    """A cell's words without mark-up: charts have none."""
    return plain(inline(cell, language)) if cell else ""


def _sorted(chart: Charted) -> tuple[tuple[str, ...], ...]:
    """The rows in the order to show: pies and rings by size unless written otherwise, all else as written."""
    if (chart.sort or ("largest" if chart.type in _ROUND else "written")) == "written":
        return chart.rows
    return tuple(sorted(chart.rows, key=lambda row: -(read_amount(row[1]) or 0.0)))


def _labelled(chart: Charted) -> bool:
    """Whether numbers stand at the marks: where they are few, so that no axis is needed."""
    if chart.type in _ROUND:
        return True
    if chart.type not in ("column", "bar") or chart.lines or chart.stack == "percent":
        return False
    rows = [[read_amount(cell) or 0.0 for cell in row[1:]] for row in chart.rows]
    if sum(map(len, rows)) > LABELLED:
        return False
    # A number does not fit into a thin layer.
    least = max(map(sum, rows)) * 0.07 if chart.stack == "sum" else 0.0
    return all(value >= least for row in rows for value in row) if least else True
