"""Rules about activities, cases, questions and handouts."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.diagnostics.model import Severity
from deckbuild.markdown import fill_ins
from deckbuild.spec.activity import Activity
from deckbuild.spec.authored import walk
from deckbuild.spec.head import Handout
from deckbuild.spec.text import texts


def activity_without_time(subject: Subject) -> Iterator[Finding]:
    """An activity does not say how long it takes (Q101).

    Nobody can plan a day round it, and the minutes on its slide and sheet are missing.
    """
    for activity in subject.lesson.activities:
        if activity.duration is None:
            message = f"nothing says how long the activity `{activity.id}` takes"
            yield Finding(message, activity.place.of("id"), ("add `duration:`, and `split:` for its parts",))


def never_placed(subject: Subject) -> Iterator[Finding]:
    """An activity or a case stands at the lesson's foot, and nothing leads to it (Q102).

    The trainer finds a sheet for it among the others, but no moment of the lesson; participants never see it.
    """
    for kind, things in (("activity", subject.lesson.activities), ("case", subject.lesson.cases)):
        for thing in things:
            if thing.id not in subject.facts.users:
                message = f"no cue and no slide places the {kind} `{thing.id}`"
                yield Finding(message, thing.place.of("id"), (f"add a cue `- {kind}: {thing.id}`, or remove it",))


def handout_never_distributed(subject: Subject) -> Iterator[Finding]:
    """A handout is defined, and no cue gives it out (Q103).

    It would be copied for everybody and stay in the trainer's bag.
    """
    for handout in subject.lesson.handouts:
        if handout.id not in subject.facts.users:
            message = f"no cue gives out the handout `{handout.id}`"
            hint = f"add a cue `- distribute: {handout.id}` where it is needed, or remove it"
            yield Finding(message, handout.place.of("id"), (hint,))


_WITH_BLANKS = ("bullets", "text", "groups", "columns", "table")
"""Kinds of slides whose text can be shown with blanks."""


def fill_in_elsewhere(subject: Subject) -> Iterator[Finding]:
    """A word to fill in stands where no blank can be made of it (Q104).

    Titles, notes and drawings are shown as they are, so the word would stand in the participants' documents.
    """
    written = [(node, *found) for node in walk(subject.lesson) for found in texts(node) if fill_ins(found[1])]
    if written:
        bodies = (slide.content for section in subject.lesson.sections for slide in section.slides)
        within = {id(node) for body in bodies if body and body.key in _WITH_BLANKS for node in walk(body)}
        for node, field, _ in written:
            fine = (isinstance(node, Handout) and field == "text") or (
                isinstance(node, Activity) and field == "worksheet"
            )
            if not fine and id(node) not in within:
                hint = "put it into " + ", ".join(f"`{kind}`" for kind in _WITH_BLANKS) + ", a handout or a worksheet"
                message = "a word to fill in can't stand here: participants would read it"
                yield Finding(message, node.place.of(field), (hint,))


RULES = (
    Rule("Q101", activity_without_time, built=True),
    Rule("Q102", never_placed, built=True),
    Rule("Q103", handout_never_distributed, built=True),
    Rule("Q104", fill_in_elsewhere, Severity.ERROR, built=True),
)
