"""Pixels of pictures: foreign formats made PNG or JPEG, turned upright, made smaller; colours measured.

The one place that decodes pictures (with Pillow).  Same bytes in, same bytes out.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from deckbuild.assets import Asset
from deckbuild.svg import rasterise

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

QUALITY = 90
"""Of JPEGs that are written: no difference is seen beside the original (Pillow's own default is 75)."""
SPARE = 1.1
"""A picture that is up to a tenth larger than it is shown stays as it is."""
_FEW = 256
"""So many colours make a drawing, which PNG keeps sharp; more make a photograph."""


class CannotDecode(Exception):
    """The bytes are no picture of their format; the text says why in one line."""


@contextmanager
def decoded(content: bytes, kind: str) -> Iterator[Pixels]:
    """The picture's first frame, opened; its pixels are read when they are used.  Raises CannotDecode."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():  # sizes are bounded by load/pictures.py; Pillow warns below our bound
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=(kind.upper(),)) as opened:
                yield opened
    except CannotDecode:
        raise
    except UnidentifiedImageError:
        raise CannotDecode("it is damaged") from None
    except Exception as failure:  # Pillow's decoders raise many kinds
        raise CannotDecode(str(failure).partition("\n")[0][:80] or type(failure).__name__) from failure


def converted(content: bytes, kind: str) -> Asset:
    """A picture of any format that Pillow reads as a PNG or JPEG in sRGB, upright, eight bits a channel.

    A PNG stays one, and what has few colours or is transparent becomes one; a photograph becomes a JPEG.
    Raises CannotDecode.
    """
    with decoded(content, kind) as opened:
        pixels = _eight_bit(_in_srgb(_upright(opened)))
        drawing = kind != "jpeg" and (
            kind == "png" or pixels.mode not in ("RGB", "L") or pixels.getcolors(_FEW) is not None
        )
        return _written(pixels, "png" if drawing else "jpeg")


def frames(content: bytes, kind: str) -> int:
    """How many pictures the file holds: above 1 for an animation or a document of several pages."""
    with decoded(content, kind) as opened:
        return int(getattr(opened, "n_frames", 1))


def _upright(pixels: Pixels) -> Pixels:
    """Turned as the camera was held (EXIF 2.32, orientation)."""
    from PIL import ImageOps

    turned: Pixels = ImageOps.exif_transpose(pixels)
    return turned


def is_srgb(profile: bytes) -> bool:
    """Whether an ICC profile, by its description, is sRGB (ICC.1, 10.13: old ones in ASCII, new ones in UTF-16)."""
    return b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile


def _in_srgb(pixels: Pixels) -> Pixels:
    """In sRGB: by the profile that the picture carries, else as programs without one do it."""
    from PIL import ImageCms

    profile = pixels.info.get("icc_profile")
    if profile and not is_srgb(profile) and pixels.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            made = ImageCms.profileToProfile(pixels, source, target, outputMode="RGB")
            if made is not None:
                return made
        except ImageCms.PyCMSError:
            pass  # a broken profile says nothing
    return pixels.convert("RGB") if pixels.mode in ("CMYK", "YCbCr", "LAB", "HSV") else pixels


def _eight_bit(pixels: Pixels) -> Pixels:
    """Grey, RGB or RGBA with eight bits a channel; a palette stays one."""
    if pixels.mode.startswith("I") or pixels.mode == "F":
        scale = 255 / 65535 if pixels.mode.startswith("I") else 1.0
        return pixels.convert("F").point(lambda value: value * scale + 0.5).convert("L")
    if pixels.mode in ("L", "RGB", "RGBA", "P", "LA"):
        return pixels
    return pixels.convert("RGBA" if "A" in pixels.mode or "a" in pixels.mode else "RGB" if pixels.mode != "1" else "L")


def _written(pixels: Pixels, kind: Literal["png", "jpeg"]) -> Asset:
    """As a file, without anything but its pixels."""
    out = io.BytesIO()
    bare = pixels.copy()
    transparent = bare.info.get("transparency")
    bare.info = {} if transparent is None else {"transparency": transparent}
    if kind == "jpeg":
        flat = bare if bare.mode in ("RGB", "L") else bare.convert("RGB")
        flat.info = {}
        flat.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=False)
    else:
        bare.save(out, "PNG", optimize=False, compress_level=9)
    return Asset(out.getvalue(), kind, pixels.width, pixels.height)


@lru_cache(maxsize=64)
def reduced(asset: Asset, width: int) -> Asset:
    """The picture with at most `width` pixels across; as it is where that saves little, or for an SVG."""
    from PIL import Image

    if asset.kind == "svg" or asset.width <= width * SPARE:
        return asset
    height = max(1, round(asset.height * width / asset.width))
    try:
        with decoded(asset.content, asset.kind) as opened:
            if asset.kind == "jpeg":
                opened.draft(opened.mode, (width, height))  # decodes at a half or a quarter: faster, no less sharp
            pixels = opened
            if pixels.mode in ("P", "LA", "PA"):
                pixels = pixels.convert("RGBA" if "transparency" in pixels.info or "A" in pixels.mode else "RGB")
            small = pixels.resize((width, height), Image.Resampling.LANCZOS)
            made = _written(small, "jpeg" if asset.kind == "jpeg" else "png")
    except CannotDecode:
        return asset
    return made if len(made.content) < len(asset.content) else asset


@lru_cache(maxsize=32)
def trimmed(asset: Asset, ratio: float, focus: tuple[float, float], width: int) -> Asset:
    """The largest part of the picture, round its focus, whose sides are in `ratio`; at most `width` pixels across."""
    from PIL import Image

    with decoded(*bitmap(asset, 2 * width)) as opened:
        whole = opened.convert("RGBA" if "A" in opened.mode or "transparency" in opened.info else "RGB")
    wide, high = whole.size
    across, down = (min(wide, round(high * ratio)), min(high, round(wide / ratio)))
    left, top = round((wide - across) * focus[0]), round((high - down) * focus[1])
    size = (min(across, width), max(1, round(min(across, width) / ratio)))
    part = whole.resize(size, Image.Resampling.LANCZOS, box=(left, top, left + across, top + down))
    return _written(part, "jpeg" if asset.kind == "jpeg" else "png")


def cut(asset: Asset, left: float, top: float, right: float, bottom: float) -> Asset:
    """The picture without these shares of its sides, in all its pixels.  Raises CannotDecode."""
    with decoded(asset.content, asset.kind) as opened:
        wide, high = opened.size
        sides = (round(wide * left), round(high * top), round(wide * (1 - right)), round(high * (1 - bottom)))
        if sides[2] <= sides[0] or sides[3] <= sides[1]:
            return asset
        return _written(opened.crop(sides), "jpeg" if asset.kind == "jpeg" else "png")


def bitmap(asset: Asset, width: int) -> tuple[bytes, str]:
    """Bytes and format of the picture in pixels; an SVG is drawn `width` wide."""
    return (rasterise(asset.content, width), "png") if asset.kind == "svg" else (asset.content, asset.kind)


Colour = tuple[float, float, float]
"""Red, green, blue from 0 to 1."""


@lru_cache(maxsize=64)
def colours(asset: Asset, ratio: float, focus: tuple[float, float], across: int = 64) -> tuple[tuple[Colour, ...], ...]:
    """The picture as shown in a field of `ratio`, in rows of about `across` colours; what is transparent is white."""
    from PIL import Image

    shown = trimmed(asset, ratio, focus, across * 4)
    with decoded(shown.content, shown.kind) as opened:
        over = opened.convert("RGBA")
        ground = Image.new("RGBA", over.size, "white")
        small = Image.alpha_composite(ground, over).convert("RGB")
        small = small.resize((across, max(1, round(across / ratio))), Image.Resampling.BOX)
    raw = small.tobytes()
    width = 3 * small.width
    return tuple(
        tuple((raw[at] / 255, raw[at + 1] / 255, raw[at + 2] / 255) for at in range(row, row + width, 3))
        for row in range(0, len(raw), width)
    )
