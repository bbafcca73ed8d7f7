"""One bibliography, one list of abbreviations, one glossary of several lessons; contradictions are reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckbuild.assemble.names import Names, different, ids_of
from deckbuild.diagnostics.model import Diagnostics
from deckbuild.lesson.lesson import Lesson
from deckbuild.spec.head import Handout, Outcome, Reference, Term


def references(lessons: Sequence[Lesson], names: Sequence[Names], diags: Diagnostics) -> dict[str, Reference]:
    """Every document once.  New ids go into `names`; what is said differently of one document is reported (C110)."""
    merged: dict[str, Reference] = {}
    owners: dict[str, Lesson] = {}
    taken = {new.things.get(id_, id_) for lesson, new in zip(lessons, names, strict=True) for id_ in ids_of(lesson)}
    for lesson, new in zip(lessons, names, strict=True):
        for id_, reference in lesson.references.items():
            same = _same_document(id_, reference, merged)
            if same is None:
                key = different(id_, lesson, {*merged, *taken}) if id_ in merged or id_ in taken else id_
                merged[key], owners[key] = reference, lesson
            else:
                key = same
                _check_same(reference, merged[key], owners[key], diags)
            if key != id_:
                new.references[id_] = key
    return merged


def _same_document(id_: str, reference: Reference, merged: Mapping[str, Reference]) -> str | None:
    """The id under which the document stands already; None where it does not."""
    if id_ in merged and _names_of(merged[id_]) & _names_of(reference):
        return id_
    names = _names_of(reference)
    return next((key for key, other in merged.items() if _names_of(other) & names), None)


def _names_of(reference: Reference) -> set[tuple[str, str]]:
    """By what a document is known: its symbol, else its title."""
    if reference.symbol:
        return {("symbol", reference.symbol.casefold())}
    return {("title", f"{reference.title.casefold()}|{reference.year or ''}")}


def _check_same(reference: Reference, first: Reference, lesson: Lesson, diags: Diagnostics) -> None:
    for name in ("title", "author", "publisher", "year", "url"):
        here, there = getattr(reference, name), getattr(first, name)
        if here and there and here != there:
            message = f"lesson {lesson.lesson} gives another {name} for this document: `{there}`"
            diags.warn("C110", message, reference.place.of(name), "write it alike in both lessons; the first counts")


def abbreviations(lessons: Sequence[Lesson], diags: Diagnostics) -> dict[str, str]:
    """Every short form once; one with two meanings is reported (C111), the first counts."""
    merged: dict[str, str] = {}
    owners: dict[str, str] = {}
    for lesson in lessons:
        for short, meaning in lesson.abbreviations.items():
            if merged.setdefault(short, meaning) != meaning:
                message = f"in lesson {owners[short]} `{short}` stands for `{merged[short]}`"
                hint = "write it alike in both lessons; the first counts"
                diags.warn("C111", message, lesson.place.of("abbreviations"), hint)
            owners.setdefault(short, lesson.lesson)
    return merged


def glossary(lessons: Sequence[Lesson], diags: Diagnostics) -> tuple[Term, ...]:
    """Every word once; one that is explained in two ways is reported (C112), the first counts."""
    merged: dict[str, tuple[Term, str]] = {}
    for lesson in lessons:
        for term in lesson.glossary:
            first, owner = merged.setdefault(term.term.casefold(), (term, lesson.lesson))
            if first.definition != term.definition:
                message = f"lesson {owner} explains `{term.term}` otherwise"
                hint = "write it alike in both lessons; the first counts"
                diags.warn("C112", message, term.place.of("definition"), hint)
    return tuple(term for term, _ in merged.values())


def outcomes(lessons: Sequence[Lesson], names: Sequence[Names]) -> tuple[Outcome, ...]:
    """All outcomes, those of two lessons with one id kept apart.  The new ids go into `names`."""
    merged: dict[str, Outcome] = {}
    for lesson, new in zip(lessons, names, strict=True):
        for outcome in lesson.outcomes:
            first = merged.get(outcome.id)
            if first is None or first.text == outcome.text:
                merged.setdefault(outcome.id, outcome)
                continue
            id_ = new.outcomes[outcome.id] = different(outcome.id, lesson, merged)
            merged[id_] = outcome.model_copy(update={"id": id_})
    return tuple(merged.values())


def handouts(lessons: Sequence[Lesson], names: Sequence[Names]) -> None:
    """What is generated from the same is one handout: the new ids go into `names`, the first one stays."""
    first: dict[str, Handout] = {}
    for lesson, new in zip(lessons, names, strict=True):
        for handout in lesson.handouts:
            if handout.from_ is None:
                continue
            kept = first.setdefault(handout.from_, handout)
            if kept is not handout:
                new.things[handout.id] = kept.id
            elif handout.id in new.things:
                first[handout.from_] = handout.model_copy(update={"id": new.things[handout.id]})
