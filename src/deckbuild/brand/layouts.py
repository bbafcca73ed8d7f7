"""The layouts of a brand made from tokens: one declaration for the XML and for `Brand.layouts`.

Everything stands on the lines of the grid (grid.py); purposes keep their index in all layouts, so that a slide keeps
its text when somebody changes its layout in PowerPoint.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from deckbuild.brand.grid import POINT, Grid
from deckbuild.brand.grounds import Ground, ground
from deckbuild.brand.plans import Holder, Plan
from deckbuild.brand.styles import Style, Styles
from deckbuild.brand.tokens import BrandTokens


@dataclass(frozen=True)
class _Planning:
    """What all plans are made from."""

    tokens: BrandTokens
    look: Styles
    grid: Grid

    @property
    def title(self) -> Holder:
        """The title where most layouts have it; it stands on its rule where the brand draws one."""
        anchor = "b" if self.tokens.backgrounds.title_rule else "ctr"
        return Holder("title", "title", 0, "Title", self.grid.title, (), "prompt_title", anchor)

    @property
    def body(self) -> Holder:
        """All of the body, set as the master says."""
        return Holder("body", "body", 1, "Body", self.grid.body, (), "prompt_text")

    def captioned(self, purpose: str, kind: str, index: int, name: str, prompt: str) -> tuple[Holder, Holder]:
        """A large thing and the line below it."""
        grid = self.grid
        style = (Style(self.tokens.sizes.subtitle - 4),)
        large = Holder(purpose, kind, index, name, (grid.left, grid.top, grid.wide, grid.tall - 44), style, prompt)
        box = (grid.left, grid.bottom - 32, grid.wide, 32)
        small = (Style(self.tokens.sizes.caption, "accent6"),)
        return large, Holder("caption", "body", 17, "Caption", box, small, "prompt_caption", "b")


def plans(tokens: BrandTokens, look: Styles, grid: Grid) -> tuple[Plan, ...]:
    """All layouts, in the order in which PowerPoint lists them."""
    make = _Planning(tokens, look, grid)
    return (
        _title(make), _section(make), *_texts(make), *(_columns(count, make) for count in (2, 3, 4)),
        Plan("Cards", "cards", "titleOnly", (make.title,)), *_things(make), _quotation(make), _question(make),
        _activity(make), *_lists(make), _statement(make), _closing(make),
        Plan("Blank", "blank", "blank", (), footer=False, content=(0, 0, grid.width, grid.height)),
    )  # fmt: skip


def _eyebrow(make: _Planning, y: int, width: int, colour: str, prompt: str, *, larger: int = 0) -> Holder:
    style = Style(make.tokens.sizes.eyebrow + larger, colour, bold=True)
    return Holder(
        "eyebrow", "body", 13, "Eyebrow", (make.grid.left, y, width, _line(style.size)), (style,), prompt, "ctr"
    )


def _line(size: float) -> int:
    """Units that one line of text takes in the tallest of common faces."""
    return max(32, ceil(size * POINT * 1.45))


def _pill(make: _Planning, y: int, colour: str) -> Holder:
    style = Style(make.tokens.sizes.eyebrow - 1, colour, bold=True, align="ctr")
    box = (make.grid.right - 136, y, 136, _line(style.size))
    return Holder("meta", "body", 14, "Minutes", box, (style,), "prompt_minutes", "ctr", pill=True)


def _opening(make: _Planning, on: Ground, width: int, *, subtitle: tuple[str, int, int]) -> tuple[Holder, ...]:
    """Eyebrow, title, subtitle and the line at the foot, as title and closing slides have them."""
    grid, sizes = make.grid, make.tokens.sizes
    kind, index, tall = subtitle
    down = grid.down
    title = replace(make.look.title, size=sizes.lesson, colour=on.title)
    titles = "ctrTitle" if kind == "subTitle" else "title"
    foot = grid.height - 108
    return (
        replace(_eyebrow(make, down(84), min(700, width), on.quiet, "prompt_lesson", larger=2), anchor="t"),
        Holder("title", titles, 0, "Title", (grid.left, down(134), width, down(226)), (title,), "prompt_title", "b"),
        Holder("subtitle", kind, index, "Subtitle", (grid.left, down(376), width, down(tall)),
               (Style(sizes.subtitle, on.quiet),), "prompt_subtitle"),
        Holder("meta", "body", 14, "Edition", (grid.left, foot, width, _line(sizes.eyebrow)), (Style(sizes.eyebrow, on.quiet),),
               "prompt_edition", "b"),
    )  # fmt: skip


def _title(make: _Planning) -> Plan:
    on = ground(make.tokens.backgrounds.title, make.tokens.palette)
    width = make.grid.panel - make.grid.left - 48
    if make.tokens.backgrounds.decoration in ("frame", "block", "none") and not on.picture:
        width = make.grid.wide - 112
    holders = _opening(make, on, width, subtitle=("subTitle", 1, 90))
    return Plan("Title", "title", "title", holders, on, "title", footer=False)


def _section(make: _Planning) -> Plan:
    on, grid, sizes = ground(make.tokens.backgrounds.section, make.tokens.palette), make.grid, make.tokens.sizes
    down, left = grid.down, grid.left + 216
    width = (grid.panel if on.picture else grid.right - 64) - left
    number = Style(96, on.number, bold=make.tokens.fonts.heading_bold, line=0.8, heading=True)
    title = replace(make.look.title, size=sizes.section, colour=on.title)
    holders = (
        Holder("number", "body", 15, "Number", (grid.left, down(130), 200, down(220)), (number,), "=1", "b"),
        Holder("title", "title", 0, "Title", (left, down(130), width, down(220)), (title,), "prompt_section", "b"),
        Holder("meta", "body", 14, "Minutes and slides", (left, down(372), width, 40),
               (Style(18, on.quiet),), "prompt_section_meta"),
    )  # fmt: skip
    return Plan("Section", "section", "secHead", holders, on, "section")


def _texts(make: _Planning) -> tuple[Plan, ...]:
    plain = (replace(make.look.body[0], before=make.tokens.spacing.paragraph + 2), *make.look.body[1:])
    text = replace(make.body, name="Text", styles=plain, prompt="prompt_paragraphs")
    return (
        Plan("Title and content", "content", "obj", (make.title, make.body)),
        Plan("Text", "text", "tx", (make.title, text)),
    )


def _columns(count: int, make: _Planning) -> Plan:
    """Two to four columns, each with a title above it."""
    grid = make.grid
    gutter = round(grid.columns * {2: 1.0, 3: 0.714, 4: 0.571}[count])
    holders = [make.title]
    levels = make.look.columns(count)
    below = grid.top + 60
    for number, (x, width) in enumerate(grid.split(count, gutter), 1):
        head = (Style(levels[0].size * 0.9, f"accent{number}", bold=True, heading=True),)
        holders += [
            Holder(f"column-title-{number}", "body", 30 + number, f"Column title {number}", (x, grid.top, width, 44), head,
                   "prompt_column_title", "b"),
            Holder(f"column-{number}", "obj", 20 + number, f"Column {number}", (x, below, width, grid.bottom - below),
                   levels, "prompt_column"),
        ]  # fmt: skip
    names = {2: "Two columns", 3: "Three columns", 4: "Four columns"}
    return Plan(names[count], f"columns-{count}", None, tuple(holders))


def _things(make: _Planning) -> tuple[Plan, ...]:
    """Tables, charts, pictures, media, figures and code."""
    sizes = make.tokens.sizes
    table, said = make.captioned("table", "tbl", 19, "Table", "prompt_table")
    table = replace(table, styles=(Style(sizes.table),))
    code, below = make.captioned("body", "body", 1, "Code", "prompt_code")
    typed = Style(sizes.code, line=1.1, mono=make.tokens.fonts.mono)
    code = replace(code, styles=(typed,), fill="bg2", inset=16)
    chart = make.captioned("chart", "chart", 20, "Chart", "prompt_chart")
    picture = make.captioned("picture", "pic", 16, "Picture", "prompt_picture")
    media = make.captioned("media", "media", 16, "Film or sound", "prompt_media")
    return (
        Plan("Table", "table", "tbl", (make.title, table, said)),
        Plan("Chart", "chart", "chart", (make.title, *chart)),
        Plan("Picture", "picture", "picTx", (make.title, *picture)),
        _full_picture(make),
        Plan("Media", "media", None, (make.title, *media)),
        Plan("Figure", "figure", "titleOnly", (make.title,)),
        Plan("Code", "code", None, (make.title, code, below)),
    )


def _full_picture(make: _Planning) -> Plan:
    """A picture over the whole slide; compose sees to it that title and caption can be read on it."""
    grid, sizes = make.grid, make.tokens.sizes
    light = "tx1" if make.tokens.palette.dark else "bg1"
    title = replace(make.look.title, colour=light)
    holders = (
        Holder("picture", "pic", 16, "Picture", (0, 0, grid.width, grid.height), (Style(16, light),), "prompt_picture"),
        Holder("title", "title", 0, "Title", (grid.left, grid.height - 204, grid.wide, 116), (title,), "prompt_title", "b"),
        Holder("caption", "body", 17, "Caption", (grid.left, grid.height - 84, grid.wide, 30),
               (Style(sizes.caption + 2, light),), "prompt_caption", "ctr"),
    )  # fmt: skip
    dark = Ground("bg1" if make.tokens.palette.dark else "tx2", "", "", light, light, light)
    return Plan("Full picture", "picture-full", None, holders, dark, content=(0, 0, grid.width, grid.height))


def _quotation(make: _Planning) -> Plan:
    grid, sizes, down = make.grid, make.tokens.sizes, make.grid.down
    left, width = grid.left + 88, grid.wide - 176
    said = Style(sizes.quote, "tx2", line=1.05, before=12)
    holders = (
        make.title,
        Holder("body", "body", 1, "Quotation", (left, grid.top + 18, width, down(330)), (said,), "prompt_quotation"),
        Holder("source", "body", 18, "Source", (left, grid.top + 18 + down(330) + 20, width, 64),
               (Style(16, "accent6"),), "prompt_source"),
    )  # fmt: skip
    return Plan("Quotation", "quote", None, holders, decoration="quote")


def _question(make: _Planning) -> Plan:
    grid, down = make.grid, make.grid.down
    asked = replace(make.look.title, size=make.tokens.sizes.question, line=0.95)
    holders = (
        _eyebrow(make, 52, grid.wide - 292, "accent2", "prompt_question"),
        Holder("title", "title", 0, "Question", (grid.left, 108, grid.wide - 96, down(200)), (asked,), "prompt_question"),
        _pill(make, 52, "accent2"),
    )  # fmt: skip
    top = 132 + down(200)
    content = (grid.left, top, grid.wide, grid.bottom - 12 - top)
    return Plan("Question", "question", None, holders, edge="accent2", content=content)


def _activity(make: _Planning) -> Plan:
    grid = make.grid
    body = (grid.left, 176, grid.wide, grid.bottom - 176)
    holders = (
        _eyebrow(make, 36, grid.wide - 292, "accent4", "prompt_activity"),
        Holder("title", "title", 0, "Title", (grid.left, 76, grid.wide - 96, 84), (), "prompt_title"),
        _pill(make, 36, "accent4"),
        Holder("body", "body", 1, "Instructions", body, make.look.numbered, "prompt_instructions"),
    )
    return Plan("Activity", "activity", None, holders, edge="accent4", content=body)


def _lists(make: _Planning) -> tuple[Plan, ...]:
    """Agenda, outcomes, key messages, references: lists in their own ways."""
    grid, numbered = make.grid, make.look.numbered
    lead = Style(make.tokens.sizes.subtitle - 2, "accent6")
    small = tuple(replace(s, size=size, before=7) for s, size in zip(make.look.body, (15.0, 14.0, 13.0), strict=True))
    below = grid.top + max(36, _line(lead.size)) + 12

    def listed(name: str, prompt: str, styles: tuple[Style, ...]) -> Holder:
        return replace(make.body, name=name, styles=styles, prompt=prompt)

    outcomes = (
        make.title,
        Holder(
            "lead",
            "body",
            13,
            "Lead",
            (grid.left, grid.top, grid.wide, max(36, _line(lead.size))),
            (lead,),
            "prompt_lead",
        ),
        replace(
            listed("Outcomes", "prompt_outcomes", numbered), box=(grid.left, below, grid.wide, grid.bottom - below)
        ),
    )
    return (
        Plan("Agenda", "agenda", None, (make.title, listed("Agenda", "prompt_sections", numbered))),
        Plan("Learning outcomes", "outcomes", None, outcomes),
        Plan("Key messages", "key-messages", None, (make.title, listed("Key messages", "prompt_messages", numbered))),
        Plan("References", "references", None, (make.title, listed("References", "prompt_references", small))),
    )


def _statement(make: _Planning) -> Plan:
    grid, sizes, down = make.grid, make.tokens.sizes, make.grid.down
    title = replace(make.look.title, size=sizes.statement)
    width = grid.wide - 112
    holders = (
        Holder("title", "title", 0, "Title", (grid.left, down(170), width, down(200)), (title,), "prompt_statement", "b"),
        Holder("subtitle", "body", 13, "Subtitle", (grid.left, down(388), width, down(140)),
               (Style(sizes.subtitle, "accent6"),), "prompt_explanation"),
    )  # fmt: skip
    return Plan("Statement", "statement", None, holders)


def _closing(make: _Planning) -> Plan:
    on = ground(make.tokens.backgrounds.title, make.tokens.palette)
    holders = _opening(make, on, make.grid.wide - 112, subtitle=("body", 16, 140))
    return Plan("Closing", "closing", None, holders, on, "closing", footer=False)
