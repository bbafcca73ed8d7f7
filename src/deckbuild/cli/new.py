"""`deckbuild new`: a group; each of its commands is a module of its own."""

from __future__ import annotations

import click

from deckbuild.cli import CONTEXT, Lazy

COMMANDS = {
    "project": "Make a folder with a project's settings and a first lesson in it.",
    "lesson": "Make a lesson that can be built at once.",
    "session": "Make a session out of lessons that are there.",
    "course": "Make a course out of lessons that are there.",
}


@click.group(cls=Lazy, offered=COMMANDS, prefix="new_", context_settings=CONTEXT)
def new() -> None:
    """Make new files to begin with.  What no option says is asked for on a terminal, and else takes its default.

    Nothing that is there is written over.
    """
