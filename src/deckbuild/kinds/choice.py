"""Choosing a body by its key: the keys of a body stand beside the slide's own, this sets them apart."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Tag, model_validator

from deckbuild.kinds.body import Body
from deckbuild.spec.authored import PLACE
from deckbuild.spec.scalars import found, refusal

BODY = "body"


def tag(kind: type[Body]) -> str:
    """Name of a kind within an error's path; the angle brackets tell it from a key that was written."""
    return f"<{kind.key}>"


def _kind_of(value: Any) -> str | None:
    if isinstance(value, Body):
        return tag(type(value))
    keys = value if isinstance(value, dict) else ()
    return next((f"<{key}>" for key in keys if key != PLACE), None)


def body_union(kinds: tuple[type[Body], ...]) -> Any:
    """The union of `kinds` as a pydantic type; the first key of the gathered mapping decides."""
    union: Any = Annotated[kinds[0], Tag(tag(kinds[0]))]
    for kind in kinds[1:]:
        union = union | Annotated[kind, Tag(tag(kind))]
    return Annotated[union, Discriminator(_kind_of)]


def gather_body(kinds: tuple[type[Body], ...], *, needed: bool = False) -> Any:
    """A validator that moves the keys of the one body into `body`; refuses two bodies (S105)."""
    by_key = {kind.key: kind for kind in kinds}

    def gather(cls: Any, value: Any) -> Any:
        if not isinstance(value, dict):
            raise refusal("S103", f"expected a mapping, found {found(value)}", "write `key: value` pairs")
        if BODY in value:
            hint = "write the body's own key: " + ", ".join(sorted(by_key))
            raise refusal("S101", f"`{BODY}` means nothing here", hint, key=BODY)
        chosen = [key for key in value if key in by_key]
        if len(chosen) > 1:
            listed = " and ".join(f"`{key}`" for key in chosen)
            message, hint = f"only one body is allowed here, found {listed}", "split it into two, or use `columns`"
            raise refusal("S105", message, hint, key=chosen[1])
        if not chosen:
            unknown = [key for key in value if key not in cls.model_fields and key != PLACE]
            if needed and not unknown:
                raise refusal("S104", "there is no body here", "add one of " + ", ".join(sorted(by_key)))
            return value
        own = {name for name in by_key[chosen[0]].model_fields if name != "place"}
        body = {key: value[key] for key in [chosen[0], *(k for k in value if k in own and k != chosen[0])]}
        if PLACE in value:
            body[PLACE] = value[PLACE]
        return {**{key: v for key, v in value.items() if key not in own}, BODY: body}

    return model_validator(mode="before")(classmethod(gather))  # type: ignore[arg-type]
