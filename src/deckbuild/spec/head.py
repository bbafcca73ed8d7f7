"""What stands at the head and the foot of a lesson: outcomes, references, handouts, terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import FilePath, Flag, Id, Line, Prose, Text, Url, Year, refusal


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
    review_by: Annotated[
        Line | None,
        Field(description="When it is to be looked up again, such as `2027` or `2027-03`; nobody reads it."),
    ] = None
    qr: Annotated[
        Flag | None, Field(description="Whether documents show a QR code for its address; default from `links`.")
    ] = None


class Term(Authored):
    """A word of the trade, and what it means here."""

    term: Annotated[Text, Field(description="The word.")]
    definition: Annotated[Text, Field(description="What it means.")]
    source: Annotated[Text | None, Field(description="Where the definition comes from; `[@id]` for a reference.")] = (
        None
    )


class Handout(Authored):
    """Something given to each learner: generated, written here, or a file carried along."""

    id: Annotated[Id, Field(description="Stable name; `distribute` refers to it.")]
    title: Annotated[Text, Field(description="What stands at its head.")]
    from_: Annotated[
        Literal["key_messages", "references", "abbreviations", "glossary", "slides", "activities"] | None,
        Field(alias="from", description="What it is generated from."),
    ] = None
    text: Annotated[Prose | None, Field(description="Its content, written here.")] = None
    file: Annotated[FilePath | None, Field(description="A file that exists already.")] = None
    copies: Annotated[Text | None, Field(description="How many are needed, such as `one each`.")] = None
    colour: Annotated[Flag, Field(description="Whether it must be printed in colour.")] = False
    one_sided: Annotated[Flag, Field(description="Whether its backs must stay blank.")] = False

    @model_validator(mode="after")
    def _one_source(self) -> Handout:
        sources = [name for name in ("from_", "text", "file") if getattr(self, name) is not None]
        if len(sources) != 1:
            said = "nothing says what it holds" if not sources else "more than one thing says what it holds"
            raise refusal("S105" if sources else "S104", f"handout `{self.id}`: {said}", "give one of from, text, file")
        return self
