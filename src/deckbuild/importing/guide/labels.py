"""What labels such as "References" or "Learning outcomes" introduce -> its place in the lesson.

Each function takes what follows its label and says whether it took it; what it did not stays ordinary text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from deckbuild.importing.draft import Cue, Entry
from deckbuild.importing.flow import Para
from deckbuild.importing.guide.prose import prose
from deckbuild.importing.guide.references import is_reference, name_of, reference
from deckbuild.importing.guide.state import LABEL, State
from deckbuild.importing.guide.words import duration_in
from deckbuild.importing.markup import unmarked


@dataclass(frozen=True)
class Labelled:
    """A label's paragraph, the Markdown behind it in that paragraph, and the paragraphs that belong to it."""

    block: Para
    rest: str
    below: tuple[Para, ...]
    meaning: str

    @property
    def rest_block(self) -> Para:
        """What stands behind the label as a paragraph of its own."""
        return replace(self.block, text=self.rest, plain=unmarked(self.rest), heading=0)

    @property
    def lines(self) -> list[Para]:
        """All that was said to it, line by line."""
        return [*([self.rest_block] if self.rest else []), *self.below]


def cite(state: State, said: Labelled) -> bool:
    """References: listed, and named at the section's end."""
    if not said.lines or not all(is_reference(one) for one in said.lines):
        return False
    state.flush()
    for one in said.lines:
        values = reference(one.text)
        name = next((name for name, entry in state.references.items() if entry.values == values), None)
        if name is not None:
            state.leave(one, one.plain, "it is a reference that is listed already")
        else:
            state.place(one)
            name = state.names.make(name_of(values), f"reference-{len(state.references) + 1}")
            state.references[name] = Entry(values, origin=state.origin(one))
        state.section.references.append(name)
    return True


def outcomes(state: State, said: Labelled) -> bool:
    """Learning outcomes, at the beginning."""
    items = [one for one in said.below if one.item >= 0]
    items = items or [one for one in said.below if not one.plain.rstrip().endswith(":")]
    early = len(state.sections) <= 2 and sum(len(one.slides) for one in state.sections) <= 2
    if not items or not early or "outcomes" in state.head or (state.sections and len(items) < 2):
        return False
    for one in said.below:
        if one in items:
            state.place(one)
        else:
            state.leave(one, one.plain, LABEL)
    state.leave(said.block, unmarked(said.rest), LABEL)
    state.head["outcomes"] = tuple(
        {"id": state.names.make(one.plain, f"outcome-{number}"), "text": one.text.rstrip(" ;,")}
        for number, one in enumerate(items, 1)
    )
    return True


def aim(state: State, said: Labelled) -> bool:
    """Aim and relevance: one paragraph each."""
    if said.meaning in state.head or len(said.lines) != 1 or state.slide or said.lines[0].item >= 0:
        return False
    state.place(said.lines[0])
    state.head[said.meaning] = said.lines[0].text
    return True


def time(state: State, said: Labelled) -> bool:
    """A duration: of the slide, or of the lesson before its first section."""
    found = duration_in(said.rest)
    if not found or said.below or len(unmarked(said.rest)) > 40:
        return False
    if state.slide and "duration" not in state.slide.more:
        state.slide.more["duration"] = found
    elif not state.sections and "duration" not in state.head:
        state.head["duration"] = found
    else:
        return False
    state.leave(said.block, unmarked(said.rest), "it is a time, which is written as deckbuild writes times")
    return True


def key_message(state: State, said: Labelled) -> bool:
    """A key message belongs to its slide; several of them are a slide."""
    if len(said.lines) == 1 and state.slide and "key_message" not in state.slide.more:
        state.flush()
        state.slide.more["key_message"] = said.lines[0].text
        state.place(said.lines[0])
        return True
    short = all(len(one.plain) <= 220 for one in said.lines)
    if (
        len(said.lines) < 2
        or len(said.lines) > 12
        or not short
        or (said.meaning == "key messages" and not state.sections)
    ):
        return False
    waiting = state.slide if state.slide and state.slide.fresh and not state.slide.body else None
    title = unmarked(said.block.text).rstrip(" :")
    slide = waiting or state.open_slide(title, state.origin(said.block))
    slide.title = slide.title or title
    slide.body["bullets"] = tuple(one.text for one in said.lines)
    for one in said.lines:
        state.place(one)
    state.touch()
    return True


def answers(state: State, said: Labelled) -> bool:
    """Answers belong to the question before them."""
    if not state.cues or state.cues[-1].verb != "ask" or state.held or not said.lines:
        return False
    for one in said.lines:
        state.place(one)
    state.cues[-1] = replace(state.cues[-1], answers=(*state.cues[-1].answers, *(one.text for one in said.lines)))
    return True


def equipment(state: State, said: Labelled) -> bool:
    """What the room needs, at the beginning."""
    items = [one for one in said.below if one.item >= 0]
    if "equipment" in state.head or len(state.sections) > 3 or len(items) < len(said.below) or not said.lines:
        return False
    if state.slide and not state.slide.fresh:
        return False
    for one in said.lines:
        state.place(one)
    typed = [] if items else [one.strip() for one in re.split(r"[;,]\s+", said.rest.rstrip(".")) if one.strip()]
    state.head["equipment"] = tuple([one.text for one in said.lines] if items else typed)
    return True


def abbreviations(state: State, said: Labelled) -> bool:
    """Short forms with what they stand for."""
    pairs = [re.fullmatch(r"\**([^\s:–—]{2,15})\**\s*(?:[:–—-]|\s{2,})\s*(\S.*)", one.text) for one in said.below]
    names = {unmarked(pair[1]) for pair in pairs if pair}
    if said.rest or not pairs or not all(pairs) or len(names) < len(pairs) or "abbreviations" in state.head:
        return False
    for one in said.below:
        state.place(one)
    state.head["abbreviations"] = {unmarked(pair[1]): pair[2] for pair in pairs if pair}
    return True


def terms(state: State, said: Labelled) -> bool:
    """Words of the trade with what they mean."""
    pairs = [re.fullmatch(r"\**([^:–—]{2,60}?)\**\s*[:–—]\**\s+(\S.*)", one.text) for one in said.below]
    if said.rest or not pairs or not all(pairs):
        return False
    for one, pair in zip(said.below, pairs, strict=True):
        state.place(one)
        if pair:
            values = {"term": pair[1].strip("* "), "definition": pair[2]}
            state.glossary.append(Entry(values, origin=state.origin(one)))
    return True


def ask(state: State, said: Labelled) -> None:
    """Questions to the group: one cue each."""
    for one in said.lines:
        state.place(one)
    items = [one for one in said.below if one.item >= 0]
    lead = [said.rest] if said.rest else []
    lead += [one.text for one in said.below if one.item < 0]
    questions = [one for one in items if one.plain.rstrip().endswith(("?", "؟"))]
    listed = lead and len(questions) < len(items)
    if lead:
        text = "\n\n".join(lead)
        state.cues.append(Cue("ask", f"{text}\n\n{prose(items)}" if listed else text))
    for one in [] if listed else items:
        state.cues.append(Cue("ask", one.text))
    state.touch()


HANDLERS: Mapping[str, Callable[[State, Labelled], bool]] = {
    "references": cite,
    "outcomes": outcomes,
    "aim": aim,
    "relevance": aim,
    "duration": time,
    "key message": key_message,
    "key messages": key_message,
    "answers": answers,
    "materials": equipment,
    "abbreviations": abbreviations,
    "glossary": terms,
}
"""By the meaning of the label."""
