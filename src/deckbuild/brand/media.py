"""The pictures of a pack: logos and grounds, as parts of the template and by the relationships that show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from deckbuild.assets import Asset
from deckbuild.ooxml.package import OFFICE, Part, Relationship
from deckbuild.svg import rasterise

_LOGO_PIXELS = 480


@dataclass(frozen=True)
class Shown:
    """A picture on a part: its relationships, and its size."""

    bitmap: str
    vector: str
    width: int
    height: int


@dataclass(frozen=True)
class PackMedia:
    """All pictures that the tokens name, by the file's name in the pack."""

    pictures: Mapping[str, Asset]
    logo_light: str = ""
    logo_dark: str = ""

    icons: Mapping[str, bytes] = field(default_factory=dict)
    """SVGs by the name of the icon."""

    def parts(self) -> list[Part]:
        """Parts of the template: each picture once, an SVG with the PNG that stands in for it."""
        out = []
        for stem, picture in self._stems():
            if picture.kind == "svg":
                out.append(Part(f"/ppt/media/{stem}.svg", "image/svg+xml", picture.content))
                out.append(Part(f"/ppt/media/{stem}.png", "image/png", _bitmap(picture)))
            else:
                out.append(Part(f"/ppt/media/{stem}.{picture.kind}", f"image/{picture.kind}", picture.content))
        return out

    def _stems(self) -> list[tuple[str, Asset]]:
        return [(self.stem(name), picture) for name, picture in sorted(self.pictures.items())]

    def stem(self, name: str) -> str:
        """Name of its part, without the ending."""
        if name == self.logo_light:
            return "logo"
        if name == self.logo_dark:
            return "logo-dark"
        return f"ground{sorted(set(self.pictures) - {self.logo_light, self.logo_dark}).index(name) + 1}"


@lru_cache(maxsize=8)
def _bitmap(picture: Asset) -> bytes:
    width = _LOGO_PIXELS if picture.width >= picture.height else round(_LOGO_PIXELS * picture.width / picture.height)
    return rasterise(picture.content, max(width, 1), (picture.width, picture.height))


class Pictures:
    """The relationships of one part, counted as pictures are drawn on it; `first` is the number of its first one."""

    def __init__(self, media: PackMedia, first: int) -> None:
        self._media, self._next = media, first
        self._shown: dict[str, Shown] = {}
        self.links: list[Relationship] = []

    def logo(self, *, on_dark: bool) -> Shown | None:
        """The logo for a dark or a light ground; None where the brand has none."""
        name = (on_dark and self._media.logo_dark) or self._media.logo_light
        return self._show(name) if name else None

    def ground(self, name: str) -> Shown:
        """The picture of a ground."""
        return self._show(name)

    def _show(self, name: str) -> Shown:
        if name not in self._shown:
            picture, stem = self._media.pictures[name], self._media.stem(name)
            ending = "png" if picture.kind == "svg" else picture.kind
            bitmap = self._link(f"/ppt/media/{stem}.{ending}")
            vector = self._link(f"/ppt/media/{stem}.svg") if picture.kind == "svg" else ""
            self._shown[name] = Shown(bitmap, vector, picture.width, picture.height)
        return self._shown[name]

    def _link(self, target: str) -> str:
        link = Relationship(f"rId{self._next}", f"{OFFICE}/image", target)
        self._next += 1
        self.links.append(link)
        return link.id
