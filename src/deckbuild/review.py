"""The reviewer on one screen: lessons composed, every rule asked, settings and comments applied.  Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from deckbuild.assemble.timing import report_past
from deckbuild.checks import ALL
from deckbuild.checks.rule import ProjectRule, Rule, Subject
from deckbuild.checks.run import Clock, run_project_rules, run_rules
from deckbuild.checks.selection import Selection
from deckbuild.checks.silence import report_unused, settled
from deckbuild.diagnostics.model import NOWHERE, Diagnostic, Diagnostics, Severity
from deckbuild.load.allowances import Allowance, allowances
from deckbuild.load.positions import Source
from deckbuild.pipeline import Composed, compose, sources_of, subject_of
from deckbuild.workspace import Recording, Workspace


@dataclass(frozen=True)
class Review:
    """All that was found, with what a report shows beside it."""

    diagnostics: tuple[Diagnostic, ...]
    composed: tuple[Composed, ...]
    """The lessons that could be composed."""
    sources: Mapping[str, Source]
    """Text of the files read, by the name that spans have."""
    seconds: Mapping[str, float]
    """What each rule cost."""


def review(
    workspace: Workspace,
    lessons: Sequence[PurePosixPath],
    selection: Selection | None = None,
    *,
    rules: Iterable[Rule | ProjectRule] = ALL,
    whole: bool = False,
    today: date | None = None,
) -> Review:
    """Check `lessons` against all rules.  `whole`: they are the whole project, so that nothing else needs a comment.

    `today` is what sessions' dates are compared with; they are not where it is not given.
    """
    asked = selection or Selection()
    rules = tuple(rules)
    clock, diags = Clock(), Diagnostics()
    sources: dict[str, Source] = {}
    made: list[Composed] = []
    subjects: list[Subject] = []
    for path in lessons:
        recording, own = Recording(workspace), Diagnostics()
        composed = compose(recording, path, own, selection=asked, rules=())
        sources.update(sources_of(recording.reads))
        if composed:
            asked = composed.selection
            made.append(composed)
            report_past(composed.loaded.programme, today, own)
            if composed.loaded.programme is None:  # what its lessons say is checked with them
                subject = subject_of(composed, recording.reads)
                run_rules([rule for rule in rules if isinstance(rule, Rule)], subject, asked, own, clock)
                subjects.append(subject)
        diags.extend(own.in_order())
    run_project_rules([rule for rule in rules if isinstance(rule, ProjectRule)], subjects, asked, diags, clock)
    comments = Diagnostics()
    allowed = [one for source in sources.values() for one in allowances(source, comments)]
    used: set[Allowance] = set()
    told = settled(diags.in_order(), allowed, asked, used)
    if len(made) == len(lessons):
        report_unused(allowed, used, _asked(rules, asked, whole=whole), comments)
    told += settled(comments.in_order(), (), asked, set())
    return Review(tuple(sorted(told, key=lambda one: one.order)), tuple(made), sources, clock.seconds)


def _asked(rules: Sequence[Rule | ProjectRule], selection: Selection, *, whole: bool) -> Callable[[str], bool]:
    """Whether anything could have been found with a code: only then an allowance of it can be said to be unused."""
    known = {rule.code: rule for rule in rules}

    def asked(code: str) -> bool:
        rule = known.get(code)
        if rule is None:
            probe = Diagnostic(code, Severity.WARNING, "", NOWHERE)
            return code not in {one.code for one in ALL} and code[0] != "P" and selection.judged(probe) is not None
        return selection.of(rule) is not None and (whole or isinstance(rule, Rule))

    return asked
