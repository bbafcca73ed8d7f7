"""Slides that hold more than one can show -> several, or told to go on over further slides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from deckbuild.importing.draft import Slide, Value

LINES, BESIDE = 26, 18
"""Most lines of source text on a slide; of two such texts side by side."""
ROWS, POINTS, CHARACTERS = 24, 30, 2400
MUCH_ROWS, MUCH_POINTS, MUCH_CHARACTERS = 8, 8, 480
"""From here on a slide may have to go on over a further one."""

Body = Mapping[str, Value]


def parted(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """The slides, each with as much as a slide may hold."""
    return tuple(one for slide in slides for one in _parted(slide))


def _parted(slide: Slide) -> Iterator[Slide]:
    bodies = list(_bodies(slide.body))
    for number, body in enumerate(bodies, 1):
        more = {**slide.more, "fit": "continue"} if _much(body) and "fit" not in slide.more else slide.more
        if number == 1:
            yield replace(slide, body=body, more=more)
            continue
        kept = {key: value for key, value in more.items() if key in ("hidden", "fit")}
        title = f"{slide.title} ({number})" if slide.title else ""
        yield Slide(title, body, more=kept, origin=slide.origin)


def _bodies(body: Body) -> Iterator[Body]:
    columns = body.get("columns")
    if columns and any(_lines(column) > BESIDE for column in columns):
        for column in columns:
            yield from _bodies({key: value for key, value in column.items() if key != "title"})
        return
    if "code" in body and _lines(body) > LINES:
        lines = str(body["code"]["text"]).split("\n")
        for begin in range(0, len(lines), LINES):
            text = "\n".join(lines[begin : begin + LINES]).strip("\n")
            if text.strip():
                yield {**body, "code": {**body["code"], "text": text}}
        return
    if "table" in body and len(body["table"].get("rows", ())) > ROWS:
        yield from _tables(body)
        return
    if "bullets" in body and _count(body["bullets"]) > POINTS:
        yield from ({**body, "bullets": points} for points in _lists(body["bullets"]))
        return
    if "text" in body and len(str(body["text"])) > CHARACTERS:
        yield from ({**body, "text": text} for text in _texts(str(body["text"])))
        return
    yield body


def _lines(body: Body) -> int:
    return str(body["code"].get("text", "")).count("\n") + 1 if "code" in body else 0


def _tables(body: Body) -> Iterator[Body]:
    """The table in parts; merged cells that would be cut are not kept together."""
    table = body["table"]
    rows = table["rows"]
    for begin in range(0, len(rows), ROWS):
        part = [list(row) for row in rows[begin : begin + ROWS]]
        if begin:
            part[0] = ["" if cell == "^" else cell for cell in part[0]]
        last = begin + ROWS >= len(rows)
        kept = {key: value for key, value in table.items() if last or key not in ("total", "caption", "source")}
        yield {**body, "table": {**kept, "rows": tuple(map(tuple, part))}}


def _count(points: Sequence[Value]) -> int:
    return sum(
        1 + sum(_count(below) for below in point.values()) if isinstance(point, Mapping) else 1 for point in points
    )


def _lists(points: Sequence[Value]) -> Iterator[tuple[Value, ...]]:
    held: list[Value] = []
    for point in points:
        if held and _count(held) + _count([point]) > POINTS:
            yield tuple(held)
            held = []
        held.append(point)
    if held:
        yield tuple(held)


def _texts(text: str) -> Iterator[str]:
    held: list[str] = []
    for part in text.split("\n\n"):
        if held and sum(map(len, held)) + len(part) > CHARACTERS:
            yield "\n\n".join(held)
            held = []
        held.append(part)
    if held:
        yield "\n\n".join(held)


def _much(body: Body) -> bool:
    """Whether a body may be more than one slide has room for."""
    if "bullets" in body:
        return _count(body["bullets"]) > MUCH_POINTS or len(str(body["bullets"])) > MUCH_CHARACTERS
    if "text" in body:
        return len(str(body["text"])) > MUCH_CHARACTERS
    if "table" in body:
        return (
            len(body["table"].get("rows", ())) > MUCH_ROWS or len(str(body["table"].get("rows"))) > 2 * MUCH_CHARACTERS
        )
    return "code" in body and _lines(body) > MUCH_ROWS + 6
