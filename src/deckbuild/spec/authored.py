"""The base of everything an author writes as a mapping: frozen, strict about keys, knows its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from deckbuild.diagnostics.model import Place

PLACE = "\x00place"
"""Key under which the loader hands a mapping's `Place` over; no author can write it (control character)."""


class Authored(BaseModel):
    """A mapping of the specification.  Two are equal when their content is, wherever they stand.

    Its validator is made when it is first needed (`defer_build`): no command waits for those that it does not use.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True, defer_build=True
    )

    place: Place = Field(default_factory=Place, alias=PLACE, exclude=True, repr=False)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._content() == other._content()

    def __hash__(self) -> int:
        return hash((type(self), repr(self)))

    def _content(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "place"}


def entries(value: Any) -> Any:
    """A mapping without its `Place`, for a field whose keys are the author's own; all else as it is."""
    return {key: one for key, one in value.items() if key != PLACE} if isinstance(value, dict) else value


def walk(node: object) -> list[Authored]:
    """`node` and every authored mapping inside it, in the order of the source."""
    found: list[Authored] = []
    _collect(node, found)
    return found


def _collect(node: object, found: list[Authored]) -> None:
    if isinstance(node, Authored):
        found.append(node)
        values: Iterable[object] = node.__dict__.values()
    else:
        values = node.values() if isinstance(node, dict) else node  # type: ignore[assignment]
    for value in values:
        if value and _holds(type(value)):  # type: ignore[arg-type]
            _collect(value, found)


@cache
def _holds(kind: type) -> bool:
    """Whether values of that class can hold an authored mapping; texts, numbers and places are passed over."""
    return issubclass(kind, (Authored, tuple, list, dict))


def revised(node: Any, revise: Callable[[Authored], Authored]) -> Any:
    """`node` with every authored mapping in it put through `revise`, inner ones first; unchanged parts are shared."""
    if isinstance(node, Authored):
        changes = {}
        for name, value in node.__dict__.items():
            if isinstance(value, (Authored, tuple, dict)):
                new = revised(value, revise)
                if new is not value:
                    changes[name] = new
        return revise(node.model_copy(update=changes) if changes else node)
    if isinstance(node, tuple):
        values = [revised(value, revise) for value in node]
        return node if all(new is old for new, old in zip(values, node, strict=True)) else tuple(values)
    if isinstance(node, dict):
        changed = {key: revised(value, revise) for key, value in node.items()}
        return node if all(changed[key] is node[key] for key in node) else changed
    return node
