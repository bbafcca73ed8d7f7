"""A draft -> the entries of its file, in the order of the specification: ids made, titles told apart, texts cleaned.

The order of keys is that of the models which read them, so that there is one declaration of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from deckbuild.importing.cleaning import Cleaner
from deckbuild.importing.draft import Cue, Draft, Entry, Filed, Section, Slide, Value
from deckbuild.importing.naming import Names
from deckbuild.importing.yamltext import Flow, Noted, Prose, Quoted
from deckbuild.kinds import ALL as KINDS
from deckbuild.lesson.lesson import Lesson
from deckbuild.lesson.lesson import Section as SectionModel
from deckbuild.lesson.lesson import Slide as SlideModel
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.authored import Authored
from deckbuild.spec.bank import BankQuestion
from deckbuild.spec.cue import VERBS
from deckbuild.spec.head import Handout, Reference, Term

_PROSE = frozenset(VERBS) | {
    "situation", "solution", "preparation", "worksheet", "change", "disclaimer", "acknowledgements", "notes",
}  # fmt: skip
"""Keys whose texts are block Markdown."""
_IN_LINE = frozenset(
    ("covers", "widths", "align", "focus", "generate", "reference", "references", "header", "highlight")
)
"""Keys whose lists stand in one line where they fit."""
_SELF_TITLED = frozenset(kind.key for kind in KINDS if kind.titled)
_FOOTNOTE = re.compile(r"\^\[((?:\\.|[^\]\\])*)\]")
"""A footnote, which only block Markdown has; in a line it stands in brackets."""
_SPACED = frozenset(("sections", "activities", "cases", "questions", "glossary"))


@dataclass(frozen=True)
class LaidOut:
    """The entries of a file, and what was done to the draft on the way."""

    entries: Mapping[str, Value]
    ids: tuple[tuple[str, str], ...]
    """Origin of each slide as text, and the id that it has now."""
    removed: int
    """Control characters that were taken out."""
    renamed: tuple[str, ...]
    """Titles that more than one slide had, and that have a number now."""


def lay_out(draft: Draft, folder: str) -> LaidOut:
    """The entries of the draft's file; `folder` is where its files lie, relative to it."""
    return _Layout(draft, folder).made()


def _order(model: type[Authored]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items() if name != "place")


def _sorted(values: Mapping[str, Value], model: type[Authored], body: Iterable[str] = ()) -> dict[str, Value]:
    """`values` in the order of the model; those in `body` where its `body` stands."""
    order = list(_order(model))
    if "body" in order:
        at = order.index("body")
        order[at : at + 1] = list(body)
    places = {key: number for number, key in enumerate(order)}
    return dict(sorted(values.items(), key=lambda one: places.get(one[0], len(places))))


class _Layout:
    def __init__(self, draft: Draft, folder: str) -> None:
        self._draft, self._folder = draft, folder
        self._cleaner = Cleaner()
        self._names = Names()
        self._titles: dict[str, int] = {}
        self._renamed: list[str] = []
        self._ids: list[tuple[str, str]] = []
        self._keep()

    def _keep(self) -> None:
        """Take the ids that are given, before others are made."""
        draft = self._draft
        for entry in (*draft.handouts, *draft.activities, *draft.cases, *draft.questions):
            self._names.take(str(entry.values.get("id", "")))
        for name in draft.references:
            self._names.take(name)
        for section in draft.sections:
            for id_ in (section.id, *(slide.id for slide in section.slides)):
                self._names.take(id_)

    def made(self) -> LaidOut:
        draft = self._draft
        entries: dict[str, Value] = {key: self._value(key, value) for key, value in draft.head.items()}
        entries["lesson"] = Quoted(entries.get("lesson", "1"))
        if draft.references:
            shaped = {name: self._entry(one, Reference) for name, one in draft.references.items()}
            entries["references"] = shaped
        for key, listed, model in (
            ("handouts", draft.handouts, Handout),
            ("activities", draft.activities, Activity),
            ("cases", draft.cases, Case),
            ("questions", draft.questions, BankQuestion),
            ("glossary", draft.glossary, Term),
        ):
            if listed:
                entries[key] = self._spaced(listed, lambda entry, model=model: self._entry(entry, model))  # type: ignore[misc]
        entries["sections"] = tuple(self._section(one, first=not n) for n, one in enumerate(draft.sections))
        ordered = _sorted(entries, Lesson)
        for key in ordered:
            ordered[key] = Noted(ordered[key], self._comments(draft.comments.get(key, ())), key in _SPACED)
        return LaidOut(ordered, tuple(self._ids), self._cleaner.removed, tuple(self._renamed))

    def _spaced(self, listed: Iterable[Entry], shape: Callable[[Entry], Value]) -> tuple[Value, ...]:
        made = []
        for entry in listed:
            value = shape(entry)
            made.append(replace(value, gap=True) if isinstance(value, Noted) else Noted(value, gap=True))
        return tuple(made)

    def _comments(self, comments: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._cleaner.text(one).replace("\n", " ") for one in comments)

    def _entry(self, entry: Entry, model: type[Authored]) -> Value:
        values = {key: self._value(key, value) for key, value in entry.values.items()}
        shaped = _sorted(values, model)
        return Noted(shaped, self._comments(entry.comments)) if entry.comments else shaped

    def _section(self, section: Section, *, first: bool) -> Value:
        values: dict[str, Value] = {"title": self._line(section.title) or "…"}
        if section.id:
            values["id"] = section.id
        if section.notes:
            values["notes"] = self._notes(section.notes)
        if section.references is not None:
            values["references"] = Flow(section.references)
        if section.slides:
            values["slides"] = tuple(self._slide(one, first=not n) for n, one in enumerate(section.slides))
        return Noted(_sorted(values, SectionModel), self._comments(section.comments), gap=not first)

    def _slide(self, slide: Slide, *, first: bool) -> Value:
        number = len(self._ids) + 1
        body = {key: self._value(key, value) for key, value in slide.body.items()}
        values: dict[str, Value] = dict(body)
        comments = list(slide.comments)
        title = self._line(slide.title)
        if not title and not any(key in _SELF_TITLED for key in body):
            title = f"Slide {number}"
            comments.append("No title was found for this slide: give it one.")
        if title:
            values["title"] = self._told_apart(title)
        values["id"] = slide.id or self._names.make(
            slide.title or str(next(iter(body.values()), "")), f"slide-{number}"
        )
        self._ids.append((str(slide.origin), values["id"]))
        values.update({key: self._value(key, value) for key, value in slide.more.items()})
        if slide.notes:
            values["notes"] = self._notes(slide.notes)
        return Noted(_sorted(values, SlideModel, body), self._comments(comments), gap=not first)

    def _told_apart(self, title: str) -> str:
        """The title, with a number where a slide before has the same: headings are told apart by it."""
        folded = title.casefold()
        self._titles[folded] = count = self._titles.get(folded, 0) + 1
        if count == 1:
            return title
        self._renamed.append(title)
        return self._told_apart(f"{title} ({count})")

    def _notes(self, cues: tuple[Cue, ...]) -> Value:
        if len(cues) == 1 and cues[0] == Cue("say", cues[0].text):
            return Prose(self._cleaner.text(cues[0].text))
        return tuple(map(self._cue, cues))

    def _cue(self, cue: Cue) -> Value:
        values: dict[str, Value] = {}
        if cue.ids:
            one = len(cue.ids) == 1
            values[cue.verb] = cue.ids[0] if one else Flow(cue.ids)
        else:
            values[cue.verb] = Prose(self._cleaner.text(cue.text))
        if cue.answers:
            values["answers"] = tuple(map(self._line, cue.answers))
        if cue.kind:
            values["kind"] = cue.kind
        if cue.audience:
            values["for"] = cue.audience
        return Noted(values, self._comments(cue.comments)) if cue.comments else values

    def _line(self, text: str) -> str:
        """A text of one paragraph: only breaks that Markdown keeps stay."""
        cleaned = _FOOTNOTE.sub(r" (\1)", self._cleaner.text(text))
        lines = cleaned.split("\n")
        return "".join(
            line + ("\n" if line.endswith(("\\", "  ")) else " " if number < len(lines) - 1 else "")
            for number, line in enumerate(lines)
        )

    def _value(self, key: str, value: Value) -> Value:
        """A value as it is written: texts as lines or prose by their key, files with their folder."""
        match value:
            case Filed():
                return f"{self._folder}/{value}" if self._folder else str(value)
            case Quoted() | Prose():
                return type(value)(self._cleaner.text(value))
            case str():
                return Prose(self._cleaner.text(value)) if key in _PROSE else self._line(value)
            case Flow():
                return Flow(self._value(key, value.value))
            case Noted():
                return Noted(self._value(key, value.value), self._comments(value.comments), value.gap)
            case Mapping():
                return {self._line(str(name)): self._value(name, one) for name, one in value.items()}
            case tuple() | list():
                listed = tuple(self._value("" if key == "rows" else key, one) for one in value)
                if key in _IN_LINE:
                    return Flow(listed)
                return tuple(Flow(row) for row in listed) if key == "rows" else listed
        return value
