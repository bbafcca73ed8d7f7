"""`deckbuild brand new`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.project import print_diagnostics, root_of

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _colours(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not re.fullmatch(r"#?[0-9a-fA-F]{6}", value):
            raise click.BadParameter(f"`{value}` is no colour; write six hexadecimal digits, such as 1467b3")
    if len(values) > 2:
        raise click.BadParameter("give one colour or two; the others are derived from them")
    return tuple(value.removeprefix("#").upper() for value in values)


@click.command(name="new")
@click.argument("name")
@click.option("--title", help="Its name for people.")
@click.option("--colour", "colours", multiple=True, callback=_colours, help="Leading colour; a second one may follow.")
@click.option("--dark/--light", default=None, help="Light text on dark slides, or dark on light.")
@click.option("--font", "fonts", multiple=True, type=_FILE, help="Font file to take along; can be repeated.")
@click.option("--heading", default="", help="Family of headings (default: that of the body).")
@click.option("--body", default="", help="Family of running text (default: of the first font, or Open Sans).")
@click.option("--logo", type=_FILE, help="SVG or PNG, for light grounds.")
@click.option("--logo-dark", type=_FILE, help="The same for dark grounds.")
@click.option("--page", type=click.Choice(["16:9", "16:10", "4:3", "A4", "Letter"]), default="16:9", show_default=True)
def brand_new(
    name: str,
    title: str | None,
    colours: tuple[str, ...],
    dark: bool | None,
    fonts: tuple[Path, ...],
    heading: str,
    body: str,
    logo: Path | None,
    logo_dark: Path | None,
    page: str,
) -> None:
    """Make the brand NAME: the folder brand/NAME with its brand.yaml, logo and fonts.

    What no option says is asked for on a terminal, and else takes its default. The colours that are missing are derived
    from those given, so that all text can be read.
    """
    from deckbuild.brand.load import load_brand
    from deckbuild.brand.new import Answers, CannotMake, pack
    from deckbuild.diagnostics.model import NOWHERE, Diagnostics
    from deckbuild.files import write_if_different
    from deckbuild.spec.scalars import ID_PATTERN
    from deckbuild.workspace import Disk

    if not re.fullmatch(ID_PATTERN, name):
        raise click.UsageError(f"`{name}` can't be a brand's name: write small letters, digits and hyphens")
    root = root_of([])
    folder = root / "brand" / name
    if folder.exists():
        raise click.UsageError(f"there is a brand/{name} already; edit its brand.yaml, or choose another name")
    asks = sys.stdin.isatty()
    title = title or (
        _ask("Name for people", name.replace("-", " ").title()) if asks else name.replace("-", " ").title()
    )
    if not colours:
        said = _ask("Colours, one or two (six hexadecimal digits)", "1467b3").split() if asks else ["1467b3"]
        colours = _colours(click.get_current_context(), click.Option(["--colour"]), tuple(said))
    if dark is None:
        dark = asks and click.confirm("Light text on dark slides?", default=False, err=True)
    if asks and logo is None and (said_logo := _ask("Logo, SVG or PNG (empty for none)", "")):
        logo = Path(said_logo)
    if asks and not body and not fonts:
        body = _ask("Family of running text", "Open Sans")
    answers = Answers(name, title, colours, dark, heading, body, logo, logo_dark, fonts, page)
    try:
        made = pack(answers)
    except (CannotMake, OSError) as reason:
        raise click.UsageError(str(reason)) from None
    for path, content in made.items():
        write_if_different(folder / path, content)
        click.echo(f"created brand/{name}/{path}")
    diags = Diagnostics()
    brand = load_brand(Disk(root), name, "A4", diags, NOWHERE)
    print_diagnostics(root, diags.in_order())
    click.echo(f"use it with `brand: {name}` in deckbuild.yaml or in a lesson")
    sys.exit(EXIT_ERRORS if brand is None else 0)


def _ask(question: str, default: str) -> str:
    said: str = click.prompt(question, default=default, show_default=bool(default), err=True)
    return said.strip()
