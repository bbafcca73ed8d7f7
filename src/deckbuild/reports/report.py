"""What a report is made from."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from deckbuild.diagnostics.model import Diagnostic
from deckbuild.load.positions import Source
from deckbuild.pipeline import Composed


@dataclass(frozen=True)
class Report:
    """All that was found in the files `checked`."""

    diagnostics: tuple[Diagnostic, ...]
    checked: tuple[str, ...]
    """Names of files, as spans have them."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    composed: tuple[Composed, ...] = ()
    strict: bool = False
    """Whether warnings fail, too."""
    prefix: str = ""
    """From the folder that paths are to begin at to the project's root."""

    def path(self, file: str) -> str:
        """Where a file is, as the reader of the report finds it."""
        return (PurePosixPath(self.prefix) / file).as_posix()

    def line(self, diagnostic: Diagnostic) -> str:
        """The source line of a finding; empty for what is no text."""
        source = self.sources.get(diagnostic.span.file)
        lines = source.lines if source else []
        return lines[diagnostic.span.line - 1] if 1 <= diagnostic.span.line <= len(lines) else ""

    def fingerprints(self) -> Iterator[tuple[Diagnostic, str]]:
        """Each finding with a name that it keeps while its line moves: made of file, code, message, and how often
        the same was found above it.
        """
        seen: Counter[tuple[str, str, str]] = Counter()
        for one in self.diagnostics:
            named = (one.span.file, one.code, one.message)
            seen[named] += 1
            digest = hashlib.sha256("\0".join([*named, str(seen[named])]).encode()).hexdigest()
            yield one, digest[:32]


def said(diagnostic: Diagnostic) -> str:
    """Message and hints in one paragraph."""
    return "; ".join([diagnostic.message, *diagnostic.hints])
