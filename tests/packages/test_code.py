"""Code as PowerPoint and Word hold it: every character kept, coloured by the theme, copied without its numbers."""

from __future__ import annotations

import io
from pathlib import PurePosixPath

from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from deckbuild.pipeline import build
from deckbuild.runs import plain
from deckbuild.source import STYLES, highlighted
from deckbuild.workspace import InMemory

PATH = PurePosixPath("decks/t.yaml")
SOURCE = """\
def f(x):

    return {"a": x}  # <b> & so on
"""


def files(options: str, language: str = "en") -> dict[str, bytes]:
    """The outputs of a lesson with one slide of code."""
    text = f"lesson: '1'\ntitle: T\nlanguage: {language}\ngenerate: []\nsections: [{{title: S, slides: [{{title: A, code: {{{options}}}}}]}}]"
    made = build(InMemory({str(PATH): text, "decks/f.py": SOURCE}), PATH)
    assert not made.diagnostics
    return {path.name: content for path, content in made.files.items()}


def shown(content: bytes) -> list[str]:
    shape = next(s for s in Presentation(io.BytesIO(content)).slides[0].placeholders if s.placeholder_format.idx == 1)
    return [paragraph.text for paragraph in shape.text_frame.paragraphs]


def test_the_slide_holds_every_character_and_no_numbers() -> None:
    lines = shown(files("file: f.py, language: python, numbered: true, highlight: 3")["t.pptx"])

    assert lines == ["def f(x):", " ", '    return {"a": x}  # <b> & so on']


def test_a_part_of_a_file_goes_by_the_files_numbers() -> None:
    deck = files("file: f.py, language: python, numbered: true, lines: 3-3")["t.pptx"]
    shape = next(s for s in Presentation(io.BytesIO(deck)).slides[0].placeholders if s.placeholder_format.idx == 1)

    assert shape._element.xpath(".//a:buAutoNum/@startAt") == ["3"]


def test_documents_hold_the_code_to_be_copied() -> None:
    for name, content in files("file: f.py, language: python").items():
        if name.endswith(".docx"):
            code = [p.text for p in Document(io.BytesIO(content)).paragraphs if p.style.name == "Code"]
            assert code == [SOURCE.rstrip("\n")]


def test_code_stays_from_left_to_right_in_an_arabic_lesson() -> None:
    deck = files("file: f.py, language: python", "ar")["t.pptx"]
    shape = next(s for s in Presentation(io.BytesIO(deck)).slides[0].placeholders if s.placeholder_format.idx == 1)

    assert set(shape._element.xpath(".//a:pPr/@rtl")) == {"0"}


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=200),
       st.sampled_from(["python", "yaml", "html", "sql", "text", "", "c"]))  # fmt: skip
def test_highlighting_changes_no_character(text: str, language: str) -> None:
    lines = highlighted(text, language)

    assert "\n".join(map(plain, lines)) == text.strip("\n").expandtabs(4)
    assert {run.style for line in lines for run in line} <= {"", *STYLES}
