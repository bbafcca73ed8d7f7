"""Where a brand's faces are found, in which order, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.brand.brand import Brand
from deckbuild.brand.faces import SHIPPED, Chosen, PackFont, choose
from deckbuild.brand.fontfile import coverage, describe, opened, static
from deckbuild.brand.load import load_brand
from deckbuild.compose.measure import metrics
from deckbuild.diagnostics.model import NOWHERE, Diagnostic, Diagnostics
from deckbuild.workspace import InMemory

from .fonts import font


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which this machine looks for fonts."""
    monkeypatch.setenv("DECKBUILD_FONTS", str(tmp_path))
    return tmp_path


def loaded(fonts: str, **files: bytes) -> tuple[Brand, tuple[Diagnostic, ...]]:
    diags = Diagnostics()
    pack = {f"brand/ours/fonts/{name}.ttf": content for name, content in files.items()}
    workspace = InMemory({"brand/ours/brand.yaml": f"brand: ours\nfonts: {fonts}\n", **pack})
    brand = load_brand(workspace, "ours", "A4", diags, NOWHERE)
    assert brand is not None
    return brand, diags.in_order()


def cuts(chosen: Chosen) -> list[tuple[bool, bool]]:
    return [(face.bold, face.italic) for face in chosen.faces]


@pytest.mark.parametrize("family", SHIPPED)
def test_families_that_ship_have_their_cuts(family: str) -> None:
    chosen = choose(family)

    assert chosen.origin == "shipped"
    assert chosen.everywhere
    assert cuts(chosen)[:2] == [(False, False), (True, False)]
    regular, bold = chosen.faces[:2]
    assert static(regular) != static(bold)
    for face in chosen.faces:
        (described,) = describe(static(face))
        assert not described.axes


def test_a_bold_cut_of_a_variable_font_is_bold() -> None:
    regular, bold = choose("Source Sans 3").faces[:2]
    for one in (regular, bold):
        font = opened(one)
        assert font.get_glyph_h_advance(font.get_nominal_glyph(ord("m"))) == _advance(static(one), "m")
    assert _advance(static(bold), "m") > _advance(static(regular), "m")


def _advance(content: bytes, letter: str) -> int:
    import uharfbuzz as hb

    font = hb.Font(hb.Face(hb.Blob(content)))
    return int(font.get_glyph_h_advance(font.get_nominal_glyph(ord(letter))))


def test_the_pack_goes_before_everything() -> None:
    chosen = choose("Open Sans", (PackFont("ours.ttf", font("Open Sans", advance=800)),))

    assert chosen.origin == "pack"
    assert metrics(chosen.faces).width("mm", 10, "Open Sans") == pytest.approx(16)


def test_the_machine_comes_after_what_ships(machine: Path) -> None:
    for name in ("Open Sans", "Verdana"):
        (machine / f"{name}.ttf").write_bytes(font(name))
        (machine / f"{name}-Bold.ttf").write_bytes(font(name, bold=True, advance=600))

    assert choose("Open Sans").origin == "shipped"
    verdana = choose("Verdana")
    assert (verdana.origin, verdana.everywhere) == ("system", False)
    assert cuts(verdana) == [(False, False), (True, False)]


def test_a_family_with_the_same_widths_stands_in_before_any_other(machine: Path) -> None:
    (machine / "folder").mkdir()
    (machine / "folder" / "Carlito-Regular.ttf").write_bytes(font("Carlito"))

    calibri = choose("Calibri")
    assert (calibri.origin, calibri.stand_in, calibri.everywhere) == ("same-widths", "Carlito", False)
    assert {face.family for face in calibri.faces} == {"Calibri"}
    assert (choose("Arial").stand_in, choose("Arial").everywhere) == ("Arimo", True)


def test_a_stand_in_is_of_the_same_kind() -> None:
    assert choose("Georgia").stand_in == "Source Serif 4"
    assert choose("Consolas").stand_in == "Source Code Pro"
    assert choose("Gill Sans").stand_in == "Open Sans"


def test_a_family_of_this_machine_alone_is_said_once(machine: Path) -> None:
    (machine / "Verdana.ttf").write_bytes(font("Verdana"))
    _, found = loaded("{heading: Verdana, body: Verdana}")

    assert [one.code for one in found] == ["B109"]
    assert "brand/ours/fonts" in found[0].hints[0]
    assert loaded("{heading: Verdana, body: Verdana, installed: [Verdana]}")[1] == ()


def test_a_family_that_is_nowhere_is_measured_as_another_and_said_once() -> None:
    brand, found = loaded("{heading: Gill Sans, body: Gill Sans}")

    assert [one.code for one in found] == ["B106"]
    assert "Open Sans" in found[0].message
    assert brand.body_family == "Gill Sans"


def test_a_family_in_the_pack_is_nothing_to_speak_of() -> None:
    brand, found = loaded("{body: Ours}", regular=font("Ours"), bold=font("Ours", bold=True))

    assert not found
    assert [face.family for face in brand.faces][:2] == ["Ours", "Ours"]


def test_what_is_no_font_is_passed_over(machine: Path) -> None:
    (machine / "broken.ttf").write_bytes(b"nothing of the kind")
    (machine / "cut.ttf").write_bytes(font("Verdana")[:200])
    (machine / "Verdana.ttf").write_bytes(font("Verdana"))

    assert choose("Verdana").origin == "system"
    assert describe(b"") == ()


def test_faces_for_other_scripts_stand_behind_the_brands_own() -> None:
    brand, found = loaded("{}")
    arabic = [face for face in brand.faces if ord("م") in coverage(face)]

    assert not found
    assert {face.family for face in arabic} == {"Noto Sans Arabic"}
    assert next(face for face in brand.faces if ord("क") in coverage(face)).family == "Noto Sans Devanagari"
