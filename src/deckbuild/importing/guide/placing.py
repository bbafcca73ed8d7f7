"""Activities and banks of questions in a guide: where they end, what they become, and the cue that places them."""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.importing.draft import Cue, Entry, Origin
from deckbuild.importing.flow import Para, Picture
from deckbuild.importing.guide.activities import INSIDE, activity
from deckbuild.importing.guide.questions import bank_entry, gathered
from deckbuild.importing.guide.state import LABEL, NUMBER, State
from deckbuild.importing.guide.words import activity_head, label_of, slide_marker
from deckbuild.importing.markup import unmarked
from deckbuild.importing.reading import Piece

_ENDING = ("references", "key message", "key messages", "tip", "say")
"""Labels that do not belong to an activity."""


def begins_activity(block: Para) -> tuple[str, str] | None:
    """Number and title of the activity whose heading a block is; None for another block."""
    head = activity_head(block.plain)
    return head if head and (block.heading or block.bold or head[0]) and block.item < 0 else None


def place_activity(state: State, position: int, number: str, title: str) -> int:
    """Take the activity at `position`; where to go on, `position` where there is nothing below its heading."""
    block = state.blocks[position]
    assert isinstance(block, Para)
    end = _extent(state, position, block)
    below = list(state.blocks[position + 1 : end])
    if not below:
        return position
    first = below[0]
    if not title and isinstance(first, Para) and (first.heading or first.bold) and first.item < 0 and len(below) > 1:
        title, below = first.text.strip("*"), below[1:]
        state.place(first)
        state.leave(block, block.plain, NUMBER)
    elif title:
        plain = unmarked(title)
        state.leave(block, block.plain.replace(plain, "", 1), NUMBER)
        state.place(block, plain)
    elif not number and state.sections:
        state.leave(block, block.plain, LABEL)
    else:
        state.place(block)
    state.flush()
    nameless = not title and not number and bool(state.sections)
    shown = title or (state.sections[-1].title if nameless else block.text.strip("*: "))
    start = len(state.pieces)
    state.place_all(below)
    values, labels = activity(shown, [one for one in below if not isinstance(one, Picture)])
    for one in below:
        if isinstance(one, Picture):
            state.homeless(one)
    _discount(state, labels, start)
    name = state.names.make(unmarked(shown), f"activity-{number or len(state.activities) + 1}")
    state.activities.append(Entry({"id": name, **values}, origin=state.origin(block)))
    state.cues.append(Cue("activity", ids=(name,)))
    state.touch()
    return end


def _extent(state: State, position: int, head: Para) -> int:
    index = position + 1
    while index < len(state.blocks):
        one = state.blocks[index]
        if isinstance(one, Para):
            meaning = label_of(one)[0]
            if one.ruled or slide_marker(one.plain) or begins_activity(one):
                break
            if one.heading and meaning not in INSIDE and (not head.heading or one.heading <= head.heading):
                break
            if meaning in _ENDING:
                break
            if not head.heading and not head.bold and index > position + 1 and one.item < 0 and not meaning:
                break
        index += 1
    return index


def place_bank(state: State, position: int) -> int:
    """Take the questions below the heading at `position`; `position` where none of them could be marked."""
    block = state.blocks[position]
    end = position + 1
    while end < len(state.blocks):
        one = state.blocks[end]
        if not isinstance(one, Para) or one.ruled or slide_marker(one.plain):
            break
        if one.heading and label_of(one)[0] != "answers":
            break
        end += 1
    lines = [one for one in state.blocks[position + 1 : end] if isinstance(one, Para)]
    made = [(asked, bank_entry(asked)) for asked in gathered(lines)]
    if not any(values for _, values in made) or not isinstance(block, Para):
        return position
    state.flush()
    state.leave(block, block.plain, LABEL)
    start = len(state.pieces)
    for line in lines:
        state.place(line)
    for asked, values in made:
        _discount(state, [*asked.labels, *asked.marks], start)
        if values:
            name = state.names.make(unmarked(str(values["stem"])), f"question-{len(state.questions) + 1}")
            state.questions.append(Entry({"id": name, **values}, origin=Origin(state.flow.file, asked.place)))
        else:
            listed = "\n".join(f"- {option}" for option in asked.options)
            text = "\n\n".join(part for part in (asked.stem, listed) if part)
            state.cues.append(Cue("ask", text, answers=tuple(asked.answers)))
    return end


def _discount(state: State, labels: list[str], start: int) -> None:
    """Take words out of the pieces that were placed from `start` on: the kind of entry says them."""
    for label in filter(str.strip, labels):
        whole = re.compile(rf"(?<!\w){re.escape(label.strip())}(?!\w)")
        for index in range(start, len(state.pieces)):
            piece = state.pieces[index]
            if not piece.left_out and whole.search(piece.text):
                state.pieces[index] = replace(piece, text=whole.sub(" ", piece.text, count=1))
                state.pieces.append(Piece(label, piece.part, LABEL, piece.place))
                break
