"""A flow -> a draft: what is the head, where sections and slides begin, which words are whose cue.

One walk over the blocks.  Headings open sections, markers such as "Slide 3" open slides, labels such as "Trainer tip:"
open cues; whatever comes then belongs to what was opened last, so that no text is without its place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.importing.draft import Origin
from deckbuild.importing.flow import Box, Flow, Para, Picture, Table, paras
from deckbuild.importing.guide.finishing import finished
from deckbuild.importing.guide.head import read_head
from deckbuild.importing.guide.labels import HANDLERS, Labelled, ask
from deckbuild.importing.guide.placing import begins_activity, place_activity, place_bank
from deckbuild.importing.guide.showing import is_frame, open_marked, show, unrolled
from deckbuild.importing.guide.state import LABEL, State
from deckbuild.importing.guide.words import label_of, slide_marker
from deckbuild.importing.markup import unmarked
from deckbuild.importing.reading import Options, Reading, Remark

_CUES = ("say", "do", "ask", "tip", "show", "transition", "text")
_UNROLLED = 2000
"""Tables and boxes that are opened; hostile files have no end of them."""


def structured(flow: Flow, options: Options) -> Reading:
    """The reading of a flow; its pieces are all texts of the flow."""
    state = State(flow, options)
    state.slides_at = _where_slides_begin(state)
    start = read_head(state)
    state.level = _section_level(state, start)
    walk = _Walk(state)
    position = start
    while position < len(state.blocks):
        position = walk.step(position)
    state.flush()
    if state.slides_at == "sections":
        said = (
            "the file does not say where slides begin: each section has one; `--slides-at h2` begins them at headings"
        )
        state.uncertain.append(Remark(said, Origin(flow.file)))
    return Reading(finished(state), tuple(state.pieces), tuple(state.uncertain))


def _where_slides_begin(state: State) -> str:
    if state.options.slides_at != "auto":
        return state.options.slides_at
    marked = any(slide_marker(one.plain) for one in paras(state.blocks))
    return "markers" if marked else "sections"


def _section_level(state: State, start: int) -> int:
    """The level of the headings that are sections: the highest that comes at least twice; 0 where slides take it."""
    levels = [one.heading for one in state.blocks[start:] if isinstance(one, Para) and one.heading]
    wanted = _slide_level(state)
    if wanted:
        return wanted - 1 if min(levels, default=wanted) < wanted else 0
    for level in sorted(set(levels)):
        if sum(one <= level for one in levels) > 1:
            return level
    return min(levels, default=1)


def _slide_level(state: State) -> int:
    found = re.fullmatch(r"h([1-4])", state.slides_at)
    return int(found[1]) if found else 0


class _Walk:
    def __init__(self, state: State) -> None:
        self._state = state
        self._at = _slide_level(state)
        self._unrolled = 0
        self._near = ""
        """The last heading within the section: what a picture further down is about."""

    def step(self, position: int) -> int:
        """Take the block at `position`, and what belongs to it; where to go on."""
        state = self._state
        block = state.blocks[position]
        if not isinstance(block, Para):
            return self._apart(position)
        marker = slide_marker(block.plain) if state.slides_at in ("markers", "sections") else None
        if marker:
            return open_marked(state, position, *marker)
        if block.ruled:
            if state.slides_at == "rules":
                state.open_slide("", state.origin(block))
            return position + 1
        activity = begins_activity(block)
        if activity:
            end = place_activity(state, position, *activity)
            if end > position:
                return end
        meaning, rest = label_of(block)
        if meaning and not activity:
            end = self._labelled(position, meaning, rest)
            if end > position:
                return end
        if block.heading:
            self._headed(block)
        else:
            state.hear(block)
        return position + 1

    def _headed(self, block: Para) -> None:
        state = self._state
        state.place(block)
        text, slide, origin = block.text.strip("*"), state.slide, state.origin(block)
        if slide and slide.fresh and not slide.title and state.slides_at in ("markers", "rules"):
            slide.title = text
        elif self._at and block.heading == self._at:
            if not state.level:
                state.section.title = state.section.title or text
            state.open_slide(text, origin)
        elif block.heading <= state.level and not (state.slides_at == "rules" and block.heading > 1):
            state.open_section(text, origin)
            self._near = ""
            if state.slides_at == "sections":
                state.open_slide(text, origin)
        else:
            state.turn("say")
            state.held.append(replace(block, text=text))
            state.touch()
            self._near = text

    def _apart(self, position: int) -> int:
        """A table, a picture or a box in the running text."""
        state = self._state
        block, slide = state.blocks[position], state.slide
        if isinstance(block, Picture):
            if slide and not slide.body and (slide.fresh or not slide.heard):
                show(state, slide, [block])
            elif slide and state.slides_at == "sections" and not block.small:
                show(state, state.open_slide(self._near or slide.title, Origin(state.flow.file, block.place)), [block])
            else:
                state.held.append(block)
            return position + 1
        if isinstance(block, (Table, Box)) and self._unrolled < _UNROLLED:
            inner = unrolled(state, block) if isinstance(block, Table) and is_frame(block) else None
            inner = list(block.blocks) if isinstance(block, Box) else inner
            if inner is not None:
                self._unrolled += 1
                state.blocks[position : position + 1] = inner
                return position
        if slide and slide.fresh and not slide.body and state.slides_at != "sections":
            show(state, slide, [block])
            state.touch()
        else:
            state.hear(block)
        return position + 1

    def _labelled(self, position: int, meaning: str, rest: str) -> int:
        """Take a label and what belongs to it; `position` where it means nothing here."""
        state = self._state
        block = state.blocks[position]
        assert isinstance(block, Para)
        if meaning == "questions":
            return position if rest else place_bank(state, position)
        end = self._extent(position, alone=not rest)
        below = state.blocks[position + 1 : end]
        plain = unmarked(rest)
        label = block.plain[: len(block.plain) - len(plain)] if plain else block.plain
        said = Labelled(block, rest, tuple(one for one in below if isinstance(one, Para)), meaning)
        handle = HANDLERS.get(meaning)
        if handle and len(said.below) == len(below) and handle(state, said):
            state.leave(block, label, LABEL)
            return end
        if meaning not in _CUES and not meaning.startswith("note-"):
            return position
        if not rest and not below:
            return position
        state.leave(block, label, LABEL)
        state.flush()
        if meaning == "ask" and len(said.below) == len(below):
            ask(state, said)
            return end
        state.verb = meaning
        for one in [*([said.rest_block] if rest else []), *below]:
            state.hear(one)
        state.flush()
        return end

    def _extent(self, position: int, *, alone: bool) -> int:
        """Up to where blocks belong to the label at `position`: below a heading to the next one, behind a label alone
        the next paragraph with its list, behind one with its text a list that the text announces.
        """
        blocks = self._state.blocks
        block = blocks[position]
        assert isinstance(block, Para)
        listing = block.plain.rstrip().endswith(":") or alone
        index = position + 1
        while index < len(blocks):
            one = blocks[index]
            if not isinstance(one, Para):
                if not block.heading or is_frame_like(one):
                    break
            elif (
                one.heading
                or one.ruled
                or slide_marker(one.plain)
                or begins_activity(one)
                or _labels(one)
                or (not block.heading and (not listing if one.item >= 0 else not alone or index > position + 1))
            ):
                break
            index += 1
        return index


def is_frame_like(block: object) -> bool:
    """Whether a block ends what a heading's label began: a box, or a table that holds other things."""
    return isinstance(block, Box) or (isinstance(block, Table) and is_frame(block))


def _labels(block: Para) -> bool:
    """Whether a paragraph begins with a label; items do only where their text follows it."""
    meaning, rest = label_of(block)
    return bool(meaning) and (block.item < 0 or bool(rest))
