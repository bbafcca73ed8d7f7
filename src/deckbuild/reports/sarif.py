"""A report as SARIF 2.1.0 (OASIS), which GitHub, Azure DevOps and editors read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from deckbuild import __version__
from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.families import family_of
from deckbuild.diagnostics.model import Diagnostic, Edit, Severity, Span
from deckbuild.reports.report import Report, said

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(report: Report) -> str:
    """The report as one run of deckbuild."""
    codes = sorted({one.code for one in report.diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "deckbuild",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _artifact(file, report)} for file in report.checked],
        "results": [_result(one, name, codes, report) for one, name in report.fingerprints()],
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _rule(code: str) -> dict[str, Any]:
    entry = CATALOGUE[code]
    first, _, _ = entry.text.partition(". ")
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in entry.name.split("-")),
        "shortDescription": {"text": first.rstrip(".") + "."},
        "fullDescription": {"text": entry.text},
        "help": {"text": entry.text, "markdown": entry.text},
        "properties": {"tags": [family_of(code)]},
    }


def _result(one: Diagnostic, fingerprint: str, codes: list[str], report: Report) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": _LEVELS[one.severity],
        "message": {"text": said(one)},
        "locations": [{"physicalLocation": _location(one, report)}] if one.span.file else [],
        "partialFingerprints": {"deckbuild/v1": fingerprint},
    }
    if one.fix:
        result["fixes"] = [_fix(one, report)]
    return result


def _location(one: Diagnostic, report: Report) -> dict[str, Any]:
    """The place; of a deck or document the file alone, as it has no lines."""
    location: dict[str, Any] = {"artifactLocation": _artifact(one.span.file, report)}
    if one.span.file in report.sources:
        location["region"] = {**_region(one.span), "snippet": {"text": report.line(one)}}
    return location


def _fix(one: Diagnostic, report: Report) -> dict[str, Any]:
    changes: dict[str, list[Edit]] = {}
    for edit in one.fix:
        changes.setdefault(edit.span.file, []).append(edit)
    return {
        "description": {"text": one.hints[0] if one.hints else one.message},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(file, report),
                "replacements": [
                    {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.new}} for edit in edits
                ],
            }
            for file, edits in changes.items()
        ],
    }


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(file: str, report: Report) -> dict[str, str]:
    return {"uri": quote(report.path(file))}
