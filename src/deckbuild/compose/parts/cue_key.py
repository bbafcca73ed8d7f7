"""The key to the cues that these notes really use."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Run, Table, bare
from deckbuild.compose.parts.part import Guide
from deckbuild.spec.authored import walk
from deckbuild.spec.cue import Cue


def compose(guide: Guide) -> Iterator[Block]:
    """A row a cue: its label as it looks in the notes, and what it is for."""
    if not guide.facts.verbs:
        return
    rows = []
    for verb in guide.facts.verbs:
        label = guide.labels("note_timing" if verb == "note" else verb)
        if verb == "note":
            kinds = dict.fromkeys(_note_kinds(guide))
            label = ", ".join(guide.labels(f"note_{kind}") for kind in kinds)
        rows.append(((Run(label, bold=True, style=f"cue:{verb}"),), bare(guide.labels(f"means_{verb}"))))
    yield Heading(3, (Run(guide.labels("cues_used")),))
    yield Table((), tuple(rows), (0.24, 0.76), ("left", "left"), alt=guide.labels("cues_used"))


def _note_kinds(guide: Guide) -> Iterator[str]:
    for node in walk(guide.lesson.sections):
        if isinstance(node, Cue) and node.kind:
            yield node.kind.value
