"""The pages under examples/: prose, YAML, and the messages that it gives.

A heading begins a case.  A fenced block is a file: ```yaml is `lesson.yaml`, `file=NAME` names another; ```python
is an expression for bytes that can't stand in a page.  An expected message stands as a comment on the guilty line,
`# error: [S101] …`, or, where no comment can stand, in a ```messages block as `FILE:LINE: error: [Y101] …`.

All stages report.  Of the rules that only `deckbuild check` asks, those are asked that the chapter (`# …`) names, so
that the smallest lesson can show one thing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

import templates  # noqa: F401  (expressions in the pages use it)
from deckbuild.checks import ALL, BUILT
from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.model import Diagnostic
from deckbuild.review import review
from deckbuild.workspace import InMemory

EXAMPLES = Path(__file__).parent / "examples"
LESSON = "lesson.yaml"
_LESSONS = re.compile(r".*lesson(\.[a-zA-Z-]+)?\.yaml")

_FENCE = re.compile(r"^(`{3,})(\w+)(?: file=(\S+))?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"# (error|warning|info): \[([A-Z][0-9]{3})\] (.*?)\s*(?=# (?:error|warning|info): |$)")
_MESSAGE = re.compile(r"(\S+):(\d+): (error|warning|info): \[([A-Z][0-9]{3})\] (.*)")

# Raised outside the stages that run here: by the command line, by what draws pictures and checks packages; B109
# and B111 depend on fonts (tests/brand).
ELSEWHERE = {"Y108", "P001", "P002", "P003", "P004", "P005", "B109", "B111", "C117"}


def diagnose(files: Mapping[str, bytes], named: Collection[str] = ()) -> tuple[Diagnostic, ...]:
    """All that is found in the lesson of `files`, by every stage, the rules of `build`, and those `named`."""
    rules = [rule for rule in ALL if rule in BUILT or rule.code in named]
    lessons = [path for path in map(PurePosixPath, sorted(files)) if _LESSONS.fullmatch(path.name)]
    return review(InMemory(files), lessons or [PurePosixPath(LESSON)], rules=rules, whole=True).diagnostics


@dataclass(frozen=True)
class Case:
    page: str
    title: str
    files: Mapping[str, bytes]
    expected: frozenset[str]
    named: frozenset[str]
    """Codes that the chapter names."""

    def diagnose(self) -> tuple[Diagnostic, ...]:
        return diagnose(self.files, self.named)


def messages_in(name: str, content: bytes) -> Iterator[str]:
    """The messages that comments in a file expect."""
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        for severity, code, message in _COMMENT.findall(line):
            yield f"{name}:{number}: {severity}: [{code}] {message}"


def cases_in(page: Path) -> Iterator[Case]:
    for chapter in re.split(r"^(?=# )", page.read_text(encoding="utf-8"), flags=re.MULTILINE):
        named = frozenset(re.findall(r"\b[A-Z][0-9]{3}\b", chapter))
        for part in re.split(r"^(?=#{1,4} )", chapter, flags=re.MULTILINE):
            yield from _case_in(page, part, named)


def _case_in(page: Path, part: str, named: frozenset[str]) -> Iterator[Case]:
    files: dict[str, bytes] = {}
    expected: set[str] = set()
    for _, language, name, body in _FENCE.findall(part):
        if language == "messages":
            expected.update(line for line in body.splitlines() if _MESSAGE.fullmatch(line))
        else:
            files[name or LESSON] = eval(body) if language == "python" else body.encode()
    for name, content in files.items():
        expected.update(messages_in(name, content))
    if files:
        title = part.splitlines()[0].lstrip("# ")
        yield Case(page.relative_to(EXAMPLES).as_posix(), title, files, frozenset(expected), named)


CASES = [case for page in sorted(EXAMPLES.rglob("*.md")) for case in cases_in(page)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.page}: {case.title}")
def test_the_example_gives_exactly_the_messages_it_shows(case: Case) -> None:
    found = {f"{d.span.file}:{d.span.line}: {d.severity.value}: [{d.code}] {d.message}" for d in case.diagnose()}

    assert found == case.expected


def test_every_code_of_these_stages_is_shown_by_an_example() -> None:
    shown = {code for case in CASES for code in re.findall(r"\[([A-Z][0-9]{3})\]", " ".join(case.expected))}

    assert {
        code for code in CATALOGUE if len(code) == 4 and code[:2] not in ("P1", "P2", "P3") and code[0] != "I"
    } - shown - ELSEWHERE == set()


def test_every_message_has_its_page_in_the_catalogue() -> None:
    found = {diagnostic.code for case in CASES for diagnostic in case.diagnose()}

    assert found <= set(CATALOGUE)


def test_every_message_says_what_to_do_and_keeps_to_the_wording() -> None:
    """Lower case, no full stop, at least one hint that is an imperative or a question."""
    for case in CASES:
        for diagnostic in case.diagnose():
            assert not diagnostic.message[0].isupper(), diagnostic
            assert not diagnostic.message.endswith("."), diagnostic
            assert diagnostic.hints, diagnostic
            assert all(hint[0].islower() and not hint.endswith(".") for hint in diagnostic.hints), diagnostic
