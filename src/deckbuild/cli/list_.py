"""`deckbuild list`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.project import lessons, nothing_found, root_of

if TYPE_CHECKING:
    from deckbuild.survey import Held

HEADS = ("file", "number", "title", "time", "slides", "language", "state")
_TITLE, _GAP, _LEAST = 2, "  ", 12
"""Place of the column that is shortened; what stands between columns; characters that it keeps."""
_RIGHT = (3, 4)
"""Columns of figures."""


@click.command(name="list")
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
def list_(paths: tuple[str, ...], as_json: bool) -> None:
    """List lessons, sessions and courses: all under decks/, or those that PATHS name.

    The state says whether what was built is current, older than its file, missing, or can't be built.  Slides are
    counted in the deck where it is current; else `~` says that text which does not fit may still add some.
    """
    from deckbuild.survey import held
    from deckbuild.workspace import Disk

    root = root_of(paths)
    found = lessons(root, paths)
    if not found:
        nothing_found(root, paths)
    all_ = tuple(held(Disk(root), found))
    click.echo(_json(all_) if as_json else "\n".join(_table(all_, root)))


def _json(all_: Sequence[Held]) -> str:
    import json

    return json.dumps(
        [
            {
                "file": str(one.file),
                "kind": one.kind,
                "number": one.number,
                "title": one.title,
                "seconds": one.duration.high,
                "slides": one.slides,
                "counted": one.counted,
                "languages": [*one.languages],
                "state": one.state.value,
                "errors": one.errors,
            }
            for one in all_
        ],
        ensure_ascii=False,
        indent=2,
    )


def _table(all_: Sequence[Held], root: Path) -> Sequence[str]:
    rows = [HEADS, *(_row(one) for one in all_)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    if sys.stdout.isatty():  # what is piped has no edge
        room = shutil.get_terminal_size().columns - sum(widths) - len(_GAP) * (len(HEADS) - 1)
        widths[_TITLE] = max(widths[_TITLE] + min(room, 0), _LEAST)
    return [_GAP.join(_cell(text, widths[column], column) for column, text in enumerate(row)).rstrip() for row in rows]


def _row(one: Held) -> tuple[str, ...]:
    from deckbuild.survey import State

    broken = one.state is State.ERRORS
    state = f"{one.errors} error{'s' * (one.errors != 1)}" if broken else one.state.value
    slides = "" if broken else f"{'' if one.counted else '~'}{one.slides}"
    time = str(one.duration) if one.duration else ""
    kind = one.number or one.kind
    return (str(one.file), kind, one.title, time, slides, ", ".join(one.languages), state)


def _cell(text: str, width: int, column: int) -> str:
    shown = text if len(text) <= width else text[: width - 1] + "…"
    return shown.rjust(width) if column in _RIGHT else shown.ljust(width)
