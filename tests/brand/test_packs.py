"""The packs that ship, and every shape of slide: nothing to report, everything on the grid, sound in both programs."""

from __future__ import annotations

import io
import itertools
import struct
import zlib
from functools import lru_cache
from pathlib import Path

import pytest
from docx import Document

from deckbuild.brand.brand import ROLES, Brand
from deckbuild.brand.contrast import AA, failures, ratio
from deckbuild.brand.grid import PAGES
from deckbuild.brand.load import load_brand, shipped
from deckbuild.brand.make import make_brand
from deckbuild.brand.media import PackMedia
from deckbuild.brand.theme import palette, printed
from deckbuild.brand.tokens import BrandTokens
from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.ooxml.lint import lint_package
from deckbuild.ooxml.opening import open_package, parse
from deckbuild.workspace import Disk, InMemory
from ooxml import sdk

ROOT = Path(__file__).parents[2]
FROM_TOKENS = ("azure", "broadsheet", "midnight")
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@lru_cache
def pack(name: str) -> Brand:
    diags = Diagnostics()
    brand = load_brand(Disk(ROOT), name, "A4", diags, NOWHERE)
    assert not diags.in_order()
    assert brand is not None
    return brand


@lru_cache
def shaped(page: str) -> Brand:
    return make_brand(BrandTokens.model_validate({"brand": "ours", "page": page}), PackMedia({}), "Letter")


def assert_on_the_slide_and_apart(brand: Brand) -> None:
    for layout in brand.layouts:
        for slot in layout.slots:
            assert 0 <= slot.box.x < slot.box.right <= brand.width, f"{layout.name}: {slot.name}"
            assert 0 <= slot.box.y < slot.box.bottom <= brand.height, f"{layout.name}: {slot.name}"
        over = [slot for slot in layout.slots if slot.box.width < brand.width]  # all but a picture over everything
        for one, other in itertools.combinations(over, 2):
            apart = (
                one.box.right <= other.box.x or other.box.right <= one.box.x
                or one.box.bottom <= other.box.y or other.box.bottom <= one.box.y
            )  # fmt: skip
            assert apart, f"{layout.name}: {one.name} and {other.name}"


def test_these_packs_ship() -> None:
    assert set(FROM_TOKENS) <= {path.parent.name for path in shipped().glob("*/brand.yaml")}


@pytest.mark.parametrize("name", FROM_TOKENS)
def test_a_pack_is_whole_sound_and_on_its_grid(name: str) -> None:
    brand = pack(name)
    assert {layout.role for layout in brand.layouts} == set(ROLES)
    assert_on_the_slide_and_apart(brand)
    for content, ending in ((brand.pptx_template, ".pptx"), (brand.docx_template, ".docx")):
        assert lint_package(content) == ()
        sdk.require()
        assert sdk.findings(content, ending) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_shape_of_slide_has_all_layouts_on_the_grid(page: str) -> None:
    brand = shaped(page)
    wide, high = PAGES[page]
    assert brand.width * high == brand.height * wide
    assert_on_the_slide_and_apart(brand)
    assert lint_package(brand.pptx_template) == ()
    sdk.require()
    assert sdk.findings(brand.pptx_template, ".pptx") == []


def test_packs_differ() -> None:
    brands = [pack(name) for name in FROM_TOKENS]

    assert len({brand.palette["bg1"] + brand.palette["accent1"] for brand in brands}) == 3
    assert len({(brand.heading_family, brand.body_family) for brand in brands}) == 3


def test_a_dark_look_keeps_dark_slots_dark_and_turns_the_master_round() -> None:
    package = open_package(pack("midnight").pptx_template)
    theme = parse(package.parts["/ppt/theme/theme1.xml"].content)
    master = parse(package.parts["/ppt/slideMasters/slideMaster1.xml"].content)
    slots = {one.tag.rpartition("}")[2]: one[0].get("val", "") for one in theme.find(f".//{A}clrScheme")}  # type: ignore[union-attr]

    assert ratio(slots["dk1"], "FFFFFF") > ratio(slots["lt1"], "FFFFFF")
    mapped = master.find(f"{P}clrMap")
    assert mapped is not None
    assert (mapped.get("bg1"), mapped.get("tx1")) == ("dk1", "lt1")


def test_documents_of_a_dark_look_print_dark_on_white() -> None:
    tokens = BrandTokens.model_validate({"brand": "ours", "palette": {"ink": "dfe7f3", "ground": "0b1220", "strong": "ffffff",
                                         "panel": "18243a", "accents": ["63b8ff", "4fd1b5", "ffb454", "c7a6ff", "ff938a", "9fb0c7"]}})  # fmt: skip
    colours = palette(printed(tokens))

    assert list(failures(tokens)) == []
    assert colours["bg1"] == "FFFFFF"
    assert all(ratio(colours[slot], "FFFFFF") >= AA for slot in ("tx1", "tx2", *(f"accent{n}" for n in range(1, 7))))
    heading = Document(io.BytesIO(pack("midnight").docx_template)).styles["heading 1"]
    assert ratio(str(heading.font.color.rgb), "FFFFFF") >= AA  # type: ignore[attr-defined]


def test_prompts_are_in_the_brands_language() -> None:
    brand = make_brand(BrandTokens.model_validate({"brand": "ours", "language": "de"}), PackMedia({}), "A4")
    layout = open_package(brand.pptx_template).parts["/ppt/slideLayouts/slideLayout3.xml"].content.decode()

    assert "Zweite Ebene" in layout
    assert 'lang="de"' in layout


def test_nothing_in_the_master_view_is_without_name_or_kind() -> None:
    package = open_package(pack("azure").pptx_template)
    for name, part in package.parts.items():
        if not name.startswith(("/ppt/slideMasters/", "/ppt/slideLayouts/")):
            continue
        shapes = parse(part.content).findall(f"{P}cSld/{P}spTree/*/*/{P}cNvPr")[1:]
        numbers = [shape.get("id") for shape in shapes]
        assert len(set(numbers)) == len(numbers)
        assert all(shape.get("name") for shape in shapes), name


FOOTERS = [
    ({"left": "text", "right": "number"}, ["Footer", "Date", "Slide number"]),
    ({"left": "number", "centre": "none", "right": "text"}, ["Slide number", "Date", "Footer"]),
    ({"left": "text", "centre": "number", "right": "none"}, ["Footer", "Slide number", "Date"]),
]


@pytest.mark.parametrize(("footer", "order"), FOOTERS)
def test_the_foot_of_slides_is_in_the_brands_order(footer: dict[str, str], order: list[str]) -> None:
    brand = make_brand(BrandTokens.model_validate({"brand": "ours", "footer": footer}), PackMedia({}), "A4")
    slots = {slot.name: slot.box.x for slot in brand.layout("content").slots}

    assert sorted(order, key=lambda name: slots[name]) == order


def test_pictures_of_a_pack_stand_beside_the_text_of_title_slides() -> None:
    rows = zlib.compress(b"\0" + bytes(3 * 8))
    chunks = ((b"IHDR", struct.pack(">LLBBBBB", 8, 1, 8, 2, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    picture = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(data)) + tag + data + struct.pack(">L", zlib.crc32(tag + data)) for tag, data in chunks
    )
    text = "brand: ours\nbackgrounds: {title: {colour: strong, picture: hall.png}}\n"
    diags = Diagnostics()
    files = {"brand/ours/brand.yaml": text.encode(), "brand/ours/hall.png": picture}
    brand = load_brand(InMemory(files), "ours", "A4", diags, NOWHERE)

    assert not diags.in_order()
    assert brand is not None
    assert lint_package(brand.pptx_template) == ()
    title = brand.layout("title").slot("title")
    shown = parse(open_package(brand.pptx_template).parts["/ppt/slideLayouts/slideLayout1.xml"].content)
    offset = shown.find(f".//{P}pic/{P}spPr/{A}xfrm/{A}off")
    assert offset is not None
    assert title is not None
    assert title.box.right <= int(offset.get("x", "0"))
