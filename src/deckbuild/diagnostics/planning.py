"""Codes about what a session leaves out, and about its hours: name and manual text of each (see catalogue.py)."""

from __future__ import annotations

from collections.abc import Mapping

PLANNING: Mapping[str, tuple[str, str]] = {
    "C201": (
        "refers-to-left-out",
        "A text refers to a slide, an activity or another thing that this session leaves out. In its place stands that "
        "it is left out. Word the text so that it holds without it, put it into a cue for those who see the other "
        "thing, or keep that.",
    ),
    "C202": (
        "unknown-audience",
        "Nothing in the session's lessons is for a group of that name, so naming it changes nothing, or leaves out too "
        "much: whatever is tagged for other groups goes. Mostly a slip of the pen.",
    ),
    "C203": (
        "unknown-tag",
        "Nothing in the session's lessons has that tag, so whatever has other tags is left out. Mostly a slip of the "
        "pen.",
    ),
    "C204": (
        "time-too-short",
        "A piece of the programme does not fit its `time`, even without all that is optional and with the shortest "
        "variants of its activities. Give it more, make more of it `optional`, or give an activity a shorter variant.",
    ),
    "C205": (
        "programme-overlaps",
        "Something has to begin at a fixed time, and what stands before it is not over by then. It is planned to begin "
        "late. Move it, shorten what stands before it, or make more of that optional.",
    ),
    "C206": (
        "session-overruns",
        "The programme takes longer than the session's `duration`, even without all that is optional. Take a piece "
        "out, give pieces a `time`, or make more of them optional.",
    ),
    "C207": (
        "no-break",
        "People sit for more than 90 minutes without a break of five minutes at least. Attention is gone long before. "
        "Put a `break:` between pieces, or the piece into two.",
    ),
    "C208": (
        "nothing-left",
        "Of a lesson nothing is left: all of it is for other groups, has other tags, or is skipped. Take it out of the "
        "programme, or choose otherwise.",
    ),
}
"""Code -> name and text."""
