"""Pictures as cameras, scanners and printers save them: shown as they were meant, without what they tell."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

import pytest
from PIL import Image, ImageCms, ImageDraw

from deckbuild.assets import Asset
from deckbuild.load.pictures import read_picture
from deckbuild.load.refused import RefusedFileError
from deckbuild.ooxml.lint import lint_package
from deckbuild.pipeline import build
from deckbuild.raster import colours, reduced, trimmed
from deckbuild.svg import rasterise
from deckbuild.workspace import InMemory


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def photograph(width: int = 120, height: int = 80) -> Image.Image:
    """Red on the left, blue on the right, with many colours."""
    noise = [Image.effect_noise((width, height), 90).convert("L") for _ in range(3)]
    bright, *dark = (noise[0].point(lambda v: 200 + v // 8), *(one.point(lambda v: v // 8) for one in noise[1:]))
    red, blue = Image.merge("RGB", (bright, *dark)), Image.merge("RGB", (*dark, bright))
    red.paste(blue.crop((width // 2, 0, width, height)), (width // 2, 0))
    return red


def opened(asset: Asset) -> Image.Image:
    picture = Image.open(io.BytesIO(asset.content))
    assert picture.format == asset.kind.upper()
    assert picture.size == (asset.width, asset.height)
    return picture


def at(asset: Asset, x: float, y: float) -> tuple[int, ...]:
    picture = opened(asset).convert("RGB")
    found = picture.getpixel((round(x * (picture.width - 1)), round(y * (picture.height - 1))))
    assert isinstance(found, tuple)
    return found


def red(pixel: tuple[int, ...]) -> bool:
    return pixel[0] > 150 > pixel[2]


def test_a_photograph_taken_sideways_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera's right side was up: turn clockwise
    asset = read_picture(saved(photograph(), "JPEG", exif=exif))

    assert (asset.width, asset.height) == (80, 120)
    assert red(at(asset, 0.5, 0.1))
    assert not red(at(asset, 0.5, 0.9))


def test_a_picture_for_print_is_shown_in_colours_for_screens() -> None:
    asset = read_picture(saved(photograph().convert("CMYK"), "JPEG"))

    assert opened(asset).mode == "RGB"
    assert red(at(asset, 0.1, 0.5))


def test_a_profile_of_another_colour_space_is_applied() -> None:
    """In a profile that takes red for blue and blue for red, blue numbers mean red."""
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes().replace(b"rXYZ", b"?XYZ")
    swapped = (
        swapped.replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ").replace("sRGB".encode("utf-16-be"), b"\0o" * 4)
    )
    asset = read_picture(saved(Image.new("RGB", (8, 8), (20, 20, 220)), "JPEG", icc_profile=swapped))

    assert red(at(asset, 0.5, 0.5))
    assert not opened(asset).info.get("icc_profile")


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "TIFF", "BMP"])
def test_other_formats_become_png_or_jpeg(kind: str) -> None:
    asset = read_picture(saved(photograph(), kind))

    assert asset.kind in ("png", "jpeg")
    assert red(at(asset, 0.1, 0.5))
    assert not red(at(asset, 0.9, 0.5))


def test_a_photograph_in_webp_becomes_a_jpeg_and_a_drawing_a_png() -> None:
    drawing = Image.new("RGB", (40, 40), "white")
    ImageDraw.Draw(drawing).line((0, 0, 40, 40), "black")

    assert read_picture(saved(photograph(), "WEBP", lossless=True)).kind == "jpeg"
    assert read_picture(saved(drawing, "WEBP", lossless=True)).kind == "png"


def test_what_is_transparent_stays_so() -> None:
    clear = Image.new("RGBA", (10, 10), (255, 0, 0, 0))

    for kind in ("PNG", "WEBP", "TIFF"):
        pixel = opened(read_picture(saved(clear, kind))).convert("RGBA").getpixel((5, 5))
        assert isinstance(pixel, tuple)
        assert pixel[3] == 0


def test_sixteen_bits_become_eight() -> None:
    grey = Image.new("I;16", (4, 4), 40000)
    asset = read_picture(saved(grey, "PNG"))

    assert at(asset, 0, 0)[0] in (155, 156)


def test_place_and_author_are_left_out() -> None:
    exif = Image.Exif()
    exif[0x013B] = "Jane Photographer"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (46.0, 13.0, 34.0)
    jpeg = saved(photograph(), "JPEG", exif=exif, comment=b"taken at home") + b"a film after the picture"
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", "Jane Photographer")
    png = saved(photograph(), "PNG", pnginfo=told)

    for content in (jpeg, png):
        assert b"Jane" in content
        bare = read_picture(content).content
        assert b"Jane" not in bare
        assert b"taken at home" not in bare
        assert b"a film" not in bare
        assert not Image.open(io.BytesIO(bare)).getexif()
        assert list(Image.open(io.BytesIO(bare)).convert("RGB").tobytes()) == list(
            Image.open(io.BytesIO(content)).convert("RGB").tobytes()
        )


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_that_every_program_shows_keeps_its_pixels(progressive: bool) -> None:
    content = saved(photograph(), "JPEG", progressive=progressive)

    assert read_picture(content).content == content


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF"])
def test_half_a_picture_is_refused(kind: str) -> None:
    content = saved(photograph(), kind)

    with pytest.raises(RefusedFileError, match=r"complete|read as a picture"):
        read_picture(content[: len(content) // 2])


def test_a_picture_is_made_as_small_as_it_is_shown_and_twice_the_same() -> None:
    asset = read_picture(saved(photograph(1200, 800), "JPEG"))
    small = reduced(asset, 300)
    reduced.cache_clear()

    assert (small.width, small.height) == (300, 200)
    assert len(small.content) < len(asset.content) / 4
    assert reduced(asset, 300) == small
    assert reduced(asset, 1150) is asset  # a tenth is not worth it


def test_the_part_round_the_focus_is_kept() -> None:
    asset = read_picture(saved(photograph(), "PNG"))

    assert red(at(trimmed(asset, 0.5, (0.0, 0.5), 40), 0.5, 0.5))
    assert not red(at(trimmed(asset, 0.5, (1.0, 0.5), 40), 0.5, 0.5))


def test_colours_are_those_of_the_picture() -> None:
    rows = colours(read_picture(saved(photograph(), "PNG")), 1.5, (0.5, 0.5), 8)

    assert len(rows) == 5
    assert len(rows[0]) == 8
    assert rows[0][0][0] > 0.7 > rows[0][0][2]
    assert rows[0][-1][2] > 0.7 > rows[0][-1][0]


def test_a_drawing_that_is_very_tall_is_not_drawn_huge() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1000"/>'
    picture = Image.open(io.BytesIO(rasterise(svg, 2000, (1, 1000))))

    assert picture.width * picture.height <= 16_100_000


# --- in a deck ----------------------------------------------------------------------------------------------


def media(slides: str, pictures: dict[str, bytes]) -> list[bytes]:
    lesson = PurePosixPath("decks/a.yaml")
    text = f'lesson: "1"\ntitle: T\ngenerate: []\nsections:\n- title: S\n  slides:\n{slides}'
    files = {str(lesson): text, **{f"decks/{name}": content for name, content in pictures.items()}}
    made = build(InMemory(files), lesson)
    assert not made.diagnostics
    for content in made.files.values():
        assert lint_package(content) == ()
    with zipfile.ZipFile(io.BytesIO(made.files[PurePosixPath("build/a.pptx")])) as archive:
        return [archive.read(name) for name in archive.namelist() if name.startswith("ppt/media/picture")]


BIG = "  - {title: A, image: {file: p.jpg, alt: A}}\n"
SMALL = "  - {title: B, columns: [{image: {file: p.jpg, alt: A}}, {bullets: [b]}]}\n"


def test_a_deck_holds_the_pixels_that_are_shown() -> None:
    photo = saved(photograph(4000, 2500), "JPEG", quality=95)
    (beside,) = media(SMALL, {"p.jpg": photo})
    (alone,) = media(BIG, {"p.jpg": photo})

    # 548 of 1280 units of a slide that is 13.33 in wide, at 220 pixels an inch; 476 of 720 units high
    assert Image.open(io.BytesIO(beside)).width == round(548 / 96 * 220)
    assert Image.open(io.BytesIO(alone)).height == pytest.approx(476 / 96 * 220, abs=1)


def test_a_picture_shown_twice_is_stored_once_at_its_larger_size() -> None:
    photo = saved(photograph(4000, 2500), "JPEG", quality=95)

    assert media(BIG + SMALL, {"p.jpg": photo}) == media(BIG, {"p.jpg": photo})


def test_the_original_is_kept_where_somebody_says_so() -> None:
    photo = saved(photograph(4000, 2500), "JPEG", quality=95)

    assert media("  - {title: A, image: {file: p.jpg, alt: A, embed: original}}\n", {"p.jpg": photo}) == [photo]
