"""Runs of other scripts, for an engine that looks for no other face: each names a family that has its characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from deckbuild.brand.brand import Face
from deckbuild.brand.fontfile import coverage

_RUN = re.compile(r"<a:r>(<a:rPr\b[^>]*/>|<a:rPr\b.*?</a:rPr>|)<a:t>([^<]*)</a:t></a:r>", re.DOTALL)
_LATIN = re.compile(r"<a:latin\b[^>]*/>")
_AFTER_LATIN = re.compile(r"<a:(?:ea|cs|sym|hlinkClick|hlinkMouseOver|rtl|extLst)\b|</a:rPr>")


def shown(characters: str) -> Iterator[str]:
    """The characters that need a glyph."""
    return (one for one in characters if not one.isspace() and (one.isprintable() or unicodedata.category(one) == "Co"))


@lru_cache(maxsize=8)
def by_family(faces: tuple[Face, ...]) -> Mapping[str, frozenset[int]]:
    """The characters of each family, in the order of `faces`."""
    found: dict[str, frozenset[int]] = {}
    for face in faces:
        found.setdefault(face.family, coverage(face))
    return found


def drawable(characters: frozenset[str], faces: tuple[Face, ...]) -> bool:
    """Whether the engine can draw all of them: it sets marks of right-to-left scripts beside their letters (0.2.1)."""
    known = by_family(faces).values()
    return all(
        unicodedata.bidirectional(one) not in ("R", "AL") and any(ord(one) in has for has in known)
        for one in shown("".join(sorted(characters)))
    )


def with_families(slide: str, own: Sequence[str], faces: tuple[Face, ...]) -> str:
    """The slide with the characters that the families `own` lack set in the first family that has them."""
    known = by_family(faces)
    mine = frozenset[int].intersection(*(known.get(family, frozenset()) for family in own))
    if all(ord(one) in mine for one in shown("".join(set(slide)))):
        return slide
    return _RUN.sub(lambda match: _split(match, mine, known), slide)


def _split(match: re.Match[str], own: frozenset[int], known: Mapping[str, frozenset[int]]) -> str:
    properties, text = match[1], match[2]

    def family(character: str) -> str:
        if ord(character) in own or not any(shown(character)):
            return ""
        return next((name for name, has in known.items() if ord(character) in has), "")

    pieces = [(name, "".join(characters)) for name, characters in groupby(text, family)]
    if all(not name for name, _ in pieces):
        return match[0]
    return "".join(f"<a:r>{_set(properties, name)}<a:t>{piece}</a:t></a:r>" for name, piece in pieces)


def _set(properties: str, family: str) -> str:
    """Properties of a run with its family; "" leaves them as they are."""
    if not family:
        return properties
    latin = f'<a:latin typeface="{family}"/>'
    if not properties:
        return f"<a:rPr>{latin}</a:rPr>"
    if properties.endswith("/>"):
        return f"{properties[:-2]}>{latin}</a:rPr>"
    bare = _LATIN.sub("", properties)
    at = _AFTER_LATIN.search(bare)
    assert at is not None
    return bare[: at.start()] + latin + bare[at.start() :]
