"""By what sessions choose: the groups that something is for, the tags it has, and whether it may be left out."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from deckbuild.spec.scalars import Flag, Id, Text, Whole, refusal
from deckbuild.spec.short import several

Groups = Annotated[
    tuple[Id, ...],
    BeforeValidator(several),
    Field(description="The groups that it is for, such as `[police, military]`; for everyone, if left out."),
]

Tags = Annotated[
    tuple[Id, ...],
    BeforeValidator(several),
    Field(description="Words by which sessions choose; in every session, if left out."),
]

Optional = Annotated[Flag, Field(description="Whether a session leaves it out when its time is short.")]

Priority = Annotated[
    Whole | None,
    Field(description="With `optional`: 1 stays longest, higher numbers go before it, those without one go first."),
]

Instead = Annotated[
    Text | None,
    Field(description="With `optional`: what to say when it is left out; the key message, if nothing is written."),
]


def only_with_optional(optional: bool, **said: object) -> None:
    """Refuse what belongs to `optional` where that is not said."""
    for key, value in said.items():
        if value is not None and not optional:
            hint = "add `optional: true`, or remove it"
            raise refusal("S110", f"`{key}` belongs to what is optional", hint, key=key)
