"""A bare template that was looked at -> brand/NAME/ in the project, where its owner wants it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.project import root_of

if TYPE_CHECKING:
    from deckbuild.specimen.look import Looked
    from deckbuild.specimen.subject import Subject


def offer(subject: Subject, looked: Looked, path: str) -> None:
    """Ask on a terminal under which name to keep a bare template; elsewhere say how."""
    if not subject.bare or _kept(Path(path)):
        return
    if not sys.stdin.isatty():
        click.echo(f"\nTo keep it: deckbuild brand check {path} --write NAME makes brand/NAME/ with a brand.yaml.")
        return
    click.echo("", err=True)
    question = f"Adopt it as brand/{subject.name}? Enter for yes, another name, or n"
    while (said := _ask(question, subject.name)) not in ("n", "no"):
        try:
            keep(subject, looked, subject.name if said in ("y", "yes") else said)
            return
        except click.UsageError as reason:
            question = f"{reason.message}. Its name, or n"
    click.echo("left as it is")


def keep(subject: Subject, looked: Looked, name: str) -> None:
    """Write brand/NAME/; a folder that is there already is left alone."""
    from deckbuild.files import write_if_different
    from deckbuild.specimen.adopting import adopted_files
    from deckbuild.specimen.subject import as_id

    assert looked.brand is not None
    if as_id(name) != name:
        raise click.UsageError(f"`{name}` can't be a brand's name: write `{as_id(name)}`")
    root = root_of([])
    if (root / "brand" / name).exists():
        raise click.UsageError(f"brand/{name} is there already: choose another name")
    for file, content in adopted_files(subject, name, looked.brand, looked.adopted).items():
        click.echo(f"{write_if_different(root / file, content).value} {file}")
    click.echo(f"use it with `brand: {name}` in deckbuild.yaml or in a lesson")


def _kept(path: Path) -> bool:
    """Whether a template is in a brand's folder of the project already."""
    brands = root_of([]).resolve() / "brand"
    return brands in path.resolve().parents


def _ask(question: str, default: str) -> str:
    said: str = click.prompt(question, default=default, show_default=False, err=True)
    return said.strip()
