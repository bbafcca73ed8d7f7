"""The first sentence of a text: what the notes at a glance show of a cue."""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.blocks import Rich, Run, plain

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[؟۔。！？]+")
_SHORTS = """
art bzw ca cf dr e.g etc fig ggf i.e max min mr mrs ms mt nr no p pp prof resp sr sra st vgl vs z.b
"""
_SHORT = frozenset(_SHORTS.split())
"""Words before a full stop that does not end a sentence."""


def first_sentence(rich: Rich) -> tuple[Rich, bool]:
    """The text up to the end of its first sentence, and whether anything of it is left out."""
    text = plain(rich)
    end = next((match.end() for match in _END.finditer(text) if _ends(text, match)), len(text))
    if not text[end:].strip():
        return rich, False
    out: list[Run] = []
    room = end
    for run in rich:
        if room <= 0 and run.text:  # a footnote of the sentence has none
            break
        out.append(run if len(run.text) <= room else replace(run, text=run.text[:room]))
        room -= len(run.text)
    return tuple(out), True


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a mark ends a sentence: not after a short form or an initial, nor before a small letter."""
    before = re.split(r"[\s(]", text[: match.start()])[-1].casefold()
    if text[match.start()] == "." and (before in _SHORT or (len(before) == 1 and before.isalpha())):
        return False
    after = text[match.end() :].lstrip(" \n\"'“‘«(")
    return not after or not after[0].islower()
