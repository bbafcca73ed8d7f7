"""The outlines of a diagram's nodes: geometry, connection sites, and how large one must be for its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckbuild.brand.brand import Box
from deckbuild.compose.frames import text_rectangle
from deckbuild.figures import Outline


@dataclass(frozen=True)
class Form:
    """A preset geometry and the indexes of its connection sites at the top, left, bottom and right."""

    geometry: str
    sites: tuple[int, int, int, int] = (0, 1, 2, 3)
    adjust: tuple[tuple[str, int], ...] = ()
    wide: float = 1.0
    """How much wider than a box it is drawn."""
    square: bool = False


# Sites in the order of `a:cxnLst` in presetShapeDefinitions.xml.
FORMS: Mapping[Outline, Form] = {
    "box": Form("rect"),
    "round": Form("roundRect", adjust=(("adj", 12000),)),
    "decision": Form("diamond", wide=1.3),
    "circle": Form("ellipse", (0, 2, 4, 6), square=True),
    "stadium": Form("flowChartTerminator"),
    "subroutine": Form("flowChartPredefinedProcess", wide=1.2),
    "note": Form("foldedCorner"),
    "hexagon": Form("flowChartPreparation", wide=1.2),
    "store": Form("flowChartInternalStorage", wide=1.15),
}


def around(form: Form, width: int, height: int) -> tuple[int, int]:
    """The smallest size of that form that leaves a rectangle of that size to its text."""
    outer_width, outer_height = width, height
    for _ in range(8):
        inside = text_rectangle(form.geometry, Box(0, 0, outer_width, outer_height), dict(form.adjust))
        if inside.width >= width and inside.height >= height:
            break
        outer_width += max(0, width - inside.width)
        outer_height += max(0, height - inside.height)
    if form.square:
        outer_width = outer_height = max(outer_width, outer_height)
    return outer_width, outer_height
