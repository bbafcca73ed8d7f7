"""Rules about stable names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from deckbuild.checks.rule import Finding, Rule, Subject
from deckbuild.diagnostics.model import Severity
from deckbuild.load.edit import new_key
from deckbuild.markdown import inline
from deckbuild.runs import plain
from deckbuild.spec.authored import walk

_WORDS = 6
"""Words of a title that its id keeps."""


def slide_without_id(subject: Subject) -> Iterator[Finding]:
    """A slide has no `id` (Y124).

    It is then known by its place, and comments, translations and changes made in PowerPoint lose it when slides move.
    """
    taken = {str(name) for node in walk(subject.lesson) if (name := getattr(node, "id", None))}
    for stop in subject.facts.stops:
        slide = stop.slide
        if slide is None or slide.id is not None or stop.generated:
            continue
        name = _free(_named(plain(inline(stop.title, subject.language))), taken)
        source = subject.sources.get(slide.place.span.file)
        edit = new_key(source, slide.place, "id", name) if source else None
        yield Finding("this slide has no id", slide.place.of("title"), (f"add `id: {name}`",), (edit,) if edit else ())


def _named(title: str) -> str:
    """The id that is nearest to a title: its first words, in letters of the English alphabet."""
    letters = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", letters)[:_WORDS]
    name = "-".join(words)
    return name if name[:1].isalpha() else f"slide-{name}".strip("-")


def _free(name: str, taken: set[str]) -> str:
    """`name`, with a number where another has it; it is taken from now on."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


RULES = (Rule("Y124", slide_without_id, Severity.INFO, on=False),)
