"""A new pack from a few answers: brand.yaml with comments, the logo, the fonts and their licences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from deckbuild.brand.derive import palette_from
from deckbuild.brand.fontfile import describe
from deckbuild.load.pictures import read_picture
from deckbuild.load.refused import RefusedFileError

_LICENCES = ("licen", "ofl", "copying", "copyright", "fontlog")
"""Beginnings of the names that licences of fonts have."""


class CannotMake(Exception):
    """An answer that can't be used; the text says why in one line."""


@dataclass(frozen=True)
class Answers:
    """What makes a pack."""

    name: str
    title: str
    colours: tuple[str, ...]
    """One or two, as RRGGBB."""
    dark: bool = False
    heading: str = ""
    body: str = ""
    logo: Path | None = None
    logo_dark: Path | None = None
    fonts: tuple[Path, ...] = ()
    page: str = "16:9"


def pack(answers: Answers) -> dict[PurePosixPath, bytes]:
    """The files of the pack, by their path in its folder; raises CannotMake."""
    files: dict[PurePosixPath, bytes] = {}
    logos = {}
    for key, path in (("light", answers.logo), ("dark", answers.logo_dark)):
        if path is not None:
            name = f"logo{'-dark' if key == 'dark' else ''}{path.suffix.lower()}"
            files[PurePosixPath(name)] = _logo(path)
            logos[key] = name
    families = _fonts(answers.fonts, files)
    body = answers.body or next(iter(families), "Open Sans")
    heading = answers.heading or body
    files[PurePosixPath("brand.yaml")] = _text(answers, logos, heading, body).encode()
    return files


def _logo(path: Path) -> bytes:
    content = path.read_bytes()
    try:
        asset = read_picture(content)
    except RefusedFileError as refused:
        raise CannotMake(f"{path} {refused.message}: {refused.hint}") from None
    if asset.kind == "jpeg":
        raise CannotMake(f"{path} is a JPEG: save the logo as SVG or PNG")
    return asset.content


def _fonts(paths: Sequence[Path], files: dict[PurePosixPath, bytes]) -> list[str]:
    """Families of the font files, which are put among `files` with the licences that lie beside them."""
    families: dict[str, None] = {}
    for path in paths:
        described = describe(path)
        if not described:
            raise CannotMake(f"{path} is no font (.ttf, .otf or .ttc)")
        families.update(dict.fromkeys(font.families[0] for font in described))
        files[PurePosixPath("fonts", path.name)] = path.read_bytes()
        for beside in sorted(path.parent.iterdir()):
            if beside.is_file() and beside.name.lower().startswith(_LICENCES):
                files[PurePosixPath("fonts", beside.name)] = beside.read_bytes()
    return list(families)


def _text(answers: Answers, logos: Mapping[str, str], heading: str, body: str) -> str:
    """brand.yaml, with a line about what each group is for."""
    colours = palette_from(*answers.colours[:2], dark=answers.dark)
    logo = f"logo: {{{', '.join(f'{key}: {name}' for key, name in logos.items())}}}\n" if logos else ""
    if logos and "light" not in logos:
        logo = f"logo: {logos['dark']}\n"
    dark = "backgrounds: {title: {colour: ground, to: panel}, section: panel}\n" if answers.dark else ""
    given = ", ".join(f"#{colour.lower()}" for colour in answers.colours)
    return f"""\
# Every key and its default: docs/reference/brand.md.  What you do not need, you can delete.
brand: {answers.name}
title: {_quoted(answers.title)}
page: "{answers.page}"
{logo}
# Made from {given}; every text reaches a contrast of 4.5 (WCAG AA), and deckbuild says so when a change breaks that.
palette:
  ink: "{colours.ink.lower()}"      # running text
  ground: "{colours.ground.lower()}"   # what slides stand on
  strong: "{colours.strong.lower()}"   # headings, headers of tables, title slides
  panel: "{colours.panel.lower()}"    # cards and boxes
  accents: [{", ".join(f'"{colour.lower()}"' for colour in colours.accents)}]   # the first leads, the last is quiet
{dark}
# Looked for in the folder fonts/ beside this file, among those that come with deckbuild, then on the machine.
fonts:
  heading: {heading}
  body: {body}
  mono: Source Code Pro

# In points, for slides; long text goes down the scale until it reaches the smallest.
sizes: {{title: 30, body: 20, smallest: 12}}

# {{edition}}, {{lesson}} and {{title}} stand for the lesson's own.
footer: {{left: text, right: number, text: "{{edition}}"}}
"""


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
