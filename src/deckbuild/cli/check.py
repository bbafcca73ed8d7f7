"""`deckbuild check`."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.project import failed, lessons, nothing_found, print_diagnostics, root_of, words_of
from deckbuild.diagnostics.model import Diagnostic, Severity, Span

if TYPE_CHECKING:
    from deckbuild.checks.selection import Selection
    from deckbuild.review import Review
    from deckbuild.workspace import Disk

PACKAGES = (".pptx", ".potx", ".docx", ".dotx")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--select", multiple=True, callback=words_of, metavar="WORDS",
    help="Only these checks: codes, names or families, such as `time,A101`.",
)  # fmt: skip
@click.option("--ignore", multiple=True, callback=words_of, metavar="WORDS", help="All checks but these.")
@click.option("--fix", is_flag=True, help="Mend what can be mended for certain, in the YAML files themselves.")
@click.option("--diff", is_flag=True, help="With --fix: show what would change, and write nothing.")
@click.option("--timing", is_flag=True, help="Say what each rule cost.")
def check(
    paths: tuple[str, ...],
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    diff: bool,
    timing: bool,
) -> None:
    """Report what is wrong with lessons (all under decks/, or those that PATHS name).

    Nothing is written, unless --fix is given.  A .pptx or .docx among PATHS is checked as a package: whether PowerPoint
    or Word would repair it.  Exit codes: 0 nothing grave, 1 errors (with --strict warnings, with --diff anything to
    mend), 2 a wrong call.
    """
    from deckbuild.checks.selection import Selection
    from deckbuild.diagnostics.terminal import by_family, summary
    from deckbuild.workspace import Disk

    if diff and not fix:
        raise click.UsageError("--diff belongs to --fix")
    found: list[Diagnostic] = []
    packages = [path for path in paths if path.lower().endswith(PACKAGES)]
    for path in packages:
        found += _check_package(path)
    others = [path for path in paths if path not in packages]
    root = root_of(others)
    named = lessons(root, others) if others or not paths else []
    if not named and not packages:
        nothing_found(root, paths)
    changed = 0
    if named:
        whole = not others or set(lessons(root, [])) <= set(named)
        selection = Selection(select=select, ignore=ignore)
        if fix:
            reviewed, changed = _fix(Disk(root), named, selection, whole=whole, write=not diff)
        else:
            from deckbuild.review import review

            reviewed = review(Disk(root), named, selection, whole=whole)
        found += reviewed.diagnostics
        if timing:
            _print_timing(reviewed.seconds)
    print_diagnostics(root, found)
    count = len(named) + len(packages)
    told = f"{summary(found)} ({by_family(found)})" if found else "nothing found"
    click.echo(f"{count} file{'s' * (count != 1)} checked: {told}")
    sys.exit(EXIT_ERRORS if failed(found, strict=strict) or (diff and changed) else 0)


def _fix(
    disk: Disk, named: Sequence[PurePosixPath], selection: Selection, *, whole: bool, write: bool
) -> tuple[Review, int]:
    """Mend, or show what would be mended; what is left, and how many files it is about."""
    from deckbuild.files import write_if_different
    from deckbuild.fixing import difference, fixed

    done = fixed(disk, named, selection, whole=whole)
    for path, content in sorted(done.files.items()):
        if write:
            write_if_different(disk.root / path, content)
        else:
            click.echo(difference(disk.read(path), content, path), nl=False)
    files = len(done.files)
    verb = "mended" if write else "would be mended"
    click.echo(f"{done.count} {verb} in {files} file{'s' * (files != 1)}", err=True)
    return done.left, files


def _print_timing(seconds: Mapping[str, float]) -> None:
    """What each rule cost, the slowest first."""
    from deckbuild.diagnostics.catalogue import CATALOGUE

    for code, cost in sorted(seconds.items(), key=lambda one: -one[1]):
        click.echo(f"{cost * 1000:9.1f} ms  {code}  {CATALOGUE[code].name}", err=True)
    click.echo(f"{sum(seconds.values()) * 1000:9.1f} ms  {len(seconds)} rules", err=True)


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
