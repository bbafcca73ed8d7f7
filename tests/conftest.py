"""What tests of all parts share: a lesson from a text, loaded or built, in memory."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.load.course import Loaded, load_lesson
from deckbuild.workspace import InMemory

if TYPE_CHECKING:
    from deckbuild.pipeline import Build

# What tests find does not depend on the fonts of the machine.
os.environ["DECKBUILD_FONTS"] = ""

# A busy machine is no mistake of the code's, and two runs look at the same examples.  DECKBUILD_SEARCH=1 looks for new ones.
settings.register_profile("deckbuild", deadline=None, derandomize="DECKBUILD_SEARCH" not in os.environ)
settings.load_profile("deckbuild")

LESSON = PurePosixPath("decks/lesson.yaml")

LoadText = Callable[..., Loaded]
CompileText = Callable[..., "Build"]


def _workspace(text: str, files: Mapping[str, bytes | str] | None) -> InMemory:
    return InMemory({str(LESSON): textwrap.dedent(text), **(files or {})})


@pytest.fixture
def load_text() -> LoadText:
    """`load_text(yaml, files=None)`: the lesson loaded; nothing may be found wrong with it."""

    def load(text: str, files: Mapping[str, bytes | str] | None = None) -> Loaded:
        diags = Diagnostics()
        loaded = load_lesson(_workspace(text, files), LESSON, diags)
        assert not diags.in_order()
        assert loaded is not None
        return loaded

    return load


@pytest.fixture
def compile_text() -> CompileText:
    """`compile_text(yaml, files=None, clean=True)`: all outputs; with `clean` nothing may be found wrong."""

    def compile_(text: str, files: Mapping[str, bytes | str] | None = None, *, clean: bool = True) -> Build:
        from deckbuild.pipeline import build

        built = build(_workspace(text, files), LESSON)
        assert not (clean and built.diagnostics)
        return built

    return compile_
