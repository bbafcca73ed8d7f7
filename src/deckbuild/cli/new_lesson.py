"""`deckbuild new lesson`."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuild.cli.asking import ask, language_tag, line, must_be_new, project_root, put
from deckbuild.cli.choosing import held_lessons


@click.command(name="lesson")
@click.argument("name", required=False)
@click.option("--title", help="Its title.")
@click.option("--number", help="Its number, such as 2.1 (default: from NAME, else the next one).")
@click.option("--duration", default="20 min", show_default=True, help="How long it takes.")
@click.option("--language", help="Language tag (default: that of the project).")
def new_lesson(name: str | None, title: str | None, number: str | None, duration: str, language: str | None) -> None:
    """Make the lesson decks/NAME.yaml: short, with an activity in it, and ready to be built.

    NAME may have a folder in front (`fire/drill`); a number alone (`2.1`) is decks/lesson-2.1.yaml, or
    decks/module-2/lesson-2.1.yaml where there is such a folder.
    """
    from deckbuild.diagnostics.model import Diagnostics
    from deckbuild.load.course import load_project
    from deckbuild.starting.lesson import NewLesson, lesson_file
    from deckbuild.starting.naming import file_of, is_number, next_number, number_in, title_of
    from deckbuild.workspace import Disk

    root = project_root()
    known = _numbers(root)
    following = next_number(known)
    name = ask("Number or name of the lesson", following, name, line)
    folders = [path.name for path in (root / "decks").iterdir() if path.is_dir()] if (root / "decks").is_dir() else []
    try:
        file = file_of(name, folders)
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from None
    must_be_new(root, file)
    own = number or number_in(file) or following
    if not is_number(own):
        raise click.UsageError(f"--number: `{own}` is no lesson's number: write one such as 2.1")
    if own in known:
        click.echo(f"note: {known[own]} has the number {own} as well", err=True)
    default = title_of(file.stem.removesuffix(own).removesuffix("-").removesuffix("lesson")) or f"Lesson {own}"
    called = ask("Title of the lesson", default, title, line)
    minutes = _minutes(duration)
    project = load_project(Disk(root), Diagnostics())
    tag = ask("", "", language or project.language, language_tag)
    new = NewLesson(own, called, tag, minutes, named=tag != project.language)
    put(root, {file: lesson_file(new)})
    click.echo(f"next: deckbuild build {file}")


def _minutes(duration: str) -> int:
    from deckbuild.spec.scalars import Duration
    from deckbuild.starting.lesson import LEAST

    parsed = Duration.parse(duration)
    if parsed is None or parsed.low != parsed.high or parsed.low % 60:
        raise click.UsageError(f"--duration: `{duration}` is no time: write minutes, such as `20 min` or `1 h 30 min`")
    if parsed.low < LEAST * 60:
        raise click.UsageError(f"--duration: its parts need {LEAST} min at least; shorten it in the file afterwards")
    return parsed.low // 60


def _numbers(root: Path) -> dict[str, str]:
    """Numbers of the lessons that are there, with the files that have them."""
    return {lesson.number: str(lesson.file) for lesson in reversed(held_lessons(root))}
