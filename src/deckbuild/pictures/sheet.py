"""Contact sheets: all slides of a lesson at a glance, as one PNG a brand and as one page for a browser.

The page holds its pictures, needs no network and no script, and can be read without seeing it.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 960
"""Pixels across a slide on the page; the PNG shows it at half of that."""
_ACROSS, _GAP, _LABEL = 4, 16, 34


@dataclass(frozen=True)
class Shot:
    """A slide: what the sheet says about it, and its picture where it could be drawn."""

    number: int
    title: str
    layout: str
    section: str
    """Name of the section that begins with it; "" for the others."""
    text: str
    """What stands on it, for those who can't see it."""
    hidden: bool
    picture: bytes | None


@dataclass(frozen=True)
class Sheet:
    """All slides in one brand."""

    brand: str
    renderer: str
    shots: tuple[Shot, ...]


def png(sheet: Sheet, face: bytes, ratio: float) -> bytes:
    """The slides in rows of four, each with number and title in `face`; `ratio` is a slide's height to its width."""
    from PIL import Image, ImageDraw, ImageFont

    width = WIDTH // 2
    height = round(width * ratio)
    rows = -(-len(sheet.shots) // _ACROSS)
    whole = Image.new("RGB", (_ACROSS * (width + _GAP) + _GAP, rows * (height + _LABEL + _GAP) + _GAP), "#e7eaee")
    draw = ImageDraw.Draw(whole)
    font = ImageFont.truetype(io.BytesIO(face), 15)
    for index, shot in enumerate(sheet.shots):
        x, y = _GAP + index % _ACROSS * (width + _GAP), _GAP + index // _ACROSS * (height + _LABEL + _GAP)
        if shot.picture is None:
            draw.rectangle((x, y, x + width, y + height), fill="#f7f7f7", outline="#9aa3ad")
            draw.text((x + 12, y + 12), "not drawn", font=font, fill="#52606d")
        else:
            with Image.open(io.BytesIO(shot.picture)) as picture:
                whole.paste(picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS), (x, y))
        label = f"{shot.number}  {shot.title}"
        while font.getlength(label) > width and len(label) > 4:
            label = label[:-2].rstrip() + "…"
        draw.text((x, y + height + 6), label, font=font, fill="#26323f")
    out = io.BytesIO()
    whole.save(out, "PNG", optimize=True)
    return out.getvalue()


def page(title: str, language: str, sheets: Sequence[Sheet], *, right_to_left: bool) -> bytes:
    """The page: a section a brand, a heading a part of the lesson, a figure a slide; a click makes a slide large."""
    direction = "rtl" if right_to_left else "ltr"
    contents = "".join(f'<li><a href="#{_id(sheet)}">{escape(sheet.brand)}</a></li>' for sheet in sheets)
    inside = "\n".join(line for sheet in sheets for line in _sheet(sheet))
    return f"""<!DOCTYPE html>
<html lang="{escape(language)}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>{escape(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<header><h1 id="top">{escape(title)}</h1>
<nav aria-label="Brands"><ul>{contents}</ul></nav></header>
<main>
{inside}
</main>
</body>
</html>
""".encode()


def _id(sheet: Sheet) -> str:
    return f"brand-{sheet.brand}"


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f'<section aria-labelledby="{_id(sheet)}"><h2 id="{_id(sheet)}">{escape(sheet.brand)}</h2>'
    yield f'<p class="by">{len(sheet.shots)} slides, drawn by {escape(sheet.renderer)}</p>'
    is_open = False
    for shot in sheet.shots:
        if shot.section or not is_open:
            if is_open:
                yield "</div>"
            yield f"<h3>{escape(shot.section)}</h3>" if shot.section else ""
            yield '<div class="slides">'
            is_open = True
        yield _figure(sheet, shot)
    yield "</div></section>" if is_open else "</section>"


def _figure(sheet: Sheet, shot: Shot) -> str:
    name = f"{_id(sheet)}-{shot.number}"
    alt = f"Slide {shot.number}: {shot.title}"
    if shot.picture is None:
        shown = '<p class="none">not drawn</p>'
    else:
        data = base64.b64encode(shot.picture).decode()
        shown = f'<img src="data:image/png;base64,{data}" alt="{escape(alt)}" width="{WIDTH}" loading="lazy">'
    more = " · hidden" if shot.hidden else ""
    return (
        f'<figure id="{name}"><a class="large" href="#{name}">{shown}</a>'
        f'<a class="back" href="#{_id(sheet)}" aria-label="Make slide {shot.number} small again">×</a>'
        f"<figcaption><b>{shot.number}</b> {escape(shot.title)}<small>{escape(shot.layout)}{more}</small>"
        f"<details><summary>Text</summary><pre>{escape(shot.text)}</pre></details></figcaption></figure>"
    )


_STYLE = """
:root{color-scheme:light dark;--ground:#f3f5f7;--ink:#1c2733;--quiet:#4a5866;--line:#c9d1d9;--focus:#1467b3}
@media (prefers-color-scheme:dark){:root{--ground:#14191f;--ink:#eef2f6;--quiet:#aab6c2;--line:#3a4652;--focus:#7db8f0}}
*{box-sizing:border-box}
body{margin:0;padding:1.5rem;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.6rem;margin:0}h2{margin:2rem 0 0;border-top:2px solid var(--line);padding-top:1rem}
h3{font-size:1rem;margin:1.5rem 0 .5rem;color:var(--quiet)}
nav ul{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0}a{color:var(--focus)}
a:focus-visible,summary:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.by{color:var(--quiet);margin:.2rem 0}
.slides{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1.25rem}
figure{margin:0;position:relative;scroll-margin-top:1rem}
img{display:block;width:100%;height:auto;border:1px solid var(--line);background:#fff}
.none{margin:0;padding:3rem 1rem;border:1px dashed var(--line);text-align:center;color:var(--quiet)}
figcaption{font-size:.875rem;padding-top:.35rem}small{display:block;color:var(--quiet)}
pre{white-space:pre-wrap;font:inherit;margin:.4rem 0}
pre{border-inline-start:3px solid var(--line);padding-inline-start:.6rem}
.back{display:none}figure:target{grid-column:1/-1;max-width:72rem}
figure:target .back{display:block;position:absolute;top:.5rem;inset-inline-end:.5rem;width:2.5rem;height:2.5rem;
line-height:2.4rem;text-align:center;font-size:1.5rem;text-decoration:none;
background:var(--ground);border:1px solid var(--line)}
@media print{body{background:#fff;color:#000;padding:0}figure{break-inside:avoid}details,nav{display:none}}
"""
