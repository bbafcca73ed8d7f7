"""A report as JUnit's XML: a suite a file, a case a finding; a file without any is a case that passes."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.model import Diagnostic, Severity
from deckbuild.reports.report import Report

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report) -> str:
    """The report as XML.  What does not make `check` fail is a case that passes and says something."""
    files = dict.fromkeys([*report.checked, *(one.span.file for one in report.diagnostics)])
    suites = [_suite(file, [one for one in report.diagnostics if one.span.file == file], report) for file in files]
    failures = sum(_fails(one, report) for one in report.diagnostics)
    tests = sum(max(1, sum(one.span.file == file for one in report.diagnostics)) for file in files)
    head = f'<testsuites name="deckbuild" tests="{tests}" failures="{failures}" errors="0">\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{"".join(suites)}</testsuites>\n'


def _suite(file: str, found: list[Diagnostic], report: Report) -> str:
    name = _quoted(report.path(file))
    cases = [_case(one, report) for one in found] or [f'    <testcase name="deckbuild" classname={name}/>\n']
    failures = sum(_fails(one, report) for one in found)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="0"'
    return f"  <testsuite name={name} {counts}>\n{''.join(cases)}  </testsuite>\n"


def _case(one: Diagnostic, report: Report) -> str:
    name = _quoted(f"{one.code} {CATALOGUE[one.code].name} (line {one.span.line}, column {one.span.column})")
    path = report.path(one.span.file)
    lines = [f"{path}:{one.span.line}:{one.span.column}: {one.severity.value}: {one.message}"]
    lines += [f"help: {hint}" for hint in one.hints]
    text = escape(_NOT_XML.sub("\ufffd", "\n".join(lines)))
    if _fails(one, report):
        inside = f'<failure type="{one.severity.value}" message={_quoted(one.message)}>{text}</failure>'
    else:
        inside = f"<system-out>{text}</system-out>"
    where = f'classname={_quoted(path)} file={_quoted(path)} line="{one.span.line}"'
    return f"    <testcase name={name} {where}>\n      {inside}\n    </testcase>\n"


def _fails(one: Diagnostic, report: Report) -> bool:
    return one.severity is Severity.ERROR or (report.strict and one.severity is Severity.WARNING)


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
