"""The list of all texts that a lesson's author wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from deckbuild.checks.texts import NOT_WORDS, Words, texts_of
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.labels import Labels
from deckbuild.load.course import Loaded, load_lesson
from deckbuild.load.labels import load_labels
from deckbuild.resolve.resolve import resolve
from deckbuild.spec.cue import Reader
from deckbuild.workspace import Disk
from samples import LESSONS, ROOT

TextsOf = Callable[[str], tuple[Words, ...]]


def _texts(loaded: Loaded) -> tuple[Words, ...]:
    diags = Diagnostics()
    lesson = loaded.lesson
    labels: Labels = load_labels(lesson.language or "en", {}, diags, lesson.place.span)
    facts = resolve(lesson, loaded.project.generate, labels, loaded.lines, diags, {})
    return texts_of(lesson, facts, labels.language)


@pytest.fixture
def texts(load_text: Callable[..., Loaded]) -> TextsOf:
    """`texts(yaml)`: all texts of that lesson."""
    return lambda text: _texts(load_text(text))


HEAD = 'lesson: "1.1"\ntitle: Mandates\n'


def test_each_text_knows_its_slide_its_readers_and_whether_it_is_shown(texts: TextsOf) -> None:
    found = texts(
        HEAD
        + """
sections:
  - title: Welcome
    slides:
      - id: first
        title: Who decides
        key_message: The Council decides
        bullets: [The Council: [Fifteen members]]
        notes:
          - say: Spoken
          - ask: Asked of all
            answers: [The trainer's]
"""
    )
    by_words = {text.words: text for text in found}

    shown = {text.words for text in found if text.shown}
    assert shown == {"Who decides", "The Council", "Fifteen members"}
    assert by_words["Fifteen members"].key == "first"
    assert by_words["Spoken"].readers == {Reader.TRAINER}
    assert by_words["Asked of all"].readers == set(Reader)
    assert by_words["The trainer’s"].readers == {Reader.TRAINER}
    assert by_words["Who decides"].role == "title"
    assert by_words["The Council decides"].role == "key_message"


def test_texts_in_lists_and_tables_have_places_of_their_own(texts: TextsOf) -> None:
    found = texts(
        HEAD
        + """
abbreviations: {UN: United Nations}
sections:
  - title: Welcome
    slides:
      - title: Table
        table:
          header: [One, Two]
          rows:
            - [three, four]
activities:
  - id: act
    title: Act
    steps:
      - Do this
      - Do that
"""
    )
    places = {text.words: (text.span.line, text.span.column) for text in found}

    assert places["United Nations"] == (4, 21)
    assert places["Two"] == (10, 25)
    assert places["four"] == (12, 23)
    assert places["Do that"] == (18, 9)


def test_words_leave_out_mark_up_code_and_references(texts: TextsOf) -> None:
    found = texts(
        HEAD
        + """
sections:
  - id: welcome
    title: Welcome
    notes:
      - say: |
          See **this** in [@welcome], and run `rm -r`.

          - a point

          ```
          code
          ```
"""
    )
    cue = next(text for text in found if text.role == "cue")

    assert cue.paragraphs == (f"See this in {NOT_WORDS}, and run {NOT_WORDS}.", "a point")


@pytest.mark.parametrize("path", LESSONS, ids=str)
def test_every_text_of_the_sample_lessons_stands_where_it_says(path: PurePosixPath) -> None:
    """The first word of a text is found from its place on, so that a message can point at it."""
    workspace = Disk(ROOT)
    loaded = load_lesson(workspace, path, Diagnostics())
    assert loaded is not None
    lines = {**loaded.lines, "deckbuild.yaml": (ROOT / "deckbuild.yaml").read_text("utf-8").splitlines()}

    found = _texts(loaded)

    assert found
    for text in found:
        span = text.span
        written = "\n".join(lines[span.file][span.line - 1 : span.end_line])
        first = text.markdown.split()[0]
        assert first in written.replace("''", "'").replace('\\"', '"') or ".csv" in written, text
