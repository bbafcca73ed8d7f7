"""The fonts that are installed on this machine, found without any program: a walk over the usual folders."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

from deckbuild.brand.fontfile import SUFFIXES, Described, describe

_MOST = 20_000
"""Files looked at; a machine with more has a folder that is none of fonts."""


def folders() -> tuple[Path, ...]:
    """Where fonts are installed; `DECKBUILD_FONTS` names folders in their place ("" for none)."""
    told = os.environ.get("DECKBUILD_FONTS")
    if told is not None:
        return tuple(Path(folder) for folder in told.split(os.pathsep) if folder)
    home = Path.home()
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    if os.name == "nt":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        local = os.environ.get("LOCALAPPDATA")
        return (*([Path(local, "Microsoft/Windows/Fonts")] if local else []), windows)
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return (data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def installed(family: str) -> tuple[tuple[Path, Described], ...]:
    """The fonts of a family on this machine; () where it has none."""
    return _index(folders()).get(family.casefold(), ())


@lru_cache(maxsize=4)
def _index(places: tuple[Path, ...]) -> dict[str, tuple[tuple[Path, Described], ...]]:
    """Every family by its name in small letters; read once a process (1 ms for ten files)."""
    found: dict[str, list[tuple[Path, Described]]] = {}
    for path in _files(places):
        for font in describe(path):
            for family in font.families:
                found.setdefault(family.casefold(), []).append((path, font))
    return {family: tuple(fonts) for family, fonts in found.items()}


def _files(places: tuple[Path, ...]) -> list[Path]:
    files: list[Path] = []
    for place in places:
        for folder, inside, names in os.walk(place):
            inside.sort()
            files += (Path(folder, name) for name in sorted(names) if name.lower().endswith(SUFFIXES))
            if len(files) > _MOST:
                return files[:_MOST]
    return files
