"""Tree -> model: plain data with places, validated by pydantic; every error becomes one diagnostic with a place."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from deckbuild.diagnostics.model import Diagnostics, Place
from deckbuild.load.explain import explain
from deckbuild.load.mistakes import Mistake, without_consequences
from deckbuild.load.tree import Items, Scalar, Tree
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
        diags.error(code, message, span, *hints)
    return None


def plain(tree: Tree) -> Any:
    """`tree` as dicts, lists and texts; each dict has its `Place` under PLACE."""
    if isinstance(tree, Scalar):
        return tree.value
    if isinstance(tree, Items):
        return [plain(value) for value in tree.values]
    data: dict[str, Any] = {}
    fields, keys = {}, {}
    for name, (key, value) in tree.entries.items():
        keys[name] = key
        fields[name] = value.span
        data[name] = plain(value)
    data[PLACE] = Place(tree.span, fields, keys)
    return data
