"""Who is referred to and by whom: ids -> targets, and a message for every id that leads nowhere."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence

from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.facts import Cited, SectionFacts, Stop, Target
from deckbuild.lesson.lesson import Lesson, Section
from deckbuild.markdown import abbreviations, mentions, stray_footnotes
from deckbuild.resolve.placing import placed_in
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.authored import Authored, walk
from deckbuild.spec.cue import Cue
from deckbuild.spec.head import Handout
from deckbuild.spec.pack import Annex
from deckbuild.spec.scalars import Block, Inline
from deckbuild.spec.text import marks_of, texts

Narrow = Callable[[Span, str], Span]
"""Narrows a value's span to where a word stands in it."""


def targets(
    lesson: Lesson,
    stops: Sequence[Stop],
    sections: Sequence[SectionFacts],
    activities: Sequence[tuple[str, Activity]],
    cases: Sequence[tuple[str, Case]],
    handouts: Sequence[tuple[str, Handout]],
    annexes: Sequence[tuple[str, Annex]],
    diags: Diagnostics,
) -> dict[str, Target]:
    """All that `[@id]` can lead to; an id given twice is reported (R102), the first one counts."""
    found: dict[str, tuple[Target, Span]] = {}

    def add(target: Target, span: Span) -> None:
        if target.key in found:
            first = found[target.key]
            message = f"the id `{target.key}` is given twice: line {first[1].line} gives it to a {first[0].kind}"
            diags.error("R102", message, span, "choose another id for one of them")
        else:
            found[target.key] = (target, span)

    for section in sections:
        if section.section.id:
            place = section.section.place
            add(Target("section", section.key, str(section.number), section.section.title), place.of("id"))
    for stop in stops:
        if stop.slide and stop.slide.id:
            target = Target("slide", stop.key, stop.numbers, stop.title, several=stop.parts > 1)
            add(target, stop.slide.place.of("id"))
    for number, activity in activities:
        add(Target("activity", activity.id, number, activity.title), activity.place.of("id"))
    for number, case in cases:
        add(Target("case", case.id, number, case.title), case.place.of("id"))
    for number_in_bank, question in enumerate(lesson.questions, 1):
        add(Target("question", question.id, str(number_in_bank), question.stem), question.place.of("id"))
    for number, handout in handouts:
        add(Target("handout", handout.id, number, handout.title), handout.place.of("id"))
    for letter, annex in annexes:
        add(Target("annex", annex.id, letter, annex.title), annex.place.of("id"))
    for place_in_list, (key, reference) in enumerate(lesson.references.items(), 1):
        add(Target("reference", key, str(place_in_list), reference.title), reference.place.span)
    return {key: target for key, (target, _) in found.items()}


def elsewhere(found: Mapping[str, str]) -> dict[str, Target]:
    """What stands in other lessons: named by the lesson's number."""
    return {id_: Target("lesson", "", number, "") for id_, number in found.items()}


def check(lesson: Lesson, known: Mapping[str, Target], narrow: Narrow, diags: Diagnostics) -> None:
    """Report each id that leads nowhere (R101), or to something of another kind."""
    outcomes = [outcome.id for outcome in lesson.outcomes]
    of_kind: dict[str, list[str]] = {}
    for key, target in known.items():
        of_kind.setdefault(target.kind, []).append(key)
    _unique_outcomes(lesson, diags)
    for node in walk(lesson):
        for field, text in texts(node):
            for id_ in mentions(text):
                _must_be(id_, list(known), "nothing in this lesson", narrow(node.place.of(field), id_), diags)
            if "^" in text and _is_markdown(type(node), field):
                _check_footnotes(text, node.place.of(field), narrow, diags)
            for short in abbreviations(text):
                if short not in lesson.abbreviations:
                    span = narrow(node.place.of(field), short)
                    _missing(short, list(lesson.abbreviations), "no abbreviation", span, diags)
        for id_ in node.__dict__.get("covers", ()):
            _must_be(id_, outcomes, "no outcome", narrow(node.place.of("covers"), id_), diags)
        _check_placed(node, of_kind, narrow, diags)
    for section in lesson.sections:
        for id_ in section.references or ():
            span = narrow(section.place.of("references"), id_)
            _must_be(id_, list(lesson.references), "no reference", span, diags)


def _check_footnotes(text: str, span: Span, narrow: Narrow, diags: Diagnostics) -> None:
    """Report marks without a footnote (R112) and footnotes without a mark (R113)."""
    without_text, without_mark = stray_footnotes(text)
    for label in without_text:
        hint = f"write it in the same text, after an empty line: `[^{label}]: …`"
        diags.error("R112", f"the mark `[^{label}]` has no footnote", narrow(span, f"[^{label}]"), hint)
    for label in without_mark:
        hint = f"put `[^{label}]` after the word it belongs to, or remove it"
        diags.error("R113", f"nothing refers to the footnote `{label}`", narrow(span, f"[^{label}]:"), hint)


def _is_markdown(model: type[Authored], field: str) -> bool:
    """Whether the texts of a field are Markdown, and not code or a name."""
    info = model.model_fields[field]
    return any(isinstance(mark, (Inline, Block)) for mark in (*info.metadata, *marks_of(info.annotation)))


def _check_placed(node: Authored, of_kind: Mapping[str, Sequence[str]], narrow: Narrow, diags: Diagnostics) -> None:
    """Report what a cue or a body names that is not there, or is of another kind."""
    for field, id_ in placed_in(node):
        kind = "handout" if field == "distribute" else field
        _must_be(id_, of_kind.get(kind, ()), f"no {kind}", narrow(node.place.of(field), id_), diags)
    for id_ in (node.reference or ()) if isinstance(node, Cue) else ():
        span = narrow(node.place.of("reference"), id_)
        _must_be(id_, of_kind.get("reference", ()), "no reference", span, diags)


def _unique_outcomes(lesson: Lesson, diags: Diagnostics) -> None:
    seen: dict[str, int] = {}
    for outcome in lesson.outcomes:
        span = outcome.place.of("id")
        if outcome.id in seen:
            message = f"the id `{outcome.id}` is given twice: line {seen[outcome.id]} gives it to an outcome"
            diags.error("R102", message, span, "choose another id for one of them")
        seen.setdefault(outcome.id, span.line)


def _must_be(id_: str, ids: Sequence[str], what: str, span: Span, diags: Diagnostics) -> None:
    if id_ not in ids:
        _missing(id_, ids, what, span, diags)


def _missing(id_: str, ids: Sequence[str], what: str, span: Span, diags: Diagnostics) -> None:
    near = difflib.get_close_matches(id_, ids, 1)
    if near:
        hint = f"did you mean `{near[0]}`?"
    elif ids:
        hint = "choose one of " + ", ".join(f"`{one}`" for one in sorted(ids)[:12])
    else:
        hint = "define it first, or remove the reference to it"
    diags.error("R101", f"{what} is called `{id_}`", span, hint)


def cited(lesson: Lesson, stops: Sequence[Stop]) -> tuple[Cited, ...]:
    """References in order of first use, those never used last, each with the slides that use it."""
    users: dict[str, list[str]] = {}
    for number, section in enumerate(lesson.sections, 1):
        for id_ in _used_in(section.notes):
            users.setdefault(id_, [])
        for stop in stops:
            if stop.section == number and stop.slide:
                for id_ in _used_in(stop.slide):
                    keys = users.setdefault(id_, [])
                    if stop.key not in keys:
                        keys.append(stop.key)
        for id_ in section.references or ():
            users.setdefault(id_, [])
    ids = [id_ for id_ in users if id_ in lesson.references]
    ids += [id_ for id_ in lesson.references if id_ not in users]
    return tuple(Cited(id_, n, lesson.references[id_], tuple(users.get(id_, ()))) for n, id_ in enumerate(ids, 1))


def listed(lesson: Lesson, section: Section) -> tuple[str, ...]:
    """Ids of the references at a section's end: those its author names, else those it cites, in order of first use."""
    if section.references is not None:
        return section.references
    used = (*_used_in(section.notes), *(id_ for slide in section.slides for id_ in _used_in(slide)))
    return tuple(id_ for id_ in dict.fromkeys(used) if id_ in lesson.references)


def _used_in(part: object) -> Iterator[str]:
    for node in walk(part):
        if isinstance(node, Cue):
            yield from node.reference or ()
        for _, text in texts(node):
            yield from mentions(text)
