"""The embedded renderer: betteroffice-pptx, a compiled engine without any program to install."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from deckbuild.brand.brand import Brand
from deckbuild.ooxml.opening import open_package
from deckbuild.ooxml.package import Part, with_parts, write_package
from deckbuild.pictures.renderer import CannotDraw

POINTS_PER_INCH = 96  # the engine's unit: a 13.333 in slide is 1280 units wide


class Embedded:
    """Draws with the faces of one brand; families that the brand lacks are drawn in the first face."""

    def __init__(self, brand: Brand) -> None:
        from importlib.metadata import version

        self.name = "embedded " + version("betteroffice-pptx")
        self._faces = brand.faces
        self._units = brand.width / 914400 * POINTS_PER_INCH

    def draw(self, deck: bytes, numbers: Sequence[int], width: int) -> Mapping[int, bytes]:
        """See `Renderer.draw`."""
        import betteroffice_pptx

        try:
            opened = betteroffice_pptx.Presentation.open(drawable(deck))
            for face in self._faces:
                opened.register_font(face.family, face.path.read_bytes(), bold=face.bold, italic=face.italic)
            return {n: bytes(opened.render_png(n - 1, scale=width / self._units).bytes) for n in numbers}
        except BaseException as failure:  # the engine's panics are no Exceptions
            if isinstance(failure, (KeyboardInterrupt, SystemExit, MemoryError)):
                raise
            raise CannotDraw(f"the embedded renderer failed: {type(failure).__name__}") from failure


_LARGE_BULLET = re.compile(rb'<a:buSzPct val="(?:1[0-9]|[2-9][0-9])[0-9]{4}"/>')


def drawable(deck: bytes) -> bytes:
    """A copy of the deck that this engine draws as PowerPoint would.

    It draws bullets larger than their text far too small (0.2.1, measured), so they go down to the text's size.
    """
    package = open_package(deck)
    mended = [
        Part(
            part.name,
            part.content_type,
            _LARGE_BULLET.sub(b'<a:buSzPct val="100000"/>', part.content),
            part.relationships,
        )
        for part in package.parts.values()
        if part.name.startswith(("/ppt/slideLayouts/", "/ppt/slideMasters/")) and _LARGE_BULLET.search(part.content)
    ]
    return write_package(with_parts(package, mended)) if mended else deck
