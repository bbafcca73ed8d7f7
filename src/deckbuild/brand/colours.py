"""Colours of a brand: how tokens name them, the slots of a theme they go into, and mixing them."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from deckbuild.spec.scalars import found, refusal


def _colour(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"#?[0-9a-fA-F]{6}", value):
        return value.removeprefix("#").upper()
    raise refusal("S103", f"expected a colour, found {found(value)}", "write six hexadecimal digits, such as `1467b3`")


Colour = Annotated[
    str, BeforeValidator(_colour), WithJsonSchema({"type": ["string", "number"], "pattern": "^#?[0-9a-fA-F]{6}$"})
]

Accent = Literal["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"]
ColourName = Literal[
    "ink", "ground", "strong", "panel", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"
]
SLOTS = {"ink": "tx1", "ground": "bg1", "strong": "tx2", "panel": "bg2"}
"""Names of tokens -> slots of the theme, as slides name them; accents are called the same."""


def slot(name: str) -> str:
    """The theme's slot for a colour's name."""
    return SLOTS.get(name, name)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return int(colour[0:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def mixed(colour: str, share: float, ground: str = "FFFFFF") -> str:
    """`colour` on `ground`: the share of the colour that is left."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    return "".join(f"{round(under + (over - under) * share):02X}" for over, under in pairs)


def luminance(colour: str) -> float:
    """Relative luminance of RRGGBB, 0 to 1 (https://www.w3.org/TR/WCAG21/#dfn-relative-luminance)."""
    parts = (channel / 255 for channel in channels(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, grounds: tuple[str, ...], least: float = 4.5) -> str:
    """The colour, moved towards black or white just so far that text in it can be read on every one of `grounds`."""
    target = "000000" if sum(map(luminance, grounds)) / len(grounds) > 0.18 else "FFFFFF"
    for step in range(101):
        tried = mixed(colour, 1 - step / 100, target)
        if all(ratio(tried, ground) >= least for ground in grounds):
            return tried
    return target
