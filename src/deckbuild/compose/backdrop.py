"""Pictures under text: a slide's own background, a picture over all of it, and the veil that keeps the text readable.

The veil is in the colour of the layout's ground, as strong as the text needs on the pixels behind it (WCAG 2.1, 1.4.3).
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Items, Picture
from deckbuild.brand.brand import EMU_PER_POINT, Box, Brand, Layout
from deckbuild.brand.contrast import AA, luminance
from deckbuild.compose.fit import inner, measure, paragraphs
from deckbuild.compose.measure import Metrics
from deckbuild.compose.pixels import PER_INCH
from deckbuild.compose.presentation import Backdrop, Filled, Page, Veil
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.lesson.lesson import Slide
from deckbuild.raster import CannotDecode, Colour, colours

_STEPS = tuple(step / 20 for step in range(21))
_HEAVY = 0.85
"""A veil that is stronger leaves nothing of the picture."""
_EDGE = 20 * 9525
"""EMU from a band's edge to the text in it."""


@dataclass(frozen=True)
class _Text:
    """A text over a picture: where it stands, and its colours as RRGGBB."""

    box: Box
    colours: frozenset[str]


def grounded(
    page: Page, slide: Slide, layout: Layout, brand: Brand, metrics: Metrics, assets: Mapping[PurePosixPath, Asset],
    diags: Diagnostics,
) -> Page:  # fmt: skip
    """The page with its background and veil; reports text that can't be read on its picture (A111)."""
    full = next((f for f in page.filled if isinstance(f.content, Picture) and f.content.fit == "full"), None)
    whole = Box(0, 0, brand.width, brand.height)
    if slide.background is not None:
        ground = slide.background
        shown = Picture(PurePosixPath(ground.file), "", fit="cover", focus=ground.focus)
        band = layout.role == "picture-full"
        box = _band(page, brand, metrics) if band else whole
        veil = _veil(page, box, shown, ground.dim, layout, brand, assets, diags, ground.place.span)
        across = round(brand.width / 914400 * PER_INCH)
        # LibreOffice leaves footer and number out with the decoration (7.4), so it goes only where it covers much.
        under = (veil,) if veil else ()
        return replace(page, backdrop=Backdrop(shown.file, shown.focus, across), under=under, plain=layout.dark)
    if full is None:
        return page
    assert isinstance(full.content, Picture)
    shown = replace(full.content, fit="cover")
    span = slide.content.place.keys.get("image", slide.place.span) if slide.content else slide.place.span
    page = replace(page, filled=tuple(one for one in page.filled if one is not full))
    veil = _veil(page, _band(page, brand, metrics), shown, full.content.dim, layout, brand, assets, diags, span)
    bottom = replace(full, content=shown, box=whole)
    return replace(page, under=(bottom, veil) if veil else (bottom,))


def _veil(
    page: Page, box: Box, shown: Picture, dim: float | None, layout: Layout, brand: Brand,
    assets: Mapping[PurePosixPath, Asset], diags: Diagnostics, span: Span,
) -> Veil | None:  # fmt: skip
    """As strong as the text needs, or as the author says; None where nothing is to be seen of it."""
    fill = layout.ground or ("tx2" if layout.dark else "bg1")
    ground = _rgb(brand.palette[fill])
    asset = assets.get(shown.file)
    try:
        rows = colours(asset, brand.width / brand.height, shown.focus) if asset else ()
    except CannotDecode:
        rows = ()
    behind = [(text, _behind(rows, text.box, brand)) for text in _texts(page, brand)]
    strength = dim if dim is not None else _needed(behind, ground)
    contrast = min((_contrast(seen, ground, strength, text.colours) for text, seen in behind if seen), default=21.0)
    if contrast < AA:
        message = f"text on the picture has a contrast of {contrast:.1f} in places, it needs {AA}"
        diags.warn(
            "A111", message, span, "leave `dim` out, or raise it" if dim is not None else "choose another picture"
        )
    elif dim is None and strength > _HEAVY:
        message = f"the picture is dimmed by {strength:.0%} so that the text can be read"
        diags.warn("A112", message, span, "choose a calmer picture, or say less on it")
    return Veil(box, fill, strength) if strength else None


def _band(page: Page, brand: Brand, metrics: Metrics) -> Box:
    """From above the title to the slide's lower edge, or from the upper edge to below it, whichever is nearer."""
    heading = next((one for one in page.filled if one.slot.purpose == "title"), None)
    if heading is None or not isinstance(heading.content, tuple):
        return Box(0, 0, brand.width, brand.height)
    box = heading.box or heading.slot.box
    lines = paragraphs(heading.content, heading.slot.levels)
    width = inner(heading.slot, box)[0] - heading.narrow / EMU_PER_POINT
    tall = min(round(measure(lines, width, 1.0, brand, metrics).height * EMU_PER_POINT), box.height)
    if box.y + box.height / 2 < brand.height / 2:
        return Box(0, 0, brand.width, box.bottom + _EDGE)
    above = {"t": box.y, "ctr": box.y + (box.height - tall) // 2, "b": box.bottom - tall}[heading.slot.anchor] - _EDGE
    return Box(0, above, brand.width, brand.height - above)


def _texts(page: Page, brand: Brand) -> Iterator[_Text]:
    """What stands on the picture itself; cards have a ground of their own."""
    for filled in page.filled:
        if not isinstance(filled.content, Picture):
            yield _Text(filled.box or filled.slot.box, inks(filled, brand))
    for slot in (page.footer_slot, page.number_slot):
        if slot is not None:
            yield _Text(slot.box, frozenset(shade(level.colour, brand) for level in slot.levels[:1]))


def inks(filled: Filled, brand: Brand) -> frozenset[str]:
    """Colours of the levels that are used."""
    if not isinstance(filled.content, tuple):
        return frozenset((brand.palette["tx1"],))
    listed = (block for block in filled.content if isinstance(block, Items))
    used = {0} | {item.level for block in listed for item in block.items}
    levels = filled.slot.levels
    return frozenset(shade(levels[min(level, len(levels) - 1)].colour, brand) for level in used if levels)


def shade(colour: str, brand: Brand) -> str:
    """A colour of the theme as RRGGBB; `accent1+60` is lightened (see brand/styles.py)."""
    slot, _, keep = colour.partition("+")
    value = brand.palette.get(slot, brand.palette["tx1"])
    if not keep:
        return value
    hue, light, full = colorsys.rgb_to_hls(*_rgb(value))
    kept = int(keep) / 100
    mixed = colorsys.hls_to_rgb(hue, min(1.0, light * kept + 1 - kept), full)
    return "".join(f"{round(channel * 255):02X}" for channel in mixed)


def _rgb(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _behind(rows: tuple[tuple[Colour, ...], ...], box: Box, brand: Brand) -> frozenset[Colour]:
    """The picture's colours behind a box, each once, to a thirty-second."""
    if not rows:
        return frozenset()
    down, across = len(rows) / brand.height, len(rows[0]) / brand.width
    found = {
        colour
        for row in rows[int(box.y * down) : int(box.bottom * down) + 1]
        for colour in row[int(box.x * across) : int(box.right * across) + 1]
    }
    return frozenset((round(r * 32) / 32, round(g * 32) / 32, round(b * 32) / 32) for r, g, b in found)


def _needed(behind: Iterable[tuple[_Text, frozenset[Colour]]], ground: Colour) -> float:
    """The weakest veil under which every text reaches the contrast that it needs; the strongest where none does."""
    listed = [(text.colours, seen) for text, seen in behind if seen]
    for strength in _STEPS:
        if all(_contrast(seen, ground, strength, inks) >= AA for inks, seen in listed):
            return strength
    return _STEPS[-1]


def _contrast(seen: frozenset[Colour], ground: Colour, strength: float, inks: frozenset[str]) -> float:
    """The least contrast of any of the inks on any of the colours under the veil."""
    grounds = [_luminance(colour, ground, strength) for colour in seen]
    lightest, darkest = max(grounds), min(grounds)
    least = 21.0
    for ink in map(luminance, inks):
        for other in (lightest, darkest):
            high, low = max(ink, other) + 0.05, min(ink, other) + 0.05
            least = min(least, high / low)
        if darkest < ink < lightest:
            least = 1.0
    return least


def _luminance(colour: Colour, ground: Colour, strength: float) -> float:
    """Of a colour under a veil, which programs mix in sRGB."""
    mixed = (round(255 * (c * (1 - strength) + g * strength)) for c, g in zip(colour, ground, strict=True))
    return luminance("".join(f"{channel:02X}" for channel in mixed))
