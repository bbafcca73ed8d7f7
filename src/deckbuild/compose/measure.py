"""How wide and how tall text is: shaped with HarfBuzz on the brand's own fonts, broken as renderers break it.

Widths and heights are points.  Advances are cached by word, face and size-independent font units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from deckbuild.blocks import Rich, plain
from deckbuild.brand.brand import Brand, Face, TextLevel

# A line may break after a space or a hyphen, and between ideographs; not after "/" (as LibreOffice, measured).
_WORDS = re.compile(r"[^\s\-–—\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+[-–—]*\s*|[-–—]+\s*|\s+|.", re.DOTALL)
_NO_START = "、。，．・：；？！）］｝〉》」』】〕ー々…ぁぃぅぇぉっゃゅょァィゥェォッャュョ%),.:;?!]}"


@dataclass(frozen=True)
class _Font:
    """A face ready to measure: the HarfBuzz font, its units per em, its line pitch as a share of the size."""

    font: object
    units: int
    pitch: float


class Metrics:
    """Measures text in the faces of one brand."""

    def __init__(self, faces: Sequence[Face]) -> None:
        self._faces = tuple(faces)
        self._fonts: dict[tuple[str, bool, bool], _Font] = {}
        self._advances: dict[tuple[str, int], int] = {}

    def _font(self, family: str, bold: bool, italic: bool) -> _Font:
        key = (family, bold, italic)
        if key not in self._fonts:
            self._fonts[key] = _open(self._closest(*key))
        return self._fonts[key]

    def _closest(self, family: str, bold: bool, italic: bool) -> Face:
        """The face asked for, else the nearest of its family, else of the first family."""
        own = [face for face in self._faces if face.family == family] or list(self._faces)
        return min(own, key=lambda face: (face.bold != bold) + (face.italic != italic))

    def width(self, text: str, size: float, family: str, *, bold: bool = False, italic: bool = False) -> float:
        """Advance of `text` on one line."""
        font = self._font(family, bold, italic)
        return sum(self._advance(word, font) for word in _WORDS.findall(text)) * size / font.units

    def _advance(self, word: str, font: _Font) -> int:
        key = (word, id(font))
        if key not in self._advances:
            import uharfbuzz as hb

            buffer = hb.Buffer()
            buffer.add_str(word)
            buffer.guess_segment_properties()
            hb.shape(font.font, buffer)
            self._advances[key] = sum(position.x_advance for position in buffer.glyph_positions)
        return self._advances[key]

    def pitch(self, family: str, *, bold: bool = False) -> float:
        """Distance of lines as a share of the size, at single spacing."""
        return self._font(family, bold, False).pitch

    def line_widths(self, rich: Rich, size: float, family: str, width: float, *, bold: bool = False) -> list[float]:
        """The widths of the lines that `rich` takes in a column of `width` points."""
        lines, used = [], 0.0
        for word, advance, space in self._words(rich, size, family, bold):
            if word == "\n":
                lines.append(used)
                used = 0.0
                continue
            if used and used + advance - space > width and not word.startswith(tuple(_NO_START)):
                lines.append(used)
                used = 0.0
            while advance - space > width > 0 and not used:  # a word longer than the line is cut
                lines.append(width)
                advance -= width
            used += advance
        lines.append(used)
        return lines

    def _words(self, rich: Rich, size: float, family: str, bold: bool) -> Iterator[tuple[str, float, float]]:
        """Unbreakable pieces: text, advance with its trailing space, and the width of that space.

        Pieces of neighbouring runs without a break between them are one word.
        """
        pending, advance, space = "", 0.0, 0.0
        for run in rich:
            scale = size * (0.66 if run.script else 1.0)
            font = self._font(family, bold or run.bold, run.italic)
            for word in _WORDS.findall(run.text):
                if word == "\n":
                    yield pending, advance, space
                    yield "\n", 0.0, 0.0
                    pending, advance, space = "", 0.0, 0.0
                    continue
                if pending and (space or pending[-1] in "-–—"):
                    yield pending, advance, space
                    pending, advance, space = "", 0.0, 0.0
                bare = word.rstrip(" ")
                own = self._advance(bare, font) * scale / font.units if bare else 0.0
                space = self._advance(" ", font) * scale / font.units * (len(word) - len(bare))
                pending, advance = pending + word, advance + own + space
        if pending:
            yield pending, advance, space


def _open(face: Face) -> _Font:
    import uharfbuzz as hb

    blob = hb.Blob.from_file_path(str(face.path))
    font = hb.Font(hb.Face(blob))
    extents = font.get_font_extents("ltr")
    units = font.face.upem
    return _Font(font, units, (extents.ascender - extents.descender + extents.line_gap) / units)


@lru_cache(maxsize=8)
def metrics(brand_faces: tuple[Face, ...]) -> Metrics:
    """The metrics of a brand's faces; opened once a process."""
    return Metrics(brand_faces)


def family_of(brand: Brand, level: TextLevel) -> str:
    """Name of the family that the level is set in."""
    return brand.heading_family if level.family == "heading" else brand.body_family


def lonely(lines: Sequence[float], rich: Rich, width: float) -> bool:
    """Whether the last of several lines holds one short word only."""
    if len(lines) < 2 or len(plain(rich).split()) < 3:
        return False
    return lines[-1] < width * 0.12
