"""An adopted deck and document -> a brand: colours, sizes and looks read from the template itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from deckbuild.brand.adopt.colours import readable
from deckbuild.brand.adopt.deck import AdoptedDeck
from deckbuild.brand.brand import Brand, CardLook, ChartLook, TableLook, TextLevel
from deckbuild.brand.callouts import looks
from deckbuild.brand.colours import mixed, ratio
from deckbuild.brand.faces import PackFont, chosen, faces
from deckbuild.brand.grid import PX
from deckbuild.brand.looks import TableTokens
from deckbuild.brand.tablestyle import STYLE_ID, table_styles
from deckbuild.brand.tokens import BrandTokens, Palette
from deckbuild.ooxml.package import OFFICE, Part, Relationship, with_parts, write_package
from deckbuild.ooxml.tree import parse

_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_STYLES = "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml"


@dataclass(frozen=True)
class Looks:
    """What is chosen from a template's theme for what deckbuild draws itself."""

    fill: str
    """Ground of cards: a slot on which text and headings can be read."""
    accents: tuple[str, ...]
    muted: str
    heading: str


def looks_of(deck: AdoptedDeck) -> Looks:
    """Slots of the theme that can be read where deckbuild puts them."""
    palette = deck.scheme.palette()
    ground = deck.ground
    able = [slot for slot in ("bg2", "bg1") if readable(palette["tx1"], (palette[slot],))]
    fill = next((slot for slot in able if palette[slot] != ground), able[0] if able else "bg1")
    grounds = (ground, palette[fill])
    clear = [slot for slot in _ACCENTS if readable(palette[slot], grounds)]
    clear += [slot for slot in ("tx2", "tx1") if len(clear) < 2 and readable(palette[slot], grounds)]
    muted = "tx2" if readable(palette["tx2"], grounds) else "tx1"
    accents = _different(clear, palette) or _ACCENTS[:5]
    return Looks(fill, accents if len(accents) > 1 else accents * 2, muted, muted)


def _different(slots: list[str], palette: dict[str, str]) -> tuple[str, ...]:
    """Slots without those whose colour was there before."""
    seen: set[str] = set()
    out = []
    for slot in slots:
        if palette[slot] not in seen:
            out.append(slot)
        seen.add(palette[slot])
    return tuple(out)


def deck_brand(
    deck: AdoptedDeck, tokens: BrandTokens, word: bytes, paper: Literal["A4", "Letter"], pack: tuple[PackFont, ...]
) -> Brand:
    """The brand of a deck template and a Word template."""
    chosen_looks = looks_of(deck)
    accents = chosen_looks.accents
    body = deck.holder("content", "body")
    sizes = [level.size for level in body.levels] if body else [20.0]
    deck = _with_table_style(deck)
    text = _clamped(sizes[0] * 0.75, 13.0, 16.0)
    return Brand(
        name=tokens.brand,
        title=tokens.title,
        width=deck.width,
        height=deck.height,
        palette=deck.scheme.palette(),
        accents=accents,
        text_styles={
            "accent": accents[0],
            "muted": chosen_looks.muted,
            "heading": chosen_looks.heading,
            "mark": chosen_looks.fill,
            "ink": "tx1",
            **{slot: slot if slot in accents else accents[n % len(accents)] for n, slot in enumerate(_ACCENTS)},
        },
        heading_family=tokens.fonts.heading,
        body_family=tokens.fonts.body,
        mono_family=tokens.fonts.mono,
        faces=faces(chosen(tokens.fonts, pack)),
        scale=tokens.scale if "scale" in tokens.model_fields_set else tuple(_steps(sizes[0], tokens.sizes.smallest)),
        smallest=tokens.sizes.smallest,
        layouts=deck.layouts,
        charts=ChartLook(colours=_different(list(_ACCENTS), deck.scheme.palette())),
        cards=CardLook(
            fill=chosen_looks.fill,
            outline="" if deck.scheme.slot(chosen_looks.fill) != deck.ground else chosen_looks.muted,
            edge=4 * PX,
            padding=18 * PX,
            title=TextLevel(text + 2, bold=True, line=1.0),
            text=TextLevel(text, line=1.0, before=3),
            gutter=22 * PX,
        ),
        tables=TableLook(
            table_style(deck),
            TextLevel(_clamped(sizes[0] * 0.7, 12.0, 15.0), line=1.0),
            inset_x=10 * PX,
            inset_y=6 * PX,
        ),
        callouts=looks(tokens),
        pptx_template=deck.template,
        docx_template=word,
        paper=paper,
        heading_scale=(1.0, 0.9, 0.8, 0.7, 0.6),
        transition=tokens.transition,
        labels=tokens.words,
    )


def _clamped(value: float, least: float, most: float) -> float:
    return round(max(least, min(most, value)) * 2) / 2


def _steps(size: float, smallest: float) -> Iterator[float]:
    """Factors that body text goes down by: templates often set 28 or 32 points, which long lists can't keep."""
    factor = 1.0
    while factor == 1.0 or size * factor >= smallest:
        yield round(factor, 2)
        factor -= 0.1 if factor > 0.75 else 0.05
        if factor < 0.3:
            return


def table_style(deck: AdoptedDeck) -> str:
    """GUID of the template's own default for tables; ours where it has none."""
    part = next((one for one in deck.package.parts.values() if one.content_type == _STYLES), None)
    said = parse(part.content).get("def", "") if part else ""
    return said or STYLE_ID


def _with_table_style(deck: AdoptedDeck) -> AdoptedDeck:
    """The deck with a part of table styles."""
    package = deck.package
    main = next(part for part in package.parts.values() if part.content_type.endswith("presentation.main+xml"))
    if package.related(main.name, "tableStyles") is not None:
        return deck
    looks = looks_of(deck)
    content = table_styles("Table", TableTokens())
    for usual, slot in (("tx2", looks.heading), ("accent6", looks.muted), ("bg2", looks.fill)):
        content = content.replace(f'val="{usual}"'.encode(), f'val="{slot}"'.encode())
    part = Part("/ppt/tableStyles.xml", _STYLES, content)
    link = Relationship("rIdTableStyles", f"{OFFICE}/tableStyles", part.name)
    package = with_parts(package, (part, replace(main, relationships=(*main.relationships, link))))
    return replace(deck, package=package, template=write_package(package))


def tokens_in(palette: Mapping[str, str], tokens: BrandTokens) -> BrandTokens:
    """Tokens in the colours of a theme, for white paper: what is too pale there is darkened."""
    dark_first = sorted((palette["tx1"], palette["bg1"]), key=lambda colour: -ratio(colour, "FFFFFF"))
    ink = dark_first[0] if ratio(dark_first[0], "FFFFFF") >= 7 else "1A1A1A"
    heads = (palette["tx2"], palette["bg2"], palette["accent1"], ink)
    dark = next((colour for colour in heads if ratio(colour, "FFFFFF") >= 6), ink)
    light = (palette["bg2"], palette["tx2"])
    mist = next((colour for colour in light if ratio(ink, colour) >= 11), mixed(palette["accent1"], 0.09))
    quiet = mixed(ink, 0.68)
    accents = [*(darkened(palette[slot], (mist, "FFFFFF")) for slot in _ACCENTS[:5]), darkened(quiet, (mist, "FFFFFF"))]
    made = Palette.model_validate({"ink": ink, "ground": "FFFFFF", "strong": dark, "panel": mist, "accents": accents})
    return tokens.model_copy(update={"palette": made})


def darkened(colour: str, grounds: tuple[str, ...]) -> str:
    """The colour, darkened until text in it can be read on every ground."""
    channels = list(bytes.fromhex(colour))
    for _ in range(40):
        said = "".join(f"{round(channel):02X}" for channel in channels)
        if readable(said, grounds):
            return said
        channels = [channel * 0.94 for channel in channels]  # type: ignore[misc]
    return "333333"
