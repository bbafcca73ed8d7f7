"""The characters of a YAML scalar -> its value, with the place of each of its characters.  Follows libyaml."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

Style = Literal["plain", "single", "double", "literal", "folded"]

_FOLD = re.compile(r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*")
_HEADER = re.compile(r"[|>]([+-]?)[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_HARMLESS = re.compile(r"(?!(?:null|Null|NULL)$)[^\W\d_][\w \u00a0.;!?()'’“”«»/–—…-]*(?<! )")
"""Plain scalars in one line that hold nothing that YAML could take for anything else, wherever they stand."""
_SHORT = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "'": "'", "\\": "\\", "/": "/", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip

Pair = tuple[str, tuple[int, int]]
"""A character of the value, and the offsets between which it is written."""


@dataclass(frozen=True)
class Mapped:
    """A scalar, read: for each character of `value` the offsets in what was written."""

    style: Style
    value: str
    offsets: list[tuple[int, int]]


@lru_cache(maxsize=256)
def mapped(raw: str) -> Mapped | None:
    """The scalar `raw`, from its first character (quote or `|`) to its end; None where it can't be told."""
    style = style_of(raw)
    if style is None:
        return None
    pairs = _pairs(raw, style)
    if pairs is None:
        return None
    return Mapped(style, "".join(one for one, _ in pairs), [place for _, place in pairs])


def style_of(raw: str) -> Style | None:
    """How a scalar is written; None for one with an anchor or a tag."""
    styles: dict[str, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
    if not raw or raw[0] in "&!*":
        return None
    return styles.get(raw[0], "plain")


def escaped(text: str, style: Style) -> str:
    """`text` as it is written within a scalar of that style."""
    if style == "single":
        return text.replace("'", "''")
    if style == "double":
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text


def reads_back(raw: str, value: str, before: str, former: str) -> bool:
    """Whether `raw`, put in the place of the scalar `before` with the value `former`, has the value `value`."""
    read = mapped(raw)
    if read is None or read.value != value or read.style != style_of(before):
        return False
    if read.style in ("literal", "folded") or (read.style == "plain" and _HARMLESS.fullmatch(raw)):
        return True
    in_list = one_scalar(f"[{before}]") == former
    return one_scalar(f"- {raw}") == value and (not in_list or one_scalar(f"[{raw}]") == value)


def one_scalar(text: str, *, key: bool = False) -> str | None:
    """The value of the one scalar in a list of one, or of the one key; None where YAML reads something else."""
    try:
        scalars, events = [], CParser(text)
        while (event := events.get_event()) is not None:
            if isinstance(event, yaml.ScalarEvent):
                scalars.append(event.value)
            elif isinstance(event, yaml.AliasEvent) or (isinstance(event, yaml.MappingStartEvent) and not key):
                return None
    except yaml.YAMLError:
        return None
    return scalars[-1] if len(scalars) == 1 + key else None


def _pairs(raw: str, style: Style) -> list[Pair] | None:
    match style:
        case "plain":
            return list(_flow(raw, 0, len(raw.rstrip()), style))
        case "single" | "double":
            closed = len(raw) > 1 and raw[-1] == raw[0]
            return list(_flow(raw, 1, len(raw) - 1, style)) if closed else None
        case _:
            return _block(raw, folded=style == "folded")


def _flow(raw: str, at: int, end: int, style: Style) -> Iterator[Pair]:
    """Characters of a plain or quoted scalar: line breaks folded, escapes read."""
    while at < end:
        fold = _FOLD.match(raw, at, end)
        if fold:
            breaks = len(re.findall("\r\n|\r|\n", fold[0]))
            for one in "\n" * (breaks - 1) or " ":
                yield one, fold.span()
            at = fold.end()
        elif style == "single" and raw[at] == "'":
            yield "'", (at, at + 2)
            at += 2
        elif style == "double" and raw[at] == "\\":
            at = yield from _escape(raw, at)
        else:
            yield raw[at], (at, at + 1)
            at += 1


def _escape(raw: str, at: int) -> Generator[Pair, None, int]:
    """What an escape stands for; a line break that is escaped stands for nothing, with the indentation after it."""
    joined = re.compile(r"\\(?:\r\n|\r|\n)[ \t]*").match(raw, at)
    if joined:
        return joined.end()
    found = _ESCAPE.match(raw, at)
    if found is None:
        return at + 1
    number = found[1] or found[2] or found[3]
    yield chr(int(number, 16)) if number else _SHORT.get(found[4], found[4]), found.span()
    return found.end()


def _block(raw: str, *, folded: bool) -> list[Pair] | None:
    """Characters of a block scalar; None for one that gives its indentation as a number."""
    header = _HEADER.match(raw)
    if header is None:
        return None
    lines = [found for found in _LINE.finditer(raw, header.end()) if found[0]]
    indent = next((len(line[1]) - len(line[1].lstrip(" ")) for line in lines if line[1].strip(" ")), None)
    if indent is None:
        return None
    out: list[Pair] = []
    ended: list[Pair] = []
    """The break of the last line with text."""
    blank: list[Pair] = []
    """Those of the empty lines after it."""
    indented = False
    for line in lines:
        if not line[1][indent:] and not line[1].strip(" "):
            blank.append(("\n", line.span(2)))
            continue
        if len(line[1]) - len(line[1].lstrip(" ")) < indent:
            break  # a comment, or whatever comes after the scalar
        more = line[1][indent] in " \t"
        if folded and ended and not indented and not more:
            out += [] if blank else [(" ", ended[0][1])]
        else:
            out += ended
        out += blank
        out += [(one, (line.start(1) + at, line.start(1) + at + 1)) for at, one in enumerate(line[1]) if at >= indent]
        ended, blank, indented = [("\n", line.span(2))] if line[2] else [], [], more
    kept = header[1]
    return out + (ended if kept != "-" else []) + (blank if kept == "+" else [])
