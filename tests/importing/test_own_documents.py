"""Documents that deckbuild made come back: slides, notes and order of every lesson of this repository."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.importing import run
from deckbuild.importing.markup import unmarked
from deckbuild.importing.reading import Options
from deckbuild.lesson.lesson import Lesson, Slide
from deckbuild.load.course import load_lesson
from deckbuild.outputs import USUAL
from deckbuild.pipeline import build
from deckbuild.spec.cue import Cue
from deckbuild.workspace import Disk, InMemory

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "decks").rglob("*.yaml")
    if re.search(r"^lesson:", path.read_text("utf-8"), re.MULTILINE)
)
BACK = PurePosixPath("decks/back.yaml")
AS_TEXT = {"distribute": "do", "activity": "do", "case": "do"}
"""Cues that name what stands elsewhere in the document, which is not read back: they come back as what the trainer does."""


def there_and_back(path: str) -> tuple[Lesson, Lesson]:
    outputs = [output for output in USUAL if output.name == "facilitator"]
    made = build(Disk(ROOT), PurePosixPath(path), outputs, embedded=True)
    document = next(content for name, content in made.files.items() if name.name.endswith("-facilitator.docx"))
    diags = Diagnostics()
    got = run({"facilitator.docx": document}, BACK, PurePosixPath("decks/pictures"), Disk(ROOT), Options(), diags)
    assert got is not None and not diags.in_order(), (diags.in_order(), got and got.text)
    before = load_lesson(Disk(ROOT), PurePosixPath(path), Diagnostics())
    after = load_lesson(InMemory({str(name): content for name, content in got.files.items()}), BACK, Diagnostics())
    assert before is not None and after is not None
    return before.lesson, after.lesson


def slides(lesson: Lesson) -> list[Slide]:
    return [slide for section in lesson.sections for slide in section.slides]


def words(text: str) -> list[str]:
    """The words of a text without marks; short forms and references are computed, so sentences with them are not compared."""
    return re.findall(r"\w+", unmarked(text))


def told(cues: tuple[Cue, ...]) -> list[tuple[str, list[str], int]]:
    return [(AS_TEXT.get(cue.verb, cue.verb), words(cue.prose), len(cue.reference or ())) for cue in cues]


@pytest.mark.parametrize("path", LESSONS)
def test_slides_notes_and_order_come_back(path: str) -> None:
    before, after = there_and_back(path)

    assert (after.lesson, unmarked(after.title)) == (before.lesson, unmarked(before.title))
    assert [words(section.title) for section in after.sections] == [words(section.title) for section in before.sections]
    assert [slide.id for slide in slides(after)] == [slide.id for slide in slides(before)]
    for old, new in zip(slides(before), slides(after), strict=True):
        assert new.title is not None
        assert old.title is None or words(new.title) == words(old.title)
        assert (new.hidden, new.key_message and words(new.key_message)) == (
            old.hidden,
            old.key_message and words(old.key_message),
        )
        for (verb, said, refs), (verb_now, said_now, refs_now), cue in zip(
            told(old.notes), told(new.notes), old.notes, strict=False
        ):
            assert (verb_now, refs_now) == (verb, refs)
            computed = verb_now != cue.verb or re.search(r"\[[@+]", cue.prose)
            assert computed or said_now == said, (new.id, said, said_now)
        more = told(new.notes)[len(old.notes) :]
        assert [verb for verb, _, _ in more] in (
            [],
            ["text"],
        )  # what stood below the slide: a table's or a chart's words
