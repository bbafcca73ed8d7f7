"""Draw the README's pictures from what `make decks` built: docs/pictures/deck.png and notes.png.

    python tools/readme_pictures.py

Needs LibreOffice, with the brand's faces installed (copy those of `ttf-opensans` to ~/.fonts).
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

from deckbuild.pictures.libreoffice import to_pdf

ROOT = Path(__file__).parents[1]
GAP, GROUND = 14, "#e2e7ee"

SLIDES = {
    "module-2/lesson-2.0.pptx": ("Introduction", "Four groups", "One priority"),
    "gallery/gallery.pptx": ("Lines show", "A diagram shows", "A matrix sorts"),
}
PAGES = {
    "module-2/lesson-2.0-facilitator.docx": ("Lesson map", "Suggested answers"),
    "module-2/lesson-2.0-participant.docx": ("Slide 5",),
}


def main() -> None:
    """Write both pictures."""
    build, out = ROOT / "build", ROOT / "docs/pictures"
    _sheet([picture for name, words in SLIDES.items() for picture in _drawn(build / name, words, 0.53)]).save(
        out / "deck.png", optimize=True
    )
    _sheet([picture for name, words in PAGES.items() for picture in _drawn(build / name, words, 0.835)]).save(
        out / "notes.png", optimize=True
    )


def _drawn(file: Path, words: tuple[str, ...], scale: float) -> list[Image.Image]:
    """For each of `words`, the first page that holds it and is not the contents."""
    document = pypdfium2.PdfDocument(to_pdf(file.read_bytes(), file.suffix))
    texts = [page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in document]
    found = [next(n for n, text in enumerate(texts) if word in text and "Contents" not in text) for word in words]
    return [document[number].render(scale=scale).to_pil().convert("RGB") for number in found]


def _sheet(pictures: list[Image.Image]) -> Image.Image:
    width, height = pictures[0].size
    rows = -(-len(pictures) // 3)
    sheet = Image.new("RGB", (3 * width + 4 * GAP, rows * height + (rows + 1) * GAP), GROUND)
    for number, picture in enumerate(pictures):
        sheet.paste(picture, (GAP + number % 3 * (width + GAP), GAP + number // 3 * (height + GAP)))
    return sheet


if __name__ == "__main__":
    main()
