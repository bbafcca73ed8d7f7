"""Slides that hold more than one can show -> several, or told to go on over further slides; long titles cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from deckbuild.blocks import Paragraph
from deckbuild.importing.draft import Cue, Draft, Origin, Section, Slide, Value
from deckbuild.importing.markup import escaped, paragraph, unmarked
from deckbuild.importing.reading import Reading, Remark
from deckbuild.markdown import blocks

LINES, BESIDE = 26, 18
"""Most lines of source text on a slide; of two such texts side by side."""
ROWS, POINTS, CHARACTERS = 24, 30, 2400
MUCH_ROWS, MUCH_POINTS, MUCH_CHARACTERS = 8, 8, 480
"""From here on a slide may have to go on over a further one."""

PARAGRAPH, WORD = 1500, 1000
"""Widest paragraph that a slide has room for at its smallest size, and the most of one word that is shown."""
TITLE, SECTION, LESSON = 140, 200, 150
"""Widest titles; a width of 1 is a small letter's."""
CELL, CELL_WORD, POINT, CODE = 400, 120, 1200, 400
"""Widest cells, words in them, points of a list, lines of code; what is wider is cut, and said whole in the notes."""
_NUMBER = 15
"""Room that a title which is cut leaves for a number behind it."""
_SENTENCE = re.compile(r"(?<=[.!?…。！？])\s+")
_BROAD = frozenset("MW@%—")

Body = Mapping[str, Value]


def titled(reading: Reading) -> Reading:
    """The reading with titles that no slide has room for cut at a word; the whole is said in the notes."""
    draft, told = reading.draft, list(reading.told)
    sections = [_section(section, told) for section in draft.sections]
    head = dict(draft.head)
    whole = str(head.get("title", ""))
    short = _short(whole, LESSON)
    if short != whole and sections:
        head["title"] = short
        told.append(_cut("the lesson", short, sections[0].origin))
        if whole != draft.sections[0].title:
            sections[0] = replace(sections[0], notes=(Cue("say", paragraph(whole)), *sections[0].notes))
    if len(told) == len(reading.told):
        return reading
    draft = Draft(**{**vars(draft), "head": head, "sections": tuple(sections)})
    return replace(reading, draft=draft, told=tuple(told))


def _section(section: Section, told: list[Remark]) -> Section:
    slides = []
    for slide in section.slides:
        short = _short(slide.title, TITLE)
        if short != slide.title:
            told.append(_cut("a slide", short, slide.origin))
            slide = replace(slide, title=short, notes=(Cue("say", paragraph(slide.title)), *slide.notes))
        slides.append(slide)
    short = _short(section.title, SECTION)
    if short == section.title:
        return replace(section, slides=tuple(slides))
    told.append(_cut("a section", short, section.origin))
    notes = (Cue("say", paragraph(section.title)), *section.notes)
    return replace(section, title=short, slides=tuple(slides), notes=notes)


def _cut(what: str, short: str, origin: Origin) -> Remark:
    return Remark(f"the title of {what} is too long and was cut; the notes have the whole: “{short}”", origin)


def _short(title: str, most: int) -> str:
    """A title as it is, or its beginning with `…`, without its looks."""
    if len(title) <= most // 2 or _width(said := unmarked(title)) <= most:
        return title
    kept = _beginning(said, most - _NUMBER)
    last = kept.rfind(" ")
    return escaped((kept[:last] if last > len(kept) // 2 else kept).rstrip(" ,;:–—-")) + "…"


def _beginning(text: str, most: int) -> str:
    """As much of a text as is no wider than `most`."""
    width = 0.0
    for number, one in enumerate(text):
        width += _wide(one)
        if width > most:
            return text[:number]
    return text


def _width(text: str) -> float:
    return sum(map(_wide, text))


def _wide(sign: str) -> float:
    if sign in _BROAD or unicodedata.east_asian_width(sign) in "WF":
        return 2
    return 1.3 if sign.isupper() or ord(sign) > 0x2000 else 1


def parted(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """The slides, each with as much as a slide may hold."""
    return tuple(one for slide in slides for one in _parted(slide))


def _parted(slide: Slide) -> Iterator[Slide]:
    if "text" in slide.body and len(text := str(slide.body["text"])) > PARAGRAPH // 2:
        parts, torn = _paragraphs(text)
        notes = tuple(Cue("say", paragraph(one)) for one in torn)
        slide = replace(slide, body={**slide.body, "text": "\n\n".join(parts)}, notes=(*notes, *slide.notes))
    cut: list[str] = []
    body = _shortened(slide.body, cut)
    if cut:
        slide = replace(slide, body=body, notes=(*(Cue("say", one) for one in cut), *slide.notes))
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


def _shortened(body: Body, cut: list[str]) -> Body:
    """The body with cells, points and lines of code cut that are too long for any slide; `cut` takes the whole ones."""
    made = dict(body)
    if "columns" in body:
        made["columns"] = tuple(_shortened(column, cut) for column in body["columns"])
    if "table" in body and "rows" in body["table"]:
        rows = tuple(tuple(_celled(cell, cut) for cell in row) for row in body["table"]["rows"])
        made["table"] = {**body["table"], "rows": rows}
    if "bullets" in body:
        made["bullets"] = tuple(_ended(point, POINT, cut) for point in body["bullets"])
    if "code" in body and "text" in body["code"]:
        lines = str(body["code"]["text"]).split("\n")
        cut += [paragraph(escaped(one.strip())) for one in lines if _width(one) > CODE]
        text = "\n".join(one if _width(one) <= CODE else _beginning(one, CODE) + "…" for one in lines)
        made["code"] = {**body["code"], "text": text}
    return made


def _celled(cell: Value, cut: list[str]) -> Value:
    """A cell without a word that would take the room of all other columns."""
    if isinstance(cell, str) and len(cell) > CELL_WORD:
        words = unmarked(cell).split()
        if any(_width(word) > CELL_WORD for word in words):
            cut.append(paragraph(cell))
            shown = (one if _width(one) <= CELL_WORD else _beginning(one, CELL_WORD // 3) + "…" for one in words)
            return _short(escaped(" ".join(shown)), CELL)
    return _ended(cell, CELL, cut)


def _ended(text: Value, most: int, cut: list[str]) -> Value:
    short = _short(text, most) if isinstance(text, str) else text
    if short != text:
        cut.append(paragraph(text))
    return short


def _paragraphs(text: str) -> tuple[list[str], list[str]]:
    """The paragraphs of a text, those too long for any slide in several; and those of which a word was cut."""
    parts: list[str] = []
    cut: list[str] = []
    for part in text.split("\n\n"):
        said = " ".join(unmarked(part).split()) if len(part) > PARAGRAPH // 2 else ""
        if _width(said) <= PARAGRAPH or len(found := blocks(part)) != 1 or not isinstance(found[0], Paragraph):
            parts.append(part)
            continue
        if any(_width(word) > WORD for word in said.split(" ")):
            cut.append(part)
            words = (word if _width(word) <= WORD else _beginning(word, WORD) + "…" for word in said.split(" "))
            parts += [paragraph(escaped(one)) for one in _stretches(" ".join(words))]
            continue
        broken = [paragraph(one) for one in _stretches(" ".join(part.split()))]
        if " ".join(map(unmarked, broken)) != said:  # looks or a link went over a break
            broken = [paragraph(escaped(one)) for one in _stretches(said)]
        parts += broken
    return parts, cut


def _stretches(text: str) -> Iterator[str]:
    """A text broken behind sentences, or between words where a sentence is too long by itself."""
    held: list[str] = []
    size = 0.0
    for sentence in _SENTENCE.split(text):
        for one in [sentence] if _width(sentence) <= PARAGRAPH else sentence.split(" "):
            wide = _width(one) + 1
            if held and size + wide > PARAGRAPH:
                yield " ".join(held)
                held, size = [], 0.0
            held.append(one)
            size += wide
    if held:
        yield " ".join(held)


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
