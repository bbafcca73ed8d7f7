"""What went wrong, where, and what to do about it: plain values, collected and never raised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a source file: lines and columns are 1-based, the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


NOWHERE = Span("", 0, 0, 0, 0)
_NONE: Mapping[str, Span] = MappingProxyType({})


@dataclass(frozen=True)
class Place:
    """Where a mapping stands, and where each of its values stands.

    `fields` maps a key to the span of its value, `keys` to the span of the key itself; `steps/0` is the first text of
    the list under `steps`.
    """

    span: Span = NOWHERE
    fields: Mapping[str, Span] = field(default_factory=lambda: _NONE)
    keys: Mapping[str, Span] = field(default_factory=lambda: _NONE)

    def of(self, name: str) -> Span:
        """Span of the value called `name`, or of the whole mapping where it has none."""
        return self.fields.get(name, self.span)


class Severity(Enum):
    """ERROR: nothing, or something wrong, is built.  WARNING: a reviewer would object.  INFO: worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Edit:
    """`old`, which stands at `span`, becomes `new`.  An empty span puts something in."""

    span: Span
    old: str
    new: str


@dataclass(frozen=True)
class Diagnostic:
    """One mistake: `code` names its kind (see catalogue.py), `hints` begin with a verb.

    `fix` are edits that remove it and change nothing else; without any, a person has to decide.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    hints: tuple[str, ...] = ()
    fix: tuple[Edit, ...] = ()

    @property
    def order(self) -> tuple[Span, str, str]:
        """Sort key: by place, then code, then text."""
        return (self.span, self.code, self.message)


class Diagnostics:
    """The one collector that all stages report to; append-only."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def error(self, code: str, message: str, span: Span, *hints: str) -> None:
        """Record a mistake that makes the output wrong or impossible."""
        self._found.setdefault(Diagnostic(code, Severity.ERROR, message, span, hints))

    def warn(self, code: str, message: str, span: Span, *hints: str) -> None:
        """Record something a reviewer would object to."""
        self._found.setdefault(Diagnostic(code, Severity.WARNING, message, span, hints))

    def add(self, diagnostic: Diagnostic) -> None:
        """Record one that is complete."""
        self._found.setdefault(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take over diagnostics found elsewhere, for example in a worker process."""
        for diagnostic in diagnostics:
            self._found.setdefault(diagnostic)

    @property
    def has_errors(self) -> bool:
        """Whether anything found so far stops the build."""
        return any(d.severity is Severity.ERROR for d in self._found)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """All that was found, in the order of the source."""
        return tuple(sorted(self._found, key=lambda d: d.order))
