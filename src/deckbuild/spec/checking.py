"""Which checks a project wants: a mapping from words for checks to on, off or a severity."""

from __future__ import annotations

import difflib
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.families import FAMILIES
from deckbuild.spec.authored import entries
from deckbuild.spec.scalars import found, refusal

State = Literal["on", "off", "error", "warning", "info"]


def words() -> dict[str, str]:
    """Every word that means a check or a family of them, with what it means."""
    families = {word: one.title for letter, one in FAMILIES.items() for word in (one.name, letter)}
    return families | {word: entry.text for code, entry in CATALOGUE.items() for word in (code, entry.name)}


def closest(word: str) -> str:
    """The word for a check that was probably meant; empty where none is close."""
    matches = difflib.get_close_matches(word, words(), 1, 0.7)
    return matches[0] if matches else ""


def _checks(value: Any) -> Any:
    if value is not None and not isinstance(value, dict):
        raise refusal("S103", f"expected checks with `on` or `off`, found {found(value)}", "write `language: off`")
    known = words()
    for word in entries(value) or ():
        if word not in known:
            close = closest(str(word))
            hint = f"did you mean `{close}`?" if close else "see `deckbuild explain` for all codes and families"
            raise refusal("Y123", f"there is no check called `{word}`", hint, key=str(word))
    return entries(value)


Checks = Annotated[
    dict[str, State],
    BeforeValidator(_checks),
    Field(
        description="Checks by code, name or family: on, off, or how grave they are (error, warning, info)",
        json_schema_extra=lambda schema: schema.update(
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    word: {"enum": ["on", "off", "error", "warning", "info"], "description": meaning}
                    for word, meaning in words().items()
                },
            }
        ),
    ),
]
