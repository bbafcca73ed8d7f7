"""Where a line may break: the Unicode line breaking rules (UAX #14) as LibreOffice and PowerPoint keep them.

Paths and addresses are cut at a slash only where nothing else helps (see measure.py).  Between ideographs, some
characters may not begin a line and some may not end one (kinsoku).  Words are cut into pieces once and remembered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

BLANK = " \u2000-\u2006\u2008-\u200a\u205f\u3000"
"""Spaces after which a line may end; those that hold words together (U+00A0, U+2007, U+202F) are letters here."""
TOKENS = re.compile(f"[^\t\n\v\u2028{BLANK}]+[{BLANK}]*|[{BLANK}]+|[\t\n\v\u2028]")
"""Words with the blanks after them, tabs, and line breaks."""
NEWLINES = "\n\v\u2028"

_CLASSES = {
    "OP": "([{¿¡„‚‘“〈《「『【〔〖〘〚（［｛｟｢﹙﹛﹝︵︷",
    "CL": ")]}〉》」』】〕〗〙〛）］｝｠｣﹚﹜﹞、。，．｡､﹐﹑﹒’”",
    "EX": "!?！？؟؛۔",
    "IS": ",.:;،",
    "SY": "/",
    "QU": "\"'«»‹›",
    "HY": "-",
    "BA": "\u00ad\u2010\u2012\u2013|।॥\u058a\u05be",
    "B2": "—",
    "NS": (
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿー々〻ゝゞヽヾ・･：；〜゠‼⁇⁈⁉"
    ),
    "IN": "…‥",
    "PR": "$£¥€№±＄￥￡",
    "PO": "%‰°¢′″℃％￠",
    "GL": "\u00a0\u2007\u202f\u2011\u2060\ufeff",
    "ZW": "\u200b",
}
_CLASS = {character: name for name, characters in _CLASSES.items() for character in characters}
_IDEOGRAPHS = re.compile(
    "[\u2e80-\u2fff\u3003-\u3007\u3012-\u303f\u3041-\u31bf\u3200-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003ffff]"
)


def _class(character: str) -> str:
    known = _CLASS.get(character)
    if known:
        return known
    if character.isdecimal():
        return "NU"
    if _IDEOGRAPHS.match(character):
        return "ID"
    if "\u0590" <= character <= "\u05ff" and character.isalpha():
        return "HL"
    if character in "\u200d\u200c" or unicodedata.category(character) in ("Mn", "Mc", "Me"):
        return "CM"
    return "AL"


# Pairs between which no line breaks (LB13 to LB30); "*" stands for all.
_NEVER_BEFORE = frozenset({"CL", "EX", "IS", "SY", "QU", "BA", "HY", "NS", "IN", "GL", "CM", "ZW"})
_NEVER_AFTER = frozenset({"OP", "QU", "GL"})
_PAIRS = frozenset(
    pair
    for left, rights in {
        "AL": "AL HL NU OP PR PO", "HL": "AL HL NU OP PR PO", "NU": "AL HL NU OP PR PO", "PR": "AL HL NU ID OP",
        "PO": "AL HL NU OP", "ID": "PO", "CL": "PO PR AL HL NU", "EX": "", "IS": "AL HL NU", "SY": "HL NU",
        "HY": "NU", "B2": "B2", "NS": "", "IN": "IN", "BA": "",
    }.items()
    for pair in ((left, right) for right in rights.split())
)  # fmt: skip
HANGING = frozenset("、。，．！：；？")
"""Between ideographs these may stand beyond the end of a line (`hangingPunct`)."""
_FULL_CLOSERS = frozenset("〉》」』】〕〗〙〛）］｝｠｣、。，．｡､﹐﹑﹒")


@lru_cache(maxsize=65536)
def pieces(token: str) -> tuple[str, ...]:
    """A word cut wherever a line may break within it; the blanks after it stay with its last piece."""
    word = token.rstrip(" \u3000")
    if len(word) < 2 or (word.isascii() and word.isalnum()):
        return (token,)
    cuts = [0, *_cuts(word), len(token)]
    return tuple(token[start:end] for start, end in pairwise(cuts))


def _cuts(word: str) -> Iterator[int]:
    before = _class(word[0])
    base, hebrew = word[0], before == "HL"
    for index in range(1, len(word)):
        after = _class(word[index])
        if after == "CM":
            continue
        if not (hebrew and before in ("HY", "BA")) and _may_break(before, after, base):
            yield index
        hebrew = before == "HL" if after in ("HY", "BA") else False
        before, base = after, word[index]


def _may_break(before: str, after: str, character: str) -> bool:
    if before == "ZW":
        return True
    if before == "B2" and after in _NEVER_BEFORE | {"B2"}:
        return False
    if after == "GL":
        return before in ("BA", "HY")
    if after in _NEVER_BEFORE or before in _NEVER_AFTER:
        return False
    if before == "CL" and character in _FULL_CLOSERS and after in ("AL", "HL", "NU"):
        return True
    return (before, after) not in _PAIRS


def held(before: str, after: str) -> bool:
    """Whether two words are kept on one line though blanks stand between them: `why ?`, `( so`, `« so »`."""
    first, last = _class(after[0]), _class(before.rstrip(" \u3000")[-1:] or "a")
    if first in ("EX", "IS", "SY") or (first == "CL" and after[0] not in "’”"):
        return True
    return last == "OP"
