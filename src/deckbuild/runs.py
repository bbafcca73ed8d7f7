"""Text in a line: runs in one look each, and what they link to.  Blocks are made of it (blocks.py)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class Web:
    """A link to an address (http, https, mailto)."""

    url: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to something of the lesson by its id, as written (`[@id]`); compose resolves it."""

    id: str


@dataclass(frozen=True, slots=True)
class Jump:
    """A live link to the slide, section, activity, handout or reference whose key this is."""

    key: str


@dataclass(frozen=True, slots=True)
class NumberOf:
    """The number of the slide, activity or handout with this key, as a field (documents only)."""

    key: str


@dataclass(frozen=True, slots=True)
class PageOf:
    """The number of the page on which the thing with this key stands (documents only)."""

    key: str


@dataclass(frozen=True, slots=True)
class Abbreviated:
    """A short form to be written out at its first use (`[+A4P]`); compose resolves it."""

    short: str


@dataclass(frozen=True, slots=True)
class FillIn:
    """A word that participants fill in (`{{word}}`): on the slide it is shown, in their documents a blank is."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote that hangs on this place: its run has no text of its own, each output numbers its own notes."""

    text: Rich


Link = Web | Mention | Jump | NumberOf | PageOf | Abbreviated | FillIn | Footnote


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look.  A line break within a paragraph is a newline."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    script: Literal["", "sub", "super"] = ""
    style: str = ""
    """Name of one of the brand's text styles, such as `accent`."""
    link: Link | None = None


Rich = tuple[Run, ...]


def plain(rich: Rich) -> str:
    """The words of `rich`, without their looks."""
    return "".join(run.text for run in rich)


def bare(text: str) -> Rich:
    """`text` in the look of its surroundings."""
    return (Run(text),) if text else ()


def emphasised(rich: Rich) -> Rich:
    """`rich` in bold."""
    return tuple(replace(run, bold=True) for run in rich)


def unlonely(rich: Rich) -> Rich:
    """`rich` with its last two words kept on one line, where it has more than two."""
    if not rich or len(plain(rich).split()) < 3:
        return rich
    *others, last = rich
    before, space, word = last.text.rpartition(" ")
    return (*others, replace(last, text=f"{before}\u00a0{word}")) if space and word else rich


def joined(parts: Iterable[Rich], separator: str) -> Rich:
    """The parts in one, with `separator` between them."""
    out: list[Run] = []
    for part in parts:
        if out:
            out.append(Run(separator))
        out.extend(part)
    return tuple(out)


__all__ = [
    "Abbreviated", "FillIn", "Footnote", "Jump", "Link", "Mention", "NumberOf", "PageOf", "Rich", "Run", "Web", "bare",
    "emphasised", "joined", "plain", "unlonely",
]  # fmt: skip
