"""A lesson as written: head, sections, slides with their cues, activities at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from deckbuild.kinds import ALL
from deckbuild.kinds.body import Body
from deckbuild.kinds.choice import body_union, gather_body
from deckbuild.kinds.image import Focus
from deckbuild.spec.activity import Activity, Case
from deckbuild.spec.authored import PLACE, Authored, entries
from deckbuild.spec.bank import BankQuestion, Paper
from deckbuild.spec.choosing import Groups, Instead, Optional, Priority, Tags, only_with_optional
from deckbuild.spec.cue import Notes
from deckbuild.spec.head import Handout, Outcome, Reference, Term
from deckbuild.spec.pack import (
    Annex,
    Change,
    CommonQuestion,
    Evaluation,
    Imprint,
    Materials,
    Overview,
    PartName,
    Preparation,
)
from deckbuild.spec.scalars import (
    Duration,
    FilePath,
    Flag,
    Id,
    Language,
    LessonNumber,
    Line,
    Share,
    Text,
    found,
    place_of,
    refusal,
)
from deckbuild.spec.short import several

Generatable = Literal["title", "outcomes", "agenda", "dividers", "activities", "key_messages", "references"]

_TIMED = ("question", "activity", "case")
"""Body keys of slides on which a timer can run."""

if TYPE_CHECKING:
    AnyBody = Body
else:
    AnyBody = body_union(ALL)


class Background(Authored):
    """A picture as a slide's ground; it is decoration, so it says nothing to those who can't see it."""

    file: Annotated[FilePath, Field(description="The picture; relative to this file, inside the project.")]
    focus: Annotated[Focus, Field(description="What must stay in sight: shares from left and top.")] = (0.5, 0.5)
    dim: Annotated[
        Share | None, Field(description="Strength of the veil over it, 0 to 1; as much as the text needs, if left out.")
    ] = None


def _background(value: Any) -> Any:
    return {"file": value, PLACE: place_of(value, "file")} if isinstance(value, str) else value


def _one_time(timer: Duration | None) -> Duration | None:
    """`timer`, which is to run out at one moment."""
    if timer and timer.low == timer.high:
        return timer
    if timer is None:
        return None
    raise refusal("S106", f"a timer runs for one time, found `{timer}`", "write one such as `3 min` or `90 s`")


class Slide(Authored):
    """A slide: its heading, at most one body, and what the trainer needs while it is shown."""

    id: Annotated[Id | None, Field(description="Stable name; whatever refers to the slide uses it.")] = None
    title: Annotated[Text | None, Field(description="Heading on the slide; unique in the lesson.")] = None
    subtitle: Annotated[Text | None, Field(description="Second line, on a slide without a body.")] = None
    layout: Annotated[Line | None, Field(description="Layout of the template to use in place of the kind's.")] = None
    duration: Annotated[Duration | None, Field(description="Time to spend on it.")] = None
    timer: Annotated[
        Duration | None,
        AfterValidator(_one_time),
        Field(description="Time that runs on a slide with `question`, `activity` or `case`: a bar that gets shorter."),
    ] = None
    covers: Annotated[
        tuple[Id, ...], BeforeValidator(several), Field(description="Ids of the outcomes it serves.")
    ] = ()
    key_message: Annotated[Text | None, Field(description="The one sentence to remember.")] = None
    body: Annotated[
        AnyBody | None,
        Field(description="Set by the body key (`bullets`, `table` …); never written itself."),
    ] = None
    background: Annotated[
        Background | None,
        BeforeValidator(_background, json_schema_input_type=Background | str),
        Field(description="Picture under everything on the slide: its file, or a mapping."),
    ] = None
    fit: Annotated[
        Literal["shrink", "continue", "error"] | None,
        Field(
            description="What to do with more text than there is room for: smaller type, then further slides; further "
            "slides at once; smaller type, then a message.  Default from deckbuild.yaml, else from the brand."
        ),
    ] = None
    hidden: Annotated[
        Flag,
        Field(description="Keep it in the deck without showing it; it takes no time and participants don't read it."),
    ] = False
    slide_number: Annotated[Flag, Field(description="Whether its number stands on it.")] = True
    transition: Annotated[
        Literal["none", "fade", "push"] | None,
        Field(description="How it takes the place of the slide before it; default from the brand."),
    ] = None
    audience: Groups = ()
    tags: Tags = ()
    optional: Optional = False
    priority: Priority = None
    instead: Instead = None
    notes: Annotated[Notes, Field(description="Cues for the trainer; a bare text is one `say`.")] = ()

    _gather = gather_body(ALL)

    @model_validator(mode="after")
    def _titled(self) -> Slide:
        if self.title is None and not (self.body and self.body.titled):
            hint = "add `title:`; screen readers and the notes find a slide by it"
            raise refusal("S104", "this slide has no title", hint)
        if self.subtitle is not None and self.body is not None:
            hint = "put it into the body, or into the notes"
            raise refusal("S110", "`subtitle` belongs to a slide without a body", hint, key="subtitle")
        if self.timer is not None and (self.body is None or self.body.key not in _TIMED):
            hint = "remove it, or say the time in `duration`"
            message = "`timer` belongs to a slide with `question`, `activity` or `case`"
            raise refusal("S110", message, hint, key="timer")
        only_with_optional(self.optional, priority=self.priority, instead=self.instead)
        return self

    @property
    def content(self) -> Body | None:
        """The body, typed."""
        return self.body


class Section(Authored):
    """A part of the lesson, with a heading in deck and documents."""

    id: Annotated[Id | None, Field(description="Stable name, to refer to the section.")] = None
    title: Annotated[Text, Field(description="Heading of the section.")]
    notes: Annotated[Notes, Field(description="Spoken before the first slide of the section.")] = ()
    references: Annotated[
        tuple[Id, ...] | None,
        BeforeValidator(several),
        Field(description="References listed at the section's end; those that it cites, if left out; `[]` for none."),
    ] = None
    audience: Groups = ()
    tags: Tags = ()
    optional: Optional = False
    priority: Priority = None
    instead: Instead = None
    slides: Annotated[tuple[Slide, ...], Field(description="The slides, in order.")] = ()

    @model_validator(mode="after")
    def _ranked(self) -> Section:
        only_with_optional(self.optional, priority=self.priority, instead=self.instead)
        return self


def _abbreviations(value: Any) -> Any:
    if value is not None and not isinstance(value, dict):
        message = f"expected short forms with their meaning, found {found(value)}"
        raise refusal("S103", message, "write `A4P: Action for …`")
    return entries(value)


class Lesson(Authored):
    """One lesson: what NAME.pptx, NAME-facilitator.docx and NAME-participant.docx are made from."""

    lesson: Annotated[LessonNumber, Field(description='Its number, such as "2.0".')]
    title: Annotated[Text, Field(description="Its title.")]
    subtitle: Annotated[Text | None, Field(description="Second line of the title slide.")] = None
    edition: Annotated[Text | None, Field(description="In every footer; default from deckbuild.yaml.")] = None
    translated_from: Annotated[
        Line | None, Field(description="In a translation: edition of the lesson that it was made from.")
    ] = None
    duration: Annotated[Duration | None, Field(description="The least it takes; compared with its parts' sum.")] = None
    language: Annotated[Language | None, Field(description="Language tag; default from deckbuild.yaml.")] = None
    brand: Annotated[Id | None, Field(description="Folder under brand/; default from deckbuild.yaml.")] = None
    aim: Annotated[Text | None, Field(description='One sentence that begins with "To".')] = None
    relevance: Annotated[Text | None, Field(description="Why it matters to these learners.")] = None
    outcomes: Annotated[tuple[Outcome, ...], Field(description="What learners can do afterwards.")] = ()
    overview: Annotated[Overview | None, Field(description="Whom it is for, and who gives it.")] = None
    preparation: Annotated[Preparation | None, Field(description="Checklists for before, during and after.")] = None
    equipment: Annotated[Materials, Field(description="What the room needs.")] = ()
    abbreviations: Annotated[
        dict[str, Text], BeforeValidator(_abbreviations), Field(description="Short form: what it stands for.")
    ] = {}  # noqa: RUF012
    references: Annotated[dict[Id, Reference], BeforeValidator(entries), Field(description="Documents by id.")] = {}  # noqa: RUF012
    handouts: Annotated[tuple[Handout, ...], Field(description="What each learner is given.")] = ()
    common_questions: Annotated[
        tuple[CommonQuestion, ...], Field(description="What groups often ask, with answers for the trainer.")
    ] = ()
    evaluation: Annotated[
        Evaluation | None, Field(description="Feedback form and criteria; default from deckbuild.yaml.")
    ] = None
    annexes: Annotated[tuple[Annex, ...], Field(description="What stands at the end, lettered.")] = ()
    imprint: Annotated[
        Imprint | None, Field(description="Who stands behind it; what is not said here comes from deckbuild.yaml.")
    ] = None
    changes: Annotated[tuple[Change, ...], Field(description="What changed from edition to edition.")] = ()
    links: Annotated[
        Literal["plain", "qr"] | None,
        Field(description="Whether references with an address have a QR code in documents; default from the project."),
    ] = None
    omit: Annotated[
        tuple[PartName, ...] | None,
        BeforeValidator(several),
        Field(description="Parts of the documents to leave out; default from deckbuild.yaml."),
    ] = None
    generate: Annotated[
        tuple[Generatable, ...] | None,
        Field(
            description="Slides that nobody writes: title, outcomes, agenda, dividers, activities, key_messages, "
            "references."
        ),
    ] = None
    sections: Annotated[tuple[Section, ...], Field(min_length=1, description="The parts of the lesson, in order.")]
    activities: Annotated[tuple[Activity, ...], Field(description="What the group does, placed by cues.")] = ()
    cases: Annotated[tuple[Case, ...], Field(description="Situations to work on, placed by cues or slides.")] = ()
    questions: Annotated[
        tuple[BankQuestion, ...],
        Field(description="The bank of questions: for slides, test papers, their key, and Moodle."),
    ] = ()
    test: Annotated[Paper | None, Field(description="What stands at the head of the test papers.")] = None
    glossary: Annotated[tuple[Term, ...], Field(description="Words of the trade with what they mean.")] = ()
