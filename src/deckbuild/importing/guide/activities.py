"""What stands below an activity's heading -> the activity: purpose, time, groups, materials, steps, debrief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckbuild.importing.draft import Value
from deckbuild.importing.flow import Block, Para
from deckbuild.importing.guide.prose import prose
from deckbuild.importing.guide.words import duration_in, label_of
from deckbuild.importing.markup import unmarked

_LISTS = {"steps": "steps", "debrief": "debrief", "answers": "answers", "materials": "materials", "ask": "debrief"}
_TEXTS = {"purpose": "purpose", "aim": "purpose", "method": "method", "groups": "groups"}
_PROSE = {"preparation": "preparation"}
INSIDE = (*_LISTS, *_TEXTS, *_PROSE, "duration")
"""Labels that belong to an activity."""


class Parts:
    """Gathers the parts of one activity, and the labels that are not kept as text."""

    def __init__(self) -> None:
        self.lists: dict[str, list[str]] = {}
        self.texts: dict[str, str] = {}
        self.duration = ""
        self.loose: list[Block] = []
        self.labels: list[str] = []
        self._open = ""

    def take(self, block: Block) -> None:
        """One block below the heading."""
        if not isinstance(block, Para):
            self.loose.append(block)
            return
        meaning, rest = label_of(block)
        if meaning in INSIDE and (block.item < 0 or rest):
            plain = unmarked(rest)
            self.labels.append(block.plain[: len(block.plain) - len(plain)] if plain else block.plain)
            self._open = ""
            self._labelled(meaning, rest)
        elif self._open in _LISTS.values():
            self.lists.setdefault(self._open, []).append(block.text)
            if block.item < 0 and self._open != "steps":
                self._open = ""
        elif self._open:
            self._say(self._open, block.text)
        elif block.item >= 0 and block.numbered:
            self.lists.setdefault("steps", []).append(block.text)
        else:
            self.loose.append(block)

    def _labelled(self, meaning: str, rest: str) -> None:
        if meaning == "duration":
            said = duration_in(rest)
            if said and not self.duration and unmarked(rest).strip(" .").count(" ") <= 3:
                self.duration = said
                self.labels.append(unmarked(rest))
            elif rest:
                self._say("preparation", rest)
            return
        key = _LISTS.get(meaning) or _TEXTS.get(meaning) or _PROSE[meaning]
        self._open = key
        if rest and key in _LISTS.values():
            self.lists.setdefault(key, []).append(rest)
        elif rest:
            self._say(key, rest)
            self._open = "" if key != "preparation" else key

    def _say(self, key: str, text: str) -> None:
        self.texts[key] = f"{self.texts[key]}\n\n{text}" if key in self.texts else text


def activity(title: str, blocks: Sequence[Block]) -> tuple[Mapping[str, Value], list[str]]:
    """The activity without its id, and the labels that its keys stand for."""
    parts = Parts()
    for block in blocks:
        parts.take(block)
    values: dict[str, Value] = {"title": title}
    steps = parts.lists.get("steps", [])
    loose = parts.loose
    if not steps:
        items = [one.text for one in loose if isinstance(one, Para) and one.item >= 0]
        if items:
            steps, loose = items, [one for one in loose if not (isinstance(one, Para) and one.item >= 0)]
        else:
            steps = [one.text for one in loose if isinstance(one, Para) and one.text]
            loose = [one for one in loose if not isinstance(one, Para)]
    values |= {key: " ".join(text.split()) for key, text in parts.texts.items() if key != "preparation"}
    if "preparation" in parts.texts:
        values["preparation"] = parts.texts["preparation"]
    if parts.duration:
        values["duration"] = parts.duration
    values |= {key: tuple(found) for key, found in parts.lists.items() if key != "steps" and found}
    values["steps"] = tuple(steps) or (title,)
    said = prose(loose)
    if said:
        values["note"] = said
    return values, parts.labels
