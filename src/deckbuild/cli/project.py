"""What all commands need: the project's root, the lessons that paths name, messages on the terminal."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import NoReturn

import click

from deckbuild.cli import EXIT_USAGE
from deckbuild.diagnostics.model import Diagnostic, Severity, Span
from deckbuild.workspace import Disk, OutsideProject

PROJECT_FILE = "deckbuild.yaml"


def root_of(paths: Sequence[str]) -> Path:
    """The nearest folder above the first path (or here) that holds a deckbuild.yaml; else that folder itself."""
    start = Path(paths[0]).resolve() if paths else Path.cwd()
    start = start if start.is_dir() else start.parent
    for folder in (start, *start.parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    return start if paths else Path.cwd()


def lessons(root: Path, paths: Sequence[str]) -> list[PurePosixPath]:
    """Files to build, relative to the root: those named, those below folders named, or all under decks/."""
    found: list[Path] = []
    for path in [Path(p).resolve() for p in paths] or [root / "decks"]:
        if path.is_dir():
            found += sorted(p for p in path.rglob("*.yaml") if p.name != PROJECT_FILE and _is_ours(p))
        else:
            found.append(path)
    relative = []
    for path in dict.fromkeys(found):
        if not path.is_relative_to(root):
            raise click.UsageError(f"{path} is outside the project {root}: run deckbuild there")
        relative.append(PurePosixPath(path.relative_to(root).as_posix()))
    return relative


def _is_ours(path: Path) -> bool:
    """Whether a file below a folder is a specification: it has one of our keys at its top level."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return any(line.split(":")[0] in ("lesson", "course", "session") for line in file if line[:1].isalpha())
    except OSError:
        return False


def colour() -> bool:
    """Whether messages may be coloured (https://no-color.org)."""
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ


def print_diagnostics(root: Path, diagnostics: Iterable[Diagnostic]) -> None:
    """Each message with its source line, on standard error."""
    from deckbuild.diagnostics.terminal import render

    disk = Disk(root)
    cache: dict[str, list[str]] = {}

    def source(file: str) -> list[str]:
        if file not in cache:
            cache[file] = []
            if file.endswith((".yaml", ".yml")):  # of decks and documents there is no line to show
                with contextlib.suppress(OSError, ValueError, OutsideProject):
                    cache[file] = disk.read(PurePosixPath(file)).decode("utf-8", "replace").splitlines()
        return cache[file]

    for diagnostic in diagnostics:
        click.echo(render(diagnostic, source, colour=colour()) + "\n", err=True)


def failed(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether these make the command fail: errors do, with `--strict` warnings do too."""
    grave = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(diagnostic.severity in grave for diagnostic in diagnostics)


def words_of(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Codes, names and families that an option names, separated by commas; refused where one is none."""
    del context, parameter
    words = tuple(word.strip() for one in value for word in one.split(",") if word.strip())
    if words:
        from deckbuild.spec.checking import closest
        from deckbuild.spec.checking import words as known

        for word in words:
            if word not in known():
                close = closest(word)
                meant = f"; did you mean `{close}`?" if close else ""
                raise click.BadParameter(f"`{word}` is no code, no name and no family{meant}")
    return words


def nothing_found(root: Path, paths: Sequence[str]) -> NoReturn:
    """Say that there is no lesson where one was looked for (Y108), and end as for a wrong call."""
    span = Span(paths[0] if paths else "decks", 1, 1, 1, 1)
    hint = "write a lesson under decks/, or name one: a YAML file whose first key is `lesson`, `session` or `course`"
    print_diagnostics(root, [Diagnostic("Y108", Severity.ERROR, "there is no lesson here", span, (hint,))])
    sys.exit(EXIT_USAGE)
