"""A reference as lists show it."""

from __future__ import annotations

from deckbuild.blocks import Rich, Run, Web, joined
from deckbuild.facts import Cited
from deckbuild.labels import Labels
from deckbuild.markdown import inline


def citation(cited: Cited, labels: Labels) -> Rich:
    """A reference in the brand's style, with the separators of its language; the title links to its address.

    `symbol-first`: symbol, author, *title*, publisher (year).  `author-title`: the symbol last.
    `numbered`: [3] and the same.
    """
    reference, language, style = cited.reference, labels.language, labels("citations")
    link = Web(reference.url) if reference.url else None
    parts: list[Rich] = []
    if reference.symbol and style == "symbol-first":
        parts.append((Run(reference.symbol, bold=True),))
    if reference.author:
        parts.append(inline(reference.author, language))
    parts.append(tuple(Run(run.text, run.bold, True, link=link) for run in inline(reference.title, language)))
    if reference.publisher:
        parts.append(inline(reference.publisher, language))
    year = (Run(f" ({reference.year})"),) if reference.year else ()
    separator = labels("citation_separator")
    listed = (*joined(parts, separator), *year)
    if reference.symbol and style != "symbol-first":
        listed = (*listed, Run(separator), Run(reference.symbol))
    return (Run(f"{number_of(cited)}  ", bold=True), *listed) if style == "numbered" else listed


def number_of(cited: Cited) -> str:
    """`[3]`, as texts and lists show it where references are numbered."""
    return f"[{cited.number}]"
