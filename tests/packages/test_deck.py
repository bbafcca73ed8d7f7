"""Properties of a real deck: built from the sample lessons, opened with python-pptx and as parts."""

from __future__ import annotations

import io
import re
import zipfile
from functools import lru_cache
from pathlib import PurePosixPath

import pytest
from lxml import etree
from pptx import Presentation

from deckbuild.ooxml.lint import lint_package
from deckbuild.outputs import ALL
from deckbuild.pipeline import Build, build
from deckbuild.workspace import Disk, InMemory
from samples import LESSONS, ROOT, SHOWN

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@lru_cache
def built(lesson: PurePosixPath) -> Build:
    return build(Disk(ROOT), lesson, ALL[:1])


def deck(lesson: PurePosixPath) -> bytes:
    return next(iter(built(lesson).files.values()))


def slides(lesson: PurePosixPath) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(deck(lesson))) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def test_a_column_keeps_all_its_paragraphs() -> None:
    text = """
lesson: "1"
title: T
sections: [{title: S, slides: [{title: A, columns: [{text: "One.\\n\\nTwo.\\n\\n- Three"}, {bullets: [x]}]}]}]
"""
    path = PurePosixPath("decks/t.yaml")
    content = next(iter(build(InMemory({str(path): text}), path, ALL[:1]).files.values()))
    words = [
        shape.text_frame.text for shape in Presentation(io.BytesIO(content)).slides[1].shapes if shape.has_text_frame
    ]

    assert "One.\nTwo.\nThree" in words


every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=str)
TAUGHT = [lesson for lesson in SHOWN if lesson.stem.startswith("lesson-")]
every_taught_lesson = pytest.mark.parametrize("lesson", TAUGHT, ids=lambda lesson: lesson.stem)
"""The gallery shows kinds of slides; it has neither minutes nor all cues."""


@every_lesson
def test_nothing_is_found_by_the_linter(lesson: PurePosixPath) -> None:
    assert lint_package(deck(lesson)) == ()


@every_lesson
def test_every_slide_has_a_title_of_its_own(lesson: PurePosixPath) -> None:
    opened = Presentation(io.BytesIO(deck(lesson)))
    titles = [slide.shapes.title.text for slide in opened.slides]

    assert all(titles)
    assert len(set(titles)) == len(titles)


@every_lesson
def test_the_title_is_read_first(lesson: PurePosixPath) -> None:
    for slide in Presentation(io.BytesIO(deck(lesson))).slides:
        width = slide.part.package.presentation_part.presentation.slide_width
        above = [shape for shape in slide.shapes if shape.name != "Veil" and shape.width != width]
        assert above[0] == slide.shapes.title  # a picture over the whole slide lies under it


@every_lesson
def test_numbers_are_fields_with_the_true_number(lesson: PurePosixPath) -> None:
    for name, slide in slides(lesson).items():
        number = re.search(r"\d+", name.rpartition("/")[2])
        assert number is not None
        for field in slide.iter(f"{A}fld"):
            assert field.get("type") == "slidenum"
            assert field.findtext(f"{A}t") == number[0]


@every_lesson
def test_footers_and_numbers_stand_on_all_but_title_and_closing_slides(lesson: PurePosixPath) -> None:
    every = slides(lesson)
    for name, slide in every.items():
        kinds = {holder.get("type") for holder in slide.iter(f"{P}ph")} & {"ftr", "sldNum"}
        if name.endswith("slide1.xml"):
            assert kinds == set(), name
        elif name.endswith(f"/slide{len(every)}.xml"):
            assert kinds in (set(), {"ftr", "sldNum"}), name
        else:
            assert kinds == {"ftr", "sldNum"}, name


@every_lesson
def test_no_colour_or_face_is_hard_coded_on_a_slide(lesson: PurePosixPath) -> None:
    """So that another theme or variant, applied in PowerPoint, changes the whole deck."""
    for name, slide in slides(lesson).items():
        assert not list(slide.iter(f"{A}srgbClr")), name
        faces = {face.get("typeface") for face in slide.iter(f"{A}latin")}
        assert faces <= {"Courier New", "Cambria Math"}, name  # code's own, and the one in which Office sets formulas


@every_lesson
def test_every_run_has_its_language(lesson: PurePosixPath) -> None:
    for slide in slides(lesson).values():
        for properties in slide.iter(f"{A}rPr", f"{A}endParaRPr"):
            assert properties.get("lang") == "en"


@every_lesson
def test_every_picture_has_alternative_text(lesson: PurePosixPath) -> None:
    for slide in slides(lesson).values():
        for picture in slide.iter(f"{P}pic"):
            described = picture.find(f"{P}nvPicPr/{P}cNvPr")
            assert described is not None
            assert len(described.get("descr", "")) > 20


@every_lesson
def test_each_slide_can_be_traced_by_a_free_shape(lesson: PurePosixPath) -> None:
    """LibreOffice drops the names of slides and placeholders, but keeps those of free shapes."""
    for slide in slides(lesson).values():
        key = slide.find(f"{P}cSld").get("name")  # type: ignore[union-attr]
        names = [shape.get("name") for shape in slide.iter(f"{P}cNvPr")]
        assert names.count(f"deckbuild:{key}") == 1


@every_taught_lesson
def test_notes_have_their_cues_labelled_and_their_lists_as_lists(lesson: PurePosixPath) -> None:
    opened = Presentation(io.BytesIO(deck(lesson)))
    notes = [slide.notes_slide.notes_text_frame for slide in opened.slides if slide.has_notes_slide]
    bold = {run.text for frame in notes for p in frame.paragraphs for run in p.runs if run.font.bold}
    bullets = [p for frame in notes for p in frame.paragraphs if p._p.find(f"{A}pPr/{A}buChar") is not None]

    assert {"Say: ", "Ask: ", "Trainer tip: "} <= bold
    assert bullets


@every_taught_lesson
def test_jumps_lead_to_slides_of_the_deck(lesson: PurePosixPath) -> None:
    """The agenda's lines lead to the sections' first slides."""
    opened = Presentation(io.BytesIO(deck(lesson)))
    jumps = [
        link for slide in opened.slides for link in slide.part.rels.values()
        if link.reltype.endswith("/slide") and not link.is_external
    ]  # fmt: skip

    assert len(jumps) >= 5


@every_taught_lesson
def test_sections_are_named_with_their_minutes(lesson: PurePosixPath) -> None:
    with zipfile.ZipFile(io.BytesIO(deck(lesson))) as archive:
        main = archive.read("ppt/presentation.xml").decode()
    names = re.findall(r'<p14:section name="([^"]+)"', main)

    assert names[0] == "Opening"
    assert all(re.search(r"\(\d+ min\)$", name) for name in names[1:])


@every_lesson
def test_nothing_is_left_of_a_template_or_of_this_machine(lesson: PurePosixPath) -> None:
    with zipfile.ZipFile(io.BytesIO(deck(lesson))) as archive:
        names = archive.namelist()
        core = archive.read("docProps/core.xml").decode()
        everything = b"".join(archive.read(name) for name in names)

    assert not [name for name in names if "thumbnail" in name or "printer" in name]
    assert "Steve Canny" not in core
    assert "PowerPoint Presentation" not in core
    assert str(ROOT).encode() not in everything
