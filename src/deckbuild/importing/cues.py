"""Paragraphs of notes -> cues: by labels such as "Ask:" in deckbuild's languages; without one they are spoken text.

Notes that deckbuild wrote come back as they were, activities and cases with all that stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.importing.draft import Cue
from deckbuild.importing.prose import Para, merged, one_line, prose
from deckbuild.load.labels import languages, load_labels
from deckbuild.runs import Rich, Run, plain
from deckbuild.spec.scalars import Duration

_VERBS = ("say", "do", "ask", "tip", "show", "distribute", "transition", "text", "reference")
_NOTES = ("safety", "sensitivity", "adapt", "timing")
_PLACED = ("activity", "case")
_WITHIN = (
    "purpose",
    "method",
    "groups",
    "materials",
    "time_split",
    "steps",
    "debrief",
    "expected",
    "draw_out",
    "solution",
)
"""Labels within an activity or a case."""
_SYNONYMS = {
    "say": ("script", "speaker notes", "talking points", "trainer says", "speaker", "spoken", "presenter"),
    "do": ("action", "instruction", "instructions", "trainer does"),
    "ask": ("question", "questions", "discussion", "discuss", "ask the group", "ask participants", "q"),
    "answers": ("answer", "answers", "possible answers", "expected answers", "a"),
    "tip": ("tip", "trainer note", "trainer notes", "instructor note", "instructor notes", "facilitator note",
            "facilitator notes", "facilitation tip", "hint", "note to trainer", "note to facilitator"),
    "transition": ("bridge", "link", "next", "next slide"),
    "text": ("background information", "further information", "context"),
    "reference": ("references", "source", "sources"),
    "timing": ("time",),
    "key_message": ("key message", "take-away", "takeaway", "take away", "main message"),
}  # fmt: skip
_LABEL = re.compile(r"\s*([^\W\d_][^:\n]{0,38}?)\s*[:：]\s*")


@dataclass(frozen=True)
class Told:
    """What notes hold."""

    cues: tuple[Cue, ...] = ()
    key_message: str = ""
    timer: str = ""
    answers: tuple[str, ...] = ()
    """Answers to the question on the slide, where deckbuild wrote them."""
    feedback: str = ""
    references: Mapping[str, str] = field(default_factory=dict)
    """Id -> what is cited, as text."""
    activities: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    cases: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    handouts: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    before: int = 0
    """How many cues stand before the key message: in notes by deckbuild, those of the section."""
    continued: bool = False
    """Whether they only say where the notes of the slide before stand."""


@lru_cache(maxsize=1)
def _labels() -> Mapping[str, str]:
    """Label in small letters -> its name, from all languages and from what others call it."""
    found: dict[str, str] = {}
    for name, words in _SYNONYMS.items():
        found.update(dict.fromkeys(words, name))
    for language in sorted(languages(), reverse=True):
        texts = load_labels(language, {}, Diagnostics(), NOWHERE).texts
        for name in (*_VERBS, *_WITHIN, "answers", "feedback", "key_message"):
            found[_folded(texts[name])] = name
        found.update({_folded(texts[f"note_{kind}"]): kind for kind in _NOTES})
    for verb in _VERBS:  # within notes of a slide a verb goes before a part of an activity with the same name
        found[_folded(load_labels("en", {}, Diagnostics(), NOWHERE).texts[verb])] = verb
    return found


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Labels with a number in them, in all languages."""
    made = {}
    for name in ("activity_n", "case_n", "handout", "notes_at", "timer_note"):
        said = {load_labels(one, {}, Diagnostics(), NOWHERE).texts[name] for one in languages()}
        forms = (re.sub(r"\\\{(?:n|time)\\\}", "(.+?)", re.escape(text)) for text in sorted(said))
        made[name] = re.compile("|".join(rf"(?:{form})" for form in forms), re.IGNORECASE)
    return made


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@dataclass(frozen=True)
class _Part:
    """A label's name, what it numbers, and the paragraphs below it."""

    name: str
    label: str
    paras: tuple[Para, ...]


def told(paras: Sequence[Para]) -> Told:
    """The notes of a slide."""
    if len(paras) == 1 and _patterns()["notes_at"].fullmatch(paras[0].text.strip()):
        return Told(continued=True)
    reader = _Reader()
    for part in _outer(list(_parts(paras))):
        reader.add(part)
    return reader.made()


def _parts(paras: Sequence[Para]) -> Iterator[_Part]:
    """The notes cut where a label begins."""
    name, label, held = "", "", list[Para]()
    for para in paras:
        found = None if para.mark else _labelled(para)
        if found is None:
            held.append(para)
            continue
        if held or name:
            yield _Part(name, label, tuple(held))
        name, label, rest = found
        held = [rest] if rest.rich else []
    if held or name:
        yield _Part(name, label, tuple(held))


def _labelled(para: Para) -> tuple[str, str, Para] | None:
    """The label that a paragraph begins with, and the paragraph without it; None where it begins with none."""
    text = para.text
    match = _LABEL.match(text)
    label = match[1] if match else text.strip() if _bold(para.rich) else ""
    name = _name(label)
    if not name:
        timer = _patterns()["timer_note"].fullmatch(text.strip())
        if timer:
            return "timer", next(group for group in timer.groups() if group), Para(())
        return None
    rest = _without(para.rich, match.end() if match else len(text))
    return name, label, replace(para, rich=rest)


def label_of(para: Para) -> tuple[str, str]:
    """The label that a paragraph of notes begins with ("" where it has none), and the rest of it."""
    found = None if para.mark else _labelled(para)
    return (found[1], found[2].text) if found else ("", para.text)


def is_reference(label: str) -> bool:
    """Whether a label says that what is cited follows."""
    return _name(label) == "reference"


def handout_of(text: str) -> str:
    """What follows after `Handout 2:`; "" where a text does not begin so."""
    match = re.match(rf"(?:{_patterns()['handout'].pattern})\s*:\s*", text, re.IGNORECASE)
    return text[match.end() :] if match else ""


def _name(label: str) -> str:
    if not label or len(label) > 40:
        return ""
    known = _labels().get(_folded(label))
    if known:
        return known
    for pattern in _PLACED:
        if _patterns()[f"{pattern}_n"].fullmatch(label):
            return pattern
    return ""


def _bold(rich: Rich) -> bool:
    return bool(rich) and all(run.bold for run in rich if run.text.strip())


def _without(rich: Rich, count: int) -> Rich:
    """The runs without their first characters."""
    out: list[Run] = []
    for run in rich:
        kept = run.text[count:] if count < len(run.text) else ""
        count = max(0, count - len(run.text))
        out.append(replace(run, text=kept))
    return merged(out)


def _outer(parts: list[_Part]) -> Iterator[tuple[_Part, tuple[_Part, ...]]]:
    """Each part with those that belong within it: purpose, steps … of an activity; answers of a question."""
    position = 0
    while position < len(parts):
        part = parts[position]
        end = position + 1
        allowed = _WITHIN if part.name in _PLACED else ("answers",) if part.name == "ask" else ()
        while end < len(parts) and parts[end].name in allowed:
            end += 1
        yield part, tuple(parts[position + 1 : end])
        position = end


class _Reader:
    def __init__(self) -> None:
        self._cues: list[Cue] = []
        self._key_message, self._timer, self._feedback = "", "", ""
        self._answers: tuple[str, ...] = ()
        self._before = 0
        self._references: dict[str, str] = {}
        self._activities: dict[str, Mapping[str, object]] = {}
        self._cases: dict[str, Mapping[str, object]] = {}
        self._handouts: dict[str, Mapping[str, object]] = {}

    def made(self) -> Told:
        return Told(
            tuple(self._cues), self._key_message, self._timer, self._answers, self._feedback, self._references,
            self._activities, self._cases, self._handouts, self._before,
        )  # fmt: skip

    def add(self, found: tuple[_Part, tuple[_Part, ...]]) -> None:
        part, inner = found
        match part.name:
            case "key_message" if len(part.paras) == 1 and not self._key_message:
                self._key_message = one_line(part.paras[0].rich)
                self._before = len(self._cues)
            case "timer":
                self._timer = part.label
                self._say(part.paras)
            case "activity":
                self._placed("activity", _activity(part, inner), self._activities)
            case "case":
                self._placed("case", _case(part, inner), self._cases)
            case "answers":
                self._answers = _lines(part.paras)
            case "feedback" if part.paras:
                self._feedback = " ".join(_lines(part.paras))
            case "reference":
                self._cite(part.paras)
            case "distribute":
                self._hand_out(part.paras)
            case "ask":
                self._ask(part, inner)
            case kind if kind in _NOTES:
                self._cue(Cue("note", prose(part.paras), kind=kind))
            case verb if verb in _VERBS:
                self._cue(Cue(verb, prose(part.paras)))
            case _:
                self._say(_restored(part))

    def _say(self, paras: Sequence[Para]) -> None:
        self._cue(Cue("say", prose(paras)))

    def _cue(self, cue: Cue) -> None:
        if cue.text:
            self._cues.append(cue)

    def _ask(self, part: _Part, inner: tuple[_Part, ...]) -> None:
        """A question: a list that follows it at once is what is expected, as deckbuild writes it."""
        first = next((at for at, para in enumerate(part.paras) if para.mark), len(part.paras))
        asked, listed = part.paras[:first], part.paras[first:]
        more = tuple(para for one in inner for para in one.paras)
        plainly = all(para.mark == "dot" for para in listed)
        if asked and plainly:
            self._cue(Cue("ask", prose(asked), answers=_lines((*listed, *more))))
        else:
            self._cue(Cue("ask", prose(part.paras), answers=_lines(more)))

    def _cite(self, paras: Sequence[Para]) -> None:
        from deckbuild.importing.naming import Names

        names = Names()
        ids = []
        for para in paras:
            text = one_line(para.rich)
            id_ = names.make(plain(para.rich), "reference")
            self._references[id_] = text
            ids.append(id_)
        if ids:
            self._cues.append(Cue("reference", ids=tuple(ids)))

    def _hand_out(self, paras: Sequence[Para]) -> None:
        """`Handout 2: Title (one each)`, or in other people's words what is given out."""
        from deckbuild.importing.naming import slug

        text = paras[0].text if len(paras) == 1 else ""
        form = rf"(?:{_patterns()['handout'].pattern})\s*:\s*(?P<title>.+?)(?:\s*\((?P<copies>[^()]+)\))?"
        match = re.fullmatch(form, text, re.IGNORECASE)
        title = match["title"] if match else ""
        id_ = slug(title)
        if not id_:
            self._cue(Cue("do", prose(paras)))
            return
        copies = {"copies": match["copies"]} if match and match["copies"] else {}
        self._handouts[id_] = {"title": title, **copies}
        self._cues.append(Cue("distribute", ids=(id_,)))

    def _placed(self, verb: str, found: dict[str, object], kept: dict[str, Mapping[str, object]]) -> None:
        id_ = str(found["id"])
        kept[id_] = found
        self._cues.append(Cue(verb, ids=(id_,)))


def _restored(part: _Part) -> tuple[Para, ...]:
    """The paragraphs of a part with its label, which belongs to them here."""
    if not part.label:
        return part.paras
    label = Run(part.label + (": " if part.paras else ""), bold=True)
    if not part.paras:
        return (Para((label,)),)
    return (replace(part.paras[0], rich=(label, *part.paras[0].rich)), *part.paras[1:])


def _lines(paras: Sequence[Para]) -> tuple[str, ...]:
    return tuple(text for para in paras if (text := one_line(para.rich)))


def _activity(part: _Part, inner: tuple[_Part, ...]) -> dict[str, object]:
    """An activity as deckbuild writes it into notes (compose/cues.py)."""
    made = _headed(part)
    for one in inner:
        text = "; ".join(_lines(one.paras))
        match one.name:
            case "purpose" | "method":
                made[one.name] = text
            case "groups":
                made["groups"] = text
            case "time_split":
                made.update(_split(text))
            case "materials":
                made["materials"] = tuple({"what": what} for what in re.split(r"\s*;\s*", text) if what)
            case "expected":
                made["answers"] = _lines(one.paras)
            case name:
                made[name] = _lines(one.paras)
    made.setdefault("steps", _lines(part.paras[1:]) or (str(made["title"]),))
    return made


def _case(part: _Part, inner: tuple[_Part, ...]) -> dict[str, object]:
    """A case as deckbuild writes it into notes: situation, tasks as a numbered list, solution."""
    made = _headed(part)
    first = next((at for at, para in enumerate(part.paras) if para.mark == "number"), len(part.paras))
    made["situation"] = prose(part.paras[1:first]) or str(made["title"])
    made["tasks"] = _lines(part.paras[first:]) or (str(made["title"]),)
    solutions = [one for one in inner if one.name == "solution"]
    if solutions:
        made["solution"] = prose(solutions[0].paras)
    return made


def _headed(part: _Part) -> dict[str, object]:
    """Title, id and minutes: `Swap plans with a neighbour  8 min`."""
    from deckbuild.importing.naming import slug

    text = part.paras[0].text if part.paras else part.label
    title, _, minutes = text.rpartition("  ")
    if not title or Duration.parse(minutes) is None:
        title, minutes = text, ""
    made: dict[str, object] = {"id": slug(title) or slug(part.label) or "activity", "title": title.strip()}
    return {**made, "duration": minutes.strip()} if minutes else made


def _split(text: str) -> dict[str, object]:
    """`Read 3 min; Talk 5 min` as parts with their times."""
    parts = []
    for one in re.split(r"\s*;\s*", text):
        match = re.fullmatch(r"(.+?)\s+(\S+\s*(?:s|min|h)(?:\s\d+ min)?)", one)
        if not match or Duration.parse(match[2]) is None:
            return {}
        parts.append({"part": match[1], "duration": match[2]})
    return {"split": tuple(parts)} if parts else {}
