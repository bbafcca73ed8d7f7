"""What a YAML file says, before anyone asks what it means: scalars, lists, mappings, each with its span."""

from __future__ import annotations

from typing import NamedTuple

from deckbuild.diagnostics.model import Span
from deckbuild.spec.scalars import Written


class Scalar(NamedTuple):
    """A text as written (`Plain` without quotes, `Written` with them); None for an empty value or `null`."""

    value: Written | None
    span: Span


class Items(NamedTuple):
    """A list."""

    values: tuple[Tree, ...]
    span: Span


class Entry(NamedTuple):
    """A key's place and the value that belongs to it."""

    key: Span
    value: Tree


class Entries(NamedTuple):
    """A mapping, in the order written; every key is there once."""

    entries: dict[str, Entry]
    span: Span


Tree = Scalar | Items | Entries
