"""What was found, as other programs read it: one module a format, `ALL` is the list."""

from collections.abc import Callable, Mapping

from deckbuild.reports.annotations import github
from deckbuild.reports.gitlab import gitlab
from deckbuild.reports.junit import junit
from deckbuild.reports.page import html
from deckbuild.reports.plain import json_report
from deckbuild.reports.report import Report
from deckbuild.reports.sarif import sarif

ALL: Mapping[str, Callable[[Report], str]] = {
    "json": json_report,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "html": html,
}
"""Formats beside the terminal's own, by the name that `--format` takes."""
