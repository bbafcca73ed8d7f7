"""Brands from tokens: what is declared is what the templates say, and what people can read."""

from __future__ import annotations

import io
import itertools
from functools import lru_cache
from pathlib import Path, PurePosixPath

import pytest
from docx import Document
from pptx import Presentation

from deckbuild.brand.brand import ROLES, Brand, Layout, Slot
from deckbuild.brand.contrast import AA, failures, ratio
from deckbuild.brand.load import load_brand
from deckbuild.brand.make import MADE
from deckbuild.brand.tokens import BrandTokens
from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.ooxml.lint import lint_package
from deckbuild.ooxml.opening import open_package, parse
from deckbuild.workspace import Disk, InMemory

ROOT = Path(__file__).parents[2]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@lru_cache
def azure() -> Brand:
    diags = Diagnostics()
    brand = load_brand(Disk(ROOT), "azure", "A4", diags, NOWHERE)
    assert not diags.in_order()
    assert brand is not None
    return brand


def layouts() -> tuple[Layout, ...]:
    return azure().layouts


def placeholders(layout: Layout) -> dict[int, object]:
    """The placeholders of a layout in the template, by index."""
    root = parse(open_package(azure().pptx_template).parts[layout.part].content)
    return {int(holder.get("idx", "0")): holder.getparent().getparent().getparent() for holder in root.iter(f"{P}ph")}


def test_there_is_a_layout_for_each_role() -> None:
    assert {layout.role for layout in layouts()} == set(ROLES)
    assert len({layout.name for layout in layouts()}) == len(layouts()) >= 12


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.name)
def test_placeholders_stand_in_the_template_as_they_are_declared(layout: Layout) -> None:
    """Compose measures with what the XML says: box, size, weight and indents of each level."""
    found = placeholders(layout)
    assert set(found) == {slot.index for slot in layout.slots}
    for slot in layout.slots:
        shape = found[slot.index]
        offset, extent = shape.find(f".//{A}off"), shape.find(f".//{A}ext")  # type: ignore[attr-defined]
        assert (int(offset.get("x")), int(offset.get("y"))) == (slot.box.x, slot.box.y)
        assert (int(extent.get("cx")), int(extent.get("cy"))) == (slot.box.width, slot.box.height)
        _levels_agree(slot, shape)


def _levels_agree(slot: Slot, shape: object) -> None:
    written = shape.find(f".//{A}lstStyle")  # type: ignore[attr-defined]
    for number, level in enumerate(slot.levels, 1):
        properties = written.find(f"{A}lvl{number}pPr")
        if properties is None:
            continue  # inherited from the master, see below
        run = properties.find(f"{A}defRPr")
        assert int(run.get("sz")) == round(level.size * 100)
        assert (run.get("b") == "1") == level.bold
        assert int(properties.get("marL")) == level.indent
        assert -int(properties.get("indent")) == level.hanging
        assert int(properties.find(f"{A}lnSpc/{A}spcPct").get("val")) == round(level.line * 100_000)
        assert int(properties.find(f"{A}spcBef/{A}spcPts").get("val")) == round(level.before * 100)


def test_inherited_levels_are_those_of_the_master() -> None:
    root = parse(open_package(azure().pptx_template).parts["/ppt/slideMasters/slideMaster1.xml"].content)
    content = azure().layout("content")
    for purpose, tag in (("title", "titleStyle"), ("body", "bodyStyle")):
        slot = content.slot(purpose)
        assert slot is not None
        for number, level in enumerate(slot.levels, 1):
            properties = root.find(f"{P}txStyles/{P}{tag}/{A}lvl{number}pPr")
            assert properties is not None
            assert properties.find(f"{A}defRPr").get("sz") == str(round(level.size * 100))  # type: ignore[union-attr]
            assert int(properties.get("marL", "0")) == level.indent


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.name)
def test_placeholders_stand_on_the_slide_and_do_not_overlap(layout: Layout) -> None:
    brand = azure()
    for slot in layout.slots:
        assert 0 <= slot.box.x < slot.box.right <= brand.width
        assert 0 <= slot.box.y < slot.box.bottom <= brand.height
    whole = (brand.width, brand.height)  # a picture over the whole slide lies under the rest
    beside = [slot for slot in layout.slots if (slot.box.width, slot.box.height) != whole]
    for one, other in itertools.combinations(beside, 2):
        apart = (
            one.box.right <= other.box.x or other.box.right <= one.box.x
            or one.box.bottom <= other.box.y or other.box.bottom <= one.box.y
        )  # fmt: skip
        assert apart, f"{one.name} and {other.name}"


def test_one_purpose_has_one_index_in_all_layouts() -> None:
    """So that a slide keeps its text when somebody changes its layout in PowerPoint."""
    indexes: dict[str, set[int]] = {}
    for layout in layouts():
        for slot in layout.slots:
            indexes.setdefault(slot.purpose, set()).add(slot.index)

    assert {purpose for purpose, found in indexes.items() if len(found) > 1} <= {"subtitle"}


def test_text_can_be_read_wherever_it_stands() -> None:
    assert list(failures(BrandTokens(brand="azure"))) == []
    assert ratio("FFFFFF", "000000") == pytest.approx(21)
    assert ratio("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert AA == 4.5


def test_templates_are_sound_named_and_the_same_each_time() -> None:
    brand = azure()
    MADE.clear()
    again = load_brand(Disk(ROOT), "azure", "A4", Diagnostics(), NOWHERE)
    assert again is not None

    assert again.pptx_template == brand.pptx_template
    assert again.docx_template == brand.docx_template
    assert lint_package(brand.pptx_template) == lint_package(brand.docx_template) == ()
    deck = Presentation(io.BytesIO(brand.pptx_template))
    assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in brand.layouts]
    styles = {style.style_id for style in Document(io.BytesIO(brand.docx_template)).styles}
    assert {"Heading1", "Title", "ListBullet", "CueTip", "CueSay", "NoteSafety", "DeckTable"} <= styles


def test_letter_paper_has_its_size() -> None:
    brand = load_brand(Disk(ROOT), "azure", "Letter", Diagnostics(), NOWHERE)
    assert brand is not None
    section = Document(io.BytesIO(brand.docx_template)).sections[0]

    assert (round(section.page_width.inches, 2), round(section.page_height.inches, 2)) == (8.5, 11.0)


def test_a_small_brand_file_is_enough() -> None:
    """Everything has a default; the project's own brand goes before the one that ships."""
    diags = Diagnostics()
    text = "brand: ours\ntitle: Ours\npalette: {strong: 222222}\n"
    brand = load_brand(InMemory({"brand/ours/brand.yaml": text}), "ours", "A4", diags, NOWHERE)

    assert not diags.in_order()
    assert brand is not None
    assert brand.palette["tx2"] == "222222"


def test_a_mistake_in_a_brand_file_has_its_place() -> None:
    diags = Diagnostics()
    text = "brand: ours\npalette:\n  inc: 222222\n"
    load_brand(InMemory({"brand/ours/brand.yaml": text}), "ours", "A4", diags, NOWHERE)
    (found,) = diags.in_order()

    assert (found.code, found.span.file, found.span.line) == ("S101", str(PurePosixPath("brand/ours/brand.yaml")), 3)
    assert found.hints == ("did you mean `ink`?",)


def test_an_unknown_key_is_never_said_to_be_there_already() -> None:
    diags = Diagnostics()
    text = "brand: ours\npalette:\n  dark: 222222\n"
    load_brand(InMemory({"brand/ours/brand.yaml": text}), "ours", "A4", diags, NOWHERE)
    (found,) = diags.in_order()

    assert found.code == "S101"
    assert "here already" not in found.hints[0]
