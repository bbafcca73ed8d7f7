"""The words of each language: all of them there, all with the same fields."""

from __future__ import annotations

import re

import pytest

from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.labels import Labels
from deckbuild.load.labels import languages, load_labels


def words(language: str) -> Labels:
    return load_labels(language, {}, Diagnostics(), NOWHERE)


def own_names(language: str) -> set[str]:
    from deckbuild.load.labels import _read

    return set(_read(language)[0])


def fields(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_language_has_every_word_and_no_other(language: str) -> None:
    assert own_names(language) == own_names("en")


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_word_has_the_fields_of_the_english_one(language: str) -> None:
    english = words("en").texts

    assert {name: fields(text) for name, text in words(language).texts.items()} == {
        name: fields(text) for name, text in english.items()
    }


def test_a_region_falls_back_on_its_language_without_a_word() -> None:
    diags = Diagnostics()

    labels = load_labels("en-GB", {}, diags, NOWHERE)

    assert (labels.language, labels("slide", n=3)) == ("en-GB", "Slide 3")
    assert not diags.in_order()


def test_an_unknown_language_falls_back_on_english_with_one_warning() -> None:
    diags = Diagnostics()

    assert load_labels("id", {}, diags, NOWHERE)("say") == "Say"
    assert [found.code for found in diags.in_order()] == ["L101"]


def test_a_brands_own_wording_goes_before() -> None:
    assert load_labels("en", {"say": "Speak"}, Diagnostics(), NOWHERE)("say") == "Speak"


def test_arabic_is_written_from_right_to_left() -> None:
    assert words("ar").right_to_left
    assert not words("fr").right_to_left
