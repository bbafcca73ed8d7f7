"""What the trainer reads where something was left out; nobody else reads anything."""

from __future__ import annotations

import pytest

from deckbuild.blocks import Callout, Paragraph, plain
from deckbuild.compose.cues import Cues
from deckbuild.compose.linking import Linker
from deckbuild.compose.sheets import Sheets
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.plan.cuts import Load
from deckbuild.plan.fitting import fit
from deckbuild.plan.tailoring import tailor
from deckbuild.resolve.resolve import resolve
from deckbuild.spec.cue import Reader


def lines(lesson: Lesson, labels: Labels, reader: Reader = Reader.TRAINER) -> list[str]:
    """The lines of the notes that tell of something left out."""
    facts = resolve(lesson, (), labels, {}, Diagnostics())
    cues = Cues(facts, labels, Linker(facts, labels, lesson), reader)
    notes = [section.notes for section in lesson.sections]
    notes += [slide.notes for section in lesson.sections for slide in section.slides]
    told = (labels("left_out"), labels("shorter"))
    found = [block for cues_ in notes for block in cues.blocks(cues_) if block.label in told]
    return [f"{one.label}: {plain(text.text)}" for one in found for text in one.body if isinstance(text, Paragraph)]


def test_for_others(checkpoint: Lesson, labels: Labels) -> None:
    assert lines(tailor(checkpoint, ["military"], ())[0], labels) == ["Left out: Slide, 6 min: for police only"]
    assert lines(tailor(checkpoint, ["police"], ())[0], labels) == ["Left out: Cue: for military only"]


def test_participants_read_nothing_of_it(checkpoint: Lesson, labels: Labels) -> None:
    assert lines(tailor(checkpoint, ["military"], ())[0], labels, Reader.PARTICIPANT) == []


def test_what_the_clock_took_is_named(checkpoint: Lesson, labels: Labels) -> None:
    piece = fit([Load(checkpoint, allowed=45 * 60)]).pieces[0]
    assert piece.lesson is not None

    assert lines(piece.lesson, labels) == [
        "Left out: Slide “Lights”, 4 min: no time for it",
        "Shorter variant: Demonstration (saves 20 min): One shows it.",
        "Left out: Section “Reporting”, 7 min: no time for it",
    ]


def test_the_sheet_of_an_activity_begins_with_its_variant(checkpoint: Lesson, labels: Labels) -> None:
    lesson = fit([Load(checkpoint, allowed=45 * 60)]).pieces[0].lesson
    assert lesson is not None
    facts = resolve(lesson, (), labels, {}, Diagnostics())
    first = next(iter(Sheets(facts, labels, Linker(facts, labels, lesson)).sheet(lesson.activities[0])))

    assert isinstance(first, Callout)
    assert [plain(one.text) for one in first.body if isinstance(one, Paragraph)] == [
        "Demonstration (10 min in place of 30 min)",
        "One shows it.",
    ]


@pytest.mark.parametrize("audience", ["police", "military"])
def test_references_to_what_is_gone_are_worded(checkpoint: Lesson, labels: Labels, audience: str) -> None:
    lesson = tailor(checkpoint, [audience], ())[0]
    facts = resolve(lesson, (), labels, {}, Diagnostics())
    said = plain(Linker(facts, labels, lesson).text(lesson.sections[0].slides[0].notes[0].prose))

    assert said == ("See slide 2." if audience == "police" else "See (left out here).")
