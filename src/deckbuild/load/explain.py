"""A mistake in words: code, message, place and hints.  No word of Python's or pydantic's reaches an author."""

from __future__ import annotations

import re
from collections.abc import Callable

from deckbuild.diagnostics.model import Span
from deckbuild.load.locate import KEY, bodies, field_names
from deckbuild.load.mistakes import MISSING, TOO_FEW, UNKNOWN, Mistake, near
from deckbuild.load.tree import Entries
from deckbuild.spec.scalars import Written, found

Explained = tuple[str, str, Span, tuple[str, ...]]
"""Code, message, place, hints."""

_OWN = re.compile(r"[A-Z][0-9]{3}")


def explain(mistake: Mistake) -> Explained:
    """The diagnostic for `mistake`."""
    if _OWN.fullmatch(mistake.kind):
        return _refused(mistake)
    return _EXPLAINED.get(mistake.kind, _wrong)(mistake)


def _refused(mistake: Mistake) -> Explained:
    """A refusal of our own (spec.scalars.refusal): the code is its type, the words stand in the context."""
    node, key = mistake.found.node, mistake.context.get("key", "")
    span = mistake.found.span
    if isinstance(node, Entries) and key in node.entries:
        span = node.entries[key].key
    elif mistake.name == KEY and mistake.found.entry:
        span = mistake.found.entry.key
    hint = mistake.context.get("hint", "")
    at, written = mistake.context.get("at"), mistake.input
    if at and isinstance(written, Written):
        span = written.part(*at)
    return mistake.kind, mistake.context["message"], span, (hint,) if hint else ()


def _unknown(mistake: Mistake) -> Explained:
    name = mistake.name
    span = _key_of(mistake)
    kinds = bodies(mistake.model) if mistake.model else {}
    owners = [key for key, kind in kinds.items() if name in field_names(kind) and name != key]
    if owners:
        listed = " or ".join(f"`{owner}`" for owner in owners)
        return (
            "S110",
            f"`{name}` belongs to {listed}, which is not here",
            span,
            ("remove it, or add the body it belongs to",),
        )
    meant = mistake.meant
    if meant in mistake.siblings:
        hint = f"remove it; `{meant}` is here already"
    elif meant:
        hint = f"did you mean `{meant}`?"
    elif mistake.allowed:
        hint = "remove it; what may stand here: " + ", ".join(mistake.allowed)
    else:
        hint = "remove it"
    return "S101", f"`{name}` means nothing here", span, (hint,)


def _missing(mistake: Mistake) -> Explained:
    name, where = mistake.name, mistake.found.named
    meaning = field_names(mistake.model).get(name, "") if mistake.model else ""
    hint = f"add `{name}:`" + (f" ({meaning.rstrip('.')})" if meaning else "")
    return "S104", f"`{name}` is missing" + (f" in {where}" if where else ""), mistake.found.span, (hint,)


def _too_few(mistake: Mistake) -> Explained:
    least, count, where = mistake.context["min_length"], mistake.context["actual_length"], mistake.found.named
    if not count:
        return _empty(mistake)
    message = f"{where} needs at least {least} entries, this has {count}"
    return "S113", message, _key_of(mistake), ("add what is missing",)


def _too_many(mistake: Mistake) -> Explained:
    most, count, where = mistake.context["max_length"], mistake.context["actual_length"], mistake.found.named
    message = f"{where} takes at most {most} entries, this has {count}"
    return "S113", message, _key_of(mistake), ("split it into two slides",)


def _empty(mistake: Mistake) -> Explained:
    where = mistake.found.named or "this entry"
    return "S107", f"{where} is empty", _key_of(mistake), ("write something there, or remove the key",)


def _key_of(mistake: Mistake) -> Span:
    return mistake.found.entry.key if mistake.found.entry else mistake.found.span


def _not_a_choice(mistake: Mistake) -> Explained:
    words = re.findall(r"'([^']*)'", mistake.context["expected"])
    meant = near(mistake.input, words) if isinstance(mistake.input, str) else ""
    listed = ", ".join(f"`{word}`" for word in words)
    hint = f"did you mean `{meant}`?" if meant else f"write one of {listed}"
    where = mistake.found.named
    if not isinstance(mistake.input, str):
        message = f"expected one of {listed}, found {found(mistake.input)}"
        return "S103", message, mistake.found.span, ("write one of these words",)
    return "S102", f"{found(mistake.input)} is not a choice for {where}", mistake.found.span, (hint,)


def _expected(what: str, hint: str) -> Callable[[Mistake], Explained]:
    def explain_type(mistake: Mistake) -> Explained:
        if mistake.input is None:
            return _empty(mistake)
        return "S103", f"expected {what}, found {found(mistake.input)}", mistake.found.span, (hint,)

    return explain_type


def _wrong(mistake: Mistake) -> Explained:
    """For a type of error that none of our models should give."""
    return (
        "S103",
        f"{found(mistake.input)} does not fit here",
        mistake.found.span,
        ("look the key up in the reference",),
    )


_LIST = _expected("a list", "begin each entry with `- `")
_MAPPING = _expected("a mapping", "write `key: value` pairs, each in a line of its own")
_TEXT = _expected("text", "write a text, in quotes where it holds a colon")
_NUMBER = _expected("a number", "write digits only")

_EXPLAINED: dict[str, Callable[[Mistake], Explained]] = {
    UNKNOWN: _unknown,
    MISSING: _missing,
    TOO_FEW: _too_few,
    "too_long": _too_many,
    "literal_error": _not_a_choice,
    "enum": _not_a_choice,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "string_type": _TEXT,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
}
