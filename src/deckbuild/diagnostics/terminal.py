"""A diagnostic as text for people: headline, place, the source line underlined, hints."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from deckbuild.diagnostics.families import family_of
from deckbuild.diagnostics.model import Diagnostic, Severity, Span

_RESET, _BOLD, _BLUE = "\x1b[0m", "\x1b[1m", "\x1b[1;34m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}
_TAB = 4
_TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
_WIDEST = 160
"""Cells of a source line that are shown."""


def render(diagnostic: Diagnostic, source: Callable[[str], Sequence[str]], *, colour: bool = False) -> str:
    """The diagnostic over several lines, without a line break at the end.

    `source` gives the lines of a file, none where it can't be read; then only the place is said.
    """
    paint = _painted if colour else _bare
    tone = _COLOURS[diagnostic.severity]
    span = diagnostic.span
    headline = paint(f"{diagnostic.severity.value}[{diagnostic.code}]", tone) + paint(f": {diagnostic.message}", _BOLD)
    lines = source(span.file) if span.file else ()
    if not 1 <= span.line <= len(lines):
        place = [f" {paint('-->', _BLUE)} {span.file}"] if span.file else []
        return "\n".join([headline, *place, *(f"  {paint('=', _BLUE)} help: {hint}" for hint in diagnostic.hints)])
    gutter = " " * len(str(span.line))
    shown, before, marked = _underlined(lines[span.line - 1], span)
    bar = paint(f"{gutter} |", _BLUE)
    return "\n".join(
        [
            headline,
            f"{gutter}{paint('-->', _BLUE)} {span.file}:{span.line}:{span.column}",
            bar,
            f"{paint(f'{span.line} |', _BLUE)} {shown}".rstrip(),
            f"{bar} {' ' * before}{paint('^' * marked, tone)}",
            *(f"{gutter} {paint('=', _BLUE)} help: {hint}" for hint in diagnostic.hints),
        ]
    )


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many there are of each: `2 errors, 1 warning, 3 info`; empty for none."""
    found = list(diagnostics)
    counts = ((severity, sum(d.severity is severity for d in found)) for severity in Severity)
    return ", ".join(
        f"{count} {severity.value}{'s' * (count != 1 and severity is not Severity.INFO)}"
        for severity, count in counts
        if count
    )


def by_family(diagnostics: Iterable[Diagnostic]) -> str:
    """How many there are in each family, most first: `time 3, accessibility 1`; empty for none."""
    counts = Counter(family_of(diagnostic.code) for diagnostic in diagnostics)
    return ", ".join(f"{family} {count}" for family, count in counts.most_common())


def _underlined(line: str, span: Span) -> tuple[str, int, int]:
    """The line as shown, the cells before the mark, and the cells marked; a mark goes on to the line's end at most."""
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line.rstrip())
    before, marked = _visible(line[:start]), _visible(line[start:end])
    whole = before + marked + _visible(line[max(start, end) :])
    cut = max(0, _cells(before) - _WIDEST // 2) if _cells(whole) > _WIDEST else 0
    if cut:
        before = "…" + before[min(cut, len(before)) :]
        whole = before + marked + _visible(line[max(start, end) :])
    if _cells(whole) > _WIDEST:
        whole = whole[: _WIDEST - 1] + "…"
    return whole, _cells(before), max(1, min(_cells(marked), _WIDEST - _cells(before)))


def _visible(text: str) -> str:
    """Tabs as spaces, and what would move the cursor or turn the text as a replacement character."""
    return "".join(" " * _TAB if one == "\t" else "\ufffd" if _unsafe(one) else one for one in text)


def _unsafe(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or unicodedata.bidirectional(character) in _TURNING


def _cells(text: str) -> int:
    """Columns of a terminal that `text` takes: wide East Asian characters two, marks and joiners none."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _painted(text: str, code: str) -> str:
    return f"{code}{text}{_RESET}"


def _bare(text: str, code: str) -> str:
    del code
    return text
