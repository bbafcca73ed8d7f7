"""The brand's fonts, opened to measure with: which face shows a character, and how far its glyphs advance.

Everything is a share of the type size.  Shaping is HarfBuzz's, so ligatures, kerning, joined Arabic and Devanagari
clusters count as they are drawn.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from deckbuild.brand.brand import Face
from deckbuild.brand.fontfile import opened


@dataclass(frozen=True, eq=False)
class Font:
    """An opened face.  Shares of the size: how far lines reach above and below their base, and the gap it asks for."""

    handle: Any
    units: int
    ascent: float
    descent: float
    gap: float
    spaced: bool
    """Whether blanks are moved closer to some letters beside them (kerning), as in Arial before an A."""

    def covers(self, character: str) -> bool:
        """Whether it has a glyph for the character, or needs none."""
        return bool(self.handle.get_nominal_glyph(ord(character))) or character in _INVISIBLE


_INVISIBLE = frozenset("\t\n\v\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2060\ufeff\ufe0f")


class Fonts:
    """All faces of a brand; each is opened when it is first needed."""

    def __init__(self, faces: Sequence[Face]) -> None:
        self._faces = tuple(faces)
        self._fonts: dict[tuple[str, bool, bool], Font] = {}
        self._opened: dict[Face, Font] = {}
        self._elsewhere: dict[tuple[str, bool, bool], Font | None] = {}

    def font(self, family: str, bold: bool, italic: bool) -> Font:
        """The face asked for, else the nearest of its family, else of the first family."""
        key = (family, bold, italic)
        if key not in self._fonts:
            own = [face for face in self._faces if face.family == family] or list(self._faces)
            self._fonts[key] = self._open(_nearest(own, bold, italic))
        return self._fonts[key]

    def parts(self, text: str, font: Font, bold: bool, italic: bool) -> Iterator[tuple[str, Font | None]]:
        """`text` in stretches that one face shows: the font's own where it can; None where no face can."""
        stretch, current = "", font
        for index, character in enumerate(text):
            now: Font | None = font
            beside = text[index - 1] if index else text[1:2]
            if beside and _is_wide(beside) and _is_ambiguous(character):
                now = self._cover(beside, bold, italic) if not font.covers(beside) else font
            elif not font.covers(character):
                now = current if current is not font and _joins(character) else self._cover(character, bold, italic)
            if stretch and now is not current:
                yield stretch, current
                stretch = ""
            stretch, current = stretch + character, now  # type: ignore[assignment]
        if stretch:
            yield stretch, current

    def _cover(self, character: str, bold: bool, italic: bool) -> Font | None:
        """A face of any family that has the character."""
        key = (character, bold, italic)
        if key not in self._elsewhere:
            found = None
            for family in dict.fromkeys(face.family for face in self._faces):
                tried = self.font(family, bold, italic)
                if tried.covers(character):
                    found = tried
                    break
            self._elsewhere[key] = found
        return self._elsewhere[key]

    def _open(self, face: Face) -> Font:
        if face not in self._opened:
            self._opened[face] = _open(face)
        return self._opened[face]


def _nearest(faces: Sequence[Face], bold: bool, italic: bool) -> Face:
    return min(faces, key=lambda face: 2 * (face.italic != italic) + (face.bold != bold))


IDEOGRAPHIC = (1.16, 0.29)
"""How far lines of ideographs that no face has are taken to reach above and below their base: as Noto Sans CJK does."""


def _is_wide(character: str) -> bool:
    return character > "\u1100" and unicodedata.east_asian_width(character) in ("W", "F")


def _is_ambiguous(character: str) -> bool:
    """Whether it is a sign, such as a quotation mark or a dash, that is as wide as the ideographs beside it."""
    return character > "\u007f" and not character.isalpha() and unicodedata.east_asian_width(character) == "A"


def _joins(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def _open(face: Face) -> Font:
    handle = opened(face)
    extents = handle.get_font_extents("ltr")
    units = handle.face.upem
    ascent, descent, gap = extents.ascender / units, -extents.descender / units, max(0, extents.line_gap) / units
    font = Font(handle, units, ascent, descent, gap, spaced=False)
    pairs = [pair for letter in "AWTYVywαΑΤ’1" for pair in (f" {letter}", f"{letter} ") if font.covers(letter)]
    kerned = any(abs(advance(pair, font) - advance(pair[0], font) - advance(pair[1], font)) > 1e-6 for pair in pairs)
    return replace(font, spaced=kerned)


def advance(text: str, font: Font) -> float:
    """How far `text` reaches on one line, as a share of the size."""
    import uharfbuzz as hb

    return float(sum(position.x_advance for position in _shaped(text, font, hb).glyph_positions)) / font.units


def clusters(text: str, font: Font) -> list[float]:
    """The advance of every cluster of `text`, in reading order: where a word too long for a line may be cut."""
    widths = _clustered(text, font)
    return [widths[start] for start in sorted(widths)]


def reaches(text: str, font: Font | None) -> Iterator[float]:
    """How far `text` reaches up to the end of each character; that of a cluster is reached at its first.

    Without a font it is a guess: a full square for an ideograph, less for others.
    """
    widths = _clustered(text, font) if font else {}
    used = 0.0
    for index, character in enumerate(text):
        used += widths.get(index, 0.0) if font else _guess(character)
        yield used


def _clustered(text: str, font: Font) -> dict[int, float]:
    import uharfbuzz as hb

    buffer = _shaped(text, font, hb)
    widths: dict[int, float] = {}
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        widths[info.cluster] = widths.get(info.cluster, 0.0) + position.x_advance / font.units
    return widths


def _shaped(text: str, font: Font, hb: Any) -> Any:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font.handle, buffer)
    return buffer


def _guess(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    return 1.0 if _is_wide(character) or _is_ambiguous(character) else 0.62
