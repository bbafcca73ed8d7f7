"""The package linter: sound packages give nothing, a package with one defect gives that defect."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.ooxml.lint import lint_package
from deckbuild.pipeline import build
from deckbuild.workspace import InMemory

LINT = Path(__file__).parents[2] / "src" / "deckbuild" / "ooxml" / "lint"
LESSON = PurePosixPath("decks/lesson.yaml")
TEXT = """
lesson: "1.1"
title: Sound
sections:
  - title: One
    slides:
      - {title: First, id: first, bullets: [one, two], reveal: true, notes: "See [@second]."}
      - {title: Second, id: second, table: {header: [a, b], rows: [[c, d]]}, notes: [{ask: Why?, answers: [So]}]}
"""
Parts = dict[str, bytes]
Change = Callable[[Parts], None]


@lru_cache
def sound(ending: str) -> bytes:
    """A package without a defect."""
    files = build(InMemory({str(LESSON): TEXT}), LESSON, embedded=True).files
    return next(content for path, content in files.items() if path.name.endswith(ending))


def parts_of(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package(parts: Parts, twice: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        if twice:
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr(twice, parts[twice])
    return out.getvalue()


def swap(name: str, old: str, new: str) -> Change:
    """Replace the first match of a pattern in a part; the pattern must be there."""

    def change(parts: Parts) -> None:
        text, count = re.subn(old, new, parts[name].decode(), count=1, flags=re.DOTALL)
        assert count, f"{old} is not in {name}"
        parts[name] = text.encode()

    return change


def add(name: str, content: bytes) -> Change:
    def change(parts: Parts) -> None:
        parts[name] = content

    return change


def drop(name: str) -> Change:
    def change(parts: Parts) -> None:
        del parts[name]

    return change


def both(*changes: Change) -> Change:
    def change(parts: Parts) -> None:
        for one in changes:
            one(parts)

    return change


SLIDE2, SLIDE3 = "ppt/slides/slide2.xml", "ppt/slides/slide3.xml"
MAIN, RELS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
TYPES = "[Content_Types].xml"
DOC = "word/document.xml"

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
CHART = (
    b'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea>'
    b'<c:axId val="-5"/></c:plotArea></c:chart></c:chartSpace>'
)
with_chart = both(
    add("ppt/charts/chart1.xml", CHART),
    swap(TYPES, "</Types>", f'<Override PartName="/ppt/charts/chart1.xml" ContentType="{CHART_TYPE}"/></Types>'),
    swap(
        "ppt/slides/_rels/slide2.xml.rels", "</Relationships>",
        '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" '
        'Target="../charts/chart1.xml"/></Relationships>',
    ),
)  # fmt: skip

DECK: dict[str, Change] = {
    "P104": swap(SLIDE2, "<p:sld ", "<!DOCTYPE p:sld [<!ENTITY a 'b'>]><p:sld "),
    "P105": swap(SLIDE2, "</p:sld>", ""),
    "P106": drop(TYPES),
    "P111": add("ppt/slides/Slide2.xml", b"<a/>"),
    "P112": swap(TYPES, "(<Override [^>]*slide2.xml[^>]*>)", r"\1\1"),
    "P113": swap(TYPES, "</Types>", '<Override PartName="/ppt/nothing.xml" ContentType="a/b"/></Types>'),
    "P114": add("ppt/media/stray.bin", b"x"),
    "P115": swap(RELS, 'Id="rId2"', 'Id="rId1"'),
    "P116": add("ppt/slides/_rels/slide9.xml.rels", b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'),
    "P117": swap("ppt/slides/_rels/slide2.xml.rels", 'Target="../slideLayouts/[^"]+"', 'Target="../slideLayouts/none.xml"'),
    "P118": swap(
        "ppt/slides/_rels/slide2.xml.rels", "</Relationships>",
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    ),
    "P119": swap(SLIDE2, "<p:spPr/>", '<p:spPr xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><a:blipFill><a:blip r:embed="rId99"/></a:blipFill></p:spPr>'),
    "P120": both(add("ppt/stray.xml", b"<a/>"), swap(TYPES, "</Types>", '<Override PartName="/ppt/stray.xml" ContentType="a/b"/></Types>')),
    "P121": swap(SLIDE2, "<p:sld ", '<p:sld xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="p99" '),
    "P122": swap("ppt/media/logo.png", "^.{4}", "GIF8"),
    "P123": add("docProps/thumbnail.jpeg", b"\xff\xd8\xff"),
    "P201": swap(MAIN, 'id="257"', 'id="256"'),
    "P202": swap(MAIN, '<p:sldId id="256"', '<p:sldId id="12"'),
    "P203": swap(RELS, "slides/slide3.xml", "slides/slide2.xml"),
    "P204": swap(MAIN, '<p:sldId id="258"[^>]*/>', ""),
    "P205": swap(MAIN, "(<p:notesMasterIdLst>.*?</p:notesMasterIdLst>)(.*?)(<p:sldSz[^>]*/>)", r"\2\3\1"),
    "P206": swap(MAIN, "<p:notesMasterIdLst>.*?</p:notesMasterIdLst>", ""),
    "P207": swap("ppt/slideMasters/slideMaster1.xml", "<p:sldLayoutId [^>]*/>", ""),
    "P208": swap("ppt/slideMasters/slideMaster1.xml", 'id="2147483650"', 'id="2147483651"'),
    "P235": swap(SLIDE2, "(<p:clrMapOvr>.*?</p:clrMapOvr>)(<p:timing>)", r"<p:transition/>\1<p:transition/>\2"),
    "P209": swap("ppt/slides/_rels/slide2.xml.rels", "<Relationship [^>]*slideLayout[^>]*/>", ""),
    "P210": swap("ppt/slides/_rels/slide3.xml.rels", "notesSlide3.xml", "notesSlide2.xml"),
    "P211": swap("ppt/slides/_rels/slide2.xml.rels", "</Relationships>",
                 '<Relationship Id="rIdJ" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="../presProps.xml"/></Relationships>'),
    "P212": swap("ppt/notesSlides/_rels/notesSlide2.xml.rels", "slides/slide2.xml", "slides/slide3.xml"),
    "P213": swap("ppt/notesSlides/_rels/notesSlide2.xml.rels", "<Relationship [^>]*notesMaster[^>]*/>", ""),
    "P214": swap(SLIDE2, '<p:cNvPr id="3"', '<p:cNvPr id="2"'),
    "P215": swap(SLIDE2, '<p:cNvPr id="2"', '<p:cNvPr id="0"'),
    "P216": swap(SLIDE2, "<a:p>.*?</a:p></p:txBody>", "</p:txBody>"),
    "P217": swap(SLIDE3, "<a:gridCol [^>]*/>", ""),
    "P218": swap("ppt/slideMasters/slideMaster1.xml", "<a:effectLst/></p:bgPr>", "</p:bgPr>"),
    "P219": swap(SLIDE2, 'spid="[0-9]+"', 'spid="77"'),
    "P220": swap(MAIN, '<p14:sldId id="257"/>', '<p14:sldId id="999"/>'),
    "P221": with_chart,
    "P222": with_chart,
}  # fmt: skip

FOOTNOTE = '<w:r><w:footnoteReference w:id="7"/></w:r></w:p>'

DOCUMENT: dict[str, Change] = {
    "P301": swap(DOC, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>"),
    "P302": swap(DOC, "<w:tblGrid>.*?</w:tblGrid>", ""),
    "P303": swap(DOC, '<w:pStyle w:val="CoverTitle"/>', '<w:pStyle w:val="Nowhere"/>'),
    "P304": swap(DOC, '<w:pStyle w:val="CoverTitle"/>', '<w:pStyle w:val="CoverTitle"/><w:numPr><w:numId w:val="444"/></w:numPr>'),
    "P305": swap(DOC, "<w:bookmarkEnd [^>]*/>", ""),
    "P306": both(swap(DOC, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"'), swap(DOC, '<w:bookmarkEnd w:id="2"', '<w:bookmarkEnd w:id="1"')),
    "P307": swap(DOC, '(<w:bookmarkStart w:id="1" w:name=")([^"]+)(".*?<w:bookmarkStart w:id="2" w:name=")[^"]+', r"\1\2\3\2"),
    "P308": swap(DOC, '<w:bookmarkStart w:id="1" w:name="', '<w:bookmarkStart w:id="1" w:name="' + "x" * 41),
    "P309": swap(DOC, 'w:anchor="[^"]+"', 'w:anchor="nowhere"'),
    "P310": swap(DOC, '<w:fldChar w:fldCharType="end"/>', ""),
    "P311": swap(DOC, "</w:p>", FOOTNOTE),
    "P312": swap(DOC, "(<w:sectPr>.*?</w:sectPr>)</w:body>", r"\1<w:p/></w:body>"),
    "P313": swap("word/_rels/document.xml.rels", "relationships/header", "relationships/styles2"),
    "P314": swap(DOC, '<wp:docPr id="2"', '<wp:docPr id="1"'),
}  # fmt: skip

PACKAGES = {
    "P101": b"no zip at all",
    "P103": None,  # see test_a_truncated_part
    "P110": None,  # see test_a_part_twice
}


def codes(content: bytes) -> set[str]:
    return {defect.code for defect in lint_package(content)}


def latin(change: Change, name: str) -> Change:
    """A change of a part that is no text."""

    def apply(parts: Parts) -> None:
        parts[name] = b"GIF8" + parts[name][4:]

    return apply if name == "ppt/media/logo.png" else change


@pytest.mark.parametrize("ending", [".pptx", "-facilitator.docx", "-participant.docx"])
def test_our_own_packages_are_sound(ending: str) -> None:
    assert lint_package(sound(ending)) == ()


@pytest.mark.parametrize("code", DECK)
def test_a_defect_of_a_deck_is_found(code: str) -> None:
    parts = parts_of(sound(".pptx"))
    change = latin(DECK[code], "ppt/media/logo.png") if code == "P122" else DECK[code]
    change(parts)

    assert code in codes(package(parts))


@pytest.mark.parametrize("code", DOCUMENT)
def test_a_defect_of_a_document_is_found(code: str) -> None:
    parts = parts_of(sound("-facilitator.docx"))
    DOCUMENT[code](parts)

    assert code in codes(package(parts))


def test_what_is_no_zip_is_refused() -> None:
    assert codes(b"no zip at all") == {"P101"}
    assert codes(b"") == {"P101"}


def test_too_many_entries_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}.xml", b"")

    assert codes(out.getvalue()) == {"P102"}


def test_a_damaged_part_is_refused() -> None:
    content = bytearray(package(parts_of(sound(".pptx"))))
    position = content.index(b"<p:sld ")
    content[position] ^= 0xFF  # the checksum no longer holds

    assert codes(bytes(content)) == {"P103"}


def test_a_part_twice_is_found() -> None:
    assert "P110" in codes(package(parts_of(sound(".pptx")), twice=SLIDE2))


def test_every_code_is_explained() -> None:
    """That each is shown is asked in test_mutants.py."""
    from deckbuild.diagnostics.packages import PACKAGES

    written = {code for path in LINT.glob("*.py") for code in re.findall(r'"(P[1-3]\d\d)"', path.read_text("utf-8"))}

    assert written == set(PACKAGES)


@given(st.integers(0, 2**32), st.integers(1, 200), st.sampled_from(["flip", "cut", "delete"]))
def test_random_damage_never_raises(position: int, length: int, how: str) -> None:
    content = bytearray(sound("-participant.docx"))
    start = position % len(content)
    if how == "flip":
        content[start] ^= 0xA5
    elif how == "cut":
        del content[start:]
    else:
        del content[start : start + length]

    lint_package(bytes(content))
