"""Writes docs/reference/ and schema/ from the models themselves, so that they can't say anything else.

`python tools/reference.py` writes them; with `--check` it writes nothing, names those that are stale, and
exits with 1 if there are any.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reference_words import default_of, heading, kind_of, link

from deckbuild.brand.tokens import BrandTokens
from deckbuild.checks import ALL as CHECKS
from deckbuild.checks.rule import ProjectRule, Rule
from deckbuild.cli.explain import asked_by
from deckbuild.diagnostics.catalogue import CATALOGUE
from deckbuild.diagnostics.families import FAMILIES
from deckbuild.kinds import ALL
from deckbuild.kinds.body import Body
from deckbuild.kinds.bullets import Point
from deckbuild.kinds.choice import BODY
from deckbuild.lesson.course import Course
from deckbuild.lesson.lesson import Lesson
from deckbuild.lesson.project import Project
from deckbuild.lesson.session import Session
from deckbuild.load.locate import bodies, models_within
from deckbuild.load.schema import schema
from deckbuild.spec.authored import Authored
from deckbuild.spec.cue import VERBS, Cue, Reader

ROOT = Path(__file__).resolve().parent.parent

MADE = "<!-- Made by tools/reference.py from the models; edit their descriptions instead. -->\n"

FILES: Mapping[str, type[Authored]] = {
    "lesson": Lesson,
    "session": Session,
    "course": Course,
    "project": Project,
    "brand": BrandTokens,
}

OPENINGS = {
    "lesson": "A lesson is a file under `decks/`, such as `decks/module-2/lesson-2.0.yaml`. Its top keys are those of "
    "the first table.",
    "session": "A session is a file under `decks/` too, such as `decks/sessions/induction.yaml`: what is taught on a day, "
    "put together from lessons.",
    "course": "A course is a file under `decks/` too, such as `decks/course.yaml`: modules, and the lessons in them.",
    "project": "`deckbuild.yaml` stands at the root of a project and holds what its lessons have in common.",
    "brand": "A brand is a folder `brand/NAME/` with a `brand.yaml`. Every key but `brand` has a default, so a "
    "small file makes a brand.",
}


def pages() -> dict[str, str]:
    """Every generated file: its path from the root of the repository, and what it holds."""
    made = {f"docs/reference/{name}.md": model_page(name, model) for name, model in FILES.items()}
    made["docs/reference/messages.md"] = messages_page()
    made["docs/reference/checks.md"] = checks_page()
    for name, model in FILES.items():
        text = json.dumps(schema(model, f"deckbuild {name}"), indent=2, ensure_ascii=False)
        made[f"schema/{name}.schema.json"] = text + "\n"
    return made


def stale(root: Path) -> list[str]:
    """Generated files below `root` that are missing, or hold something else than `pages` says."""
    return [path for path, text in pages().items() if not _holds(root / path, text)]


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


# --- a page about a file that authors write ----------------------------------------------------------------


def model_page(name: str, top: type[Authored]) -> str:
    """Tables of all keys of a file whose top is `top`, then of what stands below them."""
    parts = [MADE, f"# Reference: {name}\n", OPENINGS[name] + "\n"]
    shown = [model for model in models_within(top) if model not in _told_elsewhere(top)]
    for model in shown:
        parts += [f"## {heading(model)}\n", *_about(model)]
    if Lesson is top:
        parts.append("## The bodies of a slide\n")
        for kind in ALL:
            parts += _body_section(kind)
    return _leading("\n".join(parts), {heading(model) for model in shown})


def _told_elsewhere(top: type[Authored]) -> set[type[Authored]]:
    """Models below `top` without a section of their own: bodies and what is in them, points of lists, and in a page
    about what is made of lessons all that the page about lessons tells.
    """
    within: set[type[Authored]] = {inner for kind in ALL for inner in models_within(kind)}
    of_lessons = set(models_within(Lesson)) if top in (Session, Course) else set()
    return (within | of_lessons | {Point}) - {top}


def _leading(page: str, headings: set[str]) -> str:
    """`page` with links to sections that it lacks leading to the page about lessons."""
    own = {name.lower().replace(" ", "-") for name in headings} | {kind.key for kind in ALL}
    return re.sub(r"\(#([a-z-]+)\)", lambda found: found[0] if found[1] in own else f"(lesson.md#{found[1]})", page)


def _about(model: type[Authored]) -> Iterator[str]:
    yield _first_line(model) + "\n"
    if bodies(model):
        yield f"At most one of these bodies stands beside its keys: {_body_links(model)}.\n"
    yield from _cue_tables() if model is Cue else table(model)


def _first_line(model: type[Authored]) -> str:
    return " ".join((model.__doc__ or "").split())


def _body_links(model: type[Authored]) -> str:
    return ", ".join(f"[`{key}`](#{key})" for key in bodies(model))


def _body_section(kind: type[Body]) -> Iterator[str]:
    """A body's own keys, then the keys of what its first key holds."""
    yield f"### `{kind.key}`\n"
    yield _first_line(kind) + "\n"
    yield from table(kind)
    for inner in models_within(kind.model_fields[kind.key].annotation):
        if inner is Point or issubclass(inner, Body) or _inside_a_column(kind, inner):
            continue
        yield f"Keys of each {heading(inner).lower()}:\n"
        yield from table(inner)
        if bodies(inner):
            yield f"With exactly one of {_body_links(inner)}.\n"


def _inside_a_column(kind: type[Body], inner: type[Authored]) -> bool:
    """Whether `inner` belongs to another body that `kind` holds, which has a section of its own."""
    others = [other for other in models_within(kind) if issubclass(other, Body) and other is not kind]
    return any(inner in models_within(other) for other in others)


def table(model: type[Authored], only: tuple[str, ...] = ()) -> Iterator[str]:
    """The keys of `model` (or `only` some), what they hold, what they mean, and what holds without them."""
    yield "| key | holds | meaning | default |"
    yield "|---|---|---|---|"
    for name, field in model.model_fields.items():
        if name == "place" or (name == BODY and bodies(model)) or (only and name not in only):
            continue
        meaning = (field.description or "").replace("|", "\\|")
        yield f"| `{field.alias or name}` | {kind_of(field)} | {meaning} | {default_of(field)} |"
    yield ""


def _cue_tables() -> Iterator[str]:
    """The verbs with their readers, then what may stand beside a verb."""
    yield "One of these verbs makes a cue:\n"
    yield "| verb | holds | meaning | who reads it |"
    yield "|---|---|---|---|"
    for verb in VERBS:
        field = Cue.model_fields[verb]
        everyone = _bare(verb).readable_by(Reader.PARTICIPANT)
        yield f"| `{verb}` | {kind_of(field)} | {field.description} | {'everyone' if everyone else 'trainer'} |"
    yield "\nBeside a verb may stand:\n"
    yield from table(Cue, tuple(name for name in Cue.model_fields if name not in VERBS))


def _bare(verb: str) -> Cue:
    """A cue of that verb, to ask it who reads it."""
    written: dict[str, Any] = {verb: "x"}
    return Cue.model_construct(**written)


# --- the page of messages -----------------------------------------------------------------------------------


def messages_page() -> str:
    """Every message by its code, family by family."""
    parts = [MADE, "# Reference: messages\n"]
    parts.append(f"How to read them: [guide]({link('guide', 'messages')}). `deckbuild explain CODE` prints the same.\n")
    for letter, family in FAMILIES.items():
        if any(code.startswith(letter) for code in CATALOGUE):
            parts.append(f"## {letter}: {family.title}\n")
        for code, entry in CATALOGUE.items():
            if code.startswith(letter):
                parts.append(f"### {code} {entry.name}\n\n{entry.text}\n")
    return "\n".join(parts)


# --- the page of rules ---------------------------------------------------------------------------------------


def checks_page() -> str:
    """Every rule that `deckbuild check` asks, family by family, in tables."""
    rules = {rule.code: rule for rule in CHECKS}
    parts = [MADE, "# Reference: checks\n"]
    parts.append(
        f"The {len(rules)} rules on lessons; how to choose, allow and mend: [guide]({link('guide', 'checking')}). "
        "What is found while a file is read or a deck is laid out stands in the [messages](messages.md) alone.\n"
    )
    for letter, family in FAMILIES.items():
        listed = [rules[code] for code in sorted(rules) if code.startswith(letter)]
        if listed:
            parts.append(f"## {family.title} (`{family.name}`)\n\n| code | name | weight | asked by | what it finds |")
            parts.append("|---|---|---|---|---|")
            parts += [_rule_row(rule) for rule in listed]
            parts.append("")
    return "\n".join(parts)


def _rule_row(rule: Rule | ProjectRule) -> str:
    first = (rule.find.__doc__ or "").strip().splitlines()[0].rstrip(".")
    meaning = first.removesuffix(f"({rule.code})").strip()
    anchor = f"{rule.code} {rule.name}".lower().replace(" ", "-")
    scope = ", all lessons together" if isinstance(rule, ProjectRule) else ""
    meaning = meaning.replace("|", "\\|")
    return f"| [{rule.code}](messages.md#{anchor}) | {rule.name} | {rule.severity.value} | {asked_by(rule)}{scope} | {meaning} |"


def main(arguments: list[str]) -> int:
    """Write what is stale, or with `--check` only say so; the exit code."""
    old = stale(ROOT)
    if "--check" in arguments:
        for path in old:
            print(f"{path} is stale: run python tools/reference.py")
        return 1 if old else 0
    made = pages()
    for path in old:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(made[path], encoding="utf-8", newline="\n")
        print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
