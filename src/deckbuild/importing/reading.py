"""What a reader gives back: a draft, and an account of everything that it met in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from deckbuild.importing.draft import NOWHERE, Draft, Origin
from deckbuild.workspace import Workspace


@dataclass(frozen=True)
class Piece:
    """A text that was met in a file, in its own words.  All of them together are all that the file holds.

    `left_out` says why it is not to stand in the lesson, in words that go after "because"; a piece without it is looked
    for in what was written, and missed loudly.
    """

    text: str
    part: str
    """Where in the file such texts stand: "text", "tables", "notes", "footers" …"""
    left_out: str = ""
    place: str = ""


@dataclass(frozen=True)
class Remark:
    """Something that the author should know or look at, in one sentence."""

    text: str
    origin: Origin = NOWHERE


@dataclass(frozen=True)
class Reading:
    """What one file, or files that belong together, gave."""

    draft: Draft
    pieces: tuple[Piece, ...] = ()
    uncertain: tuple[Remark, ...] = ()
    """What was guessed, and may be wrong."""
    left_out: tuple[Remark, ...] = ()
    """What is no text and did not come along: comments, objects, pictures that are elsewhere …"""
    told: tuple[Remark, ...] = ()
    """What else is good to know: where slides and guide disagree, what was computed in place of what was typed."""
    brand: Mapping[str, bytes] = field(default_factory=dict)
    """Files of a brand that was asked for with `--brand`, by their names in its folder."""


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line."""

    slides_at: str = "auto"
    """Where a slide begins in a text or document that does not say so: `markers`, `rules`, `h1` … `h4`."""
    brand: str = ""
    language: str = "en"
    """The project's; used where the file does not say its own."""
    near: Workspace | None = None
    """What lies beside the file, for pictures that it names."""
