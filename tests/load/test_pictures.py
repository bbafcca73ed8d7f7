"""Pictures by their content: sizes from headers, nothing unsafe, nothing raised but a refusal."""

from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deckbuild.load.pictures import read_picture
from deckbuild.load.refused import RefusedFileError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {0}>{1}</svg>'


def drawn(format_: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), "navy").save(out, format_, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [(drawn("PNG"), "png"), (drawn("JPEG"), "jpeg"), (drawn("JPEG", progressive=True), "jpeg")],
    ids=["png", "jpeg", "progressive"],
)
def test_type_and_size_come_from_the_content(content: bytes, kind: str) -> None:
    asset = read_picture(content)

    assert (asset.kind, asset.width, asset.height) == (kind, 30, 20)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="20"', (40, 20)),
        ('width="1in" height="25.4mm"', (96, 96)),
        ('viewBox="0 0 200 100"', (200, 100)),
        ('viewBox="0 0 200 100" width="50"', (50, 25)),
        ('viewBox="0 0 200 100" width="100%" height="100%"', (200, 100)),
        ("", (300, 150)),
    ],
)
def test_an_svg_has_the_size_it_says_or_that_of_its_view_box(attributes: str, size: tuple[int, int]) -> None:
    asset = read_picture(SVG.format(attributes, "").encode())

    assert (asset.width, asset.height) == size


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>",
        '<a href="https://example.org"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<use href="other.svg#a"/>',
        '<rect style="fill: url(https://example.org/a.svg#b)"/>',
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>@im<![CDATA[port 'a.css']]></style>",
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
        '<g onclick="alert(1)"/>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<?xml-stylesheet href="https://example.org/a.css"?>',
    ],
)
def test_an_svg_that_is_more_than_a_drawing_is_refused(inside: str) -> None:
    with pytest.raises(RefusedFileError) as refused:
        read_picture(SVG.format("", inside).encode())

    assert refused.value.code == "R107"


def test_an_svg_of_a_drawing_program_is_taken() -> None:
    """Its own marks stand in name spaces that no viewer draws."""
    inside = """<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use xlink:href="#a"/>
    <sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"/>"""

    assert read_picture(SVG.format("", inside).encode()).kind == "svg"


@given(
    st.binary(max_size=80)
    | st.sampled_from([drawn("PNG"), drawn("JPEG"), SVG.format("", "<g/>").encode()]).flatmap(
        lambda whole: st.tuples(st.integers(0, len(whole)), st.binary(max_size=6)).map(
            lambda change: whole[: change[0]] + change[1] + whole[change[0] + 3 :]
        )
    )
)
def test_any_bytes_are_a_picture_or_refused(content: bytes) -> None:
    with contextlib.suppress(RefusedFileError):
        read_picture(content)
