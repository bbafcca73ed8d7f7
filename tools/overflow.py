"""Does any text leave its box?  Asked of LibreOffice and of the embedded renderer, slide by slide.

    python tools/overflow.py [FILE.yaml ...] [--generated 1000] [--renderer embedded|libreoffice|both]

Without files: every lesson under decks/, and as many generated slides as asked for, over all kinds that hold text, in ten
languages, from one word to far too many.  Where a generated slide is refused (F301) it is left out and counted.
LibreOffice: the ink of every character of its PDF lies within a shape that holds text.  Embedded: every line of every
text box lies within the box, and tables within their frames; slides with characters that it has no face for are left out,
as no pictures of them are made.
"""

from __future__ import annotations

import argparse
import ctypes
import io
import json
import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pypdfium2
from corpus import TEXTS, UNSPACED
from pptx import Presentation as Opened
from pypdfium2 import raw

from deckbuild.brand.brand import EMU_PER_POINT, Brand
from deckbuild.brand.fontfile import static
from deckbuild.compose.breaking import HANGING
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.ooxml.opening import open_package
from deckbuild.pictures import scripts
from deckbuild.pictures.embedded import drawable, slide_texts
from deckbuild.pictures.libreoffice import to_pdf
from deckbuild.pipeline import Composed, compose, deck_of
from deckbuild.workspace import Disk, InMemory, Recording, Workspace

ROOT = Path(__file__).resolve().parents[1]
SLACK, MARKS = 1.5, 3.0
"""Points that ink may reach beyond its box for rounding, and above it for accents over the first line."""


@dataclass(frozen=True)
class Left:
    """Text that leaves its box: slide, renderer, and what."""

    slide: int
    renderer: str
    what: str

    def __str__(self) -> str:
        return f"slide {self.slide} ({self.renderer}): {self.what}"


Rect = tuple[float, float, float, float]


def by_libreoffice(deck: bytes) -> Iterator[Left]:
    """Characters whose ink lies in no shape that may hold text."""
    slides = list(Opened(io.BytesIO(deck)).slides)
    pdf = pypdfium2.PdfDocument(to_pdf(deck, ".pptx"))
    shown = [(n, slide) for n, slide in enumerate(slides, 1) if slide._element.get("show") != "0"]
    try:
        for (number, slide), page in zip(shown, pdf, strict=True):
            own = [shape for shape in slide.slide_layout.shapes if not shape.is_placeholder]  # decoration
            boxes = [*_boxes(slide.shapes), *_boxes(own)]
            out = [(char, *ink[:2]) for char, ink in _inks(page) if not _within(ink, boxes, hangs=char in HANGING)]
            if out:
                text = "".join(char for char, _, _ in out)
                yield Left(number, "LibreOffice", f"“{text[:40]}” at {out[0][1]:.0f}, {out[0][2]:.0f} pt")
    finally:
        pdf.close()


def _boxes(shapes: Any) -> Iterator[Rect]:
    """Where text may stand: text shapes, tables, charts, pictures with words in them; groups are gone into."""
    for shape in shapes:
        if shape.shape_type == 6:
            yield from _boxes(shape.shapes)
            continue
        texts = shape.has_text_frame and shape.text_frame.text.strip()
        if (texts or not shape.has_text_frame) and shape.left is not None:
            x, y, w, h = (side / EMU_PER_POINT for side in (shape.left, shape.top, shape.width, shape.height))
            if 45 < getattr(shape, "rotation", 0) % 180 < 135:
                x, y, w, h = x + (w - h) / 2, y + (h - w) / 2, h, w
            yield (x, y, x + w, y + h)


def _inks(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Rect]]:
    text, height = page.get_textpage(), page.get_height()
    sides = [ctypes.c_double() for _ in range(4)]
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if raw.FPDFText_IsGenerated(text, index) == 1 or character.isspace() or character in "\u0002\ufffe":
            continue
        raw.FPDFText_GetCharBox(text, index, *sides)
        left, right, bottom, top = (side.value for side in sides)
        mark = unicodedata.category(character) == "Mn"  # where a PDF says that these are is not where they are seen
        if right > left and top > bottom and not mark:
            yield character, (left, height - top, right, height - bottom)
    text.close()


def _within(ink: Rect, boxes: Sequence[Rect], *, hangs: bool) -> bool:
    """Whether the middle of the ink stands in a box across, and all of it from top to bottom.  Some signs may hang."""
    middle, beyond = (ink[0] + ink[2]) / 2, 30 if hangs else SLACK
    return any(
        left - SLACK <= middle <= right + beyond and top - MARKS <= ink[1] and ink[3] <= bottom + SLACK
        for left, top, right, bottom in boxes
    )


def by_embedded(deck: bytes, brand: Brand) -> Iterator[Left]:
    """Lines that leave their text box, and tables that leave the slide's body, as the embedded renderer sets them."""
    import betteroffice_pptx

    package = open_package(deck)
    texts = slide_texts(package)
    opened = betteroffice_pptx.Presentation.open(drawable(package, brand) or deck)
    for face in brand.faces:
        opened.register_font(face.family, static(face), bold=face.bold, italic=face.italic)
    declared = [list(slide.shapes) for slide in Opened(io.BytesIO(deck)).slides]
    for number in range(opened.slide_count):
        if not scripts.drawable(frozenset(texts.get(number + 1, "")), brand.faces):
            continue  # no pictures are made of such slides
        drawn = opened.render_slide(number).to_dict()
        tables = [shape.height / 9525 for shape in declared[number] if shape.has_table]
        for primitive in drawn["primitives"]:
            if primitive["kind"] == "textBox":
                lines = [line for line in primitive["lines"] if line["runs"] and line["width"] > 0]
                slack = 0.2 * max((line["height"] for line in lines), default=0.0) + 1  # leading, not ink
                top = min((line["y"] for line in lines), default=primitive["y"])
                bottom = max((line["y"] + line["height"] for line in lines), default=primitive["y"])
                if top < primitive["y"] - slack or bottom > primitive["y"] + primitive["h"] + slack:
                    words = "".join(run.get("text", "") for p in primitive["paragraphs"] for run in p["runs"])
                    over = max(primitive["y"] - top, bottom - primitive["y"] - primitive["h"])
                    yield Left(number + 1, "embedded", f"“{words[:40]}” by {over * 0.75:.1f} pt")
            elif primitive["kind"] == "table" and tables and primitive["h"] > tables.pop(0) * 1.02 + 2:
                yield Left(number + 1, "embedded", f"table grows to {primitive['h'] * 0.75:.0f} pt")


def leaving(composed: Composed, renderers: Sequence[str] = ("embedded", "libreoffice")) -> list[Left]:
    """All text of a composed lesson's deck that leaves its box."""
    deck = deck_of(composed)
    found = list(by_embedded(deck, composed.brand)) if "embedded" in renderers else []
    return found + (list(by_libreoffice(deck)) if "libreoffice" in renderers else [])


# --- generated slides --------------------------------------------------------------------------------------


def slides(count: int, language: str, seed: int) -> list[dict[str, Any]]:
    """That many slides of all kinds with text, short and long and far too long."""
    chance = random.Random(seed)
    return [_slide(number, language, chance) for number in range(count)]


def _words(language: str, chance: random.Random, least: int, most: int) -> str:
    text = TEXTS[language]
    count = chance.randint(least, most)
    if language in UNSPACED:
        start = chance.randrange(len(text))
        return (text * 9)[start : start + 2 * count].lstrip("、。，；？）」”—") or "平和"
    words = text.split(" ")
    start = chance.randrange(len(words))
    made = " ".join((words * 9)[start : start + count]).strip(":—–- ")
    return made.replace("**", "") or words[0]


def _slide(number: int, language: str, chance: random.Random) -> dict[str, Any]:
    size = chance.choice((1, 1, 1, 2, 4))  # normal, long, far too long

    def words(least: int, most: int) -> str:
        return _words(language, chance, least, most)

    def listed(least: int, most: int, of: int) -> list[Any]:
        return [words(1, of) for _ in range(chance.randint(least, most))]

    nested = [
        {words(2, 6): listed(1, 4, 10)} if chance.random() < 0.3 else words(1, 14)
        for _ in range(chance.randint(1, 7 * size))
    ]
    width = chance.randint(2, 5)
    row = lambda most: [words(1, most) for _ in range(width)]  # noqa: E731
    body = chance.choice((
        {"bullets": nested}, {"bullets": nested, "numbered": True},
        {"text": "\n\n".join(words(8, 40) for _ in range(chance.randint(1, 3 * size)))},
        {"groups": [{"title": words(1, 4), "items": listed(1, 4, 8)} for _ in range(chance.randint(2, 5 + size))]},
        {"columns": [{"title": words(1, 3), "bullets": listed(1, 5 * size, 8)} for _ in range(chance.randint(2, 4))]},
        {"table": {"header": row(2), "rows": [row(8) for _ in range(chance.randint(1, 8 * size))]}},
        {"quote": {"text": words(5, 40), "source": words(1, 5)}},
        {"question": {"stem": words(4, 20), "options": listed(2, 6, 8)}},
    ))  # fmt: skip
    return {"title": f"{number} {words(2, 8 * min(size, 2))}", **body}


def generated(count: int, languages: Sequence[str] = tuple(TEXTS)) -> Iterator[tuple[str, Composed, int]]:
    """Lessons of generated slides, one a language, with how many slides were refused."""
    for index, language in enumerate(languages):
        kept, refused = [], 0
        for slide in slides(count // len(languages), language, 1000 + index):
            if _composed([slide], language) is None:
                refused += 1
            else:
                kept.append(slide)
        composed = _composed(kept, language)
        assert composed is not None
        yield language, composed, refused


def _composed(kept: Sequence[dict[str, Any]], language: str) -> Composed | None:
    spoken = language if language in ("en", "fr", "de", "ar") else "en"
    lesson = {"lesson": "1", "title": "T", "language": spoken, "edition": "Edition", "generate": ["title"],
              "sections": [{"title": "S", "slides": list(kept)}]}  # fmt: skip
    path, diags = PurePosixPath("decks/a.yaml"), Diagnostics()
    composed = compose(Recording(InMemory({str(path): json.dumps(lesson, ensure_ascii=False)})), path, diags)
    errors = [one for one in diags.in_order() if one.severity.value == "error"]
    if any(one.code != "F301" for one in errors):
        raise SystemExit(f"a generated slide is wrong: {errors[0]}")
    return None if errors else composed


def lessons(workspace: Workspace, paths: Sequence[PurePosixPath]) -> Iterator[tuple[str, Composed, int]]:
    """Lessons of a project."""
    for path in paths:
        composed = compose(Recording(workspace), path, Diagnostics())
        if composed is not None:
            yield str(path), composed, 0


def main() -> None:
    """Ask and print; fails where text leaves its box."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--generated", type=int, default=1000)
    parser.add_argument("--languages", nargs="+", default=list(TEXTS), choices=list(TEXTS))
    parser.add_argument("--renderer", choices=["embedded", "libreoffice", "both"], default="both")
    parser.add_argument("--keep", type=Path, help="write the decks into that folder")
    options = parser.parse_args()
    renderers = ("embedded", "libreoffice") if options.renderer == "both" else (options.renderer,)
    files = [file.resolve() for file in options.files] or [
        file
        for file in sorted((ROOT / "decks").rglob("*.yaml"))
        if "\nlesson:" in "\n" + file.read_text(encoding="utf-8")
    ]
    sources = [lessons(Disk(ROOT), [PurePosixPath(file.relative_to(ROOT).as_posix()) for file in files])]
    if not options.files:
        sources.append(generated(options.generated, options.languages))
    total = slides_seen = 0
    for source in sources:
        for name, composed, refused in source:
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{name.replace('/', '-')}.pptx").write_bytes(deck_of(composed))
            found = leaving(composed, renderers)
            pages = len(composed.presentation.pages)
            total, slides_seen = total + len(found), slides_seen + pages
            print(
                f"{name}: {pages} slides, {len(found)} with text that leaves its box"
                + (f", {refused} refused" if refused else "")
            )
            for one in found[:12]:
                print(f"  {one}")
    print(f"together {slides_seen} slides, {total} with text that leaves its box")
    raise SystemExit(1 if total else 0)


if __name__ == "__main__":
    main()
