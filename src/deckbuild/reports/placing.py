"""Findings -> the slide that each is about, and where on it: by where the source says it, and what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from deckbuild.brand.brand import Box
from deckbuild.compose.drawing import Group, Shape, flat
from deckbuild.compose.presentation import CardShape, Page, PictureShape
from deckbuild.diagnostics.model import Diagnostic, Span
from deckbuild.facts import Stop
from deckbuild.load.positions import Source
from deckbuild.markdown import inline
from deckbuild.pipeline import Composed
from deckbuild.runs import Run, plain


@dataclass(frozen=True)
class Placed:
    """A finding in its place: slide and mark where it has them."""

    diagnostic: Diagnostic
    page: Page | None = None
    box: Box | None = None
    where: str = ""
    """What part of the slide it is in, where that can't be seen on it."""


def placed(diagnostic: Diagnostic, composed: Composed, sources: Mapping[str, Source]) -> Placed:
    """Where a finding in the lesson is."""
    stop = _stop_at(diagnostic.span, composed)
    if stop is None or stop.slide is None:
        return Placed(diagnostic)
    pages = [page for page in composed.presentation.pages if page.stop == stop.key or page.key == stop.key]
    if not pages:
        return Placed(diagnostic)
    notes = stop.slide.place.fields.get("notes")
    if notes and _inside(diagnostic.span, notes):
        return Placed(diagnostic, pages[0], None, "in the notes")
    text = _said(diagnostic.span, sources, composed.labels.language)
    for page in pages:
        found = [region for region in _regions(page) if text and text in region.text]
        if found:
            return Placed(diagnostic, page, min(found, key=lambda one: one.box.width * one.box.height).box)
    return Placed(diagnostic, pages[0])


def _stop_at(span: Span, composed: Composed) -> Stop | None:
    for stop in composed.facts.stops:
        if stop.slide and _inside(span, stop.slide.place.span):
            return stop
    return None


def _inside(span: Span, outer: Span) -> bool:
    begin = (span.line, span.column)
    return span.file == outer.file and (outer.line, outer.column) <= begin < (outer.end_line, outer.end_column)


def _said(span: Span, sources: Mapping[str, Source], language: str) -> str:
    """Letters and digits of what the source says at `span`, as a slide would show it."""
    source = sources.get(span.file)
    written = source.written(span).strip().strip("\"'") if source else ""
    return _bare(plain(inline(re.sub(r"^[|>][-+]?\s*\n|\s+", " ", written), language))) if len(written) < 2000 else ""


def _bare(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


@dataclass(frozen=True)
class _Region:
    box: Box
    text: str


def _regions(page: Page) -> Iterator[_Region]:
    """Boxes of a slide with the letters and digits in them."""
    for filled in page.filled:
        yield _Region(filled.box or filled.slot.box, _bare(" ".join(_texts(filled.content))))
    for drawing in page.drawings:
        if isinstance(drawing, CardShape):
            yield _Region(drawing.box, _bare(" ".join(_texts(drawing.card))))
        elif isinstance(drawing, PictureShape):
            text = _bare(" ".join(_texts((drawing.picture, drawing.caption))))
            yield _Region(drawing.box, text)
        elif isinstance(drawing, Group):
            for shape in flat(drawing.members):
                if isinstance(shape, Shape) and shape.words:
                    yield _Region(shape.box, _bare(" ".join(_texts(shape.words))))


def _texts(value: Any) -> Iterator[str]:
    """All words within a block: texts of runs, and what is said about pictures."""
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, (tuple, list)):
        if value and all(isinstance(one, Run) for one in value):
            yield plain(tuple(value))
        else:
            for one in value:
                yield from _texts(one)
    elif is_dataclass(value):
        for one in fields(value):
            inner = getattr(value, one.name)
            if isinstance(inner, str) and one.name in ("alt", "text", "caption"):
                yield inner
            elif not isinstance(inner, str):
                yield from _texts(inner)
