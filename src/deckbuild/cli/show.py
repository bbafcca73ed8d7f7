"""`deckbuild show`."""

from __future__ import annotations

import sys

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.project import lessons, print_diagnostics, root_of


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--only",
    type=click.Choice(["deck", "facilitator", "glance", "participant"]),
    multiple=True,
    help="Show this output alone.",
)
def show(path: str, only: tuple[str, ...]) -> None:
    """Print the composed deck and documents of the lesson PATH as text: what a build would draw."""
    from deckbuild.compose.describe import describe_document, describe_presentation
    from deckbuild.diagnostics.model import Diagnostics
    from deckbuild.outputs import ALL, USUAL
    from deckbuild.pipeline import compose, document
    from deckbuild.workspace import Disk, Recording

    root = root_of([path])
    diags = Diagnostics()
    composed = compose(Recording(Disk(root)), lessons(root, [path])[0], diags)
    print_diagnostics(root, diags.in_order())
    if composed is None or diags.has_errors:
        sys.exit(EXIT_ERRORS)
    for output in ALL:
        if output.name not in (only or {usual.name for usual in USUAL}):
            continue
        click.echo(f"######## {output.name}\n")
        if output.reader is None:
            click.echo(describe_presentation(composed.presentation))
        else:
            click.echo(describe_document(document(composed, output, {})))
