"""`deckbuild check`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.project import failed, lessons, nothing_found, print_diagnostics, root_of, words_of
from deckbuild.diagnostics.model import Diagnostic, Severity, Span

if TYPE_CHECKING:
    from datetime import date

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
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github", "gitlab", "junit", "html"]),
    default="text", show_default=True, help="How findings are told: to people, or to other programs.",
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="With --format: the file to write.")
def check(
    paths: tuple[str, ...],
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    diff: bool,
    timing: bool,
    form: str,
    output: str | None,
) -> None:
    """Report what is wrong with lessons (all under decks/, or those that PATHS name).

    Nothing is changed, unless --fix is given.  A .pptx or .docx among PATHS is checked as it is, whoever made it.
    Exit codes: 0 nothing grave, 1 errors (with --strict warnings, with --diff anything to mend), 2 a wrong call.
    """
    from deckbuild.checks.selection import Selection
    from deckbuild.diagnostics.terminal import by_family, summary

    if diff and not fix:
        raise click.UsageError("--diff belongs to --fix")
    if output and form == "text":
        raise click.UsageError("--output belongs to --format")
    selection = Selection(select=select, ignore=ignore)
    packages = [path for path in paths if path.lower().endswith(PACKAGES)]
    found = [one for path in packages for one in _check_package(path, selection)]
    others = [path for path in paths if path not in packages]
    root = root_of(others)
    named = lessons(root, others) if others or not paths else []
    if not named and not packages:
        nothing_found(root, paths)
    reviewed, changed = None, 0
    if named:
        whole = not others or set(lessons(root, [])) <= set(named)
        reviewed, changed = _review(root, named, selection, whole, fix=fix, diff=diff)
        found += reviewed.diagnostics
        if timing:
            _print_timing(reviewed.seconds)
    checked = [*packages, *map(str, named)]
    if form == "text":
        print_diagnostics(root, found)
    else:
        _tell(form, output, found, checked, reviewed, root, strict=strict)
    told = f"{summary(found)} ({by_family(found)})" if found else "nothing found"
    click.echo(f"{len(checked)} file{'s' * (len(checked) != 1)} checked: {told}", err=form != "text" and not output)
    sys.exit(EXIT_ERRORS if failed(found, strict=strict) or (diff and changed) else 0)


def _review(
    root: Path, named: Sequence[PurePosixPath], selection: Selection, whole: bool, *, fix: bool, diff: bool
) -> tuple[Review, int]:
    """What is found, or left after --fix, and how many files that changes."""
    from deckbuild.workspace import Disk

    if fix:
        return _fix(Disk(root), named, selection, whole=whole, write=not diff)
    from deckbuild.review import review

    return review(Disk(root), named, selection, whole=whole, today=_today()), 0


def _today() -> date:
    """The day with which sessions are compared: that of SOURCE_DATE_EPOCH, else of the machine's clock."""
    from datetime import datetime

    from deckbuild.workspace import built_at

    return (built_at() or datetime.now()).date()


def _tell(
    form: str,
    output: str | None,
    found: Sequence[Diagnostic],
    checked: Sequence[str],
    reviewed: Review | None,
    root: Path,
    *,
    strict: bool,
) -> None:
    """The report in another format, into a file or to standard output; its paths begin where the command was given."""
    from deckbuild.files import write_if_different
    from deckbuild.reports import ALL
    from deckbuild.reports.report import Report

    sources, composed = (reviewed.sources, reviewed.composed) if reviewed else ({}, ())
    prefix = PurePosixPath(Path(os.path.relpath(root)).as_posix())
    report = Report(tuple(found), tuple(checked), sources, composed, strict, str(prefix))
    content = ALL[form](report)
    if output:
        write_if_different(Path(output).absolute(), content.encode())
    else:
        click.echo(content, nl=False)


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


def _check_package(path: str, selection: Selection) -> list[Diagnostic]:
    """What is wrong with a finished file, by us or by others: what would be repaired, then what readers miss."""
    from deckbuild.audit import INFO, audit
    from deckbuild.ooxml.lint import HOUSE_RULES, lint_package

    content, span = Path(path).read_bytes(), Span(path, 1, 1, 1, 1)
    found = [
        Diagnostic(
            defect.code,
            Severity.WARNING if defect.code in HOUSE_RULES else Severity.ERROR,
            f"{defect.part}: {defect.message}".removeprefix(": "),
            span,
        )
        for defect in lint_package(content)
    ]
    for one in audit(content):
        weight = Severity.INFO if one.code in INFO else Severity.WARNING
        found.append(Diagnostic(one.code, weight, one.where + one.message, span, (one.hint,)))
    return [judged for one in found if (judged := selection.judged(one))]
