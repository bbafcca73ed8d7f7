"""brand.yaml: the tokens that a look is made of.  Everything has a default, so a small file makes a brand."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from deckbuild.brand.colours import Colour, luminance
from deckbuild.brand.looks import (
    Backgrounds,
    CalloutTokens,
    CardTokens,
    ChartTokens,
    FooterTokens,
    Formats,
    LogoToken,
    Spacing,
    TableTokens,
)
from deckbuild.spec.authored import Authored, entries
from deckbuild.spec.scalars import FilePath, Flag, Id, Language, Line, Number, Text, found, refusal


def _script(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[A-Z][a-z]{3}", value):
        return value
    raise refusal(
        "S103", f"expected a script, found {found(value)}", "write its four letters, such as `Arab` or `Jpan`"
    )


Script = Annotated[str, BeforeValidator(_script), WithJsonSchema({"type": "string", "pattern": "^[A-Z][a-z]{3}$"})]
"""A script by its code (ISO 15924), as themes name it."""


def _six(value: Any) -> Any:
    if isinstance(value, (list, tuple)) and len(value) != 6:
        raise refusal("S103", f"expected six colours, found {len(value)}", "write a list of six")
    return value


class Palette(Authored):
    """The colours of the theme.  Text stands in ink, strong and accents on ground and panel, ground on strong."""

    ink: Annotated[Colour, Field(description="Running text.")] = "14263B"
    ground: Annotated[Colour, Field(description="Ground of slides: white, or nearly black in a dark look.")] = "FFFFFF"
    strong: Annotated[Colour, Field(description="Headings, headers of tables, ground of title slides.")] = "0E3A66"
    panel: Annotated[Colour, Field(description="Ground of cards and boxes, a little off the ground.")] = "EEF4FA"
    accents: Annotated[
        tuple[Colour, Colour, Colour, Colour, Colour, Colour],
        BeforeValidator(_six),
        Field(description="Six accents; the first leads, the last is the quiet one for captions and footers."),
    ] = ("1467B3", "0B7A75", "9A4A06", "6D3A91", "B3261E", "52637A")

    @property
    def dark(self) -> bool:
        """Whether it is a dark look: light text on a dark ground."""
        return luminance(self.ground) < luminance(self.ink)


class Fonts(Authored):
    """Families: looked for in the pack's folder `fonts`, among those that come with deckbuild, on the machine."""

    heading: Annotated[Line, Field(description="Family of headings.")] = "Open Sans"
    body: Annotated[Line, Field(description="Family of running text.")] = "Open Sans"
    mono: Annotated[Line, Field(description="Family of code.")] = "Courier New"
    heading_bold: Annotated[Flag, Field(description="Headings are bold.")] = True
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
    chart: Annotated[Number, Field(description="Text of a chart.")] = 15
    code: Annotated[Number, Field(description="Code.")] = 15
    caption: Annotated[Number, Field(description="Captions.")] = 12
    eyebrow: Annotated[Number, Field(description="The line above a title.")] = 14
    question: Annotated[Number, Field(description="A question put to the group.")] = 33
    quote: Annotated[Number, Field(description="A quotation.")] = 28
    statement: Annotated[Number, Field(description="Title of a statement.")] = 40
    lesson: Annotated[Number, Field(description="Title of the lesson, on title and closing slides.")] = 40
    section: Annotated[Number, Field(description="Title of a section.")] = 36
    subtitle: Annotated[Number, Field(description="Below titles of title and statement slides.")] = 20
    footer: Annotated[Number, Field(description="Footer and slide number.")] = 10.5
    smallest: Annotated[Number, Field(description="Below this, text is too small to be read from the back.")] = 12
    document: Annotated[Number, Field(description="Running text of documents; their headings follow it.")] = 10.5


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
    language: Annotated[Language, Field(description="Of the prompts in the template's placeholders.")] = "en"
    page: Annotated[
        Literal["16:9", "16:10", "4:3", "A4", "Letter"], Field(description="Shape of slides; A4 and Letter lie across.")
    ] = "16:9"
    palette: Annotated[Palette, Field(description="Colours.")] = Palette()
    print_palette: Annotated[
        Palette | None, Field(description="Colours of documents; a dark look gets light ones by itself.")
    ] = None
    fonts: Annotated[Fonts, Field(description="Families.")] = Fonts()
    embed_fonts: Annotated[
        Literal["used", "all", "none"],
        Field(description="Fonts put into the files: the characters used, whole families for editing, or none."),
    ] = "used"
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
    spacing: Annotated[Spacing, Field(description="The grid.")] = Spacing()
    logo: Annotated[LogoToken, Field(description="Files in the pack, or the name of one for all grounds.")] = None
    backgrounds: Annotated[Backgrounds, Field(description="What slides stand on.")] = Backgrounds()
    bullets: Annotated[
        tuple[Line, Line, Line], Field(description="Signs of the three levels of lists; Arial must have them.")
    ] = ("■", "–", "•")
    cards: Annotated[CardTokens, Field(description="Cards.")] = CardTokens()
    tables: Annotated[TableTokens, Field(description="Tables.")] = TableTokens()
    charts: Annotated[ChartTokens, Field(description="Charts.")] = ChartTokens()
    icons: Annotated[
        dict[str, FilePath],
        BeforeValidator(entries),
        Field(description="SVGs in the pack by the name of the icon; the others come from Lucide."),
    ] = {}  # noqa: RUF012
    footer: Annotated[FooterTokens, Field(description="The foot of slides.")] = FooterTokens()
    formats: Annotated[Formats, Field(description="Dates and numbers.")] = Formats()
    transition: Annotated[
        Literal["none", "fade", "push"], Field(description="How one slide gives way to the next.")
    ] = "none"
    callouts: Annotated[
        dict[str, CalloutTokens], BeforeValidator(entries), Field(description="Looks of cues, by kind.")
    ] = {}  # noqa: RUF012
    citations: Annotated[
        Literal["symbol-first", "author-title", "numbered"],
        Field(description="How references are listed; `numbered` ones stand in texts as `[3]`, too."),
    ] = "symbol-first"
    labels: Annotated[
        dict[str, Line], BeforeValidator(entries), Field(description="Labels worded in the brand's own way.")
    ] = {}  # noqa: RUF012

    @property
    def words(self) -> dict[str, str]:
        """Labels that the brand words in its own way, the style of its references among them."""
        return {"citations": self.citations, **self.labels}
