"""The cache of slide pictures stays within its limit, and forgets what was used longest ago."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckbuild.pictures import cache
from deckbuild.pictures.cache import Folder

PICTURE = b"\x89PNG" + bytes(100_000) + b"IEND\xaeB`\x82"


def key(number: int) -> str:
    return f"{number:064x}"[::-1]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setattr(cache, "_EVERY", 1)
    return Folder(tmp_path, 1_000_000)


def test_it_stays_within_its_limit(folder: Folder, tmp_path: Path) -> None:
    for number in range(40):
        folder.put(key(number), PICTURE)

    assert sum(file.stat().st_size for file in tmp_path.glob("*/*.png")) <= 1_100_000


def test_what_is_used_is_kept(folder: Folder, tmp_path: Path) -> None:
    for number in range(9):
        folder.put(key(number), PICTURE)
        os.utime(tmp_path / key(number)[:2] / f"{key(number)}.png", (number, number))
    assert folder.get(key(0)) == PICTURE  # used again just now
    folder.put(key(10), PICTURE)
    folder.put(key(11), PICTURE)

    assert folder.get(key(0)) == PICTURE
    assert folder.get(key(1)) is None


def test_a_damaged_picture_is_none(folder: Folder, tmp_path: Path) -> None:
    folder.put(key(1), PICTURE)
    (tmp_path / key(1)[:2] / f"{key(1)}.png").write_bytes(PICTURE[:50])

    assert folder.get(key(1)) is None
