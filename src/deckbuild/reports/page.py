"""A report as one page for a browser: every finding beside its slide, with the place marked.

The page holds its pictures, needs no network and no script, and can be read without seeing it.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from deckbuild.brand.brand import Box
from deckbuild.compose.presentation import Page
from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.families import FAMILIES
from deckbuild.diagnostics.model import Diagnostic, Severity
from deckbuild.load.positions import Source
from deckbuild.pipeline import Composed, deck_of
from deckbuild.reports.placing import Placed, placed
from deckbuild.reports.report import Report
from deckbuild.reports.style import STYLE

WIDTH = 880
"""Pixels across the picture of a slide."""
_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.INFO: "i"}
_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Info"}
_MANY = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "for information"}


@dataclass(frozen=True)
class _Shown:
    """A lesson, or another file, with what was found in it."""

    file: str
    title: str
    composed: Composed | None
    found: tuple[Placed, ...]
    pictures: dict[int, bytes]


def html(report: Report) -> str:
    """The page."""
    shown = [_lesson(file, report) for file in _files(report)]
    clean = [one for one in shown if not one.found]
    project = report.composed[0].loaded.project.project if report.composed else ""
    title = f"Review of {project}" if project else "Review"
    inside = "\n".join(line for one in shown if one.found for line in _section(one, report))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>{escape(title)}</title>
<style>{STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<h1 dir="auto">{escape(title)}</h1>
{_summary(report)}
</header>
{_contents(shown)}
<main id="findings">
{inside}{_clean(clean)}
</main>
<footer><p>Made by deckbuild. What each code means: <code>deckbuild explain CODE</code>.</p></footer>
</body>
</html>
"""


def _files(report: Report) -> list[str]:
    return list(dict.fromkeys([*report.checked, *(one.span.file for one in report.diagnostics)]))


def _lesson(file: str, report: Report) -> _Shown:
    composed = next((one for one in report.composed if str(one.loaded.file) == file), None)
    found = [one for one in report.diagnostics if one.span.file == file]
    if composed is None:
        return _Shown(file, file.rpartition("/")[2], None, tuple(Placed(one) for one in found), {})
    places = tuple(placed(one, composed, report.sources) for one in found)
    numbers = sorted({one.page.number for one in places if one.page})
    lesson = composed.loaded.lesson
    return _Shown(file, f"{lesson.lesson} {lesson.title}", composed, places, _drawn(composed, numbers))


def _drawn(composed: Composed, numbers: Sequence[int]) -> dict[int, bytes]:
    """Pictures of those slides; none where the renderer can't draw them."""
    from deckbuild.pictures.embedded import Embedded
    from deckbuild.pictures.renderer import CannotDraw

    try:
        return dict(Embedded(composed.brand).draw(deck_of(composed), numbers, WIDTH)) if numbers else {}
    except CannotDraw:
        return {}


# --- the head -------------------------------------------------------------------------------------------------


def _summary(report: Report) -> str:
    found = report.diagnostics
    files = len(report.checked)
    where = f"{files} file{'s' * (files != 1)}"
    if not found:
        return f'<p class="lead">{where} checked, and nothing to object to.</p>'
    counts = Counter(one.severity for one in found)
    chips = "".join(
        f'<li class="{severity.value}"><span class="sign" aria-hidden="true">{_SIGNS[severity]}</span> '
        f"<b>{counts[severity]}</b> {_many(severity, counts[severity])}</li>"
        for severity in Severity
        if counts[severity]
    )
    return f'<p class="lead">{where} checked.</p><ul class="chips">{chips}</ul>{_families(found)}{_filter(counts)}'


def _many(severity: Severity, count: int) -> str:
    return _MANY[severity] if count != 1 or severity is Severity.INFO else _MANY[severity][:-1]


def _families(found: Sequence[Diagnostic]) -> str:
    """How many in each family, as bars with their numbers."""
    counts = Counter(one.code[0] for one in found)
    most = max(counts.values())
    rows = "".join(
        f'<tr><th scope="row">{escape(FAMILIES[letter].title)}</th>'
        f'<td><span class="bar" style="width:{100 * count / most:.0f}%"></span></td><td class="n">{count}</td></tr>'
        for letter, count in counts.most_common()
    )
    return f'<table class="families"><caption>By subject</caption><tbody>{rows}</tbody></table>'


def _filter(counts: Counter[Severity]) -> str:
    """Boxes that hide a severity; a browser does that with styles alone."""
    if len(counts) < 2:
        return ""
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{severity.value}" checked> {_WORDS[severity]}</label>'
        for severity in Severity
        if counts[severity]
    )
    return f'<fieldset class="filter"><legend>Show</legend>{boxes}</fieldset>'


def _contents(shown: Sequence[_Shown]) -> str:
    listed = [one for one in shown if one.found]
    if len(listed) < 2:
        return ""
    items = "".join(
        f'<li><a href="#{_id(one.file)}"><bdi>{escape(one.title)}</bdi></a> '
        f'<span class="n">{len(one.found)}</span></li>'
        for one in listed
    )
    return f'<nav aria-label="Files"><ol>{items}</ol></nav>'


def _clean(clean: Sequence[_Shown]) -> str:
    if not clean:
        return ""
    listed = "".join(f"<li><bdi>{escape(one.title)}</bdi></li>" for one in clean)
    return f'<section class="clean"><h2>Nothing to object to</h2><ul>{listed}</ul></section>'


def _id(file: str) -> str:
    return "file-" + "".join(one if one.isalnum() else "-" for one in file)


# --- the findings ---------------------------------------------------------------------------------------------


def _section(shown: _Shown, report: Report) -> Iterator[str]:
    name = _id(shown.file)
    yield f'<section class="lesson" aria-labelledby="{name}"><h2 id="{name}" dir="auto">{escape(shown.title)}</h2>'
    yield f'<p class="path">{escape(report.path(shown.file))}</p>'
    whole = [one for one in shown.found if one.page is None]
    if whole:
        heading = "The lesson as a whole" if shown.composed else "The file"
        yield f'<div class="card whole"><h3>{heading}</h3><ol class="found">'
        yield from (_finding(one, 0, report) for one in whole)
        yield "</ol></div>"
    for page in {one.page.number: one.page for one in shown.found if one.page}.values():
        yield from _slide(page, shown, report)
    yield "</section>"


def _slide(page: Page, shown: _Shown, report: Report) -> Iterator[str]:
    found = [one for one in shown.found if one.page and one.page.number == page.number]
    marks = {id(one): number for number, one in enumerate([one for one in found if one.box], 1)}
    worst = next(severity for severity in Severity if any(one.diagnostic.severity is severity for one in found))
    yield f'<div class="card slide {worst.value}"><div class="seen">'
    yield f'<h3 dir="auto"><span class="number">Slide {page.number}</span> {escape(page.title)}</h3>'
    yield _picture(page, shown, [(marks[id(one)], one) for one in found if one.box])
    yield '</div><ol class="found">'
    yield from (_finding(one, marks.get(id(one), 0), report) for one in found)
    yield "</ol></div>"


def _picture(page: Page, shown: _Shown, marked: Sequence[tuple[int, Placed]]) -> str:
    picture = shown.pictures.get(page.number)
    if picture is None or shown.composed is None:
        return '<p class="none">This slide could not be drawn.</p>'
    whole = shown.composed.presentation
    data = base64.b64encode(picture).decode()
    alt = f"Slide {page.number}: {page.title}"
    frames: dict[Box, list[tuple[int, Placed]]] = {}
    for number, one in marked:
        frames.setdefault(one.box or Box(0, 0, 0, 0), []).append((number, one))
    marks = "".join(_mark(inside, whole.width, whole.height) for inside in frames.items())
    image = f'<img src="data:image/png;base64,{data}" alt="{escape(alt)}" width="{WIDTH}" loading="lazy">'
    return f'<div class="picture">{image}{marks}</div>'


def _mark(inside: tuple[Box, list[tuple[int, Placed]]], width: int, height: int) -> str:
    """A frame round a place, with the numbers that its findings have, in the colour of the worst."""
    box, found = inside
    place = (
        f"left:{100 * box.x / width:.2f}%;top:{100 * box.y / height:.2f}%;"
        f"width:{100 * box.width / width:.2f}%;height:{100 * box.height / height:.2f}%"
    )
    severities = {one.diagnostic.severity for _, one in found}
    worst = next(severity for severity in Severity if severity in severities)
    numbers = " ".join(f"<i>{number}</i>" for number, _ in found)
    return f'<span class="mark {worst.value}" style="{place}" aria-hidden="true"><b>{numbers}</b></span>'


def _finding(one: Placed, number: int, report: Report) -> str:
    found = one.diagnostic
    entry = CATALOGUE[found.code]
    severity = found.severity
    tied = f' <span class="tied">{number}</span>' if number else ""
    where = f' <span class="where">{one.where}</span>' if one.where else ""
    hints = "".join(f'<p class="hint" dir="auto">→ {_worded(hint)}</p>' for hint in found.hints)
    mends = '<p class="mends">Can be mended with <code>deckbuild check --fix</code>.</p>' if found.fix else ""
    return (
        f'<li class="finding {severity.value}"><p class="said" dir="auto">'
        f'<span class="sign" role="img" aria-label="{_WORDS[severity]}">{_SIGNS[severity]}</span> '
        f"<b>{_worded(_capital(found.message))}</b>{tied}{where}</p>{hints}{mends}"
        f"{_source(found, report)}"
        f"<details><summary>Why: {escape(entry.name.replace('-', ' '))} ({found.code})</summary>"
        f"<p>{_worded(entry.text)}</p></details></li>"
    )


def _source(found: Diagnostic, report: Report) -> str:
    """The line of the file with the place marked."""
    source: Source | None = report.sources.get(found.span.file)
    line = report.line(found)
    if source is None or not line.strip():
        return ""
    span = found.span
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    begin = min(span.column - 1, len(line))
    before, marked, after = line[:begin], line[begin : max(end, begin)], line[max(end, begin) :]
    before, after = _shortened(before.lstrip(), last=True), _shortened(after, last=False)
    return (
        f'<p class="line"><span class="at">line {span.line}</span> <code dir="auto">{escape(before)}'
        f"<mark>{escape(_shortened(marked, last=False, most=160))}</mark>{escape(after)}</code></p>"
    )


def _shortened(text: str, *, last: bool, most: int = 60) -> str:
    if len(text) <= most:
        return text
    return "…" + text[-most:] if last else text[:most] + "…"


def _capital(message: str) -> str:
    return message[:1].upper() + message[1:]


def _worded(text: str) -> str:
    """Words between backticks as code."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if at % 2 else part for at, part in enumerate(parts))
