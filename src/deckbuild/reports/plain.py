"""A report as JSON of our own, for scripts: docs/guide/checking.md says what it holds."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.families import family_of
from deckbuild.diagnostics.model import Diagnostic, Severity, Span
from deckbuild.reports.report import Report

VERSION = 1
"""Of the format; a key that is added does not change it."""


def json_report(report: Report) -> str:
    """The report as JSON."""
    found = report.diagnostics
    families = Counter(family_of(one.code) for one in found)
    whole = {
        "version": VERSION,
        "checked": [report.path(file) for file in report.checked],
        "counts": {severity.value: sum(one.severity is severity for one in found) for severity in Severity},
        "families": dict(families.most_common()),
        "diagnostics": [_diagnostic(one, report) for one in found],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _diagnostic(one: Diagnostic, report: Report) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": CATALOGUE[one.code].name,
        "family": family_of(one.code),
        "severity": one.severity.value,
        "message": one.message,
        "hints": list(one.hints),
        "place": _place(one.span, report),
        "fix": [{"place": _place(edit.span, report), "old": edit.old, "new": edit.new} for edit in one.fix],
    }


def _place(span: Span, report: Report) -> dict[str, Any]:
    """Lines and columns are counted from 1, the end is exclusive; columns are characters."""
    return {
        "file": report.path(span.file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
