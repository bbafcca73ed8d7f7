"""Where each character of a value stands in its file, exactly or not at all.

A fix or a mark within a text needs the place of some of its characters, and YAML folds lines, drops indentation and
reads escapes.  What is worked out here is compared with the value that libyaml gave; where they differ, it is unclear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from deckbuild.diagnostics.model import Edit, Span
from deckbuild.load.scalars import Style, escaped, mapped, reads_back

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


@dataclass(frozen=True, eq=False)
class Source:
    """The text of a file, without its byte order mark."""

    file: str
    text: str

    @cached_property
    def starts(self) -> list[int]:
        """Offset at which each line begins; lines are counted as YAML counts them."""
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        ends = [*self.starts[1:], len(self.text)]
        return [
            self.text[begin:end].rstrip("\r\n\x85\u2028\u2029") for begin, end in zip(self.starts, ends, strict=True)
        ]

    def offsets(self, span: Span) -> tuple[int, int]:
        """Where `span` begins and ends in the text."""
        return self._offset(span.line, span.column), self._offset(span.end_line, span.end_column)

    def _offset(self, line: int, column: int) -> int:
        begin = self.starts[line - 1] if line <= len(self.starts) else len(self.text)
        return min(begin + column - 1, len(self.text))

    def span(self, begin: int, end: int) -> Span:
        """The span of two offsets."""
        return Span(self.file, *self._place(begin), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def written(self, span: Span) -> str:
        """What stands at `span`, character by character."""
        begin, end = self.offsets(span)
        return self.text[begin:end]

    def part(self, span: Span, text: str, begin: int, end: int) -> Span | None:
        """Where `text[begin:end]` stands, `text` being (a part of) the value written at `span`; None if unclear."""
        found = self._find(span, text)
        if found is None or not 0 <= begin <= end <= len(text):
            return None
        start, _, offsets, shift = found
        first = offsets[begin + shift][0] if begin + shift < len(offsets) else offsets[-1][1]
        last = offsets[end + shift - 1][1] if end > begin else first
        return self.span(start + first, start + last)

    def replaced(self, span: Span, text: str, begin: int, end: int, new: str) -> Edit | None:
        """The edit that makes `text[begin:end]` into `new`; None where it can't be made for certain."""
        found = self._find(span, text)
        where = self.part(span, text, begin, end)
        if found is None or where is None:
            return None
        start, (style, value), _, shift = found
        old = self.written(where)
        if old != escaped(text[begin:end], style):  # a fold or an escape lies within
            return None
        inserted = escaped(new, style)
        first, last = self.offsets(where)
        _, stop = self.offsets(span)
        changed = self.text[start:first] + inserted + self.text[last:stop]
        wanted = value[: begin + shift] + new + value[end + shift :]
        return Edit(where, old, inserted) if reads_back(changed, wanted, self.text[start:stop], value) else None

    def _find(self, span: Span, text: str) -> tuple[int, tuple[Style, str], list[tuple[int, int]], int] | None:
        """The offset of the scalar at `span`, its style and value, its characters' offsets, and where `text` begins."""
        begin, end = self.offsets(span)
        read = mapped(self.text[begin:end])
        if read is None or not text or not read.offsets:
            return None
        shift = read.value.find(text)
        if shift < 0 or (read.value.strip() != text.strip() and read.value.find(text, shift + 1) >= 0):
            return None
        return begin, (read.style, read.value), read.offsets, shift
