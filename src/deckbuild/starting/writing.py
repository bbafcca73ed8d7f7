"""Values as YAML, so that whatever was answered reads back as the same text."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BARE = re.compile(r"[^\W\d_](?:[\w ()/&+.'’–-]|, |,$)*", re.UNICODE)
"""Texts that need no quotes: a letter first, and no sign that means something to YAML."""
_WORDS = ("true", "false", "null", "yes", "no", "on", "off")


def quoted(text: str) -> str:
    """`text` as a value: bare where that reads back as it is, else in double quotes."""
    line = " ".join(text.split())
    if _BARE.fullmatch(line) and line.lower() not in _WORDS:
        return line
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def listed(texts: Iterable[str]) -> str:
    """Texts as a list in one line."""
    return "[" + ", ".join(quoted(text) if "," not in text else f'"{text}"' for text in texts) + "]"
