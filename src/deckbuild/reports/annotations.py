"""A report as GitHub's workflow commands: annotations beside the lines of a pull request."""

from __future__ import annotations

from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.model import Diagnostic, Severity
from deckbuild.reports.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: Report) -> str:
    """A line a finding."""
    return "".join(f"{_annotation(one, report)}\n" for one in report.diagnostics)


def _annotation(one: Diagnostic, report: Report) -> str:
    span = one.span
    given = {"file": report.path(span.file), "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:  # columns are ignored, and warned of, where lines differ
        given |= {"col": span.column, "endColumn": max(span.column, span.end_column)}
    given["title"] = f"{one.code} {CATALOGUE[one.code].name}"
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in given.items())
    return f"::{_COMMANDS[one.severity]} {listed}::{_text(chr(10).join([one.message, *one.hints]))}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
