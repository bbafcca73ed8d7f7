"""The files of a pack beside its brand.yaml: fonts, logos, pictures of grounds, icons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from deckbuild.assets import Asset
from deckbuild.brand.faces import PackFont
from deckbuild.brand.fontfile import SUFFIXES
from deckbuild.brand.media import PackMedia
from deckbuild.brand.tokens import BrandTokens
from deckbuild.diagnostics.model import Diagnostics, Span
from deckbuild.load.pictures import read_picture
from deckbuild.load.refused import RefusedFileError
from deckbuild.workspace import OutsideProject, Workspace


def read_fonts(source: Workspace, file: PurePosixPath) -> tuple[PackFont, ...]:
    """The font files in the pack's folder `fonts`."""
    names = source.glob(f"{file.parent}/fonts/*")
    return tuple(PackFont(name.name, source.read(name)) for name in names if name.suffix.lower() in SUFFIXES)


def read_media(source: Workspace, file: PurePosixPath, tokens: BrandTokens, diags: Diagnostics) -> PackMedia:
    """The pictures that the tokens name; one that is missing (B105) or can't be used (B110) is an error."""
    logo = tokens.logo
    pictures = {name: asset for name, span, formats in _named(tokens)
                if (asset := _read(source, file.parent / name, span, formats, diags)) is not None}  # fmt: skip
    icons = {icon: asset.content for icon, path in tokens.icons.items()
             if (asset := _read(source, file.parent / path, tokens.place.of("icons"), ("svg",), diags)) is not None}  # fmt: skip
    return PackMedia(pictures, str(logo.light) if logo else "", str(logo.dark or "") if logo else "", icons)


def _named(tokens: BrandTokens) -> Iterator[tuple[str, Span, tuple[str, ...]]]:
    """Each picture with its place and the formats that can stand there."""
    if tokens.logo:
        for name in ("light", "dark"):
            if path := getattr(tokens.logo, name):
                yield str(path), tokens.logo.place.of(name), ("svg", "png")
    for name in ("title", "section", "content"):
        background = getattr(tokens.backgrounds, name)
        if background.picture:
            yield str(background.picture), background.place.of("picture"), ("png", "jpeg")


def _read(
    source: Workspace, path: PurePosixPath, span: Span, formats: tuple[str, ...], diags: Diagnostics
) -> Asset | None:
    try:
        asset = read_picture(source.read(path))
    except (OSError, OutsideProject):
        diags.error("B105", f"there is no picture at `{path}`", span, "correct the path, or remove it")
        return None
    except RefusedFileError as refused:
        diags.error("B110", f"`{path}` {refused.message}", span, refused.hint)
        return None
    if asset.kind not in formats:
        wanted = " or ".join(one.upper() for one in formats)
        diags.error("B110", f"`{path}` is a {asset.kind.upper()}", span, f"save it as {wanted}")
        return None
    return asset
