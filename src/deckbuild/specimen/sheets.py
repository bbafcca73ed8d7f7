"""Pictures of a brand on one sheet: every layout with its placeholders outlined and named; every slide and page."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuild.brand.brand import Brand, Layout
from deckbuild.compose.presentation import Page, Presentation
from deckbuild.pictures.renderer import CannotDraw, Renderer
from deckbuild.properties import Properties

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

WIDTH, GAP, LABEL = 460, 18, 26
"""Pixels of a tile, between tiles, and of the line above each."""
_GROUND, _INK, _MISSING = "#e9ecf0", "#20262e", "#c9ced6"
_COLOURS = {"title": "#c2185b", "body": "#1565c0", "picture": "#2e7d32", "field": "#6d4c41", "": "#6a1b9a"}


@dataclass(frozen=True)
class Tile:
    """A picture and the line above it."""

    label: str
    picture: Image.Image


def layouts_sheet(brand: Brand, renderer: Renderer) -> bytes:
    """A PNG with every layout of a brand."""
    distinct = list({layout.part: layout for layout in reversed(brand.layouts)}.values())[::-1]
    roles: dict[str, list[str]] = {}
    for layout in brand.layouts:
        if layout.role:
            roles.setdefault(layout.part, []).append(layout.role)
    drawn = _draw(_blank_deck(brand, distinct), len(distinct), renderer)
    tiles = []
    for number, layout in enumerate(distinct, 1):
        picture = _opened(drawn.get(number), brand)
        _outline(picture, layout, brand)
        served = ", ".join(roles.get(layout.part, ())) or "no kind by itself"
        tiles.append(Tile(f"{layout.name}  –  {served}", picture))
    return _sheet(tiles, 4)


def slides_sheet(slides: Sequence[bytes | None], pages: Sequence[bytes], brand: Brand) -> bytes:
    """A PNG with every slide, and pages of documents below."""
    tiles = [Tile(str(number), _opened(slide, brand)) for number, slide in enumerate(slides, 1)]
    return _sheet(tiles, 5, [_scaled(page) for page in pages])


def _draw(deck: bytes, count: int, renderer: Renderer) -> Mapping[int, bytes]:
    try:
        return renderer.draw(deck, range(1, count + 1), WIDTH)
    except CannotDraw:
        return {}


def _blank_deck(brand: Brand, layouts: Sequence[Layout]) -> bytes:
    """A deck with an empty slide for each layout."""
    from deckbuild.render.pptx.deck import render_pptx

    pages = tuple(
        Page(
            f"layout-{number}",
            number,
            layout.name,
            layout.part,
            layout.name,
            layout.name,
            (),
            colour_map=layout.colour_map,
        )
        for number, layout in enumerate(layouts, 1)
    )
    properties = Properties("Layouts", "", "", "", "en", "", "layouts", "", "")
    shown = Presentation(
        properties, "en", False, brand.width, brand.height, pages, (), {}, brand.text_styles, brand.mono_family
    )
    return render_pptx(shown, brand.pptx_template, brand.tables.style_id, (brand.tables.inset_x, brand.tables.inset_y))


def _opened(picture: bytes | None, brand: Brand) -> Image.Image:
    """A slide's picture at the tile's width; a grey field where there is none."""
    from PIL import Image

    size = (WIDTH, round(WIDTH * brand.height / brand.width))
    if picture is None:
        return Image.new("RGB", size, _MISSING)
    return Image.open(io.BytesIO(picture)).convert("RGB").resize(size, Image.Resampling.LANCZOS)


def _scaled(page: bytes) -> Image.Image:
    from PIL import Image

    picture = Image.open(io.BytesIO(page)).convert("RGB")
    return picture.resize((WIDTH, round(WIDTH * picture.height / picture.width)), Image.Resampling.LANCZOS)


def _outline(picture: Image.Image, layout: Layout, brand: Brand) -> None:
    """Draw the placeholders of a layout: their edges, their names, what they are for."""
    from PIL import ImageDraw

    pen = ImageDraw.Draw(picture)
    scale = picture.width / brand.width
    small = _font(11)
    for slot in layout.slots:
        kind = "title" if slot.purpose == "title" else "field" if slot.kind in ("dt", "ftr", "sldNum") else slot.purpose
        colour = _COLOURS.get(kind, _COLOURS["body"] if slot.purpose else _COLOURS[""])
        box = slot.box
        corners = [box.x * scale, box.y * scale, max(box.right * scale - 1, box.x * scale + 1),
                   max(box.bottom * scale - 1, box.y * scale + 1)]  # fmt: skip
        pen.rectangle(corners, outline=colour, width=2)
        said = f"{slot.name} [{slot.index}]" + (f" = {slot.purpose}" if slot.purpose not in ("", "title") else "")
        _tag(pen, said, (corners[0] + 3, corners[1] + 2), colour, small, box.width * scale - 6)


def _tag(
    pen: ImageDraw.ImageDraw, text: str, at: tuple[float, float], colour: str, font: ImageFont.FreeTypeFont, room: float
) -> None:
    """A name on a ground of its own, cut to the room there is."""
    while text and pen.textlength(text, font=font) > room and len(text) > 4:
        text = text[:-2].rstrip("… ") + "…"
    left, top, right, bottom = pen.textbbox(at, text, font=font)
    pen.rectangle((left - 2, top - 1, right + 2, bottom + 1), fill=colour)
    pen.text(at, text, fill="white", font=font)


def _font(size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    from deckbuild.brand.faces import shipped

    return ImageFont.truetype(str(shipped("Open Sans")[0].path), size)


def _sheet(tiles: Sequence[Tile], across: int, pages: Sequence[Image.Image] = ()) -> bytes:
    """All tiles in rows, then the pages."""
    from PIL import Image, ImageDraw

    height = max((tile.picture.height for tile in tiles), default=0) + LABEL + GAP
    rows = -(-len(tiles) // across)
    tall = max((page.height for page in pages), default=0) + GAP
    more = -(-len(pages) // across) * tall if pages else 0
    sheet = Image.new("RGB", (across * (WIDTH + GAP) + GAP, rows * height + GAP + more), _GROUND)
    pen, font = ImageDraw.Draw(sheet), _font(14)
    for number, tile in enumerate(tiles):
        x, y = GAP + number % across * (WIDTH + GAP), GAP + number // across * height
        label = tile.label
        while pen.textlength(label, font=font) > WIDTH and len(label) > 4:
            label = label[:-2].rstrip("… ") + "…"
        pen.text((x, y), label, fill=_INK, font=font)
        sheet.paste(tile.picture, (x, y + LABEL))
    for number, page in enumerate(pages):
        sheet.paste(page, (GAP + number % across * (WIDTH + GAP), GAP + rows * height + number // across * tall))
    out = io.BytesIO()
    sheet.quantize(256, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
