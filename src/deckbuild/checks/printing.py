"""Rules about the brand, and about what comes out of a printer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from deckbuild.blocks import Picture
from deckbuild.brand.brand import Box, Brand, Layout
from deckbuild.brand.contrast import luminance
from deckbuild.checks.rule import Finding, ProjectRule, Rule, Subject
from deckbuild.checks.texts import authored, found_in
from deckbuild.compose.deck import role_of
from deckbuild.compose.presentation import Page, PictureShape
from deckbuild.diagnostics.model import Severity, Span
from deckbuild.facts import Stop
from deckbuild.kinds.placeholders import Placeholders
from deckbuild.spec.authored import walk

_EMU = 914400


def dark_slides_in_print(subject: Subject) -> Iterator[Finding]:
    """Many slides with content are dark from edge to edge, and are printed in the notes as they are (B130)."""
    dark = {layout.part for layout in subject.brand.layouts if _dark(layout, subject.brand)}
    stops = {stop.key: stop for stop in subject.facts.stops}
    shown = [page for page in subject.presentation.pages if _content(stops.get(page.stop))]
    black = [page for page in shown if page.layout in dark and page.backdrop is None]
    share = 100 * len(black) / max(1, len(shown))
    if len(black) > 1 and share > subject.limits.dark_slides:
        listed = ", ".join(str(page.number) for page in black[:8]) + (" …" if len(black) > 8 else "")
        message = f"{len(black)} of {len(shown)} slides are dark from edge to edge: {listed}"
        hint = "choose a light look for printed packs, or say that they are printed without pictures"
        yield Finding(message, subject.lesson.place.of("brand"), (hint,))


_DARK = 0.18
"""Luminance of a ground in the middle between black and white, as the eye sees it."""


def _dark(layout: Layout, brand: Brand) -> bool:
    fill = layout.ground or ("tx2" if layout.dark else "bg1")
    return luminance(brand.palette[dict(layout.colour_map).get(fill, fill)]) < _DARK


def _content(stop: Stop | None) -> bool:
    return bool(stop and stop.slide and stop.slide.content and not stop.generated)


def picture_too_small(subject: Subject) -> Iterator[Finding]:
    """A picture has too few pixels for the room it takes, so it is blurred on a wall and on paper (B131)."""
    least = subject.limits.picture_pixels
    stops = {stop.key: stop for stop in subject.facts.stops}
    told: set[tuple[str, PurePosixPath]] = set()
    for page in subject.presentation.pages:
        stop = stops.get(page.stop)
        for file, box in _pictures(page, subject):
            asset = subject.assets.get(file)
            if asset is None or asset.kind not in ("png", "jpeg") or stop is None or (stop.key, file) in told:
                continue
            across = max(box.width / _EMU / asset.width, box.height / _EMU / asset.height) if asset.width else 0
            pixels = 1 / across if across else least
            if pixels < least:
                told.add((stop.key, file))
                message = f"`{file.name}` has {pixels:.0f} pixels an inch where it is shown, {least} are needed"
                hint = f"take one that is {least / pixels:.1f} times as wide, or show it smaller"
                yield Finding(message, _span_of(stop, file, subject), (hint,))


def _pictures(page: Page, subject: Subject) -> Iterator[tuple[PurePosixPath, Box]]:
    """The pictures of a page with the room that they really fill."""
    for filled in page.filled:
        if isinstance(filled.content, Picture):
            yield filled.content.file, _inside(filled.content, filled.box or filled.slot.box, subject)
    for drawing in page.drawings:
        if isinstance(drawing, PictureShape):
            yield drawing.picture.file, _inside(drawing.picture, drawing.box, subject)
    whole = Box(0, 0, subject.brand.width, subject.brand.height)
    if page.backdrop:
        yield page.backdrop.file, whole
    for under in page.under:
        content = getattr(under, "content", None)
        if isinstance(content, Picture):
            yield content.file, whole


def _inside(picture: Picture, box: Box, subject: Subject) -> Box:
    """The box, or the part of it that a picture shown whole fills."""
    asset = subject.assets.get(picture.file)
    if picture.fit != "contain" or asset is None or not (asset.width and asset.height):
        return box
    scale = min(box.width / asset.width, box.height / asset.height)
    return Box(box.x, box.y, round(asset.width * scale), round(asset.height * scale))


def _span_of(stop: Stop, file: PurePosixPath, subject: Subject) -> Span:
    slide = stop.slide
    if slide is None:
        return subject.lesson.place.span
    nodes = [node for node in walk(slide) if getattr(node, "file", None) == str(file)]
    return nodes[0].place.of("file") if nodes else slide.place.of("title")


_STYLE = re.compile(r"\]\{\.([\w-]+)")


def unknown_text_style(subject: Subject) -> Iterator[Finding]:
    """A text asks for a style that the brand does not have, so it looks as all others do (B132)."""
    known = subject.presentation.text_styles
    for text in authored(subject):
        for match in _STYLE.finditer(text.markdown) if "]{." in text.markdown else ():
            if match[1] not in known:
                message = f"brand `{subject.brand.name}` has no text style called `{match[1]}`"
                place = subject.part(text.span, text.markdown, match.start(1), match.end(1))
                yield Finding(message, place, ("choose one of " + ", ".join(sorted(known)),))


def layout_by_hand(subject: Subject) -> Iterator[Finding]:
    """A slide names the layout that it would have anyway, and stays with it when its kind changes (B133)."""
    for stop in subject.facts.stops:
        slide = stop.slide
        if slide and slide.layout and not isinstance(slide.content, Placeholders):
            usual = subject.brand.layout(role_of(stop))
            if usual.name == slide.layout:
                message = f"the slide has the layout `{slide.layout}` without being told"
                yield Finding(message, slide.place.of("layout"), ("take the line out",))


def address_too_long(subject: Subject) -> Iterator[Finding]:
    """An address in a text on paper is so long that nobody types it (B134)."""
    most = subject.limits.address_length
    for text in authored(subject):
        if text.shown or text.role in ("reference", "caption") or "://" not in text.words:
            continue
        for address in re.findall(r"https?://[^\s)>\]]+", text.words):
            if len(address) > most:
                message = f"nobody types an address of {len(address)} characters"
                hint = "name it as a reference with `qr: true`, or link to it from words"
                yield Finding(message, found_in(subject, text, address), (hint,))


def editions_differ(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Lessons of one folder have different editions in their footers (B135)."""
    yield from _odd_ones(subjects, "edition", "edition")


def brands_differ(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Lessons of one folder are built with different brands (B136)."""
    yield from _odd_ones(subjects, "brand", "brand")


def _odd_ones(subjects: Sequence[Subject], name: str, field: str) -> Iterator[Finding]:
    folders: dict[PurePosixPath, list[tuple[Subject, str]]] = defaultdict(list)
    for subject in subjects:
        value = getattr(subject.lesson, field) or getattr(subject.project, field)
        folders[subject.file.parent].append((subject, value or ""))
    for listed in folders.values():
        values = [value for _, value in listed]
        usual = max(values, key=lambda value: (values.count(value), value))
        for subject, value in listed:
            if value != usual and values.count(usual) > 1:
                said = f"`{value}`" if value else "none"
                message = f"the {name} is {said} here, and `{usual}` in the lessons beside it"
                yield Finding(message, subject.lesson.place.of(field), (f"write `{field}: {usual}`",))


RULES = (
    Rule("B130", dark_slides_in_print),
    Rule("B131", picture_too_small),
    Rule("B132", unknown_text_style),
    Rule("B133", layout_by_hand, Severity.INFO),
    Rule("B134", address_too_long, Severity.INFO),
    ProjectRule("B135", editions_differ),
    ProjectRule("B136", brands_differ),
)
