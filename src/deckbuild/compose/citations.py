"""A reference as lists show it."""

from __future__ import annotations

from deckbuild.blocks import Rich, Run, Web, joined
from deckbuild.facts import Cited
from deckbuild.labels import Labels
from deckbuild.markdown import inline


def citation(cited: Cited, labels: Labels) -> Rich:
    """Symbol, author, *title*, publisher (year); the title links to its address."""
    reference, language = cited.reference, labels.language
    link = Web(reference.url) if reference.url else None
    parts: list[Rich] = []
    if reference.symbol:
        parts.append((Run(reference.symbol, bold=True),))
    if reference.author:
        parts.append(inline(reference.author, language))
    parts.append(tuple(Run(run.text, run.bold, True, link=link) for run in inline(reference.title, language)))
    if reference.publisher:
        parts.append(inline(reference.publisher, language))
    year = f" ({reference.year})" if reference.year else ""
    return (*joined(parts, ", "), *([Run(year)] if year else []))
