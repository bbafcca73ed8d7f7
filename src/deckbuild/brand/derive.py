"""A whole palette from one colour or two, with contrast held: what `deckbuild brand new` starts a brand with."""

from __future__ import annotations

import colorsys

from deckbuild.brand.colours import channels, mixed, ratio, readable
from deckbuild.brand.tokens import Palette

_SPARE = 5.2
"""Contrast to reach: more than text needs, as boxes are tinted with their own colour."""
_TURNS = (0.0, 0.42, 0.11, 0.74, 0.58)
"""Hues of the accents beside the leading one, as shares of a full turn."""


def palette_from(leading: str, second: str | None = None, *, dark: bool = False) -> Palette:
    """Ground, panel, text and six accents round the colours given, which stay as they are where they can be read."""
    hue, _, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in channels(leading)))
    vivid = max(saturation, 0.45) if saturation > 0.08 else 0.0
    if dark:
        ground, panel = _colour(hue, 0.065, min(vivid, 0.4)), _colour(hue, 0.14, min(vivid, 0.35))
        ink, strong = _colour(hue, 0.91, 0.35 if vivid else 0.0), "FFFFFF"
    else:
        ground, panel = "FFFFFF", mixed(leading, 0.07)
        ink = readable(_colour(hue, 0.13, 0.3 if vivid else 0.0), (ground, panel), 10)
        strong = _deep(leading)
    grounds = (ground, panel)
    middle = 0.66 if dark else 0.4
    accents = [_colour((hue + turn) % 1, middle, vivid or 0.5) for turn in _TURNS]
    accents[0] = leading
    if second:
        accents[1] = second
    quiet = _colour(hue, 0.68 if dark else 0.4, 0.14 if vivid else 0.0)
    six = tuple(readable(colour, grounds, _SPARE) for colour in (*accents, quiet))
    return Palette.model_validate({"ink": ink, "ground": ground, "strong": strong, "panel": panel, "accents": six})


def _colour(hue: float, lightness: float, saturation: float) -> str:
    parts = colorsys.hls_to_rgb(hue, lightness, saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)


def _deep(colour: str) -> str:
    """The colour, darkened until it can be a ground for white text and a heading on white alike."""
    for step in range(101):
        tried = mixed(colour, 1 - step / 100, "000000")
        if ratio(tried, "FFFFFF") >= 9:
            return tried
    return "000000"
