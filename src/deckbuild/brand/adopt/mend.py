"""Slips of other programs in masters and layouts, mended so that no program offers to repair a deck made from them."""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.ooxml.package import Part
from deckbuild.ooxml.tree import MC, A, Element, P, element, parse, remove, written

_MAGIC = ((b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\0", "tiff"),
          (b"MM\0*", "tiff"))  # fmt: skip


def mended(part: Part) -> Part:
    """A part of a template as PowerPoint would have written it; the same where nothing is wrong."""
    if part.content_type.startswith("image/"):
        return replace(part, content_type=_picture_type(part))
    if not part.content_type.endswith(("slideLayout+xml", "slideMaster+xml", "notesMaster+xml", "handoutMaster+xml")):
        return part
    root = parse(part.content)
    changed = _ids(root) + _bodies(root) + _grounds(root) + _prefixes(root) + _animations(root)
    return replace(part, content=written(root)) if changed else part


def _picture_type(part: Part) -> str:
    """What a picture is by its first bytes, else what the package says."""
    found = next((kind for magic, kind in _MAGIC if part.content.startswith(magic)), None)
    return f"image/{found}" if found else part.content_type


def _ids(root: Element) -> int:
    """Shape ids that are 0 or given twice get new ones."""
    shapes = list(root.iter(f"{P}cNvPr"))
    used: set[str] = set()
    again = []
    for shape in shapes:
        number = shape.get("id", "")
        if number in used or not re.fullmatch(r"0*[1-9][0-9]{0,8}", number):
            again.append(shape)
        used.add(number)
    free = max((int(number) for number in used if number.isdigit()), default=0)
    for shape in again:
        free += 1
        shape.set("id", str(free))
    return len(again)


def _bodies(root: Element) -> int:
    empty = [body for body in root.iter(f"{P}txBody", f"{A}txBody") if body.find(f"{A}p") is None]
    for body in empty:
        body.append(element("<a:p/>"))
    return len(empty)


def _grounds(root: Element) -> int:
    bare = [
        fill for fill in root.iter(f"{P}bgPr") if fill.find(f"{A}effectLst") is None and fill.find(f"{A}effectDag") is None
    ]  # fmt: skip
    for fill in bare:
        fill.insert(1, element("<a:effectLst/>"))
    return len(bare)


def _prefixes(root: Element) -> int:
    """`mc:Ignorable` may name declared prefixes only."""
    named = root.get(f"{MC}Ignorable")
    if named is None:
        return 0
    known = [prefix for prefix in named.split() if prefix in root.nsmap]
    if known == named.split():
        return 0
    if known:
        root.set(f"{MC}Ignorable", " ".join(known))
    else:
        del root.attrib[f"{MC}Ignorable"]
    return 1


def _animations(root: Element) -> int:
    """Animations of shapes that are not there (any more) go as a whole."""
    timing = root.find(f"{P}timing")
    if timing is None:
        return 0
    shapes = {shape.get("id") for shape in root.iter(f"{P}cNvPr")}
    targets = {target.get("spid") for target in timing.iter(f"{P}spTgt", f"{P}bldP", f"{P}bldDgm", f"{P}bldGraphic")}
    if targets <= shapes:
        return 0
    remove(timing)
    return 1
