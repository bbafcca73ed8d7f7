"""Chart XML -> its numbers, from the cache that every chart carries (ISO/IEC 29500 part 1, 21.2)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from deckbuild.importing.deck.parts import on, whole
from deckbuild.importing.deck.things import Plotted
from deckbuild.importing.prose import clean
from deckbuild.ooxml.tree import A, Element, local

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MOST = 2000
"""Points of a series that are read; a slide shows no more."""

_KINDS = {
    "barChart": "column", "bar3DChart": "column", "lineChart": "line", "line3DChart": "line", "areaChart": "area",
    "area3DChart": "area", "pieChart": "pie", "pie3DChart": "pie", "doughnutChart": "doughnut", "ofPieChart": "pie",
    "scatterChart": "scatter", "radarChart": "radar",
}  # fmt: skip
_STACKS = {"stacked": "sum", "percentStacked": "percent"}

Values = tuple[float | None, ...]


def plotted(root: Element) -> Plotted | None:
    """The numbers of a chart; None where it has none."""
    area = root.find(f".//{C}plotArea")
    if area is None:
        return None
    groups = [child for child in area if local(child).endswith("Chart")]
    read = [(group, one) for group in groups for one in group.iterfind(f"{C}ser")]
    if not read:
        return None
    kinds = [_kind(group) for group in groups if group.find(f"{C}ser") is not None]
    first = next(group for group in groups if group.find(f"{C}ser") is not None)
    kind = kinds[0] if set(kinds) <= {kinds[0]} else "column" if set(kinds) == {"column", "line"} else ""
    categories = max((_categories(one) for _, one in read), key=len)
    values = [_values(one) for _, one in read]
    count = max([len(categories), *map(len, values)])
    names = _names([_name(one) for _, one in read])
    padded = tuple((name, (*found, *(None,) * (count - len(found)))) for name, found in zip(names, values, strict=True))
    labels = (*categories, *(str(number) for number in range(len(categories) + 1, count + 1)))
    lines = tuple(name for name, (group, _) in zip(names, read, strict=True) if _kind(group) == "line")
    second = tuple(name for name, (group, _) in zip(names, read, strict=True) if _second(group, groups))
    return Plotted(
        kind=kind,
        said=local(first).removesuffix("Chart"),
        categories=labels,
        series=padded,
        stack=_STACKS.get(_value(first, "grouping"), "none") if kind in ("column", "bar", "area") else "none",
        lines=lines if kind == "column" else (),
        second=second,
        title=_text(root.find(f".//{C}chart/{C}title")),
        of=_axis_title(area, "catAx", "dateAx"),
        value_title=_axis_title(area, "valAx"),
        unit="%" if _percent(first) else "",
    )


def _kind(group: Element) -> str:
    found = _KINDS.get(local(group), "")
    return "bar" if found == "column" and _value(group, "barDir") == "bar" else found


def _value(element: Element, name: str) -> str:
    found = element.find(f"{C}{name}")
    return found.get("val", "") if found is not None else ""


def _second(group: Element, groups: list[Element]) -> bool:
    """Whether a group stands on other axes than the first one."""
    axes = [tuple(axis.get("val", "") for axis in one.iterfind(f"{C}axId")) for one in (groups[0], group)]
    return bool(axes[0]) and bool(axes[1]) and axes[0] != axes[1]


def _names(said: list[str]) -> list[str]:
    """A name for each series, none twice."""
    out: list[str] = []
    for number, name in enumerate(said, 1):
        base = name or f"Series {number}"
        unique, again = base, 2
        while unique in out:
            unique, again = f"{base} ({again})", again + 1
        out.append(unique)
    return out


def _name(series: Element) -> str:
    found = series.find(f"{C}tx")
    return " ".join(clean(" ".join(_cached(found))).split()) if found is not None else ""


def _cached(element: Element) -> Iterator[str]:
    for value in element.iter(f"{C}v"):
        yield value.text or ""


def _categories(series: Element) -> tuple[str, ...]:
    found = series.find(f"{C}cat")
    if found is None:
        found = series.find(f"{C}xVal")
    if found is None:
        return ()
    levels = list(found.iter(f"{C}lvl"))
    if levels:
        return _levels(levels)
    points = _points(found)
    return tuple(" ".join(clean(points.get(at, "")).split()) for at in range(_count(found, points)))


def _levels(levels: list[Element]) -> tuple[str, ...]:
    """Categories of several levels as one text each, the widest first; a level says its word where it begins."""
    read = [_points(level) for level in levels]
    count = min(MOST, max((max(points, default=-1) + 1 for points in read), default=0))
    current = [""] * len(read)
    out = []
    for at in range(count):
        for number, points in enumerate(read):
            current[number] = points.get(at, "" if number == 0 else current[number])
        out.append(" ".join(word for word in reversed(current) if word))
    return tuple(out)


def _points(element: Element) -> dict[int, str]:
    found: dict[int, str] = {}
    for point in element.iter(f"{C}pt"):
        value = point.find(f"{C}v")
        at = whole(point.get("idx"), -1)
        if 0 <= at < MOST and value is not None:
            found[at] = value.text or ""
    return found


def _count(element: Element, points: dict[int, str]) -> int:
    said = next((whole(one.get("val")) for one in element.iter(f"{C}ptCount")), 0)
    return min(MOST, max(said, max(points, default=-1) + 1))


def _values(series: Element) -> Values:
    found = series.find(f"{C}val")
    if found is None:
        found = series.find(f"{C}yVal")
    if found is None:
        return ()
    points = _points(found)
    return tuple(_number(points.get(at)) for at in range(_count(found, points)))


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and math.isfinite(value) and abs(value) < 1e15 else None


def _text(element: Element | None) -> str:
    if element is None:
        return ""
    words = "".join(part.text or "" for part in element.iter(f"{A}t")) or " ".join(_cached(element))
    return " ".join(clean(words).split())


def _axis_title(area: Element, *names: str) -> str:
    for name in names:
        for axis in area.iterfind(f"{C}{name}"):
            deleted = axis.find(f"{C}delete")
            title = _text(axis.find(f"{C}title"))
            if title and not (deleted is not None and on(deleted.get("val", "1"))):
                return title
    return ""


def _percent(group: Element) -> bool:
    """Whether the numbers are shown as percentages already: written with a sign, not multiplied."""
    formats = {code.text or "" for code in group.iter(f"{C}formatCode")}
    return bool(formats) and all('"%"' in code or "\\%" in code for code in formats)


def words(root: Element) -> Iterator[str]:
    """Everything that a chart says: titles, names, categories."""
    for text in root.iter(f"{A}t"):
        yield text.text or ""
    for series in root.iter(f"{C}ser"):
        yield _name(series)
    yield from _categories_once(root)


def _categories_once(root: Element) -> tuple[str, ...]:
    return max((_categories(series) for series in root.iter(f"{C}ser")), key=len, default=())
