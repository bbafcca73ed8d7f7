"""Contrast of the colours that text can meet, as WCAG 2.1 measures it (success criterion 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.brand.callouts import tokens_of
from deckbuild.brand.colours import luminance, mixed, ratio, slot
from deckbuild.brand.grounds import Ground, ground
from deckbuild.brand.theme import palette, printed
from deckbuild.brand.tokens import BrandTokens, Palette

AA = 4.5
"""Least ratio for text."""
LARGE = 3.0
"""Least ratio for large text: 18 points, or 14 bold."""

__all__ = ["AA", "LARGE", "failures", "luminance", "ratio"]


def failures(tokens: BrandTokens) -> Iterator[tuple[str, str, float]]:
    """Pairs of colours in which text can stand but is hard to read: text, ground, ratio."""
    yield from _on_content(tokens.palette, "")
    slots = palette(tokens.palette)
    if tokens.print_palette is not None:
        yield from _on_content(tokens.print_palette, " in documents")
    for name in ("title", "section"):
        yield from _on_ground(f"{name} slides", ground(getattr(tokens.backgrounds, name), tokens.palette), slots)
    yield from _in_tables(tokens, slots)
    yield from _in_callouts(tokens)


def _on_content(colours: Palette, where: str) -> Iterator[tuple[str, str, float]]:
    texts = [("ink", colours.ink), ("strong", colours.strong)]
    texts += [(f"accent {number}", colour) for number, colour in enumerate(colours.accents, 1)]
    for name, colour in texts:
        for ground_name, under in (("ground", colours.ground), ("panel", colours.panel)):
            if ratio(colour, under) < AA:
                yield name, ground_name + where, ratio(colour, under)
    for name, colour in (("ground", colours.ground), ("panel", colours.panel)):
        if ratio(colour, colours.strong) < AA:
            yield name, "strong" + where, ratio(colour, colours.strong)


def _on_ground(where: str, under: Ground, slots: dict[str, str]) -> Iterator[tuple[str, str, float]]:
    """Text on the ground of a kind of slides, at both ends where it runs from one colour to another."""
    for end in filter(None, (under.colour, under.to)):
        for text in dict.fromkeys((under.title, under.text, under.quiet)):
            if ratio(slots[text], slots[end]) < AA and (text, end) not in _CHECKED:
                yield f"text ({text})", f"{where} ({end})", ratio(slots[text], slots[end])


_CHECKED = {
    (text, under) for under in ("bg1", "bg2") for text in ("tx1", "tx2", *(f"accent{n}" for n in range(1, 7)))
} | {("bg1", "tx2"), ("bg2", "tx2")}  # fmt: skip
"""Pairs of text and ground, by slot, that are looked at as such."""


def _in_tables(tokens: BrandTokens, slots: dict[str, str]) -> Iterator[tuple[str, str, float]]:
    if tokens.tables.header == "filled" and tokens.tables.colour != "strong":
        under = slots[slot(tokens.tables.colour)]
        text = slots["tx2"] if tokens.tables.colour in ("ground", "panel") else slots["bg1"]
        if ratio(text, under) < AA:
            yield "text", f"headers of tables ({tokens.tables.colour})", ratio(text, under)


def _in_callouts(tokens: BrandTokens) -> Iterator[tuple[str, str, float]]:
    """Labels of boxes in documents, on the tint of their own colour."""
    slots = palette(printed(tokens))
    for kind, callout in tokens_of(tokens).items():
        colour = slots["tx2" if callout.colour == "strong" else callout.colour]
        tint = mixed(colour, 0.075, slots["bg1"])
        if callout.look == "box" and ratio(colour, tint) < AA <= ratio(colour, slots["bg1"]):
            yield f"the label of `{kind}`", "its box", ratio(colour, tint)
