"""The texts of an authored mapping, to look through them or to write them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args

from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import Verbatim


def texts(node: Authored) -> Iterator[tuple[str, str]]:
    """Field and text for each text that stands directly in `node`, but for what is shown as it is."""
    verbatim = _verbatim(type(node))
    for name, value in node.__dict__.items():
        if name in verbatim:
            continue
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, tuple):
            yield from ((name, one) for one in value if isinstance(one, str))
        elif isinstance(value, dict):
            yield from ((name, one) for one in value.values() if isinstance(one, str))


def rewritten(node: Authored, change: Callable[[str, str], str]) -> Authored:
    """`node` with `change(field, text)` in place of each of those texts; itself where none changes."""
    changes, verbatim = {}, _verbatim(type(node))
    for name, value in node.__dict__.items():
        if name in verbatim:
            continue
        new = _changed(name, value, change)
        if new is not value:
            changes[name] = new
    return node.model_copy(update=changes) if changes else node


def _changed(name: str, value: Any, change: Callable[[str, str], str]) -> Any:
    if isinstance(value, str):
        return change(name, value)
    if isinstance(value, tuple):
        made = tuple(change(name, one) if isinstance(one, str) else one for one in value)
        return value if all(new is old for new, old in zip(made, value, strict=True)) else made
    if isinstance(value, dict):
        by_key = {key: change(name, one) if isinstance(one, str) else one for key, one in value.items()}
        return value if all(by_key[key] is value[key] for key in value) else by_key
    return value


@cache
def _verbatim(model: type[Authored]) -> frozenset[str]:
    """Fields of `model` whose text is shown as it is."""
    marked = ((name, (*field.metadata, *marks_of(field.annotation))) for name, field in model.model_fields.items())
    return frozenset(name for name, marks in marked if any(isinstance(mark, Verbatim) for mark in marks))


def marks_of(annotation: object) -> Iterator[object]:
    """The marks that an annotation carries, and those within it."""
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from marks_of(part)
