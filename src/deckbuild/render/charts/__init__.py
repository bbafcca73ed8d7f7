"""Chart -> the parts of a native chart with its workbook, for decks and documents alike (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

from deckbuild.blocks import Chart
from deckbuild.ooxml.package import OFFICE, Part, Relationship
from deckbuild.render.charts.plot import Pen, chart_space, number_format
from deckbuild.render.charts.workbook import TYPE, Cell, workbook

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/chart"
"""What `a:graphicData` calls a chart."""


def chart_parts(chart: Chart, pen: Pen, folder: str, number: int) -> tuple[Part, Part]:
    """The chart's part, named by its `number` within `folder` (`/ppt`, `/word`), and its workbook's."""
    book = f"{folder}/embeddings/workbook{number}.xlsx"
    link = Relationship("rId1", f"{OFFICE}/package", book)
    return (
        Part(f"{folder}/charts/chart{number}.xml", _CHART, chart_space(chart, pen), (link,)),
        Part(book, TYPE, workbook(grid(chart), number_format(chart))),
    )


def grid(chart: Chart) -> list[list[Cell]]:
    """The numbers as a sheet: the first column holds the categories, each other one a series."""
    first: tuple[Cell, ...] = chart.at or chart.categories
    rows: list[list[Cell]] = [[chart.of, *(series.name for series in chart.series)]]
    for index, place in enumerate(first):
        rows.append([place, *(series.values[index] for series in chart.series)])
    return rows


__all__ = ["GRAPHIC", "Pen", "chart_parts", "grid"]
