"""Ids that people can read: made from titles, each once in a lesson."""

from __future__ import annotations

import re
import unicodedata

_MOST = 40
_SMALL = frozenset(
    re.findall("[a-z]+", "a an the of and to in on for de la le les des du der die das und el los las y")
)


def slug(text: str) -> str:
    """`text` in small letters, digits and hyphens; empty where it has none of them (other scripts than Latin)."""
    plain = unicodedata.normalize(
        "NFKD", text.replace("ß", "ss").replace("’", "").replace("'", "").replace("+", " plus")
    )
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    while len(words) > 2 and words[0] in _SMALL:
        words = words[1:]
    short = [word for word in words if word not in _SMALL]
    words = words if len("-".join(words)) <= _MOST or len(short) < 2 else short
    made = ""
    for word in words:
        if made and len(made) + 1 + len(word) > _MOST:
            break
        made = f"{made}-{word}" if made else word[:_MOST]
    return made


class Names:
    """Hands out ids; all parts of a lesson share them."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, id_: str) -> bool:
        """Keep an id that is given already; whether it was free."""
        free = id_ not in self._taken
        self._taken.add(id_)
        return free

    def make(self, text: str, otherwise: str) -> str:
        """An id from `text`, or `otherwise` where it gives none, with a number where it is taken."""
        base = slug(text) or otherwise
        name, number = base, 2
        while name in self._taken:
            name, number = f"{base}-{number}", number + 1
        self._taken.add(name)
        return name
