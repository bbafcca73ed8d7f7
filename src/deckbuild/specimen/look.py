"""A brand looked at: loaded with all that is said about it, its pictures drawn, its specimen built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from deckbuild.brand.adopt.load import Adopted, load_adopted
from deckbuild.brand.brand import Brand
from deckbuild.brand.faces import Chosen, chosen
from deckbuild.brand.load import BRAND_FILE, load_brand, tokens_of_folder
from deckbuild.brand.pack import read_fonts
from deckbuild.diagnostics.model import NOWHERE, Diagnostic, Diagnostics
from deckbuild.pictures.renderer import CannotDraw, Renderer
from deckbuild.pipeline import build
from deckbuild.specimen.subject import LESSON, Subject

PAGES = 10
"""Pages of the facilitator's notes on the sheet."""


@dataclass(frozen=True)
class Looked:
    """A brand, how its template was taken, its faces, and what was said."""

    brand: Brand | None
    adopted: Adopted | None
    fonts: tuple[Chosen, ...]
    diagnostics: tuple[Diagnostic, ...]


def look(subject: Subject) -> Looked:
    """The brand of a subject."""
    workspace, diags = subject.workspace(), Diagnostics()
    brand = load_brand(workspace, subject.name, "A4", diags, NOWHERE)
    if brand is None:
        return Looked(None, None, (), diags.in_order())
    file = PurePosixPath("brand", subject.name, BRAND_FILE)
    quiet = Diagnostics()
    tokens = tokens_of_folder(workspace, file, quiet)
    assert tokens is not None
    adopted = None
    if tokens.template or tokens.document:
        adopted = load_adopted(tokens, workspace, file.parent, "A4", quiet, NOWHERE)
        tokens = adopted.tokens if adopted else tokens
    fonts = chosen(tokens.fonts, read_fonts(workspace, file))
    return Looked(brand, adopted, fonts, diags.in_order())


def renderer_for(brand: Brand, name: str) -> Renderer:
    """The renderer that is asked for; raises CannotDraw where it is not here."""
    if name == "libreoffice":
        from deckbuild.pictures.libreoffice import LibreOffice

        return LibreOffice()
    from deckbuild.pictures.embedded import Embedded

    return Embedded(brand)


@dataclass(frozen=True)
class Specimen:
    """The specimen of a brand: files by name, and what was said while they were made."""

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


def specimen(subject: Subject, brand: Brand, renderer: Renderer) -> Specimen:
    """Deck, notes and guide with every kind and cue, and one picture of it all."""
    from deckbuild.specimen.sheets import WIDTH, slides_sheet

    made = build(subject.workspace(), LESSON, renderer=renderer)
    files = {path.name.replace("specimen", f"{subject.name}-specimen"): content for path, content in made.files.items()}
    deck = next((content for name, content in files.items() if name.endswith(".pptx")), None)
    if deck is not None:
        slides = _slides(deck, renderer, WIDTH)
        notes = next((content for name, content in files.items() if name.endswith("-facilitator.docx")), b"")
        files[f"{subject.name}-specimen.png"] = slides_sheet(slides, _pages(notes), brand)
    return Specimen(files, made.diagnostics)


def _slides(deck: bytes, renderer: Renderer, width: int) -> list[bytes | None]:
    """A picture of each slide; None where it can't be drawn."""
    from deckbuild.ooxml.opening import open_package

    count = sum(part.content_type.endswith(".slide+xml") for part in open_package(deck).parts.values())
    try:
        drawn = renderer.draw(deck, range(1, count + 1), width * 2)
    except CannotDraw:
        drawn = {}
    return [drawn.get(number) for number in range(1, count + 1)]


def _pages(document: bytes) -> list[bytes]:
    """Pictures of the first pages, where LibreOffice is here to set them."""
    from deckbuild.pictures.libreoffice import page_pictures, program

    if not document or program() is None:
        return []
    try:
        return page_pictures(document, ".docx", PAGES, 920)
    except CannotDraw:
        return []
