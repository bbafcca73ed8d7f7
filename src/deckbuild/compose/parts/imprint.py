"""Who stands behind the material, what may be done with it, and what changed from edition to edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.blocks import Block, Paragraph, Rich, Table, Web, bare
from deckbuild.compose.parts.part import Guide, fact, minor, prose
from deckbuild.spec.pack import Imprint

_LINES = ("publisher", "copyright", "licence", "identifier", "contact", "approval", "review")


def compose(guide: Guide) -> Iterator[Block]:
    """A line a fact, then disclaimer and thanks; the record of changes is the trainer's."""
    lines = tuple(_facts(guide))
    edition = (fact(guide.labels("edition"), bare(guide.properties.edition)),) if guide.properties.edition else ()
    rest = tuple(_texts(guide))
    record = tuple(_changes(guide)) if guide.trainer else ()
    if lines or rest or record:
        yield Paragraph(bare(guide.labels("imprint")), "page-title")
        yield from (*edition, *lines, *rest, *record)


def _facts(guide: Guide) -> Iterator[Block]:
    imprint = guide.lesson.imprint or Imprint()
    for name in _LINES:
        value = getattr(imprint, name)
        if value:
            text: Rich = guide.linker.text(value)
            if name == "licence" and imprint.licence_url:
                text = tuple(replace(run, link=run.link or Web(imprint.licence_url)) for run in text)
            yield fact(guide.labels(name), text)


def _texts(guide: Guide) -> Iterator[Block]:
    for name in ("disclaimer", "acknowledgements"):
        text = getattr(guide.lesson.imprint or Imprint(), name)
        if text:
            yield minor(guide.labels(name))
            yield from prose(text, guide)


def _changes(guide: Guide) -> Iterator[Block]:
    changes = guide.lesson.changes
    if not changes:
        return
    labels, text = guide.labels, guide.linker.text
    header = tuple(bare(labels(f"change_{name}")) for name in ("edition", "date", "text"))
    rows = tuple((text(one.edition), bare(one.date or ""), text(one.text)) for one in changes)
    yield minor(labels("changes"))
    yield Table(header, rows, (0.24, 0.18, 0.58), ("left", "left", "left"), alt=labels("changes"))
