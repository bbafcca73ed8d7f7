"""Pies for an engine that sets names over their slices: the names and shares go into a legend."""

from __future__ import annotations

import re
from html import unescape

_LABELS = re.compile(r"<c:dLbls>.*?</c:dLbls>", re.DOTALL)
_LAYOUT = re.compile(r"(<c:plotArea>)<c:layout>.*?</c:layout>", re.DOTALL)
_NAMES = re.compile(r"<c:cat>.*?</c:cat>", re.DOTALL)
_VALUES = re.compile(r"<c:val>.*?</c:val>", re.DOTALL)
_TYPE = re.compile(r"<c:txPr>.*?</c:txPr>", re.DOTALL)
_POINT = re.compile(r'(<c:pt idx="([0-9]+)"><c:v>)([^<]*)(</c:v>)')


def named_beside(chart: str) -> str:
    """A pie with labels at its slices as one with a legend that says the same; any other chart as it is."""
    labels, names, values = _LABELS.search(chart), _NAMES.search(chart), _VALUES.search(chart)
    if "<c:pieChart>" not in chart or not (labels and names and values):
        return chart
    numbers = {point[2]: float(unescape(point[3])) for point in _POINT.finditer(values[0])}
    whole = sum(numbers.values()) or 1.0

    def said(point: re.Match[str]) -> str:
        return f"{point[1]}{point[3]}  {numbers.get(point[2], 0.0) / whole:.0%}{point[4]}"

    looks = _TYPE.findall(chart)[-1:]  # the last one is that of the whole chart
    legend = f'<c:legend><c:legendPos val="r"/><c:overlay val="0"/>{"".join(looks)}</c:legend>'
    chart = chart.replace(names[0], _POINT.sub(said, names[0]), 1).replace(labels[0], "", 1)
    return _LAYOUT.sub(r"\1<c:layout/>", chart, count=1).replace("</c:plotArea>", f"</c:plotArea>{legend}", 1)
