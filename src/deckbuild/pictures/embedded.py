"""The embedded renderer: betteroffice-pptx, a compiled engine without any program to install."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

from deckbuild.brand.brand import Brand
from deckbuild.brand.fontfile import static
from deckbuild.ooxml.lines import plain_lines
from deckbuild.ooxml.opening import open_package
from deckbuild.ooxml.package import Package, Part, with_parts, write_package
from deckbuild.ooxml.pointed import inset_arrows
from deckbuild.pictures import scripts, slices
from deckbuild.pictures.renderer import CannotDraw

POINTS_PER_INCH = 96  # the engine's unit: a 13.333 in slide is 1280 units wide
_WAY = 2
"""Counted up with every change of `drawable`, so that pictures kept from before are drawn again."""


class Embedded:
    """Draws with the faces of one brand; families that the brand lacks are drawn in the first face."""

    def __init__(self, brand: Brand) -> None:
        from importlib.metadata import version

        self.name = f"embedded {version('betteroffice-pptx')}, way {_WAY}"
        self._brand = brand
        self._faces = brand.faces
        self._units = brand.width / 914400 * POINTS_PER_INCH

    def draw(self, deck: bytes, numbers: Sequence[int], width: int) -> Mapping[int, bytes]:
        """See `Renderer.draw`."""
        import betteroffice_pptx

        package = open_package(deck)
        texts, false = slide_texts(package), with_gaps(package)
        try:
            opened = betteroffice_pptx.Presentation.open(drawable(package, self._brand) or deck)
            for face in self._faces:
                opened.register_font(face.family, static(face), bold=face.bold, italic=face.italic)
            able = [n for n in numbers if n not in false and self._has_glyphs_for(texts.get(n, ""))]
            return {n: bytes(opened.render_png(n - 1, scale=width / self._units).bytes) for n in able}
        except BaseException as failure:  # the engine's panics are no Exceptions
            if isinstance(failure, (KeyboardInterrupt, SystemExit, MemoryError)):
                raise
            raise CannotDraw(f"the embedded renderer failed: {type(failure).__name__}") from failure

    def _has_glyphs_for(self, text: str) -> bool:
        """Whether the faces can show the text: the engine looks for no other face, and would draw boxes."""
        return scripts.drawable(frozenset(text), self._faces)


_TEXT = re.compile(r"<(?:a:t|c:v)>([^<]*)</(?:a:t|c:v)>")
_CACHE = re.compile(rb'<c:numCache>.*?<c:ptCount val="([0-9]+)"/>(.*?)</c:numCache>')
_SLIDE = re.compile(r"/ppt/slides/slide([0-9]+)\.xml")


def slide_texts(package: Package) -> dict[int, str]:
    """All text of each slide and of its charts, by its number."""
    return {
        int(match[1]): "".join(
            text for one in (part, *_charts(part, package)) for text in _TEXT.findall(one.content.decode())
        )
        for name, part in package.parts.items()
        if (match := _SLIDE.fullmatch(name))
    }


def _charts(slide: Part, package: Package) -> list[Part]:
    return [package.parts[link.target] for link in slide.relationships if link.type.endswith("/chart")]


def with_gaps(package: Package) -> frozenset[int]:
    """Slides with a chart that has a gap: this engine draws a gap as a zero (0.2.1, measured), which would be false."""
    return frozenset(
        int(match[1])
        for name, part in package.parts.items()
        if (match := _SLIDE.fullmatch(name))
        for chart in _charts(part, package)
        if any(points.count(b"<c:pt ") < int(count) for count, points in _CACHE.findall(chart.content))
    )


_LARGE_BULLET = re.compile(rb'<a:buSzPct val="(?:1[0-9]|[2-9][0-9])[0-9]{4}"/>')


_SLOT = re.compile(rb'<a:schemeClr val="(\w+)"')


def _coloured(chart: bytes, brand: Brand) -> bytes:
    """A chart with the colours that the slots of the theme stand for on slides."""

    def colour(match: re.Match[bytes]) -> bytes:
        return b'<a:srgbClr val="%s"' % brand.palette.get(match[1].decode(), "808080").encode()

    return _SLOT.sub(colour, chart).replace(b"</a:schemeClr>", b"</a:srgbClr>")


_SYMBOL = re.compile(
    rb'<a:buFont typeface="(?:Wingdings(?: [23])?|Webdings|Symbol)"[^>]*/>\s*<a:buChar char="([^"]+)"\s*/>'
)
_SQUARES = frozenset(b"noq\xa7\xa8")
"""Codes of Wingdings that are squares."""


def _plain_bullets(part: bytes, brand: Brand) -> bytes:
    """A master or layout whose bullets of symbol faces, which are not here, are dots and squares of the body's face."""
    known = scripts.by_family(brand.faces).get(brand.body_family, frozenset())

    def bullet(match: re.Match[bytes]) -> bytes:
        square = ord(match[1].decode()[0]) & 0xFF in _SQUARES
        shown = next((one for one in ("▪■•" if square else "●•") if ord(one) in known), "-")
        return f'<a:buFont typeface={quoteattr(brand.body_family)}/><a:buChar char="{shown}"/>'.encode()

    return _SYMBOL.sub(bullet, part)


def drawable(package: Package, brand: Brand) -> bytes | None:
    """A copy of the deck that this engine draws as PowerPoint would; None where the deck itself will do.

    It draws bullets larger than their text far too small (0.2.1, measured), so they go down to the text's size;
    it knows no symbol faces, so their bullets become dots and squares;
    it looks for no other face where the one named lacks a character, so such runs name one that has it; and it draws no
    arrowheads, and elbow connectors askew, so these become freeforms.  It sets the text of arrows from edge to edge,
    where a chevron's notch would swallow its first letters, so their insets grow.  In charts it passes over the
    master's colour map, so text of a dark look would be dark on dark: charts get the colours themselves.  Names of
    slices it sets over the slices, so pies get a legend.
    """
    mended = []
    for part in package.parts.values():
        content = part.content
        if part.name.startswith(("/ppt/slideLayouts/", "/ppt/slideMasters/")):
            content = _plain_bullets(_LARGE_BULLET.sub(b'<a:buSzPct val="100000"/>', content), brand)
        elif _SLIDE.fullmatch(part.name):
            own = (brand.body_family, brand.heading_family)
            content = inset_arrows(plain_lines(scripts.with_families(content.decode(), own, brand.faces).encode()))
        elif part.name.startswith("/ppt/charts/"):
            content = slices.named_beside(_coloured(content, brand).decode()).encode()
        if content != part.content:
            mended.append(Part(part.name, part.content_type, content, part.relationships))
    return write_package(with_parts(package, mended)) if mended else None
