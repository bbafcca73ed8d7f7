"""A pydantic error's path -> where it stands in the tree, and which fields could have stood there.

Paths hold more than was written: `body` and `<bullets>` (kinds/choice.py), and the fields of a mapping for
which a bare text stands.  A component that the tree does not have is passed over.
"""

from __future__ import annotations

import types
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from deckbuild.diagnostics.model import Span
from deckbuild.kinds.body import Body
from deckbuild.kinds.choice import BODY, tag
from deckbuild.load.tree import Entries, Entry, Items, Scalar, Tree
from deckbuild.spec.authored import Authored

KEY = "[key]"
"""What pydantic ends the path with where a mapping's key is wrong, not its value."""

Location = tuple[int | str, ...]


@dataclass(frozen=True)
class Found:
    """The place that a path leads to."""

    node: Tree
    entry: Entry | None
    """The key and value, where the node is a mapping's value."""
    path: tuple[int | str, ...]
    """The components that were really written."""

    @property
    def span(self) -> Span:
        """Where to point: at a value, at a mapping's first key, or at the key of a value that is not there."""
        if isinstance(self.node, Scalar) and self.node.value is None and self.entry:
            return self.entry.key
        return head(self.node)

    @property
    def named(self) -> str:
        """How a message names the place: `image`, item 2 of `outcomes`; empty at the top."""
        words = [part for part in self.path if isinstance(part, str)]
        if not words:
            return ""
        last = self.path[-1]
        return f"item {last + 1} of `{words[-1]}`" if isinstance(last, int) else f"`{words[-1]}`"


def head(node: Tree) -> Span:
    """The first thing of `node` that a message can point at."""
    if isinstance(node, Entries) and node.entries:
        return next(iter(node.entries.values())).key
    if isinstance(node, Items) and node.values:
        return head(node.values[0]) if node.span.line != node.span.end_line else node.span
    return node.span


def locate(tree: Tree, location: Location) -> Found:
    """Follow `location` through `tree` as far as it was written."""
    node: Tree = tree
    entry: Entry | None = None
    path: list[int | str] = []
    for part in location:
        if isinstance(node, Entries) and isinstance(part, str) and part in node.entries:
            entry = node.entries[part]
            node = entry.value
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.values):
            node, entry = node.values[part], None
        elif isinstance(node, Entries) and len(node.entries) == 1 and part == "points":  # kinds/bullets.py
            entry = next(iter(node.entries.values()))
            node = entry.value
        else:
            continue
        path.append(part)
    return Found(node, entry, tuple(path))


# --- the models along a path --------------------------------------------------------------------------------


def model_at(model: type[Authored], location: Location) -> type[Authored] | None:
    """The model that reads the mapping at `location`; None where no model or more than one could."""
    annotation: Any = model
    for part in location:
        annotation = _inside(annotation, part)
    models = list(_models(annotation))
    return models[0] if len(models) == 1 else None


def field_names(model: type[Authored]) -> dict[str, str]:
    """The keys that an author may write for `model` -> the field's description; a gathered `body` is not among them."""
    hidden = ("place", BODY) if bodies(model) else ("place",)
    return {
        field.alias or name: field.description or "" for name, field in model.model_fields.items() if name not in hidden
    }


def bodies(model: type[Authored]) -> Mapping[str, type[Body]]:
    """The kinds of body that `model` takes, by their key; empty for one that takes none."""
    field = model.model_fields.get(BODY)
    kinds = _models(field.annotation) if field else iter(())
    return {kind.key: kind for kind in kinds if issubclass(kind, Body)}


def allowed(model: type[Authored], written: Collection[str]) -> tuple[str, ...]:
    """All keys that could stand in a mapping of `model` that already has the keys `written`."""
    kinds = bodies(model)
    chosen = [kind for key, kind in kinds.items() if key in written]
    return tuple(dict.fromkeys([*field_names(model), *kinds, *(key for kind in chosen for key in field_names(kind))]))


def models_within(annotation: Any, seen: frozenset[type[Authored]] = frozenset()) -> Iterator[type[Authored]]:
    """Every model that a value of type `annotation` may hold, each once."""
    known = set(seen)
    for choice in _choices(annotation):
        if isinstance(choice, type) and issubclass(choice, Authored):
            inner = [] if choice in known else [field.annotation for field in choice.model_fields.values()]
            if choice not in known:
                yield choice
            known.add(choice)
        else:
            inner = [one for one in get_args(choice) if one is not ...]
        for one in inner:
            for model in models_within(one, frozenset(known)):
                known.add(model)
                yield model


def _inside(annotation: Any, part: int | str) -> Any:
    """The type of what `part` leads to within a value of type `annotation`."""
    if isinstance(part, str) and part.startswith("<"):
        return next((kind for kind in _models(annotation) if issubclass(kind, Body) and tag(kind) == part), None)
    for choice in _choices(annotation):
        origin, arguments = get_origin(choice), get_args(choice)
        if origin in (tuple, list) and isinstance(part, int):
            return arguments[0]
        if origin is dict and isinstance(part, str):
            return arguments[1]
        if isinstance(choice, type) and issubclass(choice, Authored) and isinstance(part, str):
            names = {field.alias or name: field for name, field in choice.model_fields.items()}
            field = names.get(part) or choice.model_fields.get(part)
            if field:
                return field.annotation
    return None


def _choices(annotation: Any) -> Iterator[Any]:
    """The alternatives of a union, each without what annotates it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _choices(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for choice in get_args(annotation):
            yield from _choices(choice)
    elif annotation is not None:
        yield annotation


def _models(annotation: Any) -> Iterator[type[Authored]]:
    for choice in _choices(annotation):
        if isinstance(choice, type) and issubclass(choice, Authored):
            yield choice
