"""What people already have -> a lesson file.  The first stage's inverse: foreign text in, YAML out.

    opening     bytes of a file -> what it is, or why it can't be imported
    ALL         the readers, one a kind of file -> a `Reading`: a `Draft` of the lesson, and all that was met
    layout      the draft in the order of the specification, ids and decisions added
    yamltext    that as a file, in the layout in which a person would write it
    accounting  every word that was read, looked for in what was written
    report      what became what, what is uncertain, what was left out

`importing.importing.run` is all of it on one screen.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reader:
    """A kind of file that can be imported: the module whose `read(source, options)` gives its `Reading`."""

    kind: str
    what: str
    endings: tuple[str, ...]
    module: str


ALL: tuple[Reader, ...] = (
    Reader("deck", "a deck", (".pptx", ".ppsx"), "deckbuild.importing.deck.reader"),
    Reader("word", "a Word document", (".docx",), "deckbuild.importing.word.reader"),
    Reader("gift", "a GIFT question bank", (".gift",), "deckbuild.importing.gift.reader"),
    Reader("text", "a text", (".txt", ".text"), "deckbuild.importing.text.reader"),
    Reader("markdown", "Markdown", (".md", ".markdown", ".qmd", ".rmd"), "deckbuild.importing.marked.reader"),
)
"""One module a kind, one line here; modules are imported when a file of their kind is met."""
