"""Reports for other programs have the shape that these read, and the page for people says all that was found."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from deckbuild.checks import BUILT
from deckbuild.cli import deckbuild
from deckbuild.reports import ALL
from deckbuild.reports.report import Report
from deckbuild.review import review
from deckbuild.workspace import InMemory

LATE = """\
lesson: "1.1"
title: Leaving <late> & "safe"
duration: 1 min
sections:
  - title: Welcome
    slides:
      - title: When the alarm rings
        duration: 5 min
        bullets: [Walk]
      - title: When the alarm rings
        bullets: [Walk on, "50 %: done\\n"]
        notes:
          - activity: walk
activities:
  - {id: walk, title: Walk, steps: [Walk]}
"""
BAD = 'lesson: "1.2"\ntitle: Bad\nduration: 20\nsections: [{title: Welcome}]\n'
CLEAN = 'lesson: "1.3"\ntitle: Clean\nsections: [{title: Welcome, slides: [{title: A, bullets: [x]}]}]\n'


@pytest.fixture(scope="module")
def report() -> Report:
    files = {
        "decks/late, very.yaml": LATE,
        "decks/bad.yaml": BAD,
        "decks/clean.yaml": CLEAN,
        "deckbuild.yaml": "project: Demo",
    }
    lessons = [PurePosixPath(name) for name in files if name.startswith("decks")]
    found = review(InMemory(files), lessons, rules=BUILT)
    assert [one.code for one in found.diagnostics] == ["S106", "T301", "A101", "Q101"]
    return Report(found.diagnostics, tuple(map(str, lessons)), found.sources, found.composed, prefix="training")


def test_the_json_of_our_own_says_everything(report: Report) -> None:
    made = json.loads(ALL["json"](report))

    assert made["counts"] == {"error": 1, "warning": 3, "info": 0}
    assert made["families"] == {"shape": 1, "time": 1, "accessibility": 1, "activities": 1}
    assert made["checked"] == ["training/decks/late, very.yaml", "training/decks/bad.yaml", "training/decks/clean.yaml"]
    (error, *_) = made["diagnostics"]
    place = {"file": "training/decks/bad.yaml", "line": 3, "column": 11, "end_line": 3, "end_column": 13}
    assert error["place"] == place
    assert error["fix"] == [{"place": place, "old": "20", "new": "20 min"}]
    assert error["hints"] == ["write a duration such as `20 min`"]


def test_sarif_fits_the_schema_of_oasis(report: Report) -> None:
    """The models of pydantic-sarif are made from that schema, and refuse keys that it does not have."""
    text = ALL["sarif"](report)
    (run,) = Sarif.model_validate_json(text).runs

    assert [one.ruleId for one in run.results] == ["S106", "T301", "A101", "Q101"]
    assert [one.level.value for one in run.results] == ["error", "warning", "warning", "warning"]
    rules = run.tool.driver.rules
    assert all(rules[one.ruleIndex].id == one.ruleId for one in run.results)


def test_sarif_says_where_and_how_to_mend(report: Report) -> None:
    (run,) = json.loads(ALL["sarif"](report))["runs"]
    error, late, *_ = run["results"]
    region = {"startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 13}

    where = late["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "training/decks/late%2C%20very.yaml"
    assert where["region"]["snippet"]["text"] == "duration: 1 min"
    (change,) = error["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "20 min"}}]


def test_a_finding_keeps_its_fingerprint_while_it_moves() -> None:
    def fingerprints(text: str) -> list[str]:
        found = review(InMemory({"decks/a.yaml": text}), [PurePosixPath("decks/a.yaml")], rules=BUILT)
        whole = json.loads(ALL["gitlab"](Report(found.diagnostics, ("decks/a.yaml",), found.sources)))
        return [issue["fingerprint"] for issue in whole]

    assert fingerprints(LATE) == fingerprints("# moved\n\n" + LATE)
    assert len(set(fingerprints(LATE))) == 3


def test_an_annotation_for_github_is_one_line_with_its_signs_escaped(report: Report) -> None:
    lines = ALL["github"](report).splitlines()

    assert len(lines) == 4
    assert all(re.fullmatch(r"::(error|warning|notice) file=[^:,]+(,\w+=[^:,]+)*::.+", line) for line in lines)
    assert lines[0].startswith("::error file=training/decks/bad.yaml,line=3,endLine=3,col=11,endColumn=13,title=S106 ")
    assert "file=training/decks/late%2C very.yaml" in lines[1]
    assert "%0A" in lines[1]


def test_an_issue_for_gitlab_has_what_gitlab_asks_for(report: Report) -> None:
    """https://docs.gitlab.com/ci/testing/code_quality/: description, check_name, fingerprint, location, severity."""
    for issue in json.loads(ALL["gitlab"](report)):
        assert {"description", "check_name", "fingerprint", "location", "severity"} <= set(issue)
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert re.fullmatch(r"[0-9a-f]{32}", issue["fingerprint"])
        assert not issue["location"]["path"].startswith(("./", "/"))
        assert issue["location"]["lines"]["begin"] >= 1


@pytest.mark.parametrize(("strict", "failures"), [(False, 1), (True, 4)])
def test_junit_fails_what_makes_check_fail(report: Report, strict: bool, failures: int) -> None:
    whole = ET.fromstring(ALL["junit"](Report(report.diagnostics, report.checked, report.sources, strict=strict)))
    suites = whole.findall("testsuite")

    assert whole.get("failures") == str(failures) == str(len(whole.findall(".//failure")))
    assert [suite.get("name") for suite in suites] == list(report.checked)
    for suite in suites:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    assert whole.get("tests") == str(sum(int(suite.get("tests", "")) for suite in suites))


class _Page(HTMLParser):
    """Elements that close, ids, links within the page, headings, and pictures without a text."""

    EMPTY = ("meta", "img", "input", "br", "link")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.outside: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in self.EMPTY:
            self.open.append(tag)
        self.ids += [given["id"]] if given.get("id") else []
        link = given.get("href") or given.get("src") or ""
        if link.startswith("#"):
            self.links.append(link[1:])
        elif link and not link.startswith("data:"):
            self.outside.append(link)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "img":
            assert given.get("alt")
        assert tag != "script"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_by_itself_and_well_formed(report: Report) -> None:
    page = _Page(ALL["html"](report))

    assert page.open == []
    assert page.outside == []
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.links) <= set(page.ids)
    assert page.levels[0] == 1 and all(two <= one + 1 for one, two in zip(page.levels, page.levels[1:], strict=False))


def test_the_page_shows_every_finding_beside_its_slide(report: Report) -> None:
    text = ALL["html"](report)

    assert text.count('<li class="finding ') == len(report.diagnostics)
    assert text.count("data:image/png") == 1
    assert 'alt="Slide 3: When the alarm rings"' in text
    assert '<span class="mark warning"' in text
    assert "<mark>1 min</mark>" in text
    assert "deckbuild check --fix" in text
    assert "Leaving &lt;late&gt; &amp; &quot;safe&quot;" in text
    assert "Nothing to object to" in text and "1.3 Clean" in text


def test_the_page_of_a_clean_project_says_so() -> None:
    files = {"decks/clean.yaml": CLEAN}
    found = review(InMemory(files), [PurePosixPath("decks/clean.yaml")], rules=BUILT)
    page = ALL["html"](Report(found.diagnostics, tuple(files), found.sources, found.composed))

    assert "1 file checked, and nothing to object to." in page
    assert _Page(page).open == []


def test_reports_are_equal_for_equal_input(report: Report) -> None:
    for form in ALL.values():
        assert form(report) == form(report)


def test_a_report_goes_to_standard_output_or_into_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pack" / "decks").mkdir(parents=True)
    (tmp_path / "pack" / "deckbuild.yaml").write_text("project: Demo\n")
    (tmp_path / "pack" / "decks" / "a.yaml").write_text(LATE)
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    shown = runner.invoke(deckbuild, ["check", "pack/decks", "--select", "T301,Q101,A101", "--format", "json"])
    written = runner.invoke(deckbuild, ["check", "pack/decks", "--format", "sarif", "--output", "r/found.sarif"])

    assert json.loads(shown.stdout)["checked"] == ["pack/decks/a.yaml"]
    assert "1 file checked: 3 warnings" in shown.stderr
    assert json.loads((tmp_path / "r" / "found.sarif").read_text())["version"] == "2.1.0"
    assert written.exit_code == 0
    assert runner.invoke(deckbuild, ["check", "pack/decks", "--output", "x"]).exit_code == 2
