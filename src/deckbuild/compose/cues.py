"""Cues -> callouts for one reader.  The one place where it is decided who reads what of the notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.blocks import Block, Callout, Heading, Item, Items, Jump, Paragraph, Rich, Run, bare, emphasised
from deckbuild.compose.citations import citation
from deckbuild.compose.linking import Linker
from deckbuild.facts import Facts
from deckbuild.labels import Labels
from deckbuild.markdown import blocks
from deckbuild.spec.cue import Cue, Reader
from deckbuild.spec.head import Activity

ASK_LINES = 2
"""Ruled lines under a question in the participant's document."""


class Cues:
    """Turns cues into blocks for one reader of one output."""

    def __init__(self, facts: Facts, labels: Labels, linker: Linker, reader: Reader) -> None:
        self._facts, self._labels, self._linker, self._reader = facts, labels, linker, reader

    def blocks(self, cues: Iterable[Cue]) -> tuple[Block, ...]:
        """A callout for each cue that the reader may see, in order."""
        return tuple(self._callout(cue) for cue in cues if cue.readable_by(self._reader))

    def _callout(self, cue: Cue) -> Callout:
        match cue.verb:
            case "distribute":
                return Callout("distribute", self._labels("distribute"), (Paragraph(self._handout(cue.distribute)),))
            case "activity":
                return self._activity(cue)
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

    def _activity(self, cue: Cue) -> Callout:
        for number, activity in self._facts.activities:
            if activity.id == cue.activity:
                label = self._labels("activity_n", n=number)
                return Callout("activity", label, tuple(self.activity(activity)), anchor=activity.id)
        return Callout("activity", self._labels("activity"), ())

    def activity(self, activity: Activity) -> Iterable[Block]:
        """What the reader needs to run an activity, or to take part in it."""
        text, labels = self._linker.text, self._labels
        trainer = self._reader is Reader.TRAINER
        minutes = (Run(f"  {activity.duration}", style="muted"),) if activity.duration else ()
        yield Paragraph((*emphasised(text(activity.title)), *minutes))
        if activity.purpose:
            yield self._labelled("purpose", text(activity.purpose))
        if activity.method:
            yield self._labelled("method", text(activity.method))
        if activity.groups:
            yield self._labelled("groups", text(activity.groups))
        if trainer and activity.materials:
            yield self._labelled("materials", _listed([text(one.what) for one in activity.materials]))
        if trainer and activity.split:
            parts = [(*text(part.part), Run(f" {part.duration}", style="muted")) for part in activity.split]
            yield self._labelled("time_split", _listed(parts))
        if trainer and activity.preparation:
            yield self._labelled("preparation", ())
            yield from self._prose(activity.preparation)
        yield self._labelled("steps", ())
        yield Items(tuple(Item(text(step)) for step in activity.steps), numbered=True)
        if activity.debrief:
            yield self._labelled("debrief", ())
            yield Items(tuple(Item(text(question)) for question in activity.debrief))
        if trainer and activity.answers:
            yield Paragraph((Run(labels("draw_out"), bold=True),), "label")
            yield Items(tuple(Item(text(answer)) for answer in activity.answers))

    def _labelled(self, label: str, rich: Rich) -> Paragraph:
        """A line led in by a label; the label alone where the text follows."""
        if not rich:
            return Paragraph((Run(self._labels(label), bold=True),), "label")
        return Paragraph((Run(f"{self._labels(label)}: ", bold=True), *rich))


def _listed(parts: Sequence[Rich]) -> Rich:
    out: list[Run] = []
    for number, part in enumerate(parts):
        out += [*(bare("; ") if number else ()), *part]
    return tuple(out)
