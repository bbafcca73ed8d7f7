"""A process: chevrons in one or two rows, or numbered rows; cycle.py draws the third look."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.blocks import Run
from deckbuild.brand.brand import EMU_PER_POINT, Box
from deckbuild.compose.drawing import Drawn, Shape, Words
from deckbuild.compose.figures import cycle, icon
from deckbuild.compose.figures.pen import Pen, Sketch, units
from deckbuild.figures import Step, Steps

ACROSS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 3, 7: 4, 8: 4}
"""How many chevrons stand in a row, by their number."""
POINT = units(22)
"""How far a chevron's point reaches."""
GAP = units(8)
BELOW = units(16)
"""From a chevron to its text."""
BETWEEN = units(36)
"""Between two rows."""


def draw(figure: Steps, region: Box, pen: Pen) -> Sketch:
    """The process in its look."""
    if figure.look == "cycle":
        return cycle.draw(figure, region, pen)
    return (_numbered if figure.look == "numbered" else _chevrons)(figure.steps, region, pen)


def _chevrons(steps: Sequence[Step], region: Box, pen: Pen) -> Sketch:
    across = ACROSS[len(steps)]
    pitch = (region.width - POINT + GAP) // across
    width = pitch + POINT - GAP
    inside = width - 2 * POINT - units(20)
    fill = pen.lead
    ink = pen.on(fill)
    titles = [pen.heading(step.title, ink) for step in steps]
    tall = max(units(72), max(pen.height([title], inside) for title in titles) + units(28))
    column = pitch - units(28)
    texts = [pen.body(step.text) for step in steps]
    side = icon.side_of(pen.title)
    iconed = any(step.icon for step in steps)
    members: list[Drawn] = []
    y = region.y
    for start in range(0, len(steps), across):
        row = range(start, min(start + across, len(steps)))
        below = y + tall + BELOW
        for n in row:
            x = region.x + (n - start) * pitch
            shape = "homePlate" if n == start else "chevron"
            adjust = (("adj", round(POINT / min(width, tall) * 100000)),)
            inset = Box(units(20) if n == start else units(8), 0, units(6), 0)
            members.append(
                Shape(f"Step {n + 1}", Box(x, y, width, tall), shape, adjust, fill=fill,
                      words=(titles[n],), inset=inset)
            )  # fmt: skip
            left = x + (units(20) if n == start else POINT + units(8))
            room = column if n != start else column + POINT - units(12)
            top = below
            if iconed:
                members += icon.draw(steps[n].icon, left, top, side, pen.lead, pen.brand)
                top += side + units(10)
            if texts[n]:
                box = Box(left, top, room, pen.height(texts[n], room))
                members.append(pen.label(f"Step {n + 1} text", box, texts[n]))
        tallest = max(pen.height(texts[n], column) for n in row)
        y = below + tallest + (side + units(10) if iconed else 0) + BETWEEN
    cut = any(pen.cuts([title], inside) for title in titles) or any(pen.cuts(text, column) for text in texts)
    return Sketch(tuple(members), y - BETWEEN - region.y, cut, pen.text)


def _numbered(steps: Sequence[Step], region: Box, pen: Pen) -> Sketch:
    """Rows with a number each, on a thin line that leads from one to the next; five and more in two columns."""
    columns = 1 if len(steps) <= 4 else 2
    rows = -(-len(steps) // columns)
    gutter = units(56)
    width = (region.width - (columns - 1) * gutter) // columns
    disc = units(44)
    indent = disc + units(24)
    side = icon.side_of(pen.title)
    kept = side + units(24) if any(step.icon for step in steps) else 0
    room = width - indent - kept
    words = [_row(step, pen) for step in steps]
    # The first line's middle stands at the disc's.
    raise_ = max(0, (disc - round(pen.title * 1.36 * EMU_PER_POINT)) // 2)
    needed = [max(disc, pen.height(one, room) + raise_) for one in words]
    heights = [max(needed[n] for n in range(row, len(steps), rows)) for row in range(rows)]
    least = units(22)
    spare = region.height - sum(heights)
    between = min(units(44), max(least, spare // max(rows - 1, 1))) if rows > 1 else 0
    members: list[Drawn] = []
    for column in range(columns):
        x, y = region.x + column * (width + gutter), region.y
        own = range(column * rows, min((column + 1) * rows, len(steps)))
        for n in own:
            if n + 1 in own:
                line = Box(x + (disc - units(1)) // 2, y + disc, units(1), heights[n - own.start] + between - disc)
                members.append(Shape(f"Step {n + 1} line", line, fill=pen.lead))
            number = Words((Run(str(n + 1)),), pen.title, bold=True, slot=pen.on(pen.lead), align="ctr")
            spot = Box(x, y, disc, disc)
            members.append(Shape(f"Step {n + 1} number", spot, "ellipse", fill=pen.lead, words=(number,)))
            if kept:
                members += icon.draw(steps[n].icon, x + indent, y + (disc - side) // 2, side, pen.lead, pen.brand)
            box = Box(x + indent + kept, y + raise_, room, heights[n - own.start] - raise_)
            members.append(pen.label(f"Step {n + 1}", box, words[n]))
            y += heights[n - own.start] + between
    used = sum(heights) + between * (rows - 1)
    return Sketch(tuple(members), used, any(pen.cuts(one, room) for one in words), pen.text)


def _row(step: Step, pen: Pen) -> tuple[Words, ...]:
    return (pen.heading(step.title), *pen.body(step.text))
