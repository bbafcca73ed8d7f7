"""The template files that a brand names, or is -> Brand, with a message for whatever keeps them from being used."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Literal

from deckbuild.brand.adopt.brand import deck_brand, tokens_in
from deckbuild.brand.adopt.deck import AdoptedDeck, adopt_deck
from deckbuild.brand.adopt.parts import Losses
from deckbuild.brand.adopt.word import AdoptedWord, adopt_word, faces_of, theme_of
from deckbuild.brand.brand import ROLES, Brand
from deckbuild.brand.faces import PackFont
from deckbuild.brand.media import PackMedia
from deckbuild.brand.tokens import BrandTokens
from deckbuild.brand.word import word_template
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.ooxml.foreign import Foreign, Unusable, open_foreign
from deckbuild.workspace import OutsideProject, Workspace

MakeBrand = Callable[[BrandTokens, PackMedia, Literal["A4", "Letter"], tuple[PackFont, ...]], Brand]
DECKS, DOCUMENTS = (".potx", ".pptx"), (".dotx", ".docx")


@dataclass(frozen=True)
class Adopted:
    """What the template files of a brand give, before it is put together."""

    tokens: BrandTokens
    """As brand.yaml says, with the template's own faces."""
    on_paper: BrandTokens
    """The same in the template's colours, as documents need them."""
    deck: AdoptedDeck | None
    word: AdoptedWord
    losses: tuple[tuple[str, str], ...]
    """`template` or `document`, and what of it is not in the brand."""


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
    diags: Diagnostics,
    where: Span,
) -> Adopted | None:
    """What the files that `tokens` name give; None after an error (B120, B122)."""
    content = _read(source, folder, tokens, "template", diags, where)
    document = _read(source, folder, tokens, "document", diags, where)
    if content is None or document is None:
        return None
    field = "template"
    try:
        wanted = tuple(sorted(tokens.layouts.items()))
        deck, lost = _deck(content, wanted, tokens.fonts.mono) if content else (None, ())
        losses = [(field, said) for said in lost]
        field = "document"
        foreign = opened(document, "document") if document else None
        palette = _palette(deck, foreign)
        tokens = _with_faces(tokens, deck, foreign)
        on_paper = tokens_in(palette, tokens) if palette else tokens
        word, lost = _word(document, on_paper, paper)
        losses += [(field, said) for said in lost]
    except Unusable as reason:
        file, span = folder / getattr(tokens, field), tokens.place.fields.get(field, where)
        diags.error("B120", f"`{file}` can't be used as a template: {reason}", span, "mend the file, or name another")
        return None
    if deck is not None:
        _check_layouts(tokens, deck, diags, where)
    for field, said in losses:
        span = tokens.place.fields.get(field, where)
        diags.warn("B121", f"`{folder / getattr(tokens, field)}`: {said}", span, "mend the template if it is needed")
    if diags.has_errors:
        return None
    return Adopted(tokens, on_paper, deck, word, tuple(losses))


def brand_of(
    adopted: Adopted, media: PackMedia, paper: Literal["A4", "Letter"], pack: tuple[PackFont, ...], made: MakeBrand
) -> Brand:
    """The brand; without a deck template its deck is `made` from tokens in the document's colours and faces."""
    if adopted.deck is not None:
        return deck_brand(adopted.deck, adopted.tokens, adopted.word.template, paper, pack)
    return replace(made(adopted.on_paper, media, paper, pack), docx_template=adopted.word.template)


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
def _deck(content: bytes, wanted: tuple[tuple[str, str], ...], mono: str) -> tuple[AdoptedDeck, tuple[str, ...]]:
    """The deck of a file; made once a process, as every lesson of a project asks for it."""
    foreign = opened(content, "deck")
    losses = Losses()
    return adopt_deck(foreign, dict(wanted), mono, losses), tuple(losses.told)


@lru_cache(maxsize=4)
def _word(content: bytes, tokens: BrandTokens, paper: Literal["A4", "Letter"]) -> tuple[AdoptedWord, tuple[str, ...]]:
    """The document template: the file's, completed; without a file (b"") one in the colours of the deck."""
    generated = word_template(tokens, paper)
    if not content:
        return AdoptedWord(generated, (), (), "", headers=False), ()
    losses = Losses()
    return adopt_word(opened(content, "document"), generated, losses), tuple(losses.told)


def _palette(deck: AdoptedDeck | None, document: Foreign | None) -> dict[str, str] | None:
    """Colours for documents: the document's own theme's, else the deck's."""
    theme = theme_of(document) if document else None
    if theme is not None:
        return theme.palette()
    return deck.scheme.palette() if deck else None


def opened(content: bytes, kind: Literal["deck", "document"]) -> Foreign:
    """The parts of a file that must be of a kind; raises Unusable."""
    foreign = open_foreign(content)
    if foreign.kind != kind:
        raise Unusable(
            "it is a document, not a presentation" if kind == "deck" else "it is a presentation, not a document"
        )
    return foreign


def _with_faces(tokens: BrandTokens, deck: AdoptedDeck | None, document: Foreign | None) -> BrandTokens:
    """Tokens with the template's own faces."""
    found = (
        (deck.master.sources.heading, deck.master.sources.body) if deck else faces_of(document) if document else None
    )
    if found is None:
        return tokens
    fonts = tokens.fonts.model_copy(update={"heading": found[0], "body": found[1]})
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
