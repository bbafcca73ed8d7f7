"""Bytes of a picture file -> `Asset`: type by content, size from the header, nothing fetched.

What PowerPoint shows as it is stays as it is, without its metadata; the rest is made a PNG or JPEG (see raster.py).
"""

from __future__ import annotations

import re
import struct
from dataclasses import replace

from deckbuild.assets import Asset
from deckbuild.load.metadata import DamagedError, bare_jpeg, bare_png
from deckbuild.load.refused import RefusedFileError
from deckbuild.load.svg import read_svg
from deckbuild.raster import CannotDecode, converted, decoded, frames, is_srgb

FILE_SIZE = 20_000_000
"""Largest file of a picture, in bytes."""
PIXELS = 100_000_000
"""Most pixels; decoded, a picture takes four bytes for each."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Start of frame: baseline, extended, progressive … (ITU T.81, table B.1), without DHT, JPG and DAC.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_COMMON_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Frames that every program decodes: with Huffman codes, sequential or progressive."""
_CONVERTED = (
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp"),
    (re.compile(rb"BM"), "bmp"),
    (re.compile(rb"II\*\0|MM\0\*"), "tiff"),
)
"""Formats that are made PNG or JPEG."""
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\xd7\xcd\xc6\x9a", "a WMF"),
    (b"\x01\x00\x00\x00", "an EMF"),
    (b"PK\x03\x04", "a zip archive"),
)


def read_picture(content: bytes) -> Asset:
    """The asset; raises RefusedFileError for what is empty, no picture, incomplete, too large or unsafe."""
    if not content:
        raise RefusedFileError("R105", "is empty", "save the picture again")
    if len(content) > FILE_SIZE:
        message = f"has {len(content) / 1e6:.0f} MB, at most {FILE_SIZE / 1e6:.0f} MB are taken"
        raise RefusedFileError("R106", message, "save it smaller; 2,000 pixels fill a slide")
    try:
        if content.startswith(_PNG):
            return _png(content)
        if content.startswith(_JPEG):
            return _jpeg(content)
        for magic, kind in _CONVERTED:
            if magic.match(content):
                return _made(content, kind)
    except DamagedError:
        raise RefusedFileError("R105", "is not complete", "save the picture again") from None
    except CannotDecode as reason:
        raise RefusedFileError("R105", f"can't be read as a picture ({reason})", "save it again as PNG") from None
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _sized(content, "svg", *read_svg(content))
    what = next((name for magic, name in _OTHERS if content.startswith(magic)), "none of these")
    if content[4:8] == b"ftyp":  # ISO base media file: what telephones save
        what = "a HEIC or AVIF, or a film"
    message = f"is {what}; pictures are PNG, JPEG, SVG, GIF, WebP, TIFF or BMP"
    raise RefusedFileError("R105", message, "save it as one of these")


def _png(content: bytes) -> Asset:
    """A PNG without its metadata; made anew where PowerPoint would show it otherwise, or takes it for two."""
    width, height, depth = _png_header(content)
    asset = _sized(content, "png", width, height)
    bare = bare_png(content)
    if depth == 16 or bare.exif or (bare.profile and b"sRGB" not in bare.profile[:80]):
        return converted(content, "png")
    return replace(asset, content=bare.content)


def _jpeg(content: bytes) -> Asset:
    """A JPEG without its metadata; made anew where it lies on its side, is meant for print, or coded in a rare way."""
    width, height, frame, channels = _jpeg_header(content)
    asset = _sized(content, "jpeg", width, height)
    bare = bare_jpeg(content)
    foreign = bool(bare.profile) and not is_srgb(bare.profile)
    if bare.orientation != 1 or channels == 4 or foreign or frame not in _COMMON_FRAMES:
        return converted(content, "jpeg")
    return replace(asset, content=bare.content)


def _made(content: bytes, kind: str) -> Asset:
    """A picture of another format as a PNG or JPEG: its first frame or page."""
    with decoded(content, kind) as opened:
        _sized(content, kind, *opened.size)
    return replace(converted(content, kind), frames=frames(content, kind))


def _sized(content: bytes, kind: str, width: int, height: int) -> Asset:
    if width < 1 or height < 1:
        raise RefusedFileError("R105", "has no size", "save the picture again")
    if kind != "svg" and width * height > PIXELS:
        message = f"has {width:,} × {height:,} pixels, at most {PIXELS // 1_000_000} million are taken"
        raise RefusedFileError("R106", message, "save it smaller; 2,000 pixels fill a slide")
    return Asset(content, kind, width, height)  # type: ignore[arg-type]


def _png_header(content: bytes) -> tuple[int, int, int]:
    """Width, height and bits a channel from IHDR, which is the first chunk (PNG 3rd edition, 11.2.1)."""
    if len(content) < 33 or content[12:16] != b"IHDR" or b"IEND" not in content[-4096:]:
        raise RefusedFileError("R105", "is not complete", "save the picture again")
    width, height, depth = struct.unpack(">IIB", content[16:25])
    return width, height, depth


def _jpeg_header(content: bytes) -> tuple[int, int, int, int]:
    """Width, height, kind and channels from the start of frame (ITU T.81, B.2.2)."""
    at = 2
    while at + 10 <= len(content):
        if content[at] != 0xFF:
            break
        marker = content[at + 1]
        if marker == 0xFF or 0xD0 <= marker <= 0xD7:  # a fill byte; a marker without a segment
            at += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            if b"\xff\xd9" not in content[at:]:
                break
            return width, height, marker, content[at + 9]
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    raise RefusedFileError("R105", "is not complete", "save the picture again")
