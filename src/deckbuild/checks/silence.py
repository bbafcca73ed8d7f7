"""What was found -> what is told: settings and comments applied, and comments that allow nothing reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from deckbuild.checks import ALL
from deckbuild.checks.selection import Selection
from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.model import Diagnostic, Diagnostics, Severity
from deckbuild.load.allowances import Allowance

_RULES = {rule.code: rule for rule in ALL}


def settled(
    found: Iterable[Diagnostic], allowed: Sequence[Allowance], selection: Selection, used: set[Allowance]
) -> tuple[Diagnostic, ...]:
    """What is left of `found`, in order; the allowances that took something away are added to `used`."""
    told = []
    for diagnostic in found:
        covering = [one for one in allowed if one.covers(diagnostic.code, diagnostic.span)]
        if covering and not _grave(diagnostic):
            used.update(covering)
            continue
        judged = diagnostic if diagnostic.code in _RULES else selection.judged(diagnostic)
        told += [judged] if judged else []
    return tuple(sorted(told, key=lambda one: one.order))


def report_unused(
    allowed: Iterable[Allowance], used: set[Allowance], asked: Callable[[str], bool], diags: Diagnostics
) -> None:
    """A message (Y120) for every allowance that nothing needed, of those codes that were `asked` for."""
    for one in allowed:
        if one not in used and asked(one.code):
            message = f"nothing here needs `{one.code}` ({CATALOGUE[one.code].name}) to be allowed"
            diags.warn("Y120", message, one.span, "remove it, or put it on the line of the finding or the line above")


def _grave(diagnostic: Diagnostic) -> bool:
    """Whether it is an error by itself, not only to this project."""
    rule = _RULES.get(diagnostic.code)
    return diagnostic.severity is Severity.ERROR and (rule is None or rule.severity is Severity.ERROR)
