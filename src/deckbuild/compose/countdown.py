"""The timer of question and activity slides: a bar above the foot line that gets shorter while the time runs.

Its place follows from the layout, its colours are the theme's, so that any template has it where its own foot begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Rich
from deckbuild.brand.brand import Box, Brand, Layout
from deckbuild.brand.contrast import LARGE, ratio
from deckbuild.compose.composing import Deck
from deckbuild.compose.drawing import Shape, Stroke, Words
from deckbuild.compose.headings import minutes
from deckbuild.compose.presentation import Countdown
from deckbuild.facts import Stop

_UNIT = 9525
_THICK = 6 * _UNIT
"""Height of the bar."""
_LEAST = 17 * _UNIT
"""Room that a line of small text needs."""
_PILL = 24 * _UNIT
"""Height of the time where there is room for a line round it."""
_LABEL, _GAP = 104 * _UNIT, 16 * _UNIT
"""Width of the time beside the bar, and the space before it."""
_SIZE = 12.0
_FOOT = ("footer", "slide-number", "date")
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))


def countdown(stop: Stop, layout: Layout, deck: Deck) -> Countdown | None:
    """The bar, and the time beside it where the layout has no place of its own for minutes; None without either."""
    time = minutes(stop) if (stop.posed or stop.placed) and layout.slot("meta") is None else ()
    if not time and stop.timer is None:
        return None
    room, floor = _room(layout, deck.brand), deck.brand.height
    ink = _ink(layout, deck.brand)
    label = bool(time) and room.height >= _LEAST
    length = room.width - (_LABEL + _GAP if label else 0)
    start = room.x + room.width - length if deck.labels.right_to_left else room.x
    middle = room.y + (room.height - _THICK) // 2
    bar = Box(start, middle if room.height >= 2 * _THICK else floor - _THICK, length, _THICK)
    shapes: list[Shape] = []
    if stop.timer:
        if ratio(deck.brand.palette["bg2"], deck.brand.palette[_ground(layout)]) > 1:
            shapes.append(Shape("Timer track", bar, fill="bg2"))
        shapes.append(Shape("Timer", bar, fill=ink))
    if label:
        left = room.x if deck.labels.right_to_left else room.x + room.width - _LABEL
        shapes.append(_pill(time, left, room, ink))
    seconds = stop.timer.low if stop.timer else 0
    return Countdown(tuple(shapes), "Timer" if stop.timer else "", seconds) if shapes else None


def _pill(time: Rich, left: int, room: Box, ink: str) -> Shape:
    """The time, with a line round it where there is room for one."""
    tall = min(room.height, _PILL)
    box = Box(left, room.y + (room.height - tall) // 2, _LABEL, tall)
    words = (Words(time, _SIZE, bold=True, slot=ink, align="ctr" if tall == _PILL else "r"),)
    if tall < _PILL:
        return Shape("Minutes", box, words=words)
    return Shape("Minutes", box, "roundRect", (("adj", 50000),), stroke=Stroke(ink), words=words)


def _room(layout: Layout, brand: Brand) -> Box:
    """What is free between the content of a layout and its foot; as wide as the content."""
    boxes = list(_content(layout))
    foot = min((slot.box.y for slot in layout.slots if slot.purpose in _FOOT and slot.box.y > brand.height // 2),
               default=brand.height)  # fmt: skip
    left, right = min(box.x for box in boxes), max(box.right for box in boxes)
    lowest = max(box.bottom for box in boxes)
    return Box(left, lowest, right - left, max(0, foot - lowest))


def _content(layout: Layout) -> Iterator[Box]:
    yield layout.content
    yield from (slot.box for slot in layout.slots if slot.purpose and slot.purpose not in _FOOT)


def _ground(layout: Layout) -> str:
    return layout.ground or ("tx2" if layout.dark else "bg1")


def _ink(layout: Layout, brand: Brand) -> str:
    """The accent of the layout's minutes, else the first that stands out from the ground."""
    slot = layout.slot("meta") or layout.slot("eyebrow")
    own = [slot.levels[0].colour] if slot and slot.levels else []
    under = brand.palette[_ground(layout)]
    able = (one for one in (*own, *_ACCENTS) if one in _ACCENTS and ratio(brand.palette[one], under) >= LARGE)
    return next(able, "tx1")
