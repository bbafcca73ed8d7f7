"""What the commands of `deckbuild new` share: questions, answers that can be used, files that are not there yet."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import click

from deckbuild.cli.project import PROJECT_FILE, root_of


def ask(question: str, default: str, said: str | None, check: Callable[[str], str] | None = None) -> str:
    """`said`, else the answer to `question` on a terminal, else `default`.

    `check` gives the answer back as it is used, or raises ValueError that says what is wrong: then it is asked again,
    or, where nobody can be asked, the command ends.
    """
    asks = said is None and sys.stdin.isatty()
    while True:
        answer = said if said is not None else default
        if asks:
            answer = str(click.prompt(question, default=default, show_default=bool(default), err=True)).strip()
        try:
            return check(answer) if check else answer
        except ValueError as wrong:
            if not asks:
                raise click.UsageError(str(wrong)) from None
            click.echo(str(wrong), err=True)


def project_root() -> Path:
    """The project in which we are; ends the command where there is none."""
    root = root_of([])
    if not (root / PROJECT_FILE).is_file():
        raise click.UsageError(
            "this is no project: there is no deckbuild.yaml here or in a folder above.  "
            "Make one with `deckbuild new project NAME`, or change into one"
        )
    return root


def must_be_new(root: Path, file: PurePosixPath) -> None:
    """End the command where something stands at `file` already."""
    if (root / file).exists():
        raise click.UsageError(f"{file} is there already and stays as it is: choose another name")


def put(root: Path, files: Mapping[PurePosixPath, str], shown: str = "") -> None:
    """Write new files, and say which."""
    from deckbuild.files import write_if_different

    for path, text in files.items():
        write_if_different(root / path, text.encode())
        click.echo(f"created {shown}{path}")


def line(text: str) -> str:
    """A text in one line that says something; raises ValueError where it is empty."""
    words = " ".join(text.split())
    if not words:
        raise ValueError("this needs a text")
    return words


def language_tag(text: str) -> str:
    """A language's tag as it was written; raises ValueError where it is none."""
    from pydantic import TypeAdapter, ValidationError

    from deckbuild.spec.scalars import Language

    try:
        return TypeAdapter[str](Language).validate_python(text)
    except ValidationError as wrong:
        raise ValueError(f"--language: {wrong.errors()[0]['msg']}; write a tag such as en, fr or pt-BR") from None
