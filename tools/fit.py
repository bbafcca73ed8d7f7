"""Compare how we break lines with how LibreOffice does, on many boxes of generated text.

    python tools/fit.py [--slides 150]

Needs LibreOffice, pdftotext (poppler-utils) and Open Sans in ~/.fonts.  Prints how many bodies take the same number of
lines in both, and how many of the others we take to be longer (safe) or shorter (text might leave its box).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import tempfile
from dataclasses import replace
from pathlib import PurePosixPath

from bench import WORDS

from deckbuild.compose.fit import inner, measure, paragraphs
from deckbuild.compose.measure import metrics
from deckbuild.compose.presentation import Page
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.pictures.libreoffice import to_pdf
from deckbuild.pipeline import Composed, compose
from deckbuild.render.pptx.deck import render_pptx
from deckbuild.workspace import InMemory, Recording

LESSON = PurePosixPath("decks/fit.yaml")
MORE = [
    "Secretary-General,",
    "well-being;",
    "(whole)",
    "of-mission:",
    "2026,",
    "A4P+",
    "accountability",
    "communications",
    "WPS",
    "to",
    "of",
    "in",
    "the",
    "a",
]
BODY = range(95, 500)
"""Where bodies stand on a page of the PDF, points from its top."""


def lesson(slides: int, seed: int) -> str:
    """A lesson of lists with one to five points of three to forty words, a part of them bold."""
    chance = random.Random(seed)
    pages = []
    for number in range(slides):
        points = []
        for _ in range(chance.randint(1, 5)):
            words = [chance.choice(WORDS + MORE) for _ in range(chance.randint(3, 40))]
            half = len(words) // 2
            bold = chance.random() < 0.3
            points.append(" ".join(words[:half]) + " **" + " ".join(words[half:]) + "**" if bold else " ".join(words))
        pages.append({"title": f"Slide {number}", "bullets": points})
    return json.dumps({"lesson": "1", "title": "Fit", "generate": [], "sections": [{"title": "S", "slides": pages}]})


def ours(page: Page, composed: Composed) -> int:
    """Lines of a page's body as compose counts them."""
    body = page.filled[-1]
    assert isinstance(body.content, tuple)
    levels = body.slot.levels
    if body.sizes:
        levels = tuple(replace(level, size=size) for level, size in zip(levels, body.sizes, strict=True))
    width = inner(body.slot, body.box)[0] - body.narrow / 12700
    return measure(paragraphs(body.content, levels), width, 1.0, composed.brand, metrics(composed.brand.faces)).lines


def theirs(page: str) -> int:
    """Lines of a page's body in pdftotext's boxes; boxes at one height are one line."""
    tops = sorted(float(y) for y in re.findall(r'<line xMin="[\d.]+" yMin="([\d.]+)"', page) if int(float(y)) in BODY)
    return sum(1 for number, top in enumerate(tops) if number == 0 or top - tops[number - 1] > 7)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slides", type=int, default=150)
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    composed = compose(Recording(InMemory({str(LESSON): lesson(options.slides, options.seed)})), LESSON, Diagnostics())
    assert composed is not None
    brand = composed.brand
    deck = render_pptx(composed.presentation, brand.pptx_template, brand.tables.style_id, (0, 0))
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(to_pdf(deck, ".pptx"))
        file.flush()
        text = subprocess.run(["pdftotext", "-bbox-layout", file.name, "-"], capture_output=True, text=True, check=True)
    counts = [
        (ours(page, composed), theirs(drawn))
        for page, drawn in zip(composed.presentation.pages, text.stdout.split("<page ")[1:], strict=True)
    ]
    same = sum(one == other for one, other in counts)
    print(f"{same} of {len(counts)} bodies take as many lines as in LibreOffice ({100 * same / len(counts):.1f} %)")
    print(
        f"{sum(one > other for one, other in counts)} are taken to be longer, {sum(one < other for one, other in counts)} shorter"
    )


if __name__ == "__main__":
    main()
