"""A brand as typed data: what compose needs to choose and fit, and the templates that renderers fill.

Lengths are EMU (914,400 an inch), sizes of type are points, colours are names of the theme's slots.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

EMU_PER_POINT = 12700

ROLES = (
    "title", "section", "content", "text", "columns-2", "columns-3", "columns-4", "cards", "table", "chart", "picture",
    "picture-full", "media", "figure", "code", "quote", "question", "activity", "agenda", "outcomes", "key-messages",
    "references", "statement", "closing", "blank",
)  # fmt: skip
"""What a layout is for.  A brand has one layout for each role; one layout may serve several."""

NEAREST: Mapping[str, tuple[str, ...]] = {
    "text": ("content",), "columns-3": ("columns-2",), "columns-4": ("columns-3",), "cards": ("table", "content"),
    "table": ("cards", "content"), "chart": ("content", "columns-2"), "picture": ("cards", "content"), "quote": ("content",), "question": ("content",),
    "figure": ("cards", "content"), "code": ("text", "content"), "activity": ("content",),
    "agenda": ("content",), "outcomes": ("content",), "key-messages": ("content",), "references": ("content",),
    "section": ("title", "statement"), "picture-full": ("picture",), "media": ("picture",), "statement": ("section",), "closing": ("title", "section"), "blank": ("cards",),
}  # fmt: skip
"""Role -> the roles whose layout serves it where a brand has none of its own, nearest first; `content` is the last."""


@dataclass(frozen=True)
class Box:
    """A rectangle in EMU from the slide's upper left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Lower edge."""
        return self.y + self.height

    @property
    def right(self) -> int:
        """Right edge."""
        return self.x + self.width


@dataclass(frozen=True)
class TextLevel:
    """How text of one list level is set.  Inherited by slides from layout and master, known here for fit."""

    size: float
    bold: bool = False
    line: float = 1.2
    """Line spacing as a multiple of the face's own pitch (`a:spcPct`)."""
    before: float = 0.0
    """Space above a paragraph, points."""
    indent: int = 0
    """EMU from the left inset to the text."""
    hanging: int = 0
    """EMU that the first line, with its bullet, begins before the text."""
    family: Literal["heading", "body", "mono"] = "body"
    bullet: float = 1.0
    """Size of the bullet as a share of the text's: a larger one makes its line taller."""
    colour: str = "tx1"
    """Theme slot of its colour, `accent1+60` for a lightened one: to tell whether it can be read on a picture."""


@dataclass(frozen=True)
class Slot:
    """A placeholder of a layout."""

    index: int
    """`idx` of the placeholder; 0 for a title."""
    kind: Literal[
        "title",
        "ctrTitle",
        "subTitle",
        "body",
        "obj",
        "pic",
        "tbl",
        "chart",
        "media",
        "dgm",
        "clipArt",
        "dt",
        "ftr",
        "sldNum",
    ]
    name: str
    box: Box
    levels: tuple[TextLevel, ...] = ()
    inset: Box = Box(0, 0, 0, 0)
    """Left (x), top (y), right (width), bottom (height) insets of the text, EMU."""
    anchor: Literal["t", "ctr", "b"] = "t"
    shape: str = ""
    """Preset geometry, where it is no rectangle: repeated on slides, as LibreOffice does not inherit it."""
    purpose: str = ""
    """What compose puts here: title, subtitle, body, eyebrow, meta, column-1 … column-title-1 …, picture, caption, source, number, footer, slide-number, date."""


@dataclass(frozen=True)
class Layout:
    """A layout of the template."""

    name: str
    role: str
    part: str
    """Part name in the template, such as `/ppt/slideLayouts/slideLayout3.xml`."""
    slots: tuple[Slot, ...]
    content: Box
    """Where free drawings (cards, tables) may stand."""
    dark: bool = False
    ground: str = ""
    """Theme slot of what text stands on; "" for tx2 on dark layouts and bg1 on others."""
    colour_map: tuple[tuple[str, str], ...] = ()
    """What its slides mean by tx1, bg1 …, where that is not what the master means (`a:overrideClrMapping`)."""

    def slot(self, purpose: str) -> Slot | None:
        """The placeholder with that purpose, or None."""
        return next((slot for slot in self.slots if slot.purpose == purpose), None)


@dataclass(frozen=True)
class Face:
    """One weight and slant of a family, as it is asked for in outputs; see fontfile.py for what is read of it."""

    family: str
    """The family that outputs name; the file may be another's that stands in for it."""
    bold: bool
    italic: bool
    path: Path
    index: int = 0
    """Its number in a collection of fonts."""
    axes: tuple[tuple[str, float], ...] = ()
    """Its place in a variable font, such as (("wght", 700.0),)."""
    content: bytes = field(default=b"", repr=False)
    """The file itself, where it was read from the pack."""
    everywhere: bool = True
    """Whether every machine that builds the lesson has it; else the build depends on this one."""
    genuine: bool = True
    """Whether it is a face of that family, and not one that stands in for it."""


@dataclass(frozen=True)
class CardLook:
    """How a card is drawn and set; its fill, edge and text are theme colours."""

    fill: str = "bg2"
    """Slot of the ground; "" for none."""
    edge: int = 38100
    """EMU, thickness of the bar in the card's accent; 0 for none."""
    side: Literal["left", "top"] = "left"
    """Where that bar stands."""
    outline: str = ""
    """Slot of a thin line around; "" for none."""
    padding: int = 228600
    title: TextLevel = TextLevel(18, bold=True)
    text: TextLevel = TextLevel(15, before=3.0)
    gutter: int = 228600


@dataclass(frozen=True)
class TableLook:
    """How tables on slides are set."""

    style_id: str
    """GUID of the table style in tableStyles.xml."""
    text: TextLevel = TextLevel(15)
    inset_x: int = 91440
    inset_y: int = 64008


@dataclass(frozen=True)
class ChartLook:
    """How charts are drawn, on slides and in documents."""

    colours: tuple[str, ...] = tuple(f"accent{number}" for number in range(1, 7))
    """Theme slots of the series, or of the slices of a pie, in order."""
    patterns: bool = False
    """Fills and dashes that stay apart in black and white."""
    size: float = 15
    """Points, on slides."""
    small: float = 9
    """Points, in documents."""


@dataclass(frozen=True)
class CalloutLook:
    """How a kind of callout is drawn in documents."""

    box: bool
    """A tinted box with an edge; else a run-in: label left, text beside it."""
    style: str
    """Id of the paragraph style for its text."""
    icon: str = ""
    """A character that stands for it in greyscale; must be in the brand's fonts."""


@dataclass(frozen=True)
class FooterLook:
    """What stands at the foot of slides."""

    text: str = "{edition}"
    """`{edition}`, `{lesson}` and `{title}` stand for the lesson's own."""
    shown: frozenset[str] = frozenset({"text", "number"})
    """Which of text, date and number."""


@dataclass(frozen=True)
class Brand:
    """Everything that decides how outputs look."""

    name: str
    title: str
    width: int
    height: int
    """Size of a slide, EMU."""
    palette: Mapping[str, str]
    """Theme slot (tx1, bg1, tx2, bg2, accent1 … accent6, hlink, folHlink) -> RRGGBB, on slides."""
    accents: tuple[str, ...]
    """Theme slots to tell groups apart, in order."""
    text_styles: Mapping[str, str]
    """Named text style -> theme slot, such as accent -> accent1."""
    heading_family: str
    body_family: str
    mono_family: str
    faces: tuple[Face, ...]
    scale: tuple[float, ...]
    """Factors that body sizes go down by, largest first, such as (1.0, 0.9, 0.8)."""
    smallest: float
    """Smallest size of body text on a slide, points."""
    layouts: tuple[Layout, ...]
    cards: CardLook
    tables: TableLook
    callouts: Mapping[str, CalloutLook]
    """By kind of callout; `default` serves the others."""
    pptx_template: bytes
    docx_template: bytes
    paper: Literal["A4", "Letter"] = "A4"
    heading_scale: tuple[float, ...] = (1.0,)
    """Factors that a title, or another single line, goes down by where its own size is too large for its place."""
    transition: Literal["none", "fade", "push"] = "none"
    """How one slide gives way to the next, where the slide does not say."""
    charts: ChartLook = ChartLook()
    fit: Literal["shrink", "continue", "error"] = "shrink"
    """What to do with more text than a slide has room for, where neither slide nor project says."""
    footer: FooterLook = FooterLook()
    date_format: str = "long"
    """`short`, `medium`, `long`, `full`, or a pattern of CLDR."""
    region: str = ""
    """Country whose separators and dates are used where a lesson's language names none."""
    icons: Mapping[str, bytes] = field(default_factory=dict)
    """SVGs of the brand's own, by the name of the icon."""
    script_families: tuple[str, ...] = ()
    """Families that the brand names for other scripts."""
    embed_fonts: Literal["used", "all", "none"] = "none"
    """Which fonts are put into the files."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Labels that the brand words in its own way."""

    @property
    def quiet(self) -> str:
        """Theme slot of what is said beside: labels of axes, notes, captions."""
        return self.text_styles.get("muted", "accent6")

    @property
    def strong(self) -> str:
        """Theme slot of headings within figures and cards."""
        return self.text_styles.get("heading", "tx2")

    def layout(self, role: str) -> Layout:
        """The layout that serves `role`, else its nearest (see NEAREST); `content` serves what no layout names."""
        by_role = {layout.role: layout for layout in self.layouts}
        asked = [role]
        for one in asked:
            if one in by_role:
                return by_role[one]
            asked += [nearer for nearer in NEAREST.get(one, ()) if nearer not in asked]
        return by_role["content"]

    def named(self, name: str) -> Layout | None:
        """The layout with that name in the template, or None."""
        return next((layout for layout in self.layouts if layout.name == name), None)
