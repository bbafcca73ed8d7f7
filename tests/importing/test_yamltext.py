"""What is written loads to the same texts, whatever they hold."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.cleaning import Cleaner
from deckbuild.importing.draft import Filed
from deckbuild.importing.wrapping import wrapped
from deckbuild.importing.yamltext import WIDTH, Flow, Noted, Prose, Quoted, yaml_text
from deckbuild.load.read import read_tree
from deckbuild.load.tree import Entries, Items, Scalar, Tree
from deckbuild.markdown import blocks

NASTY = st.sampled_from(
    [": ", "#", " # ", "- ", "? ", "[", "]", "{", "}", ",", "\t", "\n", "\n\n", "  ", "'", '"', "\\", "|", ">", "&a", "*b",
     "!tag", "%", "@", "`", "---", "...", "~", "null", "true", "no", "1.5", "0x1F", "12:30", "\x00", "\x1b", "\u202e", "\u2028",
     "\ufeff", "\u00a0", "שלום", "مرحبا", "😀", "é", "key:", "=", "<<", " ", "a long line of words that goes on for a while "]
)  # fmt: skip
TEXTS = st.lists(NASTY | st.text(max_size=12), max_size=12).map("".join)


def loaded(tree: Tree | None) -> Any:
    match tree:
        case Scalar():
            return None if tree.value is None else str(tree.value).strip()
        case Items():
            return [loaded(one) for one in tree.values]
        case Entries():
            return {key: loaded(entry.value) for key, entry in tree.entries.items()}
    return None


def read(text: str) -> Any:
    diags = Diagnostics()
    tree = read_tree(text.encode(), "lesson.yaml", diags)
    assert not diags.in_order(), (text, diags.in_order())
    return loaded(tree)


def clean(text: str) -> str:
    return Cleaner().text(text)


@given(st.lists(TEXTS, max_size=4), st.dictionaries(TEXTS, TEXTS, max_size=3))
@example(["a: b", "# no comment", "- no list", "", "x" * 300, "word " * 60], {"key: with colon": "and # hash"})
@example([f"{'word ' * 30}\n\n    code\n{'x ' * 80}"], {})
def test_what_is_written_loads_to_the_same_values(texts: list[str], mapping: dict[str, str]) -> None:
    texts = [clean(text) for text in texts]
    mapping = {clean(key).replace("\n", " "): clean(value) for key, value in mapping.items() if clean(key)}
    value = {
        "texts": texts,
        "flow": Flow(tuple(texts)),
        "map": mapping,
        "inner": [{"say": one, "b": [one]} for one in texts],
    }

    written = yaml_text(value)

    expected = {"texts": texts, "flow": texts, "map": mapping, "inner": [{"say": one, "b": [one]} for one in texts]}
    assert read(written) == expected


@given(TEXTS)
@example("1. one\n   two " + "words " * 40)
@example("the year\n\n" + "in a long line of words " * 5 + "1994. was not a list, nor was - this or # that " * 3)
def test_prose_is_broken_into_lines_that_mean_the_same(text: str) -> None:
    text = clean(text)

    assert blocks(wrapped(text, 60)) == blocks(text)


@given(TEXTS)
def test_prose_in_a_cue_says_the_same_after_loading(text: str) -> None:
    text = clean(text)
    found = read(yaml_text({"notes": [{"say": Prose(text)}]}))

    assert blocks(found["notes"][0]["say"]) == blocks(text)


@given(TEXTS)
def test_cleaning_takes_out_what_breaks_a_file_and_counts_it(text: str) -> None:
    cleaner = Cleaner()

    cleaned = cleaner.text(text)

    assert not {"\x00", "\x1b", "\u202e", "\ufeff", "\u2028", "\t"} & set(cleaned)
    assert cleaner.removed >= sum(text.count(bad) for bad in "\x00\x1b\u202e\ufeff")


def test_it_looks_as_a_person_would_write_it() -> None:
    value = {
        "lesson": Quoted("2.0"),
        "title": "Mandates",
        "abbreviations": {"A4P+": "Action for Peacekeeping Plus"},
        "sections": Noted(
            (
                {
                    "title": "Welcome: what comes",
                    "slides": (
                        Noted(
                            {
                                "id": "first",
                                "title": "No quotes, no “needless” signs",
                                "covers": Flow(("one", "two")),
                                "bullets": ("One", {"Two": ("below",)}, "- not a list"),
                                "notes": ({"say": Prose("First.\n\nSecond, " + "and on, " * 16 + "to its end.")},),
                            },
                            ("Decide how long it takes: duration: 3 min",),
                        ),
                        Noted({"id": "second", "image": {"file": Filed("one.png"), "alt": "x " * 60 + "y"}}, gap=True),
                    ),
                },
            ),
            gap=True,
        ),
    }

    assert (
        yaml_text(value)
        == """\
lesson: "2.0"
title: Mandates
abbreviations:
  A4P+: Action for Peacekeeping Plus

sections:
  - title: "Welcome: what comes"
    slides:
      # Decide how long it takes: duration: 3 min
      - id: first
        title: No quotes, no “needless” signs
        covers: [one, two]
        bullets:
          - One
          - Two:
              - below
          - "- not a list"
        notes:
          - say: |
              First.

              Second, and on, and on, and on, and on, and on, and on, and on, and on, and on, and on, and on,
              and on, and on, and on, and on, and on, to its end.

      - id: second
        image:
          file: one.png
          alt: >-
            x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x
            x x x x x x x x x x x y
"""
    )
    assert max(map(len, yaml_text(value).splitlines())) <= WIDTH
