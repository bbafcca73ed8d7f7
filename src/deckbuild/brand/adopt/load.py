"""The template files that a brand names, or is -> Brand, with a message for whatever keeps them from being used."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Literal

from deckbuild.brand.adopt.brand import deck_brand, tokens_for_paper
from deckbuild.brand.adopt.deck import AdoptedDeck, adopt_deck
from deckbuild.brand.adopt.parts import Losses
from deckbuild.brand.brand import ROLES, Brand
from deckbuild.brand.faces import PackFont
from deckbuild.brand.tokens import BrandTokens
from deckbuild.brand.word import word_template
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.ooxml.foreign import Foreign, Unusable, open_foreign
from deckbuild.workspace import OutsideProject, Workspace

DECKS, DOCUMENTS = (".potx", ".pptx"), (".dotx", ".docx")


@dataclass(frozen=True)
class Adopted:
    """A brand from a template, with what was found out on the way."""

    brand: Brand
    tokens: BrandTokens
    """As brand.yaml says, with the template's own faces."""
    deck: AdoptedDeck | None
    losses: tuple[tuple[str, str], ...]
    """File, and what of it is not in the brand."""


def bare_tokens(name: str, files: tuple[str, ...]) -> BrandTokens | None:
    """What stands for a brand.yaml where a folder holds template files alone; None where it holds none."""
    deck = next((file for ending in DECKS for file in files if file.lower().endswith(ending)), None)
    document = next((file for ending in DOCUMENTS for file in files if file.lower().endswith(ending)), None)
    if deck is None and document is None:
        return None
    given = {key: value for key, value in (("template", deck), ("document", document)) if value}
    return BrandTokens.model_validate({"brand": name, "title": name, **given})


def load_adopted(
    tokens: BrandTokens,
    source: Workspace,
    folder: PurePosixPath,
    paper: Literal["A4", "Letter"],
    pack: tuple[PackFont, ...],
    diags: Diagnostics,
    where: Span,
) -> Adopted | None:
    """The brand from the files that `tokens` name; None after an error (B120, B122)."""
    content = _read(source, folder, tokens, "template", diags, where)
    document = _read(source, folder, tokens, "document", diags, where)
    if content is None or document is None:
        return None
    try:
        file = folder / (tokens.template or "")
        deck, lost = _deck(content, tuple(sorted(tokens.layouts.items()))) if content else (None, ())
        losses = [(str(file), said) for said in lost]
        if deck is not None:
            _check_layouts(tokens, deck, diags, where)
            tokens = _with_faces(tokens, deck)
            on_paper = tokens_for_paper(deck, tokens)
        else:
            on_paper = tokens
        word = word_template(on_paper, paper)
    except Unusable as reason:
        span = tokens.place.fields.get("template", where)
        diags.error("B120", f"`{file}` can't be used as a template: {reason}", span, "mend the file, or name another")
        return None
    if diags.has_errors or deck is None:
        return None
    for file_name, said in losses:
        span = tokens.place.fields.get("template", where)
        diags.warn("B121", f"`{file_name}`: {said}", span, "mend the template if slides need it")
    return Adopted(deck_brand(deck, tokens, word, paper, pack), tokens, deck, tuple(losses))


def _read(
    source: Workspace, folder: PurePosixPath, tokens: BrandTokens, field: str, diags: Diagnostics, where: Span
) -> bytes | None:
    """Content of a file that brand.yaml names; b"" where it names none, None where it is not there (B120)."""
    named = getattr(tokens, field)
    if named is None:
        return b""
    try:
        return source.read(folder / named)
    except (OSError, OutsideProject):
        span = tokens.place.fields.get(field, where)
        diags.error("B120", f"there is no template at `{folder / named}`", span, "correct the path, or remove it")
        return None


@lru_cache(maxsize=4)
def _deck(content: bytes, wanted: tuple[tuple[str, str], ...]) -> tuple[AdoptedDeck, tuple[str, ...]]:
    """The deck of a file; made once a process, as every lesson of a project asks for it."""
    foreign = opened(content, "deck")
    losses = Losses()
    return adopt_deck(foreign, dict(wanted), losses), tuple(losses.told)


def opened(content: bytes, kind: Literal["deck", "document"]) -> Foreign:
    """The parts of a file that must be of a kind; raises Unusable."""
    foreign = open_foreign(content)
    if foreign.kind != kind:
        raise Unusable(
            "it is a document, not a presentation" if kind == "deck" else "it is a presentation, not a document"
        )
    return foreign


def _with_faces(tokens: BrandTokens, deck: AdoptedDeck) -> BrandTokens:
    """Tokens with the template's own faces."""
    sources = deck.master.sources
    fonts = tokens.fonts.model_copy(update={"heading": sources.heading, "body": sources.body})
    return tokens.model_copy(update={"fonts": fonts})


def _check_layouts(tokens: BrandTokens, deck: AdoptedDeck, diags: Diagnostics, where: Span) -> None:
    """Report roles and layouts in `layouts:` that there are none of (B122)."""
    span = tokens.place.fields.get("layouts", where)
    names = [layout.name for layout in deck.layouts]
    for role, name in tokens.layouts.items():
        for said, known, what in ((role, ROLES, "use"), (name, names, "layout of the template")):
            if said not in known:
                near = difflib.get_close_matches(said, known, 1)
                listed = ", ".join(dict.fromkeys(known))
                hint = f"did you mean `{near[0]}`?" if near else f"choose one of {listed}"
                diags.error("B122", f"no {what} is called `{said}`", span, hint)
