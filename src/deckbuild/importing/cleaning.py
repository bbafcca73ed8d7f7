"""Texts from anywhere -> texts that a lesson file may hold; what is taken out is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckbuild.importing.draft import Filed, Value
from deckbuild.load.text import BIDI, CONTROL

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_OVER = re.compile(r"\n{3,}")


class Cleaner:
    """Cleans texts and counts the characters that it took out."""

    def __init__(self) -> None:
        self.removed = 0

    def text(self, text: str) -> str:
        """`text` without characters that break or hide things, its line breaks and blanks put straight."""
        text = _BREAKS.sub("\n", text).replace("\t", " ")
        for bad in (CONTROL, BIDI):
            text, count = bad.subn("", text)
            self.removed += count
        text = "\n".join(map(_ended, text.split("\n")))
        return _OVER.sub("\n\n", text).strip()

    def value(self, value: Value) -> Value:
        """Plain data with every text in it cleaned, keys too."""
        if isinstance(value, Filed):
            return value
        if isinstance(value, str):
            return type(value)(self.text(value))
        if isinstance(value, Mapping):
            return {self.text(str(key)): self.value(one) for key, one in value.items()}
        if isinstance(value, (tuple, list)):
            return tuple(self.value(one) for one in value)
        return value


def _ended(line: str) -> str:
    """The line without blanks at its end, but for the two that break a line in Markdown."""
    bare = line.rstrip()
    return f"{bare}  " if bare and line.endswith("  ") else bare
