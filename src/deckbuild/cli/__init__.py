"""The command line: parses words, calls the pipeline, prints, chooses the exit code.  No logic."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Mapping
from keyword import iskeyword
from typing import Any, NoReturn

import click

from deckbuild import __version__

EXIT_ERRORS, EXIT_USAGE, EXIT_BUG, EXIT_LOCKED = 1, 2, 3, 4


class Lazy(click.Group):
    """Finds a command's module only when it is called, so that `--help` stays quick.

    `offered` says what each command does; the command `new` of the group `brand` is `brand_new` in `brand_new.py`, and
    `import`, which is a word of Python, is `import_` in `import_.py`.
    """

    def __init__(self, offered: Mapping[str, str], prefix: str = "", **more: Any) -> None:
        super().__init__(**more)
        self._offered, self._prefix = offered, prefix

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names, in the order in which help lists them."""
        return list(self._offered)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command called `name`, from its module."""
        if name not in self._offered:
            return None
        from importlib import import_module

        module = self._prefix + name + "_" * (iskeyword(name) or hasattr(builtins, name))
        command: click.Command = getattr(import_module(f"deckbuild.cli.{module}"), module)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names and what they do, without any module of theirs."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._offered.items()))


COMMANDS = {
    "new": "Make a project, a lesson, a session or a course to begin with.",
    "import": "Make a lesson of a Word document, a deck, a text or a question bank.",
    "build": "Build the deck, the facilitator notes and the participant's document of lessons.",
    "check": "Report what is wrong with lessons, or with finished files; writes nothing.",
    "list": "List lessons, sessions and courses with their time, slides, languages and state.",
    "plan": "Print the timetable of a session, with what would be left out in less time.",
    "show": "Print the composed deck and documents of a lesson as text.",
    "verify": "Say whether finished files belong to one build, and to the lesson as it is now.",
    "brand": "Make, hand out and look at brands.",
    "explain": "Explain a message by its code.",
    "schema": "Print the JSON Schema of a file, for editors.",
}


CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Lazy, offered=COMMANDS, context_settings=CONTEXT)
@click.version_option(__version__, message="%(prog)s %(version)s")
def deckbuild() -> None:
    """Compile lessons written in YAML into branded decks and their matching Word documents.

    Run it inside a project (a folder with a deckbuild.yaml, lessons under decks/).
    """


def main() -> NoReturn:
    """Run, with our own bugs told apart from the author's mistakes: exit code 3, and where to report it."""
    # A build makes many small values and no cycles worth looking for; a quarter of its time went into looking.
    gc.set_threshold(200_000, 20, 100)
    code = 0
    try:
        deckbuild(prog_name="deckbuild")
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1 if ended.code else 0
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("\nThis is a bug in deckbuild, not in your file. Please report it with the lines above.", err=True)
        code = EXIT_BUG
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End at once: to free the values of a large lesson one by one takes longer than to read it (as mypy does)."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # whoever read our output has gone
        code = code or 1
    os._exit(code)
