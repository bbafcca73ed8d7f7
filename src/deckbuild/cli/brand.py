"""`deckbuild brand`: a group; each of its commands is a module of its own."""

from __future__ import annotations

import click

from deckbuild.cli import CONTEXT, Lazy

COMMANDS = {
    "new": "Make a brand from colours, fonts and a logo.",
    "check": "Say which layout serves which kind of slide and why, and what to look at.",
    "show": "Build a specimen: every kind of slide, its documents, one picture of it all.",
    "template": "Write a brand's template for PowerPoint or Word.",
}


@click.group(cls=Lazy, offered=COMMANDS, prefix="brand_", context_settings=CONTEXT)
def brand() -> None:
    """Make, hand out and look at brands: the folders under brand/, and those that come with deckbuild."""
