"""What `deckbuild brand check` says of a brand: which layout serves which role and why, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckbuild.brand.adopt.brand import looks_of
from deckbuild.brand.adopt.deck import AdoptedDeck
from deckbuild.brand.adopt.load import Adopted
from deckbuild.brand.brand import ROLES, Brand
from deckbuild.brand.contrast import ratio
from deckbuild.brand.faces import Chosen
from deckbuild.ooxml.package import Package

HEAVY = 1 << 20
"""Bytes of a part that every deck would carry along, from which it is told."""
_RISKY = {
    "x-emf": "an EMF picture, which other programs draw differently",
    "x-wmf": "a WMF picture, which other programs draw differently",
    "tiff": "a TIFF picture, which PowerPoint alone shows",
    "bmp": "a BMP picture, stored unpacked",
}


@dataclass(frozen=True)
class Served:
    """A role and the layout that serves it."""

    role: str
    layout: str
    why: str


def served(brand: Brand, adopted: Adopted | None) -> Iterator[Served]:
    """Every role with its layout and the reason."""
    matches = {match.role: match for match in adopted.deck.matches if match.role} if adopted and adopted.deck else {}
    own = {layout.role for layout in brand.layouts}
    for role in ROLES:
        layout = brand.layout(role)
        if role in matches:
            yield Served(role, layout.name, matches[role].why)
        elif role in own:
            yield Served(role, layout.name, "made from tokens")
        else:
            yield Served(role, layout.name, f"stands in: the layout for {layout.role}")


def unused(brand: Brand) -> list[str]:
    """Names of layouts that serve no role by themselves."""
    return list(dict.fromkeys(layout.name for layout in brand.layouts if not layout.role))


def notes(brand: Brand, adopted: Adopted | None, fonts: Sequence[Chosen]) -> Iterator[str]:
    """What somebody should know who uses this brand, a line each."""
    yield from _fields(brand)
    if adopted and adopted.deck:
        yield from _contrast(adopted.deck)
        yield from _sizes(adopted.deck, brand)
        yield from _weight(adopted.deck.package)
    yield from _fonts(fonts)


def _fields(brand: Brand) -> Iterator[str]:
    """Footers and numbers that layouts lack."""
    for purpose, what in (("footer", "footer"), ("slide-number", "slide number")):
        bare = {layout.name for role in ROLES if not (layout := brand.layout(role)).slot(purpose)}
        if bare:
            yield f"no {what} on {_listed(sorted(bare))}: slides made with these have none"


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"`{name}`" for name in names[:6])
    return shown + (f" and {len(names) - 6} more" if len(names) > 6 else "")


def _contrast(deck: AdoptedDeck) -> Iterator[str]:
    """Text that is hard to read where the template puts it (WCAG 2.1, 1.4.3: 4.5, large text 3)."""
    found: dict[tuple[str, str, float], list[str]] = {}
    for match in deck.matches:
        for holder, purpose in match.purposes if match.role else ():
            level = holder.levels[0] if holder.levels else None
            if level is None or holder.kind in ("pic", "media"):
                continue
            ground = holder.ground or match.profile.ground(holder.box)
            least = 3.0 if level.size >= 18 or (level.bold and level.size >= 14) else 4.5
            where = f"{purpose} of `{match.profile.name}`"
            if ratio(holder.colour, ground) < least and where not in found.get((holder.colour, ground, least), ()):
                found.setdefault((holder.colour, ground, least), []).append(where)
    for (colour, ground, least), places in found.items():
        shown = ", ".join(places[:3]) + (f" and {len(places) - 3} more" if len(places) > 3 else "")
        said = f"{colour} on {ground} has a contrast of {ratio(colour, ground):.1f}"
        yield f"{shown}: {said}, text of its size needs {least:g}"
    looks = looks_of(deck)
    palette = deck.scheme.palette()
    for slot in ("tx1", "tx2"):
        measured = ratio(palette[slot], palette[looks.fill])
        if measured < 4.5:
            yield f"cards: {slot} on {looks.fill} has a contrast of {measured:.1f}, text needs 4.5"
    left = [n for n in range(1, 7) if f"accent{n}" not in looks.accents]
    if left:
        numbers = ", ".join(map(str, left))
        yield f"accents {numbers} are not used for letters and lines: too pale on {looks.fill}, or like another"


def _sizes(deck: AdoptedDeck, brand: Brand) -> Iterator[str]:
    """Text that is smaller than the smallest that people can read."""
    told: set[str] = set()
    for match in deck.matches:
        for holder, purpose in match.purposes if match.role else ():
            if purpose in ("body", "subtitle") and holder.levels and holder.levels[0].size < brand.smallest:
                name = match.profile.name
                if name not in told:
                    told.add(name)
                    yield f"{purpose} of `{name}` is {holder.levels[0].size:g} points, less than {brand.smallest:g}"


def _weight(package: Package) -> Iterator[str]:
    """Parts that make every deck heavy, and pictures that programs disagree on."""
    for part in package.parts.values():
        kind = part.content_type.removeprefix("image/")
        if len(part.content) > HEAVY:
            yield f"{part.name} has {len(part.content) / (1 << 20):.1f} MB, in every deck"
        if part.content_type.startswith("image/") and kind in _RISKY:
            yield f"{part.name} is {_RISKY[kind]}"


def _fonts(fonts: Sequence[Chosen]) -> Iterator[str]:
    said = {"pack": "in the brand's folder", "shipped": "comes with deckbuild", "system": "found on this machine"}
    for one in fonts:
        if one.origin in said:
            yield f"font `{one.family}`: {said[one.origin]}"
        else:
            alike = " (same widths)" if one.origin == "same-widths" else ""
            yield f"font `{one.family}`: not here; measured and drawn as {one.stand_in}{alike}, but named in outputs"
