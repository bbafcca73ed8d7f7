"""A rule about text on pictures, measured on the slide as it is drawn."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from deckbuild.assets import Asset
from deckbuild.blocks import Picture
from deckbuild.brand.brand import EMU_PER_POINT, Box
from deckbuild.brand.contrast import AA, luminance
from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.compose.backdrop import inks
from deckbuild.compose.fit import inner, measure, paragraphs
from deckbuild.compose.measure import Metrics, metrics
from deckbuild.compose.presentation import Filled, Page
from deckbuild.facts import Stop
from deckbuild.raster import CannotDecode, Colour, colours

_LARGE, _LARGE_BOLD, _AA_LARGE = 18.0, 14.0, 3.0
"""Points from which on a text is large, and what it needs (WCAG 2.2, 1.4.3)."""
_SPARE = 0.05
"""Share of the pixels behind a text that may be too near to it: edges, grain, where no letter stands."""
_ACROSS = 128
"""Colours across a slide that are looked at."""


def low_contrast_on_picture(subject: Subject) -> Iterator[Finding]:
    """Text stands on a picture of the slide or its layout, and can't be read there (A115)."""
    pictured = _pictured(subject.brand.pptx_template)
    stops = {stop.key: stop for stop in subject.facts.stops}
    listed = subject.presentation.pages
    pages = [page for page in listed if page.layout in pictured or _on_own_picture(page, stops.get(page.stop))]
    if not pages:
        return
    bare = {_ground(page): _bare(page) for page in pages}
    drawn = subject.draw(tuple(bare.values()))
    faces = metrics(subject.brand.faces, subject.brand.mono_family)
    for page in pages:
        png, stop = drawn.get(bare[_ground(page)].key), stops.get(page.stop)
        worst = _worst(page, png, subject, faces) if png else None
        if worst and stop:
            contrast, needed, name = worst
            message = f"`{name}` stands on a picture with a contrast of {contrast:.1f}, it needs {needed:g}"
            place = stop.slide.place.of("title") if stop.slide else subject.lesson.place.of("brand")
            hint = "choose a calmer picture, another layout, or a darker or lighter veil"
            yield Finding(message, place, (hint,))


def _on_own_picture(page: Page, stop: Stop | None) -> bool:
    """Whether the page has a picture below its text whose veil its author left to us; A111 tells of the others."""
    slide = stop.slide if stop else None
    if page.backdrop:
        return bool(slide and slide.background and slide.background.dim is None)
    shown = [one.content for one in page.under if isinstance(one, Filled) and isinstance(one.content, Picture)]
    return bool(shown and shown[0].dim is None)


def _ground(page: Page) -> tuple[object, ...]:
    """What the ground of a page is: pages of one ground are drawn once."""
    return page.layout, page.backdrop, page.under, page.plain


def _bare(page: Page) -> Page:
    """The page without its texts."""
    return replace(
        page, filled=(), drawings=(), notes=(), footer_slot=None, number_slot=None, date_slot=None, countdown=None,
        number=1,
    )  # fmt: skip


def _worst(page: Page, png: bytes, subject: Subject, faces: Metrics) -> tuple[float, float, str] | None:
    """The text with least contrast: its contrast, what it needs, and its placeholder; None where all can be read."""
    brand = subject.brand
    try:
        wide, high = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))  # PNG, IHDR
        rows = colours(Asset(png, "png", wide, high), wide / high, (0.5, 0.5), _ACROSS)
    except CannotDecode:
        return None
    found = []
    for filled in page.filled:
        if not isinstance(filled.content, tuple) or not filled.content:
            continue
        seen = _behind(rows, _text_box(filled, subject, faces), (brand.width, brand.height))
        needed = _needed(filled)
        for ink in map(luminance, inks(filled, brand)):
            ratios = sorted(_ratio(ink, luminance(colour)) for colour in seen)
            if ratios and ratios[int(len(ratios) * _SPARE)] < needed:
                found.append((ratios[int(len(ratios) * _SPARE)], needed, filled.slot.name))
    return min(found, default=None)


def _needed(filled: Filled) -> float:
    level = filled.slot.levels[0] if filled.slot.levels else None
    size = filled.sizes[0] if filled.sizes else level.size if level else 0.0
    return _AA_LARGE if size >= (_LARGE_BOLD if level and level.bold else _LARGE) else AA


def _text_box(filled: Filled, subject: Subject, faces: Metrics) -> Box:
    """Where the lines of a placeholder really stand."""
    box = filled.box or filled.slot.box
    assert isinstance(filled.content, tuple)
    lines = paragraphs(filled.content, filled.slot.levels) if filled.slot.levels else ()
    width = inner(filled.slot, box)[0] - filled.narrow / EMU_PER_POINT
    tall = min(box.height, round(measure(lines, width, 1.0, subject.brand, faces).height * EMU_PER_POINT))
    above = {"t": 0, "ctr": (box.height - tall) // 2, "b": box.height - tall}.get(filled.slot.anchor, 0)
    return Box(box.x, box.y + above, box.width, max(tall, 1))


def _behind(rows: Sequence[Sequence[Colour]], box: Box, size: tuple[int, int]) -> list[str]:
    """The colours behind a box, as RRGGBB."""
    down, across = len(rows) / size[1], len(rows[0]) / size[0]
    return [
        "".join(f"{round(255 * channel):02X}" for channel in colour)
        for row in rows[int(box.y * down) : int(box.bottom * down) + 1]
        for colour in row[int(box.x * across) : int(box.right * across) + 1]
    ]


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


_PICTURE = re.compile(rb"<p:pic>.*?</p:pic>", re.DOTALL)
_SIZE = re.compile(rb'<a:ext cx="([0-9]+)" cy="([0-9]+)"')
_GROUND = re.compile(rb"<p:bg>(?:(?!</p:bg>).)*<a:blip\b", re.DOTALL)
_COVERS = 0.3
"""Share of a slide that a picture of a layout covers, from which on text may stand on it."""


@lru_cache(maxsize=8)
def _pictured(template: bytes) -> frozenset[str]:
    """The layouts of a template with a picture as their ground, or a large one, of their own or of their master."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        size = re.search(rb'<p:sldSz cx="([0-9]+)" cy="([0-9]+)"', package.read("ppt/presentation.xml"))
        whole = int(size[1]) * int(size[2]) if size else 1
        layouts = [name for name in package.namelist() if re.fullmatch(r"ppt/slideLayouts/[^/]+\.xml", name)]
        return frozenset(
            f"/{name}" for name in layouts if any(_has_picture(xml, whole) for xml in _with_master(name, package))
        )


def _with_master(layout: str, package: zipfile.ZipFile) -> Iterator[bytes]:
    """A layout, and its master where that is to be seen behind it."""
    own = package.read(layout)
    yield own
    if b"<p:bg>" not in own:
        links = package.read(layout.replace("slideLayouts/", "slideLayouts/_rels/") + ".rels")
        master = re.search(rb'Target="[^"]*slideMasters/([^"/]+)"', links)
        if master:
            yield package.read(f"ppt/slideMasters/{master[1].decode()}")


def _has_picture(xml: bytes, whole: int) -> bool:
    if _GROUND.search(xml):
        return True
    sizes = (_SIZE.search(picture) for picture in _PICTURE.findall(xml))
    return any(size and int(size[1]) * int(size[2]) > whole * _COVERS for size in sizes)


RULES = (Rule("A115", low_contrast_on_picture),)
