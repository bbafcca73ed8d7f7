"""words/<language>.yaml -> Labels; a brand's own wording goes before."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.labels import Labels
from deckbuild.load.read import read_tree
from deckbuild.load.tree import Entries, Scalar

ENGLISH = "en"


def load_labels(language: str, overrides: Mapping[str, str], diags: Diagnostics, where: Span) -> Labels:
    """The words for `language`: of its region, else of the language, else English with one warning (L101).

    `overrides` are texts by label name that a brand words in its own way.
    """
    known = languages()
    base = language.split("-")[0]
    chosen = language if language in known else base if base in known else ENGLISH
    if chosen == ENGLISH and base != ENGLISH:
        listed = ", ".join(f"`{one}`" for one in sorted(known))
        message = f'deckbuild has no words of its own in `{language}`; labels such as "Slide" stay in English'
        diags.warn("L101", message, where, f"choose one of {listed}, or add src/deckbuild/words/{base}.yaml")
    texts, right_to_left = _read(chosen)
    return Labels(language, {**_read(ENGLISH)[0], **texts, **overrides}, right_to_left)


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """The languages that have a file of words."""
    folder = files("deckbuild").joinpath("words")
    return frozenset(file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml"))


def label_names() -> frozenset[str]:
    """The names of all labels."""
    return frozenset(_read(ENGLISH)[0])


@lru_cache(maxsize=16)
def _read(language: str) -> tuple[Mapping[str, str], bool]:
    """Texts by name, and whether the language is written from right to left."""
    name = f"words/{language}.yaml"
    diags = Diagnostics()
    tree = read_tree(files("deckbuild").joinpath(name).read_bytes(), name, diags)
    if not isinstance(tree, Entries) or diags.has_errors:
        raise BrokenWordsError(f"{name}: {diags.in_order()}")
    labels, direction = tree.entries["labels"].value, tree.entries["direction"].value
    if not isinstance(labels, Entries) or not isinstance(direction, Scalar):
        raise BrokenWordsError(name)
    texts = {key: str(value.value) for key, (_, value) in labels.entries.items() if isinstance(value, Scalar)}
    return texts, direction.value == "rtl"


class BrokenWordsError(Exception):
    """A file of words that comes with deckbuild can't be read: our bug."""
