"""Activities and cases in full: the trainer's sheet, the participants' worksheet, and the lines where one begins.

Who reads what of them is decided here: a worksheet and a case for participants are made without what is the trainer's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.blocks import (
    Align,
    Block,
    Callout,
    Heading,
    Item,
    Items,
    Jump,
    Lines,
    PageOf,
    Paragraph,
    Rich,
    Run,
    Table,
    bare,
    emphasised,
    joined,
    plain,
)
from deckbuild.compose.linking import Linker
from deckbuild.facts import Facts
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.markdown import blocks
from deckbuild.spec.activity import Activity, Case, Grouping, Variant, Varied
from deckbuild.spec.pack import Material, Overview

FACTS = (0.22, 0.78)
"""Shares of label and text in the table at a sheet's head."""


class Sheets:
    """Activities and cases as blocks of documents."""

    def __init__(self, facts: Facts, labels: Labels, linker: Linker) -> None:
        self._facts, self._labels, self._linker = facts, labels, linker

    # --- where one begins ---------------------------------------------------------------------------------

    def beginning(self, activity: Activity, *, trainer: bool) -> Iterator[Block]:
        """Name and minutes, what the trainer must have at hand, and the page of the sheet."""
        text, labels = self._linker.text, self._labels
        minutes = (Run(f"  {activity.duration}", style="muted"),) if activity.duration else ()
        yield Paragraph((*emphasised(text(activity.title)), *minutes))
        if activity.purpose:
            yield labelled(labels("purpose"), text(activity.purpose))
        if trainer and activity.split:
            yield labelled(labels("time_split"), self._split(activity))
        if trainer and activity.groups:
            yield labelled(labels("groups"), self.groups(activity.groups))
        yield self._page("sheet_page" if trainer else "worksheet_page", activity.id)

    def situation(self, case: Case, *, trainer: bool) -> Iterator[Block]:
        """Name and minutes of a case, and its page."""
        minutes = (Run(f"  {case.duration}", style="muted"),) if case.duration else ()
        yield Paragraph((*emphasised(self._linker.text(case.title)), *minutes))
        yield self._page("sheet_page" if trainer else "case_page", case.id)

    def _page(self, label: str, key: str) -> Paragraph:
        before, _, after = self._labels(label, n="\0").partition("\0")
        return Paragraph((Run(before, link=Jump(key)), Run("0", link=PageOf(key)), *bare(after)))

    # --- activities -----------------------------------------------------------------------------------------

    def overview(self) -> Table:
        """Number, name, method, time and page of every activity."""
        labels, text = self._labels, self._linker.text
        header = tuple(bare(labels(name)) for name in ("number", "activity", "method", "time", "map_page"))
        rows = tuple(
            (
                (Run(number, link=Jump(activity.id)),),
                text(activity.title),
                text(activity.method) if activity.method else (),
                bare(str(activity.duration or "–")),
                (Run("0", link=PageOf(activity.id)),),
            )
            for number, activity in self._facts.activities
        )
        sides: tuple[Align, ...] = ("left", "left", "left", "left", "right")
        return Table(header, rows, (0.12, 0.36, 0.28, 0.14, 0.10), sides, alt=labels("activities"))

    def sheet(self, activity: Activity) -> Iterator[Block]:
        """All that a trainer needs to run it, below its heading; where a variant is run, that first."""
        text, labels = self._linker.text, self._labels
        if isinstance(activity, Varied):
            yield Callout("note-timing", labels("shorter"), self._chosen(activity))
        rows: list[tuple[str, Rich]] = []
        if activity.purpose:
            rows.append((labels("purpose"), text(activity.purpose)))
        if activity.method:
            rows.append((labels("method"), text(activity.method)))
        if activity.duration or activity.split:
            rows.append((labels("time"), self._time(activity)))
        if activity.groups:
            rows.append((labels("groups"), self.groups(activity.groups)))
        if activity.materials:
            rows.append((labels("materials"), joined(map(self.material, activity.materials), "\n")))
        outcomes = [one for one in self._facts.coverage if one.outcome.id in activity.covers]
        if outcomes:
            rows.append((labels("outcomes"), joined([text(one.outcome.text) for one in outcomes], "\n")))
        if rows:
            yield self._facts_table(rows)
        yield from self._part("preparation", self._prose(activity.preparation))
        yield from self._part("steps", self._listed(activity.steps, numbered=True))
        yield from self._part("debrief", self._listed(activity.debrief))
        yield from self._part("expected", self._listed(activity.answers))
        yield from self._part("draw_out", self._listed(activity.draw_out))
        if activity.variants:
            yield from self._part("variants", (self._variants(activity),))
        if activity.note:
            yield Callout("tip", labels("note_on_use"), self._prose(activity.note))

    def worksheet(self, activity: Activity) -> Iterator[Block]:
        """Instructions and space to write, without anything that is the trainer's."""
        text, labels = self._linker.text, self._labels
        rows: list[tuple[str, Rich]] = []
        if activity.purpose:
            rows.append((labels("purpose"), text(activity.purpose)))
        if activity.method:
            rows.append((labels("method"), text(activity.method)))
        if activity.duration:
            rows.append((labels("time"), bare(str(activity.duration))))
        if activity.groups:
            rows.append((labels("groups"), self.groups(activity.groups)))
        if rows:
            yield self._facts_table(rows)
        yield from self._part("instructions", self._listed(activity.steps, numbered=True))
        yield from self._prose(activity.worksheet)
        if activity.lines:
            yield from self._part("your_notes", (Lines(activity.lines),))
        yield from self._part("debrief", self._listed(activity.debrief))

    # --- cases ----------------------------------------------------------------------------------------------

    def case(self, case: Case, *, trainer: bool) -> Iterator[Block]:
        """Situation, needs and tasks; for the trainer the solution, for participants lines to write on."""
        yield from self._part("situation", self._prose(case.situation))
        yield from self._part("needs", self._listed(case.needs))
        if trainer:
            yield from self._part("tasks", self._listed(case.tasks, numbered=True))
            yield from self._part("solution", self._prose(case.solution))
            return
        yield Heading(3, (Run(self._labels("tasks")),))
        for number, task in enumerate(case.tasks, 1):
            yield Paragraph((Run(f"{number}.  ", bold=True), *self._linker.text(task)), "label")
            if case.lines:
                yield Lines(case.lines)

    # --- pieces ---------------------------------------------------------------------------------------------

    def groups(self, groups: Grouping) -> Rich:
        """`4 groups of 5-6; by function`."""
        labels = self._labels
        match groups.number, groups.size:
            case str(number), str(size):
                said = labels("groups_of", number=number, size=size)
            case str(number), None:
                said = labels("groups_number", number=number)
            case None, str(size):
                said = labels("groups_size", size=size)
            case _:
                said = ""
        how = self._linker.text(groups.how) if groups.how else ()
        return joined([part for part in (bare(_sentence(said.replace("-", "–"))), how) if part], "; ")

    def material(self, material: Material) -> Rich:
        """`Priority cards (1 for each group)`."""
        many = amount(material, self._linker.lesson, self._labels)
        return (*self._linker.text(material.what), *(bare(f" ({plain(many)})") if many else ()))

    def _time(self, activity: Activity) -> Rich:
        total = bare(str(activity.duration)) if activity.duration else ()
        return joined([part for part in (emphasised(total), self._split(activity)) if part], ": ")

    def _split(self, activity: Activity) -> Rich:
        text = self._linker.text
        parts = ((*text(part.part), Run(f" {part.duration}", style="muted")) for part in activity.split)
        return joined(parts, "; ")

    def _variants(self, activity: Activity) -> Table:
        labels, text = self._labels, self._linker.text
        header = tuple(bare(labels(name)) for name in ("variant", "time", "change"))
        rows = tuple(
            (
                emphasised(text(variant.title)),
                bare(str(variant.duration or activity.duration or "–")),
                self._changed(variant),
            )
            for variant in activity.variants
        )
        return Table(header, rows, (0.2, 0.16, 0.64), ("left", "left", "left"), alt=labels("variants"))

    def _changed(self, variant: Variant) -> Rich:
        """What changes in a variant, and its own steps, where it has any."""
        said = [_words(block) for block in self._prose(variant.change)]
        steps = [(Run(f"{n}.  "), *self._linker.text(step)) for n, step in enumerate(variant.steps, 1)]
        return joined([*said, *steps], "\n")

    def _chosen(self, activity: Varied) -> tuple[Block, ...]:
        """The variant that is run, its time beside the usual one, and what changes."""
        said = self._labels("shorter_run", time=activity.duration, usual=activity.usual)
        return (
            Paragraph((*emphasised(self._linker.text(activity.chosen.title)), Run(f" ({said})"))),
            *self._prose(activity.chosen.change),
        )

    def _facts_table(self, rows: Sequence[tuple[str, Rich]]) -> Table:
        cells = tuple(((Run(label, bold=True),), rich) for label, rich in rows)
        return Table((), cells, FACTS, ("left", "left"), alt=self._labels("at_a_glance"))

    def _part(self, label: str, content: Sequence[Block]) -> Iterator[Block]:
        if content:
            yield Heading(3, (Run(self._labels(label)),))
            yield from content

    def _listed(self, texts: Sequence[str], *, numbered: bool = False) -> tuple[Block, ...]:
        listed = tuple(Item(self._linker.text(one)) for one in texts)
        return (Items(listed, numbered=numbered),) if listed else ()

    def _prose(self, text: str | None) -> tuple[Block, ...]:
        """Block Markdown, resolved; its headings become bold lines."""
        made = (self._linker.block(block) for block in blocks(text or "", self._labels.language)) if text else ()
        return tuple(Paragraph(emphasised(one.text)) if isinstance(one, Heading) else one for one in made)


def amount(material: Material, lesson: Lesson, labels: Labels) -> Rich:
    """`48 (2 for each participant)` where it is known how many come, `2 for each participant` where not."""
    if material.quantity is None:
        return ()
    if material.per == "room":
        return bare(str(material.quantity))
    each = labels(f"per_{material.per}", n=material.quantity)
    overview = lesson.overview or Overview()
    times = {"participant": overview.participants, "group": overview.groups}.get(material.per)
    return bare(labels("counted", total=times * material.quantity, each=each) if times else each)


def _sentence(text: str) -> str:
    """`text` with a capital at its start."""
    return text[:1].upper() + text[1:]


def labelled(label: str, rich: Rich) -> Paragraph:
    """A line led in by a label."""
    return Paragraph((Run(f"{label}: ", bold=True), *rich))


def _words(block: Block) -> Rich:
    """The words of a paragraph or a list, for a cell of a table."""
    match block:
        case Paragraph():
            return block.text
        case Items():
            return joined([item.text for item in block.items], "\n")
        case _:
            return ()
