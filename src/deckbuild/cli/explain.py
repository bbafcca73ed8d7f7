"""`deckbuild explain`."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from deckbuild.cli import EXIT_USAGE

if TYPE_CHECKING:
    from deckbuild.checks.rule import ProjectRule, Rule

WIDTH = 88


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the message with this CODE (or name); without one, list all of them."""
    from deckbuild.diagnostics.catalogue import CATALOGUE
    from deckbuild.diagnostics.families import FAMILIES

    if code is None:
        for letter, family in FAMILIES.items():
            rows = list(_rows(letter))
            if rows:
                click.echo(f"{letter}  {family.title} ({family.name})\n" + "\n".join(rows) + "\n")
        click.echo("A rule says how grave it is and who asks it; everything else is found on the way.")
        return
    named = {entry.name: known for known, entry in CATALOGUE.items()}
    code = named.get(code.lower(), code.upper())
    entry = CATALOGUE.get(code)
    if entry is None:
        click.echo(f"There is no message with the code {code}; `deckbuild explain` lists them.", err=True)
        sys.exit(EXIT_USAGE)
    click.echo(f"{code}  {entry.name}\n")
    click.echo(textwrap.fill(entry.text, WIDTH))
    rule = _rules().get(code)
    if rule:
        said = f"A rule: {rule.severity.value}, asked by {asked_by(rule)}. "
        said += (
            f"Off in deckbuild.yaml with `checks: {{{code}: off}}`, on one line with `# deckbuild: allow {code} why`."
        )
        click.echo("\n" + textwrap.fill(said, WIDTH))


def _rows(letter: str) -> Iterator[str]:
    """A line for each code of a family, rules with their weight and who asks them."""
    from deckbuild.diagnostics.catalogue import CATALOGUE

    rules = _rules()
    for code in sorted(known for known in CATALOGUE if known[0] == letter):
        rule = rules.get(code)
        more = f"{rule.severity.value:8} {asked_by(rule)}" if rule else ""
        yield f"   {code}  {CATALOGUE[code].name:36} {more}".rstrip()


def _rules() -> dict[str, Rule | ProjectRule]:
    from deckbuild.checks import ALL

    return {rule.code: rule for rule in ALL}


def asked_by(rule: Rule | ProjectRule) -> str:
    """Which commands ask a rule."""
    if not rule.on:
        return "nobody, until it is selected"
    return "check and build" if getattr(rule, "built", False) else "check"
