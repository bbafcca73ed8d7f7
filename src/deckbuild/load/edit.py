"""Edits of a YAML file, byte for byte: what they do not name stays as it is, comments and layout with it.

An edit says what it replaces, so that one made for another state of the file is refused and not applied somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deckbuild.diagnostics.model import Diagnostics, Edit, Place
from deckbuild.load.positions import Source
from deckbuild.load.read import read_tree
from deckbuild.load.scalars import one_scalar
from deckbuild.spec.scalars import Plain

Fix = Sequence[Edit]
"""Edits that belong together: all of them are applied, or none."""

_MEANS_MORE = re.compile(r"(?:|~|null|true|false|yes|no|on|off|[-+.]?[0-9][0-9_.,:eE+-]*)", re.IGNORECASE)
"""What other readers of YAML take for something else than a text."""


@dataclass(frozen=True)
class Edited:
    """A file after fixes: which of them were applied, by their number."""

    text: str
    applied: frozenset[int]


def apply_fixes(source: Source, fixes: Sequence[Fix]) -> Edited:
    """The text of `source` with as many of `fixes` as go together, the earlier ones first.

    A fix is left out where it does not meet what it names, where it touches another's place, or where the file could
    not be read with it.
    """
    together = _chosen(source, fixes, trial=False)
    if not _readable(together.text, source.file):  # one of them breaks the file: find it
        together = _chosen(source, fixes, trial=True)
    return together


def _chosen(source: Source, fixes: Sequence[Fix], *, trial: bool) -> Edited:
    taken: list[tuple[int, int, str]] = []
    applied: set[int] = set()
    for number, fix in enumerate(fixes):
        places = [_placed(source, edit) for edit in fix]
        found = [one for one in places if one is not None]
        new = [one for one in found if one not in taken]
        if not fix or len(found) < len(places) or any(_touch(one, other) for one in new for other in taken):
            continue
        if not trial or _readable(_with(source.text, [*taken, *new]), source.file):
            taken += new
            applied.add(number)
    return Edited(_with(source.text, taken), frozenset(applied))


def _placed(source: Source, edit: Edit) -> tuple[int, int, str] | None:
    """Offsets and new text of an edit; None where something else stands there than it says."""
    if edit.span.file != source.file:
        return None
    begin, end = source.offsets(edit.span)
    return (begin, end, edit.new) if source.text[begin:end] == edit.old else None


def _touch(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return (one[0] < other[1] and other[0] < one[1]) or one[0] == other[0]


def _with(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    for begin, end, new in sorted(edits, reverse=True):
        text = text[:begin] + new + text[end:]
    return text


def _readable(text: str, file: str) -> bool:
    diags = Diagnostics()
    return read_tree(text.encode(), file, diags) is not None and not diags.has_errors


# --- new keys -----------------------------------------------------------------------------------------------


def as_scalar(text: str) -> str:
    """A one-line text as it is written in YAML: without quotes where it reads the same in every place, else in them."""
    if (
        not _MEANS_MORE.fullmatch(text)
        and one_scalar(f"[{text}]") == text
        and one_scalar(f"k: {text}", key=True) == text
    ):
        return text
    if text.isprintable() and "'" not in text:
        return f"'{text}'"
    shown = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in shown) + '"'


def new_key(source: Source, place: Place, key: str, value: str, *, after: str = "") -> Edit | None:
    """The edit that gives the mapping at `place` the key `key` with a one-line text.

    It becomes the first key, or follows the key `after`, in the layout of its neighbours: in braces or a line of its
    own with their indentation.  None where the mapping has the key, where it was not written as a mapping, or where
    what follows `after` can't be told.
    """
    if key in place.keys or not place.keys:
        return None
    written = f"{key}: {as_scalar(value)}"
    begin, _ = source.offsets(place.span)
    flow = source.text[begin : begin + 1] == "{"
    if after:
        return _following(source, place, after, written, flow=flow)
    first = min(place.keys.values())
    at, _ = source.offsets(first)
    line = source.lines[first.line - 1]
    if flow:
        new = f"{written}, "
    elif set(line[: first.column - 1]) <= set(" -"):
        new = f"{written}{_ending(source)}{' ' * (first.column - 1)}"
    else:
        return None  # behind an anchor or a tag
    return Edit(source.span(at, at), "", new)


def _following(source: Source, place: Place, after: str, written: str, *, flow: bool) -> Edit | None:
    """The new key behind the value of the key `after`; only behind a value that ends in the line it begins in."""
    key, value = place.keys.get(after), place.fields.get(after)
    if key is None or value is None or not (key.line == value.line == value.end_line):
        return None
    if flow:
        _, end = source.offsets(value)
        return Edit(source.span(end, end), "", f", {written}")
    line = source.lines[value.line - 1]
    rest = line[value.end_column - 1 :].strip()
    if (rest and not rest.startswith("#")) or line[value.column - 1] in "|>":
        return None
    end = source.starts[value.line - 1] + len(line)
    return Edit(source.span(end, end), "", f"{_ending(source)}{' ' * (key.column - 1)}{written}")


def _ending(source: Source) -> str:
    """How lines of the file end."""
    return "\r\n" if "\r\n" in source.text else "\n"


def whole_value(value: object, new: str) -> tuple[Edit, ...]:
    """The fix that puts `new` in the place of a value written without quotes in one line; () for any other."""
    if not isinstance(value, Plain) or value.span.line != value.span.end_line:
        return ()
    length = value.span.end_column - value.span.column
    return (Edit(value.span, str(value), new),) if length == len(value) else ()
