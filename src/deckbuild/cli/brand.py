"""`deckbuild brand`: a group; each of its commands is a module of its own."""

from __future__ import annotations

import click

from deckbuild.cli import CONTEXT, Lazy

COMMANDS = {
    "template": "Write a brand's template for PowerPoint or Word.",
}


@click.group(cls=Lazy, offered=COMMANDS, prefix="brand_", context_settings=CONTEXT)
def brand() -> None:
    """Make, hand out and look at brands: the folders under brand/, and those that come with deckbuild."""
