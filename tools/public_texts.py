"""Training texts by others -> throw-away lessons for tools/measure_rules.py.

Three forms of Markdown are read: lessons of The Carpentries (fenced parts with objectives, challenges, solutions),
slides divided by rules with notes behind `???` or `Note:`, and texts with headings.  Decks (.pptx) go through
`deckbuild import`.  What comes out is JSON, which is YAML too.
"""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

Lesson = dict[str, Any]

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FENCE = re.compile(r"^ {0,3}(:{3,}) *([\w-]*)[^\n]*$", re.MULTILINE)
_CODE = re.compile(r"^([ \t]*)(```+|~~~+)[^\n]*\n.*?^\1\2[^\n]*$", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?|<!--.*?-->|</?\w+[^>]*>|\{:[^}]*\}", re.DOTALL)
_HEADING = re.compile(r"^(#{1,4})[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_POINT = re.compile(r"^([ \t]*)(?:[-*+]|\d+[.)])[ \t]+(.*)$")


_NO_LESSON = re.compile(
    r"(?i)(?:^|/)(?:\.github|\.git|_templates?)/|(?:^|/)(?:readme|contributing|code.of.conduct|licen[cs]e|index|changelog|"
    r"release.notes|security|reference|setup|agents|claude|links)[^/]*$"
)


def lesson_of(path: Path, lesson: PurePosixPath, number: str, language: str) -> dict[PurePosixPath, bytes]:
    """The lesson that a file gives, with its pictures; none for a file that holds no lesson."""
    if _NO_LESSON.search(path.as_posix()):
        return {}
    if path.suffix == ".pptx":
        return _imported(path, lesson, number)
    text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
    made = _carpentries(text, language) if "::: objectives" in text else _slides(text)
    if made is None or sum(len(part["slides"]) for part in made["sections"]) < 2:
        return {}
    whole = {"lesson": number, "language": language, **made}
    return {lesson: json.dumps(whole, ensure_ascii=False, indent=1).encode()}


def _imported(path: Path, lesson: PurePosixPath, number: str) -> dict[PurePosixPath, bytes]:
    """A deck as `deckbuild import` reads it."""
    from deckbuild.diagnostics.model import Diagnostics
    from deckbuild.importing.importing import run
    from deckbuild.importing.reading import Options
    from deckbuild.workspace import InMemory

    pictures = lesson.with_name(f"{lesson.stem}-pictures")
    made = run({path.name: path.read_bytes()}, lesson, pictures, InMemory({}), Options(), Diagnostics())
    if made is None:
        return {}
    text = re.sub(rb"^lesson:.*$", f'lesson: "{number}"'.encode(), made.files[lesson], count=1, flags=re.MULTILINE)
    return {**made.files, lesson: text}


_SUMMARY = {"en": "Key points", "es": "Puntos clave", "fr": "Points clés", "de": "Kernaussagen"}


def _carpentries(text: str, language: str) -> Lesson | None:
    front = _front(text)
    text = _CODE.sub("", _FRONT.sub("", text))
    parts = list(_fenced(text))
    outcomes = [point for kind, body in parts if kind == "objectives" for point in _points(body)]
    messages = [point for kind, body in parts if kind == "keypoints" for point in _points(body)]
    activities = []
    slides: list[Lesson] = [{"title": front.get("title", "Opening"), "notes": []}]
    for kind, body in parts:
        if kind in ("challenge", "discussion", "exercise", "checklist"):
            name = f"task-{len(activities) + 1}"
            activities.append(_activity(name, body, parts))
            slides[-1]["notes"].append({"activity": name})
        elif kind in ("callout", "instructor", "testimonial", "prereq") and _said(body):
            slides[-1]["notes"].append({"tip" if kind == "instructor" else "text": _said(body)})
        elif kind == "":
            _told(body, slides)
    if messages:
        slides.append({"title": _SUMMARY.get(language, _SUMMARY["en"]), "bullets": messages, "notes": []})
    minutes = sum(int(front[key]) for key in ("teaching", "exercises") if front.get(key, "").isdigit())
    made: Lesson = {"title": front.get("title", "Lesson")}
    if minutes:
        made["duration"] = f"{minutes} min"
    if outcomes:
        made["outcomes"] = [{"id": f"outcome-{n}", "text": one} for n, one in enumerate(outcomes, 1)]
    made["sections"] = [{"title": made["title"], "slides": [_whole(slide) for slide in slides]}]
    if activities:
        made["activities"] = activities
    return made


def _front(text: str) -> dict[str, str]:
    match = _FRONT.match(text)
    lines = match[1].split("\n") if match else []
    pairs = (line.partition(":") for line in lines if re.match(r"\w+:", line))
    return {key: value.strip().strip("\"'") for key, _, value in pairs}


def _fenced(text: str) -> list[tuple[str, str]]:
    """The text's parts in order: what stands in a fence with its kind, and all else with none."""
    found: list[tuple[str, str]] = []
    at, kind, depth = 0, "", 0
    for fence in _FENCE.finditer(text):
        opening = bool(fence[2])
        if depth == 0 or (opening and fence[2] in ("solution", "hint", "instructor")):
            found.append((kind, text[at : fence.start()]))
            at, kind = fence.end(), fence[2] if opening else ""
        elif not opening:
            found.append((kind, text[at : fence.start()]))
            at, kind = fence.end(), ""
        depth = max(0, depth + (1 if opening else -1))
    found.append((kind, text[at:]))
    return [(one, body) for one, body in found if body.strip()]


def _activity(name: str, body: str, parts: list[tuple[str, str]]) -> Lesson:
    heading = _HEADING.search(body)
    after = parts[parts.index(("challenge", body)) + 1 :] if ("challenge", body) in parts else []
    made: Lesson = {"id": name, "title": _line(heading[2]) if heading else "Exercise"}
    minutes = re.search(r"(\d+) ?(?:min|minutes|minutos)\b", body)
    if minutes:
        made["duration"] = f"{minutes[1]} min"
    text = _HEADING.sub("", body)
    made["steps"] = [said for said in (_line(one) for one in re.split(r"\n\s*\n", _plain(text))) if said] or ["Do it"]
    if after and after[0][0] == "solution" and _said(after[0][1]):
        made["answers"] = [_line(_said(_HEADING.sub("", after[0][1]))) or "See there"]
    return made


def _slides(text: str) -> Lesson | None:
    """Slides from rules, or from headings where there are none."""
    front = _front(text)
    first = _HEADING.search(_CODE.sub("", text))
    front.setdefault("title", _line(first[2]) if first else "")
    text = _CODE.sub("", _FRONT.sub("", text))
    pages = re.split(r"^---+[ \t]*$", text, flags=re.MULTILINE)
    slides: list[Lesson] = []
    if len(pages) > 5:
        for page in pages:
            shown, _, notes = re.split(r"^(\?\?\?|Notes?:)[ \t]*", page + "\n??? ", maxsplit=1, flags=re.MULTILINE)[:3]
            heading = _HEADING.search(shown)
            body = _HEADING.sub("", shown)
            slide: Lesson = {"title": _line(heading[2]) if heading else "Slide", "notes": []}
            points, prose = _points(body), _said("\n".join(one for one in body.split("\n") if not _POINT.match(one)))
            if points:
                slide["bullets"] = points
            elif prose:
                slide["text"] = prose
            said = _said(notes.replace("??? ", ""))
            slide["notes"] += [{"say": said}] if said else []
            slides.append(slide)
    else:
        slides.append({"title": front.get("title", "Opening"), "notes": []})
        _told(text, slides)
    if not slides:
        return None
    title = front.get("title") or slides[0]["title"]
    return {"title": title, "sections": [{"title": title, "slides": [_whole(slide) for slide in slides]}]}


def _told(text: str, slides: list[Lesson]) -> None:
    """Headings as slides, the first list below each as its points, and paragraphs as what is said."""
    at = 0
    for heading in (*_HEADING.finditer(text), None):
        body = text[at : heading.start() if heading else len(text)]
        for paragraph in _paragraphs(_plain(body)):
            prose = [line for line in paragraph.split("\n") if not line.startswith("- ")]
            points = [line[2:] for line in paragraph.split("\n") if line.startswith("- ") and line[2:]]
            if points and "bullets" not in slides[-1]:
                slides[-1]["bullets"], paragraph = points, "\n".join(prose).strip()
            slides[-1]["notes"] += [{"say": paragraph}] if paragraph else []
        if heading:
            slides.append({"title": _line(heading[2]), "notes": []})
            at = heading.end()


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each with the list below it."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        listed = [f"- {_line(match[2])}" for line in block.split("\n") if (match := _POINT.match(line))]
        prose = _line("\n".join(line for line in block.split("\n") if not _POINT.match(line)))
        if listed and not prose and found:
            found[-1] += ("\n" if found[-1].split("\n")[-1].startswith("- ") else "\n\n") + "\n".join(listed)
        elif prose or listed:
            found.append("\n\n".join(one for one in (prose, "\n".join(listed)) if one))
    return found


def _whole(slide: Lesson) -> Lesson:
    made = {key: value for key, value in slide.items() if value}
    made["title"] = made.get("title") or "Slide"
    return made


def _points(text: str) -> list[Any]:
    """The points of the lists in a text, those of inner lists left out."""
    found = [_line(match[2]) for line in text.split("\n") if (match := _POINT.match(line)) and len(match[1]) < 2]
    return [point for point in found if point]


def _plain(text: str) -> str:
    return re.sub(r"\[\^[^\]]+\](?::[^\n]*)?", "", _PICTURE.sub("", text))


def _line(text: str) -> str:
    """`text` as one paragraph, without marks that mean something to deckbuild."""
    text = re.sub(r"\{\{|\}\}|\[@|\[\+", " ", _plain(text))
    return re.sub(r"\s+", " ", re.sub(r"^[>|][^\n]*", "", text, flags=re.MULTILINE)).strip()


def _said(text: str) -> str:
    lines = [_line(one) for one in re.split(r"\n\s*\n", text)]
    return "\n\n".join(one for one in lines if one)
