"""The JSON Schema says what the models take, as an author writes it."""

from __future__ import annotations

import json
from typing import Any

from deckbuild.kinds import ALL
from deckbuild.lesson.lesson import Lesson
from deckbuild.lesson.project import Project
from deckbuild.load.schema import schema
from deckbuild.spec.authored import PLACE

LESSON = schema(Lesson, "deckbuild lesson")
SLIDE: dict[str, Any] = LESSON["$defs"]["Slide"]


def test_a_slide_takes_the_keys_of_every_body_and_one_body_at_most() -> None:
    assert {kind.key for kind in ALL} <= set(SLIDE["properties"])
    assert [choice["required"] for choice in SLIDE["oneOf"][:-1]] == [[kind.key] for kind in ALL]
    assert "body" not in SLIDE["properties"]


def test_a_bodys_option_needs_the_body() -> None:
    assert SLIDE["dependentRequired"]["numbered"] == ["bullets"]


def test_no_other_keys_are_taken_anywhere() -> None:
    mappings = [LESSON, *(one for one in LESSON["$defs"].values() if one.get("type") == "object")]

    assert all(mapping["additionalProperties"] is False for mapping in mappings)


def test_a_text_may_look_like_a_number() -> None:
    assert set(LESSON["properties"]["title"]["type"]) == {"string", "number", "boolean"}


def test_every_key_is_explained() -> None:
    for name, mapping in {"Lesson": LESSON, **LESSON["$defs"]}.items():
        for key, value in mapping.get("properties", {}).items():
            assert value.get("description"), f"{name}.{key}"


def test_nothing_of_ours_is_shown_and_every_reference_leads_somewhere() -> None:
    for made in (LESSON, schema(Project, "deckbuild project")):
        text = json.dumps(made)
        assert json.dumps(PLACE)[1:-1] not in text
        assert "#/$defs/Place" not in text and '"Place"' not in text
        names = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
        assert names == set(made.get("$defs", {})) - ({"Limits"} - names)
