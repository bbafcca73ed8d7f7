"""`deckbuild brand check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.keeping import keep, offer
from deckbuild.cli.project import print_diagnostics

if TYPE_CHECKING:
    from deckbuild.specimen.look import Looked
    from deckbuild.specimen.subject import Subject


@click.command(name="check")
@click.argument("path")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False), help="Folder for the picture (default: build/brand/)."
)
@click.option("--write", "name", metavar="NAME", help="Take the template over as brand/NAME/, with a brand.yaml.")
@click.option(
    "--pictures", type=click.Choice(["auto", "libreoffice", "none"]), default="auto", show_default=True,
    help="What draws the layouts; auto is the embedded renderer.",
)  # fmt: skip
def brand_check(path: str, output: str | None, name: str | None, pictures: str) -> None:
    """Say which layout of a brand serves which kind of slide, and why; and what to look at.

    PATH is a brand's folder, a template (.potx, .pptx, .dotx, .docx) without any brand.yaml, or the name of a brand
    that comes with deckbuild. A picture shows every layout with its placeholders outlined and named.
    """
    from deckbuild.specimen.look import look
    from deckbuild.specimen.subject import NoBrand, subject_of

    try:
        subject = subject_of(path)
    except NoBrand as reason:
        raise click.UsageError(str(reason)) from None
    looked = look(subject)
    print_diagnostics(Path(), looked.diagnostics)
    if looked.brand is None:
        sys.exit(EXIT_ERRORS)
    _print(subject, looked)
    if pictures != "none":
        _draw(subject, looked, pictures, Path(output) if output else Path("build", "brand"))
    if name:
        keep(subject, looked, name)
    else:
        offer(subject, looked, path)


def _print(subject: Subject, looked: Looked) -> None:
    from deckbuild.specimen.findings import notes, served, unused

    brand, adopted = looked.brand, looked.adopted
    assert brand is not None
    inches = f"{brand.width / 914400:.2f} × {brand.height / 914400:.2f} in"
    click.echo(f"{subject.name}: slides {inches}, {len({layout.part for layout in brand.layouts})} layouts\n")
    rows = list(served(brand, adopted))
    wide = max(len(row.role) for row in rows), min(40, max(len(row.layout) for row in rows))
    for row in rows:
        click.echo(f"  {row.role:<{wide[0]}}  {row.layout:<{wide[1]}}  {row.why}")
    left = unused(brand)
    if left:
        click.echo(f"\nReached by `layout:` alone: {', '.join(left)}")
    if adopted and adopted.word.place:
        _print_document(looked)
    click.echo("")
    for line in notes(brand, adopted, looked.fonts):
        click.echo(f"- {line}")


def _print_document(looked: Looked) -> None:
    assert looked.adopted is not None
    word = looked.adopted.word
    click.echo(f"\nDocuments: content goes {word.place}; {'its own' if word.headers else 'our'} headers and footers")
    if word.used:
        click.echo(f"  its own styles: {', '.join(word.used)}")
    click.echo(f"  {len(word.added)} styles added in its faces and colours")


def _draw(subject: Subject, looked: Looked, pictures: str, folder: Path) -> None:
    from deckbuild.files import write_if_different
    from deckbuild.pictures.renderer import CannotDraw
    from deckbuild.specimen.look import renderer_for
    from deckbuild.specimen.sheets import layouts_sheet

    assert looked.brand is not None
    target = folder / f"{subject.name}-layouts.png"
    try:
        sheet = layouts_sheet(looked.brand, renderer_for(looked.brand, pictures))
    except CannotDraw as reason:
        click.echo(f"\nNo picture of the layouts: {reason}", err=True)
        return
    click.echo(f"\n{write_if_different(target, sheet).value} {target}")
