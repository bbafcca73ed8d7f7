"""SVG -> PNG, for programs that can't show SVG.  No fonts, no network: text in an SVG must be outlines."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=64)
def rasterise(content: bytes, width: int) -> bytes:
    """PNG of `width` pixels; raises ValueError where the SVG can't be read."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=content.decode("utf-8"), width=width))
