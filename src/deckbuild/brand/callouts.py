"""How each kind of cue looks in documents: boxed or run-in, its colour, its sign."""

from __future__ import annotations

from deckbuild.brand.brand import CalloutLook
from deckbuild.brand.looks import CalloutTokens
from deckbuild.brand.tokens import BrandTokens

DEFAULTS = {
    "say": ("run-in", "accent1", ""),
    "do": ("run-in", "accent1", ""),
    "show": ("run-in", "accent1", ""),
    "distribute": ("run-in", "accent4", ""),
    "transition": ("run-in", "accent6", ""),
    "text": ("run-in", "accent6", ""),
    "reference": ("run-in", "accent6", ""),
    "ask": ("box", "accent2", "?"),
    "question": ("box", "accent2", "?"),
    "tip": ("box", "accent3", "*"),
    "activity": ("box", "accent4", "»"),
    "case": ("box", "accent4", "»"),
    "note-safety": ("box", "accent5", "!"),
    "note-sensitivity": ("box", "accent5", "!"),
    "note-adapt": ("box", "accent6", "±"),
    "note-timing": ("box", "accent6", "·"),
    "video": ("box", "accent1", "»"),
    "audio": ("box", "accent1", "»"),
    "screen": ("box", "accent6", ""),
    "default": ("run-in", "accent1", ""),
}
"""Look, colour and sign by kind; the signs are in every text face, so that greyscale prints tell kinds apart."""


def tokens_of(tokens: BrandTokens) -> dict[str, CalloutTokens]:
    """Every kind with its tokens: the brand's own, else the defaults."""
    out = {
        kind: CalloutTokens.model_validate({"look": look, "colour": colour, **({"icon": icon} if icon else {})})
        for kind, (look, colour, icon) in DEFAULTS.items()
    }
    return {**out, **tokens.callouts}


def style_id(kind: str) -> str:
    """Id of the Word style for a kind: `CueTip`, `NoteSafety`; stays the same between editions."""
    if kind.startswith("note-"):
        return "Note" + kind.removeprefix("note-").capitalize()
    names = {"text": "CueBackground", "screen": "ScreenText", "default": "CueText"}
    return names.get(kind, "Cue" + kind.capitalize())


def looks(tokens: BrandTokens) -> dict[str, CalloutLook]:
    """What compose and the document renderer need of each kind."""
    return {
        kind: CalloutLook(box=token.look == "box", style=style_id(kind), icon=token.icon)
        for kind, token in tokens_of(tokens).items()
    }
