"""Cues: what the trainer says, does, asks, shows; and who may read each of them."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.choosing import Groups, Tags
from deckbuild.spec.scalars import Id, Prose, Text, found, place_of, refusal
from deckbuild.spec.short import several


class Reader(Enum):
    """Whom an output is made for."""

    TRAINER = "trainer"
    PARTICIPANT = "participant"


class Audience(Enum):
    """Whom a cue is for, where the author overrides its nature."""

    TRAINER = "trainer"
    PARTICIPANTS = "participants"
    EVERYONE = "everyone"

    def includes(self, reader: Reader) -> bool:
        """Whether `reader` may read it."""
        return self is Audience.EVERYONE or (self is Audience.TRAINER) == (reader is Reader.TRAINER)


class NoteKind(Enum):
    """What a `note` warns of."""

    SAFETY = "safety"
    SENSITIVITY = "sensitivity"
    ADAPT = "adapt"
    TIMING = "timing"


class Cue(Authored):
    """One step of the trainer's notes: exactly one of the verbs, and what belongs to it."""

    say: Annotated[Prose | None, Field(description="Spoken to the group, in the trainer's own words.")] = None
    do: Annotated[Prose | None, Field(description="What the trainer does.")] = None
    ask: Annotated[Prose | None, Field(description="Put to the group; everyone may read it.")] = None
    tip: Annotated[Prose | None, Field(description="Advice for the trainer alone.")] = None
    show: Annotated[Prose | None, Field(description="What to point at, play or hold up.")] = None
    distribute: Annotated[Id | None, Field(description="Id of the handout to give out now.")] = None
    activity: Annotated[Id | None, Field(description="Id of the activity that begins here.")] = None
    case: Annotated[Id | None, Field(description="Id of the case that is worked on now.")] = None
    transition: Annotated[Prose | None, Field(description="The bridge to what comes next.")] = None
    text: Annotated[Prose | None, Field(description="Background for the trainer, not spoken.")] = None
    reference: Annotated[
        tuple[Id, ...] | None,
        BeforeValidator(several),
        Field(description="Ids of the references that this rests on."),
    ] = None
    note: Annotated[Prose | None, Field(description="A warning or an adaptation; `kind` says which.")] = None

    answers: Annotated[tuple[Text, ...], Field(description="Answers to expect (with `ask`); the trainer's alone.")] = ()
    brief: Annotated[
        Text | None, Field(description="What the notes at a glance show, in place of the first sentence.")
    ] = None
    kind: Annotated[NoteKind | None, Field(description="With `note`: what it warns of.")] = None
    for_: Annotated[
        Audience | None,
        Field(alias="for", description="Who may read it, where it is not whom such a cue is usually for."),
    ] = None
    audience: Groups = ()
    tags: Tags = ()

    @model_validator(mode="before")
    @classmethod
    def _one_verb(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            hint = "write it as `- say: …`, or as one of " + ", ".join(VERBS[1:])
            raise refusal("S103", f"expected a cue, found {found(value)}", hint)
        verbs = [key for key in value if key in VERBS]
        if len(verbs) > 1:
            message = f"a cue has one verb, this has {len(verbs)}: {', '.join(f'`{v}`' for v in verbs)}"
            raise refusal("S105", message, "begin each cue with its own `- `", key=verbs[1])
        if verbs and value[verbs[0]] is None:
            raise refusal("S107", f"there is nothing after `{verbs[0]}`", "write it, or remove the cue", key=verbs[0])
        unknown = [key for key in value if key not in cls.model_fields and key not in ("for", PLACE)]
        if not verbs and not unknown:
            raise refusal("S104", "this cue has no verb", "begin it with one of " + ", ".join(VERBS))
        return value

    @model_validator(mode="after")
    def _belongs(self) -> Cue:
        if self.answers and self.ask is None:
            hint = "move the answers to the question"
            raise refusal("S110", f"`answers` belongs to `ask`, not to `{self.verb}`", hint, key="answers")
        if self.kind and self.note is None:
            hint = f"write `note:` in place of `{self.verb}:`, or remove `kind`"
            raise refusal("S110", f"`kind` belongs to `note`, not to `{self.verb}`", hint, key="kind")
        if self.brief and not self.prose:
            hint = "remove it; titles and names are shown whole"
            raise refusal("S110", f"`brief` belongs to a cue with a text, not to `{self.verb}`", hint, key="brief")
        if self.note is not None and self.kind is None:
            kinds = ", ".join(kind.value for kind in NoteKind)
            raise refusal("S104", "`note` needs its `kind`", f"add `kind:` with one of {kinds}")
        return self

    @property
    def verb(self) -> str:
        """The one verb of this cue; empty while it is being read and has none."""
        return next((verb for verb in VERBS if getattr(self, verb) is not None), "")

    @property
    def prose(self) -> str:
        """Its text; empty for a cue that names ids."""
        value = getattr(self, self.verb)
        return value if self.verb not in ("distribute", "activity", "case", "reference") else ""

    def readable_by(self, reader: Reader) -> bool:
        """Whether `reader` may see this cue; its answers are the trainer's in any case."""
        audience = self.for_ or (Audience.EVERYONE if self.verb in _EVERYONES else Audience.TRAINER)
        return audience.includes(reader)


VERBS = (
    "say", "do", "ask", "tip", "show", "distribute", "activity", "case", "transition", "text", "reference", "note",
)  # fmt: skip
_EVERYONES = ("ask", "activity", "case", "reference")


def _notes(value: Any) -> Any:
    if isinstance(value, str):
        return [{"say": value, PLACE: place_of(value, "say")}]
    if isinstance(value, dict):
        raise refusal("S103", "expected a list of cues, found a mapping", "begin each cue with `- `")
    return value


Notes = Annotated[tuple[Cue, ...], BeforeValidator(_notes, json_schema_input_type=tuple[Cue, ...] | str)]
