"""The layouts of a brand made from tokens: one declaration for the XML and for `Brand.layouts`.

Everything stands on the grid of 1280 × 720 units: margins 64, body 132 to 652, footer line 674 to 696.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckbuild.brand.brand import Box, Layout, Slot
from deckbuild.brand.styles import PX, Style, Styles
from deckbuild.brand.tokens import BrandTokens

LEFT, RIGHT, TOP, BOTTOM = 64, 1216, 132, 652
WIDE = RIGHT - LEFT


@dataclass(frozen=True)
class Holder:
    """A placeholder of a layout, in grid units."""

    purpose: str
    kind: str
    index: int
    name: str
    box: tuple[int, int, int, int]
    styles: tuple[Style, ...]
    """() inherits from the master."""
    prompt: str
    anchor: str = "t"
    pill: bool = False
    """Drawn with a rounded outline of its own."""
    inset: int = 0
    """Grid units left and right."""


@dataclass(frozen=True)
class Plan:
    """A layout before it is written."""

    name: str
    role: str
    type: str | None
    holders: tuple[Holder, ...]
    dark: bool = False
    decoration: str = ""
    """title, quote, bar2 …: drawn by masters.py."""
    footer: bool = True
    content: tuple[int, int, int, int] = (LEFT, TOP, WIDE, BOTTOM - TOP)


def plans(tokens: BrandTokens, look: Styles) -> tuple[Plan, ...]:
    """All layouts, in the order in which PowerPoint lists them."""
    sizes = tokens.sizes
    white = replace(look.title, colour="bg1")
    title = Holder("title", "title", 0, "Title", (LEFT, 28, WIDE, 98), (), "Title", "ctr")
    body = Holder("body", "body", 1, "Body", (LEFT, TOP, WIDE, BOTTOM - TOP), (), "Text")
    plain = (replace(look.body[0], before=12), *look.body[1:])
    small = Style(12, "accent6")
    return (
        Plan(
            "Title", "title", "title",
            (
                Holder("eyebrow", "body", 13, "Eyebrow", (LEFT, 84, 700, 32), (Style(16, "bg1+100", bold=True),), "Lesson"),
                Holder("title", "ctrTitle", 0, "Title", (LEFT, 134, 736, 226), (replace(white, size=40),), "Title", "b"),
                Holder("subtitle", "subTitle", 1, "Subtitle", (LEFT, 376, 736, 90), (Style(20, "bg2"),), "Subtitle"),
                Holder("meta", "body", 14, "Edition", (LEFT, 612, 736, 32), (Style(14, "bg2"),), "Edition and duration", "b"),
            ),
            dark=True, decoration="title", footer=False,
        ),
        Plan(
            "Section", "section", "secHead",
            (
                Holder("number", "body", 15, "Number", (LEFT, 130, 200, 220),
                       (Style(96, "accent1+60", bold=True, line=0.8, heading=True),), "1", "b"),
                Holder("title", "title", 0, "Title", (280, 130, 872, 220), (replace(white, size=36),), "Section", "b"),
                Holder("meta", "body", 14, "Minutes and slides", (280, 372, 872, 40), (Style(18, "bg2"),), "Minutes and slides"),
            ),
            dark=True, decoration="plain",
        ),
        Plan("Title and content", "content", "obj", (title, body)),
        Plan("Text", "text", "tx", (title, replace(body, name="Text", styles=plain, prompt="Paragraphs"))),
        *(_columns(count, title, look) for count in (2, 3, 4)),
        Plan("Cards", "cards", "titleOnly", (title,)),
        Plan(
            "Table", "table", "tbl",
            (
                title,
                Holder("table", "tbl", 19, "Table", (LEFT, TOP, WIDE, 476), (Style(sizes.table),), "Table"),
                Holder("caption", "body", 17, "Caption", (LEFT, 620, WIDE, 32), (small,), "Caption", "b"),
            ),
        ),
        Plan(
            "Chart", "chart", "chart",
            (
                title,
                Holder("chart", "chart", 20, "Chart", (LEFT, TOP, WIDE, 476), (Style(16),), "Chart"),
                Holder("caption", "body", 17, "Caption", (LEFT, 620, WIDE, 32), (small,), "Caption", "b"),
            ),
        ),
        Plan(
            "Picture", "picture", "picTx",
            (
                title,
                Holder("picture", "pic", 16, "Picture", (LEFT, TOP, WIDE, 476), (Style(16),), "Picture"),
                Holder("caption", "body", 17, "Caption", (LEFT, 620, WIDE, 32), (small,), "Caption", "b"),
            ),
        ),
        Plan(
            "Full picture", "picture-full", None,
            (
                Holder("picture", "pic", 16, "Picture", (0, 0, 1280, 720), (Style(16, "bg1"),), "Picture"),
                Holder("title", "title", 0, "Title", (LEFT, 540, WIDE, 92), (replace(white, size=sizes.title),), "Title", "b"),
                Holder("caption", "body", 17, "Caption", (LEFT, 636, WIDE, 30), (Style(14, "bg1"),), "Caption", "ctr"),
            ),
            dark=True, content=(0, 0, 1280, 720),
        ),
        Plan(
            "Media", "media", None,
            (
                title,
                Holder("media", "media", 16, "Film or sound", (LEFT, TOP, WIDE, 476), (Style(16),), "Film or sound"),
                Holder("caption", "body", 17, "Caption", (LEFT, 620, WIDE, 32), (small,), "Caption", "b"),
            ),
        ),
        Plan(
            "Quotation", "quote", None,
            (
                title,
                Holder("body", "body", 1, "Quotation", (152, 150, 976, 330),
                       (Style(28, "tx2", line=1.05, before=12),), "Quotation", "ctr"),
                Holder("source", "body", 18, "Source", (152, 500, 976, 64), (Style(16, "accent6"),), "Source"),
            ),
            decoration="quote",
        ),
        Plan(
            "Question", "question", None,
            (
                Holder("eyebrow", "body", 13, "Eyebrow", (LEFT, 52, 860, 32),
                       (Style(14, "accent2", bold=True),), "Question", "ctr"),
                Holder("title", "title", 0, "Question", (LEFT, 108, 1056, 200),
                       (replace(look.title, size=sizes.question, line=0.95),), "Question"),
                Holder("meta", "body", 14, "Minutes", (1080, 52, 136, 32),
                       (Style(13, "accent2", bold=True, align="ctr"),), "3 min", "ctr", pill=True),
            ),
            decoration="bar2", content=(LEFT, 332, WIDE, 308),
        ),
        Plan("Figure", "figure", "titleOnly", (title,)),
        Plan(
            "Code", "code", None,
            (title, Holder("body", "body", 1, "Code", (LEFT, TOP, WIDE, BOTTOM - TOP),
                           (Style(sizes.card, line=1.1, mono=tokens.fonts.mono),), "Code")),
        ),
        Plan(
            "Activity", "activity", None,
            (
                Holder("eyebrow", "body", 13, "Eyebrow", (LEFT, 36, 860, 32),
                       (Style(14, "accent4", bold=True),), "Activity", "ctr"),
                Holder("title", "title", 0, "Title", (LEFT, 76, 1056, 84), (), "Title"),
                Holder("meta", "body", 14, "Minutes", (1080, 36, 136, 32),
                       (Style(13, "accent4", bold=True, align="ctr"),), "10 min", "ctr", pill=True),
                Holder("body", "body", 1, "Instructions", (LEFT, 176, WIDE, BOTTOM - 176), look.numbered, "Instructions"),
            ),
            decoration="bar4", content=(LEFT, 176, WIDE, BOTTOM - 176),
        ),
        Plan("Agenda", "agenda", None, (title, replace(body, name="Agenda", styles=look.numbered, prompt="Sections"))),
        Plan(
            "Learning outcomes", "outcomes", None,
            (
                title,
                Holder("lead", "body", 13, "Lead", (LEFT, TOP, WIDE, 36), (Style(18, "accent6"),), "After this lesson you can"),
                Holder("body", "body", 1, "Outcomes", (LEFT, 180, WIDE, BOTTOM - 180), look.numbered, "Outcomes"),
            ),
        ),
        Plan("Key messages", "key-messages", None,
             (title, replace(body, name="Key messages", styles=look.numbered, prompt="Key messages"))),
        Plan("References", "references", None,
             (title, replace(body, name="References", styles=tuple(
                 replace(s, size=size, before=7) for s, size in zip(look.body, (15.0, 14.0, 13.0), strict=True)),
                 prompt="References"))),
        Plan(
            "Statement", "statement", None,
            (
                Holder("title", "title", 0, "Title", (LEFT, 170, 1040, 200), (replace(look.title, size=40),), "Statement", "b"),
                Holder("subtitle", "body", 13, "Subtitle", (LEFT, 388, 1040, 140), (Style(20, "accent6"),), "Explanation"),
            ),
        ),
        Plan(
            "Closing", "closing", None,
            (
                Holder("eyebrow", "body", 13, "Eyebrow", (LEFT, 84, 700, 32), (Style(16, "bg2", bold=True),), "Lesson"),
                Holder("title", "title", 0, "Title", (LEFT, 134, 1040, 226), (replace(white, size=40),), "Closing", "b"),
                Holder("subtitle", "body", 16, "Subtitle", (LEFT, 376, 1040, 140), (Style(20, "bg2"),), "Subtitle"),
                Holder("meta", "body", 14, "Lesson title", (LEFT, 612, 1040, 32), (Style(14, "bg2"),), "Title of the lesson", "b"),
            ),
            dark=True, decoration="closing",
        ),
        Plan("Blank", "blank", "blank", (), footer=False, content=(0, 0, 1280, 720)),
    )  # fmt: skip


def _columns(count: int, title: Holder, look: Styles) -> Plan:
    """Two to four columns, each with a title above it."""
    gutter = {2: 56, 3: 40, 4: 32}[count]
    width = (WIDE - (count - 1) * gutter) // count
    holders = [title]
    heads = look.columns(count)[0].size * 0.9
    for number in range(1, count + 1):
        x = LEFT + (number - 1) * (width + gutter)
        accent = f"accent{number}"
        head = (Style(heads, accent, bold=True, heading=True),)
        holders += [
            Holder(f"column-title-{number}", "body", 30 + number, f"Column title {number}", (x, TOP, width, 44), head,
                   "Column title", "b"),
            Holder(f"column-{number}", "obj", 20 + number, f"Column {number}", (x, 192, width, BOTTOM - 192),
                   look.columns(count), "Text, table or picture"),
        ]  # fmt: skip
    names = {2: "Two columns", 3: "Three columns", 4: "Four columns"}
    return Plan(names[count], f"columns-{count}", None, tuple(holders))


def footer_holders(look: Styles, *, dark: bool) -> tuple[Holder, ...]:
    """Date, footer and slide number on the footer line.

    The footer needs a prompt: without a run in it LibreOffice loses its position and face (7.4, measured).
    """
    style = replace(look.footer, colour="bg2") if dark else look.footer
    return (
        Holder("date", "dt", 10, "Date", (820, 670, 260, 28), (replace(style, align="r"),), "", "ctr"),
        Holder("footer", "ftr", 11, "Footer", (LEFT, 670, 740, 28), (style,), "Footer", "ctr"),
        Holder(
            "slide-number", "sldNum", 12, "Slide number", (1096, 670, 120, 28), (replace(style, align="r"),), "", "ctr"
        ),
    )


def emu(box: tuple[int, int, int, int]) -> Box:
    """Grid units as EMU."""
    return Box(*(side * PX for side in box))


def layout_of(plan: Plan, part: str, look: Styles) -> Layout:
    """What compose needs to know of a layout."""
    holders = plan.holders + (footer_holders(look, dark=plan.dark) if plan.footer else ())
    return Layout(plan.name, plan.role, part, tuple(_slot(h, look) for h in holders), emu(plan.content), plan.dark)


def _slot(holder: Holder, look: Styles) -> Slot:
    inherited = (look.title,) if holder.kind in ("title", "ctrTitle") else look.body
    return Slot(
        index=holder.index,
        kind=holder.kind,  # type: ignore[arg-type]
        name=holder.name,
        box=emu(holder.box),
        levels=tuple(style.level() for style in holder.styles or inherited),
        inset=Box(0, 0, 0, 0),
        anchor=holder.anchor,  # type: ignore[arg-type]
        shape="roundRect" if holder.pill else "",
        purpose=holder.purpose,
    )
