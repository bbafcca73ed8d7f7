"""Same input, same bytes: whatever the folder, clock, time zone, locale, umask and hash seed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def build_in(folder: Path, umask: int, **environment: str) -> dict[str, str]:
    """Build a copy of the sample project there, and give the hash of each output."""
    for name in ("decks", "brand"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "deckbuild.yaml", folder)
    command = [sys.executable, "-m", "deckbuild", "build"]
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    subprocess.run(
        command, cwd=folder, check=True, capture_output=True, umask=umask,
        env={**os.environ, "PYTHONPATH": path, **environment},
    )  # fmt: skip
    outputs = sorted((folder / "build").rglob("*.*x"))
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in outputs}


def test_two_builds_that_share_nothing_but_the_input_are_equal(tmp_path: Path) -> None:
    one = build_in(tmp_path / "one", 0o022, TZ="Pacific/Auckland", PYTHONHASHSEED="1", LC_ALL="C", USER="someone")
    two = build_in(tmp_path / "a longer name" / "two", 0o077, TZ="America/Lima", PYTHONHASHSEED="2", LC_ALL="C.UTF-8")

    assert len(one) >= 9
    assert one == two


def test_source_date_epoch_is_written_and_changes_nothing_else(tmp_path: Path) -> None:
    one = build_in(tmp_path / "one", 0o022, SOURCE_DATE_EPOCH="1700000000", TZ="Asia/Tokyo")
    two = build_in(tmp_path / "two", 0o022, SOURCE_DATE_EPOCH="1700000000", TZ="America/Lima")

    assert one == two
