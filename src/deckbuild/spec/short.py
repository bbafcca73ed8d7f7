"""Short forms: a bare text that stands for a mapping with one key, one value for a list of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deckbuild.spec.authored import PLACE
from deckbuild.spec.scalars import place_of


def short_for(field: str) -> Callable[[Any], Any]:
    """A validator that reads a bare text as a mapping whose key `field` holds it."""

    def written_out(value: Any) -> Any:
        return {field: value, PLACE: place_of(value, field)} if isinstance(value, str) else value

    return written_out


def several(value: Any) -> Any:
    """A list from a list or from one bare value."""
    return value if isinstance(value, (list, tuple)) or value is None else [value]
