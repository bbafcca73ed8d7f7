"""PNG and JPEG without what they say about their makers: place, camera, author, thumbnails.  Nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

# Chunks that decide what is seen (PNG 3rd edition, 11.2 and 11.3); all else is left out, animation too.
_PNG_SEEN = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"}
)
_APP0, _APP2, _APP14, _SOS, _EOI = 0xE0, 0xE2, 0xEE, 0xDA, 0xD9
_ICC = b"ICC_PROFILE\0"


class DamagedError(Exception):
    """The file ends in the middle, or is not what it begins as."""


@dataclass(frozen=True)
class Bare:
    """A picture without its metadata, and what of it must be known to show it as it is meant."""

    content: bytes
    orientation: int = 1
    """As EXIF has it: 1 is upright."""
    profile: bytes = b""
    """ICC profile (JPEG), or the mark of one (PNG)."""
    exif: bool = False


def bare_png(content: bytes) -> Bare:
    """Its visible chunks alone."""
    out, at, profile, exif = [content[:8]], 8, b"", False
    while at + 12 <= len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        end = at + 12 + length
        if end > len(content):
            break
        if kind in _PNG_SEEN:
            out.append(content[at:end])
        profile = content[at + 8 : end - 4] if kind == b"iCCP" else profile
        exif = exif or kind == b"eXIf"
        if kind == b"IEND":
            return Bare(b"".join(out), profile=profile, exif=exif)
        at = end
    raise DamagedError


def bare_jpeg(content: bytes) -> Bare:
    """Its frame, tables and scans; of the segments for applications only JFIF, the colour profile and Adobe's."""
    out, profile, orientation = [content[:2]], b"", 1
    for marker, start, end in _segments(content):
        segment = content[start:end]
        body = segment[4:]
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            orientation = _orientation(body[6:])
        icc = marker == _APP2 and body.startswith(_ICC)
        profile += body[len(_ICC) + 2 :] if icc else b""
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or icc or marker in (_APP0, _APP14):
            out.append(segment)
    return Bare(b"".join(out), orientation, profile)


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment; a scan with its data is one, what follows the picture is none."""
    at = 2
    while at + 2 <= len(content):
        if content[at] != 0xFF:
            raise DamagedError
        marker = content[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _EOI:
            yield marker, at, at + 2
            return
        end = at + 2 if 0xD0 <= marker <= 0xD7 else at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if end <= at + 2 and not 0xD0 <= marker <= 0xD7:
            raise DamagedError
        if marker == _SOS:
            end = _scan_end(content, end)
        yield marker, at, min(end, len(content))
        at = end
    raise DamagedError


def _scan_end(content: bytes, at: int) -> int:
    """Where the next segment begins after a scan's data: at an FF that is neither stuffed nor a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise DamagedError
        if content[at + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return at
        at += 1 if content[at + 1] == 0xFF else 2


def _orientation(tiff: bytes) -> int:
    """The orientation that an EXIF block gives (EXIF 2.32, tag 274); 1 where it gives none."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None or len(tiff) < 8:
        return 1
    (start,) = struct.unpack(order + "I", tiff[4:8])
    if start + 2 > len(tiff):
        return 1
    (count,) = struct.unpack(order + "H", tiff[start : start + 2])
    for entry in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12):
        tag, _, _, value = struct.unpack(order + "HHIH", tiff[entry : entry + 10])
        if tag == 0x0112:
            return value if 1 <= value <= 8 else 1
    return 1
