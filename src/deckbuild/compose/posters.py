"""What stands for a film or a sound until it is played: a field of the brand's dark colour, a sign, title and time.

There is no decoder of films here, so it is no picture out of the film; `poster` names one where there is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.blocks import Media, Picture, Rich, Run, plain
from deckbuild.brand.brand import Box, Brand
from deckbuild.brand.contrast import luminance
from deckbuild.compose.gallery import fitted
from deckbuild.compose.measure import Metrics
from deckbuild.compose.presentation import Filled, Page
from deckbuild.ooxml.xml import escaped
from deckbuild.svg import rasterise

_HEIGHT = 720
"""Pixels of a poster that is drawn."""
_FACE = "Open Sans"
_SOUND = (12, 5)
"""Sides of what stands for a sound: there is nothing to be seen."""


def placed(block: Media, box: Box, asset: Asset | None) -> tuple[Media, Box]:
    """The block with its poster, and where it stands: in the film's own sides, so that it is not stretched."""
    sides = _SOUND if block.kind == "audio" else (asset.width, asset.height) if asset else (16, 9)
    if block.kind == "audio":  # there is nothing to be seen: it takes less room
        wide, high = round(box.width * 0.6), round(box.height * 0.75)
        box = Box(box.x + (box.width - wide) // 2, box.y + (box.height - high) // 3, wide, high)
    frame = fitted(Asset(b"", "png", *sides), box)
    if block.poster is not None:
        return block, frame
    told = "\0".join((block.kind, plain(block.title), block.running_time, f"{sides[0] / sides[1]:.3f}"))
    name = PurePosixPath(f"poster:{hashlib.sha256(told.encode()).hexdigest()[:12]}")
    return replace(block, poster=Picture(name, "", fit="cover")), frame


def said_of(block: Media) -> Rich:
    """Running time, caption and credit in one line."""
    parts: list[Rich] = [(Run(block.running_time, style="muted"),)] if block.running_time else []
    parts += [block.caption] if block.caption else []
    parts += [(Run(block.credit, style="muted"),)] if block.credit else []
    out: list[Run] = []
    for part in parts:
        out += [*([Run(" · ", style="muted")] if out else []), *part]
    return tuple(out)


def beside(pages: Iterable[Page], deck: str) -> dict[PurePosixPath, str]:
    """Films and sounds that lie beside the deck, in a folder named after it: `lesson-2.0-media/film.mp4`."""
    files = {
        filled.content.file
        for page in pages
        for filled in page.filled
        if isinstance(filled.content, Media) and filled.content.file and not filled.content.embed
    }
    out: dict[PurePosixPath, str] = {}
    for file in sorted(files):
        name = file.name
        if any(other.name.casefold() == name.casefold() for other in out):
            name = f"{hashlib.sha256(str(file).encode()).hexdigest()[:6]}-{name}"
        out[file] = f"{deck}-media/{name}"
    return out


def drawn(pages: Iterable[Page], brand: Brand, metrics: Metrics) -> dict[PurePosixPath, Asset]:
    """The posters that nobody made, by the names that the blocks have for them."""
    out: dict[PurePosixPath, Asset] = {}
    for page in pages:
        for filled in page.filled:
            media = filled.content
            if isinstance(media, Media) and media.poster and str(media.poster.file).startswith("poster:"):
                out.setdefault(media.poster.file, _poster(media, filled, brand, metrics))
    return out


def _poster(media: Media, filled: Filled, brand: Brand, metrics: Metrics) -> Asset:
    box = filled.box or filled.slot.box
    height = _HEIGHT if media.kind == "video" else _HEIGHT // 2
    width = round(height * box.width / box.height)
    # On a brand whose slides are dark anyway, a field in the colour of cards stands out from them.
    dark = luminance(brand.palette["bg1"]) < luminance(brand.palette["tx1"])
    ground, ink = (f"#{brand.palette[slot]}" for slot in (("bg2", "tx1") if dark else ("tx2", "bg1")))
    lines = _lines(plain(media.title), width * 0.8, height * 0.062, metrics)
    middle = height * (0.5 if not lines else 0.42 if media.kind == "video" else 0.34)
    radius = height * 0.13
    out = [f'<rect width="{width}" height="{height}" fill="{ground}"/>',
           f'<circle cx="{width / 2:.1f}" cy="{middle:.1f}" r="{radius:.1f}" fill="none" stroke="{ink}" '
           f'stroke-width="{height * 0.012:.1f}"/>', _sign(media.kind, width / 2, middle, radius, ink)]  # fmt: skip
    size = height * 0.062 if media.kind == "video" else height * 0.09
    y = middle + radius + size * 1.9
    for line in lines:
        out.append(_text(line, width / 2, y, size, ink, "600"))
        y += size * 1.3
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{"".join(out)}</svg>'
    return Asset(rasterise(svg.encode(), width), "png", width, height)


def _sign(kind: str, x: float, y: float, radius: float, ink: str) -> str:
    """A triangle to play a film, a loudspeaker for a sound."""
    if kind == "video":
        r = radius * 0.5
        left = x - 0.7 * r
        return f'<path d="M{left:.1f} {y - r:.1f}L{x + r:.1f} {y:.1f}L{left:.1f} {y + r:.1f}Z" fill="{ink}"/>'
    r = radius * 0.42
    horn = f"M{x - 1.2 * r:.1f} {y - 0.4 * r:.1f}h{0.6 * r:.1f}l{0.8 * r:.1f} {-0.7 * r:.1f}v{2.2 * r:.1f}"
    horn += f"l{-0.8 * r:.1f} {-0.7 * r:.1f}h{-0.6 * r:.1f}Z"
    waves = "".join(
        f'<path d="M{x + far * r:.1f} {y - tall * r:.1f}q{0.55 * r:.1f} {tall * r:.1f} 0 {2 * tall * r:.1f}" '
        f'fill="none" stroke="{ink}" stroke-width="{0.16 * r:.1f}"/>'
        for far, tall in ((0.55, 0.45), (0.95, 0.85))
    )
    return f'<path d="{horn}" fill="{ink}"/>{waves}'


def _text(words: str, x: float, y: float, size: float, ink: str, weight: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{_FACE}" font-size="{size:.1f}" font-weight="{weight}" '
        f'fill="{ink}" text-anchor="middle">{escaped(words)}</text>'
    )


def _lines(title: str, width: float, size: float, metrics: Metrics) -> list[str]:
    """The title in at most three lines; nothing of a title in a script that the sign's face has not."""
    if any(ord(character) >= 0x0530 and not 0x1E00 <= ord(character) < 0x2100 for character in title):
        return []
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.width(longer, size, _FACE, bold=True) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [*lines[:2], lines[2] + " …"] if len(lines) > 3 else lines
