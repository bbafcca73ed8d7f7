"""brand/NAME/brand.yaml -> Brand: tokens decoded and checked, templates generated from them."""

from __future__ import annotations

import difflib
from pathlib import Path, PurePosixPath
from typing import Literal

from deckbuild.brand.adopt.load import DECKS, DOCUMENTS, bare_tokens, brand_of, load_adopted
from deckbuild.brand.brand import Brand
from deckbuild.brand.callouts import DEFAULTS
from deckbuild.brand.contrast import AA, failures
from deckbuild.brand.cuts import permission
from deckbuild.brand.faces import Chosen, PackFont, chosen
from deckbuild.brand.make import make_brand
from deckbuild.brand.pack import read_fonts, read_media
from deckbuild.brand.tokens import BrandTokens
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.load.decode import decode
from deckbuild.load.labels import label_names
from deckbuild.load.read import read_tree
from deckbuild.workspace import Disk, Workspace

BRAND_FILE = "brand.yaml"


def shipped() -> Path:
    """The folder of the packs that come with deckbuild."""
    packaged = Path(__file__).parent.parent / "shipped"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "brand"


def load_brand(
    workspace: Workspace, name: str, paper: Literal["A4", "Letter"], diags: Diagnostics, where: Span
) -> Brand | None:
    """The brand called `name`: the project's own, else one that comes with deckbuild; None after an error."""
    found = _find(workspace, name)
    if found is None:
        known = brand_names(workspace)
        near = difflib.get_close_matches(name, known, 1)
        hint = (
            f"did you mean `{near[0]}`?"
            if near
            else f"choose one of {', '.join(known)}, or make brand/{name}/{BRAND_FILE}"
        )
        diags.error("B101", f"there is no brand called `{name}`", where, hint)
        return None
    source, file = found
    tokens = tokens_of_folder(source, file, diags)
    if tokens is None:
        return None
    if tokens.template or tokens.document:
        return _from_template(tokens, source, file, paper, diags, where)
    media = read_media(source, file, tokens, diags)
    for text, ground, contrast in failures(tokens):
        message = f"{text} on {ground} has a contrast of {contrast:.1f}, text needs {AA}"
        diags.warn("B104", message, tokens.place.of("palette"), "darken the text's colour, or lighten the ground")
    pack = read_fonts(source, file)
    _warn_of_fonts(tokens, file, pack, diags)
    _warn_of_names(tokens, diags)
    return None if diags.has_errors else make_brand(tokens, media, paper, pack)


def tokens_of_folder(source: Workspace, file: PurePosixPath, diags: Diagnostics) -> BrandTokens | None:
    """What brand.yaml says; where there is none, what the template files beside it are."""
    if not source.exists(file):
        return bare_tokens(file.parent.name, tuple(path.name for path in _templates(source, str(file.parent))))
    tree = read_tree(source.read(file), str(file), diags)
    return decode(tree, BrandTokens, diags) if tree is not None else None


def _templates(source: Workspace, folder: str) -> list[PurePosixPath]:
    """Template files in a folder."""
    return [path for path in source.glob(f"{folder}/*") if path.suffix.lower() in (*DECKS, *DOCUMENTS)]


def _from_template(
    tokens: BrandTokens,
    source: Workspace,
    file: PurePosixPath,
    paper: Literal["A4", "Letter"],
    diags: Diagnostics,
    where: Span,
) -> Brand | None:
    """The brand on an organisation's own template."""
    pack = read_fonts(source, file)
    adopted = load_adopted(tokens, source, file.parent, paper, diags, where)
    if adopted is None:
        return None
    _warn_of_fonts(adopted.tokens, file, pack, diags)
    _warn_of_names(tokens, diags)
    media = read_media(source, file, tokens, diags)
    return None if diags.has_errors else brand_of(adopted, media, paper, pack, make_brand)


def _warn_of_fonts(tokens: BrandTokens, file: PurePosixPath, pack: tuple[PackFont, ...], diags: Diagnostics) -> None:
    """Report, once each, families that something stands in for (B106), or that only this machine has (B109)."""
    fonts = tokens.fonts
    places = {getattr(fonts, name): fonts.place.of(name)
              for name in ("complex_script", "east_asian", "mono", "body", "heading")}  # fmt: skip
    for one in chosen(fonts, pack):
        _warn_of_bits(one, tokens, places.get(one.family, fonts.place.of("scripts")), diags)
        place = places.get(one.family, fonts.place.of("scripts"))
        folder = f"put its files into {file.parent}/fonts"
        if one.origin == "stand-in" or (one.stand_in and not one.everywhere):
            same = ", which has the same widths" if one.origin == "same-widths" else ""
            message = f"`{one.family}` is not to be found: its text is measured and drawn as {one.stand_in}{same}"
            diags.warn("B106", message, place, folder)
        elif not one.everywhere and one.family not in fonts.installed:
            message = f"`{one.family}` was found on this machine only: elsewhere another face would be measured"
            diags.warn("B109", message, place, f"{folder}, or list it under `installed` where every machine has it")


def _warn_of_bits(one: Chosen, tokens: BrandTokens, place: Span, diags: Diagnostics) -> None:
    """Report a family that may not be put into files (B111), where the brand does so."""
    own = [face for face in one.faces if face.genuine]
    if tokens.embed_fonts != "none" and own and all(permission(face) == "no" for face in own):
        message = f"`{one.family}` does not let itself be embedded: where it is not installed, another face is shown"
        diags.warn("B111", message, place, "ask its maker, or write `embed_fonts: none` in brand.yaml")


def _warn_of_names(tokens: BrandTokens, diags: Diagnostics) -> None:
    """Report names that deckbuild does not know (B107)."""
    for field, names, what in (("callouts", DEFAULTS, "cue"), ("labels", label_names(), "label")):
        for name in getattr(tokens, field):
            if name not in names:
                near = difflib.get_close_matches(name, names, 1)
                hint = f"did you mean `{near[0]}`?" if near else f"choose one of {', '.join(sorted(names))}"
                diags.warn("B107", f"no {what} is called `{name}`", tokens.place.of(field), hint)


def brand_names(workspace: Workspace) -> tuple[str, ...]:
    """Every brand that a lesson can name: the project's own, and those that come with deckbuild."""
    return tuple(sorted({*_names(workspace), *(path.parent.name for path in shipped().glob(f"*/{BRAND_FILE}"))}))


def _names(workspace: Workspace) -> list[str]:
    return [path.parent.name for path in workspace.glob(f"brand/*/{BRAND_FILE}")]


def _find(workspace: Workspace, name: str) -> tuple[Workspace, PurePosixPath] | None:
    own = PurePosixPath("brand", name, BRAND_FILE)
    if workspace.exists(own) or _templates(workspace, f"brand/{name}"):
        return workspace, own
    packs = Disk(shipped())
    pack = PurePosixPath(name, BRAND_FILE)
    return (packs, pack) if packs.exists(pack) else None
