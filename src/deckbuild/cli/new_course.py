"""`deckbuild new course`."""

from __future__ import annotations

import click

from deckbuild.cli.asking import ask, line, must_be_new, project_root, put
from deckbuild.cli.choosing import choose


def _modules(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    named = []
    for value in values:
        number, sign, title = value.partition("=")
        if not (sign and number.strip().isdigit() and title.strip()):
            raise click.BadParameter(f"`{value}`: write number and title, such as `2=Mandates and priorities`")
        named.append((number.strip(), title.strip()))
    return tuple(named)


@click.command(name="course")
@click.argument("name", required=False)
@click.option("--title", help="What it is called.")
@click.option("--lesson", "lessons", multiple=True, help="Number or file of a lesson in it; can be repeated.")
@click.option(
    "--module", "modules", multiple=True, callback=_modules, help="NUMBER=TITLE of a module; can be repeated."
)
def new_course(
    name: str | None, title: str | None, lessons: tuple[str, ...], modules: tuple[tuple[str, str], ...]
) -> None:
    """Make the course decks/NAME.yaml out of lessons: lesson 2.1 goes into module 2.

    The name, the title, the lessons and the titles of modules are asked for on a terminal where no option says them.
    """
    from deckbuild.diagnostics.model import Diagnostics
    from deckbuild.load.course import load_project
    from deckbuild.starting.naming import file_of, title_of
    from deckbuild.starting.programme import NewCourse, course_file, modules_of
    from deckbuild.workspace import Disk

    root = project_root()
    chosen = choose(root, lessons)
    name = ask("Name of the course's file", "course", name, line)
    try:
        file = file_of(name)
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from None
    must_be_new(root, file)
    called = ask("What it is called", title_of(file.stem), title, line)
    titles = dict(modules)
    for module in modules_of(chosen):
        titles[module] = ask(f"Title of module {module}", "", titles.get(module))
    language = load_project(Disk(root), Diagnostics()).language
    put(root, {file: course_file(NewCourse(called, chosen, tuple(titles.items()), language), file)})
    click.echo(f"next: deckbuild build {file}")
