"""Bytes of a .pptx or .docx -> `Opened`, within bounds that keep a hostile file from filling the memory."""

from __future__ import annotations

import io
import posixpath
import struct
import urllib.parse
import zipfile
import zlib
from typing import cast

from lxml import etree

from deckbuild.ooxml.lint.model import TYPES_PART, Defect, Link, Opened, R

ENTRIES, PART_BYTES, TOTAL_BYTES = 20_000, 200 << 20, 1 << 30
"""Bounds on what is opened: number of entries, bytes of one part, bytes of all."""
RATIO, RATIO_FROM = 200, 16 << 20
"""A package above the second number of bytes may be at most so many times as large as its zip; decks reach 40."""
MARKS = 6_000_000
"""Tags and attributes in all parts together, roughly: a tree needs a hundred bytes for each, whatever its text."""

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MC_PREFIXES = tuple(f"{{{_MC}}}{name}" for name in ("Ignorable", "MustUnderstand"))

# Without ids collected and comments kept, parsing is a little faster; no entity is ever resolved.
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    collect_ids=False,
)  # fmt: skip
_used_ids = etree.XPath("//@r:*", namespaces={"r": R}, smart_strings=False)

# What zipfile lets through for damaged archives, found by random damage (tests/ooxml/test_mutants.py).
_ZIP_ERRORS = (
    zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, OverflowError, LookupError,
    struct.error, zlib.error,
)  # fmt: skip


class Refused(Exception):
    """The package can't be looked into at all; holds why."""

    def __init__(self, *defects: Defect) -> None:
        super().__init__(defects[0].message)
        self.defects = defects


def open_bounded(content: bytes) -> Opened:
    """The package; raises Refused where it is none, is too large, or does not say what its parts are."""
    opened = Opened(*_unzip(content))
    _parse_types(opened)
    _parse_parts(opened)
    _read_links(opened)
    return opened


def _unzip(content: bytes) -> tuple[list[str], dict[str, bytes]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except _ZIP_ERRORS:
        raise Refused(Defect("P101", "", "this is no Office file: it is no zip package")) from None
    _bounded(entries, len(content))
    contents: dict[str, bytes] = {}
    names = []
    for entry in entries:
        name = "/" + entry.filename
        # Word and PowerPoint leave such entries when they save in place; they are no parts.
        if name.lower().startswith("/[trash]/"):
            continue
        names.append(name)
        contents.setdefault(name, _read(content, entry))
    return names, contents


def _bounded(entries: list[zipfile.ZipInfo], packed: int) -> None:
    size = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries), default=0)
    if len(entries) > ENTRIES:
        raise Refused(Defect("P102", "", f"the package has {len(entries)} entries, more than {ENTRIES} are not opened"))
    if size > TOTAL_BYTES or largest > PART_BYTES:
        message = (
            f"the package holds {size >> 20} MB, its largest part {largest >> 20} MB; "
            f"more than {TOTAL_BYTES >> 20} MB or {PART_BYTES >> 20} MB is not opened"
        )
        raise Refused(Defect("P102", "", message))
    if size > RATIO_FROM and size > RATIO * packed:
        message = f"the package unpacks to {size // max(packed, 1)} times its size, {RATIO} at most are opened"
        raise Refused(Defect("P107", "", message))


def _read(content: bytes, entry: zipfile.ZipInfo) -> bytes:
    """An entry's data; straight from the archive's bytes, as zipfile's files cost more than the inflating."""
    name = "/" + entry.filename
    # ECMA-376 part 2, annex B: stored and deflated are the only methods, and nothing is encrypted.
    if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(Defect("P103", name, "the part is encrypted, or packed by a method that Office does not read"))
    header = content[entry.header_offset : entry.header_offset + 30] if entry.header_offset >= 0 else b""
    if len(header) < 30 or not header.startswith(b"PK\3\4"):
        raise Refused(Defect("P103", name, "the part is not where the package says"))
    lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    start = entry.header_offset + 30 + lengths
    data = content[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        try:
            # One byte more than it should have, never all that it might have.
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, entry.file_size + 1)
        except zlib.error as error:
            raise Refused(Defect("P103", name, f"the part can't be unpacked: {error}")) from None
    if len(data) != entry.file_size or zlib.crc32(data) != entry.CRC:
        message = f"the part is not the {entry.file_size} bytes that the package says, or its checksum is wrong"
        raise Refused(Defect("P103", name, message))
    return data


def _parse_types(opened: Opened) -> None:
    root = _parse(opened, TYPES_PART) if TYPES_PART in opened.contents else None
    if root is None:
        missing = Defect("P106", TYPES_PART, "the package has no list of content types")
        raise Refused(*(opened.broken or [missing]))
    for entry in root.iter(etree.Element):
        kind = entry.get("ContentType", "")
        if "Extension" in entry.attrib:
            opened.defaults.append((entry.get("Extension", "").lower(), kind))
        elif "PartName" in entry.attrib:
            opened.overrides.append((entry.get("PartName", ""), kind))


def _parse_parts(opened: Opened) -> None:
    parts = [name for name in opened.contents if _is_xml(name, opened.types.get(name, "")) and name != TYPES_PART]
    marks = sum(opened.contents[name].count(b"<") + opened.contents[name].count(b"=") for name in parts)
    if marks > MARKS:
        message = f"the parts have {marks} tags and attributes, more than {MARKS} are not opened"
        raise Refused(Defect("P102", "", message))
    for name in parts:
        root = _parse(opened, name)
        if root is not None:
            opened.trees[name] = root
            _note_markup(opened, name, root)


def _is_xml(name: str, kind: str) -> bool:
    # SVG is a picture: looked into with the other pictures.
    return (name.endswith((".xml", ".rels")) or kind.endswith("+xml")) and not kind.startswith("image/")


def _parse(opened: Opened, name: str) -> etree._Element | None:
    content = opened.contents[name]
    root = None
    declared = b"<!DOCTYPE" in content
    if not declared:
        try:
            root = etree.fromstring(content, _PARSER)
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            reason = str(error).partition(" (<string>")[0]
            opened.broken.append(Defect("P105", name, f"the part is not well-formed XML: {reason[:120]}"))
            return None
        # One in UTF-16 is seen by the parser alone.
        declared = root.getroottree().docinfo.internalDTD is not None
    if declared:
        opened.broken.append(Defect("P104", name, "the part has a document type definition"))
        return None
    return root


def _note_markup(opened: Opened, name: str, root: etree._Element) -> None:
    """Keep what is asked of all markup, then drop the fallbacks."""
    if name.endswith(".rels"):
        return
    opened.used[name] = {value for value in cast("list[str]", _used_ids(root)) if value}
    if b"markup-compatibility" not in opened.contents[name]:
        return
    for element in root.iter(etree.Element):
        prefixes = [element.get(key, "") for key in _MC_PREFIXES]
        if element.tag == f"{{{_MC}}}Choice":
            prefixes.append(element.get("Requires", ""))
        for prefix in " ".join(prefixes).split():
            if prefix not in element.nsmap:
                opened.undeclared.setdefault(name, set()).add(prefix)
    for fallback in list(root.iter(f"{{{_MC}}}Fallback")):
        parent = fallback.getparent()
        if parent is not None:
            parent.remove(fallback)


def _read_links(opened: Opened) -> None:
    folded = {name.lower(): name for name in opened.contents}
    resolved: dict[tuple[str, str], str] = {}

    def resolve(folder: str, target: str) -> str:
        """The part's name as stored: names match in any case, and percent-encoded or not (OPC 9.1, annex A)."""
        if (folder, target) not in resolved:
            path = posixpath.normpath(posixpath.join(folder, target))
            plain = urllib.parse.unquote(path)
            resolved[folder, target] = folded.get(path.lower()) or folded.get(plain.lower()) or path
        return resolved[folder, target]

    for name in [name for name in opened.trees if name.endswith(".rels")]:
        root = opened.trees.pop(name)
        folder, _, file = name.rpartition("_rels/")
        source = "" if name == "/_rels/.rels" else folder + file.removesuffix(".rels")
        links = opened.links.setdefault(source, [])
        for entry in root.iter(_RELS):
            target = entry.get("Target", "")
            external = entry.get("TargetMode") == "External"
            if not external:
                path = target.partition("#")[0]
                target = resolve(folder, path) if path else source
            links.append(Link(entry.get("Id", ""), entry.get("Type", "").rpartition("/")[2], target, external))
