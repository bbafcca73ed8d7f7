"""What layouts draw behind their placeholders: edges, rules, the decoration of title slides, logos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.brand.colours import slot
from deckbuild.brand.grid import POINT, Grid, Rectangle
from deckbuild.brand.media import Pictures, Shown
from deckbuild.brand.plans import Plan
from deckbuild.brand.shapes import NO_FILL, frame, gradient, outline, picture, shape
from deckbuild.brand.styles import Style, fill, list_style
from deckbuild.brand.tokens import BrandTokens
from deckbuild.ooxml.xml import Xml, el


@dataclass(frozen=True)
class Decorator:
    """Draws for one brand.  `links` gives the relationships of a picture on the part that is being drawn."""

    tokens: BrandTokens
    grid: Grid
    pictures: Pictures

    def edge(self, colour: str) -> list[Xml]:
        """The thin bar at the side that the brand names."""
        side, size = self.tokens.backgrounds.edge, round(self.tokens.backgrounds.edge_size * POINT)
        wide, tall = self.grid.width, self.grid.height
        boxes: dict[str, Rectangle] = {
            "left": (0, 0, size, tall), "top": (0, 0, wide, size), "bottom": (0, tall - size, wide, size),
        }  # fmt: skip
        return [shape("Edge", boxes[side], fill(colour))] if side in boxes else []

    def footer_logo(self, *, inverse: bool) -> tuple[list[Xml], int]:
        """The small logo at the foot, and the units that the footer moves to the right for it."""
        shown = self.pictures.logo(on_dark=inverse != self.tokens.palette.dark)
        if shown is None or self.tokens.logo is None or not self.tokens.logo.on_slides:
            return [], 0
        height = 28
        width = round(height * shown.width / shown.height)
        box = (self.grid.left, self.grid.foot, width, height)
        return [_picture("Logo", self.tokens.title, box, shown)], width + 14

    def layout(self, plan: Plan) -> list[Xml]:
        """All that a layout draws itself."""
        out: list[Xml] = []
        hides = plan.ground is not None or plan.edge or plan.role == "blank"
        match plan.decoration:
            case "title" | "closing":
                out += self._opening(plan)
            case "section":
                out += self._beside(plan)
                out += self.edge("accent1")
            case "quote":
                out.append(_mark(self.grid))
        if plan.edge:
            out += self.edge(plan.edge)
        if hides and plan.footer and plan.decoration not in ("title", "closing"):
            out += self.footer_logo(inverse=plan.inverse)[0]
        rule = self.tokens.backgrounds.title_rule
        if rule and any(h.purpose == "title" and h.box == self.grid.title and not h.styles for h in plan.holders):
            x, y, wide, tall = self.grid.title
            out.append(shape("Rule", (x, y + tall + 4, wide, 1), fill(slot(rule))))
        return out

    def _opening(self, plan: Plan) -> Iterator[Xml]:
        assert plan.ground is not None
        kind, grid = self.tokens.backgrounds.decoration, self.grid
        if plan.ground.picture and plan.decoration == "title":
            yield from self._beside(plan)
        elif kind == "frame":
            yield shape(
                "Frame", (28, 28, grid.width - 56, grid.height - 56), NO_FILL, line=outline(plan.ground.title, 3)
            )
            yield shape("Inner frame", (36, 36, grid.width - 72, grid.height - 72), NO_FILL,
                        line=outline(plan.ground.title, 0.75))  # fmt: skip
        elif kind == "block":
            yield shape("Block", (0, 0, 32, grid.height), fill("accent1"))
            yield shape("Foot of the block", (0, grid.height - 96, 32, 96), fill("accent2"))
        elif plan.decoration == "title" and kind == "rings":
            yield from _rings(grid, plan.ground.colour)
        elif plan.decoration == "title" and kind == "bars":
            yield from _bars(grid)
        elif kind != "none":
            yield from self.edge("accent1")
        yield from self._logo(plan)

    def _beside(self, plan: Plan) -> Iterator[Xml]:
        """A picture to the right of the text, cut to the slide's height."""
        assert plan.ground is not None
        if plan.ground.picture:
            shown, grid = self.pictures.ground(plan.ground.picture), self.grid
            box = (grid.panel, 0, grid.width - grid.panel, grid.height)
            yield picture("Picture", "", box, shown.bitmap, crop=_crop(shown, box))

    def _logo(self, plan: Plan) -> Iterator[Xml]:
        """At the lower right of title and closing slides, at the upper right where bars stand below it."""
        panel = plan.decoration == "title" and self.tokens.backgrounds.decoration == "rings"
        shown = self.pictures.logo(on_dark=(plan.inverse != self.tokens.palette.dark) or panel)
        if shown is None or self.tokens.logo is None:
            return
        height = round(self.tokens.logo.height * POINT)
        width = round(height * shown.width / shown.height)
        grid = self.grid
        top = grid.down(64) if self._bars(plan) else grid.height - 48 - height
        yield _picture("Logo", self.tokens.title, (grid.right - width, top, width, height), shown)

    def _bars(self, plan: Plan) -> bool:
        return plan.decoration == "title" and self.tokens.backgrounds.decoration == "bars"


def _picture(name: str, title: str, box: Rectangle, shown: Shown) -> Xml:
    return picture(name, f"{name} {title}", box, shown.bitmap, shown.vector)


def _crop(shown: Shown, box: Rectangle) -> Xml:
    """`a:srcRect` that fills the box and shows the middle."""
    wide = shown.width * box[3] - shown.height * box[2]
    if wide > 0:
        cut = round((1 - shown.height * box[2] / (shown.width * box[3])) * 50000)
        return el("a:srcRect", {"l": cut, "r": cut})
    cut = round((1 - shown.width * box[3] / (shown.height * box[2])) * 50000)
    return el("a:srcRect", {"t": cut, "b": cut})


def _rings(grid: Grid, field: str) -> Iterator[Xml]:
    """Rings on a shaded panel; the ground is drawn again over what of them leaves it."""
    wide, tall = grid.width, grid.height
    thin = Xml(
        '<a:ln w="12700"><a:solidFill><a:schemeClr val="bg1"><a:alpha val="38000"/></a:schemeClr></a:solidFill></a:ln>'
    )
    yield shape("Panel", (grid.panel, 0, wide - grid.panel, tall), gradient("accent1", "accent2", 90))
    for number, radius in enumerate((84, 180, 276, 372), 1):
        box = (wide - 130 - radius, grid.down(236) - radius, 2 * radius, 2 * radius)
        yield shape(f"Ring {number}", box, NO_FILL, "ellipse", thin)
    yield shape("Field", (0, 0, grid.panel, tall), fill(field))


_HEIGHTS = (0.16, 0.3, 0.22, 0.44, 0.34, 0.58, 0.46, 0.72)
_COLOURS = ("accent1", "accent2", "accent1", "accent3", "accent1", "accent2", "accent1", "accent4")


def _bars(grid: Grid) -> Iterator[Xml]:
    """Bars that rise towards the right edge."""
    room = grid.width - grid.panel - 16
    step = room // len(_HEIGHTS)
    for number, (share, colour) in enumerate(zip(_HEIGHTS, _COLOURS, strict=True)):
        height = round(grid.height * share)
        box = (grid.panel + 16 + number * step, grid.height - height, step - 12, height)
        yield shape(f"Bar {number + 1}", box, fill(colour))


def _mark(grid: Grid) -> Xml:
    """A large opening quotation mark, hung in the margin."""
    head = el("p:nvSpPr", None, el("p:cNvPr", {"id": 0, "name": "Quotation mark"}),
              Xml('<p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/>'))  # fmt: skip
    style = list_style((Style(96, "accent1", bold=True, line=0.8, heading=True),))
    text = el("p:txBody", None, Xml('<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/>'), style,
              el("a:p", None, el("a:r", None, Xml('<a:rPr lang="en"/>'), el("a:t", None, "“"))))  # fmt: skip
    geometry = Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>')
    looks = el("p:spPr", None, frame((grid.left, grid.top + 18, 72, 110)), geometry)
    return el("p:sp", None, head, looks, text)
