"""The font files of a brand: to measure and to draw with.  Open Sans comes with deckbuild."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from deckbuild.brand.brand import Face
from deckbuild.brand.tokens import BrandTokens

_CUTS = {"Regular": (False, False), "Bold": (True, False), "Italic": (False, True), "BoldItalic": (True, True)}


@lru_cache(maxsize=1)
def open_sans() -> tuple[Face, ...]:
    """The four faces of Open Sans, from the package `ttf-opensans` (Apache licence)."""
    spec = find_spec("ttf_opensans")  # not imported: the package would import Pillow
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "ttf"
    return tuple(
        Face("Open Sans", bold, italic, folder / f"OpenSans-{cut}.ttf") for cut, (bold, italic) in _CUTS.items()
    )


@lru_cache(maxsize=1)
def arimo() -> tuple[Face, ...]:
    """Arimo (OFL) under the name of Arial, whose widths it has: for bullets and for brands set in Arial."""
    spec = find_spec("fontpkg_arimo")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "files"
    return (
        Face("Arial", False, False, folder / "Arimo[wght].ttf"),
        Face("Arial", False, True, folder / "Arimo-Italic[wght].ttf"),
    )


def faces(tokens: BrandTokens) -> tuple[Face, ...]:
    """The faces to measure with, the body's first.  Families that are not here are measured as Open Sans."""
    return (*open_sans(), *arimo())
