"""`deckbuild check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.project import failed, lessons, nothing_found, print_diagnostics, root_of, words_of
from deckbuild.diagnostics.model import Diagnostic, Severity, Span

PACKAGES = (".pptx", ".potx", ".docx", ".dotx")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--select", multiple=True, callback=words_of, metavar="WORDS",
    help="Only these checks: codes, names or families, such as `time,A101`.",
)  # fmt: skip
@click.option("--ignore", multiple=True, callback=words_of, metavar="WORDS", help="All checks but these.")
def check(paths: tuple[str, ...], strict: bool, select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    """Report what is wrong with lessons (all under decks/, or those that PATHS name); writes nothing.

    A .pptx or .docx among PATHS is checked as a package: whether PowerPoint or Word would repair it.
    """
    from deckbuild.checks.selection import Selection
    from deckbuild.diagnostics.terminal import by_family, summary
    from deckbuild.review import review
    from deckbuild.workspace import Disk

    found: list[Diagnostic] = []
    packages = [path for path in paths if path.lower().endswith(PACKAGES)]
    for path in packages:
        found += _check_package(path)
    others = [path for path in paths if path not in packages]
    root = root_of(others)
    named = lessons(root, others) if others or not paths else []
    if not named and not packages:
        nothing_found(root, paths)
    if named:
        whole = not others or set(lessons(root, [])) <= set(named)
        found += review(Disk(root), named, Selection(select=select, ignore=ignore), whole=whole).diagnostics
    print_diagnostics(root, found)
    count = len(named) + len(packages)
    told = f"{summary(found)} ({by_family(found)})" if found else "nothing found"
    click.echo(f"{count} file{'s' * (count != 1)} checked: {told}")
    sys.exit(EXIT_ERRORS if failed(found, strict=strict) else 0)


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
