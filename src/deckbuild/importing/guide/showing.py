"""Slides: where a marker's content ends, what of it is furniture, and what it becomes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deckbuild.importing.draft import Cue
from deckbuild.importing.flow import Block, Box, Para, Picture, Table, paras
from deckbuild.importing.guide.bodies import content_of
from deckbuild.importing.guide.prose import prose, words_of
from deckbuild.importing.guide.state import NUMBER, OpenSlide, State
from deckbuild.importing.guide.words import slide_marker
from deckbuild.importing.markup import unmarked

_BRACKET = 30
"""Blocks within which a marker that comes again ends the content of its slide."""
_CHARACTERS = 2500
_SHORT = 120
"""Characters of an item that may stand on a slide which the guide does not show."""
_LINES = 10


def open_marked(state: State, position: int, number: int, title: str) -> int:
    """Begin the slide of the marker at `position`; where to go on behind what it shows."""
    block = state.blocks[position]
    assert isinstance(block, Para)
    state.leave(
        block, block.plain[: block.plain.rfind(title)] if title in block.plain and title else block.plain, NUMBER
    )
    before = _taken_back(state)
    slide = state.open_slide(title, state.origin(block))
    if title:
        state.place(block, title)
    end = _bracket(state, position, number)
    if end:
        again = state.blocks[end]
        assert isinstance(again, Para)
        state.leave(again, again.plain, NUMBER)
        show(state, slide, _without_furniture(state, state.blocks[position + 1 : end]))
        return end + 1
    end, shown = _right_behind(state, position)
    if shown or before is not None:
        show(state, slide, shown or [before])  # type: ignore[list-item]
    return end


def _bracket(state: State, position: int, number: int) -> int:
    """Where the marker comes again and ends the slide's content; 0 where it does not."""
    size = 0
    for index in range(position + 1, min(len(state.blocks), position + _BRACKET)):
        block = state.blocks[index]
        found = slide_marker(block.plain) if isinstance(block, Para) else None
        if found:
            closes = found[0] == number and number and not found[1] and index > position + 1
            return index if closes else 0
        size += len(words_of([block]))
        if size > _CHARACTERS:
            return 0
    return 0


def _without_furniture(state: State, shown: Sequence[Block]) -> list[Block]:
    """The content without the lesson's own title above it and the foot of the slide below it."""
    blocks = list(shown)
    own = f"{state.head['lesson']} {unmarked(str(state.head['title']))}".casefold()
    first = blocks[0]
    if isinstance(first, Para) and len(blocks) > 2 and first.plain.strip().casefold() == own:
        state.leave(first, first.plain, "it is the lesson's own title, again")
        blocks = blocks[1:]
    last = blocks[-1]
    foot = isinstance(last, Para) and last.item < 0 and len(last.plain) <= 60 and not last.plain.endswith((".", "?"))
    if len(blocks) > 2 and foot and isinstance(last, Para):
        state.place(last)
        if "edition" not in state.head:
            state.head["edition"] = last.text
            state.comments["edition"] = ["From the foot of a slide: it stands in every footer."]
        blocks = blocks[:-1]
    return blocks


def _right_behind(state: State, position: int) -> tuple[int, list[Block]]:
    """Pictures and boxes, or a table, that follow a marker; where to go on."""
    start = position + 1
    while start < len(state.blocks) and isinstance(state.blocks[start], (Picture, Box)):
        start += 1
    shown = state.blocks[position + 1 : start]
    table = state.blocks[start] if start < len(state.blocks) else None
    if not shown and isinstance(table, Table):
        return start + 1, [table]
    return start, shown


def _taken_back(state: State) -> Block | None:
    """A picture or box that stands right before a marker: it shows the slide."""
    if state.held and isinstance(state.held[-1], (Picture, Box)):
        return state.held.pop()
    return None


def show(state: State, slide: OpenSlide, shown: Sequence[Block]) -> None:
    """Put what stands on a slide onto it."""
    state.place_all(shown)
    content = content_of(shown, titled=bool(slide.title))
    slide.title = slide.title or content.title
    slide.body.update(content.body)
    slide.comments += content.comments
    state.used |= {one.name for one in _pictures(shown)} - {one.name for one in _pictures(content.rest)}
    rest = prose([one for one in content.rest if not isinstance(one, Picture)])
    if rest:
        slide.cues.append(Cue("text", rest, comments=("This stood on the slide beside what is shown.",)))
    for one in _pictures(content.rest):
        state.homeless(one)


def _pictures(blocks: Sequence[Block]) -> list[Picture]:
    found: list[Picture] = []
    for block in blocks:
        match block:
            case Picture():
                found.append(block)
            case Box():
                found += _pictures(block.blocks)
            case Table():
                found += [one for row in block.rows for cell in row for one in _pictures(cell.blocks)]
    return found


def is_frame(table: Table) -> bool:
    """Whether a table is there for the layout: its cells hold markers, headings, pictures, or long texts."""
    cells = [cell for row in table.rows for cell in row]
    if len(cells) == 1:
        return True
    for cell in cells:
        if any(isinstance(one, (Picture, Table, Box)) for one in cell.blocks):
            return True
        if any(isinstance(one, Para) and (slide_marker(one.plain) or one.heading) for one in cell.blocks):
            return True
    return any(sum(len(one.plain) for one in paras(cell.blocks)) > 1200 for cell in cells)


def unrolled(state: State, table: Table) -> list[Block]:
    """What a table for the layout holds, row by row; short cells beside long ones, such as times, above them.

    The names of its columns are left out where its rows are slides.
    """
    out: list[Block] = []
    for number, row in enumerate(table.rows):
        found = [[one for one in cell.blocks if not isinstance(one, Para) or one.plain.strip()] for cell in row]
        found = [cell for cell in found if cell]
        marked = any(isinstance(one, Para) and slide_marker(one.plain) for cell in found for one in cell)
        short = [cell[0] for cell in found if len(cell) == 1 and isinstance(cell[0], Para) and _is_short(cell[0])]
        if not number and len(short) == len(found) > 1 and _of_slides(table):
            for one in short:
                state.leave(one, one.plain, "it names a column of a table that is read row by row")
            continue
        if short and len(found) > 1 and not marked and (len(short) < len(found) or not number):
            text, plain = " · ".join(one.text.strip("*") for one in short), " ".join(one.plain for one in short)
            out.append(replace(short[0], text=f"**{text}**", plain=plain, bold=True))
            found = [cell for cell in found if cell[0] not in short]
        out += [one for cell in found for one in cell]
    return out


def _of_slides(table: Table) -> bool:
    """Whether rows of a table begin slides."""
    return any(slide_marker(one.plain) for row in table.rows[1:] for cell in row for one in paras(cell.blocks))


def _is_short(para: Para) -> bool:
    return len(para.plain) <= 60 and para.item < 0 and not para.heading and not slide_marker(para.plain)


def first_list(heard: Sequence[Block]) -> list[Para]:
    """The first list of what is said, short enough to be shown; of items with a bold beginning that alone."""
    run: list[Para] = []
    for block in [*heard, Para("", "")]:
        if isinstance(block, Para) and block.item >= 0:
            run.append(block)
            continue
        tops = [one for one in run if one.item == min(other.item for other in run)]
        if 2 <= len(tops) <= _LINES and not run[-1].plain.rstrip().endswith(":"):
            if len(run) <= _LINES and all(len(one.plain) <= _SHORT for one in run):
                return [replace(one, text=one.text.rstrip(" .;")) for one in run]
            leads = [_lead(one) for one in tops]
            if all(leads):
                return [replace(one, text=lead) for one, lead in zip(tops, leads, strict=True)]
        run = []
    return []


def _lead(item: Para) -> str:
    """The bold words that a long item begins with, or all of a short one."""
    if len(item.plain) <= _SHORT:
        return item.text.rstrip(" .;")
    found = re.match(r"((?:[^*]{0,40}?)\*\*[^*]{3,100}\*\*)", item.text)
    return found[1].replace("**", "").rstrip(" .:") if found else ""
