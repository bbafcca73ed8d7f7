"""Blocks and divs -> slides that are still rough: where each begins, which headings are sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from deckbuild.importing.marked.blocks import Block, Comment, Heading, Rule, Words, blocks
from deckbuild.importing.marked.scanning import Chunk, Div, Node
from deckbuild.runs import Rich, Run, plain

SPECIAL = frozenset((
    "objectives", "questions", "keypoints", "challenge", "exercise", "exercises", "solution", "hint", "instructor",
    "callout", "discussion", "prereq", "prerequisites", "checklist", "testimonial", "spoiler", "notes", "speaker",
    "columns", "note", "tip", "important", "warning", "caution", "danger", "info", "question", "quote", "example",
    "abstract", "success", "failure", "bug", "todo", "attention", "error", "seealso", "summary", "activity",
))  # fmt: skip
"""Divs that mean something; all others are read as if they were not there."""
CARPENTRIES = ("objectives", "questions", "keypoints", "challenge", "prereq", "instructor")
PROSE = 40
"""Words of running text a slide from which a text is taken for one to be read, not shown."""
_DEFINED = re.compile(r"(?m)^ {0,3}\[[^\]\n^]+\]:[ \t]+\S+.*$")
_MARKER = re.compile(
    r"\s*(?:slide|folie|diapositive|diapositiva|الشريحة)\s+(\d+)\s*(?:[:.–—-]\s*(.*))?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Special:
    """A div that means something."""

    name: str
    title: str
    items: tuple[Item, ...]
    line: int


Item = Block | Special


@dataclass
class Rough:
    """A slide or a section that is being filled."""

    title: Rich = ()
    level: int = 0
    items: list[Item] = field(default_factory=list)
    line: int = 0
    section: bool = False


@dataclass(frozen=True)
class Division:
    """Where slides begin, in a word for messages, and whether the text is one to be read."""

    at: str
    said: str
    sure: bool
    long: bool


def definitions(text: str) -> str:
    """Where a text's links lead, as it defines them anywhere: `[guide]: https://…`."""
    return "\n".join(match[0].strip() for match in _DEFINED.finditer(text))


def items(nodes: Sequence[Node], defined: str = "") -> Iterator[Item]:
    """Blocks, and divs that mean something, in their order; `defined` says where links lead."""
    for node in nodes:
        match node:
            case Chunk(text, line):
                yield from blocks(text, line, defined)
            case Div(name, title, inner, line) if name.rpartition("-")[2] in SPECIAL or name in SPECIAL:
                yield Special(
                    name if name in SPECIAL else name.rpartition("-")[2], title, tuple(items(inner, defined)), line
                )
            case Div("column", _, inner, line):
                yield Special("column", "", tuple(items(inner, defined)), line)
            case Div(_, title, inner, line):
                if title:
                    yield Heading(6, (Run(title),), line)
                yield from items(inner, defined)


def division(found: Sequence[Item], front: Mapping[str, str], asked: str) -> Division:
    """Where slides begin: as asked, else as the text itself shows."""
    names = {one.name for one in found if isinstance(one, Special)}
    lesson = bool(names & set(CARPENTRIES)) or "teaching" in front
    if asked != "auto":
        return Division(asked, "as was asked", True, lesson or _prose(found, asked))
    if front.get("marp") == "true":
        return Division("rules", "at each rule, as Marp does", True, False)
    if lesson:
        return Division("h2", "at headings of the second level, as in lessons of The Carpentries", True, True)
    levels = Counter(one.level for one in found if isinstance(one, Heading))
    rules = sum(isinstance(one, Rule) for one in found)
    if any(_marker(one) for one in found):
        return Division("markers", "at “Slide …”", True, _prose(found, "markers"))
    if rules >= 2 and 3 * rules >= sum(levels.values()):
        return Division("rules", "at each rule (`---`)", not levels or rules >= sum(levels.values()) - 1, False)
    if not levels:
        return Division("rules", "nowhere, as there are neither headings nor rules", False, _prose(found, "rules"))
    level = _slide_level(found)
    return Division(
        f"h{level}", f"at headings of level {level}", rules == 0 and len(levels) == 1, _prose(found, f"h{level}")
    )


def _slide_level(found: Sequence[Item]) -> int:
    """The highest level of a heading that something follows at once, as pandoc counts; 4 at most."""
    shown = [one for one in found if not isinstance(one, (Comment, Rule))]
    levels = [
        one.level for one, after in pairwise(shown) if isinstance(one, Heading) and not isinstance(after, Heading)
    ]
    levels += [one.level for one in shown[-1:] if isinstance(one, Heading)]
    counts = Counter(one.level for one in shown if isinstance(one, Heading))
    level = min(levels, default=1)
    # A single heading above all others is the title, whatever stands below it.
    if counts[level] == 1 and len(counts) > 1 and level == min(counts):
        level = min(other for other in counts if other > level)
    return min(level, 4)


def _prose(found: Sequence[Item], at: str) -> bool:
    """Whether there is so much running text that nobody would show it."""
    level = int(at[1]) if re.fullmatch(r"h\d", at) else 6
    slides = sum(
        isinstance(one, Rule if at == "rules" else Heading) and getattr(one, "level", 0) <= level for one in found
    )
    words = sum(
        len(para.text.split()) for one in found if isinstance(one, Words) for para in one.paras if not para.mark
    )
    return bool(words > PROSE * max(1, slides))


def apart(found: Sequence[Item]) -> list[Item]:
    """The items, texts divided where a paragraph says `Slide 3`."""
    out: list[Item] = []
    for item in found:
        if isinstance(item, Words) and any(_MARKER.match(para.text) for para in item.paras if not para.mark):
            out += [replace(item, paras=(para,)) for para in item.paras]
        else:
            out.append(item)
    return out


def _marker(item: Item) -> re.Match[str] | None:
    if isinstance(item, Heading):
        return _MARKER.match(plain(item.rich))
    return _MARKER.match(item.paras[0].text) if isinstance(item, Words) and len(item.paras) == 1 else None


def rough(found: Sequence[Item], how: Division) -> list[Rough]:
    """The slides and sections."""
    if how.at == "markers":
        return _by_markers(found)
    if how.at == "rules":
        return _by_rules(found)
    return _by_headings(found, int(how.at[1]), how.long)


def _by_markers(found: Sequence[Item]) -> list[Rough]:
    made = [Rough()]
    for item in found:
        match = _marker(item)
        if match:
            title = (Run(match[2].strip()),) if match[2] and match[2].strip() else ()
            made.append(Rough(title, 1, line=item.line))
        elif isinstance(item, Heading) and not made[-1].title and not made[-1].items:
            made[-1].title, made[-1].level = item.rich, item.level
        elif not isinstance(item, Rule):
            made[-1].items.append(item)
    return [one for one in made if one.title or one.items]


def _by_rules(found: Sequence[Item]) -> list[Rough]:
    made = [Rough()]
    for item in found:
        if isinstance(item, Rule):
            made.append(Rough(line=item.line))
        elif isinstance(item, Heading) and not made[-1].title:
            made[-1].title, made[-1].level, made[-1].line = item.rich, item.level, item.line
        else:
            made[-1].items.append(item)
    made = [one for one in made if one.title or one.items]
    deeper = any(one.level > 1 for one in made)
    for one in made[1:]:
        one.section = deeper and one.level == 1 and not any(_shows(item) for item in one.items)
    return made


def _by_headings(found: Sequence[Item], level: int, long: bool) -> list[Rough]:
    """Slides at headings of a level; higher ones are sections, lower ones slides too where a text is to be read."""
    made = [Rough()]
    for item in found:
        if isinstance(item, Rule):
            if not long and made[-1].items:
                made.append(Rough(level=level, line=item.line))
        elif isinstance(item, Heading) and (item.level <= level or (long and item.level <= level + 1)):
            made.append(Rough(item.rich, item.level, line=item.line, section=item.level < level))
        else:
            made[-1].items.append(item)
    made = [one for one in made if one.title or one.items]
    for one, after in pairwise(made):
        one.section = one.section or (long and not one.items and after.level > one.level > 0)
    return made


def _shows(item: Item) -> bool:
    """Whether something stands on the slide itself."""
    if isinstance(item, Special):
        return item.name not in ("notes", "speaker", "instructor")
    return not isinstance(item, Comment)
