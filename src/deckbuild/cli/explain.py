"""`deckbuild explain`."""

from __future__ import annotations

import sys
import textwrap

import click

from deckbuild.cli import EXIT_USAGE


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the message with this CODE; without one, list all codes."""
    from deckbuild.diagnostics.catalogue import CATALOGUE

    if code is None:
        for known in CATALOGUE:
            click.echo(f"{known}  {CATALOGUE[known].name}")
        return
    entry = CATALOGUE.get(code.upper())
    if entry is None:
        click.echo(f"There is no message with the code {code}; `deckbuild explain` lists them.", err=True)
        sys.exit(EXIT_USAGE)
    click.echo(f"{code.upper()}  {entry.name}\n")
    click.echo(textwrap.fill(entry.text, 88))
