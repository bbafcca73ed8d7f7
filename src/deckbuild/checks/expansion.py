"""Rules about room for a translation, and about faces that have its letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from deckbuild.brand.fontfile import coverage
from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.checks.texts import authored, found_in, texts_in
from deckbuild.compose.deck import compose_deck
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.lesson.lesson import Lesson, Slide
from deckbuild.markdown import inline
from deckbuild.resolve.resolve import resolve
from deckbuild.runs import plain
from deckbuild.spec.authored import Authored, revised

_CLASSES = ((10, 200), (20, 180), (30, 160), (50, 140), (70, 151))
"""Length of an English text in characters -> its length in a translation, in per cent, as translation houses reckon
(IBM's guideline as the W3C's article “Text size in translation” gives it); longer ones take the limit's per cent more.
"""


def _grown(text: str, percent: int, language: str) -> str:
    """`text` with words of its own added, until it is as long as a translation may be."""
    words = plain(inline(text, language)).split()
    length = len(" ".join(words))
    usual = next((share for most, share in _CLASSES if length <= most), 100 + percent)
    wanted = length * (100 + (usual - 100) * percent / 30) / 100 if usual != 100 + percent else length * usual / 100
    added: list[str] = []
    total = length
    while words and total < wanted:
        word = words[len(added) % len(words)].strip("*_`[]{}()<>|#")[: max(3, round(wanted - total))]
        added.append(word or "xxx")
        total += len(added[-1]) + 1
    return f"{text} {' '.join(added)}" if added else text


def _longer(lesson: Lesson, percent: int, language: str) -> Lesson:
    """The lesson with every text of its slides longer; what is named by a text (a table's row) keeps its name."""

    def revise(node: Authored) -> Authored:
        changes: dict[str, object] = {}
        for name, _, form in texts_in(type(node)):
            value = getattr(node, name)
            if isinstance(value, str) and form != "line" and name not in ("date", "stem"):
                changes[name] = _grown(value, percent, language) if form == "inline" else value
        return node.model_copy(update=changes) if changes else node

    def slide(node: Slide) -> Slide:
        made: Slide = revised(node.model_copy(update={"notes": ()}), revise)
        return made.model_copy(update={"notes": node.notes})

    sections = tuple(
        section.model_copy(update={"slides": tuple(map(slide, section.slides))}) for section in lesson.sections
    )
    return lesson.model_copy(update={"sections": sections})


def no_room_for_translation(subject: Subject) -> Iterator[Finding]:
    """With text as long as a translation's, a slide would go on to a further one, or would not hold it (X812)."""
    percent = subject.limits.text_expansion
    lesson = _longer(subject.lesson, percent, subject.language)
    found = Diagnostics()
    lines = {name: source.lines for name, source in subject.sources.items()}
    facts = resolve(lesson, subject.project.generate, subject.labels, lines, Diagnostics(), {})
    longer = compose_deck(
        lesson, facts, subject.brand, subject.labels, subject.assets, subject.presentation.properties, found,
        title_lines=subject.limits.title_lines, policy=subject.project.fit or subject.brand.fit,
    )  # fmt: skip
    before, after = subject.presentation.parts, longer.parts
    over = {one.span: one.message for one in found.in_order() if one.code in ("F301", "F302", "F303")}
    for stop in subject.facts.stops:
        if stop.slide is None:
            continue
        place = stop.slide.place
        need, have = after.get(stop.key, 1), before.get(stop.key, 1)
        said = next((text for span, text in over.items() if _within(span, place.span)), "")
        if need > have:
            message = f"with text {percent}% longer the slide becomes {need}"
            yield Finding(message, place.of("title"), ("say less on it, or leave room",))
        elif said:
            message = f"with text {percent}% longer {said}"
            yield Finding(message, place.of("title"), ("say less, or leave room",))


def _within(span: Span, whole: Span) -> bool:
    return span.file == whole.file and whole.line <= span.line <= whole.end_line


def letters_missing(subject: Subject) -> Iterator[Finding]:
    """No face of the brand has a letter of the lesson, so each machine shows another one, or a box (X813)."""
    known = frozenset[int]().union(*(coverage(face) for face in subject.brand.faces))
    told: set[str] = set()
    for text in authored(subject):
        if text.words.isascii():
            continue
        lacking = [one for one in text.words if ord(one) > 0x7E and ord(one) not in known and one not in told]
        lacking = [one for one in lacking if _seen(one)]
        if lacking:
            told.update(lacking)
            listed = " ".join(sorted(set(lacking))[:8])
            message = f"no face of brand `{subject.brand.name}` has `{listed}`"
            yield Finding(message, found_in(subject, text, lacking[0]), ("add a face that has it to the brand",))


def _seen(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in (
        "Cf",
        "Mn",
        "Cc",
        "Co",
        "So",
    )  # So: emoji, which each system draws by itself


RULES = (
    Rule("X812", no_room_for_translation, on=False),
    Rule("X813", letters_missing),
)
