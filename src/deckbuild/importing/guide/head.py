"""The beginning of a guide -> the lesson's number, title and duration."""

from __future__ import annotations

import re

from deckbuild.importing.flow import Para
from deckbuild.importing.guide.state import LABEL, State
from deckbuild.importing.guide.words import duration_in, lesson_number, meaning_of, slide_marker

_MOST = 12
"""Blocks among which the head is looked for."""
_NUMBERED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})+)[.:]?\s+(?=\S)")


def read_head(state: State) -> int:
    """Take the head off the flow; the position of the first block behind it."""
    position = 0
    for block in state.blocks[:_MOST]:
        if not isinstance(block, Para) or block.item >= 0 or slide_marker(block.plain):
            break
        if not (_numbered(state, block) or _timed(state, block) or _titled(state, block, position)):
            break
        position += 1
    _complete(state)
    return position


def _complete(state: State) -> None:
    """What the text does not say, with a comment that asks for it."""
    file = state.flow.file
    if "title" not in state.head:
        state.head["title"] = state.flow.title or _readable(file)
        state.comments["title"] = ["No title was found in the text: is this one right?"]
    if "lesson" not in state.head:
        number = re.search(r"[0-9]{1,3}(?:[.-][0-9]{1,3})*", file)
        state.head["lesson"] = number[0] if number else "1"
        state.comments["lesson"] = ["No number was found in the text: is this one right?"]


def _numbered(state: State, block: Para) -> bool:
    """`Lesson 2.0`, with or without the title behind it."""
    found = lesson_number(block.plain)
    if not found or "lesson" in state.head:
        return False
    number, title = found
    state.head["lesson"] = number
    state.leave(block, block.plain[: len(block.plain) - len(title)] if title else block.plain, LABEL)
    if title:
        state.head["title"] = title
        state.place(block, title)
    return True


def _timed(state: State, block: Para) -> bool:
    meaning, rest, _ = meaning_of(block.plain)
    said = duration_in(rest) if meaning == "duration" else ""
    if not said or "duration" in state.head or len(rest) > 40:
        return False
    state.head["duration"] = said
    state.leave(block, block.plain, LABEL)
    return True


def _titled(state: State, block: Para, position: int) -> bool:
    if "title" in state.head or not _is_title(state, block, position):
        return False
    numbered = _NUMBERED.match(block.plain)
    text = block.text
    if numbered and "lesson" not in state.head:
        state.head["lesson"] = numbered[1]
        text = text[numbered.end() :]
    state.head["title"] = text.strip("*")
    state.place(block)
    return True


def _is_title(state: State, block: Para, position: int) -> bool:
    """Whether a block is the title: by its style, or as a heading above all others, or as the first short line."""
    if block.title:
        return True
    later = [one.heading for one in state.blocks[position + 1 :] if isinstance(one, Para) and one.heading]
    if block.heading:
        below = not later or block.heading < min(later)
        return below or (position < 3 and "lesson" in state.head)
    return position == 0 and bool(later) and len(block.plain) < 100 and not meaning_of(block.plain)[0]


def _readable(file: str) -> str:
    stem = re.sub(r"\.[A-Za-z]+$", "", file.replace("\\", "/").rpartition("/")[2])
    return re.sub(r"[-_]+", " ", stem).strip().capitalize() or "Lesson"
