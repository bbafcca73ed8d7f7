"""Rules -> diagnostics: each rule asked, what it finds given its code and its weight."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence

from deckbuild.checks.rule import Finding, ProjectRule, Rule, Subject
from deckbuild.checks.selection import Selection
from deckbuild.diagnostics.model import Diagnostic, Diagnostics, Severity


class Clock:
    """What each rule cost, in seconds, by its code."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, code: str, found: Iterator[Finding]) -> list[Finding]:
        """All of `found`, and what it took to find them."""
        began = time.perf_counter()
        listed = list(found)
        self.seconds[code] = self.seconds.get(code, 0.0) + time.perf_counter() - began
        return listed


def run_rules(
    rules: Iterable[Rule], subject: Subject, selection: Selection, diags: Diagnostics, clock: Clock | None = None
) -> None:
    """Ask the rules about one lesson."""
    for rule in rules:
        severity = selection.of(rule)
        if severity is not None:
            _report(rule, severity, rule.find(subject), diags, clock)


def run_project_rules(
    rules: Iterable[ProjectRule],
    subjects: Sequence[Subject],
    selection: Selection,
    diags: Diagnostics,
    clock: Clock | None = None,
) -> None:
    """Ask the rules about all lessons together."""
    for rule in rules:
        severity = selection.of(rule)
        if severity is not None:
            _report(rule, severity, rule.find(subjects), diags, clock)


def _report(
    rule: Rule | ProjectRule, severity: Severity, found: Iterator[Finding], diags: Diagnostics, clock: Clock | None
) -> None:
    listed = clock.timed(rule.code, found) if clock else found
    for one in listed:
        diags.add(Diagnostic(rule.code, severity, one.message, one.span, one.hints, one.fix))
