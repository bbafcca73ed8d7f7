"""Advice about a well-formed lesson: one function a rule, `ALL` is the list."""

from collections.abc import Callable, Iterator

from deckbuild.checks import accessibility, learning, time
from deckbuild.checks.rule import Finding, Subject
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.facts import Facts
from deckbuild.lesson.lesson import Lesson

ALL: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    time.slides_exceed_lesson_time,
    time.activity_split_does_not_add_up,
    learning.activity_without_time,
    learning.never_placed,
    learning.handout_never_distributed,
    learning.fill_in_elsewhere,
    time.film_exceeds_its_slide,
    time.timer_exceeds_its_slide,
    accessibility.titles_not_unique,
)


def run_checks(lesson: Lesson, facts: Facts, diags: Diagnostics) -> None:
    """Run every rule; findings are warnings, unless what would be built is wrong."""
    subject = Subject(lesson, facts)
    for rule in ALL:
        for finding in rule(subject):
            report = diags.error if finding.error else diags.warn
            report(finding.code, finding.message, finding.span, *finding.hints)
