"""Footnotes: Word's own in the documents, small print at the foot of texts in the deck."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath

import pypdfium2
import pytest

import needs
from deckbuild.blocks import Footnote, Paragraph, Run, plain
from deckbuild.footnotes import at_foot
from deckbuild.markdown import blocks, stray_footnotes
from deckbuild.ooxml.lint import lint_package
from deckbuild.pictures.libreoffice import to_pdf
from deckbuild.pipeline import build
from deckbuild.workspace import InMemory
from ooxml import sdk

LESSON = """
lesson: "1"
title: Sources
language: {language}
references: {{crpd: {{title: Convention, url: "https://undocs.org/A/RES/61/106"}}}}
handouts:
  - id: sheet
    title: Sheet
    text: |
      Read it at home.[^home]

      [^home]: Or on the train.
sections:
  - title: Only
    slides:
      - id: one
        title: One
        text: |
          Most have signed it.[^count] Few have read it.^[So we are told.]

          [^count]: In 2024.
        notes:
          - say: |
              First[^a] and second[^b].

              [^a]: See [the text](https://example.org/a) and [@crpd].
              [^b]: CANARY of the trainer.
          - tip: And once more.^[Third note.]
          - distribute: sheet
          - for: participants
            text: "They read this.^[As participants do.]"
"""


@pytest.fixture(scope="module", params=["en", "ar"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    lesson = PurePosixPath("decks/l.yaml")
    text = LESSON.format(language=request.param)
    made = build(InMemory({str(lesson): text, "deckbuild.yaml": "project: x\n"}), lesson)
    assert not made.diagnostics
    return {next(kind for kind in (*KINDS, "") if kind in path.name): content for path, content in made.files.items()}


KINDS = ("facilitator", "participant", "pptx")


def part(package: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name).decode() if name in archive.namelist() else ""


def text_of(xml: str) -> str:
    return "".join(re.findall(r"<(?:w|a):t(?: [^>]*)?>([^<]*)<", xml))


def test_they_are_words_own_numbered_as_the_text_comes_to_them(files: dict[str, bytes]) -> None:
    marks = re.findall(r'<w:footnoteReference w:id="(\d+)"', part(files["facilitator"], "word/document.xml"))
    notes = part(files["facilitator"], "word/footnotes.xml")

    assert marks == [str(number) for number in range(1, len(marks) + 1)]
    assert re.findall(r'<w:footnote (?:w:type="\w+" )?w:id="([-\d]+)"', notes) == ["-1", "0", *marks]
    assert [note in notes for note in ("CANARY of the trainer.", "Third note.", "Or on the train.")] == [True] * 3


def test_links_in_them_work(files: dict[str, bytes]) -> None:
    assert "https://example.org/a" in part(files["facilitator"], "word/_rels/footnotes.xml.rels")
    assert "https://example.org/a" not in part(files["facilitator"], "word/_rels/document.xml.rels")


def test_participants_get_those_of_what_they_read(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["participant"])) as archive:
        whole = b"".join(map(archive.read, archive.namelist())).decode("utf-8", "ignore")

    assert "CANARY" not in whole
    assert "example.org" not in whole
    assert "Third note" not in whole
    assert "As participants do." in part(files["participant"], "word/footnotes.xml")


def test_a_slide_has_them_as_small_print(files: dict[str, bytes]) -> None:
    slides = [part(files["pptx"], f"ppt/slides/slide{n}.xml") for n in range(1, 6)]
    slide = next(xml for xml in slides if "Few have read it" in xml)

    assert "it.1 Few have read it.21 In 2024.2 So we are told." in text_of(slide)
    assert slide.count('baseline="30000"') == 4


def test_speaker_notes_have_them_below(files: dict[str, bytes]) -> None:
    notes = [part(files["pptx"], f"ppt/notesSlides/notesSlide{n}.xml") for n in range(1, 6)]
    said = text_of(next(xml for xml in notes if "CANARY" in xml))

    assert "First1 and second2." in said
    assert said.index("2 CANARY of the trainer.") < said.index("3 Third note.")


def test_a_document_without_them_has_no_part_for_them() -> None:
    lesson = PurePosixPath("decks/l.yaml")
    made = build(
        InMemory({str(lesson): "lesson: '1'\ntitle: T\nsections: []\n", "deckbuild.yaml": "project: x\n"}), lesson
    )

    assert not any(part(content, "word/footnotes.xml") for content in made.files.values())


def test_equal_notes_share_a_number_where_there_are_no_pages() -> None:
    shown = at_foot(blocks("One[^n], two[^n].\n\n[^n]: Note."))

    assert [plain(one.text) for one in shown if isinstance(one, Paragraph)] == ["One1, two1.", "1 Note."]


def test_superscript_and_footnotes_stand_together() -> None:
    (paragraph,) = blocks("m^2^ and^[a note]b^[another]")

    assert isinstance(paragraph, Paragraph)
    assert paragraph.text[1] == Run("2", script="super")
    assert [run.link for run in paragraph.text if run.link] == [
        Footnote((Run("a note"),)), Footnote((Run("another"),)),
    ]  # fmt: skip


def test_the_validators_find_nothing(files: dict[str, bytes]) -> None:
    for kind in KINDS:
        assert lint_package(files[kind]) == ()


def test_the_sdk_finds_nothing(files: dict[str, bytes]) -> None:
    sdk.require()
    for kind in KINDS:
        assert sdk.findings(files[kind], ".pptx" if kind == "pptx" else ".docx") == []


def test_libreoffice_sets_them_at_the_foot_of_the_page(files: dict[str, bytes]) -> None:
    needs.libreoffice()
    document = pypdfium2.PdfDocument(to_pdf(files["facilitator"], ".docx"))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()

    assert "CANARY" in text
    assert "Third note" in text


@pytest.mark.parametrize("text", ["a^[b ^[c]]", "a^[b [^c]]", "a[^1]\n\n[^1]: x [^1]", "a[^1]\n\n[^1]:", "a[^1]"])
def test_no_footnote_is_lost_in_silence(text: str) -> None:
    assert stray_footnotes(text)[0]
