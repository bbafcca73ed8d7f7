"""`deckbuild brand show`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.keeping import offer
from deckbuild.cli.project import failed, print_diagnostics


@click.command(name="show")
@click.argument("path")
@click.option("-o", "--output", type=click.Path(file_okay=False), help="Folder for it (default: build/brand/).")
@click.option(
    "--pictures", type=click.Choice(["auto", "libreoffice"]), default="auto", show_default=True,
    help="What draws the slides; auto is the embedded renderer.",
)  # fmt: skip
def brand_show(path: str, output: str | None, pictures: str) -> None:
    """Build a specimen in a brand: a deck with every kind of slide, its documents, and one picture of it all.

    PATH is a brand's folder, a template (.potx, .pptx, .dotx, .docx) without any brand.yaml, or the name of a brand
    that comes with deckbuild. Pages of documents are on the picture where LibreOffice is installed.
    """
    from deckbuild.files import write_if_different
    from deckbuild.pictures.renderer import CannotDraw
    from deckbuild.specimen.look import look, renderer_for, specimen
    from deckbuild.specimen.subject import NoBrand, subject_of

    try:
        subject = subject_of(path)
    except NoBrand as reason:
        raise click.UsageError(str(reason)) from None
    looked = look(subject)
    if looked.brand is None:
        print_diagnostics(Path(), looked.diagnostics)
        sys.exit(EXIT_ERRORS)
    try:
        made = specimen(subject, looked.brand, renderer_for(looked.brand, pictures))
    except CannotDraw as reason:
        raise click.UsageError(str(reason)) from None
    print_diagnostics(Path(), made.diagnostics)
    folder = Path(output) if output else Path("build", "brand")
    for name, content in made.files.items():
        click.echo(f"{write_if_different(folder / name, content).value} {folder / name}")
    offer(subject, looked, path)
    sys.exit(EXIT_ERRORS if failed(made.diagnostics, strict=False) else 0)
