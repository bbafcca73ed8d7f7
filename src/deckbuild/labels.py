"""The words that deckbuild itself puts into outputs: "Slide", "Trainer tip" … one YAML file a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class MissingLabel(KeyError):
    """A label that no language file has: our bug, not the author's."""


@dataclass(frozen=True)
class Labels:
    """Words of one language.  `labels("slide", n=3)` gives `Slide 3`.

    `texts` maps a name to a text with `{fields}`; labels/en.yaml holds all names with what they are for.
    """

    language: str
    texts: Mapping[str, str]
    right_to_left: bool = False

    def __call__(self, name: str, **values: object) -> str:
        """The text called `name` with its fields filled; raises MissingLabel."""
        try:
            return self.texts[name].format(**values)
        except KeyError as missing:
            raise MissingLabel(f"{name} ({self.language}): {missing}") from None
