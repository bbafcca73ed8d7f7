"""Slides that deckbuild made -> what was written: figures and cards by the names of their shapes.

The names outlive a save by PowerPoint and by LibreOffice (0030, and `compose/figures/`); names of placeholders do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from deckbuild.brand.brand import Box
from deckbuild.importing.deck.contents import Context, Fields, picture_body, points, text_body
from deckbuild.importing.deck.dates import written_day
from deckbuild.importing.deck.figures import OUTLINES
from deckbuild.importing.deck.things import SlideRead, Thing
from deckbuild.importing.draft import Value
from deckbuild.importing.prose import Para, one_line, prose
from deckbuild.runs import Run

MARK = "deckbuild:"
_NUMBERED = re.compile(r"(.*?) (\d+)(?:\.(\d+))?(.*)")
LETTER = re.compile(r"[A-Z]\s{2}(?=\S)")
PERIOD = re.compile(r"(?s)(.+?)\s{2,}(\S.*?) – (\S.*)")
_URL = re.compile(r"https?://\S+|mailto:\S+")


@dataclass(frozen=True)
class Own:
    """The body of a slide, and the things that it took."""

    body: Fields
    used: tuple[Thing, ...]


def key_of(slide: SlideRead) -> str:
    """The key that deckbuild gave a slide; "" for slides by others."""
    marks = (thing.name.removeprefix(MARK) for thing in slide.things if thing.name.startswith(MARK))
    return next(marks, "")


def own_body(slide: SlideRead, context: Context) -> Own | None:
    """The body that is told by shapes; None where only placeholders hold it."""
    figure = next((thing for thing in slide.things if thing.what == "group" and thing.name == "Figure"), None)
    if figure is not None:
        body = _figure([one for one in figure.walk() if one is not figure], figure)
        return Own(body, (figure,)) if body else None
    cards = [thing for thing in slide.things if thing.what == "group" and re.fullmatch(r"Card \d+", thing.name)]
    if cards:
        return _cards(cards)
    pictures = [thing for thing in slide.things if thing.what == "picture" and re.fullmatch(r"Picture \d+", thing.name)]
    if len(pictures) > 1:
        return _pictures(pictures, slide.things, context)
    return None


def _line(paras: Sequence[Para]) -> str:
    return one_line(tuple(run for at, para in enumerate(paras) for run in ((Run(" "),) if at else ()) + para.rich))


def _icon(thing: Thing) -> str:
    return thing.name.removeprefix("Icon ") if thing.name.startswith("Icon ") else ""


# --- cards ---------------------------------------------------------------------------------------------------


def _cards(cards: Sequence[Thing]) -> Own | None:
    """Groups with their items, or the options of a question."""
    texts = [next((one for one in card.members if one.paras), None) for card in cards]
    if any(text is None for text in texts):
        return None
    known = [text for text in texts if text is not None]
    if all(len(text.paras) == 1 and LETTER.match(text.text) for text in known):
        options = tuple(one_line(_unlettered(text.paras[0])) for text in known)
        return Own({"question": {"options": options}}, tuple(cards))
    groups = []
    for card, text in zip(cards, known, strict=True):
        icon = next((name for one in card.members if (name := _icon(one))), "")
        title, items = text.paras[0], text.paras[1:]
        group: Fields = {"title": one_line(_unbold(title))} | ({"icon": icon} if icon else {})
        groups.append({**group, "items": points(items) or ("…",)})
    return Own({"groups": tuple(groups)}, tuple(cards))


def _unlettered(para: Para) -> tuple[Run, ...]:
    """An option without its letter, which stands in a run of its own."""
    first, *rest = para.rich
    if rest and len(first.text.strip()) == 1:
        return (replace(rest[0], text=rest[0].text.lstrip()), *rest[1:])
    text = LETTER.sub("", first.text, count=1)
    return (*((Run(text, first.bold, first.italic),) if text.strip() else ()), *rest)


def _unbold(para: Para) -> tuple[Run, ...]:
    return tuple(Run(run.text, False, run.italic, run.code, run.script, link=run.link) for run in para.rich)


# --- pictures ------------------------------------------------------------------------------------------------


def _pictures(pictures: Sequence[Thing], things: Sequence[Thing], context: Context) -> Own | None:
    by_name = {thing.name: thing for thing in things}
    used: list[Thing] = []
    shown = []
    for picture in pictures:
        body = picture_body(picture, context).body.get("image")
        if not body:
            return None
        caption = by_name.get(f"{picture.name} caption")
        used += [picture, *([caption] if caption else [])]
        shown.append(body | ({"caption": _line(caption.paras)} if caption and caption.paras else {}))
    return Own({"image": tuple(shown)}, tuple(used))


# --- figures -------------------------------------------------------------------------------------------------


def _figure(members: Sequence[Thing], whole: Thing) -> Fields | None:
    names = {one.name for one in members}
    if any(name.startswith("Step ") for name in names):
        return _steps(members)
    if "QR code" in names:
        return _qr(members, whole)
    if any(name.startswith("Cell ") for name in names):
        return _matrix(members)
    if any(name.startswith("Point ") for name in names):
        return _timeline(members)
    if any(re.match(r"Line \d", name) for name in names):
        return _diagram(members)
    return None


def _steps(members: Sequence[Thing]) -> Fields:
    steps: dict[int, Fields] = {}
    names = {one.name for one in members}
    numbered, cycle = "Step 1 line" in names, "Arrow 1" in names
    current = 0
    for one in members:
        match = re.fullmatch(r"Step (\d+)( text| number| line)?", one.name)
        if match:
            current = int(match[1])
        step = steps.setdefault(current, {})
        if icon := _icon(one):
            step["icon"] = icon
        if match is None or not one.paras or match[2] in (" number", " line"):
            continue
        if match[2] == " text" and not cycle:
            step["text"] = prose(one.paras)
            continue
        step["title"] = one_line(_unbold(one.paras[0]))
        if one.paras[1:]:
            step["text"] = prose(one.paras[1:])
    made = tuple(_short({key: step[key] for key in ("title", "text", "icon") if key in step}) for number, step in
                 sorted(steps.items()) if number and "title" in step)  # fmt: skip
    look = "numbered" if numbered else "cycle" if cycle else ""
    return {"steps": made, **({"look": look} if look else {})}


def _short(entry: Fields) -> Value:
    """A bare text where there is only a title."""
    return entry["title"] if set(entry) == {"title"} else entry


def _qr(members: Sequence[Thing], whole: Thing) -> Fields | None:
    said = " ".join([whole.alt, *(one.alt for one in members)])
    text = next((one for one in members if one.name == "Text" and one.paras), None)
    shown = text.paras[-1].text.strip() if text else ""
    url = _URL.search(said) or (
        _URL.fullmatch(f"https://{shown}") if re.match(r"[\w-]+\.[\w.-]+(/|$)", shown) else None
    )
    if url is None:
        return None
    paras = [para for para in text.paras if para.text.strip() not in url[0]] if text else []
    return {"qr": {"url": url[0], "text": prose(paras)} if paras else url[0]}


def _matrix(members: Sequence[Thing]) -> Fields:
    by_name = {one.name: one for one in members}
    cells: dict[tuple[int, int], Fields] = {}
    at = (0, 0)
    for one in members:
        match = re.fullmatch(r"Cell (\d+)\.(\d+)", one.name)
        if match:
            at = (int(match[1]), int(match[2]))
            first, rest = one.paras[:1], one.paras[1:]
            cell: Fields = {"title": one_line(_unbold(first[0]))} if first else {}
            if rest:
                body = text_body(rest)
                cell |= {"items": body["bullets"]} if "bullets" in body else {"text": body.get("text", "")}
            cells[at] = cell
        elif (icon := _icon(one)) and at in cells:
            cells[at]["icon"] = icon
    for (row, column), cell in cells.items():
        if f"Cell {row}.{column} edge" not in by_name and any(name.endswith(" edge") for name in by_name):
            cell["emphasis"] = True
    rows = sorted({row for row, _ in cells})
    made = tuple(
        tuple(_short(cells[key]) if cells[key] else {} for key in sorted(cells) if key[0] == row) for row in rows
    )
    axes = {key: axis for key, name in (("x", "Axis across"), ("y", "Axis up")) if (axis := _axis(by_name, name, key))}
    return {"matrix": {**axes, "cells": made}}


def _axis(by_name: Mapping[str, Thing], name: str, key: str) -> Fields:
    axis: Fields = {}
    for part in ("title", "low", "high"):
        one = by_name.get(f"{name}: {part}")
        if one is not None and one.paras:
            axis[part] = _line([Para(_unbold(para)) for para in one.paras])
    each = "Column" if key == "x" else "Row"
    names = [one for one in by_name.values() if re.fullmatch(rf"{each} \d+", one.name) and one.paras]
    if names:
        axis["names"] = tuple(_line([Para(_unbold(para)) for para in one.paras]) for one in names)
    return axis


def _timeline(members: Sequence[Thing]) -> Fields:
    moments, periods = [], []
    spots: list[int] = []
    for one in members:
        match = _NUMBERED.fullmatch(one.name)
        if match is None:
            continue
        if match[1] == "Point" and one.box:
            spots.append(one.box.x + one.box.width // 2)
        if match[1] == "Text" and one.paras:
            moments.append(_moment(one.paras))
        if match[1] == "Period" and one.paras and (found := PERIOD.fullmatch(one.text)):
            begin, end = written_day(found[2]), written_day(found[3])
            if begin and end:
                periods.append({"from": begin, "to": end, "title": one_line((Run(found[1].strip()),))})
    gaps = [second - first for first, second in pairwise(spots)]
    uneven = bool(gaps) and max(gaps) - min(gaps) > max(gaps) // 20
    made: Fields = {"timeline": tuple(moments)}
    if periods:
        made["periods"] = tuple(sorted(periods, key=lambda one: str(one["from"])))
    return made | ({"scale": True} if periods or uneven else {})


def _moment(paras: Sequence[Para]) -> Fields:
    date, *rest = paras
    moment: Fields = {"date": written_day(date.text) or one_line(date.rich)}
    if rest:
        moment["title"] = one_line(_unbold(rest[0]))
    if rest[1:]:
        moment["text"] = prose(rest[1:])
    return moment


def _diagram(members: Sequence[Thing]) -> Fields | None:
    nodes: dict[str, Value] = {}
    ids: dict[str, str] = {}
    labels: dict[int, str] = {}
    clusters: dict[int, tuple[str, Box | None]] = {}
    places: dict[str, Box] = {}
    last = ""
    for one in members:
        label = re.fullmatch(r"Label (\d+)", one.name)
        group = re.fullmatch(r"Group (\d+)( title)?", one.name)
        if icon := _icon(one):
            if last and isinstance(nodes[last], dict):
                nodes[last]["icon"] = icon
            elif last:
                nodes[last] = {"title": nodes[last], "icon": icon}
        elif label and one.paras:
            labels[int(label[1])] = _line(one.paras)
        elif group:
            title, box = clusters.get(int(group[1]), ("", None))
            clusters[int(group[1])] = (_line([Para(_unbold(para)) for para in one.paras]) or title, box or one.box)
        elif one.what == "text" and not one.name.startswith("Line "):
            last = one.name
            ids[one.id] = last
            outline = OUTLINES.get(one.geometry, "round")
            title = _line([Para(_unbold(para)) for para in one.paras])
            nodes[last] = {"title": title, "shape": outline} if outline != "round" else title
            places |= {last: one.box} if one.box else {}
    edges = tuple(_edges(members, ids, labels))
    if not nodes:
        return None
    drawn: Fields = {"nodes": nodes, **({"edges": edges} if edges else {})}
    groups = tuple(_cluster(title, box, places) for _, (title, box) in sorted(clusters.items()) if title and box)
    groups = tuple(group for group in groups if group["nodes"])
    return {"diagram": drawn | ({"groups": groups} if groups else {})}


def _cluster(title: str, frame: Box | None, places: Mapping[str, Box]) -> Fields:
    assert frame is not None
    inside = (
        name
        for name, box in places.items()
        if frame.x <= box.x + box.width // 2 <= frame.right and frame.y <= box.y + box.height // 2 <= frame.bottom
    )
    return {"title": title, "nodes": tuple(inside)}


def _edges(members: Sequence[Thing], ids: Mapping[str, str], labels: Mapping[int, str]) -> list[Value]:
    """An edge for each numbered line, which may have several parts."""
    parts: dict[int, list[Thing]] = {}
    for one in members:
        match = re.fullmatch(r"Line (\d+)(?:, part \d+)?", one.name)
        if match:
            parts.setdefault(int(match[1]), []).append(one)
    made: list[Value] = []
    for number, lines in sorted(parts.items()):
        begin, end = ids.get(lines[0].joins[0]), ids.get(lines[-1].joins[1])
        if not begin or not end:
            continue
        label = (labels[number],) if number in labels else ()
        heads = lines[0].arrows[0], lines[-1].arrows[1]
        if heads == (False, True) and not lines[0].dashed:
            made.append((begin, end, *label))
            continue
        arrow = "both" if all(heads) else "end" if heads[1] else "none"
        edge: Fields = {"from": begin, "to": end} | ({"label": label[0]} if label else {})
        edge |= {"line": "dotted"} if lines[0].dashed else {}
        made.append(edge | ({"arrow": arrow} if arrow != "end" else {}))
    return made
