"""Every text that an author wrote in a lesson, in one list: what it says, where it stands, who reads it.

The rules on words look at this list and walk no models themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal, get_args

from deckbuild.blocks import Code, Heading, Items, Paragraph, Quotation, Rich, Table
from deckbuild.diagnostics.model import Edit, Span
from deckbuild.facts import Facts
from deckbuild.kinds.body import Body
from deckbuild.kinds.grid import Grid
from deckbuild.lesson.lesson import Lesson, Section, Slide
from deckbuild.markdown import blocks, inline
from deckbuild.runs import Footnote, Mention, Run
from deckbuild.spec.authored import Authored
from deckbuild.spec.cue import Cue, Reader
from deckbuild.spec.pack import Annex
from deckbuild.spec.scalars import Block, Inline, Line

if TYPE_CHECKING:
    from deckbuild.checks.rule import Subject

Form = Literal["inline", "block", "line"]
"""One paragraph of Markdown, several, or text without mark-up."""

Role = Literal[
    "title", "label", "body", "key_message", "question", "cue", "tip", "answer", "outcome", "activity", "case",
    "handout", "reference", "term", "meaning", "alt", "caption", "pack", "imprint", "evaluation",
]  # fmt: skip
"""What a text is for: `title` heads a slide, a section or a sheet, `label` something within one."""

NOT_WORDS = "\ufffc"
"""Stands in a text's words for what is no prose: code, a reference, a blank that nobody wrote a word into."""


@dataclass(frozen=True, eq=False)
class Words:
    """A text as written, and what is known about it."""

    markdown: str
    """As written, without the quotes that YAML needed."""
    span: Span
    """The scalar in the source, with its quotes; for a cell of a CSV file the file's name in the lesson."""
    owner: str
    """Class of the mapping it stands in: `Slide`, `Cue`, `Activity` …"""
    field: str
    """Its key, as authors write it; the verb, for a cue."""
    role: Role
    form: Form
    key: str
    """Key of the slide it belongs to (`Stop.key`); "" for all that belongs to none."""
    section: int
    """Number of the section, from 1; 0 outside of them."""
    readers: frozenset[Reader]
    """Who reads it in the documents."""
    shown: bool
    """Whether the slide shows it."""
    language: str

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """Its paragraphs, points and cells as they are read: without Markdown, NOT_WORDS for what is no prose."""
        if self.form == "line":
            return (self.markdown,)
        if self.form == "inline":
            return tuple(_said(inline(self.markdown, self.language)))
        return tuple(line for block in blocks(self.markdown, self.language) for line in _lines(block))

    @cached_property
    def words(self) -> str:
        """Its paragraphs, a line each."""
        return "\n".join(self.paragraphs)


def texts_of(lesson: Lesson, facts: Facts, language: str) -> tuple[Words, ...]:
    """All texts of the lesson, in the order of its models: head, sections with their slides, foot."""
    keys = {id(stop.slide): stop.key for stop in facts.stops if stop.slide}
    everyone = frozenset(Reader)
    top = Words("", lesson.place.span, "", "", "pack", "inline", "", 0, everyone, False, language)
    return tuple(_within(lesson, top, keys, {}))


# --- the walk ------------------------------------------------------------------------------------------------

_TRAINERS = {
    "Cue": ("answers", "brief"),
    "Asked": ("answer", "feedback"),
    "InBank": ("answer", "feedback"),
    "BankQuestion": ("answer", "feedback"),
    "Option": ("feedback",),
    "Activity": ("preparation", "answers", "draw_out", "variants", "note"),
    "Case": ("solution", "roles"),
    "CommonQuestion": ("question", "answer"),
    "Evaluation": ("instructions",),
    "Lesson": ("overview", "preparation", "equipment"),
    "Played": ("fallback",),
}
"""Fields that the trainer alone reads (see compose/cues.py and the parts of the documents)."""

_TITLED = ("Lesson", "Section", "Slide", "Activity", "Case", "Handout", "Annex")
_ROLES: Mapping[str, Role] = {
    "Outcome": "outcome", "Reference": "reference", "Term": "term", "Handout": "handout", "Annex": "handout",
    "Activity": "activity", "TimePart": "activity", "Grouping": "activity", "Variant": "activity", "Role": "activity",
    "Case": "case", "Asked": "question", "BankQuestion": "question", "Option": "question", "Pair": "question",
    "Paper": "question", "CommonQuestion": "question", "Imprint": "imprint", "Change": "imprint",
    "Overview": "pack", "Material": "pack", "Task": "pack", "Preparation": "pack", "Evaluation": "evaluation",
    "Criterion": "evaluation", "Lesson": "pack",
}  # fmt: skip
_BY_FIELD: Mapping[str, Role] = {
    "alt": "alt", "caption": "caption", "credit": "caption", "source": "caption", "key_message": "key_message",
    "answer": "answer", "answers": "answer", "feedback": "answer", "solution": "answer", "draw_out": "answer",
    "abbreviations": "meaning", "tip": "tip",
}  # fmt: skip
_UNSHOWN = ("notes", "key_message", "alt", "credit", "answer", "feedback", "fallback")
"""Fields within a slide that it does not show."""
_UNREAD = frozenset(
    {("InBank", "stem"), ("Period", "from"), ("Period", "to"), ("Edge", "from"), ("Edge", "to"), ("Change", "date")}
    | {("Group", "nodes"), ("Tabled", "highlight"), ("Charted", "lines"), ("Charted", "second_axis")}
    | {("Slide", "layout"), ("Grouping", "number"), ("Grouping", "size"), ("Imprint", "identifier")}
    | {("Reference", "symbol"), ("Reference", "review_by")}
)
"""Fields that are texts by their form, and names or numbers by their meaning."""


def _with(around: Words, **changes: Any) -> Words:
    """`around` with some fields changed; a fifth of what `dataclasses.replace` costs, for lessons with many texts."""
    made = object.__new__(Words)
    made.__dict__.update(around.__dict__, **changes)
    return made


def _within(node: Authored, around: Words, keys: Mapping[int, str], seen: dict[int, int]) -> Iterator[Words]:
    """The texts of `node` and of all inside it; `around` is what they have in common."""
    owner = type(node).__name__
    around = _with(around, owner=owner)
    match node:
        case Section():
            number = seen[0] = seen.get(0, 0) + 1
            around = _with(around, section=number)
        case Slide():
            everyone = frozenset((Reader.TRAINER,)) if node.hidden else around.readers
            around = _with(around, key=keys.get(id(node), ""), shown=True, readers=everyone)
        case Cue():
            around = _with(around, readers=frozenset(r for r in Reader if node.readable_by(r)), shown=False)
        case Annex():
            around = _with(around, readers=frozenset(r for r in Reader if node.for_.includes(r)))
    own = {name: (written, form) for name, written, form in texts_in(type(node))}
    for name, value in node.__dict__.items():
        if not value or name == "place" or isinstance(value, (bool, int, float)):
            continue
        written, form = own.get(name, (name, None))
        here = _at(around, owner, written)
        if form is not None and (owner, written) not in _UNREAD:
            yield from _texts(value, _with(here, form=form, role=_role(node, written)), node, written)
        elif isinstance(value, (Authored, tuple, dict)):
            for one in _nodes(value):
                yield from _within(one, here, keys, seen)


def _at(around: Words, owner: str, field: str) -> Words:
    """`around` for what stands in that field: who reads it, and whether a slide shows it."""
    readers = around.readers
    if field in _TRAINERS.get(owner, ()):
        readers = frozenset((Reader.TRAINER,))
    shown = around.shown and field not in _UNSHOWN
    if readers is around.readers and shown == around.shown and field == around.field:
        return around
    return _with(around, field=field, readers=readers, shown=shown)


def _role(node: Authored, field: str) -> Role:
    owner = type(node).__name__
    if field in _BY_FIELD and not (owner == "Term" or (owner == "Reference" and field != "alt")):
        return _BY_FIELD[field]
    if field in ("title", "subtitle") and owner in _TITLED:
        return "title"
    if isinstance(node, Cue):
        return "answer" if field == "answers" else "cue"
    if field == "title" or field == "header":
        return _ROLES.get(owner, "label")
    return _ROLES.get(owner, "body")


def _nodes(value: Any) -> Iterator[Authored]:
    if isinstance(value, Authored):
        yield value
    elif isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _nodes(one)


def _texts(value: Any, made: Words, node: Authored, path: str) -> Iterator[Words]:
    """`value`, a text or several of them, each with its own place where that is known."""
    if isinstance(value, str):
        if value.strip():
            place = node.place
            span = place.fields.get(path) or place.of(path.partition("/")[0])
            yield _with(made, markdown=value, span=span)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, made, node, f"{path}/{key}")
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts(one, made, node, f"{path}/{number}")


# --- which fields are texts -----------------------------------------------------------------------------------


@cache
def texts_in(model: type[Authored]) -> tuple[tuple[str, str, Form], ...]:
    """The fields of `model` that hold texts: name, name as written, form.  Cells are texts of one paragraph."""
    found = []
    for name, field in model.model_fields.items():
        written = field.alias or name
        if issubclass(model, Grid) and name in ("header", "rows"):
            found.append((name, written, "inline"))
            continue
        form = _form((field.annotation, *field.metadata))
        if form:
            found.append((name, written, form))
    return tuple(found)  # type: ignore[arg-type]


_LINE = get_args(Line)[1]


def _form(annotation: Any) -> Form | None:
    """How a value of that type is read, where it is a text or holds texts; None for models and all else."""
    if isinstance(annotation, tuple):
        forms = [_form(one) for one in annotation]
    elif isinstance(annotation, (Inline, Block)):
        return "block" if isinstance(annotation, Block) else "inline"
    elif annotation is _LINE:
        return "line"
    elif isinstance(annotation, type) and issubclass(annotation, (Authored, Body)):
        return None
    else:
        inner = (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
        forms = [_form(one) for one in inner if one is not annotation]
    return next((form for form in ("block", "inline", "line") if form in forms), None)


# --- how they are read ----------------------------------------------------------------------------------------


def _said(rich: Rich) -> Iterator[str]:
    """The words of a paragraph, then those of its footnotes."""
    yield "".join(_word(run) for run in rich)
    for run in rich:
        if isinstance(run.link, Footnote):
            yield from _said(run.link.text)


def _word(run: Run) -> str:
    return NOT_WORDS if run.code or isinstance(run.link, Mention) else run.text


def _lines(block: object) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield from _said(block.text)
        case Items():
            for item in block.items:
                yield from _said(item.text)
        case Quotation():
            for text in block.text:
                yield from _said(text)
        case Table():
            for row in block.lines:
                for cell in row:
                    yield from _said(cell)
        case Code():
            return


# --- for rules ------------------------------------------------------------------------------------------------


def authored(subject: Subject) -> tuple[Words, ...]:
    """All texts of the lesson that a rule looks at, listed once for all rules."""
    return subject.shared(_listed)


def _listed(subject: Subject) -> tuple[Words, ...]:
    return texts_of(subject.lesson, subject.facts, subject.language)


def word_list(text: str) -> frozenset[str]:
    """The words of a text, as rules keep their lists."""
    return frozenset(text.split())


def found_in(subject: Subject, text: Words, part: str) -> Span:
    """Where `part` stands in `text`; the whole text where that can't be told."""
    begin = text.markdown.find(part)
    return subject.part(text.span, text.markdown, begin, begin + len(part)) if part and begin >= 0 else text.span


def exchanged(subject: Subject, text: Words, pairs: Iterable[tuple[int, int, str]]) -> tuple[Edit, ...]:
    """The edits that put `new` for `markdown[begin:end]`, for each (begin, end, new); () where one can't be made."""
    edits = [subject.replaced(text.span, text.markdown, begin, end, new) for begin, end, new in pairs]
    return tuple(edit for made in edits for edit in made) if all(edits) else ()
