"""SVG -> PNG, for programs that can't show SVG.  No network, no fonts of the machine: text is drawn in Open Sans."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

MOST = 16_000_000
"""Most pixels of a drawing; one that is far taller than wide is drawn narrower."""


@lru_cache(maxsize=64)
def rasterise(content: bytes, width: int, size: tuple[int, int] = (0, 0)) -> bytes:
    """PNG of `width` pixels, fewer where the drawing's `size` would make it huge; raises ValueError for no SVG."""
    import resvg_py

    if size[0] and width * width * size[1] / size[0] > MOST:
        width = max(1, int((MOST * size[0] / size[1]) ** 0.5))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=content.decode("utf-8"), width=width, skip_system_fonts=True, font_files=_faces(),
            font_family="Open Sans", sans_serif_family="Open Sans", serif_family="Open Sans",
            monospace_family="Open Sans",
        )
    )  # fmt: skip


@lru_cache(maxsize=1)
def _faces() -> list[str]:
    spec = find_spec("ttf_opensans")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "ttf"
    return [str(folder / f"OpenSans-{cut}.ttf") for cut in ("Regular", "Bold", "Italic", "BoldItalic")]
