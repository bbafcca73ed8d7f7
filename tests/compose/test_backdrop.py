"""Pictures under text: a veil as strong as the text needs, and a message where somebody wants less."""

from __future__ import annotations

import io
import itertools
import zipfile
from pathlib import PurePosixPath

import pytest
from lxml import etree
from PIL import Image

from deckbuild.compose.gallery import arranged
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.ooxml.lint import lint_package
from deckbuild.pipeline import Build, Composed, build, compose
from deckbuild.workspace import InMemory, Recording

LESSON = PurePosixPath("decks/a.yaml")
HEAD = 'lesson: "1"\ntitle: T\ngenerate: []\nsections:\n- title: S\n  slides:\n'


def plain(colour: str, width: int = 160, height: int = 90) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


FILES = {"decks/white.png": plain("white"), "decks/black.png": plain("black"), "decks/grey.png": plain("#808080")}
SIDES = {"wide": (300, 100), "square": (200, 200), "tall": (100, 300)}


def files(slides: str) -> InMemory:
    more = {f"decks/{name}.png": plain("navy", *size) for name, size in SIDES.items()}
    return InMemory({str(LESSON): HEAD + slides, **FILES, **more})


def composed(slides: str) -> tuple[Composed, list[str]]:
    diags = Diagnostics()
    made = compose(Recording(files(slides)), LESSON, diags)
    assert made is not None
    return made, [one.code for one in diags.in_order()]


def built(slides: str) -> Build:
    made = build(files(slides), LESSON)
    for content in made.files.values():
        assert lint_package(content) == ()
    return made


def full(picture: str, more: str = "") -> str:
    return f"  - {{title: A title, image: {{file: {picture}.png, alt: a, fit: full{more}}}}}\n  - {{title: B}}\n"


@pytest.mark.parametrize(("picture", "opacity"), [("black", 0.0), ("grey", 0.25), ("white", 0.65)])
def test_the_veil_is_as_strong_as_the_title_needs(picture: str, opacity: float) -> None:
    made, codes = composed(full(picture))
    veils = [one.opacity for one in made.presentation.pages[0].under[1:]]  # type: ignore[union-attr]

    assert not codes
    assert veils == ([pytest.approx(opacity, abs=0.11)] if opacity else [])


def test_a_veil_that_is_too_weak_is_reported() -> None:
    assert composed(full("white", ", dim: 0.2"))[1] == ["A111"]
    assert composed(full("white", ", dim: 0.9"))[1] == []


def test_a_picture_that_is_hardly_seen_is_reported() -> None:
    striped = "  - {title: A, background: black.png, bullets: [a: [b]]}\n"

    assert "A112" in composed(striped)[1]


def test_a_background_lies_under_the_slide_and_its_title_is_read_first() -> None:
    made = built("  - {title: A, background: grey.png, bullets: [a]}\n")
    with zipfile.ZipFile(io.BytesIO(made.files[PurePosixPath("build/a.pptx")])) as archive:
        slide = etree.fromstring(archive.read("ppt/slides/slide1.xml"))

    assert slide.find("./{*}cSld/{*}bg/{*}bgPr/{*}blipFill/{*}blip") is not None
    names = [shape.get("name") for shape in slide.iter("{*}cNvPr")]
    assert names[:3] == ["", "Veil", "Title"]


def test_a_slide_with_nothing_but_title_and_background_shows_the_picture_in_full() -> None:
    made, _ = composed("  - {title: A, subtitle: b, background: white.png}\n  - {title: B}\n")
    page = made.presentation.pages[0]

    assert page.layout_name == "Full picture"
    assert [one.slot.purpose for one in page.filled] == ["title", "caption"]


# --- several pictures ----------------------------------------------------------------------------------------


def pictures(*names: str, fit: str = "contain") -> str:
    listed = "".join(
        f"    - {{file: {name}.png, alt: {name}, caption: Says what it is, fit: {fit}}}\n" for name in names
    )
    return f"  - title: Several\n    image:\n{listed}"


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("fit", ["contain", "cover"])
def test_pictures_stand_in_rows_of_one_height_inside_the_slide(count: int, fit: str) -> None:
    names = (["wide", "square", "tall"] * 2)[:count]
    made, codes = composed(pictures(*names, fit=fit))
    shapes = made.presentation.pages[0].drawings
    region = made.brand.layout("cards").content
    rows: dict[int, set[int]] = {}
    for shape in shapes:
        rows.setdefault(shape.box.y, set()).add(shape.box.height)
        assert region.x <= shape.box.x < shape.box.right <= region.right + 2
        assert shape.caption_box.bottom <= region.bottom + 2  # type: ignore[union-attr]
    for one, other in itertools.pairwise(shapes):
        assert one.box.right < other.box.x or one.caption_box.bottom < other.box.y  # type: ignore[union-attr]

    assert not codes
    assert all(len(heights) == 1 for heights in rows.values())
    if fit == "contain":
        for shape, name in zip(shapes, names, strict=True):
            assert shape.box.width / shape.box.height == pytest.approx(SIDES[name][0] / SIDES[name][1], rel=0.02)
    else:
        assert len({shape.box.width for shape in shapes}) == 1


def test_several_pictures_are_read_in_order_and_named() -> None:
    made = built(pictures("wide", "square", "tall"))
    with zipfile.ZipFile(io.BytesIO(made.files[PurePosixPath("build/a.pptx")])) as archive:
        slide = etree.fromstring(archive.read("ppt/slides/slide1.xml"))

    assert [shape.get("descr") for shape in slide.iter("{*}cNvPr") if shape.get("descr")] == ["wide", "square", "tall"]


def test_from_right_to_left_the_first_picture_stands_on_the_right() -> None:
    made, _ = composed(pictures("wide", "square"))
    region = made.brand.layout("cards").content
    shown = [shape.picture for shape in made.presentation.pages[0].drawings]  # type: ignore[union-attr]
    from deckbuild.compose.measure import metrics

    measured = metrics(made.brand.faces)
    left = arranged(shown, region, made.loaded.assets, made.brand, measured)
    right = arranged(shown, region, made.loaded.assets, made.brand, measured, right_to_left=True)

    assert left[0].box.x == region.x
    assert right[0].box.right == region.right
