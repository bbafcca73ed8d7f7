"""Comments `# deckbuild: allow CODE reason` -> what they allow, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.load.mistakes import near
from deckbuild.load.positions import Source
from deckbuild.load.read import read_tree
from deckbuild.load.tree import Entries, Items, Scalar, Tree

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*deckbuild:\s*(.*?)\s*$")
_ALLOW = re.compile(r"allow\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(.*)")
_ALONE = re.compile(r"\s*(#.*)?$")

_NAMES = {entry.name: code for code, entry in CATALOGUE.items()}


@dataclass(frozen=True)
class Allowance:
    """`code` may be found from line `first` to line `last`; `span` is where the comment says so."""

    code: str
    span: Span
    first: int
    last: int

    def covers(self, code: str, span: Span) -> bool:
        """Whether a finding with that code and place is meant."""
        return code == self.code and span.file == self.span.file and self.first <= span.line <= self.last


def allowances(source: Source, diags: Diagnostics) -> tuple[Allowance, ...]:
    """All that the comments of a file allow; a message for a comment that is not understood or gives no reason."""
    if "deckbuild:" not in source.text:
        return ()
    tree = read_tree(source.text.encode(), source.file, Diagnostics())
    if tree is None:
        return ()
    texts = list(_scalars(tree))
    found: list[Allowance] = []
    for number, line in enumerate(source.lines, 1):
        comment = _COMMENT.search(line)
        if comment and not any(_within(number, comment.start() + 1, text) for text in texts):
            span = Span(source.file, number, comment.start() + 1, number, len(line.rstrip()) + 1)
            target = number if line[: comment.start()].strip() else _next(source.lines, number)
            last = max([target, *(_last_line(text) for text in texts if text.line == target)])
            found += [Allowance(code, span, target, last) for code in _codes(comment[1], span, diags)]
    return tuple(found)


def _codes(said: str, span: Span, diags: Diagnostics) -> Iterator[str]:
    """The codes that a comment allows, after messages about what is wrong with it."""
    read = _ALLOW.fullmatch(said)
    if read is None:
        hint = "write `# deckbuild: allow CODE reason`"
        diags.warn("Y121", f"`{said}` is not understood behind `deckbuild:`", span, hint)
        return
    words = re.split(r"\s*,\s*", read[1])
    if not read[2]:
        diags.warn("Y122", f"nothing says why `{read[1]}` is allowed here", span, "write the reason behind it")
    for word in words:
        code = _NAMES.get(word, word.upper())
        if code in CATALOGUE:
            yield code
        else:
            close = near(word, [*CATALOGUE, *_NAMES])
            hint = f"did you mean `{close}`?" if close else "see `deckbuild explain` for all codes and their names"
            diags.warn("Y121", f"there is no code and no name `{word}`", span, hint)


def _next(lines: list[str], number: int) -> int:
    """The first line below `number` that holds more than a comment."""
    return next((at for at, line in enumerate(lines[number:], number + 1) if not _ALONE.match(line)), number)


def _within(line: int, column: int, span: Span) -> bool:
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)


def _last_line(span: Span) -> int:
    return span.end_line - (span.end_column == 1 and span.end_line > span.line)


def _scalars(tree: Tree) -> Iterator[Span]:
    """Spans of all texts, those of values from their key on where they begin in its line."""
    if isinstance(tree, Scalar):
        yield tree.span
    elif isinstance(tree, Items):
        for value in tree.values:
            yield from _scalars(value)
    elif isinstance(tree, Entries):
        for key, value in tree.entries.values():
            yield key
            yield from _scalars(value)
            if isinstance(value, Scalar) and value.span.line != key.line:
                yield Span(key.file, key.line, key.column, value.span.end_line, value.span.end_column)
