"""`deckbuild brand new`: a pack from a few answers that builds with nothing to say."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from brand.fonts import font
from deckbuild.brand.contrast import failures
from deckbuild.brand.derive import palette_from
from deckbuild.brand.load import load_brand
from deckbuild.brand.tokens import BrandTokens
from deckbuild.cli import deckbuild
from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.workspace import Disk

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="8" height="4" fill="#123456"/></svg>'


@given(COLOURS, st.none() | COLOURS, st.booleans())
def test_whatever_colours_are_given_all_text_can_be_read(leading: str, second: str | None, dark: bool) -> None:
    palette = palette_from(leading, second, dark=dark)

    assert palette.dark == dark
    assert list(failures(BrandTokens(brand="ours", palette=palette))) == []


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert palette_from("0E6E5C").accents[0] == "0E6E5C"
    assert palette_from("0E6E5C", "A11D33").accents[1] == "A11D33"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deckbuild.yaml").write_text("project: Test\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*options: str) -> Result:
    return CliRunner().invoke(deckbuild, ["brand", "new", *options])


def test_a_pack_is_made_that_loads_without_a_message(project: Path) -> None:
    (project / "mark.svg").write_text(SVG)
    (project / "files").mkdir()
    (project / "files" / "Ours.ttf").write_bytes(font("Ours"))
    (project / "files" / "OFL.txt").write_text("licence")
    told = new("ours", "--colour", "a01030", "--logo", "mark.svg", "--font", "files/Ours.ttf", "--page", "4:3")

    assert told.exit_code == 0, told.output
    diags = Diagnostics()
    brand = load_brand(Disk(project), "ours", "A4", diags, NOWHERE)
    assert not diags.in_order()
    assert brand is not None
    assert (brand.body_family, brand.title) == ("Ours", "Ours")
    assert brand.width * 3 == brand.height * 4
    assert brand.palette["accent1"] == "A01030"
    assert (project / "brand/ours/fonts/OFL.txt").read_text() == "licence"
    assert (project / "brand/ours/logo.svg").is_file()


def test_nothing_is_written_over(project: Path) -> None:
    assert new("ours").exit_code == 0
    before = (project / "brand/ours/brand.yaml").read_bytes()

    assert new("ours", "--colour", "ff0000").exit_code == 2
    assert (project / "brand/ours/brand.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("Our Brand",), "small letters"),
        (("ours", "--colour", "blue"), "six hexadecimal digits"),
        (("ours", "--logo", "mark.txt"), "mark.txt"),
        (("ours", "--font", "mark.txt"), "no font"),
    ],
)
def test_what_can_not_be_used_is_said_in_one_line(project: Path, options: tuple[str, ...], said: str) -> None:
    (project / "mark.txt").write_text("no picture")
    told = new(*options)

    assert told.exit_code == 2
    assert said in told.output
    assert not (project / "brand").exists()
