"""Tree -> model: plain data with places, validated by pydantic; every error becomes one diagnostic with a place."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from deckbuild.diagnostics.model import Diagnostic, Diagnostics, Place, Severity, Span
from deckbuild.load.edit import whole_value
from deckbuild.load.explain import explain
from deckbuild.load.mistakes import Mistake, without_consequences
from deckbuild.load.tree import Entries, Items, Scalar, Tree
from deckbuild.spec.authored import PLACE, Authored

Model = TypeVar("Model", bound=Authored)

MOST = 200
"""Mistakes that are explained in one run."""


def decode(tree: Tree, model: type[Model], diags: Diagnostics) -> Model | None:
    """`tree` as a `model`; None where anything in it is wrong, after a message for each of the first 200 mistakes."""
    try:
        return model.model_validate(plain(tree))
    except ValidationError as errors:
        found = errors.errors(include_url=False)
    mistakes = [Mistake.of(error, tree, model) for error in found[:MOST]]
    for mistake in without_consequences(mistakes):
        code, message, span, hints = explain(mistake)
        meant = mistake.context.get("instead", "")
        fix = whole_value(mistake.input, meant) if meant else ()
        diags.add(Diagnostic(code, Severity.ERROR, message, span, hints, fix))
    return None


def plain(tree: Tree) -> Any:
    """`tree` as dicts, lists and texts; each dict has its `Place` under PLACE, which knows the texts in lists too."""
    if isinstance(tree, Scalar):
        return tree.value
    if isinstance(tree, Items):
        return [plain(value) for value in tree.values]
    data: dict[str, Any] = {}
    fields: dict[str, Span] = {}
    keys = {}
    for name, (key, value) in tree.entries.items():
        keys[name] = key
        fields[name] = value.span
        if not isinstance(value, Scalar):
            _place_texts(name, value, fields)
        data[name] = plain(value)
    data[PLACE] = Place(tree.span, fields, keys)
    return data


def _place_texts(path: str, tree: Items | Entries, fields: dict[str, Span]) -> None:
    """Note where the texts of a list or a mapping stand: `steps/0`, `rows/2/1`, `abbreviations/UN`."""
    if isinstance(tree, Entries):
        scalars = ((key, one.value) for key, one in tree.entries.items() if isinstance(one.value, Scalar))
        fields.update((f"{path}/{key}", value.span) for key, value in scalars)
        return
    for number, one in enumerate(tree.values):
        if isinstance(one, Scalar):
            fields[f"{path}/{number}"] = one.span
        elif isinstance(one, Items):
            _place_texts(f"{path}/{number}", one, fields)
