"""Damaged files are refused with a message or imported, never half: a small part of tools/fuzz_import.py."""

from __future__ import annotations

import pytest
from fuzz_import import cases, outcome


@pytest.mark.parametrize(("kind", "count"), [("deck", 8), ("word", 6), ("markdown", 8), ("text", 20)])
def test_damaged_files_do_no_harm(kind: str, count: int) -> None:
    assert [
        found for content in cases(kind, count, seed=7) if (found := outcome(content, kind)).startswith("failed")
    ] == []
