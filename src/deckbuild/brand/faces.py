"""The faces of a brand, to measure and to draw with.

A family is looked for in the pack, then among the families that come with deckbuild, then on this machine; else
another family stands in for it.  What comes from the machine, and what stands in, is said (see `Chosen`): only
the first two give everybody the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from deckbuild.brand.brand import Face
from deckbuild.brand.fontfile import Described, describe, place
from deckbuild.brand.system import installed
from deckbuild.brand.tokens import Fonts

_OPEN_SANS = tuple(f"ttf/OpenSans-{cut}.ttf" for cut in ("Regular", "Bold", "Italic", "BoldItalic"))
SHIPPED: dict[str, tuple[str, tuple[str, ...]]] = {
    "Open Sans": ("ttf_opensans", _OPEN_SANS),
    "Arimo": ("fontpkg_arimo", ("files/Arimo[wght].ttf", "files/Arimo-Italic[wght].ttf")),
    "Source Sans 3": ("fontpkg_source_sans_3", ("files/SourceSans3[wght].ttf", "files/SourceSans3-Italic[wght].ttf")),
    "Source Serif 4": (
        "fontpkg_source_serif_4", ("files/SourceSerif4[opsz,wght].ttf", "files/SourceSerif4-Italic[opsz,wght].ttf"),
    ),
    "Source Code Pro": (
        "fontpkg_source_code_pro", ("files/SourceCodePro[wght].ttf", "files/SourceCodePro-Italic[wght].ttf"),
    ),
    "Noto Sans Arabic": ("fontpkg_noto_sans_arabic", ("files/NotoSansArabic[wdth,wght].ttf",)),
    "Noto Sans Devanagari": ("fontpkg_noto_sans_devanagari", ("files/NotoSansDevanagari[wdth,wght].ttf",)),
}  # fmt: skip
"""Families that come with deckbuild: the package that holds them, and its files."""

FALLBACK = ("Noto Sans Arabic", "Noto Sans Devanagari")
"""Families for characters that none of the brand's own has."""

SAME_WIDTHS = {
    "Arial": ("Arimo",), "Helvetica": ("Arimo",), "Liberation Sans": ("Arimo",), "Nimbus Sans": ("Arimo",),
    "Courier New": ("Source Code Pro",), "Courier": ("Source Code Pro",), "Liberation Mono": ("Source Code Pro",),
    "Cousine": ("Source Code Pro",), "Calibri": ("Carlito",), "Cambria": ("Caladea",),
    "Times New Roman": ("Liberation Serif", "Tinos"), "Times": ("Liberation Serif", "Tinos"), "Georgia": ("Gelasio",),
}  # fmt: skip
"""Family -> families with the same advance widths (for the fixed pitch of Courier: 0.6 of the size)."""

_SERIFS = frozenset((
    "Baskerville", "Book Antiqua", "Bookman Old Style", "Caladea", "Cambria", "Century", "Constantia", "Garamond",
    "Georgia", "Liberation Serif", "Merriweather", "Noto Serif", "Palatino", "Palatino Linotype", "Playfair Display",
    "PT Serif", "Times", "Times New Roman", "Tinos",
))  # fmt: skip
_MONO = ("mono", "code", "consol", "courier", "menlo", "monaco", "typewriter")

Origin = Literal["pack", "shipped", "system", "same-widths", "stand-in"]


@dataclass(frozen=True)
class Chosen:
    """The faces for one family, and where they come from."""

    family: str
    faces: tuple[Face, ...]
    origin: Origin
    stand_in: str = ""
    """The family that stands in for it, where it is not the family itself."""

    @property
    def everywhere(self) -> bool:
        """Whether every machine that builds the lesson has these faces."""
        return all(face.everywhere for face in self.faces)


@dataclass(frozen=True)
class PackFont:
    """A font file in the brand's folder."""

    name: str
    content: bytes


def choose(family: str, pack: Sequence[PackFont] = ()) -> Chosen:
    """The faces to measure and draw text of `family` with."""
    if own := _from_pack(family, pack):
        return Chosen(family, own, "pack")
    if family in SHIPPED:
        return Chosen(family, shipped(family), "shipped")
    alike = SAME_WIDTHS.get(family, ())
    for other in alike:
        if other in SHIPPED:
            return Chosen(family, _named(family, shipped(other)), "same-widths", other)
    if here := _from_system(family, family):
        return Chosen(family, here, "system")
    for other in alike:
        if here := _from_system(family, other):
            return Chosen(family, _named(family, here), "same-widths", other)
    other = stand_in(family)
    return Chosen(family, _named(family, shipped(other)), "stand-in", other)


def stand_in(family: str) -> str:
    """The family that comes with deckbuild and is nearest in kind."""
    if any(part in family.casefold() for part in _MONO):
        return "Source Code Pro"
    serif = family in _SERIFS or ("serif" in family.casefold() and "sans" not in family.casefold())
    return "Source Serif 4" if serif else "Open Sans"


@lru_cache(maxsize=16)
def shipped(family: str) -> tuple[Face, ...]:
    """Faces of a family that comes with deckbuild, from the package that holds it."""
    package, files = SHIPPED[family]
    spec = find_spec(package)  # not imported: some of these packages would import Pillow
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent
    fonts = [(folder / file, font) for file in files for font in describe(folder / file)]
    return _cuts(family, fonts)


def _named(family: str, faces: Iterable[Face]) -> tuple[Face, ...]:
    return tuple(replace(face, family=family, genuine=False) for face in faces)


def _from_pack(family: str, pack: Sequence[PackFont]) -> tuple[Face, ...]:
    fonts = [(font, described) for font in pack for described in _described(font.content)]
    own = [(font, one) for font, one in fonts if family.casefold() in (name.casefold() for name in one.families)]
    files = {font.name: font.content for font, _ in own}
    cuts = _cuts(family, [(Path(font.name), one) for font, one in own])
    return tuple(replace(face, content=files[str(face.path)]) for face in cuts)


@lru_cache(maxsize=64)
def _described(content: bytes) -> tuple[Described, ...]:
    return describe(content)


def _from_system(asked: str, family: str) -> tuple[Face, ...]:
    return tuple(replace(face, everywhere=False) for face in _cuts(asked, installed(family)))


def _cuts(family: str, fonts: Sequence[tuple[Path, Described]]) -> tuple[Face, ...]:
    """Regular, bold, italic and bold italic, as far as the files have them; the nearest in weight of each."""
    faces = []
    for bold, italic in ((False, False), (True, False), (False, True), (True, True)):
        able = [
            (abs(font.width - 5), 0 if axes else abs(font.weight - (700 if bold else 400)), str(path), path, font, axes)
            for path, font in fonts
            if font.italic == italic and (axes := place(font, bold=bold)) is not None
        ]
        if able:
            *_, path, font, axes = min(able, key=lambda one: one[:3])
            faces.append(Face(family, bold, italic, path, font.index, axes))
    return tuple(faces)


def chosen(fonts: Fonts, pack: Sequence[PackFont] = ()) -> tuple[Chosen, ...]:
    """The faces of every family that a brand names, the body's first, those for other scripts last."""
    own = [choose(family, pack) for family in dict.fromkeys((fonts.body, fonts.heading, fonts.mono))]
    named = dict.fromkeys(filter(None, (fonts.east_asian, fonts.complex_script, *fonts.scripts.values())))
    scripts = [choose(family, pack) for family in named if family not in (one.family for one in own)]
    return (*own, *scripts)


def faces(families: Iterable[Chosen]) -> tuple[Face, ...]:
    """All faces to measure and draw with: those chosen, Arial's for bullets, and those for other scripts."""
    own = {one.family: one.faces for one in families}
    more = {family: choose(family).faces for family in ("Arial", *FALLBACK) if family not in own}  # Arial: bullets
    return tuple(face for group in (*own.values(), *more.values()) for face in group)
