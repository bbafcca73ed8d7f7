"""Our schemas in an editor: the YAML language server, which VS Code runs, completes keys, explains them, flags mistakes.

The first line of a file names its schema, as docs/guide/checking.md shows.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import needs

ROOT = Path(__file__).parents[2]
SERVER = ROOT / "tests/validator/node_modules/yaml-language-server/bin/yaml-language-server"


class Server:
    """A language server at the other end of a pipe (https://microsoft.github.io/language-server-protocol)."""

    def __init__(self, node: str, folder: Path) -> None:
        self._process = subprocess.Popen(
            [node, str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._last = 0
        self.told: dict[str, list[dict[str, Any]]] = {}
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:  # it asks us: settings, mostly
            items = message.get("params", {}).get("items", [])
            self._send({"id": message["id"], "result": [self._setting(one) for one in items] if items else None})
        return message

    @staticmethod
    def _setting(item: dict[str, Any]) -> Any:
        return {"validate": True, "hover": True, "completion": True} if item.get("section") == "yaml" else {}

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._last and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def open(self, path: Path, text: str) -> str:
        path.write_text(text, encoding="utf-8")
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        while uri not in self.told:
            self._receive()
        return self.told[uri]

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its schemas beside the lessons."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("lesson", "project"):
        shutil.copy(ROOT / f"schema/{name}.schema.json", folder)
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    node = shutil.which("node")
    if node is None or not SERVER.is_file():
        needs.missing("the YAML language server is not installed: cd tests/validator && npm ci --ignore-scripts")
    server = Server(node, folder)
    yield server
    server.close()


LESSON = """\
# yaml-language-server: $schema=lesson.schema.json
lesson: "1.1"
title: Leaving the building
duration: 20 min
sections:
  - title: What to do
    slides:
      - title: When the alarm rings
        bullets: [Walk to the nearest exit]
"""


def at(text: str, word: str, more: int = 0) -> dict[str, int]:
    """Line and character of a word, from 0."""
    before = text[: text.index(word) + more]
    return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}


def labels(server: Server, uri: str, place: dict[str, int]) -> set[str]:
    found = server.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
    return {one["label"] for one in (found["items"] if isinstance(found, dict) else found)}


def test_a_sound_lesson_has_nothing_underlined(server: Server, folder: Path) -> None:
    assert server.diagnostics(server.open(folder / "sound.yaml", LESSON)) == []


def test_a_wrong_key_is_underlined(server: Server, folder: Path) -> None:
    text = LESSON.replace("bullets:", "bulets:")
    found = server.diagnostics(server.open(folder / "wrong.yaml", text))

    assert any("bulets" in one["message"] and one["range"]["start"] == at(text, "bulets") for one in found)


def test_a_key_is_explained_where_the_mouse_rests(server: Server, folder: Path) -> None:
    uri = server.open(folder / "hover.yaml", LESSON)
    shown = server.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at(LESSON, "bullets", 2)})

    assert "list" in json.dumps(shown["contents"]).lower()
    shown = server.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at(LESSON, "duration", 2)})
    assert "The least it takes" in json.dumps(shown["contents"])


def test_keys_are_completed_at_the_top_and_in_a_slide(server: Server, folder: Path) -> None:
    text = LESSON + "        no\nou\n"
    uri = server.open(folder / "keys.yaml", text)

    assert {"notes", "key_message", "covers"} <= labels(server, uri, at(text, "        no", 10))
    assert {"outcomes", "activities", "glossary"} <= labels(server, uri, at(text, "\nou", 3))


def test_checks_of_a_project_are_completed_by_code_and_name(server: Server, folder: Path) -> None:
    text = "# yaml-language-server: $schema=project.schema.json\nproject: Demo\nchecks:\n  re\n"
    uri = server.open(folder / "deckbuild.yaml", text)

    assert {"repeated-title", "T301", "language"} <= labels(server, uri, at(text, "  re", 4))
