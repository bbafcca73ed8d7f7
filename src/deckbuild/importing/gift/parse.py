"""The text of a GIFT file -> its questions, as the format has them: no meaning yet for this project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACE = re.compile(r"(?<!\\)(?:\\\\)*([{}])")
_TITLE = re.compile(r"::((?:\\.|[^:\\]|:(?!:))*)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]", re.IGNORECASE)
_SIGN = re.compile(r"(?<!\\)((?:\\\\)*)([=~])")
_GENERAL = re.compile(r"(?<!\\)####")
_COMMENT = re.compile(r"(?<!\\)#")
_SHARE = re.compile(r"\s*%(-?[0-9]+(?:\.[0-9]+)?)%")
_ARROW = re.compile(r"(?<!\\)->")
_ID = re.compile(r"\[id:([^\]]+)\]")
_TAG = re.compile(r"\[tag:([^\]]+)\]")


@dataclass(frozen=True)
class Given:
    """An answer: its sign `=` or `~`, its share of the points where one is written, its text, what is said to it."""

    sign: str
    text: str
    comment: str = ""
    share: float | None = None
    match: str | None = None
    """The other half, in a matching question."""


@dataclass(frozen=True)
class Raw:
    """A question as it stands in the file; texts are still escaped."""

    line: int
    title: str
    format: str
    stem: str
    after: str
    """What follows the braces: then they stand for the missing word."""
    braces: bool
    head: str
    """What stands first in the braces where it is no answer: T, F, #3:1."""
    answers: tuple[Given, ...]
    general: str
    id: str = ""
    tags: tuple[str, ...] = ()


def questions(text: str) -> Iterator[Raw | tuple[int, str]]:
    """The questions in order; a pair of line and path for each `$CATEGORY`."""
    held: list[str] = []
    comments: list[str] = []
    depth, start = 0, 1
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate([*lines, ""], 1):
        bare = line.strip()
        if not depth and bare.startswith("//"):
            comments.append(bare)
            continue
        if not depth and bare.startswith("$CATEGORY:"):
            yield number, bare.removeprefix("$CATEGORY:").strip()
            continue
        if not bare and not depth:
            if held:
                yield _question(start, "\n".join(held), comments)
                comments = []
            held = []
            continue
        start = start if held else number
        held.append(line)
        depth = max(0, depth + sum(1 if one[1] == "{" else -1 for one in _BRACE.finditer(line)))
    if held:
        yield _question(start, "\n".join(held), comments)


def _question(line: int, text: str, comments: list[str]) -> Raw:
    said = " ".join(comments)
    id_ = _ID.search(said)
    tags = tuple(_TAG.findall(said))
    title = _TITLE.match(text.lstrip())
    rest = text.lstrip()[title.end() :] if title else text
    form = _FORMAT.match(rest)
    rest = rest[form.end() :] if form else rest
    name, kind = (title[1] if title else ""), (form[1].lower() if form else "moodle")
    opening = next((one for one in _BRACE.finditer(rest) if one[1] == "{"), None)
    closing = None
    if opening:
        closing = next((one for one in _BRACE.finditer(rest, opening.end()) if one[1] == "}"), None)
    if not opening or not closing:
        return Raw(line, name, kind, rest, "", False, "", (), "", id_[1] if id_ else "", tags)
    inside = rest[opening.end(1) : closing.start(1)]
    general = _GENERAL.search(inside)
    body = inside[: general.start()] if general else inside
    signs = list(_SIGN.finditer(body))
    head = body[: signs[0].start(2)] if signs else body
    ends = [*(one.start(2) for one in signs[1:]), len(body)][: len(signs)]
    answers = tuple(_given(one[2], body[one.end() : end]) for one, end in zip(signs, ends, strict=True))
    return Raw(
        line, name, kind, rest[: opening.start(1)], rest[closing.end(1) :], True, head.strip(), answers,
        inside[general.end() :] if general else "", id_[1] if id_ else "", tags,
    )  # fmt: skip


def _given(sign: str, text: str) -> Given:
    share = _SHARE.match(text)
    text = text[share.end() :] if share else text
    comment = _COMMENT.search(text)
    said = text[comment.end() :] if comment else ""
    text = text[: comment.start()] if comment else text
    arrow = _ARROW.search(text)
    match = text[arrow.end() :].strip() if arrow else None
    text = text[: arrow.start()] if arrow else text
    return Given(sign, text.strip(), said.strip(), float(share[1]) if share else None, match)


def unescaped(text: str) -> str:
    """A text of GIFT without its backslashes."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)
