"""The name of an icon, as authors write it; whether there is one is told when the brand is known (compose/deck.py)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from deckbuild.spec.scalars import ID_PATTERN, found, refusal


def _icon(value: Any) -> Any:
    import re

    if isinstance(value, str) and re.fullmatch(ID_PATTERN, value):
        return value
    raise refusal("S103", f"expected the name of an icon, found {found(value)}", "write a name such as `users`")


IconName = Annotated[
    str, BeforeValidator(_icon), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$", "examples": ["users"]})
]
