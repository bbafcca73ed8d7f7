"""Several files of one lesson: a deck with its guide, a document with its question bank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.importing.opening import CannotImport, Source
from deckbuild.importing.pairing import paired
from deckbuild.importing.reading import Options, Reading


def together(sources: Sequence[Source], readings: Sequence[Reading], options: Options) -> Reading:
    """One reading of all; raises CannotImport where they can't be parts of one lesson."""
    del options
    banks = [reading for source, reading in zip(sources, readings, strict=True) if source.kind == "gift"]
    others = [reading for source, reading in zip(sources, readings, strict=True) if source.kind != "gift"]
    kinds = [source.kind for source in sources if source.kind != "gift"]
    if len(others) == 2 and kinds.count("deck") == 1:
        deck, guide = others if kinds[0] == "deck" else reversed(others)
        others = [paired(deck, guide)]
    if len(others) > 1:
        hint = "import them one by one; a deck and its guide, and question banks, may come together"
        raise CannotImport("I111", "these files do not make one lesson", hint)
    base, *more = [*others, *banks]
    for bank in more:
        base = with_bank(base, bank)
    return base


def with_bank(base: Reading, bank: Reading) -> Reading:
    """`base` with the questions of a bank."""
    taken = {entry.values.get("id") for entry in base.draft.questions}
    added = []
    for entry in bank.draft.questions:
        name, number = str(entry.values["id"]), 2
        while name in taken:
            name, number = f"{entry.values['id']}-{number}", number + 1
        taken.add(name)
        added.append(replace(entry, values={**entry.values, "id": name}))
    return replace(
        base,
        draft=replace(base.draft, questions=(*base.draft.questions, *added)),
        pieces=(*base.pieces, *bank.pieces),
        uncertain=(*base.uncertain, *bank.uncertain),
        left_out=(*base.left_out, *bank.left_out),
        told=(*base.told, *bank.told),
    )
