"""Lines of Markdown -> front matter and a tree of divs: pandoc's fenced ones, MkDocs' admonitions, GitHub's alerts.

What is within code fences is never taken for a div.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

DEEPEST = 20
"""Divs within divs that are followed; deeper ones are read as if they were not there."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_OPEN = re.compile(r" {0,3}(:{3,})\s*(\{[^}\n]*\}|[^\s:{}][^:\n]*?)\s*:*\s*$")
_CLOSE = re.compile(r" {0,3}(:{3,})\s*$")
_ADMONITION = re.compile(r"( *)(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:[^\S\n]+[\w ]*?)?(?:\s*\"([^\"\n]*)\")?\s*$")
_ALERT = re.compile(r" {0,3}>\s*\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION|INFO|QUESTION)\][-+]?\s*(.*)$", re.IGNORECASE)
_KRAMDOWN = re.compile(r"\s*\{:\s*((?:\.[\w-]+\s*)+)\}\s*$")
_CLASS = re.compile(r"\.([\w-]+)")
_TITLED = re.compile(r"(?:title|caption|name)=(?:\"([^\"]*)\"|'([^']*)')")
_ENTRY = re.compile(r"([A-Za-z_][\w-]*):(?:\s+(.*?))?\s*$")


@dataclass(frozen=True)
class Chunk:
    """Markdown without divs, and the line where it begins."""

    text: str
    line: int


@dataclass(frozen=True)
class Div:
    """What stands between fences, below an admonition or in an alert: its name, its title, and what is in it."""

    name: str
    title: str
    nodes: tuple[Node, ...]
    line: int


Node = Chunk | Div


@dataclass(frozen=True)
class Scanned:
    """A text taken apart."""

    front: Mapping[str, str]
    """Entries of the front matter that are texts or numbers."""
    left: tuple[str, ...] = ()
    """Other lines of the front matter."""
    nodes: tuple[Node, ...] = field(default=())


def scan(text: str) -> Scanned:
    """A text taken apart."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front, left, begin = _front_matter(lines)
    return Scanned(front, left, _nodes(_unquoted(lines[begin:]), begin, 0))


def _front_matter(lines: Sequence[str]) -> tuple[dict[str, str], tuple[str, ...], int]:
    """Entries, other lines, and where the text begins: after `---` … `---`, or after pandoc's `%` lines."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if first < len(lines) and lines[first].startswith("%"):
        said = [line[1:].strip() for line in lines[first : first + 3] if line.startswith("%")]
        return dict(zip(("title", "author", "date"), said, strict=False)), (), first + len(said)
    if first >= len(lines) or lines[first].strip() != "---":
        return {}, (), 0
    end = next((at for at in range(first + 1, len(lines)) if lines[at].strip() in ("---", "...")), None)
    inner = lines[first + 1 : end] if end is not None else []
    if end is None or not any(_ENTRY.match(line) for line in inner if line.strip()):
        return {}, (), 0
    entries: dict[str, str] = {}
    left: list[str] = []
    for line in inner:
        match = _ENTRY.match(line)
        if match and match[2] and not match[2].startswith(("|", ">", "[", "{")):
            entries[match[1].lower()] = match[2].strip("\"'")
        elif line.strip():
            left.append(line.strip())
    return entries, tuple(left), end + 1


def _unquoted(lines: Sequence[str]) -> list[str]:
    """Kramdown's quotations with a class behind them as fenced divs, as Carpentries' older lessons have them."""
    out = list(lines)
    at = 0
    while at < len(out):
        match = _KRAMDOWN.match(out[at])
        begin = at
        while match and begin and out[begin - 1].lstrip().startswith(">"):
            begin -= 1
        if match and begin < at:
            quoted = [re.sub(r"^\s*> ?", "", line) for line in out[begin:at]]
            name = " ".join(_CLASS.findall(match[1]))
            out[begin : at + 1] = [f"::: {name}", *_unquoted(quoted), ":::"]
            at = begin
        elif match and not out[at].lstrip().startswith(">"):
            out[at] = ""  # what it says of looks is not for slides
        at += 1
    return out


def _nodes(lines: Sequence[str], offset: int, depth: int) -> tuple[Node, ...]:
    nodes: list[Node] = []
    held: list[str] = []
    begin, at, fence = 0, 0, ""

    def flush(end: int) -> None:
        if any(line.strip() for line in held):
            nodes.append(Chunk("\n".join(held), offset + end - len(held) + 1))
        held.clear()

    while at < len(lines):
        line = lines[at]
        mark = _FENCE.match(line)
        if mark and (
            not fence or (mark[1][0] == fence[0] and len(mark[1]) >= len(fence) and not line.strip(mark[1][0] + " "))
        ):
            fence = "" if fence else mark[1]
        found = None if fence or depth >= DEEPEST else _div(lines, at)
        if found is None:
            if fence or not _CLOSE.match(line):
                held.append(line)
            else:
                held.append("")
            at += 1
            continue
        flush(at)
        name, title, inner, begin, at = found
        nodes.append(Div(name, title, _nodes(inner, offset + begin, depth + 1), offset + begin))
    flush(at)
    return tuple(nodes)


def _div(lines: Sequence[str], at: int) -> tuple[str, str, list[str], int, int] | None:
    """The div that begins at a line: name, title, its lines, where these begin, and where it ends."""
    line = lines[at]
    if match := _OPEN.match(line):
        end = _closing(lines, at)
        name, title = _named(match[2])
        return name, title, list(lines[at + 1 : end]), at + 1, min(end + 1, len(lines))
    if match := _ALERT.match(line):
        end = at + 1
        while end < len(lines) and lines[end].lstrip().startswith(">"):
            end += 1
        return (
            match[1].lower(),
            match[2].strip(),
            [re.sub(r"^\s*> ?", "", one) for one in lines[at + 1 : end]],
            at + 1,
            end,
        )
    if match := _ADMONITION.match(line):
        indent = len(match[1]) + 4
        end = at + 1
        while end < len(lines) and (not lines[end].strip() or lines[end].startswith(" " * indent)):
            end += 1
        return match[2].lower(), match[3] or "", [one[indent:] for one in lines[at + 1 : end]], at + 1, end
    return None


def _closing(lines: Sequence[str], at: int) -> int:
    """Where a fenced div ends: the fence that closes it, else the end of the text."""
    depth, fence = 0, ""
    for number in range(at, len(lines)):
        mark = _FENCE.match(lines[number])
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        if fence:
            continue
        if _OPEN.match(lines[number]):
            depth += 1
        elif _CLOSE.match(lines[number]):
            depth -= 1
            if depth == 0:
                return number
    return len(lines)


def _named(written: str) -> tuple[str, str]:
    """Name and title of a div: `challenge`, `{.notes}`, `{.callout title="Mind"}`, `note Title`."""
    if written.startswith("{"):
        classes = _CLASS.findall(written)
        titled = _TITLED.search(written)
        return (classes[0].lower() if classes else ""), (titled[1] or titled[2] or "") if titled else ""
    name, _, rest = written.strip().partition(" ")
    return name.strip(".").lower(), rest.strip() if not rest.startswith("{") else ""
