"""`deckbuild check`."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.project import failed, lessons, nothing_found, print_diagnostics, root_of
from deckbuild.diagnostics.model import Diagnostic, Diagnostics, Severity, Span

PACKAGES = (".pptx", ".potx", ".docx", ".dotx")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def check(paths: tuple[str, ...], strict: bool) -> None:
    """Report what is wrong with lessons (all under decks/, or those that PATHS name); writes nothing.

    A .pptx or .docx among PATHS is checked as a package: whether PowerPoint or Word would repair it.
    """
    from deckbuild.diagnostics.terminal import summary

    found: list[Diagnostic] = []
    packages = [path for path in paths if path.lower().endswith(PACKAGES)]
    for path in packages:
        found += _check_package(path)
    root = root_of([path for path in paths if path not in packages])
    others = [path for path in paths if path not in packages]
    named = lessons(root, others) if others or not paths else []
    if not named and not packages:
        nothing_found(root, paths)
    for lesson in named:
        found += _check(root, lesson)
    print_diagnostics(root, found)
    count = len(named) + len(packages)
    click.echo(f"{count} file{'s' * (count != 1)} checked: {summary(found) if found else 'nothing found'}")
    sys.exit(EXIT_ERRORS if failed(found, strict=strict) else 0)


def _check(root: Path, lesson: PurePosixPath) -> list[Diagnostic]:
    from deckbuild.pipeline import compose
    from deckbuild.workspace import Disk, Recording

    diags = Diagnostics()
    compose(Recording(Disk(root)), lesson, diags)
    return list(diags.in_order())


def _check_package(path: str) -> list[Diagnostic]:
    """What is wrong with a finished file, by us or by others."""
    from deckbuild.ooxml.lint import HOUSE_RULES, lint_package

    span = Span(path, 1, 1, 1, 1)
    return [
        Diagnostic(
            defect.code,
            Severity.WARNING if defect.code in HOUSE_RULES else Severity.ERROR,
            f"{defect.part}: {defect.message}".removeprefix(": "),
            span,
        )
        for defect in lint_package(Path(path).read_bytes())
    ]
