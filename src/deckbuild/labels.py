"""The words that deckbuild itself puts into outputs: "Slide", "Trainer tip" … one YAML file a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


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

    def about(self, kind: str) -> Labels:
        """The words of outputs about a `session`, a `course` or a `module`: those that say `lesson` say so instead."""
        ending = f"_{kind}"
        own = {name.removesuffix(ending): text for name, text in self.texts.items() if name.endswith(ending)}
        return replace(self, texts={**self.texts, **own})

    def __call__(self, name: str, **values: object) -> str:
        """The text called `name` with its fields filled; raises MissingLabel."""
        try:
            return self.texts[name].format(**values)
        except KeyError as missing:
            raise MissingLabel(f"{name} ({self.language}): {missing}") from None
