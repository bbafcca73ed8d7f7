"""A report as GitLab's code quality: a list of issues, shown in merge requests."""

from __future__ import annotations

import json

from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.families import family_of
from deckbuild.diagnostics.model import Severity
from deckbuild.reports.report import Report, said

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(report: Report) -> str:
    """The report as JSON in the format of Code Climate, as far as GitLab reads it."""
    issues = [
        {
            "type": "issue",
            "description": said(one),
            "check_name": f"{one.code} {CATALOGUE[one.code].name}",
            "categories": [family_of(one.code)],
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[one.severity],
            "location": {
                "path": report.path(one.span.file),
                "lines": {"begin": one.span.line, "end": max(one.span.line, one.span.end_line)},
            },
        }
        for one, fingerprint in report.fingerprints()
    ]
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"
