"""libyaml's syntax errors in an author's words: where it is, what YAML took it for, what to write."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from deckbuild.diagnostics.model import Diagnostics, Span

_NEAR = 500
"""Characters of a line that are looked through for a key: no search is slow on a line of megabytes."""
_INDENTED_BY_TAB = re.compile(r" *\t\s*")
_OPENING = {
    "*": "`*` names a value to repeat (an alias)",
    "&": "`&` gives a value a name (an anchor)",
    "|": "`|` begins a text over several lines",
    ">": "`>` begins a text over several lines",
    "@": "no text may begin with `@`",
    "`": "no text may begin with a backtick",
    "%": "no text may begin with `%`",
    "!": "`!` begins a tag",
    "?": "`?` begins a key",
}

_BEGUN = (
    "while scanning an a",
    "while scanning a block",
    "while scanning a tag",
    "while parsing a tag",
    "while parsing a node",
)
"""Contexts whose place is that of the character that began it: an alias, an anchor, a block text, a tag."""


@dataclass(frozen=True)
class _Found:
    """A syntax error as libyaml gives it; positions are 0-based, `line` is the text of the line it stands in."""

    problem: str
    context: str
    at: Any
    since: Any
    lines: Sequence[str]
    file: str

    @property
    def line(self) -> str:
        return self.text_of(self.at.line)

    def text_of(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def span(self, line: int, column: int, length: int = 1) -> Span:
        return Span(self.file, line + 1, column + 1, line + 1, column + 1 + length)

    def rest(self, line: int, column: int) -> Span:
        """From a position to the end of its line, a comment left out."""
        written = re.split(r"\s#", self.text_of(line)[column:], maxsplit=1)[0].rstrip()
        return self.span(line, column, max(len(written), 1))


_Told = tuple[str, Span, str]
"""Message, place, hint."""


def report_syntax(error: yaml.MarkedYAMLError, text: str, file: str, diags: Diagnostics) -> None:
    """Give the message for a syntax error: Y102 where a tab indents the line, else Y104."""
    lines = text.splitlines()
    at = error.problem_mark or error.context_mark
    assert at is not None  # libyaml's scanner and parser always say where
    found = _Found(error.problem or "", error.context or "", at, error.context_mark or at, lines, file)
    tab = _INDENTED_BY_TAB.match(found.line)
    if tab or "tab character" in found.problem:
        length = tab.end() if tab else 1
        hint = "indent with spaces, two for each level; most editors can convert the file"
        diags.error("Y102", "a tab indents this line", found.span(at.line, 0 if tab else at.column, length), hint)
        return
    message, span, hint = next(tell for problem, tell in _TELLING if problem in found.problem)(found)
    diags.error("Y104", message, span, hint)


def quoted(text: str) -> str:
    """`text` between quotes, as YAML needs it."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _colon(found: _Found) -> _Told:
    value = re.match(r"\s*(?:- +)*(?:\"[^\"]*\"|'[^']*'|[^\s:][^:]*?)\s*:\s+(?=\S)", found.line[:_NEAR])
    if value and value.end() <= found.at.column:
        span = found.rest(found.at.line, value.end())
        written = found.line[span.column - 1 : span.end_column - 1]
        return (
            "a second colon in one line makes YAML expect another key",
            span,
            f"put the text in quotes: `{quoted(written)}`",
        )
    start = len(found.line) - len(found.line.lstrip())
    hint = "indent it like the line above, or put a text over several lines in quotes"
    return (
        "this line is indented deeper than a text above it that is complete",
        found.rest(found.at.line, start),
        hint,
    )


def _no_colon(found: _Found) -> _Told:
    span = found.rest(found.since.line, found.since.column)
    return (
        "this line has no `key:`",
        span,
        "write `key: value`, begin it with `- `, or indent it like the text it goes on with",
    )


def _opening_character(found: _Found) -> _Told:
    """A text that begins with a character that means something in YAML."""
    at = found.since if found.context.startswith(_BEGUN) else found.at
    line = found.text_of(at.line)
    column = len(line[: at.column].rstrip("["))
    bracket = column < at.column
    span = found.rest(at.line, column)
    written = line[column : span.end_column - 1]
    character = written[:1]
    said = "`[` begins a list" if bracket else _OPENING.get(character, f"no text may begin with `{character}`")
    return (f"{said} in YAML", span, f"put the text in quotes: `{quoted(written)}`")


def _open_quote(found: _Found) -> _Told:
    span = found.span(found.since.line, found.since.column)
    return ("this quotation mark is never closed", span, "close it, or double an apostrophe within single quotes: `''`")


def _escape(found: _Found) -> _Told:
    column = max(found.line.rfind("\\", 0, found.at.column + 1), 0)
    hint = "write `\\\\` for a backslash, or use single quotes"
    return (
        "between double quotes a backslash begins an escape, and this is none",
        found.span(found.at.line, column, 2),
        hint,
    )


def _open_bracket(found: _Found) -> _Told:
    bracket = found.text_of(found.since.line)[found.since.column :][:1] or "["
    closing = {"[": "]", "{": "}"}.get(bracket, "]")
    span = found.rest(found.since.line, found.since.column)
    hint = f"add `{closing}`, or put a text that begins with `{bracket}` in quotes"
    return (f"this `{bracket}` is not closed where it should be", span, hint)


def _not_a_key(found: _Found) -> _Told:
    before, after = found.line[: found.at.column].rstrip(), found.line[found.at.column :]
    span = found.rest(found.at.line, found.at.column)
    if before.endswith(("'", '"')):
        doubled = "; double an apostrophe within it: `''`" if before.endswith("'") else ""
        return ("the text goes on after its closing quotation mark", span, f"put the whole text in quotes{doubled}")
    if after.startswith("- "):
        return ("this `- ` does not line up with any list", span, "indent it exactly like the entries it belongs to")
    if after.startswith(":"):
        return ("there is no key before this colon", span, "write a word before it")
    return ("this line does not line up with any above it", span, "indent it exactly like the lines it belongs to")


def _not_an_entry(found: _Found) -> _Told:
    span = found.rest(found.at.line, found.at.column)
    return (
        "a list was begun, but this line does not begin with `- `",
        span,
        "begin it with `- `, or indent it like the text it goes on with",
    )


def _list_in_line(found: _Found) -> _Told:
    span = found.rest(found.at.line, found.at.column)
    return ("a list can't begin in the line of its key", span, "begin each entry with `- ` in a line of its own")


def _nothing(found: _Found) -> _Told:
    span = found.span(found.at.line, found.at.column)
    character = found.line[found.at.column :][:1]
    if not character:
        return ("the file ends before this is complete", span, "complete it, or remove what was begun")
    return (f"`{character}` can't stand here", span, "remove it, or put the text in quotes")


def _directive(found: _Found) -> _Told:
    return (
        "no text may begin with `%` in YAML",
        found.rest(found.at.line, 0),
        "remove the line, or put the text in quotes",
    )


def _after_end(found: _Found) -> _Told:
    return (
        "the document has ended before this line",
        found.rest(found.at.line, found.at.column),
        "remove the line `...` above",
    )


def _unclear(found: _Found) -> _Told:
    span = found.rest(found.at.line, found.at.column)
    return (
        f"this can't be read as YAML: {found.problem}",
        span,
        "check quotes, colons and indentation here and in the line above",
    )


_TELLING: tuple[tuple[str, Callable[[_Found], _Told]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("cannot start any token", _opening_character),
    ("alphabetic or numeric character", _opening_character),
    ("expected comment or line break", _opening_character),
    ("undefined tag handle", _opening_character),
    ("tag URI", _opening_character),
    ("URI escaped", _opening_character),
    ("expected whitespace or line break", _opening_character),
    ("mapping keys are not allowed", _opening_character),
    ("unexpected ':'", _nothing),
    ("directive name", _directive),
    ("non-alphabetical", _directive),
    ("unexpected end of stream", _open_quote),
    ("unexpected document indicator", _open_quote),
    ("escape c", _escape),
    ("expected hexdecimal number", _escape),
    ("expected ',' or", _open_bracket),
    ("did not find expected key", _not_a_key),
    ("did not find expected '-' indicator", _not_an_entry),
    ("block sequence entries are not allowed", _list_in_line),
    ("did not find expected node content", _nothing),
    ("incompatible YAML document", _directive),
    ("<document start>", _after_end),
    ("", _unclear),
)
