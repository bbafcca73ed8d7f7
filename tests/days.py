"""Small lessons, sessions and courses to put together, and what their outputs hold."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.outputs import ALL
from deckbuild.pipeline import Build, Composed, build, compose
from deckbuild.workspace import InMemory, Recording

DAY = PurePosixPath("decks/day.yaml")
Spec = dict[str, Any]


def word_of(id_: str) -> str:
    """A word that stands on that slide alone, wherever something of it may show."""
    return f"Zq{id_.replace('-', 'x')}Q"


def slide(id_: str, *, refers: Sequence[str] = (), **more: object) -> Spec:
    """A slide that leaves its word in title, body, notes and key message."""
    word = word_of(id_)
    lines = [f"{word} body", *(f"see [@{other}]" for other in refers)]
    said = {"say": f"{word} said"}
    return {"id": id_, "title": f"{word} title", "key_message": f"{word} message", "bullets": lines,
            "duration": "3 min", "notes": [said], **more}  # fmt: skip


def lesson(number: str, sections: Sequence[Sequence[Spec]], **more: object) -> Spec:
    """A lesson of these slides, section by section."""
    made = [
        {"id": f"s{number}-{n}", "title": f"Part {number}.{n}", "slides": list(own)}
        for n, own in enumerate(sections, 1)
    ]
    return {"lesson": number, "title": f"Lesson {number}", "sections": made, **more}


def files(head: Spec, lessons: Mapping[str, Spec], project: Spec | None = None) -> dict[str, str]:
    """The files of a project: the session or course at `decks/day.yaml`, lessons beside it."""
    project = {"project": "P", "generate": ["title", "outcomes", "agenda", "dividers", "key_messages", "references"],
               **(project or {})}  # fmt: skip
    named = {f"decks/{name}.yaml": json.dumps(one) for name, one in lessons.items()}
    return {"deckbuild.yaml": json.dumps(project), str(DAY): json.dumps(head), **named}


def composed(made: Mapping[str, str], module: str = "") -> tuple[Composed, list[str]]:
    """The session or course, and what was found, as `code message`."""
    diags = Diagnostics()
    whole = compose(Recording(InMemory(made)), DAY, diags, module=module)
    found = [f"{one.code} {one.message}" for one in diags.in_order()]
    assert whole is not None, found
    return whole, found


def built(made: Mapping[str, str], module: str = "") -> Build:
    """All its outputs."""
    return build(InMemory(made), DAY, ALL, module=module)


def texts(content: bytes) -> str:
    """Everything that a package says, tags taken out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    return "\n".join(parts)


def shown(content: bytes) -> str:
    """What a package says in its texts, runs joined."""
    return re.sub(r"<[^>]+>", "", texts(content))
