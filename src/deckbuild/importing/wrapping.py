"""Markdown in lines of a bearable length, meaning the same."""

from __future__ import annotations

import re

_FENCE = re.compile(r" {0,3}(```|~~~)")
_ITEM = re.compile(r" *(?:[-+*]|[0-9]{1,9}[.)]) +")
_AS_IT_IS = re.compile(r" {4,}| {0,3}(?:[#>]|\[\^)|.*\||.*(?:\\|  )$")
_SAFE = re.compile(r"(?![0-9]+[.)])[^\W_]|[(“„«‘]")
"""How a word begins that may stand first in a line: nothing that Markdown takes for a list, a heading, a fence."""


def wrapped(text: str, width: int) -> str:
    """`text` with long lines of paragraphs and items broken where Markdown sees a blank all the same."""
    out: list[str] = []
    fence = ""
    within = False
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1] == fence:
            fence = ""
        item = _ITEM.match(line)
        within = bool(line.strip()) and (within or bool(item))
        if fence or mark or len(line) <= width or (_AS_IT_IS.match(line) and not item) or _held(line):
            out.append(line)
            continue
        hang = len(item[0]) if item else len(line) - len(line.lstrip(" "))
        out += _broken(line, width, " " * hang)
    return "\n".join(out)


def _held(line: str) -> bool:
    return "|" in line or line.endswith(("\\", "  "))


def _broken(line: str, width: int, hang: str) -> list[str]:
    lead = len(line) - len(line.lstrip(" "))
    words = line[lead:].split(" ")
    lines, current = [], line[:lead] + words[0]
    for word in words[1:]:
        if word and len(current) + 1 + len(word) > width and _SAFE.match(word) and not current.endswith(" "):
            lines.append(current)
            current = hang + word
        else:
            current += f" {word}"
    return [*lines, current]
