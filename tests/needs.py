"""Programs that some tests need: without them such a test says loudly that it did not run; in CI it must run."""

from __future__ import annotations

import os
import warnings

import pytest

from deckbuild.pictures.libreoffice import program


def libreoffice() -> None:
    """Skip the test where LibreOffice is not installed; fail it in CI."""
    if program() is None:
        missing("LibreOffice (soffice) is not installed: install libreoffice-impress and libreoffice-writer")


def missing(what: str) -> None:
    """Skip with `what` as the reason; in CI fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    warnings.warn(pytest.PytestWarning(f"NOT RUN: {what}"), stacklevel=3)
    pytest.skip(what)
