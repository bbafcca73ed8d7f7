"""Every example of the guide compiles without a message, and every command says what the guide shows.

The word after `yaml` says what a block is: `file PATH` (a whole file), `head` (top-level keys of the page's lesson),
`slide` (slides of it), `brand`, `comment` (not compiled).  `console` blocks are run in order, among the page's files.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from deckbuild.brand.load import load_brand
from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.pipeline import build
from deckbuild.workspace import InMemory

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs" / "guide").glob("*.md"))
LESSON = PurePosixPath("decks/lesson.yaml")
WORKSHOPS = ROOT / "decks" / "workshops"
SHELL = ("python", "mkdir")
"""Commands in the guide that are not ours to test."""


@dataclass(frozen=True)
class Example:
    """A fenced block: `kind` is its language and the words after it."""

    page: Path
    line: int
    kind: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.page.name}:{self.line}"


def examples(page: Path) -> Iterator[Example]:
    text = page.read_text(encoding="utf-8")
    for match in re.finditer(r"^```(.+)\n((?:.*\n)*?)```$", text, re.MULTILINE):
        yield Example(page, text.count("\n", 0, match.start()) + 1, match[1].strip(), match[2])


def of_kind(*kinds: str) -> list[Example]:
    return [one for page in PAGES for one in examples(page) if one.kind in kinds]


def named(one: Example) -> str:
    return one.name


def heads(page: Path) -> str:
    """The page's top-level keys, without its empty `sections`."""
    found = [one.text for one in examples(page) if one.kind == "yaml head"]
    return "".join(found).replace("sections: []\n", "")


def messages(slides: str, page: Path) -> list[str]:
    text = heads(page) + "sections:\n- title: Part\n  slides:\n" + textwrap.indent(slides, "  ")
    pictures = {f"decks/{file.name}": file.read_bytes() for file in WORKSHOPS.iterdir() if file.suffix != ".yaml"}
    made = build(InMemory({str(LESSON): text, **pictures}), LESSON)
    return [f"{one.code} {one.span.line}: {one.message}" for one in made.diagnostics]


def test_no_example_is_left_out() -> None:
    known = re.compile(r"yaml (head|slide|brand|comment|file \S+)|console")
    assert [one.name for page in PAGES for one in examples(page) if not known.fullmatch(one.kind)] == []


@pytest.mark.parametrize("page", [page for page in PAGES if heads(page)], ids=lambda page: page.name)
def test_slides_of_a_page_compile_together(page: Path) -> None:
    slides = "".join(one.text for one in examples(page) if one.kind == "yaml slide")
    assert messages(slides, page) == []


def test_guide_shows_every_kind_of_body() -> None:
    from deckbuild.kinds import ALL

    shown = "".join(one.text for one in of_kind("yaml slide"))
    assert [kind.key for kind in ALL if f" {kind.key}:" not in shown] == []


def test_guide_shows_every_cue() -> None:
    from deckbuild.spec.cue import VERBS

    shown = "".join(one.text for one in of_kind("yaml slide"))
    assert [verb for verb in VERBS if f"- {verb}:" not in shown] == []


@pytest.mark.parametrize("one", of_kind("yaml brand"), ids=named)
def test_brands_load(one: Example) -> None:
    diags = Diagnostics()
    assert load_brand(InMemory({"brand/harbour/brand.yaml": one.text}), "harbour", "A4", diags, NOWHERE)
    assert diags.in_order() == ()


@pytest.mark.parametrize(
    "page", [p for p in PAGES if any(e.kind == "console" for e in examples(p))], ids=lambda p: p.name
)
def test_commands_say_what_the_guide_shows(page: Path, tmp_path: Path) -> None:
    for one in examples(page):
        if one.kind.startswith("yaml file "):
            path = tmp_path / one.kind.removeprefix("yaml file ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(one.text, encoding="utf-8")
        elif one.kind == "console":
            for command, shown in commands(one.text):
                assert said(command, tmp_path).startswith(lasting(shown)), f"{one.name}: {command}"


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of ours with what is shown below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        if command.split()[0] not in SHELL:
            yield command, shown


def said(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    assert program == "deckbuild"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "deckbuild", *arguments], cwd=folder, env=environment, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    assert done.returncode < 2, done.stdout
    return lasting(done.stdout)


def lasting(text: str) -> str:
    """`text` without what differs from run to run: seconds and the mark of a build."""
    return re.sub(r"\b[0-9a-f]{16}\b", "MARK", re.sub(r"in [0-9.]+ s", "in TIME", text)).rstrip("\n")


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```(?:.*\n)*?```$|``?[^`\n]+``?", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        if not path or "://" in path:
            continue
        found = (page.parent / path).resolve()
        assert found.exists(), target
        assert not anchor or anchor in anchors(found), target


def anchors(page: Path) -> set[str]:
    """GitHub's names of a page's headings."""
    titles = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
