"""A list on a slide, nested to three levels."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from deckbuild.blocks import Block, Item, Items
from deckbuild.diagnostics.model import Place
from deckbuild.kinds.body import Body
from deckbuild.markdown import inline
from deckbuild.spec.authored import PLACE, Authored
from deckbuild.spec.scalars import Flag, Inline, found, place_of, refusal

DEPTH = 3


class Point(Authored):
    """One point, and the points below it: `text`, or `text: [more]` with a level below."""

    text: Annotated[str, Inline()]
    points: tuple[Point, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _written(cls, value: Any) -> Any:
        if isinstance(value, dict):
            entries = [(key, below) for key, below in value.items() if key != PLACE]
            if len(entries) == 1 and isinstance(entries[0][1], (list, tuple)):
                text, below = entries[0]
                return {"text": text, "points": below, PLACE: _nested(value.get(PLACE), text)}
            hint = "put the text in quotes: a colon followed by a space makes a mapping of it"
            raise refusal("S103", "expected a point, found a mapping", hint)
        if isinstance(value, str) and value.strip():
            return {"text": value.strip(), PLACE: place_of(value, "text")}
        if value is None or value == "":
            raise refusal("S107", "there is no text here", "write the point, or remove its `-`")
        raise refusal("S103", f"expected a point, found {found(value)}", "write one text a point")

    @property
    def depth(self) -> int:
        """How many levels it has, itself counted."""
        return 1 + max((point.depth for point in self.points), default=0)


def _nested(place: Place | None, text: str) -> Place:
    """Place of a point whose text is the key and whose points are the value of a mapping at `place`."""
    if place is None:
        return Place()
    fields = {"text": place.keys.get(text, place.span), "points": place.of(text)}
    return Place(place.span, fields)


def _listed(value: Any) -> Any:
    if value is None:
        raise refusal("S107", "there are no points here", "write a point, or remove the key")
    if not isinstance(value, (list, tuple)):
        raise refusal("S103", f"expected a list, found {found(value)}", "begin each point with `- `")
    if not value:
        raise refusal("S107", "this list is empty", "write a point, or remove the key")
    return value


def _shallow(value: tuple[Point, ...]) -> tuple[Point, ...]:
    deepest = max(point.depth for point in value)
    if deepest > DEPTH:
        hint = "split the slide, or move the detail to the notes"
        raise refusal("S111", f"a list has at most {DEPTH} levels, this has {deepest}", hint)
    return value


_SCHEMA = {
    "type": "array",
    "minItems": 1,
    "items": {
        "anyOf": [
            {"type": ["string", "number", "boolean"]},
            {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"type": "array"}},
        ]
    },
}

Points = Annotated[tuple[Point, ...], BeforeValidator(_listed), AfterValidator(_shallow), WithJsonSchema(_SCHEMA)]


def items(listed: tuple[Point, ...], language: str, level: int = 0) -> tuple[Item, ...]:
    """`listed` flattened, each point before those below it."""
    out: list[Item] = []
    for point in listed:
        out.append(Item(inline(point.text, language), level))
        out.extend(items(point.points, language, level + 1))
    return tuple(out)


class Bullets(Body):
    """List, nested to three levels; the kind to use when no other says more."""

    key: ClassVar[str] = "bullets"
    role: ClassVar[str] = "content"

    bullets: Annotated[Points, Field(description="The points; `text: [a, b]` puts points below one.")]
    numbered: Annotated[Flag, Field(description="Number the points 1., 2., 3.")] = False
    reveal: Annotated[Flag, Field(description="Show one point at a time.")] = False

    def fill(self, language: str) -> tuple[Block, ...]:
        """One list."""
        return (Items(items(self.bullets, language), numbered=self.numbered, reveal=self.reveal),)
