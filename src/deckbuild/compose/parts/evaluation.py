"""Evaluation: instructions for the trainer, the feedback form, and what a certificate asks for."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.blocks import Align, Block, Heading, Lines, Paragraph, Run, Table, bare, emphasised
from deckbuild.compose.parts.part import Guide, prose
from deckbuild.spec.pack import Evaluation

FREE_LINES = 3
"""Ruled lines under a question that is answered in own words."""


def compose(guide: Guide) -> Iterator[Block]:
    """Form and criteria for everyone, instructions for the trainer alone."""
    evaluation = guide.lesson.evaluation
    if evaluation is None:
        return
    form, asked = tuple(_form(evaluation, guide)), tuple(_criteria(evaluation, guide))
    instructions = tuple(prose(evaluation.instructions or "", guide)) if guide.trainer else ()
    if not (form or asked or instructions):
        return
    yield Heading(1, (Run(guide.labels("evaluation")),), "evaluation")
    yield from instructions
    if form:
        yield Heading(2, (Run(guide.labels("evaluation_form")),), "evaluation/form")
        yield from form
    if asked:
        title = guide.linker.text(evaluation.certificate or "") or (Run(guide.labels("criteria")),)
        yield Heading(2, title, "evaluation/criteria")
        yield from asked


def _form(evaluation: Evaluation, guide: Guide) -> Iterator[Block]:
    labels, text = guide.labels, guide.linker.text
    if evaluation.items:
        scale = [text(one) for one in evaluation.scale] or [bare(str(n)) for n in range(1, 6)]
        if not evaluation.scale:
            yield Paragraph(bare(labels("evaluation_ends")), "small")
        header = (bare(labels("evaluation_item")), *scale)
        boxes = tuple(bare("□") for _ in scale)
        rows = tuple((text(item), *boxes) for item in evaluation.items)
        share = min(0.12, 0.5 / len(scale))
        widths = (1 - share * len(scale), *(share for _ in scale))
        sides: list[Align] = ["left"]
        sides += ["center"] * len(scale)
        yield Table(header, rows, widths, tuple(sides), alt=labels("evaluation_form"))
    for question in evaluation.open:
        yield Paragraph(emphasised(text(question)), "label")
        yield Lines(FREE_LINES)


def _criteria(evaluation: Evaluation, guide: Guide) -> Iterator[Block]:
    if evaluation.criteria:
        labels, text = guide.labels, guide.linker.text
        rows = tuple((text(one.criterion), text(one.mark or "")) for one in evaluation.criteria)
        header = (bare(labels("criterion")), bare(labels("criterion_mark")))
        yield Table(header, rows, (0.6, 0.4), ("left", "left"), alt=labels("criteria"))
