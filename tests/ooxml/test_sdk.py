"""The Open XML SDK finds nothing in what we write: no list of allowed findings."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

import pytest

from deckbuild.pipeline import build
from deckbuild.workspace import Disk, InMemory
from ooxml import sdk
from samples import LESSONS, ROOT

LESSON = PurePosixPath("decks/lesson.yaml")
HEAD = """
lesson: "1.1"
title: "Marks & <tags> “quoted”"
"""
CASES = {
    "empty sections": "sections: [{title: A}]",
    "only a title": "sections: [{title: A, slides: [{title: B}]}]",
    "long list": "sections: [{title: A, slides: [{title: B, bullets: [" + ", ".join(["a line of text"] * 14) + "]}]}]",
    "four columns": "sections: [{title: A, slides: [{title: B, columns: ["
    + ", ".join(["{title: T, bullets: [x]}"] * 4)
    + "]}]}]",
    "columns of all kinds": "sections: [{title: A, slides: [{title: B, columns: [{text: 'a **b**'}, {table: {rows: [[a, b]]}}, "
    "{quote: {text: q, source: s}}]}]}]",
    "eight cards": "sections: [{title: A, slides: [{title: B, groups: ["
    + ", ".join(["{title: T, items: [x]}"] * 8)
    + "]}]}]",
    "markdown in notes": "sections:\n  - title: A\n    slides:\n      - title: B\n        notes:\n          - say: |\n"
    "              # Head\n\n              1. one\n              2. two\n                 - deep\n\n              > quote\n\n"
    "              `code` H~2~O x^2^ [link](https://example.org) [accent]{.accent}\n\n              ```\n              code\n"
    "              ```\n\n              | a | b |\n              |---|--:|\n              | 1 | 2 |\n",
    "arabic": "language: ar\nsections: [{title: 'قسم', slides: [{title: 'شريحة', bullets: ['نقطة'], notes: [{tip: 'نصيحة'}]}]}]",
    "all generated": "generate: [title, outcomes, agenda, dividers, key_messages, references]\n"
    "outcomes: [{id: a, text: Do}]\nreferences: {r: {title: T, url: 'https://example.org/?a=1&b=2'}}\n"
    "sections: [{title: A, slides: [{title: B, key_message: K, notes: [{reference: r}]}]}, {title: C, slides: [{title: D}]}]",
}


@pytest.fixture(autouse=True)
def validator() -> None:
    sdk.require()


@pytest.mark.parametrize("lesson", LESSONS, ids=str)
def test_it_finds_nothing_in_the_sample_lessons(lesson: PurePosixPath) -> None:
    files = build(Disk(ROOT), lesson, embedded=True).files
    for path, content in files.items():
        if path.suffix in (".pptx", ".docx"):
            assert sdk.findings(content, path.suffix) == [], path


@pytest.mark.parametrize("case", CASES)
def test_it_finds_nothing_in_unusual_lessons(case: str) -> None:
    made = build(InMemory({str(LESSON): HEAD + CASES[case]}), LESSON)

    assert len(made.files) == 3
    for path, content in made.files.items():
        assert sdk.findings(content, path.suffix) == [], path


def test_it_does_find_something_where_there_is_something() -> None:
    """So that the tests above can fail."""
    made = build(InMemory({str(LESSON): HEAD + CASES["only a title"]}), LESSON)
    deck = next(content for path, content in made.files.items() if path.suffix == ".pptx")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<p:nvSpPr>", b"<p:wrong/><p:nvSpPr>"))

    assert sdk.findings(out.getvalue(), ".pptx")
