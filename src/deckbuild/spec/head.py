"""What stands at the head and the foot of a lesson: outcomes, references, handouts, activities."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.spec.authored import Authored
from deckbuild.spec.cue import several
from deckbuild.spec.pack import Materials
from deckbuild.spec.scalars import Duration, FilePath, Id, Line, Prose, Text, Url, Year, refusal


class Outcome(Authored):
    """A learning outcome: what a learner can do after the lesson."""

    id: Annotated[Id, Field(description="Stable name; slides and questions say with it what they cover.")]
    text: Annotated[Text, Field(description="Begins with a verb: Describe …, Name …, Apply …")]


class Reference(Authored):
    """A document that the lesson rests on."""

    symbol: Annotated[Line | None, Field(description="Document symbol, such as S/RES/2518.")] = None
    author: Annotated[Text | None, Field(description="Person or body.")] = None
    title: Annotated[Text, Field(description="Title of the document.")]
    publisher: Annotated[Text | None, Field(description="Who published it, or the series.")] = None
    year: Annotated[Year | None, Field(description="Year of publication.")] = None
    url: Annotated[Url | None, Field(description="Where it can be read.")] = None


class Handout(Authored):
    """Something given to each learner: generated, written here, or a file carried along."""

    id: Annotated[Id, Field(description="Stable name; `distribute` refers to it.")]
    title: Annotated[Text, Field(description="What stands at its head.")]
    from_: Annotated[
        Literal["key_messages", "references", "abbreviations"] | None,
        Field(alias="from", description="What it is generated from."),
    ] = None
    text: Annotated[Prose | None, Field(description="Its content, written here.")] = None
    file: Annotated[FilePath | None, Field(description="A file that exists already.")] = None
    copies: Annotated[Text | None, Field(description="How many are needed, such as `one each`.")] = None

    @model_validator(mode="after")
    def _one_source(self) -> Handout:
        sources = [name for name in ("from_", "text", "file") if getattr(self, name) is not None]
        if len(sources) != 1:
            said = "nothing says what it holds" if not sources else "more than one thing says what it holds"
            raise refusal("S105" if sources else "S104", f"handout `{self.id}`: {said}", "give one of from, text, file")
        return self


class TimePart(Authored):
    """A share of an activity's time."""

    part: Annotated[Text, Field(description="What the time is for.")]
    duration: Annotated[Duration, Field(description="How long it takes.")]


class Activity(Authored):
    """Something the group does; defined once, placed by its id."""

    id: Annotated[Id, Field(description="Stable name; an `activity` cue places it.")]
    title: Annotated[Text, Field(description="Its name.")]
    purpose: Annotated[Text | None, Field(description="Why it is done.")] = None
    covers: Annotated[tuple[Id, ...], BeforeValidator(several), Field(description="Ids of outcomes.")] = ()
    method: Annotated[Text | None, Field(description="Group work, role play, discussion …")] = None
    duration: Annotated[Duration | None, Field(description="Total time.")] = None
    split: Annotated[tuple[TimePart, ...], Field(description="How the time divides; must add up.")] = ()
    groups: Annotated[Text | None, Field(description="Number and size of groups.")] = None
    materials: Annotated[Materials, Field(description="What is needed, with how many for whom.")] = ()
    preparation: Annotated[Prose | None, Field(description="What the trainer prepares; the trainer's alone.")] = None
    steps: Annotated[tuple[Text, ...], BeforeValidator(several), Field(description="What participants do, in order.")]
    debrief: Annotated[tuple[Text, ...], BeforeValidator(several), Field(description="Questions for afterwards.")] = ()
    answers: Annotated[
        tuple[Text, ...], BeforeValidator(several), Field(description="What to draw out; the trainer's alone.")
    ] = ()
