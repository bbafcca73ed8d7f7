"""`deckbuild new project`."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuild.cli.asking import ask, language_tag, line, put
from deckbuild.cli.project import PROJECT_FILE, root_of


@click.command(name="project")
@click.argument("name", required=False)
@click.option("--title", help="What the project is called.")
@click.option("--language", help="Language tag of its lessons: en, fr, es, de, ar or another one.")
@click.option("--edition", default="", help="What stands in every footer.")
@click.option("--brand", default="", help="The look, such as azure, midnight, broadsheet, atelier.")
@click.option("--lesson", "lesson", help="Title of the first lesson.")
@click.option("--empty", is_flag=True, help="No first lesson.")
def new_project(
    name: str | None,
    title: str | None,
    language: str | None,
    edition: str,
    brand: str,
    lesson: str | None,
    empty: bool,
) -> None:
    """Make the folder NAME (`.` for this one) with a deckbuild.yaml, and a first lesson under decks/.

    Its name, title and language and its first lesson's title are asked for on a terminal where no option says them.
    """
    from deckbuild.starting.lesson import NewLesson
    from deckbuild.starting.naming import title_of
    from deckbuild.starting.project import NewProject, project_files

    name = ask("Folder of the project", "lessons", name, line)
    folder = (Path.cwd() / name).resolve()
    _must_be_free(folder, name)
    known = ask("What the project is called", title_of(folder.name) or "Lessons", title, line)
    tag = ask("Language of its lessons", "en", language, language_tag)
    first = None
    if not empty:
        first = NewLesson("1.1", ask("Title of the first lesson", "A first lesson", lesson, line), tag)
    answers = NewProject(known, tag, " ".join(edition.split()), _brand(brand), first)
    put(folder, project_files(answers), "" if name == "." else f"{folder.name}/")
    inside = "" if name == "." else f"cd {name} && "
    then = "deckbuild new lesson" if empty else "deckbuild build"
    click.echo(f"next: {inside}{then}")


def _must_be_free(folder: Path, name: str) -> None:
    """End the command where a project is, or where one would be lost in another."""
    above = root_of([str(folder if folder.is_dir() else folder.parent)])
    if (folder / PROJECT_FILE).exists():
        raise click.UsageError(f"{name} holds a deckbuild.yaml already and stays as it is: choose another name")
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{name} is a file: choose another name")
    if (above / PROJECT_FILE).is_file():
        raise click.UsageError(
            f"{name} would stand within the project {above}: make a lesson there with `deckbuild new lesson`, "
            "or go to a folder outside it"
        )
    taken = [path.name for path in (folder / "decks", folder / ".gitignore") if path.exists()]
    if taken:
        raise click.UsageError(f"{name} holds {' and '.join(taken)} already: choose another name")


def _brand(brand: str) -> str:
    import re

    from deckbuild.spec.scalars import ID_PATTERN

    if brand and not re.fullmatch(ID_PATTERN, brand):
        raise click.UsageError(f"--brand: `{brand}` can't be a brand's name: write small letters, digits and hyphens")
    return brand
