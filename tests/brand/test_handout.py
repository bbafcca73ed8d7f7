"""`deckbuild brand template`: templates for people."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuild.brand.handout import ENDINGS
from deckbuild.cli import deckbuild
from deckbuild.ooxml.lint import lint_package
from ooxml import sdk


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_template_is_sound_and_of_its_own_type(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(deckbuild, ["brand", "template", "azure", "-o", f"ours{ending}"])
    assert (told.exit_code, told.output) == (0, f"created ours{ending}\n")

    content = (tmp_path / f"ours{ending}").read_bytes()
    types = zipfile.ZipFile(io.BytesIO(content)).read("[Content_Types].xml").decode()
    assert (".template.main+xml" in types) == (ending in (".potx", ".dotx"))
    assert lint_package(content) == ()
    sdk.require()
    assert sdk.findings(content, ending) == []


def test_another_ending_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(deckbuild, ["brand", "template", "azure", "-o", "ours.ppt"])

    assert told.exit_code == 2
    assert ".potx" in told.output
    assert not list(tmp_path.iterdir())
