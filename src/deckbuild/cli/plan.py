"""`deckbuild plan`."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from deckbuild.cli import EXIT_ERRORS
from deckbuild.cli.project import lessons, print_diagnostics, root_of
from deckbuild.spec.scalars import Duration


def _duration(context: click.Context, parameter: click.Parameter, value: str | None) -> Duration | None:
    found = Duration.parse(value) if value else None
    if value and not found:
        raise click.BadParameter(f"`{value}` is no duration; write it like `90min` or `2h 30min`")
    return found


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False))
@click.option("--duration", callback=_duration, help="Time there is, in place of the session's own, such as `90min`.")
def plan(path: str, duration: Duration | None) -> None:
    """Print the timetable of the session PATH, with what is left out and what that costs; writes nothing."""
    from deckbuild.assemble.assemble import assemble
    from deckbuild.assemble.planned import hours, told
    from deckbuild.diagnostics.model import Diagnostics
    from deckbuild.load.programme import LoadedProgramme, load_file
    from deckbuild.plan.report import report_timetable
    from deckbuild.workspace import Disk

    root, diags = root_of([path]), Diagnostics()
    loaded = load_file(Disk(root), lessons(root, [path])[0], diags)
    if isinstance(loaded, LoadedProgramme) and loaded.programme.session and duration:
        session = loaded.programme.session.model_copy(update={"duration": duration})
        loaded = replace(loaded, programme=replace(loaded.programme, session=session))
    made = assemble(loaded, diags) if isinstance(loaded, LoadedProgramme) else None
    programme = made.programme if made else None
    day = hours(programme) if programme and programme.session else None
    if day:
        report_timetable(day, diags)
    print_diagnostics(root, diags.in_order())
    if diags.has_errors:
        sys.exit(EXIT_ERRORS)
    if programme is None or day is None:
        raise click.UsageError(f"{path} is no session: only a session has hours to plan")
    for line in told(programme, day):
        click.echo(line)
