"""Entries -> the bytes of a zip, the same on every machine (PKWARE's APPNOTE 6.3, without its 64-bit extensions).

Most parts of a file are those of its template: what was packed once is taken as it is.  Python's zipfile can't take
packed bytes, and spends as long on each entry's head as it takes to pack a small one.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

LEVEL = 6
_REPEATED = 100_000
"""Bytes up to which an entry is remembered packed; larger ones are pictures, which differ."""
_MOST = 0xFFFFFFFF
_VERSION, _STORED, _DEFLATED, _UTF8 = 20, 0, 8, 0x800


class Entry(NamedTuple):
    """A file of the zip."""

    name: str
    content: bytes
    stored: bool = False
    """Whether it is put in as it is, for it is packed already."""


def zipped(entries: Iterable[Entry], date: tuple[int, int, int, int, int, int]) -> bytes:
    """The zip, its entries in their order and all of that date.  Raises ValueError where it is too large for Office."""
    moment = _moment(date)
    out, directory, count, position = [], [], 0, 0
    for entry in entries:
        packed, checksum = _packed(entry)
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else _UTF8
        method = _STORED if entry.stored else _DEFLATED
        middle = struct.pack("<HHIIIIH", flags, method, moment, checksum, len(packed), len(entry.content), len(name))
        head = b"PK\x03\x04" + struct.pack("<H", _VERSION) + middle + b"\0\0" + name
        listed = b"PK\x01\x02" + struct.pack("<HH", _VERSION, _VERSION) + middle
        directory.append(listed + struct.pack("<HHHHII", 0, 0, 0, 0, 0, min(position, _MOST)) + name)
        out += [head, packed]
        position += len(head) + len(packed)
        count += 1
    listing = b"".join(directory)
    if position + len(listing) > _MOST or count > 0xFFFF:
        raise ValueError("more than 4 GB, or more than 65,535 parts, are no file that Office opens")
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(listing), position, 0)
    return b"".join([*out, listing, end])


def _packed(entry: Entry) -> tuple[bytes, int]:
    if entry.stored:
        return entry.content, zlib.crc32(entry.content)
    return (_deflated if len(entry.content) <= _REPEATED else _deflate)(entry.content)


def _deflate(content: bytes) -> tuple[bytes, int]:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush(), zlib.crc32(content)


_deflated = lru_cache(maxsize=512)(_deflate)


def _moment(date: tuple[int, int, int, int, int, int]) -> int:
    """Date and time as DOS has them: seconds in twos, years from 1980."""
    year, month, day, hour, minute, second = date
    return ((year - 1980) << 9 | month << 5 | day) << 16 | hour << 11 | minute << 5 | second // 2
