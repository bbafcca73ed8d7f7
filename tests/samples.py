"""The files under decks/ that tests look at."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]
FILES = sorted(PurePosixPath(path.relative_to(ROOT).as_posix()) for path in (ROOT / "decks").rglob("*.yaml"))
LESSONS = [path for path in FILES if re.search(r"^lesson:", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)]
"""All lessons; courses and sessions are among the FILES only."""
SHOWN = [
    PurePosixPath("decks") / name
    for name in ("gallery/gallery.yaml", "gallery/sizes.yaml", "module-2/lesson-2.0.yaml", "workshops/lesson-1.1.yaml")
]
"""Lessons that hold every kind of slide, cue and part between them; the others would show the same again."""
