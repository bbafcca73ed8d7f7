"""A session as written: what a trainer takes into the room on a day, put together from lessons."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.lesson.lesson import Generatable, Slide
from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.choosing import Optional, Priority, only_with_optional
from deckbuild.spec.clock import Clock, Date
from deckbuild.spec.cue import Notes
from deckbuild.spec.pack import Evaluation, Imprint, Materials, Numbers, PartName
from deckbuild.spec.scalars import Duration, FilePath, Flag, Id, Language, Text, Whole, found, refusal
from deckbuild.spec.short import several, short_for


class Trainer(Authored):
    """Somebody who teaches; a bare text is the name."""

    name: Annotated[Text, Field(description="The name, as the programme shows it.")]
    role: Annotated[Text | None, Field(description="What this person is here for: lead, co-trainer, expert …")] = None


TrainerOrName = Annotated[Trainer, BeforeValidator(short_for("name"), json_schema_input_type=Trainer | str)]


class Entry(Authored):
    """A line of the programme: a lesson, an activity, slides, a break, free time, or another session's programme."""

    lesson: Annotated[
        FilePath | None, Field(description="A lesson's file; all of it, or what `only` and `skip` leave.")
    ] = None
    activity: Annotated[Id | None, Field(description="An activity alone, out of the lesson that `from` names.")] = None
    slides: Annotated[
        tuple[Slide, ...], Field(description="Slides written here, such as a welcome with the room's wifi.")
    ] = ()
    break_: Annotated[Duration | None, Field(alias="break", description="A break of that length.")] = None
    free: Annotated[
        Text | None, Field(description="Time without slides, in words: an opening speech, a visit, lunch.")
    ] = None
    include: Annotated[
        FilePath | None, Field(description="Another session's file, whose programme stands here too.")
    ] = None

    title: Annotated[
        Text | None, Field(description="What the programme calls it; a lesson or an activity has a title of its own.")
    ] = None
    only: Annotated[
        tuple[Id, ...],
        BeforeValidator(several),
        Field(
            description="With `lesson`: ids of the sections, slides and activities that are taken, and nothing else."
        ),
    ] = ()
    skip: Annotated[
        tuple[Id, ...],
        BeforeValidator(several),
        Field(description="With `lesson`: ids of the sections, slides and activities that are left out."),
    ] = ()
    from_: Annotated[FilePath | None, Field(alias="from", description="With `activity`: the file of its lesson.")] = (
        None
    )
    at: Annotated[Clock | None, Field(description="When it has to begin; else when what stands before it ends.")] = None
    time: Annotated[Duration | None, Field(description="How long it takes; else what its slides take.")] = None
    lead: Annotated[
        tuple[Text, ...], BeforeValidator(several), Field(description="Who leads it: names among `trainers`.")
    ] = ()
    optional: Optional = False
    priority: Priority = None
    notes: Annotated[Notes, Field(description="Cues for the trainer before it begins.")] = ()

    @model_validator(mode="before")
    @classmethod
    def _one_subject(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            hint = "begin it with one of " + ", ".join(f"`{key}:`" for key in SUBJECTS)
            raise refusal("S103", f"expected a line of the programme, found {found(value)}", hint)
        chosen = [key for key in value if key in SUBJECTS]
        if len(chosen) > 1:
            listed = " and ".join(f"`{key}`" for key in chosen)
            raise refusal(
                "S105",
                f"a line of the programme is one thing, found {listed}",
                "begin each with its own `- `",
                key=chosen[1],
            )
        if chosen and value[chosen[0]] is None:
            raise refusal(
                "S107", f"there is nothing after `{chosen[0]}`", "write it, or remove the line", key=chosen[0]
            )
        known = {field.alias or name for name, field in cls.model_fields.items()}
        if not chosen and all(key in known or key == PLACE for key in value):
            raise refusal(
                "S104", "nothing says what this line of the programme is", "begin it with one of " + ", ".join(SUBJECTS)
            )
        return value

    @model_validator(mode="after")
    def _belongs(self) -> Entry:
        for key, owners in _BELONGS.items():
            name = "from_" if key == "from" else key
            if name in self.model_fields_set and self.subject not in owners:
                listed = " or ".join(f"`{owner}`" for owner in owners)
                raise refusal("S110", f"`{key}` belongs to {listed}, not to `{self.subject}`", "remove it", key=key)
        if self.activity and not self.from_:
            raise refusal(
                "S104", "nothing says which lesson the activity is from", "add `from:` with the lesson's file"
            )
        if self.slides and not self.title:
            raise refusal("S104", "these slides have no title", "add `title:`; the agenda names them by it")
        only_with_optional(self.optional, priority=self.priority)
        if self.free and self.time is None:
            raise refusal("S104", "nothing says how long this takes", "add `time:`, such as `20 min`")
        return self

    @property
    def subject(self) -> str:
        """The key that says what it is; empty while it is being read and has none."""
        values = ((key, getattr(self, "break_" if key == "break" else key)) for key in SUBJECTS)
        return next((key for key, value in values if value is not None and value != ()), "")


SUBJECTS = ("lesson", "activity", "slides", "break", "free", "include")
_BELONGS = {
    "only": ("lesson",),
    "skip": ("lesson",),
    "from": ("activity",),
    "time": ("lesson", "activity", "slides", "free"),
    "title": ("lesson", "activity", "slides", "break"),
    "lead": ("lesson", "activity", "slides", "free"),
    "notes": ("lesson", "activity", "slides", "break", "free"),
    "at": ("lesson", "activity", "slides", "break", "free"),
}
"""Keys of an entry that belong to some subjects alone."""


class Session(Authored):
    """What is taught on a day: one deck, one facilitator pack and one participant guide over several lessons."""

    session: Annotated[Text, Field(description="Its title.")]
    subtitle: Annotated[Text | None, Field(description="Second line of the title slide.")] = None
    date: Annotated[Date | None, Field(description="The day, such as `2026-12-01`.")] = None
    starts: Annotated[Clock, Field(description="When it begins, such as `09:00`.")] = Clock(9 * 3600)
    venue: Annotated[Text | None, Field(description="Where it takes place.")] = None
    trainers: Annotated[
        tuple[TrainerOrName, ...], Field(description="Who teaches; lines of the programme name who leads.")
    ] = ()
    audience: Annotated[
        tuple[Id, ...],
        BeforeValidator(several),
        Field(description="The groups that are taught: what is tagged for others is left out."),
    ] = ()
    tags: Annotated[
        tuple[Id, ...],
        BeforeValidator(several),
        Field(description="Tags to keep: what is tagged otherwise is left out."),
    ] = ()
    language: Annotated[
        tuple[Language, ...],
        BeforeValidator(several),
        Field(description="Language of the lessons and of all outputs; one, default from deckbuild.yaml."),
    ] = ()
    projector: Annotated[
        Flag,
        Field(description="Without one, what slides show becomes sheets for the flip chart, and no deck is made."),
    ] = True
    participants: Annotated[Whole | None, Field(description="How many come: quantities are multiplied by it.")] = None
    groups: Annotated[Whole | None, Field(description="How many groups they work in.")] = None
    duration: Annotated[
        Duration | None, Field(description="The time there is, breaks included; the programme is fitted to it.")
    ] = None
    edition: Annotated[Text | None, Field(description="In every footer; default from deckbuild.yaml.")] = None
    brand: Annotated[Id | None, Field(description="Folder under brand/; default from deckbuild.yaml.")] = None
    aim: Annotated[Text | None, Field(description='One sentence that begins with "To".')] = None
    equipment: Annotated[Materials, Field(description="What the room needs beside what its lessons need.")] = ()
    numbers: Annotated[
        Numbers | None,
        Field(description="Slides counted through, or from 1 in each lesson; default from deckbuild.yaml."),
    ] = None
    generate: Annotated[
        tuple[Generatable, ...] | None,
        Field(
            description="Slides that nobody writes; default: title, agenda and dividers with what deckbuild.yaml says."
        ),
    ] = None
    evaluation: Annotated[
        Evaluation | None, Field(description="Feedback form and criteria; default from deckbuild.yaml.")
    ] = None
    imprint: Annotated[
        Imprint | None, Field(description="Who stands behind it; what is not said here comes from deckbuild.yaml.")
    ] = None
    omit: Annotated[
        tuple[PartName, ...] | None,
        BeforeValidator(several),
        Field(description="Parts of the documents to leave out; default from deckbuild.yaml."),
    ] = None
    programme: Annotated[tuple[Entry, ...], Field(min_length=1, description="What happens, in order.")]
