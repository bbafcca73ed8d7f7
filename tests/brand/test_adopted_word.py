"""Documents on an organisation's own Word template: its styles, paper, headers and cover stay, its text goes."""

from __future__ import annotations

import io
from pathlib import PurePosixPath

import pytest
from docx import Document
from docx.oxml.ns import qn

from deckbuild.ooxml.lint import lint_package
from deckbuild.ooxml.opening import open_package
from deckbuild.pipeline import Build, build
from deckbuild.workspace import InMemory
from templates import document, paragraph, style

LESSON = """
lesson: "1.1"
title: Mandates
sections:
  - title: Welcome
    slides:
      - title: Points
        numbered: true
        bullets: [one, two]
        notes: [{say: Good morning}, {tip: Wait}]
"""


def built(template: bytes) -> Build:
    project = "project: Ours\nbrand: theirs\nedition: May\n"
    return build(
        InMemory({"deckbuild.yaml": project, "decks/a.yaml": LESSON, "brand/theirs/house.dotx": template}),
        PurePosixPath("decks/a.yaml"),
    )


def notes(template: bytes) -> bytes:
    """The facilitator's notes, about which nothing is to be said."""
    made = built(template)
    assert not made.diagnostics
    content = made.files[PurePosixPath("build/a-facilitator.docx")]
    assert lint_package(content) == ()
    return content


def text(content: bytes) -> str:
    """All paragraphs, those in content controls too."""
    body = Document(io.BytesIO(content)).element.body
    return "\n".join("".join(words.text or "" for words in one.iter(qn("w:t"))) for one in body.iter(qn("w:p")))


def test_built_in_styles_are_used_whatever_their_ids() -> None:
    content = notes(document(styles=style("berschrift1", "heading 1", "<w:color w:val='AA0000'/>")))
    heading = next(one for one in Document(io.BytesIO(content)).styles if one.style_id == "Heading1")

    assert heading.name == "Heading 1"
    assert str(heading.font.color.rgb) == "AA0000"


def test_styles_that_other_programs_name_in_their_own_language_are_used_too() -> None:
    content = notes(document(styles=style("P12", "Überschrift 1", "<w:color w:val='AA0000'/>")))

    assert b'w:styleId="Heading1"' in open_package(content).parts["/word/styles.xml"].content
    assert b"AA0000" in open_package(content).parts["/word/styles.xml"].content


def test_a_style_of_theirs_with_one_of_our_ids_keeps_its_own_meaning() -> None:
    content = notes(document(styles=style("CueTip", "Legal Notice", "<w:caps/>")))
    styles = {one.style_id: one.name for one in Document(io.BytesIO(content)).styles}

    assert (styles["OwnCueTip"], styles["CueTip"]) == ("Legal Notice", "Cue Tip")


def test_missing_styles_come_in_the_templates_own_face() -> None:
    content = notes(document(face="Source Serif 4", size=28))
    tip = next(one for one in Document(io.BytesIO(content)).styles if one.style_id == "CueTip")
    lead = next(one for one in Document(io.BytesIO(content)).styles if one.style_id == "CoverTitle")

    assert lead.font.name == "Source Serif 4"
    assert tip.font.size is not None
    assert tip.font.size.pt > 10  # in proportion to running text of 14 points


def test_paper_margins_headers_and_footers_stay() -> None:
    content = notes(document(header="House of Examples", paper=(8391, 11906), left=1000))
    section = Document(io.BytesIO(content)).sections[-1]

    assert section.page_width.twips == 8391
    assert section.left_margin.twips == 1000
    assert section.header.paragraphs[0].text == "House of Examples"


def test_sample_text_goes() -> None:
    content = notes(document(paragraph("Lorem ipsum") + paragraph("dolor")))

    assert "Lorem" not in text(content)
    assert "Good morning" in text(content)


@pytest.mark.parametrize(
    "place",
    [
        "<w:p><w:bookmarkStart w:id='7' w:name='deckbuild'/><w:r><w:t>here</w:t></w:r><w:bookmarkEnd w:id='7'/></w:p>",
        "<w:sdt><w:sdtPr><w:tag w:val='deckbuild'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>here</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtPr><w:alias w:val='Deckbuild'/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    ],
    ids=["bookmark", "tag", "title"],
)
def test_content_stands_where_the_template_says(place: str) -> None:
    shown = text(notes(document(paragraph("Before it") + place + paragraph("After it"))))

    assert "here" not in shown
    assert shown.index("Before it") < shown.index("Good morning") < shown.index("After it")


def test_a_cover_page_stays_and_shows_the_title() -> None:
    cover = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Cover Pages'/></w:docPartObj></w:sdtPr><w:sdtContent>"
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/ns1:coreProperties[1]/ns0:title[1]\" w:storeItemID='{1}'/></w:sdtPr>"
        "<w:sdtContent><w:p><w:r><w:t>[Title]</w:t></w:r></w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    )
    content = notes(document(cover + paragraph("Lorem ipsum")))
    body = open_package(content).parts["/word/document.xml"].content.decode()

    assert body.index("Cover Pages") < body.index("Mandates") < body.index("Good morning")
    assert "[Title]" not in body
    assert "CoverTitle" not in body
    assert "Lorem" not in body


def test_lists_of_the_template_and_ours_do_not_mix() -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='1'><w:multiLevelType w:val='singleLevel'/><w:lvl w:ilvl='0'><w:start w:val='1'/>"
        "<w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    )
    listed = style("Legal", "Legal List", "", "<w:numPr><w:numId w:val='1'/></w:numPr>")
    parts = open_package(notes(document(styles=listed, numbering=numbering))).parts

    assert b'w:numId w:val="1001"' in parts["/word/styles.xml"].content
    assert b"upperRoman" in parts["/word/numbering.xml"].content


def test_a_deck_template_without_a_document_gives_documents_in_its_colours() -> None:
    from templates import deck

    made = build(
        InMemory(
            {"deckbuild.yaml": "project: O\nbrand: theirs\n", "decks/a.yaml": LESSON, "brand/theirs/t.potx": deck()}
        ),
        PurePosixPath("decks/a.yaml"),
    )
    styles = open_package(made.files[PurePosixPath("build/a-facilitator.docx")]).parts["/word/styles.xml"].content

    assert not made.diagnostics
    assert b"0B3C49" in styles


@pytest.mark.parametrize(
    ("template", "reason"),
    [(document(kind="template.macroEnabledTemplate"), "it holds macros"), (b"PK", "this is no Office file")],
)
def test_a_document_that_cannot_be_used_is_refused_in_one_line(template: bytes, reason: str) -> None:
    (message,) = built(template).diagnostics

    assert message.message.startswith(f"`brand/theirs/house.dotx` can't be used as a template: {reason}")
