"""Draw each slide of the gallery lesson for the guide: docs/pictures/kinds/ID.png, ID being the slide's own.

    python tools/kinds.py [ID …]

Drawn by the embedded renderer, so the same slides give the same pictures on every machine.  Run it after a change of
the gallery or of a kind's looks, and commit what it wrote; without ids, pictures of slides that are gone are removed.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from PIL import Image

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.pictures.embedded import Embedded
from deckbuild.pipeline import compose, deck_of
from deckbuild.workspace import Disk, Recording

ROOT = Path(__file__).resolve().parent.parent
GALLERY = PurePosixPath("decks/gallery/gallery.yaml")
OUT = ROOT / "docs" / "pictures" / "kinds"
WIDTH = 640
COLOURS = 128
"""A slide has few colours; with a palette its picture takes a third."""


def main(only: list[str]) -> None:
    """Write the pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    wanted = set()
    for name, picture in pictures(only):
        wanted.add(f"{name}.png")
        (OUT / f"{name}.png").write_bytes(picture)
    if not only:
        for old in OUT.glob("*.png"):
            if old.name not in wanted:
                old.unlink()
    print(f"{len(wanted)} pictures in {OUT.relative_to(ROOT)}")


def pictures(only: list[str]) -> Iterator[tuple[str, bytes]]:
    """Id and PNG of each slide that somebody wrote; of those in `only`, where it names any."""
    diags = Diagnostics()
    composed = compose(Recording(Disk(ROOT)), GALLERY, diags)
    if composed is None or diags.has_errors:
        raise SystemExit("\n".join(str(one) for one in diags.in_order()))
    pages = [page for page in composed.presentation.pages if "/" not in page.key and not page.key.startswith("@")]
    pages = [page for page in pages if not only or page.key in only]
    shown = tuple(replace(page, number_slot=None) for page in composed.presentation.pages)
    bare = replace(composed, presentation=replace(composed.presentation, pages=shown))  # numbers change, kinds do not
    drawn = Embedded(composed.brand).draw(deck_of(bare), [page.number for page in pages], 2 * WIDTH)
    for page in pages:
        if page.number in drawn:
            yield page.key, small(drawn[page.number])


def small(picture: bytes) -> bytes:
    """The picture at half its size and with few colours."""
    whole = Image.open(io.BytesIO(picture)).convert("RGB")
    halved = whole.resize((whole.width // 2, whole.height // 2), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    photograph = halved.getcolors(16384) is None
    if photograph:  # a palette alone would draw rings round every glow
        halved.quantize(256, dither=Image.Dither.FLOYDSTEINBERG).save(out, "PNG", optimize=True)
    else:
        halved.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
