"""`deckbuild verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckbuild.cli import EXIT_ERRORS, EXIT_USAGE
from deckbuild.cli.project import root_of


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
def verify(files: tuple[str, ...]) -> None:
    """Say whether FILES (decks and documents) are of one build, and whether their lesson has changed since.

    Exit code 0: one build, and the lesson as it is now.  1: older, of several builds, or of several lessons.
    """
    from deckbuild.identity import Standing, standing

    marks = []
    root = root_of([])
    verdict = standing({name: Path(name).read_bytes() for name in files}, root)
    for name, line in verdict.lines.items():
        click.echo(f"{name}: {line}")
        marks.append(line)
    click.echo(verdict.summary)
    match verdict.standing:
        case Standing.SAME:
            sys.exit(0)
        case Standing.FOREIGN:
            sys.exit(EXIT_USAGE)
        case _:
            sys.exit(EXIT_ERRORS)
