"""Tokens -> Brand: everything that compose needs, and the two templates that renderers fill."""

from __future__ import annotations

from typing import Literal

from deckbuild.brand.brand import Brand, CardLook, ChartLook, FooterLook, TableLook, TextLevel
from deckbuild.brand.callouts import looks
from deckbuild.brand.colours import slot
from deckbuild.brand.faces import PackFont, chosen, faces
from deckbuild.brand.grid import PX, grid
from deckbuild.brand.media import PackMedia
from deckbuild.brand.slides import template
from deckbuild.brand.tablestyle import STYLE_ID
from deckbuild.brand.theme import palette
from deckbuild.brand.tokens import BrandTokens
from deckbuild.brand.word import word_template
from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.load.labels import load_labels
from deckbuild.ooxml.package import write_package

_POINT = 12700


class _Made:
    """The last brands that were made, by all that they are made from."""

    def __init__(self) -> None:
        self._brands: list[tuple[object, Brand]] = []

    def get(self, key: object) -> Brand | None:
        return next((brand for known, brand in self._brands if known == key), None)

    def put(self, key: object, brand: Brand) -> None:
        self._brands = [(key, brand), *self._brands[:7]]

    def clear(self) -> None:
        self._brands = []


MADE = _Made()


def make_brand(
    tokens: BrandTokens, media: PackMedia, paper: Literal["A4", "Letter"], pack: tuple[PackFont, ...] = ()
) -> Brand:
    """The brand that the tokens describe; made once a process."""
    key = (tokens, media, paper, pack)
    brand = MADE.get(key)
    if brand is None:
        brand = _make(tokens, media, paper, pack)
        MADE.put(key, brand)
    return brand


def _make(tokens: BrandTokens, media: PackMedia, paper: Literal["A4", "Letter"], pack: tuple[PackFont, ...]) -> Brand:
    say = load_labels(tokens.language, {}, Diagnostics(), NOWHERE)
    package, layouts = template(tokens, media, say)
    sizes, lines, charts = tokens.sizes, grid(tokens), tokens.charts
    foot = tokens.footer
    return Brand(
        name=tokens.brand,
        title=tokens.title,
        width=lines.width * PX,
        height=lines.height * PX,
        palette=palette(tokens.palette),
        accents=tuple(f"accent{number}" for number in range(1, 6)),
        text_styles={
            "accent": "accent1",
            "muted": "accent6",
            "ink": "tx1",
            **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
        },
        heading_family=tokens.fonts.heading,
        body_family=tokens.fonts.body,
        mono_family=tokens.fonts.mono,
        faces=faces(chosen(tokens.fonts, pack)),
        scale=tokens.scale,
        smallest=sizes.smallest,
        layouts=layouts,
        cards=_cards(tokens),
        tables=TableLook(STYLE_ID, TextLevel(sizes.table, line=1.0), inset_x=12 * PX, inset_y=8 * PX),
        callouts=looks(tokens),
        pptx_template=write_package(package),
        docx_template=word_template(tokens, paper),
        paper=paper,
        transition=tokens.transition,
        fit=tokens.fit,
        charts=ChartLook(charts.colours, charts.patterns, sizes.chart),
        footer=FooterLook(foot.text, frozenset({foot.left, foot.centre, foot.right}) - {"none"}),
        date_format=tokens.formats.date,
        region=tokens.formats.region or "",
        icons=media.icons,
        script_families=tuple(
            dict.fromkeys(
                filter(
                    None,
                    (
                        tokens.fonts.east_asian,
                        tokens.fonts.complex_script,
                        *tokens.fonts.scripts.values(),
                    ),
                )
            )
        ),
        embed_fonts=tokens.embed_fonts,
        labels=tokens.words,
    )


def _cards(tokens: BrandTokens) -> CardLook:
    sizes, cards = tokens.sizes, tokens.cards
    return CardLook(
        fill="" if cards.fill == "none" else slot(cards.fill),
        edge=0 if cards.edge == "none" else round(cards.edge_size * _POINT),
        side="top" if cards.edge == "top" else "left",
        outline=slot(cards.outline or ""),
        padding=round(cards.padding * _POINT),
        title=TextLevel(sizes.card_title, bold=True, line=1.0),
        text=TextLevel(sizes.card, line=1.0, before=3),
        gutter=round(tokens.spacing.gutter * _POINT),
    )
