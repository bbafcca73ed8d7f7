"""What the group does: activities with all that a trainer needs to run them, and cases to work on."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.spec.authored import Authored
from deckbuild.spec.choosing import Groups, Tags
from deckbuild.spec.pack import Materials
from deckbuild.spec.scalars import Duration, Id, Line, Prose, Text, Whole, refusal
from deckbuild.spec.short import several, short_for


class TimePart(Authored):
    """A share of an activity's time."""

    part: Annotated[Text, Field(description="What the time is for.")]
    duration: Annotated[Duration, Field(description="How long it takes.")]


class Grouping(Authored):
    """How people are put together; a bare text says it all."""

    number: Annotated[Line | None, Field(description="How many groups, such as `4` or `3-5`.")] = None
    size: Annotated[Line | None, Field(description="How many people in each, such as `5-6`.")] = None
    how: Annotated[Text | None, Field(description="How they are formed, or all of it in words.")] = None

    @model_validator(mode="after")
    def _says_something(self) -> Grouping:
        if not (self.number or self.size or self.how):
            raise refusal("S104", "nothing says how groups are formed", "give number, size or how")
        return self


class Role(Authored):
    """A part that somebody plays, printed as a card to be handed to them."""

    role: Annotated[Text, Field(description="Who it is; heading of the card.")]
    text: Annotated[Prose, Field(description="What the card says to whoever plays the part.")]
    copies: Annotated[Whole, Field(description="How many of this card are printed.")] = 1


class Variant(Authored):
    """Another way to run the activity: shorter, longer, online."""

    title: Annotated[Text, Field(description="Short, long, online …")]
    duration: Annotated[
        Duration | None,
        Field(description="Total time, where it differs; a session that runs late chooses a shorter variant by it."),
    ] = None
    split: Annotated[tuple[TimePart, ...], Field(description="How that time divides; must add up.")] = ()
    steps: Annotated[
        tuple[Text, ...], BeforeValidator(several), Field(description="What participants do, where it differs.")
    ] = ()
    change: Annotated[Prose, Field(description="What changes.")]


GroupingOrText = Annotated[Grouping, BeforeValidator(short_for("how"), json_schema_input_type=Grouping | str)]


class Activity(Authored):
    """Something the group does; defined once, placed by its id."""

    id: Annotated[Id, Field(description="Stable name; an `activity` cue or slide places it.")]
    title: Annotated[Text, Field(description="Its name.")]
    purpose: Annotated[Text | None, Field(description="Why it is done.")] = None
    covers: Annotated[tuple[Id, ...], BeforeValidator(several), Field(description="Ids of outcomes.")] = ()
    audience: Groups = ()
    tags: Tags = ()
    method: Annotated[Text | None, Field(description="Group work, role play, discussion …")] = None
    duration: Annotated[Duration | None, Field(description="Total time.")] = None
    split: Annotated[tuple[TimePart, ...], Field(description="How the time divides; must add up.")] = ()
    groups: Annotated[GroupingOrText | None, Field(description="Number and size of groups.")] = None
    materials: Annotated[Materials, Field(description="What is needed, with how many for whom.")] = ()
    roles: Annotated[
        tuple[Role, ...], Field(description="Parts to play; a card each, on pages of their own for the trainer to cut.")
    ] = ()
    cut_outs: Annotated[
        tuple[Text, ...], BeforeValidator(several), Field(description="Texts of cards to cut out and hand round.")
    ] = ()
    preparation: Annotated[Prose | None, Field(description="What the trainer prepares; the trainer's alone.")] = None
    steps: Annotated[tuple[Text, ...], BeforeValidator(several), Field(description="What participants do, in order.")]
    worksheet: Annotated[
        Prose | None, Field(description="What the worksheet holds besides the steps, such as a table to fill in.")
    ] = None
    lines: Annotated[Whole, Field(description="Ruled lines on the worksheet.")] = 8
    debrief: Annotated[tuple[Text, ...], BeforeValidator(several), Field(description="Questions for afterwards.")] = ()
    answers: Annotated[
        tuple[Text, ...], BeforeValidator(several), Field(description="Answers to expect; the trainer's alone.")
    ] = ()
    draw_out: Annotated[
        tuple[Text, ...],
        BeforeValidator(several),
        Field(description="Points to draw out in the debrief; the trainer's alone."),
    ] = ()
    variants: Annotated[
        tuple[Variant, ...], Field(description="Shorter, longer or other ways to run it; the trainer's alone.")
    ] = ()
    note: Annotated[
        Prose | None, Field(description="On its use: when to choose it, what to look out for; the trainer's alone.")
    ] = None


class Varied(Activity):
    """An activity that a session runs in a shorter variant; no author writes it."""

    chosen: Variant
    usual: Duration
    """What it takes in full."""


class Case(Authored):
    """A situation to work on; defined once, placed by its id."""

    id: Annotated[Id, Field(description="Stable name; a `case` cue or slide places it.")]
    title: Annotated[Text, Field(description="Its name.")]
    covers: Annotated[tuple[Id, ...], BeforeValidator(several), Field(description="Ids of outcomes.")] = ()
    audience: Groups = ()
    tags: Tags = ()
    duration: Annotated[Duration | None, Field(description="Time to work on it.")] = None
    situation: Annotated[Prose, Field(description="What has happened, and where; everyone reads it.")]
    needs: Annotated[tuple[Text, ...], BeforeValidator(several), Field(description="What those involved need.")] = ()
    tasks: Annotated[tuple[Text, ...], BeforeValidator(several), Field(description="What to work out.")]
    roles: Annotated[
        tuple[Role, ...], Field(description="Parts to play; a card each, on pages of their own for the trainer to cut.")
    ] = ()
    lines: Annotated[Whole, Field(description="Ruled lines to write on below each task.")] = 3
    solution: Annotated[Prose | None, Field(description="The solution to expect; the trainer's alone.")] = None
