"""What a font file says of itself, and one cut of it: read with HarfBuzz, which maps files and reads what is asked.

Variable fonts hold all weights in one file.  A `Face` names the place on their axes; `static` gives that cut as a
file of its own, for programs that know no axes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.brand.brand import Face

if TYPE_CHECKING:
    import uharfbuzz as hb

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
REGULAR, BOLD = 400.0, 700.0


@dataclass(frozen=True)
class Described:
    """One font of a file: its family's names, its weight and slant, and the axes it varies on."""

    families: tuple[str, ...]
    """The typographic family first, where it differs from the family of four."""
    weight: int
    italic: bool
    width: int = 5
    """1 (ultra-condensed) to 9; 5 is normal."""
    index: int = 0
    axes: tuple[tuple[str, float, float, float], ...] = ()
    """Tag, least, default, most."""

    @property
    def bold(self) -> bool:
        """Whether it is the family's bold, rather than its regular."""
        return self.weight >= 600


def describe(content: bytes | Path) -> tuple[Described, ...]:
    """The fonts of a file, several in a collection; none where it is no font."""
    import uharfbuzz as hb

    try:
        blob = hb.Blob.from_file_path(str(content)) if isinstance(content, Path) else hb.Blob(content)
        count = hb.Face(blob).count
        return tuple(filter(None, (_described(hb.Face(blob, index), index) for index in range(count))))
    except (OSError, RuntimeError, ValueError, struct.error, hb.HarfBuzzError):
        return ()


def _described(face: hb.Face, index: int) -> Described | None:
    names = [face.get_name(number) for number in (16, 1)]
    families = tuple(dict.fromkeys(name for name in names if name))
    table = face.reference_table("OS/2").data
    if not families or len(table) < 64 or not face.glyph_count:
        return None
    weight, width = struct.unpack_from(">HH", table, 4)
    (selection,) = struct.unpack_from(">H", table, 62)
    axes = tuple((axis.tag, axis.min_value, axis.default_value, axis.max_value) for axis in face.axis_infos)
    return Described(families, weight, bool(selection & 1), width, index, axes)


def place(font: Described, *, bold: bool) -> tuple[tuple[str, float], ...] | None:
    """Where on its axes a variable font is regular or bold; None where it can't be that."""
    weights = next(((low, high) for tag, low, _, high in font.axes if tag == "wght"), None)
    if weights is None:
        return () if font.bold == bold else None
    wanted = BOLD if bold else REGULAR
    return (("wght", wanted),) if weights[0] <= wanted <= weights[1] else None


def opened(face: Face) -> hb.Font:
    """The face as a HarfBuzz font, set to its place on the axes."""
    import uharfbuzz as hb

    font = hb.Font(hb.Face(_blob(face), face.index))
    if face.axes:
        font.set_variations(dict(face.axes))
    return font


def _blob(face: Face) -> hb.Blob:
    import uharfbuzz as hb

    return hb.Blob(face.content) if face.content else hb.Blob.from_file_path(str(face.path))


@lru_cache(maxsize=64)
def static(face: Face) -> bytes:
    """The face as a font file of its own: out of a collection, and without axes."""
    import uharfbuzz as hb

    whole = hb.Face(_blob(face), face.index)
    if not whole.axis_infos and not face.index:
        return face.content or face.path.read_bytes()
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    places = dict(face.axes)
    for axis in whole.axis_infos:
        wanted.pin_axis_location(whole, axis.tag, places.get(axis.tag, axis.default_value))
    return bytes(hb.subset(whole, wanted).blob.data)


@lru_cache(maxsize=64)
def coverage(face: Face) -> frozenset[int]:
    """The characters that the face has glyphs for."""
    import uharfbuzz as hb

    return frozenset(hb.Face(_blob(face), face.index).unicodes)
