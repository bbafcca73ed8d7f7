"""QR codes (ISO/IEC 18004): the modules of an address, and as a picture for documents."""

from __future__ import annotations

from functools import lru_cache

from deckbuild.assets import Asset

QUIET = 4
"""Modules of empty ground on each side (ISO/IEC 18004, 9.1)."""
LONGEST = 1000
"""Characters: a longer address gives modules too small for a telephone across a room."""


@lru_cache(maxsize=64)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules, True where they are dark; without the quiet zone."""
    import segno

    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


@lru_cache(maxsize=64)
def picture(text: str) -> Asset:
    """The code as black on white, with its quiet zone; eight pixels a module."""
    import io

    import segno

    code = segno.make(text, error="m", micro=False)
    out = io.BytesIO()
    code.save(out, kind="png", scale=8, border=QUIET)
    side = 8 * (len(code.matrix) + 2 * QUIET)
    return Asset(out.getvalue(), "png", side, side)
