"""Bytes of a picture file -> `Asset`: type by content, size from the header, nothing decoded, nothing fetched."""

from __future__ import annotations

import struct

from deckbuild.assets import Asset
from deckbuild.load.refused import RefusedFileError
from deckbuild.load.svg import read_svg

FILE_SIZE = 20_000_000
"""Largest file of a picture, in bytes."""
PIXELS = 100_000_000
"""Most pixels; decoded, a picture takes four bytes for each."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Start of frame: baseline, extended, progressive … (ITU T.81, table B.1), without DHT, JPG and DAC.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_OTHERS = (
    (b"GIF8", "a GIF"),
    (b"RIFF", "a WebP"),
    (b"BM", "a BMP"),
    (b"II*\x00", "a TIFF"),
    (b"MM\x00*", "a TIFF"),
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
    if content.startswith(_PNG):
        return _sized(content, "png", *_png_size(content))
    if content.startswith(_JPEG):
        return _sized(content, "jpeg", *_jpeg_size(content))
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _sized(content, "svg", *read_svg(content))
    what = next((name for magic, name in _OTHERS if content.startswith(magic)), "none of these")
    raise RefusedFileError("R105", f"is {what}; pictures are PNG, JPEG or SVG", "save it as one of these")


def _sized(content: bytes, kind: str, width: int, height: int) -> Asset:
    if width < 1 or height < 1:
        raise RefusedFileError("R105", "has no size", "save the picture again")
    if kind != "svg" and width * height > PIXELS:
        message = f"has {width:,} × {height:,} pixels, at most {PIXELS // 1_000_000} million are taken"
        raise RefusedFileError("R106", message, "save it smaller; 2,000 pixels fill a slide")
    return Asset(content, kind, width, height)  # type: ignore[arg-type]


def _png_size(content: bytes) -> tuple[int, int]:
    """Width and height from IHDR, which is the first chunk (PNG 3rd edition, 11.2.1)."""
    if len(content) < 33 or content[12:16] != b"IHDR" or b"IEND" not in content[-4096:]:
        raise RefusedFileError("R105", "is not complete", "save the picture again")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Width and height from the start of frame (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(content):
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
            return width, height
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    raise RefusedFileError("R105", "is not complete", "save the picture again")
