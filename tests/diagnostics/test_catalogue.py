"""The catalogue of codes."""

from __future__ import annotations

import re
from pathlib import Path

import deckbuild
from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.families import FAMILIES

SOURCE = Path(deckbuild.__file__).parent


def test_codes_and_names_have_their_form_and_are_unique() -> None:
    names = [entry.name for entry in CATALOGUE.values()]

    assert all(re.fullmatch(r"[A-Z][0-9]{3}", code) for code in CATALOGUE)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", name) for name in names)
    assert len(set(names)) == len(names)


def test_every_code_in_the_source_is_in_the_catalogue_and_none_is_left_over() -> None:
    # ooxml/ has codes of its own for defects in packages, which are told as P002.
    files = [path for path in SOURCE.rglob("*.py") if path.name != "catalogue.py" and "ooxml" not in path.parts]
    used = {code for path in files for code in re.findall(rf"\"([{''.join(FAMILIES)}][0-9]{{3}})\"", path.read_text())}

    assert used == set(CATALOGUE)


def test_every_code_belongs_to_a_family() -> None:
    assert {code[0] for code in CATALOGUE} <= set(FAMILIES)


def test_families_have_names_that_settings_can_use() -> None:
    names = [family.name for family in FAMILIES.values()]

    assert len(set(names)) == len(names)
    assert not set(names) & {entry.name for entry in CATALOGUE.values()}
