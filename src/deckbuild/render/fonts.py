"""Puts a brand's fonts into finished packages, so that they look the same where the family is not installed.

Decks hold them as Embedded OpenType (`.fntdata`, https://www.w3.org/submissions/2008/SUBM-EOT-20080305/), neither
compressed nor encrypted; documents as obfuscated fonts (`.odttf`, ECMA-376 part 4, 15.2.13).
"""

from __future__ import annotations

import re
import struct
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.brand.brand import Brand
from deckbuild.brand.cuts import BASE, cut, permission
from deckbuild.brand.fontfile import coverage
from deckbuild.ooxml.package import OFFICE, Package, Part, Relationship, with_parts
from deckbuild.ooxml.xml import Xml, attribute, el, many

DECK, DOCUMENT = "application/x-fontdata", "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_LINK = f"{OFFICE}/font"
_CUTS = ("regular", "bold", "italic", "boldItalic")
_KEY = uuid.uuid5(uuid.NAMESPACE_URL, "deckbuild:font")


@dataclass(frozen=True)
class Cut:
    """A font to put in."""

    family: str
    name: str
    """regular, bold, italic or boldItalic."""
    content: bytes


def cuts(brand: Brand, texts: Sequence[str], *, italic: bool, mono: bool) -> Iterator[Cut]:
    """The cuts that a file with these texts needs, of the families that the brand names and may embed."""
    if brand.embed_fonts == "none":
        return
    used = frozenset().union(*texts) if texts else frozenset[str]()
    whole = brand.embed_fonts == "all"
    families = [brand.body_family, brand.heading_family, *([brand.mono_family] if mono or whole else [])]
    others = {character for character in used if ord(character) > 0x24F}
    for family in dict.fromkeys((*families, *brand.script_families)):
        faces = [face for face in brand.faces if face.family == family and face.genuine]
        if family in brand.script_families and not any(ord(one) in coverage(face) for face in faces for one in others):
            continue
        for face in faces:
            allowed = permission(face)
            if allowed == "no" or (face.italic and not italic and not whole):
                continue
            characters = None if whole or allowed == "whole" else BASE | others | used
            yield Cut(family, _CUTS[face.bold + 2 * face.italic], cut(face, characters))


# --- decks ---------------------------------------------------------------------------------------------------


def deck_with_fonts(package: Package, brand: Brand) -> Package:
    """The deck with its fonts (`p:embeddedFontLst`, ECMA-376 part 1, 19.2.1.9)."""
    slides = [part for name, part in package.parts.items() if name.startswith(("/ppt/slides/", "/ppt/charts/"))]
    texts = [part.content.decode() for part in slides if part.extension == "xml"]
    mono = any(attribute(brand.mono_family) in text for text in texts) or _code(package, slides, brand)
    found = list(cuts(brand, texts, italic=any(' i="1"' in text for text in texts), mono=mono))
    main = package.related("", "officeDocument")
    if not found or main is None or b"embeddedFontLst" in main.content:
        return package
    links = list(main.relationships)
    parts: list[Part] = []
    entries = []
    for family in dict.fromkeys(one.family for one in found):
        inside = []
        for one in sorted((one for one in found if one.family == family), key=lambda one: _CUTS.index(one.name)):
            part = Part(f"/ppt/fonts/font{len(parts) + 1}.fntdata", DECK, eot(one.content))
            link = Relationship(f"rIdFont{len(parts) + 1}", _LINK, part.name)
            parts.append(part)
            links.append(link)
            inside.append(el(f"p:{one.name}", {"r:id": link.id}))
        entries.append(el("p:embeddedFont", None, el("p:font", {"typeface": family}), *inside))
    listed = el("p:embeddedFontLst", None, *entries)
    content = re.sub(rb"(<p:notesSz\b[^>]*/>)", lambda match: match[1] + listed.encode(), main.content, count=1)
    content = content.replace(b"<p:presentation ", b'<p:presentation embedTrueTypeFonts="1" ', 1)
    return with_parts(package, [*parts, replace(main, content=content, relationships=tuple(links))])


def _code(package: Package, slides: Sequence[Part], brand: Brand) -> bool:
    """Whether a slide stands on a layout that sets code."""
    family = attribute(brand.mono_family).encode()
    layouts = {link.target for part in slides for link in part.relationships if link.type.endswith("/slideLayout")}
    return any(family in package.parts[name].content for name in layouts)


def eot(font: bytes) -> bytes:
    """The font as Embedded OpenType, version 0x00020001, little-endian throughout."""
    tables = dict(_directory(font))
    os2, head = tables["OS/2"], tables["head"]
    (weight,), (bits,) = struct.unpack_from(">H", font, os2 + 4), struct.unpack_from(">H", font, os2 + 8)
    panose = font[os2 + 32 : os2 + 42]
    ranges = struct.unpack_from(">4L", font, os2 + 42)
    (selection,) = struct.unpack_from(">H", font, os2 + 62)
    (version,) = struct.unpack_from(">H", font, os2)
    pages = struct.unpack_from(">2L", font, os2 + 78) if version else (1, 0)
    (adjustment,) = struct.unpack_from(">L", font, head + 8)
    names = _names(font, tables["name"])
    texts = b"".join(
        struct.pack("<HH", 0, len(text)) + text for text in (names.get(number, b"") for number in (1, 2, 5, 4))
    )
    fixed = struct.pack(
        "<LL10sBBLHH4L2LL4L", 0x00020001, 0, panose, 1, selection & 1, weight, bits, 0x504C, *ranges, *pages, adjustment,
        0, 0, 0, 0,
    )  # fmt: skip
    header = fixed + texts + struct.pack("<HH", 0, 0)  # no root string: it may be used in any file
    return struct.pack("<LL", len(header) + 8 + len(font), len(font)) + header + font


def _directory(font: bytes) -> Iterator[tuple[str, int]]:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        yield tag.decode("latin-1"), offset


def _names(font: bytes, table: int) -> dict[int, bytes]:
    """Names as UTF-16, little-endian; ours are all for Windows in English."""
    _, count, strings = struct.unpack_from(">HHH", font, table)
    names = {}
    for number in range(count):
        _, _, _, id_, length, offset = struct.unpack_from(">6H", font, table + 6 + 12 * number)
        start = table + strings + offset
        names[id_] = font[start : start + length].decode("utf-16-be").encode("utf-16-le")
    return names


# --- documents -----------------------------------------------------------------------------------------------


def document_with_fonts(package: Package, brand: Brand) -> Package:
    """The document with its fonts, in its table of fonts (ECMA-376 part 1, 17.8)."""
    main = package.related("", "officeDocument")
    table = package.related(main.name, "fontTable") if main else None
    settings = package.related(main.name, "settings") if main else None
    if main is None or table is None or settings is None or b"w:embedRegular" in table.content:
        return package
    texts = [part.content.decode() for name, part in package.parts.items()
             if name.startswith("/word/") and part.extension == "xml" and part is not table]  # fmt: skip
    body = main.content.decode()
    found = list(cuts(brand, texts, italic=_slanted(package, main, body), mono='"Code' in body))
    if not found:
        return package
    parts: list[Part] = []
    links, content = list(table.relationships), table.content.decode()
    for family in dict.fromkeys(one.family for one in found):
        inside = []
        for one in sorted((one for one in found if one.family == family), key=lambda one: _CUTS.index(one.name)):
            key = uuid.uuid5(_KEY, one.content.hex())
            part = Part(f"/word/fonts/font{len(parts) + 1}.odttf", DOCUMENT, obfuscated(one.content, key))
            link = Relationship(f"rIdFont{len(parts) + 1}", _LINK, part.name)
            parts.append(part)
            links.append(link)
            tag = "w:embed" + one.name[0].upper() + one.name[1:]
            subset = brand.embed_fonts == "used"
            inside.append(
                el(tag, {"r:id": link.id, "w:fontKey": "{" + str(key).upper() + "}", "w:subsetted": subset or None})
            )
        content = _entered(content, family, many(inside))
    if "xmlns:r=" not in content.split(">", 2)[1]:
        content = content.replace("<w:fonts ", f'<w:fonts xmlns:r="{OFFICE}" ', 1)
    said = "<w:embedTrueTypeFonts/>" + ("<w:saveSubsetFonts/>" if brand.embed_fonts == "used" else "")
    setting = settings.content
    if b"<w:embedTrueTypeFonts" not in setting:
        setting = re.sub(rb"(<w:zoom\b[^>]*/>)", lambda match: match[1] + said.encode(), setting, count=1)
    changed = [replace(table, content=content.encode(), relationships=tuple(links)), replace(settings, content=setting)]
    return with_parts(package, [*parts, *changed])


def _entered(table: str, family: str, fonts: Xml) -> str:
    """The table with the fonts at the family's entry, which is made where there is none."""
    name = attribute(family)
    entry = re.search(rf'<w:font w:name="{re.escape(name)}"\s*(?:/>|>(.*?)</w:font>)', table, re.DOTALL)
    if entry:
        whole = f'<w:font w:name="{name}">{entry[1] or ""}{fonts}</w:font>'
        return table[: entry.start()] + whole + table[entry.end() :]
    return table.replace("</w:fonts>", f'<w:font w:name="{name}">{fonts}</w:font></w:fonts>')


def _slanted(package: Package, main: Part, body: str) -> bool:
    """Whether italics are used: in a run, or by a style that the body uses."""
    styles = package.related(main.name, "styles")
    if "<w:i/>" in body or styles is None:
        return "<w:i/>" in body
    all_styles = re.findall(r'w:styleId="([^"]+)"(.*?)</w:style>', styles.content.decode(), re.DOTALL)
    return any("<w:i/>" in looks and f'"{id_}"' in body for id_, looks in all_styles)


def obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """The font with its first 32 bytes mixed with the key, whose bytes are taken from the last to the first."""
    mask = key.bytes[::-1] * 2
    return bytes(byte ^ mix for byte, mix in zip(font[:32], mask, strict=True)) + font[32:]
