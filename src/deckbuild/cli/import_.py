"""`deckbuild import`."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import click

from deckbuild.cli import EXIT_ERRORS, EXIT_LOCKED
from deckbuild.cli.project import failed, print_diagnostics, root_of
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.spec.scalars import ID_PATTERN

SLIDES_AT = ("auto", "markers", "rules", "h1", "h2", "h3", "h4")


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="The lesson's file (default: decks/NAME.yaml).")
@click.option("--pictures", type=click.Path(file_okay=False), help="Folder for pictures (default: NAME-pictures).")
@click.option(
    "--slides-at", type=click.Choice(SLIDES_AT), default="auto", show_default=True,
    help="Where slides begin in a text: at markers such as “Slide 3”, at rules (---), or at headings of a level.",
)  # fmt: skip
@click.option("--brand", default="", metavar="NAME", help="Keep a deck's look as the brand NAME, and use it.")
@click.option("--report", type=click.Path(dir_okay=False), help="The report's file (default: NAME.import.md).")
@click.option("--force", is_flag=True, help="Replace files that are there already.")
def import_(
    files: tuple[str, ...],
    output: str | None,
    pictures: str | None,
    slides_at: str,
    brand: str,
    report: str | None,
    force: bool,
) -> None:
    """Make a lesson of what there is: a Word document, a deck, a text, Markdown, a GIFT question bank.

    A deck and its guide may come together, and question banks with any of them. Writes the lesson's file, its
    pictures, and a report of what became what, what is uncertain and what was left out; all of them or nothing.
    """
    from deckbuild.importing.importing import run
    from deckbuild.importing.reading import Options
    from deckbuild.importing.report import short
    from deckbuild.load.course import load_project
    from deckbuild.workspace import Disk

    if brand and not re.fullmatch(ID_PATTERN, brand):
        raise click.UsageError(f"`{brand}` can't be a brand's name: write small letters, digits and hyphens")
    target = _target(output, files[0])
    root = root_of([str(target)])
    lesson = _inside(root, target)
    folder = _inside(root, Path(pictures) if pictures else target.with_name(f"{target.stem}-pictures"))
    told = Path(report) if report else target.with_name(f"{target.stem}.import.md")
    diags = Diagnostics()
    workspace = Disk(root)
    near = Disk(Path(files[0]).resolve().parent)
    options = Options(slides_at, brand, load_project(workspace, Diagnostics()).language, near)
    contents = _contents(files, diags)
    imported = None if diags.has_errors else run(contents, lesson, folder, workspace, options, diags)
    if imported is None:
        print_diagnostics(root, diags.in_order())
        sys.exit(EXIT_ERRORS)
    made = {root / path: content for path, content in imported.files.items()}
    made[told] = imported.text.encode()
    _refuse_to_replace(made, diags, force=force)
    if any(diagnostic.code == "I112" for diagnostic in diags.in_order()):
        print_diagnostics(root, [one for one in diags.in_order() if one.code == "I112"])
        sys.exit(EXIT_ERRORS)
    _write(made)
    print_diagnostics(root, diags.in_order())
    for line in short(imported.report):
        click.echo(line)
    click.echo(f"report: {_short(told)}; {_next(len(imported.report.remaining), _short(target))}")
    sys.exit(EXIT_ERRORS if failed(diags.in_order(), strict=False) else 0)


def _target(output: str | None, first: str) -> Path:
    """The lesson's file: as said, else under the decks/ of the project that we are in, else here."""
    if output:
        path = Path(output)
        return path if path.suffix in (".yaml", ".yml") else path.with_name(f"{path.name}.yaml")
    name = re.sub(r"[^\w.]+", "-", Path(first).stem.lower()).strip("-.") or "lesson"
    decks = root_of([]) / "decks"
    return (decks if decks.is_dir() else Path.cwd()) / f"{name}.yaml"


def _inside(root: Path, path: Path) -> PurePosixPath:
    real = path.resolve()
    if not real.is_relative_to(root):
        raise click.UsageError(f"{path} is outside the project {root}: deckbuild could not build it there")
    return PurePosixPath(real.relative_to(root).as_posix())


def _contents(files: tuple[str, ...], diags: Diagnostics) -> Mapping[str, bytes]:
    """The files by name; of two with one name the second has its folder in front."""
    from deckbuild.importing.opening import LARGEST

    found: dict[str, bytes] = {}
    for file in files:
        name = Path(file).name if Path(file).name not in found else file
        try:
            with Path(file).open("rb") as opened:
                found[name] = opened.read(LARGEST + 1)
        except OSError as error:
            span = Span(file, 1, 1, 1, 1)
            diags.error("I113", f"the file can't be read: {error.strerror}", span, "allow reading it")
    return found


def _refuse_to_replace(made: Mapping[Path, bytes], diags: Diagnostics, *, force: bool) -> None:
    """A message for each file that is there with another content, unless it may be replaced; reports always may."""
    for path, content in made.items():
        if not force and path.suffix != ".md" and path.exists() and path.read_bytes() != content:
            span = Span(_short(path), 1, 1, 1, 1)
            diags.error("I112", "there is such a file already", span, "choose another one with -o, or add --force")


def _write(made: Mapping[Path, bytes]) -> None:
    """Write all files, or none: what was done is undone where one of them can't be written."""
    from deckbuild.files import TargetLocked, Written, write_if_different

    before = {path: path.read_bytes() if path.exists() else None for path in made}
    done: list[Path] = []
    try:
        for path, content in made.items():
            if write_if_different(path, content) is not Written.UNCHANGED:
                done.append(path)
        return
    except TargetLocked as lock:
        lock.beside.unlink(missing_ok=True)
        said, code = f"{_short(lock.target)} is open in another program", EXIT_LOCKED
    except OSError as error:
        said, code = f"{error.filename}: {error.strerror}", EXIT_ERRORS
    for path in done:
        old = before[path]
        with contextlib.suppress(OSError):
            path.unlink() if old is None else write_if_different(path, old)
    click.echo(f"nothing was written: {said}", err=True)
    sys.exit(code)


def _next(found: int, lesson: str) -> str:
    """What to do now: look at what `check` finds in the lesson, where that is anything, and build."""
    look = f"{found} thing{'s' * (found != 1)} to look at: deckbuild check {lesson}; " if found else ""
    return f"{look}next: deckbuild build {lesson}"


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
