"""Projects in which everything is wrong on purpose: every rule finds what was planted, and nothing else.

Each folder of `tests/reviewer/bad/` is a project.  A comment in its deckbuild.yaml names the families of rules that it is
for, `# planted: CODE CODE` stands on the line of what a rule has to find, a code for each finding; `# planted 3 below: CODE`
stands three lines above it, where that line can hold no comment.  A rule of these
families that is planted nowhere is missed loudly; a new family is a new folder.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest

from deckbuild.checks import ALL
from deckbuild.checks.selection import Selection
from deckbuild.diagnostics.families import family_of
from deckbuild.diagnostics.model import Severity
from deckbuild.review import review
from deckbuild.workspace import Disk

BAD = sorted(path.parent for path in (Path(__file__).parent / "bad").glob("*/deckbuild.yaml"))

_FAMILIES = re.compile(r"^# families: (.+)$", re.MULTILINE)
_PLANTED = re.compile(r"# planted(?: ([0-9]+) below)?: ([A-Z][0-9]{3}(?: [A-Z][0-9]{3})*)")


def families(project: Path) -> list[str]:
    found = _FAMILIES.search((project / "deckbuild.yaml").read_text(encoding="utf-8"))
    assert found, f"{project.name}/deckbuild.yaml does not say `# families: …`"
    return found[1].split()


def lessons(project: Path) -> list[PurePosixPath]:
    return [PurePosixPath(path.relative_to(project).as_posix()) for path in sorted(project.glob("decks/**/*.yaml"))]


def planted(project: Path) -> Counter[tuple[str, int, str]]:
    """File, line and code of all that is planted."""
    found: Counter[tuple[str, int, str]] = Counter()
    for path in lessons(project):
        for number, line in enumerate((project / path).read_text(encoding="utf-8").splitlines(), 1):
            for below, codes in _PLANTED.findall(line):
                found.update((str(path), number + int(below or 0), code) for code in codes.split())
    return found


@pytest.mark.parametrize("project", BAD, ids=lambda path: path.name)
def test_every_rule_finds_exactly_what_was_planted(project: Path) -> None:
    asked = [rule for rule in ALL if family_of(rule.code) in families(project)]
    made = review(Disk(project), lessons(project), Selection(), rules=asked)
    told = made.diagnostics
    assert len(made.composed) == len(lessons(project)), [one for one in told if one.severity is Severity.ERROR]
    found = Counter((one.span.file, one.span.line, one.code) for one in told if one.code in {r.code for r in asked})

    missed, unasked = planted(project) - found, found - planted(project)
    assert not missed, f"planted and not found: {sorted(missed.elements())}"
    assert not unasked, f"found and not planted: {sorted(unasked.elements())}"


@pytest.mark.parametrize("project", BAD, ids=lambda path: path.name)
def test_every_rule_of_its_families_is_planted(project: Path) -> None:
    codes = {code for _, _, code in planted(project)}

    assert {rule.code for rule in ALL if family_of(rule.code) in families(project)} - codes == set()
