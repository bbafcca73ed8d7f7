"""The first slide -> the lesson's head; slides that only open a part -> its section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.importing.deck.contents import Fields
from deckbuild.importing.deck.slide import words_of
from deckbuild.importing.deck.sorting import Sorted
from deckbuild.importing.deck.things import SlideRead, Thing
from deckbuild.importing.prose import Para, one_line
from deckbuild.spec.scalars import Duration

_LESSON = re.compile(
    r"\s*(?:lesson|unit|module|session|chapter|leçon|leccion|lección|lektion|kapitel|unidad|unité|الدرس)\s+"
    r"(\d+(?:[.\-]\d+)*[a-z]?)\s*(?:[:–—-]\s*(.+))?",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(\d{1,3}(?:\s*[-–]\s*\d{1,3})?)\s*(min|minutes|minuten|minutos|h|hours?)\b", re.IGNORECASE)
_SMALL = 160
"""Characters of the texts of a slide that only opens something."""


@dataclass(frozen=True)
class Head:
    """What the first slide says of the lesson."""

    values: Fields
    rest: tuple[Para, ...]
    """What has no place in a head."""


def opens_lesson(slide: SlideRead, found: Sorted) -> bool:
    """Whether a slide is the deck's title slide: by its layout or its title, and with nothing but words."""
    titled = found.title is not None and (found.title.holder == "ctrTitle" or slide.role == "title")
    return slide.number == 1 and titled and not slide.hidden and _only_words(found, 6)


def opens_section(slide: SlideRead, found: Sorted, kinds: frozenset[str]) -> bool:
    """Whether a slide only opens a part of the lesson: its layout says so, and it has little but a title."""
    if found.title is None or slide.hidden:
        return False
    return (slide.role == "section" or slide.layout in kinds) and _only_words(found, 1)


def _only_words(found: Sorted, most: int) -> bool:
    others = [one for one in found.content if one.what != "drawing" and not _decoration(one)]
    small = sum(len(one.text) for one in others) <= _SMALL * 2
    plain = all(one.what == "text" and not any(para.mark for para in one.paras) for one in others)
    return plain and small and sum(len(one.paras) for one in others) <= most


def _decoration(thing: Thing) -> bool:
    return thing.what == "picture"


def head_of(found: Sorted) -> Head:
    """Number, title, subtitle, minutes; what is left of the words."""
    title = one_line(words_of(found.title))
    values: Fields = {}
    numbered = _LESSON.fullmatch(title)
    if numbered:
        values["lesson"] = numbered[1]
        title = numbered[2] or title
    values["title"] = title
    rest: list[Para] = []
    said: list[str] = []
    for one in (*found.subtitle, *found.content):
        for para in one.paras:
            text = para.text.strip()
            match = _LESSON.fullmatch(text)
            if match and "lesson" not in values:
                values["lesson"] = match[1]
                said += [match[2]] if match[2] else []
            elif _MINUTES.fullmatch(text) and (duration := _duration(text)):
                values["duration"] = duration
            elif one in found.subtitle and len(" · ".join([*said, text])) <= _SMALL:
                said.append(one_line(para.rich))
            else:
                rest.append(para)
    if not said and rest and len(rest[0].text) <= _SMALL and not rest[0].mark:
        said.append(one_line(rest.pop(0).rich))
    if said:
        values["subtitle"] = " · ".join(said)
    return Head(values, tuple(rest))


def _duration(text: str) -> str:
    match = _MINUTES.search(text)
    if not match:
        return ""
    unit = "h" if match[2].lower().startswith("h") else "min"
    made = f"{match[1].replace(' ', '')} {unit}".replace("–", "-")
    return made if Duration.parse(made) else ""


def own_head(things: Sequence[Thing], labels: Sequence[str]) -> Fields:
    """What a title slide by deckbuild says: `Lesson 2.0`, title, subtitle, `Core course 2026 · minimum 25 min`."""
    texts = [one for one in things if one.paras and one.holder]
    values: Fields = {"title": one_line(words_of(texts[0]))} if texts else {}
    for one in texts[1:]:
        text = one.text.strip()
        number = next((match[1] for label in labels if (match := re.fullmatch(label, text))), "")
        if number:
            values["lesson"] = number
        elif one.holder == "subTitle":
            values["subtitle"] = one_line(words_of(one))
        else:
            edition, _, minimum = text.rpartition(" · ")
            duration = _duration(minimum or text)
            if duration:
                values["duration"] = duration
            if edition or not duration:
                values["edition"] = edition if duration else text
    return values
