"""What a session needs on paper beside its notes: a module a sheet, a line in the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from deckbuild.blocks import Block
from deckbuild.brand.brand import Brand
from deckbuild.compose.day import certificate, materials, programme, run_sheet, sign_in
from deckbuild.compose.day.sheet import Sheet
from deckbuild.compose.document import Document
from deckbuild.compose.framing import framed
from deckbuild.compose.linking import Linker
from deckbuild.facts import Facts
from deckbuild.labels import Labels
from deckbuild.lesson.lesson import Lesson
from deckbuild.properties import Properties

ALL: Mapping[str, Callable[[Sheet], Iterator[Block]]] = {
    "run-sheet": run_sheet.compose,
    "programme": programme.compose,
    "materials": materials.compose,
    "sign-in": sign_in.compose,
    "certificate": certificate.compose,
}
"""Name of the output -> what stands on it."""

_CALLED = {
    "run-sheet": "run_sheet",
    "programme": "programme_sheet",
    "materials": "materials_list",
    "sign-in": "sign_in",
    "certificate": "certificate",
}
"""Name of the output -> the label that says what it is."""


def compose_sheet(
    name: str, lesson: Lesson, facts: Facts, brand: Brand, labels: Labels, properties: Properties
) -> Document:
    """One of the sheets of a session; the certificate stands alone on its page, without head and foot."""
    linker = Linker(facts, labels, lesson)
    blocks = tuple(ALL[name](Sheet(lesson, facts, labels, linker, brand, properties)))
    kind = labels(_CALLED[name])
    titled = replace(properties, title=f"{kind}: {properties.title}")
    made = framed(blocks, kind, linker, brand, labels, titled, {}, cover=name == "certificate")
    return replace(made, landscape=True, edge=brand.palette["accent1"]) if made.cover else made
