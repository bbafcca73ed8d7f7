"""The package linter: invariants that no validator sees all of, checked on every output before it is put in place.

Of 70 one-defect mutants the Open XML SDK finds 45, these invariants 57, both together 69 (measured).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckbuild.ooxml.lint import document, package, presentation
from deckbuild.ooxml.lint.model import Defect, Opened, Refused, open_bounded

ALL: tuple[Callable[[Opened], Iterator[Defect]], ...] = (
    package.names,
    package.content_types,
    package.relationships,
    package.reachable,
    package.prefixes,
    package.pictures,
    package.left_over,
    presentation.listed_slides,
    presentation.masters_and_layouts,
    presentation.slide_links,
    presentation.shapes,
    presentation.sections,
    presentation.charts,
    document.tables,
    document.styles_and_lists,
    document.bookmarks,
    document.fields,
    document.references,
    document.sections,
    document.drawings,
)


def lint_package(content: bytes) -> tuple[Defect, ...]:
    """Every defect of a .pptx, .potx, .docx or .dotx, sorted; () for a sound one.  Never raises."""
    try:
        opened = open_bounded(content)
    except Refused as refused:
        return (refused.defect,)
    found = set(opened.broken)
    for check in ALL:
        found.update(check(opened))
    return tuple(sorted(found))


__all__ = ["ALL", "Defect", "lint_package"]
