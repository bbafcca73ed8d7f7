"""Plain data -> YAML as a person would write it: few quotes, long texts as blocks, short lists in one line.

What is written loads to the same texts, whatever they hold; texts are cleaned before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deckbuild.importing.draft import Value
from deckbuild.importing.wrapping import wrapped

WIDTH = 110
"""Columns of a line, where a text leaves the choice."""
_PROSE_LEAST = 50
_KEY_MOST = 120
"""Longer keys are written with `? `: YAML looks for the colon of a key only so far."""

_WORDS = frozenset(("", "~", "null", "true", "false", "<<", "---", "..."))
"""Texts, small, that YAML takes for something else."""
_BEGINS = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s=]")
_WITHIN = re.compile(r":(?:\s|$)|\s#|[\n\t]|\s$")
_IN_FLOW = re.compile(r"[,\[\]{}]|:")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


class Quoted(str):
    """A text that stands in quotes although YAML needs none: a number that is a name."""

    __slots__ = ()


class Prose(str):
    """A text in block Markdown: a paragraph's lines may be broken."""

    __slots__ = ()


@dataclass(frozen=True)
class Flow:
    """A list or mapping that is written in one line where it fits."""

    value: Value


@dataclass(frozen=True)
class Noted:
    """A value with comments above it, and a blank line above these where `gap` says so."""

    value: Value
    comments: tuple[str, ...] = ()
    gap: bool = False


def yaml_text(entries: Mapping[str, Value]) -> str:
    """The file."""
    return "\n".join(_mapping(entries, 0)) + "\n"


def _mapping(entries: Mapping[str, Value], indent: int) -> list[str]:
    lines: list[str] = []
    for key, held in entries.items():
        value = held.value if isinstance(held, Noted) else held
        lines += _above(held, indent, first=not lines)
        written = _key(key)
        if written.startswith("? "):
            lines.append(f"{' ' * indent}{written}")
            lines += _valued(f"{' ' * indent}:", value, indent)
        else:
            lines += _valued(f"{' ' * indent}{written}:", value, indent)
    return lines


def _above(held: Value, indent: int, *, first: bool) -> list[str]:
    if not isinstance(held, Noted):
        return []
    lines = [""] if held.gap and not first else []
    for comment in held.comments:
        lines += [f"{' ' * indent}# {line}" for line in _filled(comment, WIDTH - indent - 2)]
    return lines


def _valued(lead: str, value: Value, indent: int) -> list[str]:
    """`lead` with the value behind or below it."""
    inner = indent + 2
    if isinstance(value, Flow):
        line = f"{lead} {_flow(value.value)}"
        if len(line) <= WIDTH:
            return [line]
        value = value.value
    if isinstance(value, Mapping):
        return [lead, *_mapping(value, inner)] if value else [f"{lead} {{}}"]
    if isinstance(value, (tuple, list)):
        return [lead, *_sequence(value, inner)] if value else [f"{lead} []"]
    first, *rest = _scalar(value, inner, len(lead) + 1)
    return [f"{lead} {first}", *rest]


def _sequence(values: Sequence[Value], indent: int) -> list[str]:
    lines: list[str] = []
    for held in values:
        value = held.value if isinstance(held, Noted) else held
        lines += _above(held, indent, first=not lines)
        lines += _entry(value, indent)
    return lines


def _entry(value: Value, indent: int) -> list[str]:
    """An entry of a list behind its dash."""
    pad = " " * indent
    if isinstance(value, Flow):
        line = f"{pad}- {_flow(value.value)}"
        if len(line) <= WIDTH:
            return [line]
        value = value.value
    if isinstance(value, (Mapping, tuple, list)) and value:
        inner = _mapping(value, indent + 2) if isinstance(value, Mapping) else _sequence(value, indent + 2)
        start = next(index for index, line in enumerate(inner) if line.strip() and not line.lstrip().startswith("#"))
        above = [line[2:] if line.strip() else line for line in inner[:start]]
        return [*above, f"{pad}- {inner[start][indent + 2 :]}", *inner[start + 1 :]]
    return _valued(f"{pad}-", value, indent)


def _scalar(value: Value, indent: int, column: int) -> list[str]:
    """A value's lines; further ones stand at `indent`, the first begins at `column`."""
    if not isinstance(value, str):
        return [_atom(value)]
    room = max(WIDTH - indent, _PROSE_LEAST)
    pad = " " * indent
    if "\n" in value:
        text = wrapped(value, room) if isinstance(value, Prose) else value
        lines = text.split("\n")
        opening = "|2" if next((line for line in lines if line.strip()), "x").startswith(" ") else "|"
        end = "" if isinstance(value, Prose) else "-"
        return [opening + end, *(f"{pad}{line}" if line else "" for line in lines)]
    if column + len(value) > WIDTH and " " in value.strip() and not isinstance(value, Quoted):
        return [">-", *(f"{pad}{line}" for line in _filled(value, room))]
    return [_quoted(value) if isinstance(value, Quoted) else _plain(value)]


def _filled(text: str, width: int) -> list[str]:
    """`text` in lines, broken at single blanks alone: joined by blanks they are the text again."""
    lines, current = [], ""
    for index, part in enumerate(re.split(r"(?<! ) (?! )", text)):
        if index and len(current) + 1 + len(part) > width:
            lines.append(current)
            current = part
        else:
            current = f"{current} {part}" if index else part
    return [*lines, current]


def _atom(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _plain(text: str, *, flow: bool = False) -> str:
    """`text` without quotes where it may stand so."""
    if text.lower() in _WORDS or _BEGINS.match(text) or _WITHIN.search(text) or (flow and _IN_FLOW.search(text)):
        return _quoted(text)
    return text


def _quoted(text: str) -> str:
    if "\n" not in text and "\t" not in text and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_ESCAPES.get(one, one) for one in text) + '"'


def _flow(value: Value) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_plain(key, flow=True)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if not isinstance(value, str):
        return _atom(value)
    return _quoted(value) if isinstance(value, Quoted) else _plain(value, flow=True)


def _key(text: str) -> str:
    written = _plain(text.replace("\n", " "))
    return f"? {written}" if len(written) > _KEY_MOST else written
