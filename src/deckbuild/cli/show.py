"""`deckbuild show`."""

from __future__ import annotations

import sys

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.build import NAMES
from deckbuild.cli.project import lessons, print_diagnostics, root_of


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False))
@click.option("--only", type=click.Choice(NAMES), multiple=True, help="Show this output alone.")
def show(path: str, only: tuple[str, ...]) -> None:
    """Print the composed deck and documents of the lesson PATH as text: what a build would draw."""
    from deckbuild.compose.describe import describe_document, describe_presentation
    from deckbuild.diagnostics.model import Diagnostics
    from deckbuild.outputs import ALL, USUAL
    from deckbuild.pipeline import compose, document, gift_of
    from deckbuild.workspace import Disk, Recording

    root = root_of([path])
    diags = Diagnostics()
    composed = compose(Recording(Disk(root)), lessons(root, [path])[0], diags)
    print_diagnostics(root, diags.in_order())
    if composed is None or diags.has_errors:
        sys.exit(EXIT_ERRORS)
    for output in ALL:
        named = output.name in (only or {usual.name for usual in USUAL})
        if not named or not output.applies(composed.loaded.lesson):
            continue
        click.echo(f"######## {output.name}\n")
        if output.kind == "deck":
            click.echo(describe_presentation(composed.presentation))
        elif output.kind == "gift":
            click.echo(gift_of(composed))
        else:
            click.echo(describe_document(document(composed, output, {})))
