"""What divs mean in a lesson: challenges with their solutions, notes for whoever teaches, asides for everyone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.importing import cues
from deckbuild.importing.deck.contents import Fields
from deckbuild.importing.draft import Cue, Entry
from deckbuild.importing.marked.blocks import Formula, Heading, Picture, Rows, Source, Words
from deckbuild.importing.marked.slides import Item, Special
from deckbuild.importing.marked.writing import lines_of, markdown_of, paras_of
from deckbuild.importing.naming import Names
from deckbuild.importing.prose import one_line
from deckbuild.runs import plain

WORK = ("challenge", "exercise", "exercises", "activity")
SPOKEN = ("notes", "speaker")
OUTCOMES = ("objectives",)
NEEDED = ("prereq", "prerequisites")
SHOWN = ("questions", "keypoints", "checklist", "summary")
"""Lists that get a slide of their own."""
TITLES = {"questions": "Questions", "keypoints": "Key points", "checklist": "Checklist", "summary": "Summary"}
_MINUTES = re.compile(r"\(?\b(\d{1,3})\s*(?:min|minutes|minutos|minuten)\b\.?\)?", re.IGNORECASE)
_SHEET = (Source, Rows, Formula)
"""What can't be a step and goes onto the worksheet."""


@dataclass(frozen=True)
class Worked:
    """An activity, and pictures that have no place in it."""

    entry: Entry
    id: str
    title: str
    pictures: tuple[Picture, ...]


def worked(div: Special, names: Names) -> Worked:
    """A challenge as an activity: what to do, the worksheet, the answers."""
    solutions = [
        one
        for one in div.items
        if isinstance(one, Special) and one.name in ("solution", "hint", "spoiler", "instructor")
    ]
    inner: list[Item] = [one for one in div.items if one not in solutions and not isinstance(one, Special)]
    inner += [
        one for other in div.items if isinstance(other, Special) and other not in solutions for one in blocks_of(other)
    ]
    title, inner = headed(div, inner)
    minutes = _MINUTES.search(title)
    if minutes and minutes.end() >= len(title.rstrip()):
        title = title[: minutes.start()].rstrip(" -–—:,(") or title
    title = title or "Exercise"
    steps = lines_of([one for one in inner if not isinstance(one, (*_SHEET, Picture))])
    sheet = markdown_of([one for one in inner if isinstance(one, _SHEET)])
    values: Fields = {"id": names.make(title, "exercise"), "title": title, "steps": steps or (title,)}
    values |= {"duration": f"{int(minutes[1])} min"} if minutes and int(minutes[1]) else {}
    values |= {"worksheet": sheet} if sheet else {}
    answers, note = _answers(solutions)
    values |= {"answers": answers} if answers else {}
    values |= {"note": note} if note else {}
    pictures = tuple(one for one in _every(div) if isinstance(one, Picture))
    return Worked(Entry(values), str(values["id"]), title, pictures)


def _answers(solutions: Sequence[Special]) -> tuple[tuple[str, ...], str]:
    """Answers in lines where a solution is text alone; else the solutions as a note on the activity's use."""
    lines: list[str] = []
    notes: list[str] = []
    for one in solutions:
        title, inner = headed(one, blocks_of(one))
        if one.name == "solution" and not any(isinstance(item, _SHEET) for item in inner):
            lines += [title] if title and title.lower() != one.name else []
            lines += lines_of(inner)
            continue
        text = markdown_of(inner)
        lead = title or one.name.capitalize()
        notes += [f"**{lead}**\n\n{text}"] if text else []
    return tuple(lines), "\n\n".join(notes)


def _every(div: Special) -> list[Item]:
    out: list[Item] = []
    for one in div.items:
        out += _every(one) if isinstance(one, Special) else [one]
    return out


def blocks_of(div: Special) -> list[Item]:
    """What is in a div, divs within it opened."""
    return _every(div)


def headed(div: Special, inner: list[Item]) -> tuple[str, list[Item]]:
    """The title of a div, from its fence or from its first heading, and the rest."""
    if div.title:
        return div.title, inner
    if inner and isinstance(inner[0], Heading):
        return one_line(inner[0].rich), inner[1:]
    return "", inner


def spoken(div: Special) -> tuple[Cue, ...]:
    """Speaker's notes: by their labels, where they have any."""
    inner = blocks_of(div)
    found = cues.told(paras_of([one for one in inner if isinstance(one, (Words, Heading))]))
    more = markdown_of([one for one in inner if not isinstance(one, (Words, Heading))])
    return (*found.cues, *((Cue("text", more),) if more else ()))


def aside(div: Special) -> Cue | None:
    """A div that is said beside the lesson's course, as a cue."""
    title, inner = headed(div, blocks_of(div))
    text = markdown_of(inner)
    if not text and not title:
        return None
    lead = f"**{plain_title(title)}**\n\n" if title else ""
    match div.name:
        case "instructor":
            return Cue("tip", lead + text)
        case "discussion" | "question":
            return Cue("ask", lead + text)
        case "solution" | "hint" | "spoiler" | "todo":
            return Cue("text", lead + text)
        case _:
            return Cue("text", lead + text, audience="everyone")


def plain_title(title: str) -> str:
    """A title without signs that would end its bold."""
    return title.replace("**", "").strip() or title


def words_in(div: Special) -> str:
    """All words of a div, for messages."""
    return " ".join(plain(para.rich) for para in paras_of(blocks_of(div)))
