"""`deckbuild build`."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from deckbuild.cli import EXIT_ERRORS, EXIT_LOCKED
from deckbuild.cli.project import failed, lessons, nothing_found, print_diagnostics, root_of
from deckbuild.diagnostics.model import Diagnostic, Diagnostics

if TYPE_CHECKING:
    from deckbuild.pipeline import Build
    from deckbuild.spec.pack import Densities

SHEETS = ("run-sheet", "programme", "materials", "sign-in", "certificate")
USUAL = ("deck", "facilitator", "participant", "handouts", "test-A", "test-B", "key", "gift", *SHEETS)
NAMES = (*USUAL, "glance")


def _only(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    wrong = [name for name in names if name not in NAMES]
    if wrong or not names:
        raise click.BadParameter(f"`{', '.join(wrong) or value}` is no output; choose from {', '.join(NAMES)}")
    return names


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("-o", "--output", type=click.Path(file_okay=False), help="Folder for what is built (default: build/).")
@click.option(
    "--only",
    default=",".join(USUAL),
    callback=_only,
    help="Outputs to build: " + ", ".join(NAMES),
)
@click.option(
    "--pictures", type=click.Choice(["auto", "libreoffice", "none"]), default="auto", show_default=True,
    help="What draws the slide pictures in the documents; auto is the embedded renderer.",
)  # fmt: skip
@click.option("--pages", is_flag=True, help="Have LibreOffice count the pages, so that page numbers are filled in.")
@click.option("--pdf", is_flag=True, help="A PDF of each file too, set by LibreOffice; fills in page numbers as well.")
@click.option(
    "--density", type=click.Choice(["full", "glance", "both", "together"]),
    help="Facilitator's notes in full, at a glance, both as two documents, or together in one.",
)  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Lessons built at a time.")
@click.option("--strict", is_flag=True, help="Fail on warnings too, and then write nothing.")
def build(
    paths: tuple[str, ...],
    output: str | None,
    only: tuple[str, ...],
    pictures: str,
    pages: bool,
    pdf: bool,
    density: Densities | None,
    jobs: int,
    strict: bool,
) -> None:
    """Build lessons, sessions and courses: all under decks/, or those that PATHS name (files or folders).

    Each gives NAME.pptx, NAME-facilitator.docx and NAME-participant.docx; one with questions also test papers
    (NAME-test-A.docx, NAME-test-B.docx), their key (NAME-key.docx) and NAME.gift.txt for Moodle.  With a course come
    its modules (NAME-module-2.pptx …) and its lessons.  Files whose content would be the same are left alone.
    """
    from deckbuild.cli.work import Job, run_all
    from deckbuild.diagnostics.terminal import summary
    from deckbuild.files import TargetLocked, Written, write_if_different
    from deckbuild.load.targets import targets
    from deckbuild.workspace import Disk

    started = time.monotonic()
    root = root_of(paths)
    found = lessons(root, paths)
    if not found:
        nothing_found(root, paths)
    for asked, option in ((pictures == "libreoffice", "--pictures libreoffice"), (pdf, "--pdf"), (pages, "--pages")):
        if asked:
            _need_libreoffice(option)
    folder = PurePosixPath(".") if output else None
    target = Path(output).resolve() if output else root
    tally = {Written.CREATED: 0, Written.CHANGED: 0, Written.UNCHANGED: 0}
    everything: list[Diagnostic] = []
    fonts: list[int] = []
    bad = locked = 0
    wanted = targets(Disk(root), found)
    queue = [Job(root, one.file, only, pictures, folder, pages, pdf, density, one.module) for one in wanted]
    for lesson, made in _watched(run_all(queue, jobs), len(queue)):
        print_diagnostics(root, made.diagnostics)
        everything += made.diagnostics
        if failed(made.diagnostics, strict=strict):
            bad += 1
            continue
        for path, content in made.files.items():
            try:
                tally[write_if_different(target / path, content)] += 1
            except TargetLocked as lock:
                locked += 1
                click.echo(f"{path} is open in another program: the new one is {lock.beside}", err=True)
        click.echo(f"{lesson}  →  {', '.join(path.name for path in made.files)}", err=True)
        fonts += _fonts(made.files)
    seconds = time.monotonic() - started
    written = tally[Written.CREATED] + tally[Written.CHANGED]
    parts = [f"{written} file{'s' * (written != 1)} written", f"{tally[Written.UNCHANGED]} unchanged"]
    parts += [f"{bad} lesson{'s' * (bad != 1)} not built"] if bad else []
    parts += [summary(everything)] if everything else []
    where = _short(target if output else target / _output_folder(root))
    click.echo(f"{', '.join(parts)} in {seconds:.1f} s; see {where}")
    if fonts:
        click.echo(f"fonts in them: {len(fonts)}, {sum(fonts) / 1000:.0f} KB together")
    sys.exit(EXIT_ERRORS if bad else EXIT_LOCKED if locked else 0)


def _watched(builds: Iterator[tuple[PurePosixPath, Build]], total: int) -> Iterator[tuple[PurePosixPath, Build]]:
    """The builds as they come; on a terminal with a line that says how far it is, wiped away after each."""
    for done in range(total):
        if sys.stderr.isatty():
            click.echo(f"\rbuilding {done + 1} of {total} …", err=True, nl=False)
        built = next(builds)
        if sys.stderr.isatty():
            click.echo("\r\033[K", err=True, nl=False)
        yield built


def _fonts(files: Mapping[PurePosixPath, bytes]) -> list[int]:
    """Bytes that each font takes in the decks and documents that hold it."""
    sizes = []
    for path, content in files.items():
        if path.suffix in (".pptx", ".docx"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                sizes += [entry.compress_size for entry in archive.infolist() if "/fonts/" in entry.filename]
    return sizes


def _output_folder(root: Path) -> str:
    from deckbuild.load.course import load_project
    from deckbuild.workspace import Disk

    return load_project(Disk(root), Diagnostics()).output


def _short(path: Path) -> str:
    here = Path.cwd()
    return f"{path.relative_to(here)}/" if path.is_relative_to(here) and path != here else str(path)


def _need_libreoffice(option: str) -> None:
    from deckbuild.pictures.libreoffice import program

    if program() is None:
        raise click.UsageError(f"{option} needs LibreOffice, and there is no soffice on the path")
