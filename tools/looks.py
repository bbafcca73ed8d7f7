"""Draw every slide and page under build/ with LibreOffice, one picture a page and a sheet a file: build/looks/.

    python tools/looks.py [FOLDER]

Install the brand's faces for LibreOffice first (copy them to ~/.fonts), or it substitutes others.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

from deckbuild.pictures.libreoffice import to_pdf

ACROSS, GAP = 4, 8


def main(folder: Path) -> None:
    """Write the pictures."""
    out = folder / "looks"
    for file in sorted(path for path in folder.rglob("*") if path.suffix in (".pptx", ".docx")):
        name = file.name.replace(".", "-")
        document = pypdfium2.PdfDocument(to_pdf(file.read_bytes(), file.suffix))
        (out / name).mkdir(parents=True, exist_ok=True)
        pages = []
        for number, page in enumerate(document, 1):
            picture = page.render(scale=1.4).to_pil().convert("RGB")
            picture.save(out / name / f"{number:03}.png")
            pages.append(picture.resize((picture.width // 2, picture.height // 2)))
        document.close()
        _sheet(pages).save(out / f"{name}.png")
        print(f"{out / name}.png: {len(pages)} pages")


def _sheet(pages: list[Image.Image]) -> Image.Image:
    width, height = pages[0].size
    rows = -(-len(pages) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * (width + GAP), rows * (height + GAP)), "#8894a0")
    for number, page in enumerate(pages):
        sheet.paste(page, (number % ACROSS * (width + GAP), number // ACROSS * (height + GAP)))
    return sheet


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build"))
