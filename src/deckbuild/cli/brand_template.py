"""`deckbuild brand template`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.project import print_diagnostics, root_of


@click.command(name="template")
@click.argument("name")
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False), help="x.potx, x.dotx, x.pptx or x.docx."
)
@click.option(
    "--paper", type=click.Choice(["A4", "Letter"]), default="A4", show_default=True, help="Pages of documents."
)
def brand_template(name: str, output: str, paper: Literal["A4", "Letter"]) -> None:
    """Write the template of the brand NAME, for people who make slides and pages by hand.

    The ending chooses what it is: .potx and .pptx are for PowerPoint, .dotx and .docx for Word.
    """
    from deckbuild.brand.handout import ENDINGS, handed_out
    from deckbuild.brand.load import load_brand
    from deckbuild.diagnostics.model import NOWHERE, Diagnostics
    from deckbuild.files import write_if_different
    from deckbuild.workspace import Disk

    target = Path(output)
    if target.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"`{target.name}` must end in {', '.join(ENDINGS)}")
    root = root_of([])
    diags = Diagnostics()
    brand = load_brand(Disk(root), name, paper, diags, NOWHERE)
    print_diagnostics(root, diags.in_order())
    if brand is None:
        sys.exit(EXIT_ERRORS)
    written = write_if_different(target, handed_out(brand, target.suffix.lower()))
    click.echo(f"{written.value} {target}")
