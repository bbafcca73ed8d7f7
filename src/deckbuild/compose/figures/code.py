"""A QR code beside what is said about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.blocks import Run, Web
from deckbuild.brand.brand import Box
from deckbuild.brand.contrast import luminance
from deckbuild.compose.drawing import Path, Shape, Words
from deckbuild.compose.figures.pen import Pen, Sketch, units
from deckbuild.figures import QrCode
from deckbuild.qr import QUIET, modules

LARGEST, SMALLEST = units(420), units(260)
BESIDE = units(56)


def draw(figure: QrCode, region: Box, pen: Pen) -> Sketch:
    """The code at the left, as large as the region lets it be; text and address in its middle beside it."""
    side = max(min(LARGEST, region.height), SMALLEST)
    address = Words((Run(_shown(figure.url), link=Web(figure.url)),), pen.title, slot=pen.lead, before=12)
    words = (*(replace(one, size=pen.title, before=8) for one in pen.body(figure.text)), address)
    room = region.width - side - BESIDE
    height = pen.height(words, room)
    # On a light slide the modules stand on the margin, and the empty ground round them, which is not seen, beyond it.
    seen = _dark_and_light(pen)[1] != "bg1"
    quiet = 0 if seen else side * QUIET // (len(modules(figure.url)) + 2 * QUIET)
    members = [*_code(figure, Box(region.x - quiet, region.y, side, side), pen)]
    text = Box(region.x + side + BESIDE, region.y + max(0, side - height) // 2, room, max(height, 1))
    members.append(pen.label("Text", text, words))
    return Sketch(tuple(members), max(side, height), pen.cuts(words[:-1], room), pen.text)


def _shown(url: str) -> str:
    """The address without what nobody types."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").rstrip("/")


def _code(figure: QrCode, box: Box, pen: Pen) -> Iterator[Shape]:
    """A light ground with the quiet zone, and the dark modules as one shape."""
    dark, light = _dark_and_light(pen)
    yield Shape("Ground", box, fill=light)
    rows = modules(figure.url)
    count = len(rows)
    quiet = box.width * QUIET // (count + 2 * QUIET)
    inner = Box(box.x + quiet, box.y + quiet, box.width - 2 * quiet, box.height - 2 * quiet)
    commands: list[tuple[str, tuple[int, ...]]] = []
    for y, row in enumerate(rows):
        for begin, end in _stretches(row):
            corners = ((begin, y), (end, y), (end, y + 1), (begin, y + 1))
            commands += ((("L" if n else "M"), (px * 100, py * 100)) for n, (px, py) in enumerate(corners))
            commands.append(("Z", ()))
    path = Path(count * 100, count * 100, tuple(commands), filled=True)
    yield Shape("QR code", inner, "", paths=(path,), fill=dark, alt=figure.description)


def _dark_and_light(pen: Pen) -> tuple[str, str]:
    palette = pen.brand.palette
    dark, light = sorted(("tx1", "bg1"), key=lambda slot: luminance(palette[slot]))
    return dark, light


def _stretches(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Where dark modules lie side by side: the first, and the one after the last."""
    begin = None
    for n, dark in enumerate((*row, False)):
        if dark and begin is None:
            begin = n
        elif not dark and begin is not None:
            yield begin, n
            begin = None
