"""What a trainer's pack holds round the slides: imprint, overview, preparation, evaluation, questions, annexes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.cue import Audience
from deckbuild.spec.scalars import FilePath, Id, Line, Prose, Text, Url, Whole, place_of, refusal
from deckbuild.spec.short import several

PartName = Literal[
    "imprint", "contents", "using", "abbreviations", "overview", "preparation", "materials", "sheets", "glance", "map",
    "key_messages", "coverage", "adaptations", "left_out", "evaluation", "fill_ins", "questions", "activities", "cases",
    "cards", "handouts", "common_questions", "glossary", "references", "annexes",
]  # fmt: skip
"""Parts of the documents that can be left out; cover and slides can't."""


Numbers = Literal["continuous", "restart"]
"""Slides of several lessons counted on from the first to the last, or from 1 in each lesson."""

Density = Literal["full", "glance", "together"]
"""How much of the notes a document shows: all, short lines to teach from, or both one after the other."""

Densities = Literal["full", "glance", "both", "together"]
"""What is asked for; `both` are two documents."""


def _mapped(key: str) -> Any:
    """Lets a bare text stand for a mapping with that one key."""

    def read(value: Any) -> Any:
        def one(item: Any) -> Any:
            return {key: item, PLACE: place_of(item, key)} if isinstance(item, str) else item

        listed = several(value)
        return [one(item) for item in listed] if isinstance(listed, (list, tuple)) else listed

    return BeforeValidator(read)


class Imprint(Authored):
    """Who stands behind the material, and what may be done with it."""

    publisher: Annotated[Text | None, Field(description="Who publishes it.")] = None
    copyright: Annotated[Text | None, Field(description="Holder and year.")] = None
    licence: Annotated[Text | None, Field(description="What others may do with it.")] = None
    licence_url: Annotated[Url | None, Field(description="Where the licence can be read.")] = None
    identifier: Annotated[Line | None, Field(description="ISBN, order or document number.")] = None
    contact: Annotated[Text | None, Field(description="Where comments go; an address may be a link.")] = None
    approval: Annotated[Text | None, Field(description="Who approved it, and when.")] = None
    review: Annotated[Text | None, Field(description="When it is to be looked through again.")] = None
    disclaimer: Annotated[Prose | None, Field(description="What the publisher does not answer for.")] = None
    acknowledgements: Annotated[Prose | None, Field(description="Who helped.")] = None


class Change(Authored):
    """A line of the record of changes."""

    edition: Annotated[Text, Field(description="The edition that brought the change.")]
    date: Annotated[Line | None, Field(description="When, as it is to be printed.")] = None
    text: Annotated[Text, Field(description="What changed.")]


class Overview(Authored):
    """Whom the lesson is for, and who gives it."""

    audience: Annotated[Text | None, Field(description="Whom it is for.")] = None
    prerequisites: Annotated[
        tuple[Text, ...], BeforeValidator(several), Field(description="What they bring: lessons, knowledge, reading.")
    ] = ()
    group_size: Annotated[Text | None, Field(description="How many it works with, such as `12 to 24`.")] = None
    participants: Annotated[
        Whole | None, Field(description="How many come, where that is known: quantities are multiplied by it.")
    ] = None
    groups: Annotated[Whole | None, Field(description="How many groups they work in, where that is known.")] = None
    trainers: Annotated[Text | None, Field(description="How many trainers, and in which roles.")] = None
    ratio: Annotated[Text | None, Field(description="Trainers to participants, such as `1 to 12`.")] = None
    qualifications: Annotated[Text | None, Field(description="What trainers have to know or to have done.")] = None
    room: Annotated[Text | None, Field(description="What the room has to be like.")] = None


class Material(Authored):
    """A thing that is needed, with how many of it; a bare text is the thing."""

    what: Annotated[Text, Field(description="The thing.")]
    quantity: Annotated[Whole | None, Field(description="How many, for each of `per`.")] = None
    per: Annotated[
        Literal["participant", "group", "trainer", "room"], Field(description="For whom each time the quantity is.")
    ] = "room"
    who: Annotated[Text | None, Field(description="Who sees to it.")] = None
    when: Annotated[Text | None, Field(description="By when, or when it is used.")] = None


Materials = Annotated[tuple[Material, ...], _mapped("what")]


class Task(Authored):
    """Something to be done; a bare text is the task."""

    task: Annotated[Text, Field(description="What is to be done.")]
    who: Annotated[Text | None, Field(description="Whose task it is: organiser, trainer …")] = None
    when: Annotated[Text | None, Field(description="By when, such as `4 weeks before`.")] = None


Tasks = Annotated[tuple[Task, ...], _mapped("task")]


class Preparation(Authored):
    """Checklists for before, during and after the lesson."""

    before: Annotated[Tasks, Field(description="Before the lesson.")] = ()
    during: Annotated[Tasks, Field(description="While it runs.")] = ()
    after: Annotated[Tasks, Field(description="Afterwards.")] = ()


class Criterion(Authored):
    """What a certificate or badge asks for."""

    criterion: Annotated[Text, Field(description="What is asked for.")]
    mark: Annotated[Text | None, Field(description="When it is met: a pass mark, hours, a signature.")] = None


class Evaluation(Authored):
    """How the lesson is judged by those who took part, and what they have to show for a certificate."""

    instructions: Annotated[Prose | None, Field(description="How to collect it; the trainer's alone.")] = None
    scale: Annotated[
        tuple[Text, ...], Field(description="The answers to tick, from one end to the other; without them 1 to 5.")
    ] = ()
    items: Annotated[tuple[Text, ...], Field(description="Sentences to agree with or not.")] = ()
    open: Annotated[tuple[Text, ...], Field(description="Questions to answer in own words.")] = ()
    certificate: Annotated[Text | None, Field(description="What is given, such as a certificate or badge.")] = None
    criteria: Annotated[tuple[Criterion, ...], Field(description="What it asks for.")] = ()


class CommonQuestion(Authored):
    """A question that groups often ask, with an answer."""

    question: Annotated[Text, Field(description="As groups ask it.")]
    answer: Annotated[Prose, Field(description="What to answer; the trainer's alone.")]


class Annex(Authored):
    """Something at the end, on pages of its own; lettered."""

    id: Annotated[Id, Field(description="Stable name, to refer to it.")]
    title: Annotated[Text, Field(description="Its heading.")]
    text: Annotated[Prose | None, Field(description="Its content, written here.")] = None
    file: Annotated[FilePath | None, Field(description="A file that exists already.")] = None
    for_: Annotated[Audience, Field(alias="for", description="Who gets it: trainer or everyone.")] = Audience.TRAINER

    @model_validator(mode="after")
    def _one_source(self) -> Annex:
        if (self.text is None) == (self.file is None):
            said = "nothing says what it holds" if self.text is None else "more than one thing says what it holds"
            raise refusal("S104" if self.text is None else "S105", f"annex `{self.id}`: {said}", "give text or file")
        return self
