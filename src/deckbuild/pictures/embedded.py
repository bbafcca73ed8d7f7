"""The embedded renderer: betteroffice-pptx, a compiled engine without any program to install."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckbuild.brand.brand import Brand
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
            opened = betteroffice_pptx.Presentation.open(deck)
            for face in self._faces:
                opened.register_font(face.family, face.path.read_bytes(), bold=face.bold, italic=face.italic)
            return {n: bytes(opened.render_png(n - 1, scale=width / self._units).bytes) for n in numbers}
        except BaseException as failure:  # the engine's panics are no Exceptions
            if isinstance(failure, (KeyboardInterrupt, SystemExit, MemoryError)):
                raise
            raise CannotDraw(f"the embedded renderer failed: {type(failure).__name__}") from failure
