"""`deckbuild new session`."""

from __future__ import annotations

import click

from deckbuild.cli.asking import ask, line, must_be_new, project_root, put
from deckbuild.cli.choosing import choose


@click.command(name="session")
@click.argument("name", required=False)
@click.option("--title", help="What it is called.")
@click.option("--lesson", "lessons", multiple=True, help="Number or file of a lesson in it; can be repeated.")
@click.option("--date", help="The day, such as 2027-03-16.")
@click.option("--starts", help="When it begins, such as 09:00.")
@click.option("--duration", help="The time there is, breaks included, such as `3 h`.")
@click.option("--venue", default="", help="Where it takes place.")
@click.option("--trainer", "trainers", multiple=True, help="Who teaches; can be repeated.")
@click.option("--audience", multiple=True, help="A group that is taught, such as police; can be repeated.")
@click.option("--participants", type=click.IntRange(1, 10_000), help="How many come.")
def new_session(
    name: str | None,
    title: str | None,
    lessons: tuple[str, ...],
    date: str | None,
    starts: str | None,
    duration: str | None,
    venue: str,
    trainers: tuple[str, ...],
    audience: tuple[str, ...],
    participants: int | None,
) -> None:
    """Make the session decks/NAME.yaml out of lessons, with a break where 90 minutes would pass without one.

    The name, the lessons, the day and the hour are asked for on a terminal where no option says them.
    """
    from deckbuild.starting.naming import file_of, title_of
    from deckbuild.starting.programme import NewSession, session_file

    root = project_root()
    chosen = choose(root, lessons)
    name = ask("Name of the session's file", "session", name, line)
    try:
        file = file_of(name)
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from None
    must_be_new(root, file)
    new = NewSession(
        ask("What it is called", title_of(file.stem), title, line),
        chosen,
        ask("The day, year-month-day (empty if it is open)", "", date, _day),
        ask("When it begins", "09:00", starts, _clock),
        venue,
        trainers,
        tuple(_group(word) for word in audience),
        participants or 0,
        _duration(duration) if duration else "",
    )
    put(root, {file: session_file(new, file)})
    click.echo(f"next: deckbuild plan {file}, then deckbuild build {file}")


def _day(text: str) -> str:
    from deckbuild.spec.day import Day

    day = Day.parse(text) if text else None
    if text and (day is None or not day.day):
        raise ValueError(f"`{text}` is no day: write year, month and day, such as 2027-03-16")
    return text


def _clock(text: str) -> str:
    from deckbuild.spec.clock import Clock

    clock = Clock.parse(text)
    if clock is None:
        raise ValueError(f"`{text}` is no time of day: write hours and minutes, such as 09:00")
    return str(clock)


def _duration(text: str) -> str:
    from deckbuild.spec.scalars import Duration

    if Duration.parse(text) is None:
        raise click.UsageError(f"--duration: `{text}` is no time: write one such as `3 h` or `90 min`")
    return text


def _group(word: str) -> str:
    import re

    from deckbuild.spec.scalars import ID_PATTERN

    if not re.fullmatch(ID_PATTERN, word):
        raise click.UsageError(f"--audience: `{word}` can't be a group's name: write small letters, digits and hyphens")
    return word
