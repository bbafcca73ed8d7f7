"""What a layout of a template offers: its title, its placeholders for content, its fields, the ground they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from deckbuild.brand.adopt.colours import Scheme, override_of, painted
from deckbuild.brand.adopt.inherit import FIELDS, TITLES, Holder, Sources, box_of, holders, is_placeholder, shapes
from deckbuild.brand.brand import Box
from deckbuild.brand.colours import ratio
from deckbuild.brand.contrast import luminance
from deckbuild.ooxml.tree import A, Element, P, local

DARK = 0.2
"""Grounds below this luminance are dark: white stands out better on them than black."""

_ALIKE = 1.5
"""Contrast below which two grounds are much the same."""


@dataclass(frozen=True)
class Profile:
    """A layout, read."""

    name: str
    part: str
    master: str
    type: str
    """What PowerPoint calls it (ECMA-376 part 1, 19.7.15); "" or wrong after years of edits."""
    width: int
    height: int
    """Of a slide, EMU."""
    title: Holder | None
    subtitle: Holder | None
    contents: tuple[Holder, ...]
    """Everything that text, pictures or tables can go into, in reading order."""
    fields: tuple[Holder, ...]
    background: str
    """RRGGBB of the background; of a picture what can be known of it."""
    fills: tuple[tuple[Box, str], ...]
    """Filled shapes that text may stand on, in drawing order."""
    remap: Mapping[str, str]
    """The layout's own colour map, which its slides must repeat; {} for its master's."""
    root: Element

    def ground(self, box: Box | None) -> str:
        """RRGGBB behind a placeholder: of the uppermost filled shape that holds it, else of the background."""
        at = box or Box(0, 0, self.width, self.height)
        return next((colour for shape, colour in reversed(self.fills) if _holds(shape, at)), self.background)

    @property
    def dark(self) -> bool:
        """Whether the ground is dark."""
        return luminance(self.ground(self.title.box if self.title else None)) < DARK

    def large(self, holder: Holder) -> bool:
        """Whether a placeholder has room for a body."""
        box = holder.box
        return box is not None and box.height >= 0.2 * self.height and box.width >= 0.15 * self.width

    @property
    def bodies(self) -> tuple[Holder, ...]:
        """Large placeholders that hold text."""
        return tuple(one for one in self.contents if one.kind in ("body", "obj") and self.large(one))

    @property
    def lines(self) -> tuple[Holder, ...]:
        """Small placeholders for text."""
        return tuple(one for one in self.contents if one.kind in ("body", "obj") and not self.large(one))

    def of_kind(self, *kinds: str) -> tuple[Holder, ...]:
        """Content placeholders of these types."""
        return tuple(one for one in self.contents if one.kind in kinds)

    @property
    def on_top(self) -> bool:
        """Whether the title stands at the top, above everything else."""
        box = self.title.box if self.title else None
        return box is not None and box.y + box.height / 2 < 0.33 * self.height


def profile(name: str, part: str, master: str, root: Element, sources: Sources, size: tuple[int, int]) -> Profile:
    """The profile of a layout; placeholders that stand off the slide, or nowhere, can't be filled and are left out."""
    remap = override_of(root)
    own = replace(sources, scheme=sources.scheme.through(remap)) if remap else sources
    found = [holder for holder in holders(root, own) if holder.box is not None and _on_slide(holder.box, size)]
    title = next((one for one in found if one.kind in TITLES and one.upright), None)
    subtitle = next((one for one in found if one.kind == "subTitle"), None)
    contents = [one for one in found if one.kind not in (*TITLES, *FIELDS, "subTitle")]
    contents.sort(key=lambda one: (round(one.box.y / (size[1] / 24)), one.box.x) if one.box else (0, 0))
    return Profile(
        name=name,
        part=part,
        master=master,
        type=root.get("type", ""),
        width=size[0],
        height=size[1],
        title=title,
        subtitle=subtitle,
        contents=tuple(contents),
        fields=tuple(one for one in found if one.kind in FIELDS),
        background=background(root, own.master, own.scheme),
        fills=tuple(_fills(root, own)),
        remap=remap,
        root=root,
    )


def grounded_alike(one: Profile, other: Profile) -> bool:
    """Whether two layouts are light or dark alike, as far as their backgrounds and the colours of their titles tell."""
    inks = [each.title.colour for each in (one, other) if each.title]
    return ratio(one.background, other.background) < _ALIKE and (len(inks) < 2 or ratio(*inks) < 3)


def unlike_content(one: Profile) -> tuple[bool, bool, bool, bool, int]:
    """What speaks against a layout as the base of one for content, the worst first."""
    title = one.title
    pale = title is not None and ratio(title.colour, one.ground(title.box)) < 3  # a picture lies under it
    centred = title is not None and title.kind == "ctrTitle"
    return one.type == "title", pale, centred, one.type not in ("obj", "tx", "titleOnly"), len(one.contents)


def _on_slide(box: Box, size: tuple[int, int]) -> bool:
    """Whether most of it shows."""
    across = min(box.right, size[0]) - max(box.x, 0)
    down = min(box.bottom, size[1]) - max(box.y, 0)
    return across > 0 and down > 0 and across * down * 2 > box.width * box.height


def _fills(root: Element, sources: Sources) -> Iterator[tuple[Box, str]]:
    """Filled shapes of master and layout that text may stand on, in drawing order, with their colours."""
    ground = background(root, sources.master, sources.scheme)
    behind = list(shapes(sources.master)) if root.get("showMasterSp", "1") in ("1", "true") else []
    for shape in [*behind, *shapes(root)]:
        box = box_of(shape)
        if box is None or is_placeholder(shape) or shape.tag != f"{P}sp":
            continue
        colour = ground if shape.get("useBgFill") in ("1", "true") else _filled(shape, sources.scheme)
        if colour:
            yield box, colour


def _filled(shape: Element, known: Scheme) -> str | None:
    """RRGGBB of a shape's fill, its own or its style's; None where it has none that is a colour."""
    properties = shape.find(f"{P}spPr")
    for fill in properties if properties is not None else ():
        if local(fill) in ("solidFill", "gradFill"):
            return painted(fill, known)
        if local(fill) in ("noFill", "blipFill", "pattFill", "grpFill"):
            return None
    style = shape.find(f"{P}style/{A}fillRef")
    return painted(style[0], known) if style is not None and len(style) and style.get("idx", "0") != "0" else None


def _holds(box: Box, at: Box) -> bool:
    """Whether a shape lies behind most of a box: its middle, and most of its width."""
    x, y = at.x + at.width // 2, at.y + at.height // 2
    wide = min(box.right, at.right) - max(box.x, at.x) > 0.6 * at.width
    return box.x <= x <= box.right and box.y <= y <= box.bottom and wide


def background(layout: Element, master: Element, known: Scheme) -> str:
    """RRGGBB of the background; of a picture's, what the theme calls its ground."""
    for part in (layout, master):
        ground = part.find(f"{P}cSld/{P}bg")
        if ground is None:
            continue
        reference = ground.find(f"{P}bgRef")
        if reference is not None:
            return painted(reference, known) or known.slot("bg1")
        fill = ground.find(f"{P}bgPr")
        found = painted(fill[0], known) if fill is not None and len(fill) else None
        return found or known.slot("bg1")
    return known.slot("bg1")
