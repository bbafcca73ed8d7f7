"""The package linter on small packages made by hand: sound ones pass, each one-defect mutant
is told by its code alone, nothing raises."""

from __future__ import annotations

import random
import re
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diagnostics.packages import PACKAGES
from deckbuild.ooxml.lint import ALL, lint_package
from ooxml import mutants, sdk
from ooxml.mutants import Edit, Mutant, add, link, swap
from ooxml.samples import PNG, Parts, deck, document, zipped

DECK, DOCUMENT = zipped(deck()), zipped(document())


def codes(content: bytes) -> set[str]:
    return {defect.code for defect in lint_package(content)}


@pytest.mark.parametrize("content", [DECK, DOCUMENT], ids=["deck", "document"])
def test_nothing_is_found_in_a_sound_package(content: bytes) -> None:
    assert lint_package(content) == ()


@pytest.mark.parametrize("mutant", mutants.ALL, ids=lambda mutant: f"{mutant.code} {mutant.what}".strip())
def test_one_defect_is_told_by_its_code_alone(mutant: Mutant) -> None:
    assert codes(mutant.make()) == {mutant.code}


def test_every_code_has_a_mutant() -> None:
    assert {mutant.code for mutant in mutants.ALL} == set(PACKAGES)


def test_every_check_says_what_it_checks() -> None:
    assert all(check.__doc__ for check in ALL)


@pytest.mark.parametrize(("content", "suffix"), [(DECK, ".pptx"), (DOCUMENT, ".docx")], ids=["deck", "document"])
def test_the_sdk_finds_nothing_in_a_sound_package_either(content: bytes, suffix: str) -> None:
    sdk.require()

    assert sdk.findings(content, suffix) == []


def test_messages_are_facts_in_lower_case_without_a_full_stop() -> None:
    for mutant in mutants.ALL:
        for defect in lint_package(mutant.make()):
            assert not defect.message.endswith("."), defect
            assert not defect.message[0].isupper(), defect


_AGAIN = (
    '<mc:AlternateContent><mc:Choice Requires="p14">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>'
)
_SHAPE = '<p:sp><p:nvSpPr><p:cNvPr id="77" name="x"/></p:nvSpPr></p:sp>'
_CONTROL = '<w:tc><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:bookmarkStart w:id="8" w:name="b"/><w:bookmarkEnd w:id="8"/></w:tc>'

# What Office itself writes and a careless linter would tell.
SOUND_DECKS: dict[str, list[Edit]] = {
    "a shape and its fallback share an id": [swap(mutants.SLIDE, "</p:spTree>", _AGAIN.format(_SHAPE, _SHAPE) + "</p:spTree>")],
    "the picture in an embedded object has the id 0": [
        swap(mutants.SLIDE, "</p:spTree>", "<p:oleObj><p:pic><p:nvPicPr><p:cNvPr id='0' name=''/></p:nvPicPr></p:pic></p:oleObj></p:spTree>")
    ],
    "layouts without ids": [swap(mutants.MASTER, ' id="2147483649"', "")],
    "a part is named in other case": [swap(mutants.SLIDE_RELS, "../media/image1.png", "../Media/IMAGE1.png")],
    "a name with an encoded space": [add("ppt/media/a%20b.png", PNG), link(mutants.SLIDE_RELS, "image", "../media/a%20b.png")],
    "an encoded link to a name with a space": [add("ppt/media/a b.png", PNG), link(mutants.SLIDE_RELS, "image", "../media/a%20b.png")],
    "what is left from saving in place": [add("[trash]/0000.dat", b"")],
    "columns in three dimensions name a third axis": [
        swap(mutants.CHART, '<c:axId val="22"/></c:barChart>', '<c:axId val="22"/><c:axId val="0"/></c:barChart>')
    ],
    "a link to the next slide": [swap(mutants.SLIDE, 'r:id="rId5" action="ppaction://hlinksldjump"', 'r:id="" action="ppaction://hlinkshowjump?jump=nextslide"')],
}  # fmt: skip
SOUND_DOCUMENTS: dict[str, list[Edit]] = {
    "a cell ends with a content control and a bookmark": [swap(mutants.TEXT, "</w:tr></w:tbl>", f"{_CONTROL}</w:tr></w:tbl>")],
    "list 0 takes a list away": [swap(mutants.TEXT, '<w:numId w:val="1"/>', '<w:numId w:val="0"/>')],
    "a link to the top": [swap(mutants.TEXT, 'w:anchor="next"', 'w:anchor="_top"')],
    "a field in a field": [swap(mutants.TEXT, "REF start", 'IF <w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/>')],
    "bookmarks in any case": [swap(mutants.TEXT, 'w:anchor="next"', 'w:anchor="NEXT"')],
}  # fmt: skip


@pytest.mark.parametrize("edits", SOUND_DECKS.values(), ids=SOUND_DECKS.keys())
def test_no_false_alarm_in_a_deck(edits: list[Edit]) -> None:
    assert lint_package(_edited(deck(), edits)) == ()


@pytest.mark.parametrize("edits", SOUND_DOCUMENTS.values(), ids=SOUND_DOCUMENTS.keys())
def test_no_false_alarm_in_a_document(edits: list[Edit]) -> None:
    assert lint_package(_edited(document(), edits)) == ()


def _edited(parts: Parts, edits: list[Edit]) -> bytes:
    for edit in edits:
        edit(parts)
    return zipped(parts)


def test_templates_are_linted_as_what_they_are_made_for() -> None:
    template = _edited(deck(), [swap(mutants.TYPES, "presentation.main+xml", "template.main+xml")])
    broken = _edited(
        deck(),
        [swap(mutants.TYPES, "presentation.main+xml", "template.main+xml"), swap(mutants.MAIN, '"257"', '"255"', 2)],
    )

    assert lint_package(template) == ()
    assert codes(broken) == {"P202"}


def test_a_part_that_lies_about_its_size_is_not_unpacked() -> None:
    content = mutants.lying(10)
    tracemalloc.start()
    lint_package(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 2_000_000


def test_control_characters_of_a_file_do_not_reach_the_terminal() -> None:
    told = lint_package(_edited(deck(), [add("ppt/\x1b[31m" + "x" * 1000, b"")]))

    assert told
    assert all((defect.part + defect.message).isprintable() and len(defect.part) <= 300 for defect in told)


@given(st.sampled_from([DECK, DOCUMENT]), st.data())
def test_damaged_bytes_never_raise(content: bytes, data: st.DataObject) -> None:
    """Anywhere in the zip: headers, the directory, packed data."""
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(damaged))))

    lint_package(bytes(damaged[:cut]))


@given(st.binary(max_size=200))
def test_any_bytes_never_raise(content: bytes) -> None:
    assert lint_package(content)


@given(st.sampled_from([deck(), document()]), st.randoms(use_true_random=False))
def test_damaged_markup_never_raises(parts: Parts, chance: random.Random) -> None:
    """Inside the parts, below the checksums: values, tags and whole elements changed or gone."""
    parts = dict(parts)
    for _ in range(chance.randint(1, 6)):
        name = chance.choice([name for name in parts if not name.endswith((".png", ".xlsx"))])
        parts[name] = _damaged(parts[name], chance)

    lint_package(zipped(parts))


_STRANGE = (b"", b"-1", b"9" * 5000, "²".encode(), b"NaN", b"rId1", b"../../../..", b"/", b"http://[", b" ")


def _damaged(content: bytes, chance: random.Random) -> bytes:
    places = (
        list(re.finditer(rb'"([^"<>]*)"', content))
        if chance.random() < 0.6
        else list(re.finditer(rb"<[^<>?!]+/>", content))
    )
    if not places:
        return content[: chance.randint(0, len(content))]
    place = chance.choice(places)
    new = b'"' + chance.choice(_STRANGE) + b'"' if place[0].startswith(b'"') else b""
    return content[: place.start()] + new + content[place.end() :]
