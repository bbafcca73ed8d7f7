"""Contrast of colours, as WCAG 2.1 measures it (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio)."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.brand.tokens import BrandTokens

AA = 4.5
"""Least ratio for text (success criterion 1.4.3)."""


def luminance(colour: str) -> float:
    """Relative luminance of RRGGBB, 0 to 1."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def failures(tokens: BrandTokens) -> Iterator[tuple[str, str, float]]:
    """Pairs of colours in which text can stand but is hard to read: text, ground, ratio."""
    palette = tokens.palette
    texts = [("ink", palette.ink), ("dark", palette.dark)]
    texts += [(f"accent {number}", colour) for number, colour in enumerate(palette.accents, 1)]
    for name, colour in texts:
        for ground_name, ground in (("white", palette.white), ("mist", palette.mist)):
            if ratio(colour, ground) < AA:
                yield name, ground_name, ratio(colour, ground)
    for name, colour in (("white", palette.white), ("mist", palette.mist)):
        if ratio(colour, palette.dark) < AA:
            yield name, "dark", ratio(colour, palette.dark)
