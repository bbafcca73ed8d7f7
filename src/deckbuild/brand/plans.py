"""What a layout is before it is written: holders and plans, in units of the grid."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.brand.brand import Layout, Slot
from deckbuild.brand.grid import Grid, Rectangle, emu
from deckbuild.brand.grounds import Ground
from deckbuild.brand.styles import Style, Styles


@dataclass(frozen=True)
class Holder:
    """A placeholder of a layout."""

    purpose: str
    kind: str
    index: int
    name: str
    box: Rectangle
    styles: tuple[Style, ...]
    """() inherits from the master."""
    prompt: str
    """Name of the words that say what to put here (words/*.yaml); "" for none, "=…" for a text as it is."""
    anchor: str = "t"
    pill: bool = False
    """Drawn with a rounded outline of its own."""
    fill: str = ""
    """Theme slot of its ground."""
    inset: int = 0
    """Units between its edges and its text."""


@dataclass(frozen=True)
class Plan:
    """A layout before it is written."""

    name: str
    role: str
    type: str | None
    holders: tuple[Holder, ...]
    ground: Ground | None = None
    """What it stands on, if not on the master's ground."""
    decoration: str = ""
    """title, closing, section, quote: drawn by decorations.py."""
    edge: str = ""
    """Colour of its edge, if not the master's."""
    footer: bool = True
    content: Rectangle = (0, 0, 0, 0)
    """Where free drawings may stand; the body where all are 0."""

    @property
    def inverse(self) -> bool:
        """Whether its text is in the colours of grounds."""
        return self.ground is not None and self.ground.inverse


def layout_of(plan: Plan, footers: tuple[Holder, ...], part: str, look: Styles, grid: Grid) -> Layout:
    """What compose needs to know of a layout."""
    holders = plan.holders + footers
    content = plan.content if any(plan.content) else grid.body
    return Layout(plan.name, plan.role, part, tuple(_slot(h, look) for h in holders), emu(content), plan.inverse)


def _slot(holder: Holder, look: Styles) -> Slot:
    inherited = (look.title,) if holder.kind in ("title", "ctrTitle") else look.body
    return Slot(
        index=holder.index,
        kind=holder.kind,  # type: ignore[arg-type]
        name=holder.name,
        box=emu(holder.box),
        levels=tuple(style.level() for style in holder.styles or inherited),
        inset=emu((holder.inset,) * 4),
        anchor=holder.anchor,  # type: ignore[arg-type]
        shape="roundRect" if holder.pill else "",
        purpose=holder.purpose,
    )
