"""Imports point one way, lists are complete, and ARCHITECTURE.md says what is true."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import get_args

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "deckbuild"
MODULES = sorted(path for path in SOURCE.rglob("*.py"))

# Where each library may be imported.
HOMES = {
    "yaml": ("load",),
    "lxml": ("ooxml", "render", "identity", "importing"),
    "pptx": ("brand", "render", "ooxml"),
    "docx": ("brand", "render", "ooxml"),
    "uharfbuzz": ("brand", "compose"),
    "click": ("cli",),
    "betteroffice_pptx": ("pictures",),
    "pypdfium2": ("pictures",),
    "markdown_it": ("markdown", "importing"),
    "PIL": ("raster", "pictures", "specimen"),
}


def order() -> list[str]:
    """The import order as ARCHITECTURE.md states it."""
    line = re.search(r"Import order: (.+)", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    assert line is not None
    return [name.strip() for name in line[1].split(",")]


def unit(path: Path) -> str:
    """The folder or module directly under the package that a file belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "deckbuild":
                yield from (f"deckbuild.{alias.name}" for alias in node.names)
            else:
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    places = {name: number for number, name in enumerate(order())}
    own = unit(path)
    if own in ("__init__", "__main__"):
        return
    for module in imports(path):
        parts = module.split(".")
        if parts[0] == "deckbuild" and len(parts) > 1 and parts[1] != "__version__":
            assert places[parts[1]] <= places[own], f"{own} imports {module}"
        elif parts[0] in HOMES:
            assert own in HOMES[parts[0]], f"{parts[0]} is imported in {own}"


def test_the_import_order_names_every_part() -> None:
    units = {unit(path) for path in MODULES} - {"__init__", "__main__"}

    assert set(order()) == units


@pytest.mark.parametrize(("folder", "base"), [("kinds", {"body", "choice", "grid", "mermaid", "numerals", "played"})])
def test_every_kind_is_in_the_list(folder: str, base: set[str]) -> None:
    listed = {kind.__module__.rpartition(".")[2] for kind in import_module(f"deckbuild.{folder}").ALL}
    files = {path.stem for path in (SOURCE / folder).glob("*.py")} - {"__init__"} - base

    assert listed == files


def test_every_part_of_the_documents_is_in_the_list() -> None:
    parts = import_module("deckbuild.compose.parts").ALL
    listed = {part.compose.__module__.rpartition(".")[2] for part in parts}
    files = {path.stem for path in (SOURCE / "compose" / "parts").glob("*.py")} - {"__init__", "part"}

    assert listed == files


def test_every_part_can_be_left_out_but_cover_and_slides() -> None:
    names = {part.name for part in import_module("deckbuild.compose.parts").ALL}

    assert set(get_args(import_module("deckbuild.spec.pack").PartName)) == names - {"cover", "slides", "brief"}


def test_every_rule_is_in_the_list() -> None:
    """A module of `checks/` with rules has a tuple `RULES`, and every public function of it is one of them."""
    listed = [rule.find.__name__ for rule in import_module("deckbuild.checks").ALL]
    written = []
    for path in (SOURCE / "checks").glob("*.py"):
        body = ast.parse(path.read_text("utf-8")).body
        if any(isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "RULES" for node in body):
            written += [node.name for node in body if isinstance(node, ast.FunctionDef)]

    assert sorted(listed) == sorted(name for name in written if not name.startswith("_"))


def test_every_rule_has_a_code_of_its_own() -> None:
    codes = [rule.code for rule in import_module("deckbuild.checks").ALL]

    assert len(set(codes)) == len(codes)


def test_every_format_of_reports_can_be_asked_for() -> None:
    (form,) = (one for one in import_module("deckbuild.cli.check").check.params if one.name == "form")

    assert list(form.type.choices) == ["text", *import_module("deckbuild.reports").ALL]


def test_every_command_has_its_module() -> None:
    for name in import_module("deckbuild.cli").COMMANDS:
        module = name + "_" * (iskeyword(name) or hasattr(builtins, name))
        assert hasattr(import_module(f"deckbuild.cli.{module}"), module)


def test_no_file_swallows_all() -> None:
    """A module is short enough to hold in the head."""
    long = {path.name: lines for path in MODULES if (lines := len(path.read_text("utf-8").splitlines())) > 420}

    assert long == {}
