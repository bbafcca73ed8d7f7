"""`deckbuild show`."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.build import NAMES
from deckbuild.cli.project import lessons, print_diagnostics, root_of

if TYPE_CHECKING:
    from deckbuild.pictures.renderer import Renderer
    from deckbuild.pictures.sheet import Sheet
    from deckbuild.pipeline import Composed


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False))
@click.option("--only", type=click.Choice(NAMES), multiple=True, help="Show this output alone.")
@click.option("--pictures", is_flag=True, help="Write contact sheets: a PNG a brand, and a page for a browser.")
@click.option("--brand", "brands", multiple=True, help="With --pictures: in this brand; `all` for every one.")
@click.option(
    "--renderer", type=click.Choice(["embedded", "libreoffice"]), default="embedded", show_default=True,
    help="With --pictures: what draws the slides.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(file_okay=False), help="With --pictures: the folder (default: build/sheets)."
)
def show(
    path: str, only: tuple[str, ...], pictures: bool, brands: tuple[str, ...], renderer: str, output: str | None
) -> None:
    """Print the composed deck and documents of the lesson PATH as text: what a build would draw.

    With --pictures, draw its slides onto contact sheets instead.
    """
    root = root_of([path])
    lesson = lessons(root, [path])[0]
    if pictures:
        _show_pictures(root, lesson, brands, renderer, Path(output) if output else root / "build" / "sheets")
        return
    if brands or output:
        raise click.UsageError("--brand and --output belong to --pictures")
    from deckbuild.compose.describe import describe_document, describe_presentation
    from deckbuild.outputs import ALL, USUAL
    from deckbuild.pipeline import document, gift_of

    composed = _composed(root, lesson, "")
    for one in ALL:
        named = one.name in (only or {usual.name for usual in USUAL})
        if not named or not one.applies(composed.loaded.lesson, composed.loaded.programme):
            continue
        click.echo(f"######## {one.name}\n")
        if one.kind == "deck":
            click.echo(describe_presentation(composed.presentation))
        elif one.kind == "gift":
            click.echo(gift_of(composed))
        else:
            click.echo(describe_document(document(composed, one, {})))


def _composed(root: Path, lesson: PurePosixPath, brand: str) -> Composed:
    """The lesson, in `brand` where it names one; ends the program after messages where that can't be."""
    from deckbuild.diagnostics.model import Diagnostics
    from deckbuild.pipeline import compose
    from deckbuild.workspace import Disk, Recording

    diags = Diagnostics()
    composed = compose(Recording(Disk(root)), lesson, diags, brand=brand)
    print_diagnostics(root, diags.in_order())
    if composed is None or diags.has_errors:
        sys.exit(EXIT_ERRORS)
    return composed


def _show_pictures(root: Path, lesson: PurePosixPath, brands: tuple[str, ...], renderer: str, folder: Path) -> None:
    """Write the sheets; says which files are new."""
    from deckbuild.brand.fontfile import static
    from deckbuild.brand.load import brand_names
    from deckbuild.files import write_if_different
    from deckbuild.pictures import sheet
    from deckbuild.pictures.renderer import CannotDraw
    from deckbuild.workspace import Disk

    names = brand_names(Disk(root)) if "all" in brands else brands or ("",)
    sheets, composed = [], None
    for name in dict.fromkeys(names):
        composed = _composed(root, lesson, name)
        try:
            one = _sheet(root, composed, _renderer(renderer, composed))
        except CannotDraw as reason:
            raise click.ClickException(f"no pictures of slides: {reason}") from None
        sheets.append(one)
        whole = composed.presentation
        face = next(face for face in composed.brand.faces if not face.bold and not face.italic)
        target = folder / f"{lesson.stem}-{one.brand}.png"
        write_if_different(target, sheet.png(one, static(face), whole.height / whole.width))
        click.echo(str(target))
    assert composed is not None
    whole = composed.presentation
    target = folder / f"{lesson.stem}.html"
    title = f"{whole.properties.keywords} · {whole.properties.title}"
    write_if_different(target, sheet.page(title, whole.language, sheets, right_to_left=whole.right_to_left))
    click.echo(str(target))


def _renderer(name: str, composed: Composed) -> Renderer:
    if name == "libreoffice":
        from deckbuild.pictures.libreoffice import LibreOffice

        return LibreOffice()
    from deckbuild.pictures.embedded import Embedded

    return Embedded(composed.brand)


def _sheet(root: Path, composed: Composed, renderer: Renderer) -> Sheet:
    """Every slide of the deck, drawn or taken from the cache."""
    from deckbuild.compose.describe import describe_page
    from deckbuild.ooxml.opening import open_package
    from deckbuild.pictures.cache import Folder
    from deckbuild.pictures.renderer import slide_pictures
    from deckbuild.pictures.sheet import WIDTH, Sheet, Shot
    from deckbuild.pipeline import deck_of

    whole, deck = composed.presentation, deck_of(composed)
    cache = Folder(root / ".deckbuild" / "pictures")
    drawn = slide_pictures(open_package(deck), deck, len(whole.pages), renderer, cache, WIDTH)
    first = {section.pages[0]: section.name for section in whole.sections if section.pages}
    shots = tuple(
        Shot(
            page.number, page.title, page.layout_name, first.get(page.key, ""), describe_page(page), page.hidden,
            drawn.get(page.number),
        )
        for page in whole.pages
    )  # fmt: skip
    return Sheet(composed.brand.name, renderer.name, shots)
