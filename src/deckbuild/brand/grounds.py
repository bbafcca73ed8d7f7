"""What a slide stands on, and the colours of the text that can be read there."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.brand.colours import slot
from deckbuild.brand.looks import Background
from deckbuild.brand.tokens import Palette


@dataclass(frozen=True)
class Ground:
    """A ground and its text, all as slots of the theme."""

    colour: str
    to: str = ""
    """Second colour, at the lower right."""
    picture: str = ""
    """File in the pack."""
    title: str = "tx2"
    text: str = "tx1"
    quiet: str = "accent6"
    number: str = "accent1"
    """Very large figures."""

    @property
    def inverse(self) -> bool:
        """Whether text on it is in the colours of grounds."""
        return self.title == "bg1"


def ground(background: Background, palette: Palette) -> Ground:
    """The ground that a token describes."""
    colour, to = slot(background.colour), slot(background.to or "")
    picture = background.picture or ""
    if colour in ("bg1", "bg2"):
        return Ground(colour, to, picture)
    number = "accent1+60" if colour == "tx2" and not palette.dark else "bg2"
    return Ground(colour, to, picture, "bg1", "bg2", "bg2", number)
