"""Cues -> callouts for one reader.  The one place where it is decided who reads what of the notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckbuild.blocks import Block, Callout, Heading, Item, Items, Jump, Paragraph, Rich, Run, emphasised, joined
from deckbuild.compose import leftout
from deckbuild.compose.citations import citation
from deckbuild.compose.linking import Linker
from deckbuild.compose.sheets import Sheets, labelled
from deckbuild.facts import Facts, SectionFacts
from deckbuild.kinds.activity import ActivitySlide, CaseSlide
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson, Section, Slide
from deckbuild.markdown import blocks
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.cue import Cue, Reader
from deckbuild.spec.leftout import Gap

ASK_LINES = 2
"""Ruled lines under a question in the participant's document."""


def placed_for(lesson: Lesson, reader: Reader) -> frozenset[str]:
    """Ids of the activities and cases that the reader's document holds: for participants those they are led to."""
    if reader is Reader.TRAINER:
        return frozenset([*(one.id for one in lesson.activities), *(one.id for one in lesson.cases)])
    found: set[str] = set()
    for section in lesson.sections:
        shown = [slide for slide in section.slides if not slide.hidden]
        cues = (*section.notes, *(cue for slide in shown for cue in slide.notes))
        found.update(cue.activity or cue.case or "" for cue in cues if cue.readable_by(reader))
        for slide in shown:
            match slide.content:
                case ActivitySlide(activity=id_) | CaseSlide(case=id_):
                    found.add(id_)
    return frozenset(found - {""})


def has_something(section: SectionFacts, reader: Reader) -> bool:
    """Whether the reader's document holds anything of a section; for participants, not where all is the trainer's."""
    if reader is Reader.TRAINER or section.references:
        return True
    shown = any(not (stop.generated or stop.hidden) for stop in section.stops)
    return shown or any(cue.readable_by(reader) for cue in section.section.notes)


class Cues:
    """Turns cues into blocks for one reader of one output."""

    def __init__(self, facts: Facts, labels: Labels, linker: Linker, reader: Reader) -> None:
        self._facts, self._labels, self._linker, self._reader = facts, labels, linker, reader
        self._sheets = Sheets(facts, labels, linker)

    def blocks(self, cues: Iterable[Cue], owner: str = "") -> tuple[Block, ...]:
        """A callout for each cue that the reader may see, in order; `owner` is the key of their slide or section."""
        return tuple(
            replace(self._callout(cue), key=f"{owner}/{number}" if owner else "")
            for number, cue in enumerate(cues, 1)
            if cue.readable_by(self._reader)
        )

    def instead(self, node: Slide | Section) -> tuple[Block, ...]:
        """What the trainer says when an optional slide or section is left out; nothing for other readers."""
        if not node.instead or self._reader is not Reader.TRAINER:
            return ()
        return (Callout("note-timing", self._labels("if_left_out"), (Paragraph(self._linker.text(node.instead)),)),)

    def _callout(self, cue: Cue) -> Callout:
        if isinstance(cue, Gap):
            said = leftout.line(cue.left, self._labels, self._linker)
            return Callout("text", leftout.label(cue.left, self._labels), (Paragraph(said),))
        match cue.verb:
            case "distribute":
                return Callout("distribute", self._labels("distribute"), (Paragraph(self._handout(cue.distribute)),))
            case "activity" | "case":
                return self.beginning(cue.activity or cue.case or "")
            case "reference":
                return Callout("reference", self._labels("reference"), self._citations(cue.reference or ()))
            case "ask":
                trainer = self._reader is Reader.TRAINER
                answers = tuple(map(self._linker.text, cue.answers)) if trainer else ()
                lines = 0 if trainer else ASK_LINES
                label = self._labels("ask" if trainer else "question")
                return Callout("ask", label, self._prose(cue.prose), answers, lines)
            case "note":
                assert cue.kind is not None
                kind = cue.kind.value
                return Callout(f"note-{kind}", self._labels(f"note_{kind}"), self._prose(cue.prose))
            case verb:
                return Callout(verb, self._labels(verb), self._prose(cue.prose))

    def _prose(self, text: str) -> tuple[Block, ...]:
        """Block Markdown, resolved; headings inside a cue become bold lines."""
        made = (self._linker.block(block) for block in blocks(text, self._labels.language))
        return tuple(Paragraph(emphasised(b.text)) if isinstance(b, Heading) else b for b in made)

    def _handout(self, id_: str | None) -> Rich:
        for number, handout in self._facts.handouts:
            if handout.id == id_:
                label = self._labels("handout", n=number)
                copies = (Run(f" ({handout.copies})"),) if handout.copies else ()
                return (
                    Run(label, bold=True, link=Jump(handout.id)),
                    Run(": "),
                    *self._linker.text(handout.title),
                    *copies,
                )
        return ()

    def _citations(self, ids: Sequence[str]) -> tuple[Block, ...]:
        cited = [one for id_ in ids for one in self._facts.cited if one.id == id_]
        return tuple(Paragraph(citation(one, self._labels)) for one in cited)

    def beginning(self, id_: str) -> Callout:
        """Where an activity or a case begins: in a document the page of its sheet, in the deck's notes all of it."""
        trainer, paged, sheets = self._reader is Reader.TRAINER, self._linker.paged, self._sheets
        for number, activity in self._facts.activities:
            if activity.id == id_:
                body = sheets.beginning(activity, trainer=trainer) if paged else self._activity(activity)
                return Callout("activity", self._labels("activity_n", n=number), tuple(body))
        number, case = next((number, case) for number, case in self._facts.cases if case.id == id_)
        body = sheets.situation(case, trainer=trainer) if paged else self._case(case)
        return Callout("case", self._labels("case_n", n=number), tuple(body))

    def _case(self, case: Case) -> Iterable[Block]:
        """A case in the deck's notes, which the trainer alone has."""
        text, labels = self._linker.text, self._labels
        yield Paragraph(emphasised(text(case.title)))
        yield from self._prose(case.situation)
        yield Items(tuple(Item(text(task)) for task in case.tasks), numbered=True)
        if case.solution:
            yield Paragraph((Run(labels("solution"), bold=True),), "label")
            yield from self._prose(case.solution)

    def _activity(self, activity: Activity) -> Iterable[Block]:
        """An activity in the deck's notes, which the trainer alone has."""
        text, labels = self._linker.text, self._labels
        minutes = (Run(f"  {activity.duration}", style="muted"),) if activity.duration else ()
        yield Paragraph((*emphasised(text(activity.title)), *minutes))
        if activity.purpose:
            yield labelled(labels("purpose"), text(activity.purpose))
        if activity.method:
            yield labelled(labels("method"), text(activity.method))
        if activity.groups:
            yield labelled(labels("groups"), self._sheets.groups(activity.groups))
        if activity.materials:
            yield labelled(labels("materials"), joined(map(self._sheets.material, activity.materials), "; "))
        if activity.split:
            parts = ((*text(part.part), Run(f" {part.duration}", style="muted")) for part in activity.split)
            yield labelled(labels("time_split"), joined(parts, "; "))
        for label, listed in (
            ("steps", activity.steps),
            ("debrief", activity.debrief),
            ("expected", activity.answers),
            ("draw_out", activity.draw_out),
        ):
            if listed:
                yield Paragraph((Run(labels(label), bold=True),), "label")
                yield Items(tuple(Item(text(one)) for one in listed), numbered=label == "steps")
