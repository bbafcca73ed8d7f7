"""Rules about activities, cases, questions and handouts."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Subject


def activity_without_time(subject: Subject) -> Iterator[Finding]:
    """An activity does not say how long it takes (Q101).

    Nobody can plan a day round it, and the minutes on its slide and sheet are missing.
    """
    for activity in subject.lesson.activities:
        if activity.duration is None:
            message = f"nothing says how long the activity `{activity.id}` takes"
            yield Finding("Q101", message, activity.place.of("id"), ("add `duration:`, and `split:` for its parts",))


def never_placed(subject: Subject) -> Iterator[Finding]:
    """An activity or a case stands at the lesson's foot, and nothing leads to it (Q102).

    The trainer finds a sheet for it among the others, but no moment of the lesson; participants never see it.
    """
    for kind, things in (("activity", subject.lesson.activities), ("case", subject.lesson.cases)):
        for thing in things:
            if thing.id not in subject.facts.users:
                message = f"no cue and no slide places the {kind} `{thing.id}`"
                yield Finding(
                    "Q102", message, thing.place.of("id"), (f"add a cue `- {kind}: {thing.id}`, or remove it",)
                )


def handout_never_distributed(subject: Subject) -> Iterator[Finding]:
    """A handout is defined, and no cue gives it out (Q103).

    It would be copied for everybody and stay in the trainer's bag.
    """
    for handout in subject.lesson.handouts:
        if handout.id not in subject.facts.users:
            message = f"no cue gives out the handout `{handout.id}`"
            hint = f"add a cue `- distribute: {handout.id}` where it is needed, or remove it"
            yield Finding("Q103", message, handout.place.of("id"), (hint,))
