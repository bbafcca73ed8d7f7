"""Models -> JSON Schema (2020-12) of what an author may write, for editors to complete, explain and check keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from deckbuild.kinds.choice import BODY
from deckbuild.load.locate import bodies, models_within
from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.short import several

Schema = dict[str, Any]

_TEXT = {"type": ["string", "number", "boolean"]}
"""Text: YAML reads `2.0` or `no` without quotes as another type, which deckbuild does not."""


def schema(model: type[Authored], title: str) -> Schema:
    """The schema of a file whose top is `model`."""
    _, whole = models_json_schema([(model, "validation")], schema_generator=_Generator)
    definitions: dict[str, Schema] = whole["$defs"]
    for definition in definitions.values():
        definition.get("properties", {}).pop(PLACE, None)
    for taking in models_within(model):
        if bodies(taking):
            _flatten(definitions[taking.__name__], definitions, [kind.__name__ for kind in bodies(taking).values()])
    top = definitions.pop(model.__name__)
    used = _used(top, definitions)
    clean = _clean({"$defs": {name: definitions[name] for name in sorted(used)}, **top})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **clean, "title": title}


class _Generator(GenerateJsonSchema):
    """Pydantic's generator for what deckbuild's validators do before the types see a value."""

    def default_schema(self, schema: Any) -> Schema:
        """Without defaults: they are objects of ours, and the descriptions say what matters."""
        return self.generate_inner(schema["schema"])

    def is_instance_schema(self, schema: Any) -> Schema:
        """Any: only `place` has such a type, and it is taken out."""
        return {}

    def dataclass_schema(self, schema: Any) -> Schema:
        """Any: as above."""
        return {}

    def function_before_schema(self, schema: Any) -> Schema:
        """A list may be one bare value where `several` makes a list of it."""
        inner = super().function_before_schema(schema)
        if schema["function"]["function"] is not several:
            return inner
        listed = inner if "items" in inner else inner["anyOf"][0]
        return {"anyOf": [listed, listed["items"]]}

    def str_schema(self, schema: Any) -> Schema:
        """A text, or what YAML takes for something else."""
        return dict(_TEXT)


def _flatten(definition: Schema, definitions: Mapping[str, Schema], kinds: Sequence[str]) -> None:
    """Put the keys of all kinds of body beside a mapping's own, with at most one of them (exactly one if needed)."""
    properties: Schema = definition["properties"]
    properties.pop(BODY)
    needed = BODY in definition.get("required", ())
    firsts = []
    for kind in kinds:
        own: Schema = definitions[kind]["properties"]
        first, *options = own
        firsts.append(first)
        properties.update({name: value for name, value in own.items() if name not in properties})
        properties[first] = {**own[first], "description": definitions[kind]["description"]}
        definition.setdefault("dependentRequired", {}).update({option: [first] for option in options})
    required = [name for name in definition.pop("required", ()) if name != BODY]
    if required:
        definition["required"] = required
    choices = [{"required": [first]} for first in firsts]
    definition["oneOf"] = choices if needed else [*choices, {"not": {"anyOf": choices}}]


def _used(top: Any, definitions: Mapping[str, Schema]) -> set[str]:
    """Names of the definitions that `top` leads to."""
    found: set[str] = set()
    waiting = [top]
    while waiting:
        for reference in _references(waiting.pop()):
            if reference not in found:
                found.add(reference)
                waiting.append(definitions[reference])
    return found


def _references(node: Any) -> list[str]:
    if isinstance(node, dict):
        here = [node["$ref"].removeprefix("#/$defs/")] if isinstance(node.get("$ref"), str) else []
        return here + [name for value in node.values() for name in _references(value)]
    return [name for value in node for name in _references(value)] if isinstance(node, list) else []


def _clean(node: Any) -> Any:
    """Without titles, which only repeat a key, and without `null`, which says what leaving a key out says."""
    if isinstance(node, list):
        return [_clean(value) for value in node]
    if not isinstance(node, dict):
        return node
    out = {key: _clean(value) for key, value in node.items() if key != "title" or not isinstance(value, str)}
    choices = [choice for choice in out.pop("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        out = {**choices[0], **out}
    elif choices:
        out["anyOf"] = choices
    if isinstance(out.get("description"), str):
        out["markdownDescription"] = out["description"] = " ".join(out["description"].split())
    return out
