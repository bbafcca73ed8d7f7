"""brand.yaml: the tokens that a look is made of.  Everything has a default, so a small file makes a brand."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from deckbuild.spec.authored import Authored, entries
from deckbuild.spec.scalars import FilePath, Flag, Id, Line, Number, Text, found, refusal


def _colour(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"#?[0-9a-fA-F]{6}", value):
        return value.removeprefix("#").upper()
    raise refusal("S103", f"expected a colour, found {found(value)}", "write six hexadecimal digits, such as `1467b3`")


Colour = Annotated[
    str, BeforeValidator(_colour), WithJsonSchema({"type": ["string", "number"], "pattern": "^#?[0-9a-fA-F]{6}$"})
]


def _script(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[A-Z][a-z]{3}", value):
        return value
    raise refusal(
        "S103", f"expected a script, found {found(value)}", "write its four letters, such as `Arab` or `Jpan`"
    )


Script = Annotated[str, BeforeValidator(_script), WithJsonSchema({"type": "string", "pattern": "^[A-Z][a-z]{3}$"})]
"""A script by its code (ISO 15924), as themes name it."""


class Palette(Authored):
    """The colours of the theme.  Text stands in ink, dark and accents on white and mist, white stands on dark."""

    ink: Annotated[Colour, Field(description="Running text.")] = "14263B"
    white: Annotated[Colour, Field(description="Ground of slides.")] = "FFFFFF"
    dark: Annotated[Colour, Field(description="Headings, table headers, dark slides.")] = "0E3A66"
    mist: Annotated[Colour, Field(description="Ground of cards and boxes.")] = "EEF4FA"
    accents: Annotated[
        tuple[Colour, Colour, Colour, Colour, Colour, Colour],
        Field(description="Six accents; the first leads, the last is the quiet one for captions and footers."),
    ] = ("1467B3", "0B7A75", "9A4A06", "6D3A91", "B3261E", "52637A")


class Fonts(Authored):
    """Families: looked for in the pack's folder `fonts`, among those that come with deckbuild, on the machine."""

    heading: Annotated[Line, Field(description="Family of headings.")] = "Open Sans"
    body: Annotated[Line, Field(description="Family of running text.")] = "Open Sans"
    mono: Annotated[Line, Field(description="Family of code.")] = "Courier New"
    east_asian: Annotated[Line | None, Field(description="Face for Chinese, Japanese and Korean.")] = None
    complex_script: Annotated[Line | None, Field(description="Face for Arabic, Hebrew, Thai and the like.")] = None
    scripts: Annotated[
        dict[Script, Line], BeforeValidator(entries), Field(description="Faces by script, such as `Arab: Amiri`.")
    ] = {}  # noqa: RUF012
    installed: Annotated[
        tuple[Line, ...],
        Field(description="Families that every machine has which builds the lessons; they are not reported then."),
    ] = ()


class Sizes(Authored):
    """The type scale of slides, in points."""

    title: Annotated[Number, Field(description="Heading of a slide.")] = 30
    body: Annotated[Number, Field(description="First level of lists.")] = 20
    second: Annotated[Number, Field(description="Second level.")] = 16.5
    third: Annotated[Number, Field(description="Third level.")] = 14
    card_title: Annotated[Number, Field(description="Title of a card.")] = 18
    card: Annotated[Number, Field(description="Text of a card.")] = 15
    table: Annotated[Number, Field(description="Text of a table.")] = 15
    question: Annotated[Number, Field(description="A question put to the group.")] = 33
    footer: Annotated[Number, Field(description="Footer and slide number.")] = 10.5
    smallest: Annotated[Number, Field(description="Below this, text is too small to be read from the back.")] = 12


class CalloutTokens(Authored):
    """How a kind of cue looks in documents."""

    look: Annotated[Literal["box", "run-in"], Field(description="A tinted box, or a label beside the text.")]
    colour: Annotated[
        Literal["dark", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"],
        Field(description="Colour of label and edge."),
    ] = "accent1"
    icon: Annotated[Line, Field(description="A sign before the label; must be in the body face.")] = ""


class BrandTokens(Authored):
    """A look: colours, faces, sizes, logo, words of its own."""

    brand: Annotated[Id, Field(description="Its name; the name of its folder.")]
    title: Annotated[Text, Field(description="Name for people.")] = "Brand"
    template: Annotated[
        FilePath | None,
        Field(description="A .potx or .pptx: slides look as it says, and colours, fonts and sizes are its own."),
    ] = None
    document: Annotated[FilePath | None, Field(description="A .dotx or .docx: documents are made on it.")] = None
    layouts: Annotated[
        dict[str, Line],
        BeforeValidator(entries),
        Field(description="Which layout of the template serves what, such as `section: Trennfolie`."),
    ] = {}  # noqa: RUF012
    palette: Annotated[Palette, Field(description="Colours.")] = Palette()
    fonts: Annotated[Fonts, Field(description="Families.")] = Fonts()
    sizes: Annotated[Sizes, Field(description="Sizes of type on slides.")] = Sizes()
    scale: Annotated[
        tuple[Number, ...], Field(description="Factors that body text goes down by when it is long, largest first.")
    ] = (1.0, 0.9, 0.8, 0.7)
    fit: Annotated[
        Literal["shrink", "continue", "error"],
        Field(
            description="What to do with more text than a slide has room for: smaller type, then further slides "
            "(shrink); further slides at once (continue); smaller type, then a message (error)."
        ),
    ] = "shrink"
    logo: Annotated[FilePath | None, Field(description="An SVG, shown on title and closing slides.")] = None
    transition: Annotated[
        Literal["none", "fade", "push"], Field(description="How one slide gives way to the next.")
    ] = "none"
    zebra: Annotated[Flag, Field(description="Whether every other row of a table is tinted.")] = False
    callouts: Annotated[
        dict[str, CalloutTokens], BeforeValidator(entries), Field(description="Looks of cues, by kind.")
    ] = {}  # noqa: RUF012
    labels: Annotated[
        dict[str, Line], BeforeValidator(entries), Field(description="Labels worded in the brand's own way.")
    ] = {}  # noqa: RUF012
