"""A test paper, and the key to mark it by: Lesson + Facts -> Document.  No answer ever stands on a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.blocks import (
    Block,
    Heading,
    Item,
    Items,
    Lines,
    Paragraph,
    Rich,
    Run,
    Table,
    bare,
    joined,
)
from deckbuild.brand.brand import Brand
from deckbuild.compose.cues import Cues
from deckbuild.compose.designation import designation
from deckbuild.compose.document import Document
from deckbuild.compose.framing import framed
from deckbuild.compose.generated import letter
from deckbuild.compose.linking import Linker
from deckbuild.compose.parts import questions
from deckbuild.compose.parts.part import Guide
from deckbuild.facts import Facts
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.properties import Properties
from deckbuild.resolve.papers import VERSIONS, Set, paper, points
from deckbuild.resolve.placing import of_bank
from deckbuild.spec.bank import Paper, QuestionType
from deckbuild.spec.cue import Reader

TICK = "□"


def compose_paper(
    lesson: Lesson, facts: Facts, brand: Brand, labels: Labels, properties: Properties, version: str
) -> Document:
    """The paper in one version, to be answered by a participant."""
    linker = Linker(facts, labels, lesson)
    kind = f"{_title(lesson, labels)} · {labels('version', n=version)}"
    blocks = tuple(_paper(lesson, labels, linker, version))
    titled = replace(properties, title=f"{kind}: {properties.title}")
    return framed(blocks, kind, linker, brand, labels, titled, {}, cover=False)


def compose_key(lesson: Lesson, facts: Facts, brand: Brand, labels: Labels, properties: Properties) -> Document:
    """What is right in each version, and every question with its answers; the trainer's alone."""
    linker = Linker(facts, labels, lesson, pages=frozenset(question.id for _, question in facts.questions))
    cues = Cues(facts, labels, linker, Reader.TRAINER)
    guide = Guide(lesson, facts, labels, linker, cues, Reader.TRAINER, {}, {}, properties)
    kind = labels("key")
    blocks = (*_key(guide), *questions.compose(guide))
    titled = replace(properties, title=f"{kind}: {properties.title}")
    return framed(blocks, kind, linker, brand, labels, titled, {}, cover=False)


def _title(lesson: Lesson, labels: Labels) -> str:
    return (lesson.test and lesson.test.title) or labels("test")


def _paper(lesson: Lesson, labels: Labels, linker: Linker, version: str) -> Iterator[Block]:
    test = lesson.test or Paper()
    yield Heading(1, (*linker.text(_title(lesson, labels)), Run(f"   {labels('version', n=version)}", style="muted")))
    yield Paragraph((Run(f"{designation(lesson, linker.programme, labels)} · "), *linker.text(lesson.title)), "lead")
    yield Paragraph(bare(f"{labels('name')}: \t"), "form")
    yield Paragraph(bare(f"{labels('date')}: \t"), "form")
    yield Paragraph(bare(f"{TICK} {labels('before_lesson')}      {TICK} {labels('after_lesson')}"), "form")
    yield Items(tuple(Item(line) for line in _instructions(test, lesson, labels, linker)))
    for placed in paper(lesson, version):
        yield from _asked(placed, labels, linker)


def _instructions(test: Paper, lesson: Lesson, labels: Labels, linker: Linker) -> Iterator[Rich]:
    if test.instructions:
        yield linker.text(test.instructions)
    if test.duration:
        yield bare(labels("test_time", time=test.duration))
    total = points(lesson)
    yield bare(labels("test_points", n=total))
    if test.pass_mark:
        yield bare(labels("test_pass", n=test.pass_mark, of=total))


def _asked(placed: Set, labels: Labels, linker: Linker) -> Iterator[Block]:
    """A question as it is to be answered: what to do, the points it counts, and room for the answer."""
    question, text = placed.question, linker.text
    counts = labels("points_one") if question.points == 1 else labels("points_n", n=question.points)
    head = (Run(labels("question_n", n=placed.number)), Run(f"   {counts}", style="muted"))
    yield Heading(2, head, small=True)
    yield Paragraph((*text(of_bank(question, labels).stem), *_hint(placed, labels)), "label")
    match question.type:
        case QuestionType.CHOICE:
            yield _options([text(question.options[option].text) for option in placed.options])
        case QuestionType.TRUE_FALSE:
            yield Paragraph(bare(f"{TICK} {labels('true')}      {TICK} {labels('false')}"))
        case QuestionType.MATCHING:
            yield _matching(placed, labels, linker)
        case QuestionType.COMPLETION:
            yield Paragraph(bare(f"{labels('answer')}: \t"), "form")
        case QuestionType.OPEN:
            yield Lines(question.lines)


def _hint(placed: Set, labels: Labels) -> Rich:
    """What to do, where it is not plain to see."""
    question = placed.question
    if question.type is QuestionType.MATCHING:
        return (Run(f"  {labels('hint_matching')}", italic=True),)
    if question.type is QuestionType.CHOICE and sum(question.correct) > 1:
        return (Run(f"  {labels('hint_several')}", italic=True),)
    return ()


def _options(options: list[Rich]) -> Items:
    listed = (Item((Run(f"{TICK} "), Run(f"{letter(n)}  ", bold=True), *option)) for n, option in enumerate(options))
    return Items(tuple(listed), look="lettered")


def _matching(placed: Set, labels: Labels, linker: Linker) -> Table:
    """Parts with room for a letter, beside the matches in another order."""
    pairs, text = placed.question.pairs, linker.text
    rows = tuple(
        (
            (Run(f"{number + 1}  ", bold=True), *text(pairs[number].part)),
            bare("____"),
            (Run(f"{letter(number)}  ", bold=True), *text(pairs[placed.matches[number]].match)),
        )
        for number in range(len(pairs))
    )
    return Table((), rows, (0.42, 0.12, 0.46), ("left", "center", "left"), alt=labels("hint_matching"))


def _key(guide: Guide) -> Iterator[Block]:
    """A row a question: its number and what is right, in each version."""
    labels, lesson = guide.labels, guide.lesson
    papers = {version: {one.question.id: one for one in paper(lesson, version)} for version in VERSIONS}
    header: list[Rich] = [bare(labels("question"))]
    for version in VERSIONS:
        header += [bare(labels("version_number", n=version)), bare(labels("answer"))]
    header.append(bare(labels("points")))
    rows = []
    for number, question in guide.facts.questions:
        if question.test:
            cells = [bare(labels("question_n", n=number))]
            for version in VERSIONS:
                placed = papers[version][question.id]
                cells += [bare(str(placed.number)), _right(placed, guide)]
            rows.append((*cells, bare(str(question.points))))
    total = (bare(labels("map_total")), *[()] * (2 * len(VERSIONS)), bare(str(points(lesson))))
    yield Heading(1, (Run(labels("key")),), "key")
    if lesson.test and lesson.test.pass_mark:
        yield Paragraph(bare(labels("test_pass", n=lesson.test.pass_mark, of=points(lesson))))
    yield Table(
        tuple(header),
        (*rows, total),
        (0.18, 0.12, 0.24, 0.12, 0.24, 0.1),
        ("left", "center", "left", "center", "left", "right"),
        total=True,
        alt=labels("key"),
    )


def _right(placed: Set, guide: Guide) -> Rich:
    """Letters, true or false, the missing word, or where an open question is answered."""
    question, labels = placed.question, guide.labels
    match question.type:
        case QuestionType.CHOICE:
            return bare(", ".join(letter(place) for place in placed.right))
        case QuestionType.TRUE_FALSE:
            return bare(labels(question.answer[0]))
        case QuestionType.MATCHING:
            return bare(", ".join(f"{n}\u00a0{letter(place)}" for n, place in enumerate(placed.right, 1)))
        case QuestionType.COMPLETION:
            return joined([guide.linker.text(answer) for answer in question.answer], " / ")
        case QuestionType.OPEN:
            return bare(labels("see_below"))
