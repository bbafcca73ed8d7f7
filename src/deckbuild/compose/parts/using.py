"""How to use the guide: what it shows, and the key to the cues that these notes really use."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Block, Heading, Paragraph, Run, Table, bare
from deckbuild.compose.parts.part import Guide
from deckbuild.spec.authored import walk
from deckbuild.spec.cue import Cue


def compose(guide: Guide) -> Iterator[Block]:
    """Two sentences, then a row a cue: its label as it looks in the notes, and what it is for."""
    labels = guide.labels
    if not guide.facts.verbs:
        return
    rows = []
    for verb in guide.facts.verbs:
        label = labels(verb) if verb != "note" else ", ".join(dict.fromkeys(_note_kinds(guide)))
        rows.append(((Run(label, bold=True, style=f"cue:{verb}"),), bare(labels(f"means_{verb}"))))
    yield Heading(1, (Run(labels("using")),), "using")
    yield Paragraph(bare(f"{labels('using_slides')} {labels('using_own_words')}"))
    header = (bare(labels("cue")), bare(labels("cue_means")))
    yield Table(header, tuple(rows), (0.24, 0.76), ("left", "left"), alt=labels("cues_used"))


def _note_kinds(guide: Guide) -> Iterator[str]:
    for node in walk(guide.lesson.sections):
        if isinstance(node, Cue) and node.kind:
            yield guide.labels(f"note_{node.kind.value}")
