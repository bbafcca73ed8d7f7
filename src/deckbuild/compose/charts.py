"""Charts on slides and in documents: where they stand, what they say in words, and their numbers as a table."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.amounts import decimals_of, say_amount
from deckbuild.blocks import Align, Chart, Rich, Series, Table, bare
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand
from deckbuild.compose.measure import Metrics
from deckbuild.compose.presentation import Filled
from deckbuild.labels import Labels

ROUND = ("pie", "doughnut", "radar")
"""Charts about as wide as they are high."""


def placed(chart: Chart, box: Box) -> Box:
    """Where a chart stands in `box`: a round one in the middle, so that its legend is not far from it."""
    width = min(box.width, round(box.height * 1.7))
    if chart.kind not in ROUND or width == box.width:
        return box
    return Box(box.x + (box.width - width) // 2, box.y, width, box.height)


CROWDED = 3
"""Lines that the names below columns may take."""


def crowded(filled: Filled, brand: Brand, metrics: Metrics) -> str:
    """The first name below the columns of a chart that has no room there; "" where all have."""
    chart = filled.content
    if not isinstance(chart, Chart) or chart.kind != "column":
        return ""
    room = (filled.box or filled.slot.box).width / EMU_PER_POINT * 0.92 / len(chart.categories)
    size, family = filled.sizes[0], brand.body_family
    for name in chart.categories:
        longest = max((metrics.width(word, size, family) for word in name.split()), default=0.0)
        if longest > room or len(metrics.line_widths(bare(name), size, family, room)) > CROWDED:
            return name
    return ""


THIN = 0.03
"""Share of a whole below which a slice has no room for its name beside another one."""


def thin(chart: Chart) -> tuple[str, ...]:
    """Slices of a pie that are too thin to be named side by side; () for a single one."""
    if chart.kind != "pie":
        return ()
    values = [value or 0.0 for value in chart.series[0].values]
    names = tuple(n for n, v in zip(chart.categories, values, strict=True) if v < THIN * sum(values))
    return names if len(names) > 1 else ()


def described(chart: Chart, labels: Labels) -> Chart:
    """The chart with an alternative text told from its numbers, where its author gave none."""
    return chart if chart.alt else replace(chart, alt=_told(chart, labels))


def _told(chart: Chart, labels: Labels) -> str:
    """What it shows: its type and series, then the shares of a whole, or each series' highest and lowest number."""
    names = ", ".join(series.name for series in chart.series)
    kind = labels(f"chart_{chart.kind}")
    parts = [labels("chart_of", kind=kind, series=names, of=chart.of) if chart.of else f"{kind}: {names}."]
    if chart.kind in ("pie", "doughnut"):
        parts.append(_shares(chart, labels))
    else:
        parts += (_extremes(series, chart, labels) for series in chart.series)
    return " ".join(parts)


def _shares(chart: Chart, labels: Labels) -> str:
    values = [value or 0.0 for value in chart.series[0].values]
    whole = sum(values)
    said = (
        f"{name} {say_amount(100 * value / whole, labels.language, 0, '%')}"
        for name, value in zip(chart.categories, values, strict=True)
    )
    return "; ".join(said) + "."


def _extremes(series: Series, chart: Chart, labels: Labels) -> str:
    """What a series reaches: `Attended: highest 24 (2023), lowest 12 (2021)`."""
    places = chart.categories or tuple(say_amount(at, labels.language) for at in chart.at)
    known = [(value, place) for value, place in zip(series.values, places, strict=True) if value is not None]
    highest, lowest = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    unit = "" if series.second else chart.unit
    return labels(
        "chart_extremes",
        series=series.name,
        high=say_amount(highest[0], labels.language, unit=unit),
        at_high=highest[1],
        low=say_amount(lowest[0], labels.language, unit=unit),
        at_low=lowest[1],
    )


MOST_ROWS = 40
"""Rows of numbers that stand below a chart in a document; more of them nobody reads, its workbook has them all."""


def numbers(chart: Chart, language: str) -> Table | None:
    """The chart's numbers as a table, for those who can't see it and for black and white; None for very many."""
    places = chart.categories or tuple(say_amount(at, language) for at in chart.at)
    if len(places) > MOST_ROWS:
        return None
    decimals = [(series, decimals_of(series.values)) for series in chart.series]
    rows = tuple(
        (bare(place), *(_cell(series.values[index], places_of, language) for series, places_of in decimals))
        for index, place in enumerate(places)
    )
    columns = len(chart.series)
    header = (bare(chart.of), *(bare(_headed(series, chart)) for series in chart.series))
    first = max(0.2, 1 - 0.2 * columns)
    widths = (first, *[(1 - first) / columns] * columns)
    right: Align = "right"
    align: tuple[Align, ...] = ("left", *[right] * columns)
    return Table(header, rows, widths, align)


def _headed(series: Series, chart: Chart) -> str:
    return f"{series.name} ({chart.unit})" if chart.unit and not series.second else series.name


def _cell(value: float | None, decimals: int, language: str) -> Rich:
    return bare("–" if value is None else say_amount(value, language, decimals))
