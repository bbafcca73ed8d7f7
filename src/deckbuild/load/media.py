"""Bytes of a film or a sound -> `Asset`: type by content, running time and size from its headers, nothing decoded."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from deckbuild.assets import Asset
from deckbuild.load.refused import RefusedFileError

FILE_SIZE = 500_000_000
"""Largest film, in bytes: a deck is held in memory while it is made."""
FILM, SOUND = ("mp4", "m4v", "mov", "webm"), ("mp3", "m4a", "wav")


def read_media(content: bytes) -> Asset:
    """The asset; `seconds` is 0 where the file does not say how long it runs.  Raises RefusedFileError."""
    if not content:
        raise RefusedFileError("R105", "is empty", "save it again")
    if len(content) > FILE_SIZE:
        message = f"has {len(content) / 1e6:.0f} MB, at most {FILE_SIZE / 1e6:.0f} MB are taken"
        raise RefusedFileError("R106", message, "save it smaller, or name its address with `url`")
    try:
        if content[4:8] == b"ftyp":
            return _mp4(content)
        if content.startswith(b"\x1a\x45\xdf\xa3"):
            return _webm(content)
        if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
            return Asset(content, "wav", 16, 9, seconds=_wav_seconds(content))
        if content.startswith(b"ID3") or (content[0] == 0xFF and content[1] & 0xE6 == 0xE2):
            return Asset(content, "mp3", 16, 9, seconds=_mp3_seconds(content))
    except (struct.error, IndexError):
        raise RefusedFileError("R105", "is not complete", "save it again") from None
    message = "is no film or sound that PowerPoint plays: MP4, MOV, WebM, MP3, M4A or WAV"
    raise RefusedFileError("R105", message, "save it as MP4 (H.264) or MP3")


def _boxes(content: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of the content of each box (ISO/IEC 14496-12, 4.2)."""
    at = start
    while at + 8 <= end:
        size, kind = struct.unpack(">I4s", content[at : at + 8])
        head = 8
        if size == 1:
            (size,) = struct.unpack(">Q", content[at + 8 : at + 16])
            head = 16
        size = size or end - at
        if size < head:
            return
        yield kind, at + head, min(at + size, end)
        at += size


def _mp4(content: bytes) -> Asset:
    """An MP4, QuickTime or M4A file by its movie header (14496-12, 8.2.2, 8.3.2)."""
    brand = content[8:12]
    seconds, width, height = 0.0, 0, 0
    for kind, start, end in _boxes(content, 0, len(content)):
        if kind != b"moov":
            continue
        for inner, begin, stop in _boxes(content, start, end):
            if inner == b"mvhd":
                wide = content[begin] == 1
                at = begin + (20 if wide else 12)
                scale, length = struct.unpack(">IQ" if wide else ">II", content[at : at + (12 if wide else 8)])
                seconds = length / scale if scale else 0.0
            elif inner == b"trak":
                found = _track_size(content, begin, stop)
                width, height = (width, height) if width else found
    if brand == b"M4A " or (seconds and not width and brand != b"qt  "):
        return Asset(content, "m4a", 16, 9, seconds=seconds)
    kind_of = {b"qt  ": "mov", b"M4V ": "m4v"}.get(brand, "mp4")
    return Asset(content, kind_of, width or 16, height or 9, seconds=seconds)  # type: ignore[arg-type]


def _track_size(content: bytes, start: int, end: int) -> tuple[int, int]:
    """Width and height of a track; (0, 0) for sound."""
    for kind, _, stop in _boxes(content, start, end):
        if kind == b"tkhd":
            width, height = struct.unpack(">II", content[stop - 8 : stop])
            return width >> 16, height >> 16
    return 0, 0


def _webm(content: bytes) -> Asset:
    """A WebM by the first elements in it: Duration and TimestampScale, PixelWidth and PixelHeight (RFC 9559)."""
    head = content[:65536]
    scale = _element(head, b"\x2a\xd7\xb1") or 1_000_000
    length = re.search(rb"\x44\x89(?:\x84(.{4})|\x88(.{8}))", head, re.DOTALL)
    ticks = struct.unpack(">f" if length[1] else ">d", length[1] or length[2])[0] if length else 0.0
    width, height = _element(head, b"\xb0"), _element(head, b"\xba")
    return Asset(content, "webm", width or 16, height or 9, seconds=ticks * scale / 1e9)


def _element(head: bytes, id_: bytes) -> int:
    """The first unsigned number with that id; 0 where there is none."""
    match = re.search(re.escape(id_) + rb"(?:\x81(.)|\x82(..)|\x83(...)|\x84(....))", head, re.DOTALL)
    return int.from_bytes(next(filter(None, match.groups()), b""), "big") if match else 0


def _wav_seconds(content: bytes) -> float:
    """Length of the data by the bytes that a second takes (Multimedia Programming Interface 1.0, WAVE)."""
    at, rate = 12, 0
    while at + 8 <= len(content):
        kind, size = struct.unpack("<4sI", content[at : at + 8])
        if kind == b"fmt ":
            (rate,) = struct.unpack("<I", content[at + 16 : at + 20])
        if kind == b"data" and rate:
            return float(min(size, len(content) - at - 8)) / rate
        at += 8 + size + size % 2
    return 0.0


_RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
_SAMPLES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def _mp3_seconds(content: bytes) -> float:
    """By the number of frames that an encoder notes, else by the first frame's bit rate (ISO/IEC 11172-3, 2.4.1.3)."""
    at = 0
    if content.startswith(b"ID3"):
        size = sum((byte & 0x7F) << shift for byte, shift in zip(content[6:10], (21, 14, 7, 0), strict=False))
        at = 10 + size
    at = content.find(b"\xff", at)
    while at >= 0 and at + 4 <= len(content):
        second, third = content[at + 1], content[at + 2]
        version, rate = second >> 3 & 3, third >> 2 & 3
        kilobits = (_RATES if version == 3 else _RATES_2)[third >> 4]
        if second & 0xE6 == 0xE2 and version in _SAMPLES and rate < 3 and kilobits:
            samples = _SAMPLES[version][rate]
            noted = re.search(rb"(?:Xing|Info)....(....)", content[at : at + 200], re.DOTALL)
            if noted and content[at + noted.start() + 7] & 1:
                frames: int = struct.unpack(">I", noted[1])[0]
                return float(frames) * (1152 if version == 3 else 576) / samples
            return (len(content) - at) * 8 / (kilobits * 1000)
        at = content.find(b"\xff", at + 1)
    return 0.0
