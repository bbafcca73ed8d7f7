"""A process that begins again: numbered discs on a ring, arrows from one to the next, the text beside them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from deckbuild.blocks import Run
from deckbuild.brand.brand import EMU_PER_POINT, Box
from deckbuild.compose.drawing import Drawn, Path, Shape, Stroke, Words
from deckbuild.compose.figures import icon
from deckbuild.compose.figures.pen import Pen, Sketch, units
from deckbuild.figures import Step, Steps
from deckbuild.icons import arc

BESIDE = units(20)
"""From a disc to its text."""


def draw(figure: Steps, region: Box, pen: Pen) -> Sketch:
    """Steps clockwise from the top; an odd number has one at the very top, its text above the ring."""
    steps = figure.steps
    disc = units(60 if len(steps) <= 6 else 52)
    words = [_words(step, pen) for step in steps]
    odd = len(steps) % 2 == 1
    crown = pen.height(words[0], units(560)) + units(14) if odd else 0
    radius = min(units(186), (region.height - crown - disc) // 2)
    centre = (region.x + region.width // 2, region.y + crown + disc // 2 + radius)
    angles = [2 * math.pi * (n + (0 if odd else 0.5)) / len(steps) - math.pi / 2 for n in range(len(steps))]
    spots = [(centre[0] + round(radius * math.cos(a)), centre[1] + round(radius * math.sin(a))) for a in angles]
    members: list[Drawn] = list(_arrows(angles, centre, radius, disc, pen.brand.quiet))
    needed = crown + 2 * radius + disc if radius >= units(110) else region.height + 1
    boxes: list[Box] = []
    cut = False
    for n, (step, spot) in enumerate(zip(steps, spots, strict=True)):
        members += _disc(n, step, spot, disc, pen)
        if odd and n == 0:
            box = Box(region.x + (region.width - units(560)) // 2, region.y, units(560), crown - units(14))
            members.append(pen.label("Step 1 text", box, words[0], anchor="b", align="ctr"))
            continue
        right = spot[0] > centre[0]
        edge = spot[0] + disc // 2 + BESIDE if right else spot[0] - disc // 2 - BESIDE
        width = region.right - edge if right else edge - region.x
        height = pen.height(words[n], width)
        top = _clear(spot[1] - height // 2, height, edge, centre, radius, above=spot[1] < centre[1])
        boxes.append(Box(edge if right else region.x, top, width, height))
        members.append(pen.label(f"Step {n + 1} text", boxes[-1], words[n], anchor="ctr", align="l" if right else "r"))
        cut = cut or pen.cuts(words[n], width)
    cut = cut or _meet(boxes, region)
    return Sketch(tuple(members), needed, cut, pen.text)


def _clear(top: int, height: int, edge: int, centre: tuple[int, int], radius: int, *, above: bool) -> int:
    """The upper edge of a text beside its disc, moved away from the ring where this runs on below or above it."""
    reach = radius**2 - (edge - centre[0]) ** 2
    if reach <= 0:
        return top
    ring, away = math.isqrt(reach), units(10)
    return min(top, centre[1] - ring - away - height) if above else max(top, centre[1] + ring + away)


def _meet(boxes: Sequence[Box], region: Box) -> bool:
    """Whether texts come too near to each other, or leave the region."""
    pairs = (
        (one, other)
        for n, one in enumerate(boxes)
        for other in boxes[n + 1 :]
        if one.x == other.x or one.right == other.right
    )
    near = any(one.y < other.bottom + units(8) and other.y < one.bottom + units(8) for one, other in pairs)
    return near or any(box.y < region.y or box.bottom > region.bottom for box in boxes)


def _words(step: Step, pen: Pen) -> tuple[Words, ...]:
    return (pen.heading(step.title), *pen.body(step.text))


def _disc(n: int, step: Step, spot: tuple[int, int], disc: int, pen: Pen) -> list[Drawn]:
    """The step's number on a disc, or its icon."""
    fill = pen.lead
    box = Box(spot[0] - disc // 2, spot[1] - disc // 2, disc, disc)
    ink = pen.on(fill)
    if step.icon:
        side = disc // 2
        drawn = icon.draw(step.icon, spot[0] - side // 2, spot[1] - side // 2, side, ink, pen.brand)
        if drawn:
            return [Shape(f"Step {n + 1} disc", box, "ellipse", fill=fill), *drawn]
    number = Words((Run(str(n + 1)),), pen.title * 1.2, bold=True, slot=ink, align="ctr")
    return [Shape(f"Step {n + 1} number", box, "ellipse", fill=fill, words=(number,))]


def _arrows(angles: Sequence[float], centre: tuple[int, int], radius: int, disc: int, slot: str) -> list[Shape]:
    """Arcs of the ring from disc to disc, each with an arrowhead."""
    clear = 2 * math.asin(min(1.0, (disc / 2 + units(10)) / (2 * radius)))
    ring = Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
    out = []
    for n, begin in enumerate(angles):
        end = angles[(n + 1) % len(angles)] + (2 * math.pi if n + 1 == len(angles) else 0)
        a, b = begin + clear, end - clear
        first = (round(radius + radius * math.cos(a)), round(radius + radius * math.sin(a)))
        curve = arc((radius, radius), (radius, radius), a, b)
        curves = [(letter, tuple(round(number) for number in numbers)) for letter, numbers in curve]
        path = Path(2 * radius, 2 * radius, (("M", first), *curves))
        stroke = Stroke(slot, 2 * EMU_PER_POINT, tail="triangle")
        out.append(Shape(f"Arrow {n + 1}", ring, "", paths=(path,), stroke=stroke))
    return out
