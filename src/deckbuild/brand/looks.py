"""Tokens of how things look: spacing, logo, backgrounds, cards, tables, charts, callouts, footer, formats."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from deckbuild.brand.colours import Accent, ColourName
from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.scalars import FilePath, Flag, Line, Number, found, place_of, refusal


class Spacing(Authored):
    """The grid of slides, in points (72 an inch); a slide is 540 points high (16:10: 600)."""

    margin: Annotated[Number, Field(description="Left and right of everything.")] = 48
    top: Annotated[Number, Field(description="Above the title.")] = 21
    title: Annotated[Number, Field(description="Height kept for the title.")] = 73.5
    after_title: Annotated[Number, Field(description="Between title and body.")] = 4.5
    bottom: Annotated[Number, Field(description="Below the body, with the footer in it.")] = 51
    gutter: Annotated[Number, Field(description="Between cards.")] = 18
    columns: Annotated[Number, Field(description="Between two columns; three and four stand closer.")] = 42
    paragraph: Annotated[Number, Field(description="Above a paragraph or an item of the first level.")] = 10
    line: Annotated[Number, Field(description="Line spacing of body text; 1 is the face's own.")] = 1


def _logo(value: Any) -> Any:
    return {PLACE: place_of(value, "light"), "light": value} if isinstance(value, str) else value


class Logo(Authored):
    """A picture for each kind of ground: SVG (a PNG is made of it for programs that can't show it) or PNG."""

    light: Annotated[FilePath, Field(description="For light grounds, and for documents.")]
    dark: Annotated[FilePath | None, Field(description="For dark grounds; the other one serves without.")] = None
    height: Annotated[Number, Field(description="On title and closing slides, points.")] = 60
    on_slides: Annotated[Flag, Field(description="Small in the footer of every slide too.")] = False


LogoToken = Annotated[Logo | None, BeforeValidator(_logo)]


def _background(value: Any) -> Any:
    return {PLACE: place_of(value, "colour"), "colour": value} if isinstance(value, str) else value


class Background(Authored):
    """What a slide stands on.  Its text takes the colours that can be read there."""

    colour: Annotated[ColourName, Field(description="Colour.")] = "ground"
    to: Annotated[ColourName | None, Field(description="A second colour, towards the lower right.")] = None
    picture: Annotated[
        FilePath | None,
        Field(description="PNG or JPEG in the pack: beside the text of title and section slides, behind content."),
    ] = None


BackgroundToken = Annotated[Background, BeforeValidator(_background)]


class Backgrounds(Authored):
    """Grounds of slides, and what decorates title and closing."""

    title: Annotated[BackgroundToken, Field(description="Title and closing slides.")] = Background(colour="strong")
    section: Annotated[BackgroundToken, Field(description="Slides that open a section.")] = Background(colour="strong")
    content: Annotated[BackgroundToken, Field(description="All others.")] = Background()
    decoration: Annotated[
        Literal["rings", "bars", "frame", "block", "none"], Field(description="Drawn on the title slide.")
    ] = "rings"
    edge: Annotated[
        Literal["left", "top", "bottom", "none"], Field(description="Side of the thin bar of colour on every slide.")
    ] = "left"
    edge_size: Annotated[Number, Field(description="Its thickness, points.")] = 7.5
    title_rule: Annotated[ColourName | None, Field(description="A hairline under the title, in that colour.")] = None


class CardTokens(Authored):
    """Cards on slides."""

    fill: Annotated[ColourName | Literal["none"], Field(description="Ground.")] = "panel"
    edge: Annotated[Literal["left", "top", "none"], Field(description="Side of the bar in the card's accent.")] = "left"
    edge_size: Annotated[Number, Field(description="Thickness of that bar, points.")] = 3
    outline: Annotated[ColourName | None, Field(description="Colour of a thin line around.")] = None
    padding: Annotated[Number, Field(description="Between edge and text, points.")] = 15


class TableTokens(Authored):
    """Tables on slides."""

    header: Annotated[Literal["filled", "ruled"], Field(description="A filled header, or a bold one over a rule.")] = (
        "filled"
    )
    colour: Annotated[ColourName, Field(description="Colour of the header's fill or rule.")] = "strong"
    banded: Annotated[Flag, Field(description="Every other row on the panel's colour.")] = False


class ChartTokens(Authored):
    """Charts, on slides and in documents."""

    colours: Annotated[tuple[Accent, ...], Field(description="Of the series, or of the slices of a pie, in order.")] = (
        "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    )  # fmt: skip
    patterns: Annotated[Flag, Field(description="Patterns and dashes too, to tell apart in black and white.")] = False


class CalloutTokens(Authored):
    """How a kind of cue looks in documents."""

    look: Annotated[Literal["box", "run-in"], Field(description="A tinted box, or a label beside the text.")]
    colour: Annotated[Accent | Literal["strong"], Field(description="Colour of label and edge.")] = "accent1"
    icon: Annotated[Line, Field(description="A sign before the label; must be in the body face.")] = ""


FIELDS = ("edition", "lesson", "title")
"""What a footer's text can say of the lesson."""


def _footer_text(value: Any) -> Any:
    for name in re.findall(r"\{([^{}]*)\}", value) if isinstance(value, str) else ():
        if name not in FIELDS:
            hint = f"choose among {', '.join(f'`{{{field}}}`' for field in FIELDS)}"
            raise refusal("S103", f"a footer can't hold {found('{' + name + '}')}", hint)
    return value


Foot = Literal["text", "date", "number", "none"]


class FooterTokens(Authored):
    """What stands at the foot of slides: each of text, date and number in one place at most."""

    left: Annotated[Foot, Field(description="Left.")] = "text"
    centre: Annotated[Foot, Field(description="In the middle.")] = "none"
    right: Annotated[Foot, Field(description="Right.")] = "number"
    text: Annotated[
        Line,
        BeforeValidator(_footer_text),
        Field(description="The text; `{edition}`, `{lesson}` and `{title}` stand for the lesson's own."),
    ] = "{edition}"


def _region(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[A-Z]{2}", value):
        return value
    raise refusal("S103", f"expected a country, found {found(value)}", "write its two letters, such as `CH`")


Region = Annotated[str, BeforeValidator(_region), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})]
"""A country by its code (ISO 3166)."""


class Formats(Authored):
    """How dates and numbers are written, in the lesson's language."""

    date: Annotated[
        Line, Field(description="`short`, `medium`, `long`, `full`, or a pattern such as `d MMMM y` (CLDR).")
    ] = "long"
    region: Annotated[
        Region | None,
        Field(description="Country whose separators and dates are used where a lesson's language names none: `CH`."),
    ] = None
