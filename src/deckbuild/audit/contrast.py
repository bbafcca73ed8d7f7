"""Text too much like its ground in finished decks (P255), where both colours can be told for certain.

A ground that is a picture, a pattern or a blend is passed over, and so is a colour that is changed in ways that
programs compute differently.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.audit.remark import Remark
from deckbuild.audit.slides import TITLES, Slide, holder, slides, words
from deckbuild.brand.brand import Box
from deckbuild.brand.colours import channels, ratio
from deckbuild.ooxml.lint.model import Opened
from deckbuild.ooxml.tree import A, Element, P, local

_LARGE, _LARGE_BOLD = 1800, 1400
"""Hundredths of a point from which text needs less (WCAG 2.1, 1.4.3)."""
_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill", "noFill")


def contrast(opened: Opened) -> Iterator[Remark]:
    """The worst text of each slide."""
    for slide in slides(opened):
        found = [one for at, shape in enumerate(slide.shapes) for one in _faint(slide, at, shape)]
        if found:
            value, text, ink, ground, least = min(found)
            message = f"`{text}` has a contrast of {value:.1f}, it needs {least:g} (#{ink} on #{ground})"
            yield Remark(slide.number, "P255", message, "make the text darker or its ground lighter, or the other way")


def _faint(slide: Slide, at: int, shape: Element) -> Iterator[tuple[float, str, str, str, float]]:
    body = shape.find(f"{P}txBody")
    if local(shape) != "sp" or body is None or not words(body):
        return
    ground = _ground(slide, at, shape)
    if ground is None:
        return
    for run in body.iter(f"{A}r"):
        text = "".join(one.text or "" for one in run.iter(f"{A}t")).strip()
        properties = run.find(f"{A}rPr")
        ink = _ink(slide, shape, properties)
        if text and ink:
            least = 3.0 if _large(properties, shape) else 4.5
            value = ratio(ink, ground)
            if value < least - 0.05:
                yield value, text[:40], ink, ground, least


def _large(properties: Element | None, shape: Element) -> bool:
    """Whether the text is large; where nothing says it, a title is and other text may be, so it counts as large."""
    size = properties.get("sz", "") if properties is not None else ""
    if not size.isdigit():
        return True
    bold = properties is not None and properties.get("b") in ("1", "true")
    return int(size) >= _LARGE or (bold and int(size) >= _LARGE_BOLD)


def _ink(slide: Slide, shape: Element, properties: Element | None) -> str | None:
    """The colour of a run."""
    if properties is not None:
        fill = next((one for one in properties if local(one) in _FILLS), None)
        if fill is not None:
            return _solid(slide, fill)
        if properties.find(f"{A}hlinkClick") is not None:
            return None
    if holder(shape)[0] is None:
        style = shape.find(f"{P}style/{A}fontRef")
        if style is not None and len(style):
            return _colour(slide, style[0])
        return slide.slot("tx1") if shape.find(f"{P}txBody/{A}lstStyle/*") is None else None
    chain = [one.find(f"{P}txBody/{A}lstStyle") for one in (shape, *slide.inherited(shape))]
    named = "titleStyle" if holder(shape)[0] in TITLES else "bodyStyle"
    chain += [slide.master.find(f"{P}txStyles/{P}{named}")] if slide.master is not None else []
    for styles in chain:
        fill = styles.find(f"{A}lvl1pPr/{A}defRPr/{A}solidFill") if styles is not None else None
        if fill is not None:
            return _solid(slide, fill)
    return None


def _ground(slide: Slide, at: int, shape: Element) -> str | None:
    """The one colour behind a shape's text; None where there are several, or none can be told."""
    for one in (shape, *slide.inherited(shape)):
        properties = one.find(f"{P}spPr")
        fill = next((f for f in properties if local(f) in _FILLS), None) if properties is not None else None
        if fill is not None and local(fill) != "noFill":
            return _solid(slide, fill)
        if fill is not None:
            break
    else:
        style = shape.find(f"{P}style/{A}fillRef")
        if style is not None and style.get("idx") != "0":
            return _colour(slide, style[0]) if style.get("idx") == "1" and len(style) else None
    box = slide.box(shape)
    below = [slide.box(one) for one in slide.shapes[:at] if not holder(one)[0] and local(one) != "cxnSp"]
    if box is None or any(one is None or _meet(one, box) for one in below):
        return None
    return _background(slide)


def _meet(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.bottom and other.y < one.bottom


def _background(slide: Slide) -> str | None:
    for tree in (slide.tree, slide.layout, slide.master):
        ground = tree.find(f"{P}cSld/{P}bg") if tree is not None else None
        if ground is None:
            if tree is not None and _drawn(tree) and tree is not slide.tree:
                return None  # a layout's or master's drawings may lie behind the text
            continue
        if tree is not slide.tree and tree is not None and _drawn(tree):
            return None
        properties, style = ground.find(f"{P}bgPr"), ground.find(f"{P}bgRef")
        if properties is not None and len(properties):
            return _solid(slide, properties[0])
        if style is not None and style.get("idx") == "1001" and len(style):
            return _colour(slide, style[0])
        return None
    return None


def _drawn(tree: Element) -> bool:
    """Whether a layout or master holds a picture or a filled shape of some size."""
    shapes = tree.find(f"{P}cSld/{P}spTree")
    for one in shapes if shapes is not None else ():
        extent = one.find(f"./*/{A}xfrm/{A}ext")
        wide = extent is not None and int(extent.get("cx", "0")) * int(extent.get("cy", "0")) > 5e11
        if local(one) in ("pic", "sp", "grpSp") and holder(one)[0] is None and wide:
            return True
    return False


def _solid(slide: Slide, fill: Element) -> str | None:
    return _colour(slide, fill[0]) if local(fill) == "solidFill" and len(fill) else None


def _colour(slide: Slide, element: Element) -> str | None:
    """A colour as RRGGBB; None for one that is see-through, or changed otherwise than in lightness."""
    if local(element) == "srgbClr":
        colour: str | None = element.get("val", "").upper()
    elif local(element) == "schemeClr":
        colour = slide.slot(element.get("val", ""))
    elif local(element) == "sysClr":
        colour = element.get("lastClr")
    else:
        return None
    if not colour or len(colour) != 6:
        return None
    changes = {local(one): int(one.get("val", "100000")) / 100000 for one in element}
    if not changes:
        return colour
    if not set(changes) <= {"lumMod", "lumOff"}:
        return None
    return _lit(colour, changes.get("lumMod", 1.0), changes.get("lumOff", 0.0))


def _lit(colour: str, factor: float, more: float) -> str:
    """The colour with another lightness (HSL)."""
    import colorsys

    red, green, blue = (one / 255 for one in channels(colour))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    parts = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light * factor + more)), full)
    return "".join(f"{round(one * 255):02X}" for one in parts)
