"""Font files to put into a deck or document: one cut of a family, named for what it is, with the characters needed.

A cut out of a variable font still calls itself by the font's default ("ExtraLight"); programs go by those names, so
they are written anew, with the style's bits (OpenType 1.9: name, OS/2, head).
"""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import Literal

from deckbuild.brand.brand import Face
from deckbuild.brand.fontfile import static

# OS/2 fsType (OpenType 1.9): the least permissive bit that is set counts; 0 is installable.
_RESTRICTED, _PREVIEW, _EDITABLE, _WHOLE, _BITMAP = 0x0002, 0x0004, 0x0008, 0x0100, 0x0200

Permission = Literal["yes", "whole", "no"]

BASE = frozenset(
    chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2028), 0x20AC, 0x2122)
)
"""Characters that are put in beside those used: Latin letters and signs, so that small corrections can be made."""


@lru_cache(maxsize=64)
def permission(face: Face) -> Permission:
    """Whether the font's own bits let it be embedded for editing: whole only, also in parts, or not at all.

    Fonts with outlines other than TrueType's are not embedded by Office, so they are not here either.
    """
    tables = _tables(static(face))
    (bits,) = struct.unpack_from(">H", tables.get(b"OS/2", bytes(10)), 8)
    usage = bits & (_RESTRICTED | _PREVIEW | _EDITABLE)
    if b"glyf" not in tables or bits & _BITMAP or (usage and not usage & _EDITABLE):
        return "no"
    return "whole" if bits & _WHOLE else "yes"


@lru_cache(maxsize=128)
def cut(face: Face, characters: frozenset[str] | None) -> bytes:
    """The face as a font file with these characters (None for all of them), named `face.family` and its style."""
    whole = static(face)
    tables = _tables(whole if characters is None else _subset(whole, characters))
    for tag in (b"STAT", b"DSIG", b"fvar", b"avar", b"HVAR", b"MVAR", b"gvar"):
        tables.pop(tag, None)
    style = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic"}.get(
        (face.bold, face.italic), "Bold Italic"
    )
    tables[b"name"] = _names(_texts(whole), face.family, style)
    tables[b"OS/2"] = _os2(tables[b"OS/2"], face)
    head = bytearray(tables[b"head"])
    struct.pack_into(">H", head, 44, face.bold | face.italic << 1)  # macStyle
    tables[b"head"] = bytes(head)
    return _written(whole[:4], tables)


def _subset(whole: bytes, characters: frozenset[str]) -> bytes:
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.subset(hb.Face(hb.Blob(whole)), wanted).blob.data)


def _tables(content: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", content, 4)
    tables = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", content, 12 + 16 * number)
        tables[tag] = content[offset : offset + length]
    return tables


def _texts(content: bytes) -> dict[int, str]:
    """What the font says of its makers: copyright, version, licence and where to read it."""
    import uharfbuzz as hb

    face = hb.Face(hb.Blob(content))
    return {number: text for number in (0, 5, 13, 14) if (text := face.get_name(number))}


def _names(texts: dict[int, str], family: str, style: str) -> bytes:
    """A name table for Windows in English (platform 3, encoding 1, language 0x409)."""
    plain = "".join(c for c in f"{family}-{style}" if c.isalnum() or c == "-")
    version = texts.get(5, "Version 1.0")
    names = {**texts, 1: family, 2: style, 3: f"{version};{plain}", 4: f"{family} {style}", 5: version, 6: plain}
    records, strings = b"", b""
    for number, text in sorted(names.items()):
        coded = text.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(coded), len(strings))
        strings += coded
    return struct.pack(">HHH", 0, len(names), 6 + len(records)) + records + strings


def _os2(table: bytes, face: Face) -> bytes:
    """Weight and style bits: italic 0, bold 5, regular 6 of fsSelection; the bit for typographic metrics stays."""
    changed = bytearray(table)
    (selection,) = struct.unpack_from(">H", table, 62)
    style = face.italic | face.bold << 5 | (not face.bold and not face.italic) << 6
    struct.pack_into(">H", changed, 4, 700 if face.bold else 400)
    struct.pack_into(">H", changed, 62, selection & 0xFF80 & ~0x0200 | style)
    return bytes(changed)


def _written(version: bytes, tables: dict[bytes, bytes]) -> bytes:
    """The font with its directory and check sums (OpenType 1.9, "Organization of an OpenType Font")."""
    head = bytearray(tables[b"head"])
    struct.pack_into(">L", head, 8, 0)
    tables = {**tables, b"head": bytes(head)}
    count = len(tables)
    power = 1 << count.bit_length() - 1
    directory = version + struct.pack(">HHHH", count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    offset = 12 + 16 * count
    body = b""
    place = 0
    for tag, content in sorted(tables.items()):
        place = offset + len(body) if tag == b"head" else place
        directory += struct.pack(">4sLLL", tag, _sum(content), offset + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    font = bytearray(directory + body)
    struct.pack_into(">L", font, place + 8, (0xB1B0AFBA - _sum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _sum(content: bytes) -> int:
    padded = content + bytes(-len(content) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}L", padded))
    return total & 0xFFFFFFFF
